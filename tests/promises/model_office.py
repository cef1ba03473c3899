"""Roles given and taken, said a second time: the terms of the office before, and after."""

from __future__ import annotations

from datetime import date, timedelta

from tests.promises.model_case import No
from tests.promises.model_people import DOER, Hand, Term, places

Terms = dict[str, Term]
Change = tuple[list[str], Terms]  # the kinds of the entries, the terms after them


def granted(terms: Terms, role: str, who: str, of: str, until: int | None, hand: Hand, number: int) -> Change:
    """A role for somebody, or somebody standing in for its holder; nothing where they hold it all that time already."""
    last = hand.day + timedelta(days=until) if until is not None else None
    if of:
        _may_stand_in(terms, role, who, of, hand.day, last)
    for known, party, since, end, instead_of in terms.values():
        covers = (since or date.min) <= hand.day and (last or date.max) <= (end or date.max)
        if (known, party, instead_of) == (role, who, of) and covers:
            return [], terms
    if last is not None and last < hand.day:
        raise No("term-turned")
    return ["recorded"], {**terms, f"РЛ-{number}": (role, who, hand.day, last, of)}


def _may_stand_in(terms: Terms, role: str, who: str, of: str, first: date, last: date | None) -> None:
    if last is None:
        raise No("delegation-endless")
    if who == of:
        raise No("delegation-to-oneself")
    if last < first:
        raise No("term-turned")
    held = [
        (s or date.min, e or date.max)
        for known, party, s, e, i in terms.values()
        if (known, party, i) == (role, of, "")
    ]
    if role != DOER and not any(began <= last and first <= max(ended, began) for began, ended in held):
        raise No("not-held")


def withdrawn(terms: Terms, role: str, who: str, of: str, until: int | None, hand: Hand, number: int) -> Change:
    """All that somebody holds of a role ends on the day before."""
    last = hand.day - timedelta(days=1)
    ending = [id for id, term in terms.items() if term[:2] == (role, who) and (term[3] is None or term[3] > last)]
    if not ending:
        raise No("not-held")
    return ["corrected"] * len(ending), terms | {id: (*terms[id][:3], last, terms[id][4]) for id in ending}


def left_to_nobody(before: tuple[Term, ...], after: tuple[Term, ...], today: date) -> list[str]:
    """What speaks against terms after which, day by day, nobody could grant roles where somebody could."""
    bounds = [day for term in (*before, *after) for day in term[2:4] if day]
    ahead = max([today, *bounds]) - today
    days = [today + timedelta(days=each) for each in range(ahead.days + 2)]
    return ["nobody-grants"] * any(_granting(before, day) and not _granting(after, day) for day in days)


def _granting(terms: tuple[Term, ...], day: date) -> bool:
    return bool(places(terms, "operator", day))
