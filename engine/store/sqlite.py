"""The books in one SQLite file: journal, register and projections, written in one transaction."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType

from engine.store.errors import Exists
from engine.store.remembered import Remembered
from engine.store.sql_ledger import Definitions, SqlLedger
from engine.store.sqlite_file import BUSY_TIMEOUT_MS, Profile, examine, profile_of
from engine.store.sqlite_trouble import trouble, unmade

Lent = tuple[sqlite3.Connection, Remembered]
PRAGMAS = (
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
    "foreign_keys = ON",
    "synchronous = EXTRA",  # FULL, and the deletion of a rollback journal is synced too: until then it can come back
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_size = -20000",  # KB: what a writer needs of a large file is not read again
)


class SqliteStore:
    """One file; `Profile` says how it is kept, and the file remembers it.

    Connections are kept open and used again, for opening costs more than an advance; `close` ends that. Whoever has put
    another file in the place of this one is served from that. A store that was used may not be carried over a fork.
    A connection comes with what it has read; as soon as anybody else has written into the file, that is forgotten.
    """

    def __init__(self, path: Path) -> None:
        examine(path)
        self.path = path
        self.profile = profile_of(path)
        self.definitions: Definitions = {}
        self._name = str(path)
        self._file = _identity(self._name)
        self._idle: list[Lent] = []

    def writing(self) -> AbstractContextManager[SqlLedger]:
        """One writer at a time, from the first read on, so that nobody has to try again."""
        return Moment(self, "BEGIN IMMEDIATE")

    def reading(self) -> AbstractContextManager[SqlLedger]:
        """The books of one moment."""
        return Moment(self, "BEGIN")

    def close(self) -> None:
        """Let go of the file."""
        while self._idle:
            self._idle.pop()[0].close()

    def lend(self) -> Lent:
        """A connection for one moment, with what it has read."""
        if self._file != (there := _identity(self._name)):
            self.close()
            self._file = there
        return self._idle.pop() if self._idle else (_connect(self.path), Remembered())

    def take_back(self, lent: Lent) -> None:
        """Keep it for the next moment."""
        self._idle.append(lent)


class Moment:
    """A transaction on a connection that nobody else uses. One that met trouble is not used again.

    Written out, for a generator in its place costs an advance more than its own two statements.
    """

    def __init__(self, store: SqliteStore, begin: str) -> None:
        self._store = store
        self._begin = begin

    def __enter__(self) -> SqlLedger:
        try:
            connection, remembered = self._lent = self._store.lend()
        except sqlite3.Error as error:
            raise trouble(self._store.path, error) from error
        try:
            connection.execute(self._begin)
            remembered.stands(_mark(connection))
        except BaseException as error:
            self._give_up(error)
            raise
        return SqlLedger(connection, self._store.definitions, remembered)

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None) -> None:
        if error is not None:
            return self._give_up(error)
        try:
            self._lent[0].execute("COMMIT")
        except BaseException as met:
            self._give_up(met)
            raise
        self._store.take_back(self._lent)
        return None

    def _give_up(self, error: BaseException) -> None:
        """Take back what was begun; what SQLite complains of is told as trouble with the file."""
        connection, _ = self._lent
        with suppress(sqlite3.Error):  # what SQLite has taken back by itself cannot be taken back again
            connection.execute("ROLLBACK")
        connection.close()
        if isinstance(error, sqlite3.Error):
            raise trouble(self._store.path, error) from error


@contextmanager
def new_file(path: Path, profile: Profile = Profile.FILE) -> Iterator[SqliteStore]:
    """A new database, made beside its place and put there when the block has ended well; raises Exists, Unmade."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists():
        raise Exists(path)
    from engine.store.schema import create  # loads the models

    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        create(draft)
        with closing(SqliteStore(draft)) as store:
            yield store
        keep_as(draft, profile)
        put(draft, path)
    except (OSError, sqlite3.Error) as error:
        raise unmade(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def keep_as(draft: Path, profile: Profile) -> None:
    """Write the profile into the file, when it is complete: it moves as one file."""
    if profile is Profile.SERVER:
        connection = _connect(draft)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()


def put(draft: Path, path: Path, keep: bool = False) -> None:
    """Give the draft its name, unless somebody else has taken it meanwhile; with `keep` it has the old one too."""
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise Exists(path) from error
    except OSError:  # a file system without links, as on a memory stick
        if path.exists():
            raise Exists(path) from None
        if keep:
            shutil.copy2(draft, path)
        else:
            draft.rename(path)
    keep_names(path.parent)


def keep_names(folder: Path) -> None:
    """Have the disk keep the names in a folder, as it keeps the bytes of a file that is synced; Windows does it so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mark(connection: sqlite3.Connection) -> int:
    """A number that is another one as soon as any other connection has written into the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _identity(path: str) -> tuple[int, int]:
    """Which file this is, whatever it is called; nothing and nowhere if there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def _connect(path: Path) -> sqlite3.Connection:
    """A connection as every writer needs it; it begins by itself nothing."""
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection
