"""A `Protocol` as the JSON of the contract `resheno.protocol/1`."""

from __future__ import annotations

from typing import Any

from engine.messages import Lang, fix, say
from engine.problems import Problem
from engine.protocol import Doubt, Item, Protocol, Table
from intake.doubting.questions import questions

SCHEMA = "resheno.protocol/1"


def as_json(protocol: Protocol, lang: Lang) -> dict[str, Any]:
    """The whole reading, every line accounted for; complaints in the language asked for."""
    attendance = protocol.attendance
    marks = _lines_of_facts(protocol)
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
        "items": [_item(item, marks.get(item.path, {})) for item in protocol.items],
        "tables": [_table(table) for table in protocol.tables],
        "problems": [_problem(problem, lang) for problem in protocol.problems],
        "doubts": [_doubt(doubt, lang) for doubt in questions(protocol)],
        "lines": {
            "total": protocol.lines_total,
            "read": protocol.lines_total - len(protocol.unread),
            "unread": list(protocol.unread),
        },
    }


def _lines_of_facts(protocol: Protocol) -> dict[str, dict[str, list[int]]]:
    """Item → fact → the lines that it was read from, a heading's among them."""
    found: dict[str, dict[str, list[int]]] = {}
    for mark in protocol.marks:
        lines = found.setdefault(mark.path, {}).setdefault(mark.what, [])
        if mark.line not in lines:
            lines.append(mark.line)
    return found


def _item(item: Item, lines_of: dict[str, list[int]]) -> dict[str, Any]:
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
        "executor_lines": lines_of.get("executor", []),
        "deadline_lines": lines_of.get("deadline", []),
    }


def _table(table: Table) -> dict[str, Any]:
    return {"title": table.title, "rows": [list(row) for row in table.rows], "lines": list(table.lines)}


def _doubt(doubt: Doubt, lang: Lang) -> dict[str, Any]:
    return {
        "code": doubt.code,
        "paths": list(doubt.paths),
        "line": doubt.line,
        "text": say(doubt.code, doubt.facts, lang),
        "blocks": doubt.blocks,
        "choices": [
            {"code": each.code, "facts": dict(each.facts), "changes": dict(each.changes), "lasting": each.lasting}
            for each in doubt.choices
        ],
        "asks": doubt.asks or None,
    }


def _problem(problem: Problem, lang: Lang) -> dict[str, Any]:
    where = problem.where
    return {
        "where": {"file": where.file, "line": where.line or None},
        "code": problem.code,
        "severity": str(problem.severity),
        "text": say(problem.code, problem.facts, lang),
        "fix": fix(problem.code, problem.facts, lang) or None,
    }
