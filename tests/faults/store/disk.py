"""The disk as SQLite sees it, in our hands: this process's own SQLite is made to call us for each operation.

It works on the SQLite that the module `sqlite3` is linked with, so what is tested is the program as it is, with nothing
swapped. Install it in a child process: it stays for the life of the process.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import os
from collections.abc import Callable
from dataclasses import dataclass

OK, FULL = 0, 13
FAILING = {"open": 14, "read": 266, "write": 778, "sync": 1034, "truncate": 1546, "delete": 2570, "lock": 3850}

_FILE_METHODS = (
    *("close", "read", "write", "truncate", "sync", "file_size", "lock", "unlock", "check_reserved_lock"),
    *("file_control", "sector_size", "device_characteristics"),
    *("shm_map", "shm_lock", "shm_barrier", "shm_unmap", "fetch", "unfetch"),
)
_VFS_METHODS = ("open", "delete", "access", "full_pathname")


class _Methods(ctypes.Structure):
    _fields_ = [("version", ctypes.c_int), *((name, ctypes.c_void_p) for name in _FILE_METHODS)]


class _Vfs(ctypes.Structure):
    _fields_ = [
        *((name, ctypes.c_int) for name in ("version", "file_size", "longest")),
        *((name, ctypes.c_void_p) for name in ("next", "name", "data", *_VFS_METHODS)),
    ]


class _File(ctypes.Structure):
    _fields_ = [("methods", ctypes.c_void_p)]


_INT, _LONG, _POINTER = ctypes.c_int, ctypes.c_int64, ctypes.c_void_p  # names too: SQLite keeps the pointer
_SIGNATURES = {
    "open": ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER),
    "delete": ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT),
    "read": ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG),
    "write": ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG),
    "truncate": ctypes.CFUNCTYPE(_INT, _POINTER, _LONG),
    "sync": ctypes.CFUNCTYPE(_INT, _POINTER, _INT),
    "lock": ctypes.CFUNCTYPE(_INT, _POINTER, _INT),
}
Operation = Callable[..., int]
Between = Callable[[str, str, Operation], Operation]  # an operation, the file, how it is done: how it is done now
_kept: list[object] = []  # what C holds pointers to must not be collected


@dataclass
class Faulty:
    """Fails the n-th of the operations named, once or from then on; `fired` says whether it came to that.

    A write that fails has written its first half. `room` is how many bytes may be written in all before the disk is
    full.
    """

    nth: int = 0
    of: frozenset[str] = frozenset(FAILING)
    for_good: bool = False
    room: int | None = None
    seen: int = 0
    fired: bool = False

    def __call__(self, operation: str, _: str, original: Operation) -> Operation:
        """What is done instead of an operation."""
        if operation not in self.of:
            return original
        if operation == "write":
            return _writing(original, self)
        return lambda *given: FAILING[operation] if self.fails(operation) else original(*given)

    def fails(self, operation: str) -> bool:
        """Count an operation, and say whether it is the one."""
        if operation not in self.of or not self.nth:
            return False
        self.seen += 1
        hit = self.seen >= self.nth if self.for_good else self.seen == self.nth
        self.fired = self.fired or hit
        return hit

    def has_no_room(self, size: int) -> bool:
        """Count bytes, and say whether they are too many."""
        if self.room is None:
            return False
        self.fired = self.fired or size > self.room
        self.room = max(self.room - size, 0)
        return self.fired


def install(between: Between) -> None:
    """Stand between this process's SQLite and its disk, for good."""
    find = ctypes.CDLL(_sqlite3.__file__).sqlite3_vfs_find
    find.restype, find.argtypes = ctypes.POINTER(_Vfs), (ctypes.c_char_p,)
    vfs = find(None).contents
    opened, deleted = _SIGNATURES["open"](vfs.open), _SIGNATURES["delete"](vfs.delete)

    def opening(itself: int, name: int | None, file: int, flags: int, out: int) -> int:
        path = _text(name)
        result = between("open", path, opened)(itself, name, file, flags, out)
        held = _File.from_address(file)
        if result != OK:
            held.methods = None  # SQLite closes only what has methods
        elif held.methods:
            held.methods = _between(held.methods, path, between)
        return result

    def deleting(itself: int, name: int | None, durably: int) -> int:
        return between("delete", _text(name), deleted)(itself, name, durably)

    vfs.open, vfs.delete = _pointer("open", opening), _pointer("delete", deleting)


def _between(methods: int, path: str, between: Between) -> int:
    """A table of methods like this one, with those that matter replaced."""
    table = _Methods.from_buffer_copy(_Methods.from_address(methods))
    for name in ("read", "write", "truncate", "sync", "lock"):
        original = _SIGNATURES[name](getattr(table, name))
        instead = between(name, path, original)
        if instead is not original:
            setattr(table, name, _pointer(name, instead))
    _kept.append(table)
    return ctypes.addressof(table)


def _text(name: int | None) -> str:
    """The name of a file; a passing one has none."""
    return os.fsdecode(ctypes.string_at(name)) if name else ""


def _writing(original: Operation, faulty: Faulty) -> Operation:
    def write(file: int, data: int, size: int, at: int) -> int:
        if faulty.fails("write"):
            original(file, data, size // 2, at)
            return FAILING["write"]
        return FULL if faulty.has_no_room(size) else original(file, data, size, at)

    return write


def _pointer(name: str, function: Operation) -> int | None:
    callback = _SIGNATURES[name](function)
    _kept.extend((callback, function))
    return ctypes.cast(callback, ctypes.c_void_p).value
