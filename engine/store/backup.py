"""Backups: one file each, verified when it is made, with a checkpoint beside it that says what it must hold."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from engine.store.copying import copy, counted
from engine.store.errors import Exists
from engine.store.journal import canonical
from engine.store.place import Place, Server
from engine.store.seal.checkpoint import Checkpoint, Unreadable, read, write
from engine.store.seal.finding import Finding, Report, found
from engine.store.seal.verify import Unverified, verify
from engine.store.sqlite import keep_as, keep_names, put
from engine.store.sqlite_file import Profile, looking, profile_of
from engine.store.sqlite_trouble import trouble
from engine.store.watching import Watch, unwatched

ENDING = ".resheno"
BESIDE = ".checkpoint"
STALE = timedelta(days=7)  # an older one is reminded of


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, when it was made, the journal it holds, how many rows each table has."""

    file: Path
    made: str
    point: Checkpoint
    rows: Mapping[str, int]
    profile: Profile


def folder_of(place: Place) -> Path:
    """Where the backups of a database are kept if nobody says otherwise: beside it."""
    if isinstance(place, Server):
        return Path(f"{place.name}-backups")
    return place.with_name(f"{place.stem}-backups")


def make(place: Place, folder: Path, at: datetime, watch: Watch = unwatched) -> Backup:
    """Back a database up while others work in it; raises Unverified if what was copied does not agree with itself."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = place.name if isinstance(place, Server) else place.stem
    file = folder / f"{stem}-{at:%Y%m%d-%H%M%S}{ENDING}"
    draft = folder / f".{file.name}.{os.getpid()}.new"
    if file.exists():
        raise Exists(file)
    try:
        if isinstance(place, Server):
            copy(place, draft, watch)
        else:
            _copy_file(place, draft)
        report = _sound(verify(draft, watch=watch))
        point = Checkpoint(report.size, report.root, at.date().isoformat(), report.origin)
        profile = Profile.FILE if isinstance(place, Server) else profile_of(place)
        backup = Backup(file, at.isoformat(timespec="seconds"), point, counted(draft), profile)
        put(draft, file)
        _put_beside(file, _told(backup))
    finally:
        draft.unlink(missing_ok=True)
    return backup


def known(folder: Path) -> tuple[Backup, ...]:
    """The backups of a folder, the oldest first."""
    files = sorted(folder.glob(f"*{ENDING}{BESIDE}"))
    backups = (told_of(file.with_name(file.name.removesuffix(BESIDE))) for file in files)
    return tuple(sorted((each for each in backups if each is not None), key=lambda each: each.made))


def check(file: Path, watch: Watch = unwatched) -> Report:
    """Hold a backup against its hashes, its projections, the checkpoint beside it and the rows that it had."""
    backup = told_of(file)
    if backup is None:
        return _with(verify(file, watch=watch), [found("backup-alone", file=file.name)])
    report = verify(file, [backup.point], watch)
    if not report.agrees:
        return report
    rows = counted(file)
    differ = [name for name in {**rows, **backup.rows} if rows.get(name) != backup.rows.get(name)]
    facts = {name: (backup.rows.get(name, 0), rows.get(name, 0)) for name in differ}
    return _with(report, [found("backup-rows", table=name, was=a, is_now=b) for name, (a, b) in facts.items()])


def restore(file: Path, place: Place, at: datetime, over: bool = False, watch: Watch = unwatched) -> Path | None:
    """Bring a backup back, and give the file to which what stood there before was moved.

    What is there is replaced only with `over`, and is never deleted. Raises Unverified, Exists.
    """
    _sound(check(file, watch))
    if isinstance(place, Server):
        copy(file, place, watch)
        return None
    if place.exists() and not over:
        raise Exists(place)
    backup = told_of(file)
    draft = place.with_name(f".{place.name}.{os.getpid()}.new")
    try:
        _copy_file(file, draft)
        _sound(verify(draft, watch=watch))
        keep_as(draft, backup.profile if backup else Profile.FILE)
        if not place.exists():
            put(draft, place)
            return None
        aside = place.with_name(f"{place.stem}-before-{at:%Y%m%d-%H%M%S}{place.suffix}")
        _settle(place)
        put(place, aside, keep=True)
        for ending in ("-wal", "-shm", "-journal"):  # of a file too broken to take its own log in
            if (log := place.with_name(place.name + ending)).exists():
                log.replace(aside.with_name(aside.name + ending))
        draft.replace(place)
        keep_names(place.parent)
        return aside
    finally:
        draft.unlink(missing_ok=True)


def _copy_file(path: Path, draft: Path) -> None:
    """Copy a database of one moment page by page, so that it is one file whatever its profile."""
    try:
        with looking(path) as source, closing(sqlite3.connect(draft)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise trouble(draft, error) from error


def _settle(path: Path) -> None:
    """Let the file that is replaced be complete by itself: a log left beside it would be taken for the new one's."""
    try:
        with closing(sqlite3.connect(path, timeout=5, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):  # of a broken file nothing more can be asked
            raise trouble(path, error) from error


def _sound(report: Report) -> Report:
    if not report.agrees:
        raise Unverified(report)
    return report


def _with(report: Report, more: Iterable[Finding]) -> Report:
    return replace(report, findings=(*report.findings, *more))


def _beside(file: Path) -> Path:
    return file.with_name(file.name + BESIDE)


def _put_beside(file: Path, text: str) -> None:
    """Write it so that it is there whatever happens to the machine: without it a backup is not known."""
    with _beside(file).open("w", encoding="utf-8") as paper:
        paper.write(text)
        paper.flush()
        os.fsync(paper.fileno())
    keep_names(file.parent)


def _told(backup: Backup) -> str:
    """The checkpoint as `journal verify --checkpoint` reads it, with what a backup knows besides."""
    besides = {"made": backup.made, "rows": dict(backup.rows), "profile": backup.profile.value}
    return canonical({**json.loads(write(backup.point)), **besides}) + "\n"


def told_of(file: Path) -> Backup | None:
    """A backup by what stands beside its file; None where nothing does that can be read."""
    try:
        text = _beside(file).read_text("utf-8")
        point, said = read(text)[0], json.loads(text)
        rows = {str(name): int(count) for name, count in said["rows"].items()}
        return Backup(file, str(said["made"]), point, rows, Profile(said["profile"]))
    except (OSError, UnicodeError, Unreadable, KeyError, ValueError, TypeError, AttributeError):
        return None
