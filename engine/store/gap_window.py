"""What does not hold, and the cases it does not hold in, read from the projections: nothing is folded or judged."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from engine.run.case import Case, RecordOf
from engine.run.event import Told
from engine.store.window import Window

PROVEN: Mapping[str, Any] = MappingProxyType({})  # that there is a document; which one, another table tells


class Stands(StrEnum):
    """How a gap stands to a day."""

    BROKEN = "violated"
    AWAITED = "pending"
    LEFT = "waived"


class GapLine(NamedTuple):
    """One thing that one sentence does not hold for. `step` is the stage, trigger or kind that it belongs to."""

    case: str
    workflow: str
    stage: str  # in which the case stands
    place: int
    thing: str
    guards: str
    step: str
    form: str
    requirement: str
    code: str
    facts: Mapping[str, str]
    from_day: str
    until_day: str
    waived: str

    def stands(self, day: date) -> Stands:
        """Whether it is broken on a day, still waited for, or passed over by leave."""
        today = day.isoformat()
        if self.waived >= today:
            return Stands.LEFT
        return Stands.BROKEN if "" < self.from_day <= today else Stands.AWAITED


def gaps(window: Window, day: date, workflow: str = "", case: str = "") -> tuple[GapLine, ...]:
    """The gaps of one case, of one regulation or of the whole country, in the order of the regulations."""
    rows = window._connection.execute(
        'SELECT g.*, c.workflow, c.stage FROM gap g JOIN case_now c ON c."case" = g."case"'
        " WHERE (? = '' OR c.workflow = ?) AND (? = '' OR g.\"case\" = ?) AND (g.until_day = '' OR g.until_day > ?)"
        " ORDER BY c.workflow, c.series, c.number, c.position, g.place, g.thing, g.n",
        (workflow, workflow, case, case, day.isoformat()),
    ).fetchall()
    return tuple(_line(row) for row in rows)


def _line(row: Any) -> GapLine:
    plain = {name: row[name] for name in GapLine._fields if name != "facts"}
    return GapLine(**plain, facts=json.loads(row["facts"]))


def cases_shown(window: Window, workflow: str) -> tuple[Case, ...]:
    """The cases of a regulation as far as the projections tell them: stage, plans, trust and records, no history."""
    rows = window._connection.execute(
        "SELECT * FROM case_now WHERE workflow = ? ORDER BY series, number, position", (workflow,)
    ).fetchall()
    trusted = _by_case(window, "SELECT * FROM case_stage WHERE trusted AND {} ORDER BY n", workflow)
    plans = _by_case(window, "SELECT * FROM plan WHERE {} ORDER BY n", workflow)
    records = _by_case(window, "SELECT * FROM record WHERE {} ORDER BY n", workflow)
    return tuple(
        Case(
            id=row["case"],
            workflow=row["workflow"],
            workflow_version=row["workflow_version"],
            version=row["version"],
            stage=row["stage"],
            subject=json.loads(row["subject"]),
            records={each["id"]: _record(each) for each in records.get(row["case"], ())},
            plans=tuple((each["stage"], each["task"]) for each in plans.get(row["case"], ())),
            trusted=tuple(each["stage"] for each in trusted.get(row["case"], ())),
        )
        for row in rows
    )


def _by_case(window: Window, statement: str, workflow: str) -> dict[str, list[Any]]:
    of_them = '"case" IN (SELECT "case" FROM case_now WHERE workflow = ?)'
    rows = window._connection.execute(statement.format(of_them), (workflow,)).fetchall()
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row["case"], []).append(row)
    return found


def _record(row: Any) -> RecordOf:
    day = date.fromisoformat(row["happened_on"])
    told = Told("", "", "", day, datetime(day.year, day.month, day.day, tzinfo=UTC))
    links, proofs = tuple(json.loads(row["links"])), (PROVEN,) * row["proofs"]
    return RecordOf(row["id"], row["kind"], json.loads(row["fields"]), links, proofs, told)
