"""What became of a case between two moments: folded before and after, and compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.run.case import Case, RecordOf
from engine.run.event import Plain

TERMS = ("control_due", "due")  # the fields that say when it has to be done; the first stands before the second
WHAT = (
    *("opened", "gone", "migrated", "moved", "extended", "stated"),
    *("recorded", "unrecorded", "corrected", "proven", "planned"),
)
FOLLOWS = ("control_rule", "deadline_kind", "executor_roles", "executors_raw", "lines", "because")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was: `what` is one of WHAT, `name` the field, record or stage that it is about."""

    case: str
    what: str
    name: str = ""
    before: Plain = None
    after: Plain = None


def differences(before: Case | None, after: Case | None) -> tuple[Difference, ...]:
    """All that differs between two states of one case; what was done and taken back in between is no difference."""
    if before is None or after is None:
        return tuple(_whole(before, after))
    return tuple(_between(before, after))


def _whole(before: Case | None, after: Case | None) -> Iterator[Difference]:
    if after is not None:
        yield Difference(after.id, "opened", "", None, after.stage)
        yield from (Difference(after.id, "recorded", record.id, None, record.kind) for record in after.records.values())
    elif before is not None:
        yield Difference(before.id, "gone", "", before.stage, None)


def _between(before: Case, after: Case) -> Iterator[Difference]:
    id = after.id
    if before.workflow_version != after.workflow_version:
        yield Difference(id, "migrated", "", before.workflow_version, after.workflow_version)
    if before.stage != after.stage:
        yield Difference(id, "moved", "", before.stage, after.stage)
    if term_of(before) != term_of(after):
        yield Difference(id, "extended", "", term_of(before), term_of(after))
    for name in dict.fromkeys((*before.fields, *after.fields)):
        was, now = before.fields.get(name), after.fields.get(name)
        if was != now and name not in (*TERMS, *FOLLOWS):
            yield Difference(id, "stated", name, was, now)
    for record in dict.fromkeys((*before.records, *after.records)):
        yield from _record(id, before.records.get(record), after.records.get(record))
    if len(before.evidence) != len(after.evidence):
        yield Difference(id, "proven", id, len(before.evidence), len(after.evidence))
    for stage, task in after.plans:
        if (stage, task) not in before.plans:
            yield Difference(id, "planned", stage, None, task)


def _record(case: str, before: RecordOf | None, after: RecordOf | None) -> Iterator[Difference]:
    if before is None and after is not None:
        yield Difference(case, "recorded", after.id, None, after.kind)
    elif before is not None and after is None:
        yield Difference(case, "unrecorded", before.id, before.kind, None)
    elif before is not None and after is not None:
        if (before.fields, before.links) != (after.fields, after.links):
            yield Difference(case, "corrected", after.id, before.kind, after.kind)
        if len(before.evidence) != len(after.evidence):
            yield Difference(case, "proven", after.id, len(before.evidence), len(after.evidence))


def term_of(case: Case) -> Plain:
    """The day that counts: the control day if there is one, else the day that the words give."""
    return next((case.fields[name] for name in TERMS if case.fields.get(name)), None)
