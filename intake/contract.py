"""A `Protocol` as the JSON of the contract `resheno.protocol/1`."""

from __future__ import annotations

from typing import Any

from engine.messages import Lang, fix, say
from engine.problems import Problem
from engine.protocol import Item, Protocol, Table

SCHEMA = "resheno.protocol/1"


def as_json(protocol: Protocol, lang: Lang) -> dict[str, Any]:
    """The whole reading, every line accounted for; complaints in the language asked for."""
    attendance = protocol.attendance
    return {
        "schema": SCHEMA,
        "source": {"file": protocol.source.file, "sha256": protocol.source.sha256, "format": protocol.source.format},
        "kind": str(protocol.kind),
        "body": protocol.body or None,
        "number": protocol.number or None,
        "date": protocol.date.isoformat() if protocol.date else None,
        "place": protocol.place or None,
        "topic": protocol.topic or None,
        "chair": protocol.chair or None,
        "secretary": protocol.secretary or None,
        "controller": protocol.controller or None,
        "organisation": protocol.organisation or None,
        "attendance": {
            "members": list(attendance.members),
            "present": list(attendance.present),
            "absent": list(attendance.absent),
            "invited": list(attendance.invited),
            "positions": dict(attendance.positions),
        },
        "quorum": {"required": protocol.quorum[0], "present": protocol.quorum[1]} if protocol.quorum else None,
        "agenda": list(protocol.agenda),
        "items": [_item(item) for item in protocol.items],
        "tables": [_table(table) for table in protocol.tables],
        "problems": [_problem(problem, lang) for problem in protocol.problems],
        "lines": {
            "total": protocol.lines_total,
            "read": protocol.lines_total - len(protocol.unread),
            "unread": list(protocol.unread),
        },
    }


def _item(item: Item) -> dict[str, Any]:
    term = item.deadline
    return {
        "path": item.path,
        "kind": str(item.kind),
        "text": item.text,
        "addressee": item.addressee or None,
        "addressee_nominative": item.addressee_nominative or None,
        "executors": [
            {"raw": one.raw, "type": one.type, "name": one.name, "position": one.position or None, "role": one.role}
            for one in item.executors
        ],
        "deadline_raw": item.deadline_raw or None,
        "deadline": {
            "kind": term.kind,
            "start": term.start.isoformat() if term.start else None,
            "due": term.due.isoformat() if term.due else None,
            "recurrence": term.recurrence or None,
            "control_due": term.control_due.isoformat() if term.control_due else None,
            "control_rule": term.control_rule or None,
            "note": term.note or None,
        },
        "mechanisms": list(item.mechanisms),
        "stages": list(item.stages),
        "because": list(item.because),
        "depends_on": [
            {"path": one.path, "explicit": one.explicit, "confidence": one.confidence, "why": one.why}
            for one in item.depends_on
        ],
        "lines": list(item.lines),
    }


def _table(table: Table) -> dict[str, Any]:
    return {"title": table.title, "rows": [list(row) for row in table.rows], "lines": list(table.lines)}


def _problem(problem: Problem, lang: Lang) -> dict[str, Any]:
    where = problem.where
    return {
        "where": {"file": where.file, "line": where.line or None},
        "code": problem.code,
        "severity": str(problem.severity),
        "text": say(problem.code, problem.facts, lang),
        "fix": fix(problem.code, problem.facts, lang) or None,
    }
