"""A store wherever it is: a file, or a database on a server. What each needs is loaded for it only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from engine.store.errors import NoDriver
from engine.store.place import Place, Server
from engine.store.sqlite_file import Profile

if TYPE_CHECKING:
    from engine.store.postgres import Founding, PostgresStore
    from engine.store.sqlite import SqliteStore


def open_store(place: Place) -> SqliteStore | PostgresStore:
    """The store at a place; raises Missing, Foreign, Newer, Busy, NoDriver."""
    if isinstance(place, Server):
        need_driver(place)
        from engine.store.postgres import PostgresStore

        return PostgresStore(place)
    from engine.store.sqlite import SqliteStore

    return SqliteStore(place)


@contextmanager
def new_store(place: Place, profile: Profile = Profile.FILE) -> Iterator[SqliteStore | Founding]:
    """A new store, there when the block has ended well; raises Exists. A profile is how a file is kept."""
    if isinstance(place, Server):
        need_driver(place)
        from engine.store.postgres import new_database

        with new_database(place) as store:
            yield store
        return
    from engine.store.sqlite import new_file

    with new_file(place, profile) as file:
        yield file


def need_driver(server: Server) -> None:
    """Raise NoDriver where the extra for PostgreSQL was not installed."""
    if find_spec("psycopg") is None:
        raise NoDriver(str(server))
