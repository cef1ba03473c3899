"""A PostgreSQL connection that is spoken to as SQLite's is: the same statements, rows by number and by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import psycopg

Values = Sequence[Any] | Mapping[str, Any]


@cache
def in_postgres(statement: str) -> str:
    """A statement with the marks of psycopg for its values, and the schemas by the names they have there."""
    marked = re.sub(r":([a-z]\w*)", r"%(\1)s", statement).replace("?", "%s")
    return re.sub(r"\btemp\.", "pg_temp.", re.sub(r"\bmain\.", "public.", marked))


class Row(tuple[Any, ...]):
    """A row as the driver of SQLite gives it; `columns` are the places of its names."""

    __slots__ = ()
    columns: Mapping[str, int] = {}

    def keys(self) -> Iterable[str]:
        """The names of the columns, so that the row can become a dict."""
        return self.columns.keys()

    def __getitem__(self, at: Any) -> Any:
        return super().__getitem__(self.columns[at] if isinstance(at, str) else at)


def named(cursor: psycopg.Cursor[Any]) -> type[Row]:
    """Makes the rows of a statement (a row factory of psycopg)."""
    columns = {column.name: n for n, column in enumerate(cursor.description or ())}
    return type("Row", (Row,), {"__slots__": (), "columns": columns})


class Speaking:
    """The connection itself, as far as the ledger and the window use it."""

    def __init__(self, connection: psycopg.Connection[Row]) -> None:
        self.driver = connection

    def execute(self, statement: str, values: Values = ()) -> psycopg.Cursor[Row]:
        """One statement."""
        return self.driver.execute(in_postgres(statement).encode(), values or None)

    def executemany(self, statement: str, rows: Iterable[Values]) -> None:
        """One statement for many rows."""
        with self.driver.cursor() as cursor:
            cursor.executemany(in_postgres(statement).encode(), rows)

    def commit(self) -> None:
        """Keep what was done."""
        self.driver.commit()

    def close(self) -> None:
        """Let go of the server."""
        self.driver.close()
