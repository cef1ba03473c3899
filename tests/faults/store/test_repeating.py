"""A command whose answer was lost is given again with the same key: it is done exactly once, whatever it does."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import engine.desk
from engine.desk.intent import Intent
from engine.store.sqlite_file import Profile
from tests.faults.store.acts import ACTS, busy_office, desk_of, did
from tests.faults.store.keeping import assert_whole, books_of
from tests.faults.store.processes import Tell, fork

WAYS_TO_TAKE_AN_ARROW = {"cycles.fire", "cycles.start_other"}  # `cycles.advance` and `cycles.start` stand for them
LOST, SEEDS = 100, range(5)  # on each profile


@pytest.fixture(scope="module", params=Profile)
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A busy office, to be copied."""
    return busy_office(tmp_path_factory.mktemp("office") / "o.resheno", request.param)


def keyed(name: str) -> Intent:
    return replace(ACTS[name](), key="once")


def given_twice(path: Path, intent: Intent) -> None:
    first = did(path, intent)
    after = books_of(path)
    again = did(path, intent)
    assert (again.intent, again.id, again.repeated, again.entries) == (first.intent, first.id, True, ())
    assert books_of(path) == after


@pytest.mark.parametrize("name", ACTS)
def test_a_repeat_with_the_same_key_changes_nothing(office: Path, tmp_path: Path, name: str) -> None:
    path = Path(shutil.copy(office, tmp_path))
    given_twice(path, keyed(name))
    assert_whole(path)


def test_a_repeat_without_a_key_is_caught(office: Path, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        given_twice(Path(shutil.copy(office, tmp_path)), replace(keyed("tasks.add"), key=""))


def intents_of_the_desk() -> Iterator[str]:
    """The name of every function beside the desk that makes an intent."""
    for module in pkgutil.iter_modules(engine.desk.__path__):
        found = importlib.import_module(f"engine.desk.{module.name}")
        for name, function in inspect.getmembers(found, inspect.isfunction):
            ours = function.__module__ == found.__name__ and not name.startswith("_")
            if ours and function.__annotations__.get("return") == "Intent":
                yield f"{module.name}.{name}"


def test_every_command_that_writes_is_in_the_table() -> None:
    assert set(intents_of_the_desk()) - WAYS_TO_TAKE_AN_ARROW == set(ACTS)


@pytest.mark.deep
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", SEEDS)
def test_answers_lost_with_their_process_at_any_moment(office: Path, tmp_path: Path, seed: int) -> None:
    """A process is killed somewhere in the middle; whoever repeats the command finds it done, or does it."""
    chance = random.Random(seed)
    expected, there = {}, 0
    for name in ACTS:
        whole = Path(shutil.copy(office, tmp_path / "whole.resheno"))
        did(whole, keyed(name))
        expected[name] = books_of(whole)
    for turn in range(LOST):
        name = list(ACTS)[(seed * LOST + turn) % len(ACTS)]
        path = Path(shutil.copy(office, tmp_path / f"{turn}.resheno"))

        def work(tell: Tell, name: str = name, path: Path = path) -> None:
            desk = desk_of(path)
            tell("ready")
            desk.act(keyed(name))
            tell("done")

        child = fork(work)
        child.ready()
        if chance.random() < 0.3:
            child.line()  # it is done, and nobody has read that it is
        time.sleep(chance.uniform(0, 0.020))
        child.kill()
        child.heard()
        child.ended()
        there += did(path, keyed(name)).repeated
        assert books_of(path) == expected[name], name
        assert_whole(path)
        for each in tmp_path.glob(f"{turn}.resheno*"):
            each.unlink()
    assert 0 < there < LOST, "the processes were killed too early or too late to tell"
