"""`journal` at the terminal: a healthy database ends with 0, a spoilt one with 7, and nothing is vouched for by it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from engine.store.seal import verifier
from tests.cli.conftest import Type


@pytest.fixture
def papers(at: Type, tmp_path: Path) -> tuple[Path, Path]:
    """A checkpoint, and a later one that is proved from it."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    assert at("journal", "checkpoint", "-o", old).code == 0
    assert at("task", "add", "Позвонить", "--yes").code == 0
    assert at("journal", "checkpoint", "--since", old, "-o", new).code == 0
    return old, new


def spoil(base: Path, before: str, after: str) -> None:
    """Change bytes of a text wherever it stands in the file, as a hex editor would."""
    content = base.read_bytes()
    assert before.encode() in content and len(before.encode()) == len(after.encode())
    base.write_bytes(content.replace(before.encode(), after.encode()))


def sql(base: Path, statement: str) -> None:
    connection = sqlite3.connect(base)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_database_that_was_worked_with_agrees(at: Type) -> None:
    for line in ("task accept П-1.1 --yes", "undo --yes", "redo --yes", "undo --yes", "task confirm П-1.1 --yes"):
        at(line)
    said = at("journal verify")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Сходится: записей ")


def test_in_russian_too(at: Type) -> None:
    assert at("сверка проверить").code == 0


def test_an_import_taken_back_and_brought_back_agrees(at: Type) -> None:
    for line in ("undo --yes", "redo --yes"):
        assert at(line).code == 0
        assert at("journal verify").code == 0


@pytest.mark.parametrize("table", ["entry", "intent", "task", "party", "definition", "document", "case_key"])
def test_a_byte_changed_in_any_table_ends_with_seven(at: Type, base: Path, table: str) -> None:
    column = {"entry": "ground", "intent": "what", "task": "text", "party": "name"}.get(table, "")
    column = column or {"definition": "titles", "document": "name", "case_key": "value"}[table]
    sql(base, f"UPDATE {table} SET {column} = {column} || 'x' WHERE {column} = (SELECT min({column}) FROM {table})")
    said = at("journal verify")
    assert said.code == 7
    assert ("E-559" if table in ("task", "case_key") else "E-550") in said.err and "Traceback" not in said.err
    assert said.out.strip(), "what was found is told"


def test_a_text_changed_in_the_file_ends_with_seven(at: Type, base: Path) -> None:
    spoil(base, "Орлова Т.П.", "Орлова Т.Б.")
    assert at("journal verify").code == 7


@pytest.mark.parametrize("content", [b"", b"photo" * 3_000, b"SQLite format 3\x00" + bytes(8_000)])
def test_what_is_no_database_any_more_ends_with_seven(type_: Type, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "o.resheno"
    path.write_bytes(content)
    said = type_("--db", path, "journal", "verify")
    assert said.code == 7
    assert "E-550" in said.err and "Traceback" not in said.err


def test_a_database_cut_short_ends_with_seven(at: Type, base: Path) -> None:
    base.write_bytes(base.read_bytes()[:50_000])
    assert at("journal verify").code == 7


def test_no_database_is_not_found(type_: Type, tmp_path: Path) -> None:
    assert type_("--db", tmp_path / "none", "journal", "verify").code == 9


def test_the_format_does_not_change_the_exit_code(at: Type, base: Path) -> None:
    data = at("journal verify --format json").data
    assert data["agrees"] is True and data["findings"] == []
    sql(base, "UPDATE task SET text = 'x'")
    for form in ("json", "csv", "md", "table"):
        assert at(f"journal verify --format {form}").code == 7
    data = at("journal verify --format json").data
    assert data["agrees"] is False
    assert {each["code"] for each in data["findings"]} == {"row-differs"}


def test_many_findings_are_counted_not_poured_out(at: Type, base: Path) -> None:
    sql(base, "UPDATE case_stage SET standing = standing || 'x'")
    assert "… и ещё" in at("journal verify").out


def test_a_later_journal_agrees_with_an_earlier_checkpoint(at: Type, papers: tuple[Path, Path]) -> None:
    code = json.loads(papers[0].read_text(encoding="utf-8"))["code"]
    for point in (papers[0], code, code.lower().replace("-", " ")):
        said = at("journal", "verify", "--checkpoint", point)
        assert said.code == 0, said.err
        assert "Контрольная точка" in said.err


def test_another_journal_does_not(type_: Type, papers: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "other.resheno"
    assert type_("--db", other, "init", "--operator", "Ким О.В.", "--quiet").code == 0
    assert type_("--db", other, "journal", "verify").code == 0
    for words in (
        ("verify", "--checkpoint", papers[0]),
        ("checkpoint", "--since", papers[0]),
        ("prove", "1", "--checkpoint", papers[0]),
    ):
        for lang, says in (("ru", "с другой базы"), ("en", "of another database")):
            said = type_("--db", other, "--lang", lang, "journal", *words)
            assert (said.code, "E-562" in said.err, says in said.out + said.err) == (1, True, True)
            assert "изменил" not in said.err and "changed" not in said.err


def test_a_code_of_another_journal_leaves_both_open(type_: Type, papers: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "other.resheno"
    assert type_("--db", other, "init", "--operator", "Ким О.В.", "--quiet").code == 0
    code = json.loads(papers[0].read_text(encoding="utf-8"))["code"]
    for lang, both in (("ru", ("с другой базы", "подменили")), ("en", ("of another database", "was exchanged"))):
        said = type_("--db", other, "--lang", lang, "journal", "verify", "--checkpoint", code)
        assert (said.code, "E-563" in said.err) == (7, True)
        assert all(each in said.err for each in both)
    sql(other, "UPDATE entry SET ground = 'x' WHERE seq = 1")
    assert "E-550" in type_("--db", other, "journal", "verify", "--checkpoint", code).err


def test_a_witness_says_that_it_has_a_newer_one(at: Type, papers: tuple[Path, Path], tmp_path: Path) -> None:
    book = tmp_path / "book.jsonl"
    assert at("journal", "witness", book, papers[1]).code == 0
    before = book.read_bytes()
    for lang, says in (("ru", "уже есть более новая"), ("en", "has a newer checkpoint already")):
        said = at("--lang", lang, "journal", "witness", book, papers[0])
        assert (said.code, "E-564" in said.err, says in said.err, "НЕ правьте" in said.err) == (1, True, True, False)
    later = json.loads(papers[0].read_text(encoding="utf-8")) | {"date": "2999-01-01"}
    papers[0].write_text(json.dumps(later), encoding="utf-8")
    assert at("journal", "witness", book, papers[0]).code == 7, "shorter on a later day: its end is lost"
    assert book.read_bytes() == before


@pytest.mark.parametrize(("given", "code"), [("nothing.json", 9), ("nothing", 2), ("000001-000000-000000-000000", 2)])
def test_what_is_no_checkpoint_is_told(at: Type, given: str, code: int) -> None:
    assert at("journal", "verify", "--checkpoint", given).code == code


def test_a_witness_takes_what_is_proved(at: Type, papers: tuple[Path, Path], tmp_path: Path) -> None:
    book = tmp_path / "book.jsonl"
    for paper in papers:
        assert at("journal", "witness", book, paper).code == 0
    assert len(book.read_text(encoding="utf-8").splitlines()) == 2
    assert at("task", "add", "Написать", "--yes").code == 0
    assert at("journal", "witness", book).code == 0, "straight from the database"
    assert len(book.read_text(encoding="utf-8").splitlines()) == 3


def test_a_witness_takes_nothing_else(at: Type, papers: tuple[Path, Path], tmp_path: Path) -> None:
    book, bare = tmp_path / "book.jsonl", tmp_path / "bare.json"
    assert at("journal", "witness", book, papers[0]).code == 0
    before = book.read_bytes()
    assert at("journal", "checkpoint", "-o", bare).code == 0
    said = at("journal", "witness", book, bare)
    assert said.code == 1 and "E-555" in said.err and "--since" in said.err
    forged = json.loads(papers[1].read_text(encoding="utf-8"))
    forged["root"] = "00" * 32
    del forged["code"]
    bare.write_text(json.dumps(forged), encoding="utf-8")
    assert at("journal", "witness", book, bare).code == 7
    bare.write_text("{}", encoding="utf-8")
    assert at("journal", "witness", book, bare).code == 2
    assert at("journal", "witness", book, papers[1], "-n").code == 0
    assert book.read_bytes() == before


def test_an_export_is_taken_by_the_verifier(at: Type, papers: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "journal.jsonl"
    assert at("journal", "export", "-o", out).code == 0
    assert verifier.main([str(out), str(papers[1])]) == 0
    assert verifier.main([str(out), str(papers[0])]) == 0
    out.write_bytes(out.read_bytes().replace("Позвонить".encode(), "Посвонить".encode()))
    assert verifier.main([str(out)]) == 7


def test_an_entry_is_proved_without_the_others(at: Type, papers: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "proof.json"
    assert at("journal", "prove", "2", "--checkpoint", papers[0], "-o", out).code == 0
    assert verifier.main([str(out), str(papers[0])]) == 0
    assert verifier.main([str(out), str(papers[1])]) == 7
    assert "Позвонить" not in out.read_text(encoding="utf-8")


def test_an_entry_that_is_not_there_is_not_found(at: Type, papers: tuple[Path, Path]) -> None:
    for seq in ("0", "99999"):
        assert at("journal", "prove", seq).code == 9
    last = json.loads(papers[1].read_text(encoding="utf-8"))["size"]
    assert at("journal", "prove", str(last), "--checkpoint", papers[0]).code == 1


def test_nothing_is_vouched_for_that_does_not_agree(at: Type, base: Path, tmp_path: Path) -> None:
    sql(base, "UPDATE entry SET ground = 'x' WHERE seq = 3")
    out = tmp_path / "out"
    for words in (("checkpoint",), ("export",), ("prove", "1"), ("witness", tmp_path / "book")):
        assert at("journal", *words, "-o", out).code == 7
    assert not out.exists() and not (tmp_path / "book").exists()


def test_an_export_shows_which_entry_was_changed(at: Type, base: Path, tmp_path: Path) -> None:
    """Whoever changes an entry with its hash and all tables is found by what was handed out before."""
    for given in (("journal", "export", "-o", tmp_path / "j.jsonl"), ("journal", "checkpoint", "-o", tmp_path / "p")):
        assert at(*given).code == 0
    forge(base, 5)
    assert at("journal verify").code == 0, "by itself it agrees"
    said = at("journal", "verify", "--checkpoint", tmp_path / "j.jsonl", "--checkpoint", tmp_path / "p")
    assert said.code == 7
    assert "запись 5 — не та, что в выгрузке; до неё совпадают 4" in said.out
    assert "журнал переписан" in said.out and "Где подмена" in said.out


def forge(base: Path, seq: int) -> None:
    from engine.store.journal import sealed
    from engine.store.sqlite import SqliteStore

    connection = sqlite3.connect(base)
    connection.row_factory = sqlite3.Row
    row = dict(connection.execute("SELECT * FROM entry WHERE seq = ?", (seq,)).fetchone())
    row = sealed({**row, "ground": "задним числом"})
    connection.execute("UPDATE entry SET ground = ?, hash = ? WHERE seq = ?", (row["ground"], row["hash"], seq))
    connection.commit()
    connection.close()
    with SqliteStore(base).writing() as ledger:
        ledger.rebuild()


def test_the_book_of_a_witness_says_between_which_entries(at: Type, base: Path, tmp_path: Path) -> None:
    for text in ("Позвонить", "Написать"):
        assert at("journal", "witness", tmp_path / "book").code == 0
        assert at("task", "add", text, "--yes").code == 0
    size = len(at("journal export").out.splitlines())
    assert at("journal", "witness", tmp_path / "book").code == 0
    forge(base, size)
    said = at("journal", "verify", "--checkpoint", tmp_path / "book")
    assert said.code == 7
    assert f"журнал переписан между записями {size - 1} и {size}" in said.out
    assert f"С первой по {size - 1}-ю записи подтверждает контрольная точка." in said.out


def test_what_is_good_all_the_same_is_told(at: Type, base: Path) -> None:
    sql(base, "UPDATE entry SET ground = 'x' WHERE seq = 7")
    said = at("journal verify")
    assert said.out.splitlines()[-1] == "С первой по 6-ю записи сходятся со своими хэшами."
    assert at("journal verify --format json").data["sound"] == 6


def test_tables_alone_that_differ_are_made_anew_beside_the_old_file(at: Type, type_: Type, base: Path) -> None:
    sql(base, "UPDATE task SET due = '2030-01-01'")
    said = at("journal verify --lang en")
    assert (said.code, "The journal itself is sound" in said.out, "--anew" in said.err) == (7, True, True)
    fresh = base.with_name("fresh.resheno")
    assert at("db", "copy-to", fresh).code == 7
    assert at("db", "copy-to", fresh, "--anew").code == 0
    assert type_("--db", fresh, "journal", "verify").code == 0


def test_the_verifier_is_handed_out_and_stands_alone(at: Type, tmp_path: Path) -> None:
    program, exported = tmp_path / "verifier.py", tmp_path / "j.jsonl"
    assert at("journal", "verifier", "-o", program).code == 0
    assert "python verifier.py" in at("journal", "export", "-o", exported).err
    command = [sys.executable, "-I", "-X", "utf8", str(program), str(exported)]
    for lang, says in (("en", "entries agree"), ("ru", "Сходится")):
        alone = subprocess.run([*command, "--lang", lang], cwd=tmp_path, capture_output=True, check=False)
        assert (alone.returncode, says in alone.stdout.decode("utf-8")) == (0, True)
