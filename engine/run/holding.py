"""Who held what by when, told from the histories of a case and of the office: what sentences about acts ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from engine.definition.workflow import OFFICE as OFFICE
from engine.definition.workflow import Workflow
from engine.rules.acting import AUTHOR
from engine.rules.thing import Act, Held
from engine.run.case import Case, Past, RecordOf, Was
from engine.run.event import Plain
from engine.run.tenure import EVER, Tenure, roll


class Span(NamedTuple):
    """Somebody who was named from one day to another."""

    party: str
    first: date
    last: date


class Holding(NamedTuple):
    """The history of a case and the tenures of the office, to be asked about one act after the other."""

    workflow: Workflow
    case: Case
    tenures: tuple[Tenure, ...]

    def then(self, role: str, act: Act, among: frozenset[str] | None) -> Held:
        """Who held a role when an act was done, those who stood in included."""
        if role == AUTHOR:
            return self._authors(act, among)
        held_by = self._held_by(role)
        if held_by == OFFICE:
            return roll(self.tenures).held(role, act.day)
        now = {party for been in self._named(held_by, act, among) for party in parties(been[-1].value)}
        held = {(party, party) for party in now}
        for each in roll(self.tenures).deputies(role):
            if each.instead_of in now and each.holds(act.day):
                held.add((each.party, each.instead_of))
        return frozenset(held)

    def ever(self, role: str, act: Act, among: frozenset[str] | None) -> Held:
        """Who had held it by then: whom a correction or another executor has replaced, and who stood in meanwhile."""
        if role == AUTHOR:
            return self._authors(act, among)
        held_by = self._held_by(role)
        if held_by == OFFICE:
            return roll(self.tenures).ever(role, act.day)
        named = self._named(held_by, act, among)
        held = {(party, party) for been in named for was in been for party in parties(was.value)}
        for each in roll(self.tenures).deputies(role):
            met = [it for been in named for it in _spans(been, act.day) if it.party == each.instead_of]
            held |= {(each.party, it.party) for it in met if each.met(it.first, min(it.last, act.day))}
        return frozenset(held)

    def _held_by(self, role: str) -> str:
        known = self.workflow.roles.get(role)
        return known.held_by if known else OFFICE

    def _named(self, held_by: str, act: Act, among: frozenset[str] | None) -> list[Sequence[Was]]:
        """What a field of the case, or of each of its records, has been until the act: lists of who is named."""
        kind, _, field = held_by.rpartition(".")
        case, records = self.case, self.case.records
        if kind:
            some = [each for each in records.values() if each.kind == kind and (among is None or each.id in among)]
            found = [_been(each.past, each.fields, field, each.version, each.told.happened_on) for each in some]
        else:
            found = [_been(case.past, case.fields, field, 1, case.opened.happened_on if case.opened else EVER)]
        return [before for been in found if (before := [was for was in been if was.version < act.order])]

    def _authors(self, act: Act, among: frozenset[str] | None) -> Held:
        """Who recorded or put right the things by the time of the act; of the case itself, who opened it."""
        ids = among if among is not None else frozenset({act.on})
        records = [record for id in ids if (record := self.case.records.get(id))]
        found = {who for record in records for who in _authors_of(record, act.order)}
        if self.case.id in ids and self.case.opened is not None:
            found.add(self.case.opened.on_behalf_of)
        return frozenset((who, who) for who in found)


def _been(past: Past, fields: Mapping[str, Plain], field: str, version: int, day: date) -> Sequence[Was]:
    """What a field has been, in order, and is; one that never changed is so since its case or record is there."""
    return past[field] if field in past else (Was(version, day, fields.get(field)),)


def _spans(been: Sequence[Was], day: date) -> Iterator[Span]:
    """Who was named from when to when, until the day of the act; days told out of order still are the days between."""
    for was, after in zip(been, [*been[1:], None], strict=True):
        end = after.day if after else day
        for party in parties(was.value):
            yield Span(party, min(was.day, end), max(was.day, end))


def parties(value: Plain) -> Iterable[str]:
    """The parties that a value names, in their order."""
    if isinstance(value, list):
        return tuple(map(str, value))
    return (value,) if isinstance(value, str) and value else ()


def _authors_of(record: RecordOf, order: int) -> Iterator[str]:
    if record.version < order:
        yield record.author or record.told.on_behalf_of
        yield from filter(None, (record.instead_of,))
    for each in record.corrected:
        if each.version < order:
            yield each.told.on_behalf_of
            yield from filter(None, (each.instead_of,))
