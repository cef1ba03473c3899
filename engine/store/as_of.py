"""The books as they stood at the end of a past day: the same window over what had been recorded by then."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import lru_cache

from engine.definition.compiled import from_json
from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Event
from engine.run.fold import fold
from engine.run.office import ID as OFFICE_ID
from engine.run.office import OFFICE
from engine.run.office_names import is_correction, names_follow
from engine.run.unknown import NotFound
from engine.store.gap_keeping import all_gaps, lookers
from engine.store.journal import Row, event_of
from engine.store.projections import project
from engine.store.seen import SeenThere
from engine.store.sql_ledger import Connection, SqlLedger
from engine.store.window import Window

# Kept in the file and made from the journal; listed here because the models would load SQLAlchemy.
MADE = (
    *("taken", "undone", "case_now", "case_key", "case_stage", "plan", "record", "evidence"),
    *("protocol", "task", "task_party", "depends", "office", "gap"),
)
# That temporary tables may be made: in a file, and on a server.
BEFOREHAND = {
    True: ("PRAGMA query_only = OFF", "PRAGMA temp_store = MEMORY"),
    False: ("BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE",),
}
VERSIONS = 64  # of regulations that are held ready at once: more than an office has lived by
LASTING = {"intent": "number", "entry": "seq", "refusal": "seq"}


def turn_back(connection: Connection, day: date) -> None:
    """Hide what was recorded after a day from all that reads through this connection; the file is not touched.

    Temporary tables of the same names stand before those of the file. Only cases with a later entry are folded again.
    """
    for statement in BEFOREHAND[isinstance(connection, sqlite3.Connection)]:
        connection.execute(statement)
    for table, number in LASTING.items():
        end = _first_after(connection, table, number, day)
        connection.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {number} < {end}")
    changed = _changed(connection)
    connection.execute('CREATE TEMP TABLE changed_since ("case" TEXT PRIMARY KEY)')
    connection.executemany("INSERT INTO changed_since VALUES (?)", ((case,) for case in changed))
    for table in MADE:
        connection.execute(
            f"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table}"
            ' WHERE "case" NOT IN (SELECT "case" FROM changed_since)'
        )
    for case in changed:
        _project(connection, case)
    _judge(connection, changed)
    _turn_names_back(connection)
    connection.commit()
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA query_only = ON")


class AsShown:
    """A store of what a window shows, for whoever judges by a past day; nothing can be written in it."""

    def __init__(self, window: Window) -> None:
        self._ledger = SqlLedger(window._connection, {})

    @contextmanager
    def reading(self) -> Iterator[SqlLedger]:
        """The books of that day."""
        yield self._ledger

    def writing(self) -> AbstractContextManager[SqlLedger]:
        """The past is not written: asking for it is a fault of ours."""
        raise AssertionError("a past day is only looked at")


def folded(window: Window, case: str) -> Case:
    """A case that a window shows, with all that made it; raises NotFound."""
    found = fold(history(window, case))
    if found is None:
        raise NotFound("case", case)
    return found


def history(window: Window, case: str) -> tuple[Event, ...]:
    """All entries of a case that a window shows, in their order, as events to be folded."""
    rows = window._connection.execute('SELECT * FROM entry WHERE "case" = ? ORDER BY version', (case,))
    return tuple(event_of(dict(row)) for row in rows)


def _first_after(connection: Connection, table: str, number: str, day: date) -> int:
    """The number from which on everything is later than the day.

    An entry counts as recorded no earlier than what stands before it: a clock that was once set back hides nothing.
    """
    late = connection.execute(
        f"SELECT min({number}) FROM main.{table} WHERE substr(recorded_at, 1, 10) > ?", (day.isoformat(),)
    ).fetchone()[0]
    last = connection.execute(f"SELECT coalesce(max({number}), 0) FROM main.{table}").fetchone()[0]
    return int(last + 1 if late is None else late)


def _changed(connection: Connection) -> list[str]:
    rows = connection.execute(
        'SELECT DISTINCT "case" FROM main.entry WHERE seq > (SELECT coalesce(max(seq), 0) FROM temp.entry)'
    )
    return [str(row[0]) for row in rows]


def _project(connection: Connection, case: str) -> None:
    rows = connection.execute('SELECT * FROM temp.entry WHERE "case" = ? ORDER BY version', (case,)).fetchall()
    if not rows:
        return
    for table, made in project(
        tuple(event_of(dict(row)) for row in rows), lambda it: workflow_of(connection, it)
    ).items():
        _put(connection, table, made)


def _turn_names_back(connection: Connection) -> None:
    """The register with the names of that day; who has come since is in it all the same, for nobody wrote down when."""
    rows = connection.execute('SELECT * FROM main.entry WHERE "case" = ? ORDER BY version', (OFFICE_ID,)).fetchall()
    entries = tuple(event_of(dict(row)) for row in rows)
    count = connection.execute('SELECT count(*) FROM temp.entry WHERE "case" = ?', (OFFICE_ID,)).fetchone()[0]
    if not any(map(is_correction, entries)):
        return
    connection.execute("CREATE TEMP TABLE party AS SELECT * FROM main.party")
    for party, says in names_follow(entries, count).items():
        for what, value in says.items():
            connection.execute(f"UPDATE temp.party SET {what} = ? WHERE id = ?", (value, party))


def _put(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        names, blanks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO temp.{table} ({names}) VALUES ({blanks})", tuple(row.values()))


def _judge(connection: Connection, changed: Iterable[str]) -> None:
    """The gaps as they were, of these cases and of those that looked at them, or look at them now."""
    now = SeenThere(connection, lambda name, version: _definition(connection, name, version))
    others = 'SELECT "case" FROM main.depends WHERE on_task = ? UNION SELECT value FROM main.case_key'
    others += " WHERE \"case\" = ? AND name = 'protocol'"
    found: dict[str, None] = {}
    for case in changed:
        found[case] = None
        found |= dict.fromkeys(str(row[0]) for row in connection.execute(others, (case, case)).fetchall())
        found |= dict.fromkeys(other for other, _ in lookers(now, case, None, now.case(case)))
    for case in found:
        connection.execute('DELETE FROM temp.gap WHERE "case" = ?', (case,))
        _put(connection, "gap", all_gaps(now, case))


def workflow_of(connection: Connection, case: Case) -> Workflow:
    """The regulation that a case runs by, in its version."""
    return _definition(connection, case.workflow, case.workflow_version)


def _definition(connection: Connection, name: str, version: str) -> Workflow:
    if name == OFFICE.name:
        return OFFICE
    body = connection.execute("SELECT body FROM definition WHERE name = ? AND version = ?", (name, version)).fetchone()
    return _compiled(str(body[0]))


@lru_cache(maxsize=VERSIONS)
def _compiled(body: str) -> Workflow:
    return from_json(body)
