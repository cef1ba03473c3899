"""Roles of the office by hand: granted, withdrawn, stood in for during a term; duties waived by a head.

Each is a record of the office case, so that nothing is forgotten: who held what on any day is told from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from engine.desk.books import Books
from engine.desk.intent import Intent, Step
from engine.run.command import Correct, Record
from engine.run.duty import OFFICE as HELD_IN_OFFICE
from engine.run.event import Plain
from engine.run.office import ID as OFFICE_ID
from engine.run.office import RECORDS, ROLES, TENURE, WAIVER, Tenure, tenures
from engine.run.refusal import Because

DAY = timedelta(days=1)


def grant(role: str, who: str, since: date | None = None, until: date | None = None) -> Intent:
    """Give a role of the office to somebody, by id or name, from the day of the act if no other is said."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = books.register.named(who)
        first = since or books.told().happened_on
        own = [each for each in _held(books, role, books.about) if not each.instead_of]
        if any(_covers(each, first, until) for each in own):
            books.repeated = True
            return
        yield from _turned(first, until)
        yield _tenure(books, role, books.about, first, until)

    return Intent("role.grant", steps)


def withdraw(role: str, who: str, on: date | None = None) -> Intent:
    """Take a role from somebody: from that day on (the day of the act) they hold it no longer, nor stand in for it."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = books.register.named(who)
        last = (on or books.told().happened_on) - DAY
        ending = [each for each in _held(books, role, books.about) if each.until is None or each.until > last]
        if not ending:
            yield Because("not-held", {**_titles(books, role), "who": books.about})
        for each in ending:
            yield from _ended(books, each, last)

    return Intent("role.withdraw", steps)


def delegate(role: str, whose: str, to: str, until: date | None, ground: str = "", since: date | None = None) -> Intent:
    """Let somebody stand in for a holder of a role until a day, which there has to be.

    A role that cases name their own holders for ('executor') is delegated wherever `whose` is named for it.
    """

    def steps(books: Books) -> Iterator[Step]:
        one, books.about = books.register.named(whose), books.register.named(to)
        first = since or books.told().happened_on
        yield from _no_delegation(books, role, one, first, until)
        held = [each for each in _held(books, role, books.about) if each.instead_of == one]
        if any(_covers(each, first, until) for each in held):
            books.repeated = True
            return
        yield _tenure(books, role, books.about, first, until, one, ground)

    return Intent("role.delegate", steps, ground=ground)


def waive_duty(duties: Sequence[str], who: str, why: str, until: date) -> Intent:
    """Give standing leave from duties (SOD-2 …) until a day; `who` is the id of the head whose act it is."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = books.new_id(RECORDS[WAIVER].prefix)
        yield from _turned(books.told().happened_on, until)
        fields: dict[str, Plain] = {"duties": list(duties), "who": who, "why": why, "until": until.isoformat()}
        yield Record(OFFICE_ID, books.about, WAIVER, fields)

    return Intent("duty.waive", steps, on_behalf_of=who)


def _no_delegation(books: Books, role: str, whose: str, first: date, until: date | None) -> Iterator[Because]:
    facts = {**_titles(books, role), "who": books.about, "whose": whose}
    if until is None:
        yield Because("delegation-endless", facts)
    if whose == books.about:
        yield Because("delegation-to-oneself", facts)
    yield from _turned(first, until)
    own = [each for each in _held(books, role, whose) if not each.instead_of and each.met(first, until or first)]
    if not own and not _of_cases(books, role):
        yield Because("not-held", {**facts, "who": whose})


def _turned(first: date, until: date | None) -> Iterator[Because]:
    if until is not None and until < first:
        yield Because("term-turned", {"since": first.isoformat(), "until": until.isoformat()})


def _held(books: Books, role: str, who: str) -> list[Tenure]:
    return [each for each in tenures(books.case(OFFICE_ID)) if each.role == role and each.party == who]


def _covers(tenure: Tenure, first: date, until: date | None) -> bool:
    last = tenure.until or date.max
    return (tenure.since or date.min) <= first and (until or date.max) <= last


def _tenure(
    books: Books, role: str, party: str, since: date, until: date | None, instead_of: str = "", ground: str = ""
) -> Record:
    said = {"since": since.isoformat(), "until": until.isoformat() if until else "", "instead_of": instead_of}
    stated: dict[str, Plain] = {name: value for name, value in {**said, "ground": ground}.items() if value}
    id = books.new_id(RECORDS[TENURE].prefix)
    return Record(OFFICE_ID, id, TENURE, {"role": role, "party": party, **stated})


def _ended(books: Books, tenure: Tenure, last: date) -> Iterator[Step]:
    """A tenure that ends earlier; one of an old map becomes a record, so that it stays known that it was held."""
    if tenure.id:
        yield Correct(OFFICE_ID, {"until": last.isoformat()}, tenure.id)
        return
    office = books.known_case(OFFICE_ID)
    held = office.fields[ROLES]
    assert isinstance(held, dict)
    left: dict[str, Plain] = {
        role: [each for each in who if (role, each) != (tenure.role, tenure.party)]
        for role, who in held.items()
        if isinstance(who, list)
    }
    # The record comes first: in between, nobody would hold what is still held until that day.
    fields: dict[str, Plain] = {"role": tenure.role, "party": tenure.party, "until": last.isoformat()}
    yield Record(OFFICE_ID, books.new_id(RECORDS[TENURE].prefix), TENURE, fields)
    yield Correct(OFFICE_ID, {ROLES: left})


def _of_cases(books: Books, role: str) -> bool:
    """Whether cases name the holders of the role themselves."""
    workflows = map(books.ledger.workflow, books.ledger.workflows())
    return any(one.roles[role].held_by != HELD_IN_OFFICE for one in workflows if role in one.roles)


def _titles(books: Books, role: str) -> dict[str, str]:
    """What a role is called; one that no regulation knows by its code."""
    workflows = map(books.ledger.workflow, books.ledger.workflows())
    title = next((one.roles[role].title for one in workflows if role in one.roles), None)
    return {"role": role, "role_ru": title.ru if title else role, "role_en": title.en if title else role}
