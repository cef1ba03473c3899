"""What the rows of a case say, column by column, and of which of its parts each is made.

A part is named as in `engine.run.case.Case`, a field of it as `fields.NAME`; EVER is what every entry changes: that
stands in `case_now` alone. While its parts are the very same, a column says what it said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any, NamedTuple

from engine.definition.workflow import Workflow
from engine.run.case import Case, RecordOf
from engine.run.event import Plain
from engine.run.office import ID as OFFICE_ID
from engine.run.office import tenures
from engine.run.standing import standing
from engine.store.journal import Row, Values, canonical

EVER = "entries"
ID = re.compile(r"([^\d.#]+)-(\d+)(?:\.(.*))?")


class Columns(NamedTuple):
    """Some columns of a table that has one row for a case."""

    of: frozenset[str]
    names: tuple[str, ...]
    values: Callable[[Case, Workflow], Values]


class Listed(NamedTuple):
    """A table with a row for each of some things, in their order: its columns besides `case` and `n`."""

    of: frozenset[str]
    names: tuple[str, ...]
    things: Callable[[Case, Workflow], Sequence[Any]]
    values: Callable[[Case, Workflow, Any], Values] = lambda case, workflow, thing: thing


def numbered(id: str) -> tuple[str, int, str]:
    """An id as its series, number and path: 'П-7.5.10' → ('П', 7, '5.10')."""
    parts = ID.fullmatch(id)
    return (parts[1], int(parts[2]), parts[3] or "") if parts else (id, 0, "")


def in_order(path: str) -> str:
    """A text that sorts as people count: 5.9 before 5.10."""
    return re.sub(r"\d+", lambda number: number[0].zfill(6), path)


def subject_key(workflow: str, subject: Mapping[str, str]) -> str:
    """What a case is found by when one knows what it is about."""
    return canonical([workflow, dict(subject)])


def text(fields: Any, name: str) -> str:
    """A field as text; what is not stated is ''."""
    value = fields.get(name)
    return "" if value is None else str(value)


def _listed(value: Plain) -> list[Any]:
    return value if isinstance(value, list) else []


def _position(case: Case, _: Workflow) -> Values:
    path, lines = numbered(case.id)[2], case.fields.get("lines")
    first = lines[0] if isinstance(lines, list) and lines else 999999
    return (f"{first:06} {in_order(path)}" if isinstance(first, int) else in_order(path),)


def _now(case: Case, workflow: Workflow) -> Values:
    changed = case.changed.happened_on.isoformat() if case.changed else ""
    return case.version, case.stage, workflow.stages[case.stage].final, changed


def _begun(case: Case, _: Workflow) -> Values:
    opened = case.opened.happened_on.isoformat() if case.opened else ""
    return (case.id, *numbered(case.id)[:2], case.workflow, case.workflow_version, canonical(case.subject), opened)


def _papers(case: Case, _: Workflow) -> Values:
    return tuple(text(case.fields, name) or case.subject.get(name, "") for name in _PAPER)


def _day(case: Case, _: Workflow) -> Values:
    due = text(case.fields, "due")
    return due, text(case.fields, "control_due") or due


def _subject(case: Case, _: Workflow) -> Values:
    return (case.id, *numbered(case.id)[:2], case.subject.get("protocol", ""), case.subject.get("path", ""))


def _of(*parts: str) -> frozenset[str]:
    return frozenset(parts)


def _field(name: str) -> Columns:
    return Columns(_of(f"fields.{name}"), (name,), lambda case, _: (text(case.fields, name),))


def _list(name: str) -> Columns:
    return Columns(_of(f"fields.{name}"), (name,), lambda case, _: (canonical(_listed(case.fields.get(name))),))


_PAPER = ("kind", "body", "number", "date", "topic", "file", "sha256")
_SAID = ("kind", "text", "outcome", "deadline_raw", "deadline_kind", "control_rule")
ROWS: Mapping[str, tuple[Columns, ...]] = {
    "case_now": (
        Columns(_of(EVER), ("version", "stage", "final", "changed_on"), _now),
        Columns(_of("fields.lines"), ("position",), _position),
        Columns(
            _of("subject", "opened"),
            ("id", "series", "number", "workflow", "workflow_version", "subject", "opened_on"),
            _begun,
        ),
    ),
    "protocol": (
        Columns(_of("subject", *(f"fields.{name}" for name in _PAPER)), _PAPER, _papers),
        Columns(_of(), ("id", "number_of"), lambda case, _: (case.id, numbered(case.id)[1])),
    ),
    "task": (
        *map(_field, _SAID),
        Columns(_of("fields.due", "fields.control_due"), ("due", "day"), _day),
        *map(_list, ("mechanisms", "stages")),
        Columns(_of("fields.lines"), ("position",), _position),
        Columns(_of("subject"), ("id", "series", "number", "protocol", "path"), _subject),
    ),
}


def _stages(case: Case, workflow: Workflow) -> list[Values]:
    kinds = [record.kind for record in case.records.values()]
    return [
        (stage, stands.value, stage in case.trusted, sum(map(kinds.count, set(workflow.stages[stage].produces))))
        for stage, stands in standing(workflow, case).items()
    ]


def _records(case: Case, _: Workflow) -> Sequence[RecordOf]:
    # What the office keeps is no material of any work; its tenures have a table of their own.
    return () if case.id == OFFICE_ID else tuple(case.records.values())


def _record(_: Case, workflow: Workflow, record: RecordOf) -> Values:
    return (
        *(record.id, record.kind, workflow.stage_of(record.kind) or ""),
        text(record.fields, "text") or text(record.fields, "name"),
        *(canonical(record.fields), canonical(record.links), len(record.evidence)),
        record.told.happened_on.isoformat(),
    )


def _proofs(case: Case, _: Workflow) -> Sequence[tuple[str, Any]]:
    shown: list[tuple[str, Case | RecordOf]] = [("", case), *case.records.items()]
    return [(id, proof) for id, of in shown for proof in of.evidence]


def _proof(_: Case, __: Workflow, shown: tuple[str, Any]) -> Values:
    record, proof = shown
    return (record, *map(text, repeat(proof), _SHOWN))


def _tenures(case: Case, _: Workflow) -> list[Values]:
    """Every tenure with its days, past and coming ones too: what holds today is for whoever asks to reckon."""
    return [
        (
            *(each.role, each.party, each.since.isoformat() if each.since else ""),
            *(each.until.isoformat() if each.until else "", each.instead_of),
        )
        for each in tenures(case)
    ]


def _parties(case: Case, _: Workflow) -> list[Values]:
    parties, parts = _listed(case.fields.get("executors")), _listed(case.fields.get("executor_roles"))
    parts = [*parts, *[""] * (len(parties) - len(parts))]
    return [(case.id, party, part) for party, part in zip(parties, parts, strict=False)]


def _links(case: Case, _: Workflow) -> list[Values]:
    links: list[Values] = [(case.id, str(each), True, "") for each in _listed(case.fields.get("predecessors"))]
    # What a regulation of one's own calls "offered" may be something else.
    offers = [each for each in _listed(case.fields.get("offered")) if isinstance(each, dict) and "task" in each]
    return [*links, *((case.id, str(offer["task"]), False, str(offer.get("why", ""))) for offer in offers)]


_SHOWN = ("kind", "number", "date", "sha256", "page", "title")
LISTS: Mapping[str, Listed] = {
    "case_stage": Listed(_of("plans", "trusted", "records"), ("stage", "standing", "trusted", "records"), _stages),
    "plan": Listed(_of("plans"), ("stage", "task"), lambda case, _: case.plans),
    "record": Listed(
        _of("records"),
        ("id", "kind", "stage", "title", "fields", "links", "proofs", "happened_on"),
        _records,
        _record,
    ),
    "evidence": Listed(_of("evidence", "records"), ("record", *_SHOWN), _proofs, _proof),
    "office": Listed(_of("fields", "records"), ("role", "party", "since", "until", "instead_of"), _tenures),
    "task_party": Listed(_of("fields.executors", "fields.executor_roles"), ("task", "party", "role"), _parties),
    "depends": Listed(_of("fields.predecessors", "fields.offered"), ("task", "on_task", "explicit", "why"), _links),
}

_FOUND_BY = ("sha256", "protocol", "previous")
KEYS_OF = _of("subject", *(f"fields.{name}" for name in _FOUND_BY))


def keys(case: Case) -> list[Row]:
    """What a case is found by: the rows of the one table that goes by names."""
    found = {"subject": subject_key(case.workflow, case.subject)}
    stated = {**case.subject, **case.fields}
    found |= {name: text(stated, name) for name in _FOUND_BY if text(stated, name)}
    return [{"case": case.id, "name": name, "value": value} for name, value in found.items()]


def looked_at() -> Iterable[str]:
    """The parts that anything is made of."""
    made = [columns.of for each in ROWS.values() for columns in each] + [each.of for each in LISTS.values()]
    return KEYS_OF.union(*made)
