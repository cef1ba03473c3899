"""A database as it lies on the disk: rows as they are stored, read around everything that would smooth them over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from heapq import merge
from itertools import groupby
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from engine.store.errors import StoreError
from engine.store.journal import Row
from engine.store.opening import need_driver
from engine.store.place import Place, Server
from engine.store.sql_ledger import Connection
from engine.store.sqlite_file import open_to_read, trouble
from engine.store.tables import LASTING, PROJECTIONS

TABLES = {str(model.__tablename__): model.__table__ for model in (*LASTING, *PROJECTIONS)}  # type: ignore[attr-defined]
KEYS: Mapping[str, tuple[str, ...]] = {
    name: tuple(column.name for column in table.primary_key) for name, table in TABLES.items()
}
MADE = tuple(str(model.__tablename__) for model in PROJECTIONS)
PASSING = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_FULL", "SQLITE_NOMEM")
DAMAGE_SHOWN = 10
Shape = dict[str, tuple[str, str, str]]


class Damaged(Exception):
    """SQLite itself cannot read on."""


@contextmanager
def lying_at(place: Place) -> Iterator[Kept]:
    """The database of one moment. Raises StoreError as every opening does, and Damaged wherever it is broken."""
    if isinstance(place, Server):
        need_driver(place)
        from engine.store.seal.served import lying_on

        with lying_on(place) as kept:
            yield kept
        return
    with _lying_in(place) as kept:
        yield kept


@contextmanager
def _lying_in(path: Path) -> Iterator[Kept]:
    connection = open_to_read(path)
    try:
        connection.text_factory = _text
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("BEGIN")
        yield Kept(connection)
    except sqlite3.Error as error:
        raise _meant(path, error) from error
    except UnicodeError as error:  # the driver could not even read SQLite's complaint, or the name of a column
        raise Damaged(str(error)) from error
    finally:
        connection.close()


def _meant(path: Path, error: sqlite3.Error) -> StoreError | Damaged:
    """Trouble that passes is told as trouble; whatever else SQLite complains of is damage."""
    name = getattr(error, "sqlite_errorname", "") or ""
    return trouble(path, error) if name.startswith(PASSING) else Damaged(str(error))


def _text(data: bytes) -> str:
    """Text that is not UTF-8 any more has to reach the comparison, which then fails."""
    return data.decode("utf-8", "surrogateescape")


class Kept:
    """The rows of the tables; a value has the type that is stored, not the type that its column promises."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def damage(self) -> list[str]:
        """What SQLite finds wrong with the file: pages, and indexes that differ from their tables."""
        said = [str(row[0]) for row in self.connection.execute(f"PRAGMA integrity_check({DAMAGE_SHOWN})")]
        lost = self.connection.execute("PRAGMA foreign_key_check").fetchmany(DAMAGE_SHOWN)
        return [line for line in said if line != "ok"] + [f"{row[0]} {row[1]} → {row[2]}" for row in lost]

    def misshapen(self) -> list[str]:
        """Tables and indexes that are missing or other than we make them, and whatever would act by itself."""
        expected, found = expected_shape(), shape(self.connection)
        wrong = [name for name, form in expected.items() if found.get(name) != form]
        return wrong + [name for name, (kind, _, _) in found.items() if kind not in ("table", "index")]

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table in the order of its key."""
        order = ", ".join(f'"{name}"' for name in KEYS[table])
        return map(dict, self.connection.execute(f"SELECT * FROM {table} ORDER BY {order}"))

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def entry(self, seq: int) -> Row | None:
        """One entry of the journal."""
        found = self.connection.execute("SELECT * FROM entry WHERE seq = ?", (seq,)).fetchone()
        return dict(found) if found else None

    def count_of_cases(self) -> int:
        """How many cases there are, those taken back too."""
        return int(self.connection.execute('SELECT count(DISTINCT "case") FROM entry').fetchone()[0])

    def by_case(self) -> Iterator[tuple[str, dict[str, list[Row]]]]:
        """Case by case its entries and its rows in all projections; never more than one case at a time."""
        streams = [self._entries(), *(self._of(table) for table in MADE)]
        for case, found in groupby(merge(*streams, key=lambda each: each[0]), key=lambda each: each[0]):
            rows: dict[str, list[Row]] = {}
            for _, table, row in found:
                rows.setdefault(table, []).append(row)
            yield case, rows

    def _entries(self) -> Iterator[tuple[str, str, Row]]:
        for row in self.connection.execute('SELECT * FROM entry ORDER BY "case", version'):
            yield str(row["case"]), "entry", dict(row)

    def _of(self, table: str) -> Iterator[tuple[str, str, Row]]:
        for row in self.rows(table):
            yield str(row["case"]), table, row


def shape(connection: Connection) -> Shape:
    """Every table and index: its kind, its table, the words that made it; renaming a table sets quotes, so without."""
    rows = connection.execute("SELECT name, type, tbl_name, sql FROM sqlite_master").fetchall()
    return {str(row[0]): (str(row[1]), str(row[2]), str(row[3]).replace('"', "")) for row in rows}


@cache
def expected_shape() -> Shape:
    """The shape of a database that is made today."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.connect() as connection:
        SQLModel.metadata.create_all(connection, tables=list(TABLES.values()))
        made = connection.connection.driver_connection
        assert isinstance(made, sqlite3.Connection)
        return shape(made)
