"""The classic disasters of a database, looked for before they come: what is found, by number, and how bad it is."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from glob import escape
from pathlib import Path
from typing import Literal

from engine.store.backup import STALE, folder_of, known
from engine.store.errors import StoreError
from engine.store.place import Place
from engine.store.sqlite_file import Profile, profile_of
from engine.store.window import look

Level = Literal["warning", "error"]
SOUND_SQLITE = (3, 51, 3)  # from here on; and the later releases of two older lines:
MENDED: Mapping[tuple[int, ...], int] = {(3, 44): 6, (3, 50): 7}
ROOM = 64 * 2**20
BEING_MADE = timedelta(hours=1)  # longer than any copy takes
UNOPENED = {"store-older": "doctor-older", "store-newer": "doctor-newer"}  # what needs another way out than a backup
NETWORK = ("nfs", "cifs", "smb", "9p", "afs", "ncpfs", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.gvfs", "glusterfs")
CLOUDS = (
    *("dropbox", "onedrive", "google drive", "googledrive", "yandex.disk", "yandexdisk", "яндекс.диск"),
    *("nextcloud", "owncloud", "icloud", "облако mail.ru", "cloud mail.ru"),
)


@dataclass(frozen=True, slots=True)
class Ailment:
    """One thing that is wrong or will be. `code` names its words, which bear its number D-nn."""

    code: str
    level: Level
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Around:
    """What the machine around the database is like."""

    now: datetime
    sqlite: tuple[int, ...] = sqlite3.sqlite_version_info
    mounts: str = ""

    @staticmethod
    def here(now: datetime) -> Around:
        """This machine."""
        try:
            mounts = Path("/proc/self/mounts").read_text("utf-8", "replace")
        except OSError:
            mounts = ""
        return Around(now, mounts=mounts)


def ailments(place: Place, around: Around) -> Iterator[Ailment]:
    """Everything that is wrong with a database and its place."""
    if isinstance(place, Path):
        yield from _of_place(place, around)
    try:
        with look(place) as window:
            last = next((entry.recorded_at for entry in window.log(limit=1)), "")
    except StoreError as error:
        code = UNOPENED.get(error.code, "doctor-unreadable")
        yield Ailment(code, "error", {"path": error.path, "why": error.code, "detail": error.detail})
        return
    if last and (then := datetime.fromisoformat(last)) > around.now:
        facts = {"now": around.now.isoformat(timespec="minutes"), "last": then.isoformat(timespec="minutes")}
        yield Ailment("doctor-clock", "error", facts)
    yield from _of_backups(place, around)


def _of_place(path: Path, around: Around) -> Iterator[Ailment]:
    where = path.resolve()
    profile = profile_of(path) if path.is_file() and path.stat().st_size >= 100 else Profile.FILE
    if kind := network(where, around.mounts):
        yield Ailment("doctor-network", "error", {"path": where, "kind": kind})
    if cloud := next((part for part in where.parts[:-1] if part.casefold().startswith(CLOUDS)), ""):
        yield Ailment("doctor-cloud", "error", {"path": where, "cloud": cloud})
    if path.exists() and not os.access(path, os.W_OK):
        yield Ailment("doctor-read-only", "error", {"path": where})
    if not os.access(where.parent, os.W_OK):
        code = "doctor-shm" if profile is Profile.SERVER else "doctor-folder"
        yield Ailment(code, "error", {"path": where.parent})
    if left := _left_over(where, around.now):
        facts = {"count": len(left), "first": left[0], "size": sum(each.stat().st_size for each in left) // 2**20}
        yield Ailment("doctor-left-over", "warning", facts)
    size = path.stat().st_size if path.exists() else 0
    free = shutil.disk_usage(where.parent).free
    if free < max(ROOM, 2 * size):
        yield Ailment("doctor-no-room", "error", {"free": free // 2**20, "needed": max(ROOM, 2 * size) // 2**20})
    yield from of_sqlite(where, profile, around.sqlite)


def of_sqlite(
    path: Path, profile: Profile, version: tuple[int, ...] = sqlite3.sqlite_version_info
) -> Iterator[Ailment]:
    """An SQLite that cannot be trusted with a log that is written ahead, and whether this file has one."""
    if not _resets_safely(version):
        level: Level = "error" if profile is Profile.SERVER else "warning"
        facts = {"version": ".".join(map(str, version)), "path": path}
        yield Ailment("doctor-old-sqlite-log" if level == "error" else "doctor-old-sqlite", level, facts)


def _left_over(path: Path, now: datetime) -> list[Path]:
    """Files that were half made when somebody was killed; one that is still being made is younger."""
    folders = (folder for folder in (path.parent, folder_of(path)) if folder.is_dir())
    found = (each for folder in folders for each in folder.glob(f".{escape(path.stem)}*.new"))
    return sorted(each for each in found if now.timestamp() - each.stat().st_mtime > BEING_MADE.total_seconds())


def _of_backups(place: Place, around: Around) -> Iterator[Ailment]:
    folder = folder_of(place)
    made = [datetime.fromisoformat(each.made) for each in known(folder)]
    if not made:
        yield Ailment("doctor-no-backup", "warning", {"folder": folder})
    elif around.now - max(made) > STALE:
        days = (around.now - max(made)).days
        yield Ailment("doctor-old-backup", "warning", {"folder": folder, "days": days})


def network(path: Path, mounts: str) -> str:
    """The kind of network that a path lies on, '' for a disk of this machine."""
    if str(path).startswith(("\\\\", "//")):
        return "UNC"
    points = [line.split()[1:3] for line in mounts.splitlines() if len(line.split()) > 2]
    above = [(point.replace("\\040", " "), kind) for point, kind in points]
    above = [(point, kind) for point, kind in above if path.is_relative_to(point)]
    nearest = max(above, key=lambda each: len(each[0]), default=("", ""))
    return nearest[1] if nearest[1].startswith(NETWORK) else ""


def _resets_safely(version: tuple[int, ...]) -> bool:
    """Whether a log cannot be reset under a reader, as it could from 3.7.0 to 3.51.2."""
    return version >= SOUND_SQLITE or version[2] >= MENDED.get(version[:2], version[2] + 1)
