"""What SQLite and the disk complain of, in the words of whoever has to do something about it."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from pathlib import Path

from engine.store.errors import (
    Busy,
    DiskFails,
    Foreign,
    Full,
    Missing,
    NoMemory,
    ReadOnly,
    Spoilt,
    StoreError,
    Unmade,
    Unopened,
)

# By the beginning of SQLite's result code (https://sqlite.org/rescode.html); the first that fits holds. What is not
# here only a mistake of ours can cause: a constraint, a wrong type, a value too large, a statement that is none.
BY_RESULT: Mapping[str, type[StoreError]] = {
    "SQLITE_BUSY": Busy,
    "SQLITE_LOCKED": Busy,
    "SQLITE_PROTOCOL": Busy,  # too many at the log at once
    "SQLITE_SCHEMA": Busy,  # somebody is altering the tables again and again
    "SQLITE_READONLY_DBMOVED": Busy,  # another file was put in its place: the next command opens that one
    "SQLITE_READONLY": ReadOnly,
    "SQLITE_FULL": Full,
    "SQLITE_NOMEM": NoMemory,
    "SQLITE_IOERR_NOMEM": NoMemory,
    "SQLITE_IOERR_CORRUPTFS": DiskFails,
    "SQLITE_IOERR_DATA": Spoilt,
    "SQLITE_IOERR": DiskFails,
    "SQLITE_NOLFS": DiskFails,
    "SQLITE_CANTOPEN": Unopened,
    "SQLITE_PERM": Unopened,
    "SQLITE_NOTADB": Foreign,
    "SQLITE_CORRUPT": Spoilt,
}
# Without a code of their own, these tell of tables that are not as we make them.
SPOILT = re.compile(r"no such (table|column): |has no column named |[Cc]ould not decode")
BY_SYSTEM: Mapping[int | None, type[StoreError]] = {
    errno.ENOSPC: Full,
    errno.EDQUOT: Full,
    errno.EFBIG: Full,
    errno.EIO: DiskFails,
    errno.ENXIO: DiskFails,
    errno.ENOENT: Missing,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EROFS: ReadOnly,
    errno.ENOMEM: NoMemory,
}


def trouble(path: Path | str, error: Exception) -> StoreError:
    """What an error of SQLite or of the disk means to a person; what only a mistake of ours explains is raised on."""
    meant = _of_system(error) if isinstance(error, OSError) else _of_result(error)
    if meant is None:
        raise error
    if meant is Unopened and not Path(path).exists():
        meant = Missing
    return meant(path, str(error))


def unmade(path: Path, error: Exception) -> StoreError:
    """The same of a file that was to be made: nothing is missing there, it is the place that does not take it."""
    met = trouble(path, error)
    return Unmade(path, met.detail) if isinstance(met, Missing | ReadOnly | Unopened) else met


def _of_system(error: OSError) -> type[StoreError] | None:
    return BY_SYSTEM.get(error.errno)


def _of_result(error: Exception) -> type[StoreError] | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name in ("", "SQLITE_ERROR"):
        return Spoilt if SPOILT.search(str(error)) else None
    return next((meant for start, meant in BY_RESULT.items() if name.startswith(start)), None)
