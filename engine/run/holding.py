"""Who held what by when, told from the histories of a case and of the office: what sentences about acts ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from engine.definition.workflow import Workflow
from engine.rules.acting import AUTHOR
from engine.rules.thing import Act, Held
from engine.run.case import Case, Past, RecordOf, Was
from engine.run.event import Plain
from engine.run.tenure import EVER, FOR_EVER, Tenure, standing_in

OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Span:
    """Somebody named in a field, from one day to another; `now` if still so when the act was done."""

    party: str
    first: date
    last: date
    now: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """The history of a case and the tenures of the office, to be asked about one act after the other."""

    workflow: Workflow
    case: Case
    tenures: tuple[Tenure, ...]

    def then(self, role: str, act: Act, among: frozenset[str] | None) -> Held:
        """Who held a role when an act was done, those who stood in included."""
        if role == AUTHOR:
            return self._authors(act, among)
        if self._held_by(role) == OFFICE:
            return frozenset(standing_in(self.tenures, role, act.day))
        now = {span.party for span in self._spans(role, act, among) if span.now}
        stood_in = self._delegated(role)
        return frozenset(
            {(party, party) for party in now}
            | {(each.party, each.instead_of) for each in stood_in if each.instead_of in now and each.holds(act.day)}
        )

    def ever(self, role: str, act: Act, among: frozenset[str] | None) -> Held:
        """Who had held it by then: whom a correction or another executor has replaced, and who stood in meanwhile."""
        if role == AUTHOR:
            return self._authors(act, among)
        if self._held_by(role) == OFFICE:
            own = [each for each in self.tenures if each.role == role and not each.instead_of and each.begun(act.day)]
            spans = [
                Span(each.party, each.since or EVER, max(each.until or FOR_EVER, each.since or EVER), True)
                for each in own
            ]
        else:
            spans = list(self._spans(role, act, among))
        stood_in = self._delegated(role)
        return frozenset(
            {(span.party, span.party) for span in spans}
            | {
                (each.party, span.party)
                for span in spans
                for each in stood_in
                if each.instead_of == span.party and each.met(span.first, min(span.last, act.day))
            }
        )

    def _held_by(self, role: str) -> str:
        known = self.workflow.roles.get(role)
        return known.held_by if known else OFFICE

    def _delegated(self, role: str) -> list[Tenure]:
        return [each for each in self.tenures if each.instead_of and each.role == role]

    def _spans(self, role: str, act: Act, among: frozenset[str] | None) -> Iterator[Span]:
        """All who were named for a role that a field of the case, or of its records, lists."""
        kind, _, field = self._held_by(role).rpartition(".")
        if not kind:
            yield from _named(_values(self.case.past, self.case.fields.get(field), field, self.case), act)
            return
        for record in self.case.records.values():
            if record.kind == kind and (among is None or record.id in among):
                yield from _named(_values(record.past, record.fields.get(field), field, record), act)

    def _authors(self, act: Act, among: frozenset[str] | None) -> Held:
        """Who recorded or put right the things by the time of the act; of the case itself, who opened it."""
        ids = among if among is not None else frozenset({act.on})
        records = [record for id in ids if (record := self.case.records.get(id))]
        found = {who for record in records for who in _authors_of(record, act.order)}
        if self.case.id in ids and self.case.opened is not None:
            found.add(self.case.opened.on_behalf_of)
        return frozenset((who, who) for who in found)


def _values(past: Past, value: Plain, field: str, owner: Case | RecordOf) -> tuple[Was, ...]:
    """What a field has been, in order, and is."""
    if field in past:
        return past[field]
    if isinstance(owner, RecordOf):
        return (Was(owner.version, owner.told.happened_on, value),)
    return (Was(1, owner.opened.happened_on if owner.opened else EVER, value),)


def _named(values: tuple[Was, ...], act: Act) -> Iterator[Span]:
    """Who was named before the act; days that were told out of order still are the days between."""
    before = [was for was in values if was.version < act.order]
    for was, after in zip(before, [*before[1:], None], strict=True):
        end = after.day if after else act.day
        for party in parties(was.value):
            yield Span(party, min(was.day, end), max(was.day, end), after is None)


def parties(value: Plain) -> Iterable[str]:
    """The parties that a value names, in their order."""
    if isinstance(value, list):
        return tuple(str(each) for each in value)
    return (value,) if isinstance(value, str) and value else ()


def _authors_of(record: RecordOf, order: int) -> Iterator[str]:
    if record.version < order:
        yield record.author or record.told.on_behalf_of
        yield from filter(None, (record.instead_of,))
    for each in record.corrected:
        if each.version < order:
            yield each.told.on_behalf_of
            yield from filter(None, (each.instead_of,))
