"""A case, its records and its documents as the things that sentences are judged over, each value read when asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from engine.definition.derived import once
from engine.definition.workflow import Field, Workflow
from engine.rules.reach import EVIDENCE
from engine.rules.thing import Thing, Value
from engine.run.case import Case, RecordOf
from engine.run.event import Plain

EVIDENCE_DATES = frozenset({"date"})
CLOSED = "closed"
NO_DAYS: frozenset[str] = frozenset()


class Stated(Mapping[str, Value]):
    """What is stated of a record or a document. `days` are the names of those values that are days."""

    __slots__ = ("days", "given")

    def __init__(self, given: Mapping[str, Plain], days: frozenset[str]) -> None:
        self.given, self.days = given, days

    def __getitem__(self, name: str) -> Value:
        return _understood(self.given[name], name in self.days)

    def get(self, name: str, default: Any = None) -> Any:
        """The value of that name; asked of nearly every thing, so without the detour of an exception."""
        return self[name] if name in self.given else default

    def __iter__(self) -> Iterator[str]:
        return iter(self.given)

    def __len__(self) -> int:
        return len(self.given)


class Reading(NamedTuple):
    """How the cases of a regulation are read: what is a day among their values, and what the journal alone can tell.

    `moments` name the stage that a case comes to on that day, '' for any of the `ends`.
    """

    kind: str
    days: frozenset[str]
    days_of: Mapping[str, frozenset[str]]
    moments: Mapping[str, str]
    ends: frozenset[str]


@once
def reading(workflow: Workflow) -> Reading:
    """How the cases of a regulation are read."""
    moments = {CLOSED: "", **{name: field.reached for name, field in workflow.fields.items() if field.reached}}
    return Reading(
        workflow.lexicon.case or workflow.name,
        _days(workflow.fields),
        {name: _days(kind.fields) for name, kind in workflow.records.items()},
        moments,
        frozenset(name for name, stage in workflow.stages.items() if stage.final),
    )


def _days(fields: Mapping[str, Field]) -> frozenset[str]:
    return frozenset(name for name, field in fields.items() if field.type == "date")


class OfCase(Mapping[str, Value]):
    """What is stated of a case, and the days on which it came to its stages."""

    __slots__ = ("case", "reading")

    def __init__(self, reading: Reading, case: Case) -> None:
        self.reading, self.case = reading, case

    def get(self, name: str, default: Any = None) -> Any:
        """The value of that name; what was stated of a moment does not count, the journal does."""
        case, how = self.case, self.reading
        stage = how.moments.get(name)
        if stage is not None:
            return _reached(case, stage) if stage else _closed(case, how.ends)
        given = case.fields
        if name not in given:
            given = case.subject
            if name not in given:
                return default
        value = given[name]
        if isinstance(value, str) and name not in how.days:
            return value or None  # as most values are
        return _understood(value, name in how.days)

    def __getitem__(self, name: str) -> Value:
        if name not in self._names():
            raise KeyError(name)
        return self.get(name)  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    def _names(self) -> Mapping[str, object]:
        return {**self.case.subject, **self.case.fields, **self.reading.moments}


def case_thing(workflow: Workflow, case: Case, kind: str = "") -> Thing:
    """A case as a thing; seen from another case it may bear another kind there, such as 'predecessor'."""
    how = reading(workflow)
    day = case.opened.happened_on if case.opened else None
    return Thing(kind or how.kind, case.id, OfCase(how, case), (), day)


def _closed(case: Case, ends: frozenset[str]) -> date | None:
    """The day on which a case that has ended came to its end."""
    if case.stage not in ends:
        return None
    # A move may lead to a stage of the version that the case was migrated from.
    return next((move.told.happened_on for move in reversed(case.moves) if move.target in ends), None)


def _reached(case: Case, stage: str) -> date | None:
    """The day on which a case first came to a stage; none for a stage that was taken on trust."""
    began = case.moves[0].source if case.moves else case.stage
    if began == stage:
        return case.opened.happened_on if case.opened else None
    for move in case.moves:
        if move.target == stage:
            return move.told.happened_on
    return None


def record_thing(how: Reading, record: RecordOf) -> Thing:
    """A record as a thing."""
    values = Stated(record.fields, how.days_of.get(record.kind, NO_DAYS))
    return Thing(record.kind, record.id, values, record.links, record.told.happened_on)


def proofs(case: Case) -> tuple[Thing, ...]:
    """All documents of a case, each linked to what it proves."""
    found = [(case.id, proof) for proof in case.evidence]
    for record in case.records.values():
        found += [(record.id, proof) for proof in record.evidence]
    return tuple([_proof(f"{target}#{number}", target, proof) for number, (target, proof) in enumerate(found, 1)])


def _proof(id: str, target: str, proof: Mapping[str, Plain]) -> Thing:
    said = proof.get("date")
    day = date.fromisoformat(said) if isinstance(said, str) and said else None
    return Thing(EVIDENCE, id, Stated(proof, EVIDENCE_DATES), (target,), day)


def _understood(value: Plain, is_day: bool = False) -> Value:
    if isinstance(value, str):
        if not value:
            return None
        return date.fromisoformat(value) if is_day else value
    if is_day:
        return None
    if isinstance(value, list):
        return tuple([_understood(each) for each in value])
    if isinstance(value, dict):
        return MappingProxyType({key: _understood(each) for key, each in value.items()})
    return value
