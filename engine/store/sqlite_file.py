"""One SQLite file of ours: how it is told from another's, and how it is opened to be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from engine.store.errors import Foreign, Missing, Newer, Older
from engine.store.sqlite_trouble import trouble

APPLICATION_ID = 0x72736E6F  # 'rsno', at byte 68 of the file
SCHEMA = 3
BUSY_TIMEOUT_MS = 30_000
MAGIC = b"SQLite format 3\x00"
UNREADABLE = (sqlite3.Error, UnicodeError)  # of a damaged file the driver cannot even read what SQLite says
WRITE_AHEAD = 2  # at byte 18 of a file with a write-ahead log


class Profile(StrEnum):
    """How a file is kept, chosen when it is made.

    `FILE` has a rollback journal and is complete whenever nobody writes, so it may be copied by hand. `SERVER` has a
    write-ahead log, for many writers on one machine: what was written last stands beside the file. Both sync fully.
    """

    FILE = "file"
    SERVER = "server"


def examine(path: Path) -> None:
    """Raise what is wrong with the file before SQLite touches it: opening a foreign file may already change it."""
    fits(path, schema_of(path))


def fits(place: object, schema: int) -> None:
    """Raise Newer or Older where the tables are not of this release."""
    if schema > SCHEMA:
        raise Newer(place)
    if schema < SCHEMA:
        raise Older(place)


def schema_of(path: Path) -> int:
    """The version of the tables in a file of ours; raises Missing, Foreign.

    Only what SQLite cannot read is opened here. Whoever opens a file and closes it loses all locks that his process
    holds on it, also those of connections that are at work: another process may then take their log away.
    """
    try:
        whose, schema = _said(path, "mode=ro&immutable=1", "application_id", "user_version")
    except UNREADABLE:
        whose, schema = _written(path)
    if whose != APPLICATION_ID:
        raise Foreign(path)
    return _settled(path) if _half_done(path) else schema


def _written(path: Path) -> tuple[int, int]:
    """Whose file it is, and the version of its tables, whatever else is broken in it."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError as error:
        raise Missing(path) from error
    except OSError as error:
        raise Foreign(path, error.strerror or "") from error
    if len(header) < 100 or not header.startswith(MAGIC):
        raise Foreign(path)
    return int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big")


def _said(path: Path, how: str, *pragmas: str) -> list[Any]:
    """What a connection of its own says; `immutable=1` neither locks the file nor changes it."""
    address = f"{path.resolve().as_uri()}?{how}"
    with closing(sqlite3.connect(address, uri=True, timeout=BUSY_TIMEOUT_MS / 1000)) as connection:
        return [connection.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]


def _half_done(path: Path) -> bool:
    """Whether somebody is writing, or was killed while writing."""
    return path.with_name(f"{path.name}-journal").exists()


def _settled(path: Path) -> int:
    """The version when what was left half done has been rolled back: an upgrade that was killed may be in it."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=BUSY_TIMEOUT_MS / 1000)
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()  # the version alone is not asked of the file
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise trouble(path, error) from error


def profile_of(path: Path) -> Profile:
    """How a file of ours is kept."""
    try:
        log = _said(path, "mode=rw", "journal_mode") == ["wal"]
    except UNREADABLE:
        with path.open("rb") as file:
            log = file.read(19)[18:] == bytes([WRITE_AHEAD])
    return Profile.SERVER if log else Profile.FILE


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, but for rolling back what a writer that was killed has left half done.

    A file with a write-ahead log is not opened read-only: its readers, too, keep an index beside it.
    """
    examine(path)
    mode = "rw" if _half_done(path) or profile_of(path) is Profile.SERVER else "ro"
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=BUSY_TIMEOUT_MS / 1000)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """The same for a while, its troubles told as ours."""
    try:
        connection = open_to_read(path)
        try:
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise trouble(path, error) from error
