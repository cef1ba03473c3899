"""Much at once at the terminal: large evidence, hundreds of items in one sentence, facts of several parts."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import tracemalloc
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cli.commands.moving import PART, proof_of
from cli.speech import MOST, listed
from engine.desk.records import KEPT
from tests.cli.conftest import Type

HEAD = """ПРОТОКОЛ
заседания муниципального совета по качеству образования

от 12.11.2026                                                                     № 8

г. Заречье

Председательствовал: Орлова Т.П., начальник управления образования
Секретарь: Ким О.В., главный специалист управления образования

РЕШИЛИ:
"""
ITEM = """{n}. Подготовить справку о работе школы № {n}.
Ответственный: Громов А.С., директор МКУ «Методический центр»
Срок: до {day}.2026
"""
END = """
Председатель Орлова Т.П.
Секретарь Ким О.В.
"""


def long(folder: Path, items: int) -> Path:
    """A document of which every other item is due on a day off, and every other one before its own day."""
    days = ("28.11", "01.10")
    text = "".join(ITEM.format(n=n, day=days[n % 2]) for n in range(1, items + 1))
    (folder / "long.txt").write_text(HEAD + text + END, "utf-8")
    return folder / "long.txt"


@pytest.mark.parametrize("size", [0, 1, PART, PART + 1, KEPT])
def test_evidence_that_is_kept_is_read_to_its_last_byte(tmp_path: Path, size: int) -> None:
    file = tmp_path / "справка.pdf"
    file.write_bytes((b"0123456789abcdef" * (size // 16 + 1))[:size])
    assert proof_of(file).content == file.read_bytes()


def test_evidence_too_large_to_be_kept_is_never_held_whole(tmp_path: Path) -> None:
    file, size = tmp_path / "съёмка.mp4", 4 * KEPT
    with file.open("wb") as stream:
        stream.truncate(size)
    tracemalloc.start()
    try:
        proof = proof_of(file)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (proof.content, proof.size) == (None, size)
    assert most < KEPT + 4 * PART
    with file.open("rb") as stream:
        assert proof.sha256 == hashlib.file_digest(stream, "sha256").hexdigest()


def test_large_evidence_is_recorded_by_its_fingerprint(at: Type, base: Path, tmp_path: Path) -> None:
    for name, size in (("large.mp4", KEPT + 1), ("small.pdf", 10)):
        with (tmp_path / name).open("wb") as stream:
            stream.truncate(size)
        assert at("evidence", "add", "К-1", tmp_path / name).code == 0
    with closing(sqlite3.connect(base)) as connection:
        rows = connection.execute(
            "SELECT name, size, length(content) FROM document WHERE name GLOB '*.[mp][pd][4f]' ORDER BY name"
        ).fetchall()
    assert rows == [("large.mp4", KEPT + 1, None), ("small.pdf", 10, 10)]
    assert at("journal verify").code == 0


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_hundreds_of_items_are_not_named_one_by_one(at: Type, tmp_path: Path, lang: str) -> None:
    said = at("protocol", "import", long(tmp_path, 60), "--no-input", "--lang", lang)
    assert said.code == 0
    waits = next(line for line in said.err.splitlines() if "Не записано" in line or "Not recorded" in line)
    as_read = next(line for line in said.err.splitlines() if "как прочитано" in line or "as read" in line)
    more = {"ru": "и ещё 24", "en": "and 24 more"}[lang]
    assert more in waits
    assert more in as_read
    assert len(re.findall(r"\b\d+,? ", waits.partition(":")[2])) <= MOST + 2


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_few_items_are_all_named(at: Type, tmp_path: Path, lang: str) -> None:
    said = at("protocol", "import", long(tmp_path, 12), "--no-input", "--lang", lang)
    assert "1, 3, 5, 7, 9, 11." in said.err
    assert "2, 4, 6, 8, 10, 12" in said.err


def test_a_list_is_cut_only_where_something_is_left_over() -> None:
    things = [str(n) for n in range(MOST + 1)]
    assert listed(things[:MOST], "ru") == "0, 1, 2, 3, 4, 5"
    assert listed(things, "ru") == "0, 1, 2, 3, 4, 5 и ещё 1"
    assert listed([], "en") == ""


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_values_by_year_are_told_as_they_are_typed_and_leave_as_leave(at: Type, lang: str) -> None:
    assert at("record", "add", "К-1", "--kind", "indicator", "--field", "name=Доля").code == 0
    said = at("record", "edit", "ПК-1", "--field", "targets=2026=70; 2027=80", "--lang", lang)
    assert said.code == 0, said.err
    assert "2026=70; 2027=80" in said.err
    assert "None" not in said.err
    assert "2026=70; 2027=80" in at(f"log К-1 --lang {lang}").out.replace("\n", " ")
    assert at("person", "add", "Громов Г.Г.").code == 0
    leave = ("--waive", "Громов Г.Г.", "--reason", "утверждены ранее", "--until", str(date.today()))
    waived = at("case", "advance", "К-1", *leave, "--lang", lang)
    assert waived.code == 0, waived.err
    assert "Громов Г.Г." in waived.err
    assert "утверждены ранее" in waived.err
    assert "who=" not in waived.err


def test_a_picture_is_also_handed_out_as_text_for_mermaid(at: Type, tmp_path: Path) -> None:
    assert at("draw", "П-1", "-o", tmp_path / "схема.mmd").code == 0
    assert "flowchart" in (tmp_path / "схема.mmd").read_text("utf-8")


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_what_is_too_large_to_be_drawn_says_what_to_do(
    at: Type, tmp_path: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diagrams.dot.MOST", 3)
    said = at("draw", "П-1", "-o", tmp_path / "схема.svg", "--lang", lang)
    assert (said.code, "E-292" in said.err, ".mmd" in said.err) == (1, True, True)
    assert not (tmp_path / "схема.svg").exists()
    assert at("draw", "П-1", "-o", tmp_path / "схема.mmd").code == 0


def test_with_nothing_to_draw_with_that_is_said_at_the_terminal(
    at: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    said = at("draw", "П-1")
    assert (said.code, "E-291" in said.err) == (1, True)
