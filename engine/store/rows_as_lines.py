"""Rows of the projections and of the journal as the lines that the daily commands are shown."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from engine.store.lines import CaseLine, LogLine, PartyLine, ProtocolLine, RecordLine, RefusalLine, TaskLine

Row = Any  # of either driver: values by the names of their columns


def principal(data: dict[str, Any]) -> str:
    """In whose place an entry was made: a move brings it, any other entry has it."""
    brought = data.get("data")
    return str(data.get("instead_of") or (brought.get("instead_of") if isinstance(brought, dict) else "") or "")


def task_line(row: Row, parties: tuple[PartyLine, ...], day: date) -> TaskLine:
    """An assignment as the lists tell it; `late` in days, none for what is reported or only recommended."""
    running = row["open"] and row["stage"] != "reported" and row["kind"] != "recommendation"
    late = (day - date.fromisoformat(row["day"])).days if running and row["day"] else 0
    return TaskLine(
        id=row["id"],
        version=row["version"],
        protocol=row["protocol"],
        path=row["path"],
        kind=row["kind"],
        text=row["text"],
        stage=row["stage"],
        outcome=row["outcome"],
        executors=parties,
        deadline_raw=row["deadline_raw"],
        deadline_kind=row["deadline_kind"],
        due=row["due"],
        day=row["day"],
        control_rule=row["control_rule"],
        mechanisms=tuple(json.loads(row["mechanisms"])),
        stages=tuple(json.loads(row["stages"])),
        open=bool(row["open"]),
        late=max(late, 0),
    )


def protocol_line(row: Row) -> ProtocolLine:
    """A document as the lists tell it."""
    return ProtocolLine(**{name: row[name] for name in ProtocolLine._fields})


def case_line(row: Row, names: dict[str, str]) -> CaseLine:
    """A case, its subject with the names of the register."""
    subject = {key: names.get(value, value) for key, value in json.loads(row["subject"]).items()}
    plain = {name: row[name] for name in CaseLine._fields if name not in ("subject", "final")}
    return CaseLine(**plain, subject=subject, final=bool(row["final"]))


def record_line(row: Row) -> RecordLine:
    """A record of a case."""
    plain = {name: row[name] for name in RecordLine._fields if name not in ("fields", "links")}
    return RecordLine(**plain, fields=json.loads(row["fields"]), links=tuple(json.loads(row["links"])))


def log_line(row: Row, names: dict[str, str]) -> LogLine:
    """An entry of the journal, with the names of the register."""
    plain = {name: row[name] for name in LogLine._fields if name not in ("typed_by", "on_behalf_of", "data")}
    typed, behalf = row["typed_by"], row["on_behalf_of"]
    data = json.loads(row["data"])
    return LogLine(**plain, typed_by=names.get(typed, typed), on_behalf_of=names.get(behalf, behalf), data=data)


def refusal_line(row: Row, names: dict[str, str]) -> RefusalLine:
    """A refusal, with the names of the register."""
    typed, behalf = row["typed_by"], row["on_behalf_of"]
    return RefusalLine(
        seq=row["seq"],
        case=row["case"],
        wanted=row["wanted"],
        typed_by=names.get(typed, typed),
        on_behalf_of=names.get(behalf, behalf),
        recorded_at=row["recorded_at"],
        because=tuple(json.loads(row["because"])),
    )
