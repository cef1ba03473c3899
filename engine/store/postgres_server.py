"""A PostgreSQL server: how our database is told from another's, and how it is reached."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from engine.store.dialect import Row, Speaking, named
from engine.store.errors import Missing
from engine.store.place import Server
from engine.store.postgres_trouble import trouble
from engine.store.sqlite_file import BUSY_TIMEOUT_MS, fits

# Writers stand in one line, and a server has hundreds of them where a file has a few: each waits longer for its turn.
LINE_TIMEOUT_MS = 120_000
# What nobody's settings may take from us: what is acknowledged is on the disk, nobody waits for ever, and a table
# of the same name in another schema is never ours.
SETTINGS = f"-c synchronous_commit=on -c lock_timeout={LINE_TIMEOUT_MS} -c search_path=public -c timezone=UTC"
CONNECT_TIMEOUT_S = 10
FULL = (  # in the language of the server: a connection that does not come about has no SQLSTATE
    *("too many clients", "connection slots are reserved"),
    *("слишком много клиентов", "слоты подключений зарезервированы"),
)
MARK = "SELECT schema FROM resheno"  # the table by which a database is known as ours


def connect(server: Server, autocommit: bool = False) -> psycopg.Connection[Row]:
    """A connection; with `autocommit` each statement stands alone. A full server is waited for, as a busy file is."""
    patience = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            return psycopg.connect(
                server.url,
                autocommit=autocommit,
                row_factory=named,
                options=SETTINGS,
                connect_timeout=CONNECT_TIMEOUT_S,
            )
        except psycopg.OperationalError as error:
            if not any(each in str(error) for each in FULL) or time.monotonic() > patience:
                raise
            # Knocking costs the server a process each time: who knocks seldom lets it work, and is let in sooner.
            time.sleep(random.uniform(0.1, 0.9))


def is_ours(connection: psycopg.Connection[Row]) -> bool:
    """Whether the tables are there."""
    found = connection.execute("SELECT to_regclass('public.resheno') IS NOT NULL").fetchone()
    return bool(found and found[0])


def schema_of(connection: psycopg.Connection[Row]) -> int:
    """The version of the tables."""
    found = connection.execute(MARK).fetchone()
    return int(found[0]) if found else 0


def examine(server: Server) -> None:
    """Raise what is wrong with the database; nothing is changed in it."""
    try:
        with connect(server) as connection:
            if not is_ours(connection):
                raise Missing(str(server))
            fits(server, schema_of(connection))
    except psycopg.Error as error:
        raise trouble(server, error) from error


def version_on(server: Server) -> int:
    """The version of the tables, whether or not this release can use them."""
    try:
        with connect(server) as connection:
            if not is_ours(connection):
                raise Missing(str(server))
            return schema_of(connection)
    except psycopg.Error as error:
        raise trouble(server, error) from error


@contextmanager
def altering(server: Server) -> Iterator[Speaking]:
    """One transaction with nobody else at the tables."""
    try:
        with connect(server) as connection:
            connection.execute("LOCK TABLE resheno IN ACCESS EXCLUSIVE MODE")
            yield Speaking(connection)
    except psycopg.Error as error:
        raise trouble(server, error) from error


@contextmanager
def looking(server: Server) -> Iterator[Speaking]:
    """A connection that cannot write and holds nothing back from writers."""
    try:
        connection = connect(server, autocommit=True)
        try:
            connection.execute("SET default_transaction_read_only = on")
            if not is_ours(connection):
                raise Missing(str(server))
            fits(server, schema_of(connection))
            yield Speaking(connection)
        finally:
            connection.close()
    except psycopg.Error as error:
        raise trouble(server, error) from error
