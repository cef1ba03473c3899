"""Files on their way out: written whole or not at all, in the place that was named and nowhere else."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cli.complaint import Complaint
from cli.exits import Exit

DATABASE = b"SQLite format 3\0"


def put_file(target: str, data: bytes) -> str:
    """Write a file so that at no moment half of it is there; gives the name under which it was written.

    A link stays a link and a file keeps its mode; a pipe or a device is written into. A file that another program holds
    open is left alone, and the new one stands beside it with a number. Raises OSError with the name that was asked for.
    """
    with _named(target):
        found = _found(target)
        if found is None or stat.S_ISREG(found.st_mode):
            place = Path(os.path.realpath(target))
            _spare_databases(place, found)
            name = _put_whole(place, data, found)
            return target if name == place else str(name)
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not (stat.S_ISFIFO(found.st_mode) or stat.S_ISCHR(found.st_mode)):  # a socket; a disk is nothing to write on
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with open(target, "wb") as stream:
            stream.write(data)
        return target


def _spare_databases(place: Path, found: os.stat_result | None) -> None:
    """No list and no picture takes the place of a database, whoever's it is: that could not be taken back."""
    if found is None or found.st_size < len(DATABASE):
        return
    with place.open("rb") as file:
        if file.read(len(DATABASE)) == DATABASE:
            raise Complaint("would-replace-database", {"file": place.name}, Exit.USAGE)


@contextmanager
def _named(target: str) -> Iterator[None]:
    """Trouble with any file on the way, our own one beside the target too, is told by the name that was asked for."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, target) from error


def _found(target: str) -> os.stat_result | None:
    try:
        return os.stat(target)
    except FileNotFoundError:
        if target.endswith(("/", os.sep)):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)) from None
        return None


def _put_whole(place: Path, data: bytes, found: os.stat_result | None) -> Path:
    beside = place.with_name(f".{os.urandom(8).hex()}.part")  # shorter than many names, and nobody knows it beforehand
    try:
        _write(beside, data, found)
        for name in (place, *(place.with_stem(f"{place.stem} ({n})") for n in range(2, 10))):
            try:
                os.replace(beside, name)
            except PermissionError:
                continue
            _keep_name(name.parent)
            return name
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    finally:
        beside.unlink(missing_ok=True)


def _write(path: Path, data: bytes, found: os.stat_result | None) -> None:
    """A new file that the disk has: with the owner and the mode of the one it stands for, else as any new file has."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600 if found else 0o666)
    with open(handle, "wb") as file:
        if found is not None and os.name == "posix":
            with suppress(PermissionError):  # a file of somebody else that we may put our own one in the place of
                os.fchown(handle, found.st_uid, found.st_gid)
            os.fchmod(handle, stat.S_IMODE(found.st_mode) & 0o777)
        file.write(data)
        file.flush()
        os.fsync(handle)


def _keep_name(folder: Path) -> None:
    """Have the disk keep the name too, as decision 9 says; not every file system can be told to."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
