"""V2: the power fails at any moment: whatever the disk had kept, what was acknowledged is there and nothing is half."""

from __future__ import annotations

import hashlib
import itertools
import pickle
import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.desk import importing, records, tasks, undoing
from engine.desk.intent import Intent
from engine.store import sqlite
from engine.store.sqlite import SqliteStore
from engine.store.sqlite_file import Profile
from tests.faults.figures import figure
from tests.faults.store.acts import busy_office, desk_of
from tests.faults.store.disk import install
from tests.faults.store.keeping import assert_whole
from tests.faults.store.power import TORN, Diary, Disk, Files, Step
from tests.faults.store.processes import Tell, ran
from tests.office import DAY, content_of, done, item, protocol

STATES = 625  # on each profile, from each seed
SEEDS = range(figure(4, 80))
SESSION = 3  # acts between opening a file and letting go of it


@pytest.fixture(params=Profile)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return busy_office(tmp_path / "o.resheno", request.param)


@pytest.fixture
def scratch() -> Iterator[Path]:
    """A folder where disks are made again: in memory if there is such a place, for they need no disk themselves."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def acts(chance: random.Random) -> Iterator[Intent]:
    """What an office does all day; each act can be done after any of the others."""
    for number in itertools.count(1):
        paper = protocol(
            [item("1", f"Дело {number}", mechanisms=("1.2",), stages=("goals",)), item("2")], f"{number}-п"
        )
        goal = {"text": f"Цель {number}", "grounds": "анализ"}
        some = [
            tasks.add(tasks.NewTask(f"Дело {number}", executors=(f"Лицо {number}",), due=DAY)),
            tasks.take("П-1.4", "extend", due="2026-12-31", reason="болезнь"),
            tasks.edit("П-1.4", {"text": f"Текст {number}"}),
            importing.bring_in(paper, content_of(paper)),
            records.add("К-1", "goal", goal),
        ]
        yield chance.choice(some)
        if chance.random() < 0.2:
            yield undoing.undo()
            yield undoing.redo()


def recorded(office: Path, folder: Path, states: int, seed: int) -> list[Step]:
    """Every step of a disk under an office that works, until there are boundaries enough for so many states."""

    def work(tell: Tell) -> None:
        diary = Diary()
        install(diary)
        day = enumerate(acts(random.Random(seed)))
        while len(diary.steps) < states / (2 + TORN) + SESSION:
            desk = desk_of(office)
            for number, intent in itertools.islice(day, SESSION):
                done(desk.act(replace(intent, key=str(number))))
                diary.say(str(number))
            assert isinstance(desk.store, SqliteStore)
            desk.store.close()
        (folder / "diary").write_bytes(pickle.dumps(diary.steps))

    ran(work)
    steps: list[Step] = pickle.loads((folder / "diary").read_bytes())
    return steps


def cuts(before: Files, steps: list[Step], seed: int) -> Iterator[tuple[int, Files]]:
    """Each disk that a cut may leave, and how many acts had been acknowledged when the power failed."""
    disk, said, chance = Disk(before), 0, random.Random(seed)
    for step, following in itertools.pairwise([*steps, Step("end", "")]):
        disk.take(step)
        said += step.what == "said"
        if following.what != "said":  # the disk is the same then, and more has been promised
            yield from ((said, files) for files in disk.after_a_cut(chance))


def found_in(files: Files, folder: Path, whole: set[bytes]) -> list[str]:
    """Open what a cut has left, as the next command would; the keys of the acts that are there. All must be whole.

    Many cuts leave, once SQLite has tidied up, the same bytes: `whole` are those that were looked through. A journal
    that is still there is one that SQLite has found to be torn, and does not read.
    """
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        (folder / Path(name).name).write_bytes(content)
    path = folder / "o.resheno"
    store = SqliteStore(path)
    with store.reading() as ledger:
        keys = [each.key for each in ledger.intents() if each.key]
    store.close()
    tidied = print_of({file.name: file.read_bytes() if file == path else b"" for file in folder.iterdir()})
    if tidied not in whole:
        assert_whole(path)
        whole.add(tidied)
    return keys


def print_of(files: Files) -> bytes:
    return hashlib.sha256(b"".join(name.encode() + files[name] for name in sorted(files))).digest()


def wrong(office: Path, folder: Path, states: int, seed: int) -> Iterator[str]:
    """What is wrong after a cut of the power, in so many states."""
    before = {str(office): office.read_bytes()}
    steps = recorded(office, folder, states, seed)
    expected = [step.file for step in steps if step.what == "said"]
    known: dict[bytes, list[str] | str] = {}
    whole: set[bytes] = set()
    for number, (said, files) in enumerate(itertools.islice(cuts(before, steps, seed), states)):
        seen = print_of(files)
        if seen not in known:
            known[seen] = _tried(files, folder, whole)
        keys = known[seen]
        if isinstance(keys, str):
            yield f"seed {seed}, state {number}: {keys}"
        elif len(keys) < said or keys != expected[: len(keys)]:
            yield f"seed {seed}, state {number}: {said} acknowledged, {len(keys)} there"
    assert number == states - 1


def _tried(files: Files, folder: Path, whole: set[bytes]) -> list[str] | str:
    try:
        return found_in(files, folder, whole)
    except Exception as error:  # a torn file may fail in any way
        return f"{type(error).__name__} {error}"


def test_the_power_fails(office: Path, scratch: Path) -> None:
    assert list(wrong(office, scratch, 60, seed=0)) == []


@pytest.mark.deep
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_power_fails_at_every_step(office: Path, scratch: Path, seed: int) -> None:
    assert list(wrong(office, scratch, STATES, seed)) == []


@pytest.mark.parametrize(
    ("profile", "level"),
    [("file", "OFF"), ("file", "FULL"), ("server", "OFF"), ("server", "NORMAL")],
)
def test_a_store_that_does_not_wait_for_the_disk_is_caught(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, profile: str, level: str
) -> None:
    """A rollback journal that was deleted comes back where its folder was not synced, and takes the act with it."""
    less = tuple(f"synchronous = {level}" if "synchronous" in each else each for each in sqlite.PRAGMAS)
    monkeypatch.setattr(sqlite, "PRAGMAS", less)
    assert any(wrong(busy_office(tmp_path / "o.resheno", Profile(profile)), scratch, 600, seed=8))
