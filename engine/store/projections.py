"""What lists and audits query, worked out from a case: pure, so that it can always be made again from the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Event
from engine.run.fold import versions_of
from engine.run.looking import PREDECESSOR
from engine.run.office import OFFICE
from engine.store.journal import Row, Values
from engine.store.made_rows import LISTS, ROWS, in_order, keys, numbered, subject_key
from engine.store.remembered import Stream

__all__ = ["Rows", "case_rows", "in_order", "numbered", "project", "rows_of", "subject_key", "tables_of"]

Rows = dict[str, list[Row]]
OF_ALL = ("case_now", "case_key", "case_stage", "plan", "record", "evidence")
OF_SOME = {
    "protocol": (*OF_ALL, "protocol"),
    "assignment": (*OF_ALL, "task", "task_party", "depends"),
    OFFICE.name: (*OF_ALL, "office"),
}
GIVING = ("opened", "recorded")  # entries that give out a number
TAKEN = ("case", "id", "series", "number")


def project(history: tuple[Event, ...], workflow_of: Callable[[Case], Workflow]) -> Rows:
    """All rows of one case, table by table, also of a case that was taken back whole."""
    return rows_of(Stream.of(history), workflow_of)


def rows_of(stream: Stream, workflow_of: Callable[[Case], Workflow]) -> Rows:
    """The same of a case that somebody has folded."""
    rows = {"taken": _taken(stream.history), "undone": undone(stream.history)}
    case = stream.case
    return {**rows, **case_rows(case, workflow_of(case))} if case else rows


def case_rows(case: Case, workflow: Workflow) -> Rows:
    """The rows that say where a case stands."""
    return {table: table_rows(table, case, workflow) for table in tables_of(workflow)}


@once
def tables_of(workflow: Workflow) -> tuple[str, ...]:
    """The tables that the cases of a regulation have rows in while they stand.

    Whose cases may wait for others is told by no name: they are found by whom they wait for, to be judged again.
    """
    tables = OF_SOME.get(workflow.name, OF_ALL)
    waiting = "predecessors" in workflow.fields or PREDECESSOR in workflow.lexicon.kinds
    return (*tables, "depends") if waiting and "depends" not in tables else tables


def table_rows(table: str, case: Case, workflow: Workflow) -> list[Row]:
    """The rows of one case in one of them."""
    if table in ROWS:
        row: Row = {"case": case.id}
        for columns in ROWS[table]:
            row.update(zip(columns.names, columns.values(case, workflow), strict=True))
        return [row]
    if table == "case_key":
        return keys(case)
    _, names, things, values = LISTS[table]
    return [
        dict(zip(_numbered(names), (case.id, n, *values(case, workflow, thing)), strict=True))
        for n, thing in enumerate(things(case, workflow), 1)
    ]


@cache
def _numbered(names: tuple[str, ...]) -> tuple[str, ...]:
    return ("case", "n", *names)


def number_given(event: Event) -> Values:
    """The number that an entry gives out, as a row of `TAKEN`."""
    id = event.case if event.type == "opened" else str(event.data["record"])
    return (event.case, id, *numbered(id)[:2])


def _taken(history: Iterable[Event]) -> list[Row]:
    given = dict.fromkeys(number_given(event) for event in history if event.type in GIVING)
    return [dict(zip(TAKEN, row, strict=True)) for row in given]


def undone(history: Iterable[Event]) -> list[Row]:
    """The intents that are passed over."""
    gone: dict[str, Row] = {}
    for event in history:
        intent = str(event.data.get("intent", ""))
        if event.type == "undone" and versions_of(event):
            gone[intent] = {"case": event.case, "intent": intent}
        elif event.type == "redone":
            gone.pop(intent, None)
    return list(gone.values())
