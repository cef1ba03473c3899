"""A database as it lies on the disk: rows as they are stored, read around everything that would smooth them over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Integer, create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from engine.store.errors import StoreError
from engine.store.journal import EVENT, Row
from engine.store.opening import need_driver
from engine.store.place import Place, Server
from engine.store.sql_ledger import Connection
from engine.store.sqlite_file import open_to_read
from engine.store.sqlite_trouble import trouble
from engine.store.tables import LASTING, PROJECTIONS

TABLES = {str(model.__tablename__): model.__table__ for model in (*LASTING, *PROJECTIONS)}  # type: ignore[attr-defined]
KEYS: Mapping[str, tuple[str, ...]] = {
    name: tuple(column.name for column in table.primary_key) for name, table in TABLES.items()
}
COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: (*KEYS[name], *(column.name for column in table.columns if column.name not in KEYS[name]))
    for name, table in TABLES.items()
}
MADE = tuple(str(model.__tablename__) for model in PROJECTIONS)
PASSING = (
    *("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_READONLY"),
    *("SQLITE_IOERR", "SQLITE_FULL", "SQLITE_NOMEM"),
)
DAMAGE_SHOWN = 10
Values = tuple[Any, ...]
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
        said = [str(row[0]) for row in self.read(f"PRAGMA integrity_check({DAMAGE_SHOWN})")]
        lost = islice(self.read("PRAGMA foreign_key_check"), DAMAGE_SHOWN)
        return [line for line in said if line != "ok"] + [f"{row[0]} {row[1]} → {row[2]}" for row in lost]

    def misshapen(self) -> list[str]:
        """Tables and indexes that are missing or other than we make them, and whatever would act by itself."""
        expected, found = expected_shape(), shaped(self.read(SHAPE))
        wrong = [name for name, form in expected.items() if found.get(name) != form]
        return wrong + [name for name, (kind, _, _) in found.items() if kind not in ("table", "index")]

    def mistyped(self) -> frozenset[str]:
        """The projections in which some value has another type than its column; equal values may differ in that."""
        return frozenset(table for table in MADE if next(self.read(_mistyped(table)), None))

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table in the order of its key."""
        names = COLUMNS[table]
        return (dict(zip(names, row, strict=True)) for row in self.read(_select(names, table, KEYS[table])))

    def values(self, table: str, columns: Iterable[str], order: Iterable[str]) -> Iterator[Values]:
        """Some columns of a table, without their names: a journal has a million entries."""
        return self.read(_select(columns, table, order))

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

    def by_case(self) -> Iterator[tuple[str, list[Values], dict[str, list[Values]]]]:
        """Case by case its entries, as `EVENT`, and its rows in all projections; never more than one case at a time."""
        streams = {table: _in_cases(self.values(table, COLUMNS[table], KEYS[table])) for table in MADE}
        streams["entry"] = _in_cases(self.values("entry", EVENT, ("case", "version")))
        waiting = {table: next(stream, None) for table, stream in streams.items()}
        while cases := [found[0] for found in waiting.values() if found]:
            case, rows = min(cases), {}
            for table, found in waiting.items():
                if found and found[0] == case:
                    rows[table] = found[1]
                    waiting[table] = next(streams[table], None)
            yield case, rows.pop("entry", []), rows

    def read(self, statement: str) -> Iterator[Values]:
        """Rows as the driver reads them fastest; from the first text that is no UTF-8 any more, as they can be read."""
        taken = 0
        try:
            for row in self._fetch(statement):
                taken += 1
                yield row
            return
        except (sqlite3.OperationalError, UnicodeError) as error:
            if "decode" not in str(error):
                raise
        self.connection.text_factory = _text  # type: ignore[attr-defined]
        yield from islice(self._fetch(statement), taken, None)

    def _fetch(self, statement: str) -> Iterable[Values]:
        cursor: sqlite3.Cursor = self.connection.cursor()  # type: ignore[attr-defined]
        cursor.row_factory = None
        return cursor.execute(statement)


def _select(columns: Iterable[str], table: str, order: Iterable[str]) -> str:
    return f"SELECT {_quoted(columns)} FROM {table} ORDER BY {_quoted(order)}"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


@cache
def _mistyped(table: str) -> str:
    numbers = {column.name for column in TABLES[table].columns if isinstance(column.type, Integer | Boolean)}
    kinds = ((name, "integer" if name in numbers else "text") for name in COLUMNS[table])
    differs = " OR ".join(f"typeof(\"{name}\") <> '{kind}'" for name, kind in kinds)
    return f"SELECT 1 FROM {table} WHERE {differs} LIMIT 1"


def _in_cases(rows: Iterator[Values]) -> Iterator[tuple[str, list[Values]]]:
    """The rows of one case after those of another; the case is the first value of a row."""
    return ((str(case), list(found)) for case, found in groupby(rows, key=itemgetter(0)))


SHAPE = "SELECT name, type, tbl_name, sql FROM sqlite_master"


def shaped(rows: Iterable[Values]) -> Shape:
    """Every table and index: its kind, its table, the words that made it; renaming a table sets quotes, so without."""
    return {str(row[0]): (str(row[1]), str(row[2]), str(row[3]).replace('"', "")) for row in rows}


@cache
def expected_shape() -> Shape:
    """The shape of a database that is made today."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.connect() as connection:
        SQLModel.metadata.create_all(connection, tables=list(TABLES.values()))
        made = connection.connection.driver_connection
        assert isinstance(made, sqlite3.Connection)
        return shaped(made.execute(SHAPE))
