"""Which rows the last entries of a case have touched, told from the parts of it that are no longer the very same.

The short way to what `engine.store.projections` says: rows of which nothing has changed are not made.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import chain, compress, repeat
from operator import attrgetter, is_not, ne
from typing import NamedTuple

from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.store import statements as sql
from engine.store.journal import Values
from engine.store.made_rows import EVER, KEYS_OF, LISTS, ROWS, Columns, Listed, keys, looked_at
from engine.store.projections import GIVING, TAKEN, case_rows, number_given, tables_of, undone
from engine.store.remembered import PASSING_OVER, Step
from engine.store.row_changes import RowChanges

Making = Callable[[Case, Workflow], Values]
PARTS = ("records", "evidence", "plans", "subject", "opened", "trusted")
_parts = attrgetter(*PARTS)
FIELDS = {part.removeprefix("fields."): part for part in looked_at() if part.startswith("fields.")}
CASE, NUMBERED = ("case",), ("case", "n")
NUMBER_TAKEN = sql.insert_once("taken", TAKEN)
STATED_BEFORE = object()


class Plan(NamedTuple):
    """What certain parts change: columns of single rows, a statement for each table; lists; keys."""

    rows: tuple[tuple[str, Making], ...]
    lists: tuple[tuple[str, Listed], ...]
    keys: bool


def touch(changes: RowChanges, step: Step, workflow_of: Callable[[Case], Workflow]) -> None:
    """Add what has to be written so that the rows of a case follow it."""
    _, old, new, entries, workflow = step
    passing = False
    for event in entries:
        if event.type in GIVING:  # a number that is given out stays so, whether the case stands or not
            changes.new[NUMBER_TAKEN].append(number_given(event))
        elif event.type in PASSING_OVER:
            passing = True
    if passing:
        changes.compare("undone", undone(old.history), undone(new.history))
    was, case = old.case, new.case
    if workflow is None or case is None or was is None or was.workflow_version != case.workflow_version:
        _whole(changes, was, case, workflow_of)
        return
    plan = _plan(tables_of(workflow), changed_parts(was, case))
    for statement, making in plan.rows:
        changes.other[statement].append((*making(case, workflow), case.id))
    for table, listed in plan.lists:
        _of_list(changes, table, listed, was, case, workflow)
    if plan.keys:
        changes.compare("case_key", keys(was), keys(case))


def _whole(changes: RowChanges, was: Case | None, case: Case | None, workflow_of: Callable[[Case], Workflow]) -> None:
    """All rows, of a case that comes, goes, or goes on under another version of its regulation."""
    old = case_rows(was, workflow_of(was)) if was else {}
    new = case_rows(case, workflow_of(case)) if case else {}
    for table in {**old, **new}:
        changes.compare(table, old.get(table, []), new.get(table, []))


def changed_parts(was: Case, case: Case) -> frozenset[str]:
    """The parts that are not the very same any more; a part that was made anew may still say what it said."""
    changed = {EVER, *compress(PARTS, map(is_not, _parts(was), _parts(case)))}
    before, after = was.fields, case.fields
    if before is not after:
        others = compress(after, map(is_not, map(before.get, after, repeat(STATED_BEFORE)), after.values()))
        named = FIELDS.keys() & chain(others, before.keys() - after.keys())
        changed.update(("fields",), map(FIELDS.__getitem__, named))
    return frozenset(changed)


@lru_cache(maxsize=512)
def _plan(tables: tuple[str, ...], changed: frozenset[str]) -> Plan:
    """A handful of kinds of entries is what all the cases of a regulation go through."""
    rows = []
    for table in tables:
        touched = [columns for columns in ROWS.get(table, ()) if not columns.of.isdisjoint(changed)]
        if touched:
            names = tuple(name for columns in touched for name in columns.names)
            rows.append((sql.update(table, names, CASE), _together(touched)))
    lists = tuple((table, LISTS[table]) for table in tables if table in LISTS)
    touched_lists = tuple((table, listed) for table, listed in lists if not listed.of.isdisjoint(changed))
    return Plan(tuple(rows), touched_lists, not KEYS_OF.isdisjoint(changed))


def _together(several: list[Columns]) -> Making:
    """What makes the values of all these columns."""
    if len(several) == 1:
        return several[0].values
    makings = [columns.values for columns in several]
    return lambda case, workflow: tuple(chain.from_iterable([making(case, workflow) for making in makings]))


def _of_list(changes: RowChanges, table: str, listed: Listed, was: Case, case: Case, workflow: Workflow) -> None:
    """The rows of the things that are others now, that came, or that went."""
    _, names, things, values = listed
    old, new = things(was, workflow), things(case, workflow)
    if old == new:
        return
    changes.depends = changes.depends or table == "depends"
    for n in compress(range(len(new)), map(ne, old, new)):
        changes.row(table, names, values(was, workflow, old[n]), values(case, workflow, new[n]), (case.id, n + 1))
    for n in range(len(old), len(new)):
        statement = sql.insert(table, (*NUMBERED, *names))
        changes.new[statement].append((case.id, n + 1, *values(case, workflow, new[n])))
    for n in range(len(new), len(old)):
        changes.gone[sql.remove(table, NUMBERED)].append((case.id, n + 1))
