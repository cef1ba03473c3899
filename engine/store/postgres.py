"""The books in a PostgreSQL database: the same tables and statements as in a file, one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from engine.store.dialect import Row, Speaking
from engine.store.errors import Exists
from engine.store.place import Server
from engine.store.postgres_server import connect, examine, is_ours
from engine.store.postgres_trouble import trouble
from engine.store.sql_ledger import Definitions, SqlLedger

# Every writer takes it first, before it has seen anything: so it sees what the writer before it has left, at any
# level of isolation. Readers are not kept waiting, nor is the server's own housekeeping of the other tables.
ONE_WRITER = "LOCK TABLE resheno IN EXCLUSIVE MODE"


class PostgresStore:
    """One database on a server. A connection is made for each transaction, and let go of with it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._definitions: Definitions = {}
        examine(server)

    @contextmanager
    def writing(self) -> Iterator[SqlLedger]:
        """One writer at a time, from the first read on, so that nobody has to try again."""
        with _moment(self.server) as connection:
            connection.execute(ONE_WRITER)
            yield SqlLedger(connection, self._definitions)

    @contextmanager
    def reading(self) -> Iterator[SqlLedger]:
        """The books of one moment."""
        with _moment(self.server, read_only=True) as connection:
            yield SqlLedger(connection, self._definitions)

    def close(self) -> None:
        """Nothing stays open between two transactions."""


class Founding:
    """The books while they are made: all that is written in them is kept with the tables, or nothing is."""

    def __init__(self, connection: psycopg.Connection[Row]) -> None:
        self._connection = connection
        self._definitions: Definitions = {}

    @contextmanager
    def writing(self) -> Iterator[SqlLedger]:
        """A part of the founding, which can fail by itself."""
        with self._connection.transaction():
            yield SqlLedger(Speaking(self._connection), self._definitions)

    reading = writing


@contextmanager
def new_database(server: Server) -> Iterator[Founding]:
    """The tables in a database that has none of them, there when the block has ended well; raises Exists."""
    from engine.store.postgres_tables import create  # loads the models

    try:
        with connect(server) as connection:
            if is_ours(connection):
                raise Exists(str(server))
            create(connection)
            yield Founding(connection)
    except (psycopg.errors.UniqueViolation, psycopg.errors.DuplicateTable) as error:
        raise Exists(str(server)) from error
    except psycopg.Error as error:
        raise trouble(server, error) from error


@contextmanager
def _moment(server: Server, read_only: bool = False) -> Iterator[Speaking]:
    """A transaction: kept when the block ends well, else taken back."""
    try:
        with connect(server) as connection:
            level = psycopg.IsolationLevel
            connection.isolation_level = level.REPEATABLE_READ if read_only else level.SERIALIZABLE
            connection.read_only = read_only
            yield Speaking(connection)
    except psycopg.Error as error:
        raise trouble(server, error) from error
