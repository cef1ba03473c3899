"""The tables in a PostgreSQL database; loaded to make them or to compare them, for the models take their time."""

from __future__ import annotations

import psycopg
from sqlalchemy import MetaData, Table, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import AutoString

from engine.store.dialect import Row
from engine.store.sqlite_file import SCHEMA
from engine.store.tables import LASTING, PROJECTIONS


def create(connection: psycopg.Connection[Row]) -> None:
    """All tables, without rows, and the mark by which the database is known as ours."""
    connection.execute("CREATE TABLE resheno (schema integer NOT NULL)")
    connection.execute("INSERT INTO resheno VALUES (%s)", (SCHEMA,))
    for statement in statements():
        connection.execute(statement.encode())


def statements() -> list[str]:
    """What makes the tables and their indexes."""
    return [statement for table in tables() for statement in _made(table)]


def made_anew() -> list[str]:
    """What puts the projections of this release, empty, in the place of those that there were."""
    names = {str(model.__tablename__) for model in PROJECTIONS}
    found = [table for table in tables() if table.name in names]
    return [each for table in found for each in (f"DROP TABLE IF EXISTS {table.name}", *_made(table))]


def _made(table: Table) -> list[str]:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    indexes = [str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes]
    return [str(CreateTable(table).compile(dialect=dialect)), *indexes]


def tables() -> list[Table]:
    """The tables of the models, with text that is compared letter by letter, as SQLite and Python do."""
    ours = MetaData()
    for model in (*LASTING, *PROJECTIONS):
        for column in model.__table__.to_metadata(ours).columns:  # type: ignore[attr-defined]
            if isinstance(column.type, AutoString):
                column.type = Text(collation="C")
    return list(ours.sorted_tables)
