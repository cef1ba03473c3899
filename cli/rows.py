"""The lines of the read window as rows of a sheet: plain keys, the same in every command that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.store.lines import CaseLine, LogLine, PartyLine, ProtocolLine, RecordLine, TaskLine

if TYPE_CHECKING:
    from cli.deeds import Teller


def task_row(task: TaskLine) -> dict[str, object]:
    """An assignment."""
    return {
        "id": task.id,
        "protocol": task.protocol,
        "path": task.path,
        "kind": task.kind,
        "text": task.text,
        "stage": task.stage,
        "outcome": task.outcome,
        "open": task.open,
        "who": [party.name for party in task.executors],
        "executors": [_party(party) for party in task.executors],
        "deadline_raw": task.deadline_raw,
        "deadline_kind": task.deadline_kind,
        "due": task.due or None,
        "day": task.day or None,
        "term": task.day or task.deadline_raw,
        "control_rule": task.control_rule,
        "late": task.late,
        "mechanisms": list(task.mechanisms),
        "stages": list(task.stages),
        "version": task.version,
    }


def _party(party: PartyLine) -> dict[str, object]:
    return {"id": party.id, "type": party.type, "name": party.name, "position": party.position, "role": party.role}


def protocol_row(protocol: ProtocolLine) -> dict[str, object]:
    """A document."""
    return {
        "id": protocol.id,
        "kind": protocol.kind,
        "body": protocol.body,
        "number": protocol.number,
        "date": protocol.date or None,
        "topic": protocol.topic,
        "stage": protocol.stage,
        "tasks": protocol.tasks,
        "open_tasks": protocol.open_tasks,
        "file": protocol.file,
        "sha256": protocol.sha256,
        "version": protocol.version,
    }


def case_row(case: CaseLine) -> dict[str, object]:
    """A case of any regulation."""
    return {
        "id": case.id,
        "workflow": case.workflow,
        "workflow_version": case.workflow_version,
        "stage": case.stage,
        "final": case.final,
        "subject": dict(case.subject),
        "about": " · ".join(value for value in case.subject.values() if value),
        "opened_on": case.opened_on,
        "changed_on": case.changed_on,
        "version": case.version,
    }


def record_row(record: RecordLine) -> dict[str, object]:
    """A record of a case."""
    return {
        "id": record.id,
        "case": record.case,
        "kind": record.kind,
        "stage": record.stage,
        "title": record.title,
        "fields": dict(record.fields),
        "links": list(record.links),
        "proofs": record.proofs,
        "happened_on": record.happened_on,
    }


def log_row(entry: LogLine) -> dict[str, object]:
    """An entry of the journal."""
    return {
        "seq": entry.seq,
        "intent": entry.intent,
        "what": entry.what,
        "case": entry.case,
        "version": entry.version,
        "type": entry.type,
        "by": entry.on_behalf_of or entry.typed_by,
        "typed_by": entry.typed_by,
        "on_behalf_of": entry.on_behalf_of,
        "ground": entry.ground,
        "happened_on": entry.happened_on,
        "recorded_at": entry.recorded_at,
        "identity": entry.identity,
        "instead_of": instead_of(entry),
        "data": dict(entry.data),
    }


def instead_of(entry: LogLine) -> str:
    """The id of whoever the author of an entry stood in for."""
    brought = entry.data.get("data")
    return str(entry.data.get("instead_of") or (brought.get("instead_of") if isinstance(brought, dict) else "") or "")


def entry_told(entry: LogLine, teller: Teller) -> dict[str, object]:
    """An entry in words: what was done, whose act it was and for whom they stood in, who typed it, how well known."""
    by = entry.on_behalf_of or entry.typed_by
    whose = instead_of(entry)
    told = by + (teller.say("deed-instead", whose=teller.name(whose)) if whose else "")
    if by != entry.typed_by:
        told = teller.say("deed-by", by=told, typed=entry.typed_by)
    deed = teller.deed(entry.case, entry.type, entry.data)
    known = teller.say(f"identity-{entry.identity}")
    return {**log_row(entry), "by": told, "case_told": teller.of(entry.case), "deed": deed, "identity_told": known}
