"""Upgrades: a later database is refused, an earlier one is brought up to date whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import psycopg
import pytest

from engine.desk.workspace import init
from engine.store.errors import Foreign, Newer, Older, Spoilt, StoreError
from engine.store.place import Place, Server
from engine.store.postgres_server import connect
from engine.store.sqlite_file import SCHEMA
from engine.store.upgrading import STEPS, upgrade, version_at
from engine.store.window import look
from tests.office import OPERATOR, ORGANISATION, Stopped

STEP = {SCHEMA + 1: ("CREATE TABLE added (n integer)", "INSERT INTO added VALUES (1)")}
FAULTY = {SCHEMA + 1: ("CREATE TABLE added (n integer)", "INSERT INTO nowhere VALUES (1)")}


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    made: Place = tmp_path / "o.resheno" if request.param == "file" else request.getfixturevalue("server")
    init(made, OPERATOR, ORGANISATION, Stopped())
    return made


def mark(place: Place, version: int) -> None:
    if isinstance(place, Server):
        with connect(place) as connection:
            connection.execute("UPDATE resheno SET schema = %s", (version,))
    else:
        file = sqlite3.connect(place)
        file.execute(f"PRAGMA user_version = {version}")
        file.close()


def rows_added(place: Place) -> int:
    try:
        if isinstance(place, Server):
            with connect(place) as connection:
                return len(connection.execute("SELECT * FROM added").fetchall())
        file = sqlite3.connect(place)
        try:
            return len(file.execute("SELECT * FROM added").fetchall())
        finally:
            file.close()
    except (psycopg.errors.UndefinedTable, sqlite3.OperationalError):
        return -1


def test_what_is_up_to_date_stays_as_it_is(place: Place) -> None:
    assert upgrade(place) == (SCHEMA, SCHEMA)
    assert version_at(place) == SCHEMA


def test_every_version_since_the_first_has_its_step() -> None:
    assert set(STEPS) == set(range(2, SCHEMA + 1))


def test_steps_are_taken_and_the_version_is_raised(place: Place) -> None:
    assert upgrade(place, SCHEMA + 1, STEP) == (SCHEMA, SCHEMA + 1)
    assert (version_at(place), rows_added(place)) == (SCHEMA + 1, 1)
    assert upgrade(place, SCHEMA + 1, STEP) == (SCHEMA + 1, SCHEMA + 1)
    assert rows_added(place) == 1


def test_a_step_that_fails_leaves_the_old_version(place: Place) -> None:
    with pytest.raises((Spoilt, Foreign)):  # a file, a server
        upgrade(place, SCHEMA + 1, FAULTY)
    assert (version_at(place), rows_added(place)) == (SCHEMA, -1)
    with look(place) as window:
        assert window.log()


@pytest.mark.parametrize(("version", "refused"), [(SCHEMA + 1, Newer), (SCHEMA - 1, Older)])
def test_another_version_is_not_used(place: Place, version: int, refused: type[StoreError]) -> None:
    mark(place, version)
    with pytest.raises(refused), look(place):
        pass


def test_a_later_database_is_not_upgraded(place: Place) -> None:
    mark(place, SCHEMA + 1)
    with pytest.raises(Newer):
        upgrade(place)
    assert version_at(place) == SCHEMA + 1
