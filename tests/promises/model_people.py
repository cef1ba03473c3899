"""Who may do what, said a second time: who holds a role on a day, who stands in, who ever did, who types for whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.definition.workflow import Workflow

State = dict[str, Any]
Term = tuple[str, str, date | None, date | None, str]  # role, party, since, until, instead of whom
DOER = "doer"  # the one role that the case itself names, in its field `doers`


@dataclass(frozen=True)
class Hand:
    """Whose act it is, who typed it, on which day it is said to have been done, and on which it is put down."""

    whose: str
    typed: str
    day: date
    today: date


def counts(term: Term, day: date) -> bool:
    return (term[2] or date.min) <= day <= (term[3] or date.max)


def places(terms: Iterable[Term], role: str, day: date, own: Iterable[str] = ()) -> set[tuple[str, str]]:
    """Who holds a role on a day, and for whom; `own` are those whom a case names for it."""
    held = [term for term in terms if term[0] == role and counts(term, day)]
    first = {*own} if role == DOER else {term[1] for term in held if not term[4]}
    return {(who, who) for who in first} | {(term[1], term[4]) for term in held if term[4] in first}


def in_place(terms: Iterable[Term], role: str, case: State | None, day: date) -> set[tuple[str, str]]:
    return places(terms, role, day, (case["fields"].get("doers") or ()) if case else ())


def is_clerk(terms: Iterable[Term], who: str, day: date) -> bool:
    return who in {each for each, _ in places(terms, "clerk", day)}


def typing(terms: Iterable[Term], hand: Hand) -> list[str]:
    return [] if hand.typed == hand.whose or is_clerk(terms, hand.typed, hand.today) else ["not-clerk"]


def by_hand(
    flow: Workflow, terms: tuple[Term, ...], case: State | None, stage: str, action: str, hand: Hand
) -> list[str]:
    """What speaks against an act that is no arrow."""
    roles = [row.role for row in flow.access if action in row.may and stage in (row.stages or (stage,))]
    found = any(hand.whose == who for role in roles for who, _ in in_place(terms, role, case, hand.day))
    return ([] if found else ["may-not"]) + typing(terms, hand)


def in_the_office(terms: tuple[Term, ...], hand: Hand, roles: Iterable[str]) -> list[str]:
    """The same of what is done to the office itself, on the day on which it is put down."""
    held = {who for role in roles for who, _ in places(terms, role, hand.today)}
    return ([] if hand.whose in held else ["may-not"]) + typing(terms, hand)


def along(terms: tuple[Term, ...], case: State, role: str, hand: Hand) -> list[str]:
    """What speaks against taking an arrow of a role."""
    entitled = {who for who, _ in in_place(terms, role, case, hand.day)}
    found = ["not-holder"] if entitled and hand.whose not in entitled else []
    if not entitled and (role != DOER or not is_clerk(terms, hand.typed, hand.today)):
        found = ["nobody-holds"]
    return found + typing(terms, hand)


def principal(terms: tuple[Term, ...], case: State, role: str, hand: Hand) -> str:
    """For whom the doer stands in, '' in own right."""
    of = sorted(of for who, of in in_place(terms, role, case, hand.day) if who == hand.whose)
    return "" if hand.whose in of or not of else of[0]


def suggested(terms: tuple[Term, ...], case: State, role: str, typed: str, today: date) -> str:
    """Whose act an arrow is if nobody is named."""
    doers = case["fields"].get("doers") or []
    if role != DOER:
        return typed
    if not is_clerk(terms, typed, today) and typed in {who for who, _ in in_place(terms, DOER, case, today)}:
        return typed
    return doers[0] if doers else typed


def ever_doers(terms: tuple[Term, ...], case: State, day: date) -> set[str]:
    """Everybody who was named, or stood in for somebody who was, until this act."""
    found: set[str] = set()
    spans = zip(case["was"], [*(was[0] for was in case["was"][1:]), day], strict=True)
    for (began, doers), ended in spans:
        first, last = min(began, ended), min(max(began, ended), day)
        for role, party, since, until, of in terms:
            begins = since or date.min
            if role == DOER and of in doers and begins <= last and first <= max(until or date.max, begins):
                found.add(party)
        found |= {*doers}
    return found
