from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from engine.desk import tasks
from engine.desk.tasks import NewTask
from engine.desk.workspace import open_desk
from engine.store import sqlite as store_module
from engine.store.errors import Busy, Exists, Foreign, Missing, Newer, Spoilt, Unmade
from engine.store.sqlite import SqliteStore, new_file
from engine.store.sqlite_file import APPLICATION_ID, Profile
from engine.store.statements import MADE
from engine.store.tables import PROJECTIONS
from engine.store.window import look
from tests.office import desk_in, done

NEW = tasks.add(NewTask("Позвонить"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database of one office with one task."""
    done(desk_in(tmp_path / "o.resheno").act(NEW))
    return tmp_path / "o.resheno"


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_file_can_be_copied_while_nobody_writes(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.resheno"
    copy.write_bytes(database.read_bytes())
    assert open_desk(copy).case("Т-1").stage == "registered"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.resheno", "o.resheno"], "no journal lies about"


def test_a_file_put_in_the_place_of_another_is_the_one_that_is_written(database: Path, tmp_path: Path) -> None:
    desk = open_desk(database)
    older = tmp_path / "older.resheno"
    older.write_bytes(database.read_bytes())
    assert done(desk.act(NEW)).id == "Т-2"
    older.replace(database)
    assert done(desk.act(NEW)).id == "Т-2"
    assert open_desk(database).case("Т-2").stage == "registered"


@pytest.mark.parametrize("profile", Profile)
def test_the_profile_is_kept_in_the_file_and_both_sync_fully(tmp_path: Path, profile: Profile) -> None:
    with new_file(tmp_path / "o.resheno", profile):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["o.resheno"]
    store = SqliteStore(tmp_path / "o.resheno")
    with store.writing() as ledger:
        said = [ledger._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    store.close()
    assert (store.profile, said) == (profile, [{"file": "delete", "server": "wal"}[profile], 3])


def test_the_statements_know_the_tables_that_there_are() -> None:
    assert {table.__tablename__: tuple(c.name for c in table.__table__.primary_key) for table in PROJECTIONS} == MADE  # type: ignore[attr-defined]


def test_the_file_says_whose_it_is_and_how_it_is_kept(database: Path) -> None:
    connection = sqlite3.connect(database)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_a_writer_syncs_fully_and_waits_its_turn(database: Path) -> None:
    with SqliteStore(database).writing() as ledger:
        said = {
            name: ledger._connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "foreign_keys", "trusted_schema", "busy_timeout")
        }
    assert said == {"synchronous": 3, "foreign_keys": 1, "trusted_schema": 0, "busy_timeout": 30_000}


def test_no_file_is_missing(tmp_path: Path) -> None:
    for opened in (lambda p: SqliteStore(p), lambda p: look(p).__enter__()):
        with pytest.raises(Missing):
            opened(tmp_path / "none.resheno")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"photo" * 100, b"SQLite format 3\x00" + bytes(200)])
def test_what_is_no_database_of_ours_is_foreign_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.resheno"
    path.write_bytes(content)
    for opened in (lambda p: SqliteStore(p), lambda p: look(p).__enter__()):
        with pytest.raises(Foreign):
            opened(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE entry (seq)")
    connection.commit()
    connection.close()
    before = fingerprint(path)
    with pytest.raises(Foreign):
        SqliteStore(path)
    assert fingerprint(path) == before


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(Foreign):
        SqliteStore(tmp_path)


def test_a_database_of_a_later_release_is_not_touched(database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(Newer):
        SqliteStore(database)


def test_a_database_that_was_cut_short_is_spoilt_and_not_a_crash(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:5000])
    with pytest.raises(Spoilt):
        open_desk(database)
    with pytest.raises(Spoilt), look(database) as window:
        window.protocols()


def test_a_database_that_somebody_holds_is_busy(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = tuple("busy_timeout = 50" if "busy" in each else each for each in store_module.PRAGMAS)
    monkeypatch.setattr(store_module, "PRAGMAS", short)
    desk = open_desk(database)
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    before = fingerprint(database)
    with pytest.raises(Busy):
        desk.act(NEW)
    assert fingerprint(database) == before
    holder.execute("ROLLBACK")
    holder.close()
    assert done(desk.act(NEW)).id == "Т-2"


def test_somebody_who_looks_keeps_no_writer_waiting(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = tuple("busy_timeout = 50" if "busy" in each else each for each in store_module.PRAGMAS)
    monkeypatch.setattr(store_module, "PRAGMAS", short)
    with look(database) as window:
        assert len(window.cases()) == 1
        assert done(open_desk(database).act(NEW)).id == "Т-2"
        assert len(window.cases()) == 2


def test_what_a_killed_writer_left_half_done_is_rolled_back_by_whoever_looks(database: Path) -> None:
    before = fingerprint(database)
    script = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE');"
        "c.execute('DELETE FROM definition'); c.execute('DELETE FROM case_now');"
        "c.execute('UPDATE entry SET data = zeroblob(200000)'); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(database)], check=False).returncode == 9
    assert database.with_name(f"{database.name}-journal").exists() and fingerprint(database) != before
    with look(database) as window:
        assert [line.id for line in window.cases()] == ["Т-1"]
    assert fingerprint(database) == before


def test_a_new_file_comes_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), new_file(tmp_path / "o.resheno"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
    with new_file(tmp_path / "o.resheno"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["o.resheno"]


def test_the_name_of_a_new_file_is_kept_as_its_bytes_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr("os.fsync", lambda handle: synced.append(os.fstat(handle).st_ino))
    with new_file(tmp_path / "o.resheno"):
        assert synced == []
    assert synced == [tmp_path.stat().st_ino]


def test_two_who_found_at_once_do_not_overwrite_each_other(tmp_path: Path) -> None:
    with pytest.raises(Exists), new_file(tmp_path / "o.resheno"):
        (tmp_path / "o.resheno").write_bytes(b"the other")
    assert (tmp_path / "o.resheno").read_bytes() == b"the other"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unmade), new_file(tmp_path / "nowhere" / "o.resheno"):
        pass


@pytest.mark.parametrize("taken", [False, True])
def test_a_disk_without_links_is_served_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", no_links)
    path = tmp_path / "o.resheno"
    if not taken:
        with new_file(path):
            pass
        assert SqliteStore(path)
        return
    with pytest.raises(Exists), new_file(path):
        path.write_bytes(b"the other")
    assert path.read_bytes() == b"the other"
