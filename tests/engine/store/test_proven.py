"""Nothing is built upon what is not as it was written: the entries of a case, and where it stands."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from engine.desk import tasks
from engine.desk.desk import Desk
from engine.desk.tasks import NewTask
from engine.desk.workspace import open_desk
from engine.store.errors import Tampered
from engine.store.opening import new_store
from engine.store.sqlite_file import Profile
from tests.office import Stopped, desk_at, done


@pytest.fixture(params=Profile)
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """One office with two tasks, of which the first is in work."""
    with new_store(tmp_path / "o.resheno", request.param) as store:
        desk_at(store)
    desk = open_desk(tmp_path / "o.resheno", clock=Stopped())
    for words in ("Позвонить", "Написать"):
        done(desk.act(tasks.add(NewTask(words))))
    done(desk.act(tasks.take("Т-1", "accept")))
    return tmp_path / "o.resheno"


def around(office: Path, statement: str) -> None:
    with closing(sqlite3.connect(office)) as connection:
        assert connection.execute(statement).rowcount == 1
        connection.commit()


def count(office: Path) -> int:
    with closing(sqlite3.connect(office)) as connection:
        return int(connection.execute("SELECT count(*) FROM entry").fetchone()[0])


def report(desk: Desk, task: str) -> None:
    done(desk.act(tasks.take(task, "extend", due="2026-12-31", reason="болезнь")))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET happened_on = '2026-01-01' WHERE \"case\" = 'Т-1' AND version = 2",
        "UPDATE entry SET data = replace(data, 'accept', 'deliver') WHERE \"case\" = 'Т-1' AND version = 2",
        "DELETE FROM entry WHERE \"case\" = 'Т-1' AND version = 2",
        "UPDATE case_now SET version = 7 WHERE \"case\" = 'Т-1'",
        "DELETE FROM case_now WHERE \"case\" = 'Т-1'",
    ],
)
def test_an_act_upon_a_case_that_was_changed_around_the_program_is_refused(office: Path, statement: str) -> None:
    around(office, statement)
    before = count(office)
    with pytest.raises(Tampered, match="Т-1"):
        report(open_desk(office, clock=Stopped()), "Т-1")
    assert count(office) == before
    report(open_desk(office, clock=Stopped()), "Т-2")
    assert count(office) == before + 1, "the other case is as it was written"


def test_an_act_upon_a_case_as_it_was_written_is_done(office: Path) -> None:
    before = count(office)
    report(open_desk(office, clock=Stopped()), "Т-1")
    assert count(office) == before + 1


def test_a_desk_that_stays_open_sees_what_was_changed_meanwhile(office: Path) -> None:
    desk = open_desk(office, clock=Stopped())
    report(desk, "Т-1")
    around(office, "UPDATE entry SET ground = 'письмо' WHERE \"case\" = 'Т-1' AND version = 2")
    with pytest.raises(Tampered):
        report(desk, "Т-1")
