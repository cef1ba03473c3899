"""The power fails: each step of a disk is kept, and the disk is made again as it was at any of them.

The model is stricter than most disks. What was written to a file is kept for sure only after that file was synced; a
file made or deleted is so for sure only after its folder was synced, which SQLite does with the first sync of a new
journal, and after deleting one if it is told to (seen with strace, not believed). Until then each sector may have been
kept or not. Names change in their order. A disk that lies about syncing is not in the model.
"""

from __future__ import annotations

import ctypes
import os
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.faults.store.disk import OK, Operation

SECTOR = 512
TORN = 3  # so many cuts between nothing and all
CREATE = 4  # SQLITE_OPEN_CREATE
JOURNALS = ("-journal", "-wal")
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that came to pass: `create`, `write`, `truncate`, `sync`, `delete` of a file, or something `said`.

    `at` is where it is written or cut off, and 1 if a sync or deletion is followed by a sync of the folder.
    """

    what: str
    file: str
    at: int = 0
    data: bytes = b""


class Diary:
    """Stands between SQLite and its disk, and keeps every step that a disk would see."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._new: set[str] = set()

    def say(self, key: str) -> None:
        """Something was acknowledged."""
        self.steps.append(Step("said", key))

    def __call__(self, operation: str, file: str, original: Operation) -> Operation:
        """What is done instead of an operation: the same, and it is kept."""
        keep = {"open": self._open, "write": self._write, "truncate": self._truncate, "sync": self._sync}
        keep["delete"] = self._delete
        return keep[operation](file, original) if file and operation in keep else original

    def _open(self, file: str, original: Operation) -> Operation:
        def opening(itself: int, name: int, held: int, flags: int, out: int) -> int:
            there = os.path.exists(file)
            result = original(itself, name, held, flags, out)
            if result == OK and flags & CREATE:
                if not there:
                    self.steps.append(Step("create", file))
                if file.endswith(JOURNALS):
                    self._new.add(file)
            return result

        return opening

    def _write(self, file: str, original: Operation) -> Operation:
        def write(held: int, data: int, size: int, at: int) -> int:
            result = original(held, data, size, at)
            if result == OK:
                self.steps.append(Step("write", file, at, ctypes.string_at(data, size)))
            return result

        return write

    def _truncate(self, file: str, original: Operation) -> Operation:
        def truncate(held: int, size: int) -> int:
            result = original(held, size)
            if result == OK:
                self.steps.append(Step("truncate", file, size))
            return result

        return truncate

    def _sync(self, file: str, original: Operation) -> Operation:
        def sync(held: int, flags: int) -> int:
            result = original(held, flags)
            if result == OK:
                self.steps.append(Step("sync", file, int(file in self._new)))
                self._new.discard(file)
            return result

        return sync

    def _delete(self, file: str, original: Operation) -> Operation:
        def delete(itself: int, name: int, durably: int) -> int:
            result = original(itself, name, durably)
            if result == OK:
                self.steps.append(Step("delete", file, durably & 1))
            return result

        return delete


@dataclass
class File:
    """What a disk holds of a file for sure, and what it has only been told."""

    sure: bytes = b""
    told: list[Step] = field(default_factory=list)


class Disk:
    """A disk as it is for whoever reads it, and as it would be if the power failed now."""

    def __init__(self, files: Files) -> None:
        self.names = {name: File(content) for name, content in files.items()}
        self.sure = dict(self.names)
        self.told: list[tuple[str, File | None]] = []

    def take(self, step: Step) -> None:
        """Let a step come to pass."""
        if step.what == "create":
            self.names[step.file] = File()
            self.told.append((step.file, self.names[step.file]))
        elif step.what == "delete":
            del self.names[step.file]
            self.told.append((step.file, None))
        elif step.what == "sync":
            file = self.names[step.file]
            file.sure, file.told = written(file.sure, file.told), []
        elif step.what in ("write", "truncate"):
            self.names[step.file].told.append(step)
        if step.at and step.what in ("sync", "delete"):
            self.sure, self.told = dict(self.names), []

    def after_a_cut(self, chance: random.Random) -> Iterator[Files]:
        """The disk with nothing of what is not sure, with all of it, and with some of it, more than once."""
        yield {name: file.sure for name, file in self.sure.items()}
        yield {name: written(file.sure, file.told) for name, file in self.names.items()}
        for _ in range(TORN):
            names = dict(self.sure)
            for name, file in self.told[: chance.randint(0, len(self.told))]:
                if file is None:
                    names.pop(name)
                else:
                    names[name] = file
            yield {name: written(file.sure, torn(file.told, chance)) for name, file in names.items()}


def written(content: bytes, steps: Iterable[Step]) -> bytes:
    """A content after these steps. What nobody has written between two writes is zero."""
    result = bytearray(content)
    for step in steps:
        if step.what == "truncate":
            del result[step.at :]
        result.extend(bytes(max(step.at - len(result), 0)))
        result[step.at : step.at + len(step.data)] = step.data
    return bytes(result)


def torn(steps: Iterable[Step], chance: random.Random) -> Iterator[Step]:
    """Some of these steps; of a write, some sectors."""
    for step in steps:
        if step.what == "truncate":
            if chance.random() < 0.5:
                yield step
            continue
        at, end = step.at, step.at + len(step.data)
        while at < end:
            until = min((at // SECTOR + 1) * SECTOR, end)
            if chance.random() < 0.5:
                yield Step("write", step.file, at, step.data[at - step.at : until - step.at])
            at = until
