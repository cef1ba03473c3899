"""V17: backups made while many write: each one restored holds all that was acknowledged before it was begun."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from engine.desk.answer import Done
from engine.store import backup
from engine.store.seal.checkpoint import Checkpoint
from engine.store.seal.verify import verify
from engine.store.sqlite import SqliteStore
from engine.store.sqlite_file import Profile, profile_of
from tests.faults.figures import figure
from tests.faults.store.acts import desk_of
from tests.faults.store.keeping import assert_whole
from tests.faults.store.processes import Tell, fork
from tests.faults.store.test_many_writers import extend, office_of
from tests.office import Stopped

BACKUPS, WRITERS, CASES = figure(50, 500), 20, 40
PAUSE = 2.0  # seconds, at most, that a writer rests: the backups are what is tried here

Maker = Callable[[Path, Path, datetime], Path]


@contextmanager
def writers(path: Path, acknowledged: Path, count: int, pause: float) -> Iterator[None]:
    """So many processes that write without end; the keys that they had acknowledged go to a file."""

    def work(number: int, tell: Tell) -> None:
        desk, chance = desk_of(path), random.Random(number)
        out = os.open(acknowledged, os.O_WRONLY | os.O_APPEND)
        for turn in range(1_000_000):
            assert isinstance(extend(desk, f"Т-{number % CASES + 1}", f"{number}-{turn}"), Done)
            os.write(out, f"{number}-{turn}\n".encode())
            if turn == 0:
                tell("ready")
            time.sleep(chance.uniform(0, pause))

    acknowledged.touch()
    children = [fork(partial(work, number)) for number in range(count)]
    try:
        for child in children:
            child.ready()
        yield
    finally:
        for child in children:
            child.kill()
        endings = [(child.heard(), child.ended()) for child in children]
    for told, code in endings:
        assert code == -9, told


def keys_in(path: Path) -> set[str]:
    store = SqliteStore(path)
    with store.reading() as ledger:
        keys = {each.key for each in ledger.intents()}
    store.close()
    return keys


def made(path: Path, folder: Path, at: datetime) -> Path:
    """A backup of ours."""
    return backup.make(path, folder, at).file


def copied(path: Path, folder: Path, at: datetime) -> Path:
    """The negative control: a plain copy of the file, with what a backup of ours has beside it."""
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(path, folder / f"{at:%Y%m%d-%H%M%S}.resheno"))


def backed_up(path: Path, folder: Path, times: int, count: int, pause: float, maker: Maker = made) -> int:
    """Make backups while others write, and bring each back; how many acts were in the last of them."""
    acknowledged, points = folder / "acknowledged", list[Checkpoint]()
    with writers(path, acknowledged, count, pause):
        for number in range(times):
            before = set(acknowledged.read_text().splitlines())
            at = Stopped()() + timedelta(seconds=number)
            file = maker(path, folder / "backups", at)
            back = folder / "back.resheno"
            back.unlink(missing_ok=True)
            if maker is made:
                backup.restore(file, back, at)
                points.append(next(each.point for each in backup.known(folder / "backups") if each.file == file))
                assert profile_of(back) == profile_of(path)
                file.unlink()
            else:
                shutil.copy(file, back)
            found = keys_in(back)
            assert before <= found, f"backup {number}: lost {sorted(before - found)}"
            assert verify(back, points[-1:]).agrees
    assert verify(path, points).agrees, "a backup is of another journal"
    assert [point.size for point in points] == sorted(point.size for point in points)
    assert_whole(path)
    return len(found)


@pytest.mark.parametrize("profile", Profile)
def test_a_backup_holds_what_was_acknowledged_before_it(tmp_path: Path, profile: Profile) -> None:
    assert backed_up(office_of(tmp_path / "o.resheno", CASES, profile), tmp_path, 2, 4, 0.02) > 4


@pytest.mark.deep
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("profile", Profile)
def test_a_hundred_backups_under_twenty_writers(tmp_path: Path, profile: Profile) -> None:
    path = office_of(tmp_path / "o.resheno", CASES, profile)
    assert backed_up(path, tmp_path, BACKUPS, WRITERS, PAUSE) > WRITERS + BACKUPS


def test_a_plain_copy_of_a_live_file_is_caught(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="lost"):
        backed_up(office_of(tmp_path / "o.resheno", CASES, Profile.SERVER), tmp_path, 20, 4, 0.02, copied)
