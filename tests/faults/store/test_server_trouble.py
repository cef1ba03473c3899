"""V20: a server dies, a line is cut, also when all was written already: what is asked again is done exactly once."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Literal

import pytest

from engine.desk import tasks
from engine.desk.answer import Done
from engine.desk.intent import Intent
from engine.desk.workspace import init
from engine.store.errors import StoreError, Unreachable
from engine.store.place import Place, Server
from engine.store.window import look
from tests.faults.figures import figure
from tests.faults.store.acts import desk_of
from tests.faults.store.keeping import assert_kept_once, assert_whole
from tests.faults.store.line import Cut, Line
from tests.faults.store.mortal import PATIENCE, Mortal
from tests.faults.store.processes import Tell, fork
from tests.office import DAY, OPERATOR, ORGANISATION, Stopped, done

KILLS, CUTS = figure(20, 200), figure(50, 500)


def new_task(number: int, key: str | None = None) -> Intent:
    task = tasks.NewTask(f"Дело {number}", executors=(f"Лицо {number}",), due=DAY)
    return replace(tasks.add(task), key=str(number) if key is None else key)


def assert_each_once(place: Place, numbers: range) -> None:
    """Whoever asked has one assignment, whatever he was told the first time."""
    with look(place) as window:
        there = Counter(task.text for task in window.tasks(DAY))
    assert there == {f"Дело {number}": 1 for number in numbers}


@pytest.fixture
def office(server: Server) -> Server:
    """A workspace on a server."""
    done(init(server, OPERATOR, ORGANISATION, Stopped()))
    return server


@pytest.fixture
def line(office: Server) -> Iterator[Line]:
    """The line to it."""
    made = Line(office)
    yield made
    made.close()


def cut_line(line: Line, office: Server, times: int, key: str | None = None) -> Counter[str]:
    """Cut the line at random while something is asked, and ask again; how often it had been done already."""
    chance, met = random.Random(20), Counter[str]()
    done(desk_of(line.server).act(new_task(0)))
    usual = dict(line.passed)
    for number in range(1, times + 1):
        where: Literal["asked", "answered", "committed"] = ("asked", "answered", "committed")[number % 3]
        desk = desk_of(line.server)
        line.cut = Cut(where, chance.randrange(usual.get(where, 1)))
        with suppress(Unreachable):
            met["answered"] += isinstance(desk.act(new_task(number, key)), Done)
        line.cut = None
        again = done(desk_of(office).act(new_task(number, key)))
        met["done before"] += again.repeated
        if where == "committed":
            assert again.repeated, f"{number} was committed and is not there"
    assert_each_once(office, range(times + 1))
    assert_kept_once(office, map(str, range(times + 1)))
    assert_whole(office)
    return met


def test_a_line_that_is_cut(line: Line, office: Server) -> None:
    assert cut_line(line, office, 9)["done before"] >= 3


@pytest.mark.deep
@pytest.mark.timeout(3_600)
def test_a_line_that_is_cut_again_and_again(line: Line, office: Server) -> None:
    met = cut_line(line, office, CUTS)
    assert CUTS // 3 <= met["done before"] < CUTS and met["answered"] < CUTS // 2


def test_asking_again_without_a_key_is_caught(line: Line, office: Server) -> None:
    with pytest.raises(AssertionError, match="committed and is not there"):
        cut_line(line, office, 9, key="")


@pytest.mark.deep
def test_a_line_on_which_two_seconds_pass(line: Line, office: Server) -> None:
    """Nobody gives up, and whoever comes meanwhile waits his turn."""
    line.slow = 2.0

    def work(tell: Tell) -> None:
        done(desk_of(line.server).act(new_task(1)))

    slow = fork(work)
    time.sleep(1)
    done(desk_of(office).act(new_task(2)))
    assert (slow.heard(), slow.ended()) == ([], 0)
    assert_each_once(office, range(1, 3))
    assert_whole(office)


@pytest.fixture
def mortal() -> Iterator[Mortal]:
    """A workspace on a server of its own."""
    made = Mortal()
    done(init(made.place, OPERATOR, ORGANISATION, Stopped()))
    yield made
    made.close()


def killed(mortal: Mortal, times: int) -> Counter[str]:
    """Kill the server at random while something is asked, and ask again; how often it had been done already."""
    chance, met = random.Random(21), Counter[str]()
    for number in range(times):

        def work(tell: Tell, number: int = number) -> None:
            desk = desk_of(mortal.place)
            tell("ready")
            with suppress(StoreError):
                done(desk.act(new_task(number)))
                tell("done")

        child = fork(work)
        child.ready()
        time.sleep(chance.uniform(0, 0.06))
        mortal.kill()
        heard = child.heard()
        assert child.ended() == 0, heard
        again = asked_again(mortal, number)
        assert again.repeated or not heard, f"{number} was acknowledged and is lost"
        met["done before"] += again.repeated
        met["answered"] += heard == ["done"]
    assert_each_once(mortal.place, range(times))
    assert_kept_once(mortal.place, map(str, range(times)))
    assert_whole(mortal.place)
    return met


def asked_again(mortal: Mortal, number: int) -> Done:
    patience = time.monotonic() + PATIENCE
    while True:
        try:
            return done(desk_of(mortal.place).act(new_task(number)))
        except StoreError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.1)


@pytest.mark.deep
@pytest.mark.timeout(3_600)
def test_a_server_that_is_killed(mortal: Mortal) -> None:
    assert 0 < killed(mortal, KILLS)["done before"] < KILLS, "killed too early or too late to tell"


@pytest.mark.deep
def test_a_server_that_does_not_wait_for_its_disk_is_caught(mortal: Mortal, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = "-c synchronous_commit=off -c search_path=public -c timezone=UTC"
    monkeypatch.setattr("engine.store.postgres_server.SETTINGS", settings)
    mortal.settle(wal_writer_delay="10s", wal_writer_flush_after="1GB")
    with pytest.raises(AssertionError, match="lost"):
        killed(mortal, KILLS)
