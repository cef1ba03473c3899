"""What can be wrong with the place where things are kept; each has its own exit code."""

from __future__ import annotations


class StoreError(Exception):
    """Trouble with a database. `code` names its words; nothing was written."""

    code = "store-trouble"

    def __init__(self, path: object, detail: str = "") -> None:
        self.path = str(path)
        self.detail = detail
        super().__init__(f"{self.code}: {self.path} {detail}".rstrip())


class Missing(StoreError):
    """There is no database at this place."""

    code = "store-missing"


class Exists(StoreError):
    """There is something already where a new database should be made."""

    code = "store-exists"


class Foreign(StoreError):
    """The file is not a database of ours."""

    code = "store-foreign"


class Newer(Foreign):
    """The database was written by a later release than this one."""

    code = "store-newer"


class Older(Foreign):
    """The database was written by an earlier release and has to be upgraded first."""

    code = "store-older"


class Tampered(StoreError):
    """What is to be built upon is not what was written: an entry, or where its case stands, was changed."""

    code = "store-tampered"


class Busy(StoreError):
    """Somebody else held the database for longer than we wait."""

    code = "store-busy"


class Spoilt(StoreError):
    """The database is ours and cannot be read on: a page, a table or a column of it is not what it was."""

    code = "store-spoilt"


class DiskFails(StoreError):
    """The disk does not read or does not write. What was asked for is recorded whole, or not at all."""

    code = "disk-fails"


class Unopened(StoreError):
    """The file is there, and the system does not open it, or not the journal beside it."""

    code = "store-unopened"


class ReadOnly(StoreError):
    """The file may be read and not written."""

    code = "store-read-only"


class Unmade(StoreError):
    """No file can be made at this place: no right to write there, or it is no folder for files."""

    code = "store-unmade"


class NoRights(StoreError):
    """The server knows the user and does not let him do what was asked for."""

    code = "store-no-rights"


class NoMemory(Busy):
    """This machine, or the server, has no memory left for it."""

    code = "no-memory"


class Unreachable(Busy):
    """The server does not answer, or does not let us in."""

    code = "store-unreachable"


class NoDriver(StoreError):
    """A database on a server is asked for, and what speaks with servers was not installed."""

    code = "store-no-driver"


class Full(Busy):
    """There is no room left on the disk; what was there before is whole."""

    code = "disk-full"


class Behind(Exception):
    """A stream stands at another number than the writer thought: (case, number) was taken by somebody else."""

    def __init__(self, case: str, expected: int, found: int) -> None:
        self.case = case
        self.expected = expected
        self.found = found
        super().__init__(f"{case} has {found} entries, not {expected}")
