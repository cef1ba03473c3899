"""Many processes write into one file at once: nobody gets an error, nothing is lost, one wins each race."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from engine.desk import tasks
from engine.desk.answer import Conflict, Done
from engine.desk.desk import Desk
from engine.desk.workspace import init
from engine.store import postgres
from engine.store.place import Place, Server
from engine.store.sqlite import SqliteStore, new_file
from engine.store.sqlite_file import Profile
from tests.faults.figures import figure
from tests.faults.store.acts import desk_of
from tests.faults.store.keeping import assert_kept_once, assert_whole
from tests.faults.store.mortal import Mortal
from tests.faults.store.processes import Child, Tell, fork
from tests.office import OPERATOR, ORGANISATION, Stopped, desk_at, done

ON_A_SERVER = figure(2, 50)  # advances of each of two hundred processes


def office_of(path: Path, cases: int, profile: Profile) -> Path:
    """An office with so many assignments, Т-1 and on."""
    with new_file(path, profile) as store:
        desk = desk_at(store)
        for number in range(cases):
            done(desk.act(tasks.add(tasks.NewTask(f"Дело {number}"))))
    return path


def office_on(server: Server, cases: int) -> Server:
    """The same on a server."""
    done(init(server, OPERATOR, ORGANISATION, Stopped()))
    desk = desk_of(server)
    for number in range(cases):
        done(desk.act(tasks.add(tasks.NewTask(f"Дело {number}"))))
    return server


def extend(desk: Desk, case: str, key: str = "", expect: int = 0) -> object:
    intent = tasks.take(case, "extend", due="2026-12-31", reason="болезнь")
    return desk.act(replace(intent, key=key, expect={case: expect} if expect else {}))


@contextmanager
def gate() -> Iterator[tuple[int, int]]:
    """A pipe at which processes wait until its writing end is closed."""
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)


def at_once(path: Place, processes: int, each: int, cases: int) -> list[str]:
    """So many processes, let go at one moment; the keys that they had acknowledged."""

    def work(number: int, reading: int, writing: int, tell: Tell) -> None:
        os.close(writing)
        os.read(reading, 1)
        desk = desk_of(path)
        for turn in range(each):
            assert isinstance(extend(desk, f"Т-{number % cases + 1}", f"{number}-{turn}"), Done)
            tell(f"{number}-{turn}")

    with gate() as (reading, writing):
        children = [fork(partial(work, number, reading, writing)) for number in range(processes)]
        os.close(writing)
        heard = [child.heard() for child in children]
    codes = [child.ended() for child in children]
    failed = ["\n".join(lines) for lines, code in zip(heard, codes, strict=True) if code]
    assert not failed, failed[0]
    return [key for lines in heard for key in lines]


def assert_all_wrote(path: Place, processes: int, each: int, cases: int) -> None:
    heard = at_once(path, processes, each, cases)
    assert len(heard) == processes * each
    assert_kept_once(path, heard)
    assert_whole(path)


@pytest.mark.parametrize("profile", Profile)
def test_twelve_writers_of_four_cases(tmp_path: Path, profile: Profile) -> None:
    assert_all_wrote(office_of(tmp_path / "o.resheno", 4, profile), 12, 3, 4)


@pytest.mark.deep
@pytest.mark.parametrize("profile", Profile)
def test_two_hundred_writers_of_forty_cases(tmp_path: Path, profile: Profile) -> None:
    assert_all_wrote(office_of(tmp_path / "o.resheno", 40, profile), 200, 5, 40)


@pytest.mark.parametrize("profile", Profile)
def test_writers_that_begin_by_reading_are_caught(
    tmp_path: Path, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office_of(tmp_path / "o.resheno", 4, profile)
    monkeypatch.setattr(SqliteStore, "writing", SqliteStore.reading)
    with pytest.raises(AssertionError, match="locked"):
        assert_all_wrote(path, 12, 10, 4)


def test_a_dozen_writers_of_four_cases_on_a_server(server: Server) -> None:
    assert_all_wrote(office_on(server, 4), 12, 2, 4)


@pytest.mark.deep
@pytest.mark.timeout(3_600)
def test_two_hundred_writers_of_forty_cases_on_a_server() -> None:
    """Each is a process with a connection of its own, and the server has room for all of them."""
    roomy = Mortal()
    roomy.settle(max_connections="250")
    roomy.kill()  # it takes another number of connections from its next start on
    try:
        assert_all_wrote(office_on(roomy.place, 40), 200, ON_A_SERVER, 40)
    finally:
        roomy.close()


def test_writers_on_a_server_who_do_not_wait_are_caught(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "ONE_WRITER", "SELECT 1")
    with pytest.raises(AssertionError, match=r"Conflict|serialize|duplicate"):
        assert_all_wrote(office_on(server, 4), 12, 10, 4)


class Racer:
    """A process that waits for a version, and then tries to be the first to write on it."""

    def __init__(self, path: Path, expecting: bool) -> None:
        reading, self.starter = os.pipe()

        def work(tell: Tell) -> None:
            os.close(self.starter)
            desk = desk_of(path)
            with os.fdopen(reading) as started:
                for line in started:
                    answer = extend(desk, "Т-1", expect=int(line) if expecting else 0)
                    tell(type(answer).__name__ + (f" {answer.found}" if isinstance(answer, Conflict) else ""))

        self.child: Child = fork(work)
        os.close(reading)
        self.told = os.fdopen(os.dup(self.child.pipe), encoding="utf-8")

    def start(self, version: int) -> None:
        os.write(self.starter, f"{version}\n".encode())

    def finish(self) -> None:
        os.close(self.starter)
        self.told.close()
        assert self.child.heard() == [] and self.child.ended() == 0


def races(path: Path, times: int, racers: int = 8, expecting: bool = True) -> None:
    """Each race has one winner, and the others are told the version that stands now."""
    field = [Racer(path, expecting) for _ in range(racers)]
    try:
        for version in range(1, times + 1):
            for racer in field:
                racer.start(version)
            answers = Counter(racer.told.readline().strip() for racer in field)
            assert answers == {"Done": 1, f"Conflict {version + 1}": racers - 1}
    finally:
        for racer in reversed(field):  # each later one holds the starting ends of those before it
            racer.finish()
    assert_whole(path)


@pytest.mark.parametrize("profile", Profile)
def test_a_race_has_one_winner(tmp_path: Path, profile: Profile) -> None:
    races(office_of(tmp_path / "o.resheno", 1, profile), 10)


@pytest.mark.deep
@pytest.mark.parametrize("profile", Profile)
def test_five_hundred_races_have_one_winner_each(tmp_path: Path, profile: Profile) -> None:
    races(office_of(tmp_path / "o.resheno", 1, profile), 500)


def test_a_race_in_which_nobody_says_what_he_has_read_is_caught(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="Done"):
        races(office_of(tmp_path / "o.resheno", 1, Profile.FILE), 1, expecting=False)


def test_at_the_command_line_the_losers_exit_with_5(tmp_path: Path, root: Path) -> None:
    path = office_of(tmp_path / "o.resheno", 1, Profile.FILE)
    command = [sys.executable, "-m", "cli.main", "--db", str(path), "task", "deliver", "Т-1", "--yes"]
    racers = [
        subprocess.Popen(
            [*command, "--expect-version", "1"], cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(4)
    ]
    assert sorted(racer.wait() for racer in racers) == [0, 5, 5, 5]
    assert_whole(path)
