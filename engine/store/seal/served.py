"""A database as it lies on a server: what SQLite's own check does for a file is done there by the server itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import psycopg
from psycopg.rows import tuple_row
from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects import postgresql

from engine.store.place import Server
from engine.store.postgres_server import looking
from engine.store.postgres_tables import tables
from engine.store.postgres_trouble import trouble
from engine.store.seal.kept import Damaged, Kept, Values

CORRUPTED = "XX"  # the class of states in which the server cannot read its own pages
COLUMNS = """
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, coalesce(o.collname, '')
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_collation o ON o.oid = a.attcollation
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
"""
UNIQUES = """
    SELECT c.relname, (SELECT string_agg(a.attname, ',' ORDER BY a.attname COLLATE "C") FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey))
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND i.indisvalid AND i.indpred IS NULL
"""
ACTING = """
    SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'public'::regnamespace AND NOT tgisinternal
    UNION SELECT rulename FROM pg_rules WHERE schemaname = 'public'
    UNION SELECT policyname FROM pg_policies WHERE schemaname = 'public'
"""
AT_ONCE = 2_000  # rows that a cursor brings with one question
Told = set[tuple[str, ...]]


@contextmanager
def lying_on(server: Server) -> Iterator[Kept]:
    """The database of one moment; raises StoreError, and Damaged where the server cannot read on."""
    try:
        with looking(server) as connection:
            connection.driver.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield Served(connection)
    except psycopg.Error as error:
        if (error.sqlstate or "").startswith(CORRUPTED):
            raise Damaged(str(error)) from error
        raise trouble(server, error) from error


class Served(Kept):
    """The rows of the tables on a server."""

    _cursors = 0

    def damage(self) -> list[str]:
        """Nothing beforehand: the server complains of a page when it reads it, and every page is read."""
        return []

    def misshapen(self) -> list[str]:
        """Tables that lack a column, hold one of another kind or let a key stand twice; and whatever acts by itself."""
        columns, uniques = expected()
        said = {tuple(map(str, row)) for row in self._asked(COLUMNS)}
        once = {tuple(map(str, row)) for row in self._asked(UNIQUES)}
        wrong = {each[0] for each in (columns - said) | (uniques - once)}
        ours = {each[0] for each in columns}
        wrong |= {each[0] for each in said - columns if each[0] in ours}
        return sorted(wrong | {str(row[0]) for row in self._asked(ACTING)})

    def mistyped(self) -> frozenset[str]:
        """Nothing: the server keeps each value as its column says, and the columns were looked at."""
        return frozenset()

    def _fetch(self, statement: str) -> Iterable[Values]:
        """By a cursor of the server's: whoever reads a million rows does not want them all at once."""
        self._cursors += 1
        driver: psycopg.Connection[tuple[object, ...]] = self.connection.driver  # type: ignore[attr-defined]
        cursor = driver.cursor(f"kept_{self._cursors}", row_factory=tuple_row)
        cursor.itersize = AT_ONCE
        return cursor.execute(statement.encode())

    def _asked(self, question: str) -> list[tuple[object, ...]]:
        found: list[tuple[object, ...]] = self.connection.driver.execute(question).fetchall()  # type: ignore[attr-defined]
        return found


def expected() -> tuple[Told, Told]:
    """The columns (table, name, type, needed, collation) and the keys that stand once, of tables made today."""
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    columns: Told = set()
    uniques: Told = set()
    for table in tables():
        for column in table.columns:
            kind = column.type.compile(dialect).partition(" COLLATE")[0].lower()
            collation = "C" if kind == "text" else ""
            columns.add((table.name, column.name, kind, str(not column.nullable), collation))
        keys = [table.primary_key, *(each for each in table.constraints if isinstance(each, UniqueConstraint))]
        sets = [[column.name for column in key.columns] for key in keys]
        sets += [[column.name for column in index.columns] for index in table.indexes if index.unique]
        uniques |= {(table.name, ",".join(sorted(names))) for names in sets}
    return columns, uniques
