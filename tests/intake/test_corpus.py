"""The plain texts of `tests/corpus/open`: what is read in them does not get worse."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.protocol import Item, Protocol
from intake.reading import read_file
from intake.who.people import names

CORPUS = Path(__file__).parents[1] / "corpus" / "open"
LEAST = {
    "items": 0.965,
    "due": 0.96,
    "executors": 0.95,
    "explicit dependencies": 0.93,
    "stages": 0.97,
    "officers": 0.99,
    "attendance": 0.99,
}
Facts = Iterator[tuple[str, tuple[str, ...]]]  # what is measured, and the fact: where it stands and what it says


def words(text: str) -> str:
    return " ".join(re.findall(r"[\w№]+", text.lower().replace("ё", "е")))


def called(name: str) -> str:
    """A person by surname and initials, a body by its words in the order of the alphabet."""
    person = names(name)
    return words(f"{person[0].surname} {person[0].initials}") if person else " ".join(sorted(words(name).split()))


def of_gold(gold: dict[str, Any]) -> Facts:
    at = {item["path"]: words(item["text"])[:40] for item in gold["assignments"]}
    for item in gold["assignments"]:
        here, doubtful = at[item["path"]], item.get("ambiguous", ())
        yield "items", (here,)
        if "deadline" not in doubtful and item["deadline"]["due"]:
            yield "due", (here, item["deadline"]["due"])
        if "executors" not in doubtful:
            yield from (("executors", (here, called(one["name"]))) for one in item["executors_norm"])
        yield from (("explicit dependencies", (here, at[one["path"]])) for one in item["depends_on"])
        yield from (("stages", (here, stage)) for stage in item.get("stages", ()))
    yield from (("officers", (who, called(gold[who]))) for who in ("chair", "secretary") if gold.get(who))
    for role, people in gold.get("attendance", {}).items():
        yield from (("attendance", (role, called(one))) for one in people)


def of_reading(protocol: Protocol, gold: dict[str, Any]) -> Facts:
    asked = {words(item["text"])[:40]: item for item in gold["assignments"]}
    at = {item.path: _named(words(item.text), asked) for item in protocol.items}
    others = tuple(words(item["text_starts"])[:20] for item in gold.get("other_items", ()))
    for item in protocol.items:
        if not words(item.text).startswith(others or ("\n",)):
            yield from _of_item(item, at, asked.get(at[item.path], {}))
    officers = {"chair": protocol.chair, "secretary": protocol.secretary}
    yield from (("officers", (who, called(officers[who]))) for who in officers if gold.get(who) and officers[who])
    for role in gold.get("attendance", {}):
        yield from (("attendance", (role, called(one))) for one in getattr(protocol.attendance, role))


def _of_item(item: Item, at: dict[str, str], gold: dict[str, Any]) -> Facts:
    here, doubtful, due = at[item.path], gold.get("ambiguous", ()), item.deadline.due
    yield "items", (here,)
    if due and "deadline" not in doubtful:
        alike = due.isoformat() in gold.get("deadline", {}).get("due_alt", ())
        yield "due", (here, gold["deadline"]["due"] if alike else due.isoformat())
    if "executors" not in doubtful:
        yield from (("executors", (here, called(one.name))) for one in item.executors)
    yield from (("explicit dependencies", (here, at[one.path])) for one in item.depends_on if one.explicit)
    if "stages" in gold:
        may_be = set(gold.get("stages_maybe", ())) - set(gold["stages"])
        yield from (("stages", (here, stage)) for stage in item.stages if stage not in may_be)


def _named(text: str, asked: Iterable[str]) -> str:
    """The gold's name of an item, which a longer or shorter cut of the same sentence bears too."""
    return next((one for one in asked if text.startswith(one) or one.startswith(text[:40])), text[:40])


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    hit, wanted, given = Counter[str](), Counter[str](), Counter[str]()
    for file in sorted(CORPUS.glob("*.txt")):
        gold = json.loads(file.with_suffix(".gold.json").read_text("utf-8"))
        right, read = set(of_gold(gold)), set(of_reading(read_file(file), gold))
        hit.update(what for what, _ in right & read)
        wanted.update(what for what, _ in right)
        given.update(what for what, _ in read)
    return {what: 2 * hit[what] / (wanted[what] + given[what]) for what in wanted}


@pytest.mark.parametrize("what", LEAST)
def test_the_open_documents_are_read_no_worse_than_they_were(figures: dict[str, float], what: str) -> None:
    assert figures[what] >= LEAST[what]
