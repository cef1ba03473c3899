"""The tables, made in a new file; loaded then only: the models take half a second that no other command need spend."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel, create_engine

from engine.store.sqlite_file import APPLICATION_ID, SCHEMA
from engine.store.tables import LASTING, PROJECTIONS


def create(path: Path) -> None:
    """A new file with all tables and no rows, in one transaction."""
    tables = [table.__table__ for table in (*LASTING, *PROJECTIONS)]  # type: ignore[attr-defined]
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        engine = create_engine("sqlite://", creator=lambda: file, poolclass=StaticPool)
        with engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
            SQLModel.metadata.create_all(connection, tables=tables)


def made_anew() -> list[str]:
    """What puts the projections of this release, empty, in the place of those that there were."""
    dialect = sqlite.dialect()
    made = []
    for model in PROJECTIONS:
        table = model.__table__  # type: ignore[attr-defined]
        made += [f"DROP TABLE IF EXISTS {table.name}", str(CreateTable(table).compile(dialect=dialect)).lstrip()]
        made += [str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes]
    return made
