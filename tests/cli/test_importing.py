"""Documents recorded: once, as one intent, after a question; and what happens to documents that are none."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from cli import reading
from cli.terminal import Terminal
from engine.protocol import Protocol
from tests.cli.conftest import DOCUMENT, EXAMPLES, Type

OTHER = EXAMPLES / "lugovoy-decision.txt"
BAD = ("empty", "photograph", "letter", "enormous", "nowhere")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A folder of files that are no protocols."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photograph.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40)
    (tmp_path / "letter.txt").write_text("Уважаемые коллеги!\nПоздравляем с праздником.\n", encoding="utf-8")
    with (tmp_path / "enormous.txt").open("wb") as file:
        file.truncate(100_000_000)
    return tmp_path


def test_every_assignment_and_recommendation_becomes_a_task(at: Type) -> None:
    read = json.loads(at("protocol", "read", DOCUMENT, "--format", "json").out)
    asked = {item["path"] for item in read["items"] if item["kind"] in ("assignment", "recommendation")}
    assert asked
    assert {task["id"].partition(".")[2] for task in at("task list --all --format json").data} == asked


def test_the_same_file_twice_is_recorded_once(at: Type, base: Path) -> None:
    before = base.read_bytes()
    said = at("protocol", "import", DOCUMENT, "--yes", "--format", "json")
    assert said.code == 0
    assert said.data[0]["repeated"] is True
    assert base.read_bytes() == before


def test_another_file_is_recorded(at: Type) -> None:
    before = len(at("task list --all --format json").data)
    assert at("protocol", "import", OTHER, "--yes").code == 0
    assert len(at("task list --all --format json").data) > before


def test_reading_stores_nothing_and_gives_the_bare_contract(at: Type, base: Path) -> None:
    before = base.read_bytes()
    read = json.loads(at("protocol", "read", OTHER, "--format", "json").out)
    assert read["schema"] == "resheno.protocol/1"
    assert read["lines"]["total"] == read["lines"]["read"] + len(read["lines"]["unread"])
    assert base.read_bytes() == before


def test_with_nobody_to_ask_what_is_certain_is_recorded(at: Type) -> None:
    said = at("protocol", "import", OTHER, "--no-input", "--format", "json")
    assert said.code == 0
    assert said.data[0]["left_out"] == ["3/2"]  # its term is before the day of the document


@pytest.mark.parametrize(("answer", "code"), [("да", 0), ("все", 0), ("нет", 3), ("выйти", 3), ("", 3)])
def test_the_question_is_answered_in_words(
    answer: str, code: int, at: Type, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = base.read_bytes()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n" if answer else ""))
    assert at("protocol", "import", OTHER).code == code
    assert (base.read_bytes() != before) is (code == 0)


class Writer:
    """Somebody who has the document open, and saves it while being asked."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        with self.file.open("a", encoding="utf-8") as file:
            file.write("\nСохранено.\n")
        return "да\n"


def test_what_is_kept_is_what_was_read_though_somebody_saves_it_meanwhile(
    at: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = Path(shutil.copy(OTHER, tmp_path))
    monkeypatch.setattr("sys.stdin", Writer(paper))
    assert at("protocol", "import", paper).code == 0
    assert paper.read_bytes() != OTHER.read_bytes()
    assert at("journal verify").code == 0


def test_a_document_that_changes_while_it_is_read_is_not_recorded(
    at: Type, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, before = Path(shutil.copy(OTHER, tmp_path)), base.read_bytes()
    read = reading.read_document

    def read_and_saved(terminal: Terminal, file: Path) -> Protocol:
        protocol = read(terminal, file)
        Writer(file).readline()
        return protocol

    monkeypatch.setattr(reading, "read_document", read_and_saved)
    said = at("protocol", "import", paper, "--yes")
    assert said.code == 5 and "E-319" in said.err
    assert base.read_bytes() == before


def test_a_dry_run_records_nothing(at: Type, base: Path) -> None:
    before = base.read_bytes()
    assert at("protocol", "import", OTHER, "-n").code == 0
    assert base.read_bytes() == before


def test_another_edition_is_shown_as_a_difference_and_recorded_only_when_asked(
    at: Type, base: Path, tmp_path: Path
) -> None:
    edition = tmp_path / "edition.txt"
    edition.write_text(DOCUMENT.read_text("utf-8").replace("до 27.11.2026", "до 30.11.2026"), encoding="utf-8")
    before = base.read_bytes()
    said = at("protocol", "import", edition, "--yes", "--format", "json")
    assert said.code == 0
    assert said.data[0]["difference"]
    assert base.read_bytes() == before
    assert at("protocol", "import", edition, "--yes", "--revise").code == 0
    due = {task["path"]: task["due"] for task in at("task list --all --format json").data}
    assert due["1.2"] == "2026-11-30"


@pytest.mark.parametrize("command", [("protocol", "import"), ("protocol", "read"), ("audit", "document")])
@pytest.mark.parametrize("name", BAD)
def test_what_is_no_protocol_is_refused_with_a_place_and_a_way_out(
    name: str, command: tuple[str, str], at: Type, bad: Path, base: Path
) -> None:
    before = base.read_bytes()
    said = at(*command, bad / f"{name}.txt", "--yes")
    assert said.code == (9 if name == "nowhere" else 1)
    assert f"{name}.txt" in said.err
    assert "ОШИБКА E-" in said.err and "Исправить:" in said.err
    assert "Traceback" not in said.err
    assert base.read_bytes() == before


def test_the_import_is_undone_as_a_whole_and_may_be_done_again(at: Type) -> None:
    before = len(at("task list --all --format json").data)
    assert at("protocol", "import", OTHER, "--yes").code == 0
    assert at("undo").code == 0
    assert len(at("task list --all --format json").data) == before
    assert at("protocol", "import", OTHER, "--yes").code == 0
    assert len(at("task list --all --format json").data) > before
