"""From the tables of an earlier release to those of this one, step by step, in one transaction.

What lasts is altered; the projections are thrown away and made again from the journal, by the tables of this release.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from engine.store.errors import Newer
from engine.store.opening import need_driver
from engine.store.place import Place, Server
from engine.store.sql_ledger import Connection, SqlLedger
from engine.store.sqlite import put
from engine.store.sqlite_file import BUSY_TIMEOUT_MS, SCHEMA, schema_of
from engine.store.sqlite_trouble import trouble

# What leads the lasting tables from the version before to this one, in words that both kinds of database understand.
# Other projections only: 2 has gaps, terms of roles and two more indexes; in 3 rows stand by their keys, and where a
# case stands is written once.
STEPS: Mapping[int, Sequence[str]] = {2: (), 3: ()}


def version_at(place: Place) -> int:
    """The version of the tables at a place, whether or not this release can use them."""
    if isinstance(place, Server):
        need_driver(place)
        from engine.store.postgres_server import version_on

        return version_on(place)
    return schema_of(place)


def set_aside(path: Path, at: datetime) -> Path:
    """Copy a file of any release as it is, before its tables become others; give the copy, which is beside it."""
    found = schema_of(path)
    aside = path.with_name(f"{path.stem}-schema-{found}-{at:%Y%m%d-%H%M%S}{path.suffix}")
    draft = path.with_name(f".{aside.name}.{os.getpid()}.new")
    try:
        address = f"{path.resolve().as_uri()}?mode=rw"  # a reader, too, rolls back what was left half done
        with (
            closing(sqlite3.connect(address, uri=True, timeout=BUSY_TIMEOUT_MS / 1000)) as source,
            closing(sqlite3.connect(draft)) as target,
        ):
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        put(draft, aside)
    except sqlite3.Error as error:
        raise trouble(path, error) from error
    finally:
        draft.unlink(missing_ok=True)
    return aside


def upgrade(place: Place, to: int = SCHEMA, steps: Mapping[int, Sequence[str]] = STEPS) -> tuple[int, int]:
    """Bring the tables up to date, and give the version before and after; all steps are taken, or none.

    Raises Newer for the database of a later release, which nothing here can know how to read.
    """
    found = version_at(place)
    if found > to:
        raise Newer(place)
    if found == to:
        return found, found
    if isinstance(place, Server):
        from engine.store.postgres_server import altering

        with altering(place) as connection:
            from engine.store.postgres_tables import made_anew

            _take(connection, steps, found, to)
            _make_anew(connection, made_anew())
            connection.execute("UPDATE resheno SET schema = ?", (to,))
        return found, to
    _in_file(place, steps, found, to)
    return found, to


def _in_file(path: Path, steps: Mapping[int, Sequence[str]], found: int, to: int) -> None:
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("BEGIN IMMEDIATE")
            if int(connection.execute("PRAGMA user_version").fetchone()[0]) == found:  # nobody was first
                from engine.store.schema import made_anew

                _take(connection, steps, found, to)
                _make_anew(connection, made_anew())
                connection.execute(f"PRAGMA user_version = {to}")
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise trouble(path, error) from error


def _take(connection: Connection, steps: Mapping[int, Sequence[str]], found: int, to: int) -> None:
    for version in range(found + 1, to + 1):
        for statement in steps[version]:
            connection.execute(statement)


def _make_anew(connection: Connection, statements: Iterable[str]) -> None:
    """The projections of this release in the place of those that there were, filled from the journal."""
    for statement in statements:
        connection.execute(statement)
    SqlLedger(connection, {}).rebuild()
