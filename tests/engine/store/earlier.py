"""Databases as earlier releases made them: files of their own, and the same rows on a server."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from engine.store.place import Place, Server
from engine.store.postgres_server import connect

FIXTURES = Path(__file__).parent / "fixtures"
LASTING = {"intent": "number", "entry": "seq", "refusal": "seq", "definition": "number", "document": "1", "party": "1"}
Rows = dict[str, list[tuple[Any, ...]]]


def file_of(schema: int, path: Path) -> Path:
    """A file as the release with this schema left it."""
    path.write_bytes(gzip.decompress((FIXTURES / f"schema-{schema}.resheno.gz").read_bytes()))
    return path


def server_of(schema: int, server: Server, file: Path) -> Server:
    """The same office on a server, by the tables that the release made there."""
    made = (FIXTURES / f"schema-{schema}.postgres.sql").read_text("utf-8")
    with connect(server) as connection, closing(sqlite3.connect(file)) as kept:
        for statement in filter(None, map(str.strip, made.split(";\n"))):
            connection.execute(statement.encode())
        for table in ("intent", *(name for name in _tables(kept) if name != "intent")):  # entries point to intents
            _copy(kept, connection, table)
    return server


def emptied(server: Server) -> Server:
    """The same database without any table."""
    with connect(server) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return server


def _copy(kept: sqlite3.Connection, connection: psycopg.Connection[Any], table: str) -> None:
    found = kept.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in found.description]
    types = dict(
        connection.execute(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s", (table,)
        ).fetchall()
    )
    listed = ", ".join(f'"{name}"' for name in names)
    statement = f"INSERT INTO {table} ({listed}) VALUES ({', '.join(['%s'] * len(names))})"
    flags = [types[name] == "boolean" for name in names]
    for row in found:
        values = [bool(value) if flag else value for value, flag in zip(row, flags, strict=True)]
        connection.execute(statement.encode(), values)


def lasting(place: Place) -> Rows:
    """All that must be the same after an upgrade."""
    return {table: _all(place, f"SELECT * FROM {table} ORDER BY {order}") for table, order in LASTING.items()}


def everything(place: Place) -> Rows:
    """Every row of every table there is, and how the tables were made."""
    if isinstance(place, Server):
        of = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"
        shape = "SELECT table_name, column_name, data_type FROM information_schema.columns"
        made = f"{shape} WHERE table_schema = 'public' ORDER BY 1, 2"
    else:
        of = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"
        made = "SELECT name, sql FROM sqlite_master ORDER BY 1"
    rows = {str(table): _all(place, f"SELECT * FROM {table}") for (table,) in _all(place, of)}
    return {table: sorted(found, key=repr) for table, found in rows.items()} | {"": _all(place, made)}


def _all(place: Place, statement: str) -> list[tuple[Any, ...]]:
    if isinstance(place, Server):
        with connect(place) as connection:
            return [tuple(row) for row in connection.execute(statement.encode()).fetchall()]
    with closing(sqlite3.connect(place)) as connection:
        return [tuple(row) for row in connection.execute(statement)]


def _tables(kept: sqlite3.Connection) -> list[str]:
    return [str(row[0]) for row in kept.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
