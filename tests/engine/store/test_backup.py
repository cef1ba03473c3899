"""Backups: made while others write, verified, brought back; nothing is ever replaced unasked."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from engine.desk import closing, tasks
from engine.desk.workspace import open_desk
from engine.store import backup
from engine.store.errors import Exists
from engine.store.place import Server
from engine.store.seal.verify import Unverified, verify
from engine.store.sqlite import keep_as
from engine.store.sqlite_file import Profile, profile_of
from engine.store.window import look
from tests.office import DAY, Stopped, desk_in, done, refused

NOW = Stopped()()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    desk_in(tmp_path / "o.resheno")
    put_task(tmp_path / "o.resheno")
    return tmp_path / "o.resheno"


def put_task(place: Path) -> None:
    desk = open_desk(place, clock=Stopped())
    done(desk.act(tasks.add(tasks.NewTask("Позвонить", executors=("Ким О.В.",), due=DAY))))


def tasks_in(place: Path) -> int:
    with look(place) as window:
        return len(window.tasks(DAY))


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_backup_holds_what_was_recorded_and_says_so(office: Path) -> None:
    made = backup.make(office, backup.folder_of(office), NOW)
    assert made.file.name == "o-20261123-090000.resheno"
    assert backup.known(backup.folder_of(office)) == (made,)
    assert backup.check(made.file).agrees
    assert made.rows["task"] == tasks_in(made.file) == 1


def test_a_backup_is_restored_and_what_was_there_stays_beside_it(office: Path) -> None:
    made = backup.make(office, backup.folder_of(office), NOW)
    put_task(office)
    with pytest.raises(Exists):
        backup.restore(made.file, office, NOW)
    assert tasks_in(office) == 2
    aside = backup.restore(made.file, office, NOW, over=True)
    assert tasks_in(office) == 1 and verify(office).agrees
    assert aside is not None and tasks_in(aside) == 2


def test_a_backup_is_restored_where_nothing_is(office: Path, tmp_path: Path) -> None:
    made = backup.make(office, backup.folder_of(office), NOW)
    assert backup.restore(made.file, tmp_path / "new.resheno", NOW) is None
    assert tasks_in(tmp_path / "new.resheno") == 1


def test_a_broken_database_is_replaced_with_its_log_put_aside(office: Path) -> None:
    made = backup.make(office, backup.folder_of(office), NOW)
    office.write_bytes(b"broken" * 1000)
    office.with_name("o.resheno-wal").write_bytes(b"log")
    aside = backup.restore(made.file, office, NOW, over=True)
    assert tasks_in(office) == 1
    assert not office.with_name("o.resheno-wal").exists()
    assert aside is not None and aside.read_bytes().startswith(b"broken")


def test_a_server_profile_is_one_file_in_a_backup_and_comes_back_as_it_was(office: Path, tmp_path: Path) -> None:
    keep_as(office, Profile.SERVER)
    made = backup.make(office, tmp_path / "b", NOW)
    assert profile_of(made.file) is Profile.FILE
    backup.restore(made.file, tmp_path / "new.resheno", NOW)
    assert profile_of(tmp_path / "new.resheno") is Profile.SERVER


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE task SET text = 'другое'", "row-differs"),
        ("UPDATE party SET name = 'Иной'", ""),
        ("DELETE FROM refusal", "backup-rows"),  # the last rows of a table: no hash is wrong then
    ],
)
def test_a_changed_backup_is_found_and_never_restored(office: Path, tmp_path: Path, statement: str, code: str) -> None:
    desk = open_desk(office, clock=Stopped())
    assert refused(desk.act(closing.confirm("Т-1", ())))
    made = backup.make(office, tmp_path / "b", NOW)
    assert backup.check(made.file).agrees
    change(made.file, statement)
    report = backup.check(made.file)
    assert not report.agrees
    assert not code or code in {each.code for each in report.findings}
    with pytest.raises(Unverified):
        backup.restore(made.file, tmp_path / "new.resheno", NOW)
    assert not (tmp_path / "new.resheno").exists()


def test_a_backup_of_another_day_beside_a_checkpoint_of_this_one_is_found(office: Path, tmp_path: Path) -> None:
    early = backup.make(office, tmp_path / "b", NOW)
    put_task(office)
    late = backup.make(office, tmp_path / "b", NOW + timedelta(days=1))
    shutil.copy(early.file, late.file)
    assert "journal-cut" in {each.code for each in backup.check(late.file).findings}


def test_a_backup_alone_is_not_vouched_for(office: Path, tmp_path: Path) -> None:
    made = backup.make(office, tmp_path / "b", NOW)
    made.file.with_name(made.file.name + backup.BESIDE).unlink()
    assert [each.code for each in backup.check(made.file).findings] == ["backup-alone"]


def test_a_spoilt_database_is_not_backed_up(office: Path, tmp_path: Path) -> None:
    change(office, "UPDATE entry SET happened_on = '2020-01-01'")
    with pytest.raises(Unverified):
        backup.make(office, tmp_path / "b", NOW)
    assert list((tmp_path / "b").iterdir()) == []


def test_backups_under_writers_hold_all_that_was_acknowledged_before(office: Path, tmp_path: Path) -> None:
    acknowledged, stop = [1], threading.Event()

    def write() -> None:
        while not stop.is_set():
            put_task(office)
            acknowledged[0] += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(5):
            before = acknowledged[0]
            made = backup.make(office, tmp_path / "b", NOW + timedelta(seconds=n))
            assert backup.check(made.file).agrees
            assert made.rows["task"] >= before
    finally:
        stop.set()
        writer.join()
    assert acknowledged[0] > 1


def test_a_database_on_a_server_is_backed_up_into_a_file_and_brought_back(
    office: Path, server: Server, tmp_path: Path
) -> None:
    made = backup.make(office, tmp_path / "b", NOW)
    backup.restore(made.file, server, NOW)
    again = backup.make(server, tmp_path / "c", NOW)
    assert (again.point, again.rows) == (made.point, made.rows)
    with pytest.raises(Exists):
        backup.restore(again.file, server, NOW, over=True)
