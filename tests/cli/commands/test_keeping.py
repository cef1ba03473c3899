"""`db`, `backup`, `doctor` as they are typed: exit codes, words, nothing replaced unasked."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
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


def spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE entry SET ground = 'иное' WHERE seq = 2")
        connection.commit()


def test_a_drill_says_what_a_backup_would_not_bring_back(at: Type, base: Path) -> None:
    assert ("E-520" in at("копия учения").err, at("backup drill").code) == (True, Exit.NOT_FOUND)
    at("backup make")
    before = base.read_bytes()
    said = at("копия учения")
    assert (said.code, "вернёт все до одной" in said.out, "Копии меньше суток" in said.out) == (Exit.OK, True, True)
    assert base.read_bytes() == before and len(list(backup_of(base).parent.iterdir())) == 2
    at("task accept П-1.1.2 --yes")
    assert "1 действие" in at("backup drill").out
    assert "1 act)" in at("backup drill --lang en").out
    (row,) = at("backup", "drill", backup_of(base), "--format", "json").data
    assert (row["missed"], row["live"] - row["entries"]) == (1, 1)
    assert at("backup", "drill", backup_of(base).parent).code == Exit.OK
    assert at("backup drill nowhere.resheno").code == Exit.NOT_FOUND


def test_a_drill_that_fails_stops_with_seven_and_says_which_of_the_two_it_is(at: Type, base: Path) -> None:
    at("backup make")
    shutil.copy(base, base.with_suffix(".whole"))
    spoil(base)
    said = at("backup drill")
    assert (said.code, "E-550" in said.err, "Копия восстановлена" in said.err) == (Exit.UNVERIFIED, True, True)
    shutil.copy(base.with_suffix(".whole"), base)
    spoil(backup_of(base))
    said = at("backup drill")
    assert (said.code, "E-514" in said.err, "Копия восстановлена" in said.err) == (Exit.UNVERIFIED, True, False)


def test_a_drill_tells_a_database_that_went_back_behind_its_backup(at: Type, base: Path) -> None:
    shutil.copy(base, base.with_suffix(".early"))
    at("task accept П-1.1.2 --yes")
    at("backup make")
    shutil.copy(base.with_suffix(".early"), base)
    said = at("backup drill")
    assert (said.code, "E-521" in said.err) == (Exit.UNVERIFIED, True)
    base.unlink()
    said = at("backup drill")
    assert (said.code, "сравнить копию не с чем" in said.out) == (Exit.OK, True)


def test_a_drill_reminds_of_a_backup_that_is_old(at: Type, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.desk.workspace.now", lambda: datetime.now(UTC) - timedelta(days=10))
    at("backup make")
    monkeypatch.undo()
    monkeypatch.setenv("RESHENO_LANG", "ru")
    said = at("backup drill")
    assert ("Копии 10 дней" in said.out, "Пора сделать новую" in said.err) == (True, True)
    at("backup make")
    early, late = sorted(backup_of(base).parent.glob("*.resheno"))
    assert "Пора" not in at("backup", "drill", early).err and at("backup", "drill", late).code == Exit.OK


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


def test_a_question_in_sql_is_answered_in_every_format(at: Type, base: Path) -> None:
    question = "SELECT id, name AS late, '=1+1' AS \"=x\" FROM party WHERE id IN ('Л-1', 'О-1')"
    said = at("база", "запрос", question)
    assert (said.code, "Орлова Т.П." in said.out, "=x" in said.out) == (Exit.OK, True, True)
    assert at("db", "sql", question, "--format", "json").data[0] == {"id": "Л-1", "late": "Орлова Т.П.", "=x": "=1+1"}
    assert "\nЛ-1;Орлова Т.П.;'=1+1\n" in at("db", "sql", question, "--format", "csv").out
    assert at("db", "sql", question, "--format", "csv", "--csv", "rfc").out.startswith("id,late,'=x\n")
    assert "| id | late | =x |" in at("db", "sql", question, "--format", "md", "--limit", "1").out
    assert at("db", "sql", "SELECT 1, 1, x'ff'", "--format", "json").data == [{"1": 1, "1 (2)": 1, "x'ff'": "x'ff'"}]
    days = at("db", "sql", "SELECT recorded_at FROM entry LIMIT 1", "--format", "csv").out
    assert "T" in days.splitlines()[1], "as it stands"


@pytest.mark.parametrize(
    ("question", "number", "code"),
    [
        ("SELECT nam\nFROM party", "E-522", Exit.USAGE),
        ("SELECT 1; DELETE FROM entry", "E-523", Exit.USAGE),
        (" ", "E-524", Exit.USAGE),
        ("DELETE FROM entry", "E-525", Exit.FAILED),
        ("PRAGMA query_only = 0", "E-525", Exit.FAILED),
        ("SELECT randomblob(1000000000)", "E-527", Exit.FAILED),
    ],
)
def test_a_question_that_cannot_be_put_says_why(at: Type, base: Path, question: str, number: str, code: Exit) -> None:
    before = base.read_bytes()
    said = at("db", "sql", question)
    assert (said.code, number in said.err, said.out) == (code, True, "")
    assert base.read_bytes() == before
    assert number in at("help", number).out


def test_the_place_in_a_question_is_told_in_both_languages(at: Type) -> None:
    question = "SELECT name\nFROM party WHERE = 1"
    assert "строка 2, знак 18: = 1" in at("db", "sql", question).err
    assert "line 2, sign 18: = 1" in at("db", "sql", question, "--lang", "en").err


def test_more_rows_than_are_shown_are_told(at: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.store.sql_question.ROWS", 3)
    assert "первые 3" in at("db", "sql", "SELECT * FROM entry").err
    assert "первые" not in at("db", "sql", "SELECT * FROM entry", "--limit", "2").err
    assert "первые 3" in at("db", "sql", "SELECT * FROM entry", "--limit", "9").err
    assert "первые" not in at("db", "sql", "SELECT * FROM entry LIMIT 3").err


def test_a_question_is_put_to_a_server_too(at: Type, type_: Type, server: Server) -> None:
    at("db", "copy-to", server.url)
    question = "SELECT count(*) AS n FROM entry"
    assert type_("--db", server.url, "db", "sql", question).out == at("db", "sql", question).out
    said = type_("--db", server.url, "db", "sql", "SELECT nam FROM party", "--lang", "en")
    assert (said.code, "line 1, sign 8: nam" in said.err) == (Exit.USAGE, True)
    assert "E-525" in type_("--db", server.url, "db", "sql", "SELECT * FROM party FOR UPDATE").err
