"""The disk as SQLite sees it, in our hands: this process's own SQLite is made to call us for each operation.

It works on the SQLite that the module `sqlite3` is linked with, so what is tested is the program as it is, with nothing
swapped. Install it in a child process: it stays for the life of the process.
"""

from __future__ import annotations

import _sqlite3
import ctypes
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


def install(faulty: Faulty) -> None:
    """Stand between this process's SQLite and its disk, for good."""
    find = ctypes.CDLL(_sqlite3.__file__).sqlite3_vfs_find
    find.restype, find.argtypes = ctypes.POINTER(_Vfs), (ctypes.c_char_p,)
    vfs = find(None).contents
    opened = _SIGNATURES["open"](vfs.open)

    def opening(itself: int, name: int, file: int, flags: int, out: int) -> int:
        if faulty.fails("open"):
            _File.from_address(file).methods = None  # SQLite closes only what has methods
            return FAILING["open"]
        result = opened(itself, name, file, flags, out)
        held = _File.from_address(file)
        if held.methods:
            held.methods = _between(held.methods, faulty)
        return int(result)

    vfs.open = _pointer("open", opening)
    vfs.delete = _pointer("delete", _failing("delete", _SIGNATURES["delete"](vfs.delete), faulty))


def _between(methods: int, faulty: Faulty) -> int:
    """A table of methods like this one, with those that can fail replaced."""
    table = _Methods.from_buffer_copy(_Methods.from_address(methods))
    for name in ("read", "write", "truncate", "sync", "lock"):
        original = _SIGNATURES[name](getattr(table, name))
        wrapped = _writing(original, faulty) if name == "write" else _failing(name, original, faulty)
        setattr(table, name, _pointer(name, wrapped))
    _kept.append(table)
    return ctypes.addressof(table)


def _failing(name: str, original: Callable[..., int], faulty: Faulty) -> Callable[..., int]:
    return lambda *given: FAILING[name] if faulty.fails(name) else original(*given)


def _writing(original: Callable[..., int], faulty: Faulty) -> Callable[..., int]:
    def write(file: int, data: int, size: int, at: int) -> int:
        if faulty.fails("write"):
            original(file, data, size // 2, at)
            return FAILING["write"]
        return FULL if faulty.has_no_room(size) else original(file, data, size, at)

    return write


def _pointer(name: str, function: Callable[..., int]) -> int | None:
    callback = _SIGNATURES[name](function)
    _kept.extend((callback, function))
    return ctypes.cast(callback, ctypes.c_void_p).value
