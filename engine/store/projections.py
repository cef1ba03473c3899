"""What lists and audits query, worked out from a case: pure, so that it can always be made again from the journal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Set
from typing import Any, cast

from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Event, Plain
from engine.run.fold import fold, versions_of
from engine.run.office import ID as OFFICE_ID
from engine.run.office import tenures
from engine.run.standing import standing
from engine.store.journal import Row, canonical
from engine.store.remembered import NO_ROWS, Stream

Rows = dict[str, list[Row]]
ID = re.compile(r"([^\d.#]+)-(\d+)(?:\.(.*))?")
TAKING, PASSING_OVER = {"opened", "recorded"}, {"undone", "redone"}  # entries that change what a history alone tells
OF_ALL = ("case_now", "case_key", "case_stage", "plan", "record", "evidence")
OF_SOME = {"protocol": ("protocol",), "assignment": ("task", "task_party", "depends")}
EVIDENCE_FIELDS = ("kind", "number", "date", "sha256", "page", "title")


# Of which parts of a case the rows of a table are made: while those are the same, so are the rows. Any other table
# is made of the whole case.
MADE_OF: Mapping[str, tuple[str, ...]] = {
    "case_key": ("subject", "fields"),
    "case_stage": ("plans", "trusted", "records"),
    "plan": ("plans",),
    "record": ("records",),
    "evidence": ("evidence", "records"),
    "task_party": ("fields",),
    "depends": ("fields",),
    "office": ("fields", "records"),
}


def project(history: tuple[Event, ...], workflow_of: Callable[[Case], Workflow]) -> Rows:
    """All rows of one case, table by table, also of a case that was taken back whole."""
    rows = {"taken": _taken(history), "undone": _undone(history)}
    case = fold(history)
    return {**rows, **case_rows(case, workflow_of(case))} if case else rows


def case_rows(
    case: Case, workflow: Workflow, but: Set[str] = frozenset(), known: Mapping[str, list[Row]] = NO_ROWS
) -> Rows:
    """The rows that say where a case stands, but for some tables; those that are known are not made again."""
    tables = [table for table in _tables(case, workflow) if table not in but]
    return {table: known[table] if table in known else ROWS[table](case, workflow) for table in tables}


def changed_rows(old: Stream, new: Stream, workflow_of: Callable[[Case], Workflow]) -> tuple[Rows, Rows]:
    """The rows of a case before its last entries and after them; tables that those cannot have changed are left out."""
    before, after = Rows(), Rows()
    types = {event.type for event in new.history[len(old.history) :]}
    for table, made, changing in (("taken", _taken, TAKING), ("undone", _undone, PASSING_OVER)):
        if types & changing:
            before[table], after[table] = made(old.history), made(new.history)
    same = _unchanged(old.case, new.case)
    if new.case:
        after |= case_rows(new.case, workflow_of(new.case), same)
    if old.case:
        before |= case_rows(old.case, workflow_of(old.case), same, old.rows)
    return before, after


def _unchanged(old: Case | None, new: Case | None) -> frozenset[str]:
    """The tables whose rows are made of parts that are still the very same."""
    if old is None or new is None or old.workflow_version != new.workflow_version:
        return frozenset()
    same = {part for part in _PARTS if getattr(old, part) is getattr(new, part)}
    return frozenset(table for table, parts in MADE_OF.items() if same.issuperset(parts))


def _tables(case: Case, workflow: Workflow) -> tuple[str, ...]:
    return (*OF_ALL, *(("office",) if case.id == OFFICE_ID else ()), *OF_SOME.get(workflow.name, ()))


def numbered(id: str) -> tuple[str, int, str]:
    """An id as its series, number and path: 'П-7.5.10' → ('П', 7, '5.10')."""
    parts = ID.fullmatch(id)
    return (parts[1], int(parts[2]), parts[3] or "") if parts else (id, 0, "")


def in_order(path: str) -> str:
    """A text that sorts as people count: 5.9 before 5.10."""
    return re.sub(r"\d+", lambda number: number[0].zfill(6), path)


def subject_key(workflow: str, subject: dict[str, str]) -> str:
    """What a case is found by when one knows what it is about."""
    return canonical([workflow, subject])


def _taken(history: tuple[Event, ...]) -> list[Row]:
    ids = [event.case for event in history[:1]]
    ids += [str(event.data["record"]) for event in history if event.type == "recorded"]
    rows = []
    for id in dict.fromkeys(ids):
        series, number, _ = numbered(id)
        rows.append({"case": history[0].case, "id": id, "series": series, "number": number})
    return rows


def _undone(history: Iterable[Event]) -> list[Row]:
    gone: dict[str, Row] = {}
    for event in history:
        intent = str(event.data.get("intent", ""))
        if event.type == "undone" and versions_of(event):
            gone[intent] = {"case": event.case, "intent": intent}
        elif event.type == "redone":
            gone.pop(intent, None)
    return list(gone.values())


def _case_now(case: Case, workflow: Workflow) -> Row:
    series, number, path = numbered(case.id)
    return {
        "case": case.id,
        "id": case.id,
        "series": series,
        "number": number,
        "position": _position(case, path),
        "workflow": case.workflow,
        "workflow_version": case.workflow_version,
        "version": case.version,
        "stage": case.stage,
        "final": workflow.stages[case.stage].final,
        "subject": canonical(dict(case.subject)),
        "opened_on": case.opened.happened_on.isoformat() if case.opened else "",
        "changed_on": case.changed.happened_on.isoformat() if case.changed else "",
    }


def _position(case: Case, path: str) -> str:
    lines = case.fields.get("lines")
    first = lines[0] if isinstance(lines, list) and lines else 999999
    return f"{first:06} {in_order(path)}" if isinstance(first, int) else in_order(path)


def _keys(case: Case) -> list[Row]:
    keys = {"subject": subject_key(case.workflow, dict(case.subject))}
    stated = {**case.subject, **case.fields}
    keys |= {name: text(stated, name) for name in ("sha256", "protocol", "previous") if text(stated, name)}
    return [{"case": case.id, "name": name, "value": value} for name, value in keys.items()]


def _stages(case: Case, workflow: Workflow) -> list[Row]:
    rows = []
    for n, (stage, stands) in enumerate(standing(workflow, case).items(), 1):
        kinds = workflow.stages[stage].produces
        count = sum(record.kind in kinds for record in case.records.values())
        trusted = stage in case.trusted
        row = {"n": n, "stage": stage, "standing": stands.value, "trusted": trusted, "records": count}
        rows.append({"case": case.id, **row})
    return rows


def _records(case: Case, workflow: Workflow) -> list[Row]:
    if case.id == OFFICE_ID:
        return []  # what it keeps is no material of any work; its tenures have a table of their own
    return [
        {
            "case": case.id,
            "n": n,
            "id": record.id,
            "kind": record.kind,
            "stage": workflow.stage_of(record.kind) or "",
            "title": text(record.fields, "text") or text(record.fields, "name"),
            "fields": canonical(dict(record.fields)),
            "links": canonical(list(record.links)),
            "proofs": len(record.evidence),
            "happened_on": record.told.happened_on.isoformat(),
        }
        for n, record in enumerate(case.records.values(), 1)
    ]


def _evidence(case: Case) -> list[Row]:
    proofs = [("", proof) for proof in case.evidence]
    proofs += [(record.id, proof) for record in case.records.values() for proof in record.evidence]
    return [
        {"case": case.id, "n": n, "record": record, **{name: text(proof, name) for name in EVIDENCE_FIELDS}}
        for n, (record, proof) in enumerate(proofs, 1)
    ]


def _office(case: Case) -> list[Row]:
    """Every tenure with its days, past and coming ones too: what holds today is for whoever asks to reckon."""
    return [
        {
            "case": case.id,
            "n": n,
            "role": each.role,
            "party": each.party,
            "since": each.since.isoformat() if each.since else "",
            "until": each.until.isoformat() if each.until else "",
            "instead_of": each.instead_of,
        }
        for n, each in enumerate(tenures(case), 1)
    ]


def _protocol(case: Case) -> Row:
    names = ("kind", "body", "number", "date", "topic", "file", "sha256")
    said = {name: text(case.fields, name) or case.subject.get(name, "") for name in names}
    number_of = numbered(case.id)[1]
    return {
        "case": case.id,
        "id": case.id,
        "number_of": number_of,
        "version": case.version,
        "stage": case.stage,
        **said,
    }


def _task(case: Case, workflow: Workflow) -> Row:
    series, number, path = numbered(case.id)
    names = ("kind", "text", "outcome", "deadline_raw", "deadline_kind", "due", "control_rule")
    said = {name: text(case.fields, name) for name in names}
    return {
        "case": case.id,
        "id": case.id,
        "series": series,
        "number": number,
        "position": _position(case, path),
        "version": case.version,
        "protocol": case.subject.get("protocol", ""),
        "path": case.subject.get("path", ""),
        "stage": case.stage,
        **said,
        "day": text(case.fields, "control_due") or said["due"],
        "mechanisms": canonical(_listed(case.fields.get("mechanisms"))),
        "stages": canonical(_listed(case.fields.get("stages"))),
        "open": not workflow.stages[case.stage].final,
    }


def _task_parties(case: Case) -> list[Row]:
    parties = _listed(case.fields.get("executors"))
    parts = _listed(case.fields.get("executor_roles"))
    parts += [""] * (len(parties) - len(parts))
    return [
        {"case": case.id, "n": n, "task": case.id, "party": party, "role": part}
        for n, (party, part) in enumerate(zip(parties, parts, strict=False), 1)
    ]


def _depends(case: Case) -> list[Row]:
    links: list[tuple[str, bool, str]] = [(str(each), True, "") for each in _listed(case.fields.get("predecessors"))]
    for each in _listed(case.fields.get("offered")):
        offer = cast("dict[str, Any]", each)
        links.append((offer["task"], False, offer["why"]))
    return [
        {"case": case.id, "n": n, "task": case.id, "on_task": on, "explicit": explicit, "why": why}
        for n, (on, explicit, why) in enumerate(links, 1)
    ]


def _plans(case: Case) -> list[Row]:
    return [{"case": case.id, "n": n, "stage": stage, "task": task} for n, (stage, task) in enumerate(case.plans, 1)]


def _listed(value: Plain) -> list[Any]:
    return list(value) if isinstance(value, list) else []


def text(fields: Any, name: str) -> str:
    """A field as text; what is not stated is ''."""
    value = fields.get(name)
    return "" if value is None else str(value)


ROWS: Mapping[str, Callable[[Case, Workflow], list[Row]]] = {
    "case_now": lambda case, workflow: [_case_now(case, workflow)],
    "case_key": lambda case, _: _keys(case),
    "case_stage": _stages,
    "plan": lambda case, _: _plans(case),
    "record": _records,
    "evidence": lambda case, _: _evidence(case),
    "office": lambda case, _: _office(case),
    "protocol": lambda case, _: [_protocol(case)],
    "task": lambda case, workflow: [_task(case, workflow)],
    "task_party": lambda case, _: _task_parties(case),
    "depends": lambda case, _: _depends(case),
}
_PARTS = frozenset(part for parts in MADE_OF.values() for part in parts)
