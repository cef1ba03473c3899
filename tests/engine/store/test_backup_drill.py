"""A drill: a backup comes back for a trial, is held against the database, and nothing is left behind or changed."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from engine.desk import tasks
from engine.desk.workspace import open_desk
from engine.store import backup, backup_drill
from engine.store.backup_drill import Beyond, Parted, beyond, bring_back
from engine.store.errors import Missing
from engine.store.place import Server
from engine.store.seal.verify import Unverified
from engine.store.sqlite import keep_as
from engine.store.sqlite_file import Profile
from tests.office import DAY, Stopped, desk_in, done

NOW = Stopped()()


@pytest.fixture(autouse=True)
def trials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary folders are made: empty again after each test, however it went."""
    folder = tmp_path / "trials"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def office(tmp_path: Path) -> Path:
    desk_in(tmp_path / "o.resheno")
    put_task(tmp_path / "o.resheno")
    return tmp_path / "o.resheno"


def put_task(place: Path | Server) -> None:
    desk = open_desk(place, clock=Stopped())
    done(desk.act(tasks.add(tasks.NewTask("Позвонить", executors=("Ким О.В.",), due=DAY))))


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_what_came_after_the_backup_is_counted_by_entries_and_acts(office: Path) -> None:
    made = backup.make(office, backup.folder_of(office), NOW)
    tried = bring_back(made.file, NOW)
    assert (tried.backup, tried.journal.size, tried.cases) == (made, made.point.size, 2)
    assert beyond(tried, office) == Beyond(made.point.size, 0, 0, "")
    put_task(office)
    put_task(office)
    lost = beyond(tried, office)
    assert (lost.acts, lost.entries, lost.live) == (2, lost.live - made.point.size, len(entries(office)))
    assert lost.since == entries(office)[made.point.size]


def entries(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT recorded_at FROM entry ORDER BY seq")]


@pytest.mark.parametrize("profile", Profile)
def test_neither_the_database_nor_the_backup_is_touched(office: Path, profile: Profile) -> None:
    keep_as(office, profile)
    made = backup.make(office, backup.folder_of(office), NOW)
    before = {path: path.read_bytes() for path in office.parent.rglob("*.resheno*")}
    beyond(bring_back(made.file, NOW), office)
    after = {path: path.read_bytes() for path in office.parent.rglob("*.resheno*") if not path.name.endswith("-shm")}
    assert {path: data for path, data in before.items() if not path.name.endswith("-shm")} == after


@pytest.mark.parametrize("statement", ["UPDATE entry SET ground = 'иное' WHERE seq = 2", "UPDATE task SET text = 'x'"])
def test_a_backup_that_was_changed_fails_its_drill(office: Path, statement: str) -> None:
    made = backup.make(office, backup.folder_of(office), NOW)
    assert bring_back(made.file, NOW)
    change(made.file, statement)
    with pytest.raises(Unverified):
        bring_back(made.file, NOW)


def test_a_database_that_does_not_go_on_from_the_backup_is_told(office: Path) -> None:
    early = backup.make(office, backup.folder_of(office), NOW)
    put_task(office)
    late = backup.make(office, backup.folder_of(office), NOW + timedelta(days=1))
    backup.restore(early.file, office, NOW, over=True)
    assert beyond(bring_back(early.file, NOW), office).entries == 0
    with pytest.raises(Parted) as cut:
        beyond(bring_back(late.file, NOW), office)
    assert (cut.value.same, cut.value.live) == (early.point.size, early.point.size)


def test_a_database_that_is_spoilt_itself_or_is_not_there_is_told(office: Path) -> None:
    tried = bring_back(backup.make(office, backup.folder_of(office), NOW).file, NOW)
    change(office, "UPDATE entry SET ground = 'иное' WHERE seq = 2")
    with pytest.raises(Unverified):
        beyond(tried, office)
    office.unlink()
    with pytest.raises(Missing):
        beyond(tried, office)


def test_whoever_interrupts_a_drill_leaves_nothing_either(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = backup.make(office, backup.folder_of(office), NOW)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(backup_drill, "sound_journal", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bring_back(made.file, NOW)


def test_a_database_on_a_server_is_held_against_its_backup(office: Path, server: Server, tmp_path: Path) -> None:
    made = backup.make(office, tmp_path / "b", NOW)
    backup.restore(made.file, server, NOW)
    tried = bring_back(made.file, NOW)
    assert beyond(tried, server).entries == 0
    put_task(server)
    assert beyond(tried, server).acts == 1
