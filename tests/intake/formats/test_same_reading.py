"""A document is read alike whatever file it comes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from engine.protocol import Protocol
from intake.opening import open_paper
from intake.reading import read_file
from tests.intake.formats.renderings import as_docx, as_html, as_pdf
from tests.intake.formats.word_files import written

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.txt"))
WAYS: dict[str, Callable[[Sequence[str]], bytes]] = {"docx": as_docx, "pdf": as_pdf, "html": as_html}


def read_of(protocol: Protocol) -> list[tuple[object, ...]]:
    """What a clerk would compare."""
    head = (protocol.kind, protocol.number, protocol.date, protocol.chair, protocol.secretary, protocol.attendance)
    items = [(i.path, i.kind, i.text, i.addressee, i.executors, i.deadline_raw, i.deadline) for i in protocol.items]
    return [head, *items]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_is_read_alike(example: Path, way: str, tmp_path: Path) -> None:
    lines = [line.text for line in open_paper(example).lines]
    rendered = read_file(written(tmp_path, f"a.{way}", WAYS[way](lines)))
    plain = read_file(example)
    assert read_of(rendered) == read_of(plain)
    assert rendered.lines_total and len(rendered.unread) <= len(plain.unread)
