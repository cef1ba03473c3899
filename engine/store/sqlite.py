"""The books in one SQLite file: journal, register and projections, written in one transaction."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlmodel import SQLModel, create_engine

from engine.store.errors import Exists
from engine.store.sql_ledger import SqlLedger
from engine.store.sqlite_file import APPLICATION_ID, BUSY_TIMEOUT_MS, SCHEMA, examine, trouble
from engine.store.tables import LASTING, PROJECTIONS

PRAGMAS = (
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
    "foreign_keys = ON",
    "synchronous = FULL",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


class SqliteStore:
    """The file profile: a plain file that may be copied, `journal_mode=DELETE`, `synchronous=FULL`."""

    def __init__(self, path: Path) -> None:
        examine(path)
        self.path = path
        self._engine = _engine(path)

    @contextmanager
    def writing(self) -> Iterator[SqlLedger]:
        """One writer at a time, from the first read on, so that nobody has to try again."""
        with self._open("BEGIN IMMEDIATE") as ledger:
            yield ledger

    @contextmanager
    def reading(self) -> Iterator[SqlLedger]:
        """The books of one moment."""
        with self._open("BEGIN") as ledger:
            yield ledger

    @contextmanager
    def _open(self, begin: str) -> Iterator[SqlLedger]:
        try:
            with self._engine.connect().execution_options(begin=begin) as connection, connection.begin():
                yield SqlLedger(connection)
        except DBAPIError as error:
            raise trouble(self.path, error.orig if isinstance(error.orig, Exception) else error) from error


@contextmanager
def new_file(path: Path) -> Iterator[SqliteStore]:
    """A new database, made beside its place and put there when the block has ended well; raises Exists."""
    if path.exists():
        raise Exists(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        _create(draft)
        yield SqliteStore(draft)
        _put(draft, path)
    except (OSError, sqlite3.Error, DBAPIError) as error:
        raise trouble(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def _put(draft: Path, path: Path) -> None:
    """Give the draft its name, unless somebody else has taken it meanwhile."""
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise Exists(path) from error
    except OSError:  # a file system without links, as on a memory stick
        if path.exists():
            raise Exists(path) from None
        draft.rename(path)


def _create(path: Path) -> None:
    engine = _engine(path)
    tables = [table.__table__ for table in (*LASTING, *PROJECTIONS)]  # type: ignore[attr-defined]
    with engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        SQLModel.metadata.create_all(connection, tables=tables)
    engine.dispose()


def _engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path.resolve())), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # the driver would begin by itself, and too late
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql(connection.get_execution_options()["begin"])

    return engine
