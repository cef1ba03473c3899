"""Answers to doubts that hold for all documents of a body: remembered in the office case, listed, withdrawn.

They are an intent of their own, so that an import can be taken back without what was learnt by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.desk.books import Books
from engine.desk.intent import Intent, Step
from engine.desk.names import folded
from engine.run.case import Case
from engine.run.command import Correct
from engine.run.event import Plain
from engine.run.office import ANSWERS
from engine.run.office import ID as OFFICE_ID
from engine.run.unknown import NotFound


@dataclass(frozen=True, slots=True)
class Remembered:
    """One answer: whose documents it holds for, what was asked, what was chosen, when ('' is not at all)."""

    number: str
    body: str
    doubt: str
    choice: str
    answered_on: str
    withdrawn_on: str = ""


def remembered(office: Case | None) -> tuple[Remembered, ...]:
    """All answers ever remembered, in their order, those withdrawn too."""
    kept: Any = office.fields.get(ANSWERS) if office else None
    return tuple(Remembered(number, **kept[number]) for number in sorted(kept or {}, key=int))


def holding(office: Case | None, body: str) -> dict[str, Remembered]:
    """The answers that hold for a body, by the doubt that they settle."""
    return {
        each.doubt: each for each in remembered(office) if not each.withdrawn_on and folded(each.body) == folded(body)
    }


def remember(body: str, choices: Mapping[str, str]) -> Intent:
    """Let these choices hold for all documents of a body, by the doubts that they settle; the last answer counts."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = OFFICE_ID
        kept = _kept(books)
        today = books.at.date().isoformat()
        for each in holding(books.case(OFFICE_ID), body).values():
            if each.doubt in choices:
                kept[each.number] = {**kept[each.number], "withdrawn_on": today}
        last = max(map(int, kept), default=0)
        for number, (doubt, choice) in enumerate(choices.items(), last + 1):
            kept[str(number)] = {"body": body, "doubt": doubt, "choice": choice, "answered_on": today}
        yield Correct(OFFICE_ID, {ANSWERS: _plain(kept)})

    return Intent("answer.remember", steps)


def withdraw(number: str) -> Intent:
    """Let an answer hold no longer; what was recorded by it stays. Raises NotFound for a number that none bears."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = OFFICE_ID
        kept = _kept(books)
        if number not in kept:
            raise NotFound("answer", number, kept)
        if kept[number].get("withdrawn_on"):
            books.repeated = True
            return
        kept[number] = {**kept[number], "withdrawn_on": books.at.date().isoformat()}
        yield Correct(OFFICE_ID, {ANSWERS: _plain(kept)})

    return Intent("answer.withdraw", steps)


def _kept(books: Books) -> dict[str, dict[str, str]]:
    office: Any = books.case(OFFICE_ID)
    return dict(office.fields.get(ANSWERS) or {}) if office else {}


def _plain(kept: Mapping[str, Mapping[str, str]]) -> Plain:
    return {number: dict(answer) for number, answer in kept.items()}
