"""The history is the state: a case is what its entries, in their order, have made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from types import MappingProxyType
from typing import Any, cast

from engine.run.case import Case, Correction, Move, Past, RecordOf, Was
from engine.run.event import NO_DATA, Event, Plain, Told


def fold(events: Iterable[Event]) -> Case | None:
    """The case that these events, in this order, have made; None if there is none, or all of it was taken back."""
    history = tuple(events)
    case = reduce(apply, live(history), None)
    if case is None or case.version == history[-1].version:
        return case
    return case._replace(version=history[-1].version)


def live(events: Iterable[Event]) -> tuple[Event, ...]:
    """The entries that count: those of an intent that was taken back are passed over."""
    history = tuple(events)
    gone: set[int] = set()
    for event in history:
        if event.type == "undone":
            gone |= versions_of(event)
        elif event.type == "redone":
            gone -= versions_of(event)
    return tuple(event for event in history if event.version not in gone and event.type not in ("undone", "redone"))


def versions_of(event: Event) -> set[int]:
    """The versions that an undone or redone entry speaks of."""
    return set(cast("list[int]", event.data["versions"]))


def apply(case: Case | None, event: Event) -> Case:
    """The case after one more entry."""
    return _opened(event) if case is None else _CHANGES[event.type](case, event)


def _opened(event: Event) -> Case:
    data = event.data
    return Case(
        id=event.case,
        workflow=str(data["workflow"]),
        workflow_version=str(data["workflow_version"]),
        version=event.version,
        stage=str(data["stage"]),
        subject=MappingProxyType(dict(cast("dict[str, str]", data["subject"]))),
        fields=_frozen(cast("dict[str, Plain]", data["fields"])),
        trusted=tuple(cast("list[str]", data["trusted"])),
        opened=event.told,
        changed=event.told,
    )


def _moved(case: Case, event: Event) -> Case:
    said: Any = event.data
    told, version, target, brought = event.told, event.version, said["to"], said["data"]
    move = Move(said["trigger"], said["from"], target, _frozen(brought) if brought else NO_DATA, told, version)
    leave = case.leave or "waived" in brought
    moved = case._replace(version=version, stage=target, moves=(*case.moves, move), changed=told, leave=leave)
    return _stated(moved, said["sets"], event) if said["sets"] else moved


def _recorded(case: Case, event: Event) -> Case:
    said: Any = event.data
    told, version = event.told, event.version
    record = RecordOf(
        id=said["record"],
        kind=said["kind"],
        fields=_frozen(said["fields"]),
        links=tuple(said["links"]),
        evidence=(),
        told=told,
        version=version,
        touched=version,
        author=str(said.get("author") or ""),
        instead_of=str(said.get("instead_of") or ""),
        waived=_waived(said),
    )
    return _with(case, record, event)


def _linked(case: Case, event: Event) -> Case:
    record = case.records[str(event.data["record"])]
    links = (*record.links, str(event.data["to"]))
    waived = (*record.waived, *_waived(event.data))
    return _with(case, record._replace(links=links, touched=event.version, waived=waived), event)


def _evidenced(case: Case, event: Event) -> Case:
    said: Any = event.data
    proof, target = _frozen(said["evidence"]), said["record"]
    if not target:
        return case._replace(version=event.version, evidence=(*case.evidence, proof), changed=event.told)
    record = case.records[target]
    return _with(case, record._replace(evidence=(*record.evidence, proof)), event)


def _planned(case: Case, event: Event) -> Case:
    plan = (str(event.data["stage"]), str(event.data["task"]))
    return case._replace(version=event.version, plans=(*case.plans, plan), changed=event.told)


def _corrected(case: Case, event: Event) -> Case:
    fields = cast("dict[str, Plain]", event.data["fields"])
    target = str(event.data["record"])
    if not target:
        return _stated(case, fields, event)
    record = case.records[target]
    correction = Correction(event.version, event.told, str(event.data.get("instead_of") or ""))
    put_right = record._replace(
        fields=_frozen({**record.fields, **fields}),
        past=_past(record.past, record.fields, fields, record.version, record.told, event),
        touched=event.version,
        corrected=(*record.corrected, correction),
        waived=(*record.waived, *_waived(event.data)),
    )
    return _with(case, put_right, event)


def _waived(data: Mapping[str, Plain]) -> tuple[Mapping[str, Plain], ...]:
    """What was passed over by somebody's leave."""
    return tuple(cast("list[dict[str, Plain]]", data.get("waived") or ()))


def _stated(case: Case, fields: dict[str, Plain], event: Event) -> Case:
    """New values of fields of the case; what they were stays known."""
    past = _past(case.past, case.fields, fields, 1, case.opened or event.told, event)
    return case._replace(
        version=event.version, fields=_frozen({**case.fields, **fields}), changed=event.told, past=past
    )


def _past(
    past: Past, before: Mapping[str, Plain], after: Mapping[str, Plain], version: int, told: Told, event: Event
) -> Past:
    """All that the fields were, with what they are now; a field is listed from its first change on."""
    changed = [name for name, value in after.items() if before.get(name) != value]
    if not changed:
        return past
    listed = dict(past)
    for name in changed:
        first = past.get(name) or (Was(version, told.happened_on, before.get(name)),)
        listed[name] = (*first, Was(event.version, event.told.happened_on, after[name]))
    return MappingProxyType(listed)


def _migrated(case: Case, event: Event) -> Case:
    """Under another version: stages by their new names wherever they still count; moves stay as they were made."""
    data = event.data
    mapping = cast("dict[str, str]", data["mapping"])
    return case._replace(
        workflow_version=str(data["workflow_version"]),
        version=event.version,
        stage=str(data["stage"]),
        plans=tuple((mapping.get(stage, stage), task) for stage, task in case.plans),
        trusted=tuple(cast("list[str]", data["trusted"])),
        changed=event.told,
    )


def _with(case: Case, record: RecordOf, event: Event) -> Case:
    records = MappingProxyType({**case.records, record.id: record})
    leave = case.leave or bool(record.waived)
    return case._replace(version=event.version, records=records, changed=event.told, leave=leave)


def _frozen(data: Mapping[str, Plain]) -> Mapping[str, Plain]:
    return MappingProxyType(dict(data))


_CHANGES: dict[str, Callable[[Case, Event], Case]] = {
    "moved": _moved,
    "recorded": _recorded,
    "linked": _linked,
    "evidenced": _evidenced,
    "planned": _planned,
    "corrected": _corrected,
    "migrated": _migrated,
}
