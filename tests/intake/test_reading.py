"""The real documents, where they are beside the checkout, and the examples: nothing is lost, no item is missed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from intake.reading import read_file

NAMES = ("engels", "kamyshin", "morgaushi", "pyatigorsk", "smolensk")


def words(text: str) -> str:
    return " ".join(re.findall(r"[\w№]+", text.lower()))


@pytest.mark.parametrize("name", NAMES)
def test_every_item_of_the_real_documents_is_found_whole(seeds: Path, name: str) -> None:
    gold = json.loads((seeds / f"{name}.gold.json").read_text("utf-8"))
    protocol = read_file(seeds / f"{name}.txt")
    assert [words(item.text) for item in protocol.items] == [words(item["text"]) for item in gold["assignments"]]
    assert [item.path.rpartition("/")[2] for item in protocol.items] == [
        item["path"].rpartition("/")[2] for item in gold["assignments"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_the_real_documents_is_accounted_for(seeds: Path, name: str) -> None:
    file = seeds / f"{name}.txt"
    protocol = read_file(file)
    assert protocol.lines_total == len(file.read_bytes().splitlines())
    assert protocol.unread == ()


def test_every_example_is_read_to_its_last_line(examples: Path) -> None:
    for file in sorted(examples.glob("*.txt")):
        protocol = read_file(file)
        assert protocol.items, file.name
        assert protocol.unread == (), file.name
