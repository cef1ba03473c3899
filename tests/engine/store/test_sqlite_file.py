"""Looking at a file takes no lock away from whoever is at work in the same process."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from engine.desk import tasks
from engine.desk.desk import Desk
from engine.desk.tasks import NewTask
from engine.desk.workspace import found, open_desk
from engine.store import sqlite_file
from engine.store.sqlite import new_file
from engine.store.sqlite_file import Profile, profile_of, schema_of
from engine.store.window import look
from tests.office import OPERATOR, ORGANISATION, Stopped, done

COMES_AND_GOES = """
import sys
from pathlib import Path
from engine.desk.workspace import open_desk
desk = open_desk(Path(sys.argv[1]))
print(desk.case("Т-1").stage)
desk.store.close()
"""
WRITES = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
try:
    connection.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
"""


@pytest.fixture(params=Profile)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An office with one assignment, in either profile."""
    path = tmp_path / "o.resheno"
    with new_file(path, request.param) as store:
        done(found(store, OPERATOR, ORGANISATION, Stopped()))
        done(Desk(store, Stopped(), "Л-1").act(tasks.add(NewTask("Позвонить"))))
    return path


def told(script: str, place: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", script, str(place)], capture_output=True, check=True, text=True, encoding="utf-8"
    ).stdout.strip()


def seen_elsewhere(place: Path) -> str:
    """The stage that another process finds, after a desk has gone on whose neighbour has looked at the file."""
    desk = open_desk(place, clock=Stopped())
    assert desk.case("Т-1").stage == "registered"
    with look(place) as window:
        assert len(window.cases()) == 1
    told(COMES_AND_GOES, place)
    done(desk.act(tasks.take("Т-1", "deliver")))
    return told(COMES_AND_GOES, place)


def test_what_a_desk_writes_is_there_for_others_after_its_neighbour_has_looked(place: Path) -> None:
    assert seen_elsewhere(place) == "delivered"


def test_nobody_writes_between_while_the_file_is_looked_at(place: Path) -> None:
    with closing(sqlite3.connect(place, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert schema_of(place) == sqlite_file.SCHEMA and profile_of(place)
        assert told(WRITES, place) == "database is locked"
        writer.execute("ROLLBACK")
    assert told(WRITES, place) == ""


def test_a_file_that_is_opened_and_closed_to_be_looked_at_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: read byte by byte, an advance that was acknowledged is lost, and two write at once."""

    def cannot(*_: object) -> list[object]:
        raise sqlite3.DatabaseError

    paths = [tmp_path / f"{profile}.resheno" for profile in Profile]
    for path, profile in zip(paths, Profile, strict=True):
        with new_file(path, profile) as store:
            done(found(store, OPERATOR, ORGANISATION, Stopped()))
            done(Desk(store, Stopped(), "Л-1").act(tasks.add(NewTask("Позвонить"))))
    monkeypatch.setattr(sqlite_file, "_said", cannot)
    assert seen_elsewhere(tmp_path / "server.resheno") == "registered"
    with pytest.raises(AssertionError):
        test_nobody_writes_between_while_the_file_is_looked_at(tmp_path / "file.resheno")
