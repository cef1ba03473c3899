"""The tables, made in a new file; loaded then only: the models take half a second that no other command need spend."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from engine.store.sqlite_file import APPLICATION_ID, SCHEMA
from engine.store.tables import LASTING, PROJECTIONS


def create(path: Path) -> None:
    """A new file with all tables and no rows, in one transaction."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("BEGIN IMMEDIATE")
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        file.execute(f"PRAGMA user_version = {SCHEMA}")
        for model in (*LASTING, *PROJECTIONS):
            for statement in _made(model.__table__):  # type: ignore[attr-defined]
                file.execute(statement)
        file.execute("COMMIT")


def made_anew() -> list[str]:
    """What puts the projections of this release, empty, in the place of those that there were."""
    tables: list[Table] = [model.__table__ for model in PROJECTIONS]  # type: ignore[attr-defined]
    return [each for table in tables for each in (f"DROP TABLE IF EXISTS {table.name}", *_made(table))]


def _made(table: Table) -> list[str]:
    """Without an engine of SQLAlchemy, which would tell SQLite's errors by other names."""
    dialect = sqlite.dialect()
    indexes = [str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes]
    return [str(CreateTable(table).compile(dialect=dialect)).lstrip(), *indexes]
