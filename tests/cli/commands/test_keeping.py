"""`db`, `backup`, `doctor` as they are typed: exit codes, words, nothing replaced unasked."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from cli.commands import doctor
from cli.exits import Exit
from engine.store.place import Server
from engine.store.sqlite_file import SCHEMA
from tests.cli.conftest import Type
from tests.engine.store.earlier import everything, file_of


def backup_of(base: Path) -> Path:
    return next((base.parent / "base-backups").glob("*.resheno"))


def test_a_backup_is_made_listed_verified_and_restored(at: Type, base: Path) -> None:
    assert at("копия сделать").code == Exit.OK
    file = backup_of(base)
    assert [row["file"] for row in at("backup list --format json").data] == [str(file)]
    assert at("backup", "verify", file).code == Exit.OK
    assert at("undo --yes").code == Exit.OK
    undone = at("journal export").out
    declined = at("backup", "restore", file)
    assert (declined.code, "--confirm base.resheno" in declined.err) == (Exit.DECLINED, True)
    assert at("backup", "restore", file, "--confirm", "other.resheno").code == Exit.DECLINED
    assert at("journal export").out == undone
    assert at("backup", "restore", file, "--confirm", "base.resheno").code == Exit.OK
    assert at("journal export").out != undone
    assert len(list(base.parent.glob("base-before-*.resheno"))) == 1


def test_a_spoilt_backup_stops_everything(at: Type, base: Path) -> None:
    at("backup make")
    connection = sqlite3.connect(backup_of(base))
    connection.execute("UPDATE entry SET ground = 'иное' WHERE seq = 2")
    connection.commit()
    connection.close()
    before = base.read_bytes()
    assert at("backup", "verify", backup_of(base)).code == Exit.UNVERIFIED
    said = at("backup", "restore", backup_of(base), "--confirm", "base.resheno")
    assert (said.code, "E-514" in said.err) == (Exit.UNVERIFIED, True)
    assert base.read_bytes() == before


def test_a_backup_that_is_not_there_is_not_found(at: Type) -> None:
    assert at("backup verify nowhere.resheno").code == Exit.NOT_FOUND
    assert at("backup restore nowhere.resheno").code == Exit.NOT_FOUND


def test_the_database_tells_of_itself_and_checks_itself(at: Type, base: Path) -> None:
    told = {row["name"]: row["value"] for row in at("db info --format json").data}
    assert (told["kept"], told["schema"]) == ("sqlite, file", SCHEMA) and told["entry"] > 10
    assert at("db check").code == Exit.OK and at("db upgrade").code == Exit.OK
    connection = sqlite3.connect(base)
    connection.execute("UPDATE task SET text = 'closed'")
    connection.commit()
    assert at("db check").code == Exit.UNVERIFIED
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    said = at("db upgrade")
    assert (said.code, "E-504" in said.err) == (Exit.FAILED, True)


def test_an_earlier_file_stays_beside_the_upgraded_one(at: Type, base: Path) -> None:
    was = file_of(1, base).read_bytes()
    assert "Проба" in at("db upgrade -n").err and base.read_bytes() == was
    assert at("today").code == Exit.FAILED
    said = at("db upgrade")
    (aside,) = base.parent.glob(f"{base.stem}-schema-1-*{base.suffix}")
    assert said.code == Exit.OK and aside.name in said.err
    assert everything(aside) == everything(file_of(1, base.parent / "twin.resheno"))
    assert at("today").code == at("db check").code == Exit.OK
    assert at("db upgrade").code == Exit.OK and len(list(base.parent.glob("*-schema-*"))) == 1


def test_a_database_moves_to_a_server_and_works_there(at: Type, type_: Type, server: Server, tmp_path: Path) -> None:
    assert at("db", "copy-to", server.url).code == Exit.OK
    on = ["--db", server.url]
    assert at("journal export").out == type_(*on, "journal", "export").out
    assert at("today --at 2026-12-31").out == type_(*on, "today", "--at", "2026-12-31").out
    assert type_(*on, "task", "accept", "П-1.1.2", "--yes").code == Exit.OK
    assert type_(*on, "journal", "verify").code == Exit.OK
    assert type_(*on, "undo", "--yes").code == Exit.OK
    assert type_(*on, "backup", "make", tmp_path / "b").code == Exit.OK
    assert at("db", "copy-to", server.url).code == Exit.FAILED
    assert type_("--db", server.url.replace("office_", "nowhere_"), "today").code == Exit.NOT_FOUND


def test_a_server_that_is_away_is_tried_again_later(type_: Type, tmp_path: Path) -> None:
    said = type_("--db", f"postgresql://x:secret@/x?host={tmp_path}", "today")
    assert (said.code, "E-510" in said.err, "secret" in said.err) == (Exit.BUSY, True, False)


@pytest.mark.parametrize(("limit", "code"), [("never", Exit.OK), ("warning", Exit.FOUND)])
def test_the_doctor_counts_what_it_is_told_to_count(at: Type, limit: str, code: Exit) -> None:
    said = at(f"доктор --fail-on {limit}")
    assert said.code == code
    assert "D-06" in said.out  # nothing was backed up yet


def test_the_doctor_tells_errors_before_warnings(at: Type, base: Path) -> None:
    connection = sqlite3.connect(base)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    said = at("doctor --format json")
    assert said.data[0]["number"] == "D-19"
    assert [row["severity"] for row in said.data] == sorted(row["severity"] for row in said.data)


def test_the_doctor_finds_what_is_no_database(type_: Type, tmp_path: Path) -> None:
    (tmp_path / "x.resheno").write_bytes(b"x" * 200)
    said = type_("--db", tmp_path / "x.resheno", "doctor", "--format", "json")
    assert said.code == Exit.FOUND
    assert "D-10" in {row["number"] for row in said.data}


def test_our_names_are_ours_and_a_stranger_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.owners() == {}
    monkeypatch.setattr("importlib.metadata.packages_distributions", lambda: {"cli": ["resheno", "other-tools"]})
    assert doctor.owners() == {"cli": "other-tools"}


def test_a_machine_without_dot_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert doctor._can_draw()
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    assert not doctor._can_draw()


def test_a_folder_of_backups_that_is_not_there_is_not_an_empty_one(at: Type, tmp_path: Path) -> None:
    assert at("backup", "list", tmp_path / "nowhere").code == Exit.NOT_FOUND
    assert at("backup list").code == Exit.OK


def test_the_database_tells_of_itself_in_words(at: Type) -> None:
    assert "Записей журнала" in at("db info").out
    assert "Entries of the journal" in at("db info --lang en").out
