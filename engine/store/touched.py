"""Which rows the last entries of a case have touched, told from the parts of it that are no longer the very same.

The short way to what `engine.store.projections` says: rows of which nothing has changed are not made.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import compress
from operator import attrgetter, is_not
from typing import NamedTuple

from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.store import statements as sql
from engine.store.journal import Values
from engine.store.made_rows import EVER, KEYS_OF, LISTS, ROWS, Listed, keys, looked_at
from engine.store.projections import GIVING, TAKEN, case_rows, number_given, tables_of, undone
from engine.store.remembered import PASSING_OVER, Stream
from engine.store.row_changes import RowChanges, add

Making = Callable[[Case, Workflow], Values]
PARTS = ("records", "evidence", "plans", "subject", "opened", "trusted")
_parts = attrgetter(*PARTS)
FIELDS = {part.removeprefix("fields."): part for part in looked_at() if part.startswith("fields.")}
CASE, NUMBERED = ("case",), ("case", "n")
NUMBER_TAKEN = sql.insert_once("taken", TAKEN)
STATED_BEFORE = object()


class Plan(NamedTuple):
    """What certain parts change: the columns of single rows, statement by statement; lists; keys."""

    rows: tuple[tuple[str, tuple[Making, ...]], ...]
    lists: tuple[tuple[str, Listed], ...]
    keys: bool


def touch(changes: RowChanges, old: Stream, new: Stream, workflow_of: Callable[[Case], Workflow]) -> None:
    """Add what has to be written so that the rows of a case follow it."""
    _of_entries(changes, old, new)
    was, case = old.case, new.case
    if was is None or case is None or was.workflow_version != case.workflow_version:
        _whole(changes, was, case, workflow_of)
        return
    workflow = workflow_of(case)
    plan = _plan(tables_of(case), changed_parts(was, case))
    for statement, making in plan.rows:
        values: Values = ()
        for made in making:
            values += made(case, workflow)
        add(changes.other, statement, (*values, case.id))
    for table, listed in plan.lists:
        changes.depends = changes.depends or table == "depends"
        _of_list(changes, table, listed, was, case, workflow)
    if plan.keys:
        changes.compare("case_key", keys(was), keys(case))


def _whole(changes: RowChanges, was: Case | None, case: Case | None, workflow_of: Callable[[Case], Workflow]) -> None:
    """All rows, of a case that comes, goes, or goes on under another version of its regulation."""
    old = case_rows(was, workflow_of(was)) if was else {}
    new = case_rows(case, workflow_of(case)) if case else {}
    for table in new or old:
        changes.compare(table, old.get(table, []), new.get(table, []))


def _of_entries(changes: RowChanges, old: Stream, new: Stream) -> None:
    """What the history tells, whether the case stands or not. A number that is given out stays so."""
    types = set()
    for event in new.history[len(old.history) :]:
        types.add(event.type)
        if event.type in GIVING:
            add(changes.new, NUMBER_TAKEN, number_given(event))
    if not types.isdisjoint(PASSING_OVER):
        changes.compare("undone", undone(old.history), undone(new.history))


def changed_parts(was: Case, case: Case) -> frozenset[str]:
    """The parts that are not the very same any more; a part that was made anew may still say what it said."""
    changed = {EVER, *compress(PARTS, map(is_not, _parts(was), _parts(case)))}
    if was.fields is not case.fields:
        before, after = was.fields, case.fields
        names = [name for name, value in after.items() if before.get(name, STATED_BEFORE) is not value]
        names += [name for name in before if name not in after]
        changed.update(["fields", *(FIELDS[name] for name in names if name in FIELDS)])
    return frozenset(changed)


@lru_cache(maxsize=512)
def _plan(tables: tuple[str, ...], changed: frozenset[str]) -> Plan:
    """A handful of kinds of entries is what all the cases of a regulation go through."""
    rows = []
    for table in tables:
        touched = [columns for columns in ROWS.get(table, ()) if not columns.of.isdisjoint(changed)]
        if touched:
            names = tuple(name for columns in touched for name in columns.names)
            rows.append((sql.update(table, names, CASE), tuple(columns.values for columns in touched)))
    lists = tuple((table, LISTS[table]) for table in tables if table in LISTS)
    touched_lists = tuple((table, listed) for table, listed in lists if not listed.of.isdisjoint(changed))
    return Plan(tuple(rows), touched_lists, not KEYS_OF.isdisjoint(changed))


def _of_list(changes: RowChanges, table: str, listed: Listed, was: Case, case: Case, workflow: Workflow) -> None:
    """The rows of the things that are others now, that came, or that went."""
    _, names, things, values = listed
    old, new = things(was, workflow), things(case, workflow)
    for n, (before, after) in enumerate(zip(old, new, strict=False), 1):
        if before is not after and before != after:
            said = values(was, workflow, before), values(case, workflow, after)
            changes.row(table, NUMBERED, names, *said, (case.id, n))
    for n in range(len(old), len(new)):
        add(changes.new, sql.insert(table, (*NUMBERED, *names)), (case.id, n + 1, *values(case, workflow, new[n])))
    for n in range(len(new), len(old)):
        add(changes.gone, sql.remove(table, NUMBERED), (case.id, n + 1))
