"""What our own reading makes of the phrases."""

from __future__ import annotations

import re
from datetime import date

from bench.intake.phrases import Phrase
from engine.protocol import Deadline, Executor
from intake.terms.deadlines import find_deadline, read_deadline
from intake.who.executors import find_addressee, find_controller, read_executors
from intake.who.people import full_name, names

Answer = dict[str, list[str]]


def term(phrase: Phrase) -> Answer:
    """The first and the last day of a term."""
    decided = date.fromisoformat(phrase.decided)
    if phrase.how == "term":
        said = read_deadline(phrase.text, decided)
    else:
        found = find_deadline(phrase.text, decided)
        said = found.deadline if found else Deadline()
    return {"start": _day(said.start), "due": _day(said.due)}


def people(phrase: Phrase) -> Answer:
    """The people who are named with initials or in full."""
    found = [one.name for one in _executors(phrase) if re.search(r"[А-ЯЁ]\.", one.name)]
    if phrase.how == "sentence":
        read = {_initials(name) for name in found}
        found += [full_name(name) for name in names(phrase.text) if name.initials not in read]
    return {"people": found}


def bodies(phrase: Phrase) -> Answer:
    """The bodies and groups, as written and in the nominative."""
    found = [one for one in _executors(phrase) if one.type != "person"]
    return {"as written": [one.raw for one in found], "nominative": [one.name for one in found]}


def _executors(phrase: Phrase) -> tuple[Executor, ...]:
    if phrase.how == "label":
        return read_executors(phrase.text)
    addressee = find_addressee(phrase.text)
    if addressee is not None:
        return addressee.executors
    controller = find_controller(phrase.text)
    return () if controller is None else (controller,)


def _initials(name: str) -> str:
    return name.partition(" ")[2]


def _day(day: date | None) -> list[str]:
    return [day.isoformat()] if day else []
