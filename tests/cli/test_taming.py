"""What somebody types reaches another person's screen as words: nothing of it is obeyed, and data stays what it was."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from cli.glyphs import shown, tamed
from cli.output import Manner, Sheet, as_json, written
from tests.cli.conftest import Said, Type

EVIL = "готово\x1b]0;pwned\x07\x1b[31m\x9b31m\x7f\u202eобратно\u202c\u2066\u200f\r\nвторая\x85третья\u2028четвёртая"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
ROWS = Sheet("tasks", ("id", "text"), [{"id": "Т-1", "text": EVIL}, {"id": "Т-2", "text": "как было"}])


def manner(form: str, bold: bool = False) -> Manner:
    return Manner(form, "ru", False, "2026-11-23", 100, bold)


def test_what_a_screen_would_obey_is_dropped_and_lines_end_in_one_way() -> None:
    assert tamed(EVIL) == "готово]0;pwned[31m31mобратно\nвторая\nтретья\nчетвёртая"
    assert tamed("a\tb\nв «кавычках» — № 1 ✔ שלום") == "a\tb\nв «кавычках» — № 1 ✔ שלום"


def test_only_our_own_two_marks_pass_where_words_are_set_off() -> None:
    assert tamed("\x1b[1mслово\x1b[0m\x1b[31m\x1b]0;x\x07", bold=True) == "\x1b[1mслово\x1b[0m[31m]0;x"
    assert tamed("\x1b[1mслово\x1b[0m") == "[1mслово[0m"


@pytest.mark.parametrize("form", ["table", "md"])
def test_a_reader_is_shown_words(form: str) -> None:
    text = written(ROWS, manner(form))
    assert not OBEYED.search(text)
    assert len(text.splitlines()) == 4
    assert "готово]0;pwned[31m31mобратно вторая третья четвёртая" in text.replace("\\", "")


def test_a_bold_heading_is_the_only_thing_that_is_obeyed() -> None:
    text = written(ROWS, manner("table", bold=True))
    assert re.findall("\x1b[^a-z]*[a-z]", text) == ["\x1b[1m", "\x1b[0m"]


def test_a_problem_of_a_file_is_words_too() -> None:
    problem = {"where": "x.yaml:1", "severity": "error", "text": EVIL, "fix": "\x1b[2J"}
    assert not OBEYED.search(written(Sheet("problems", ("where",), [problem]), manner("table")))


def test_data_is_what_it_was() -> None:
    assert json.loads(written(ROWS, manner("json")))["data"][0]["text"] == EVIL
    assert list(csv.reader(io.StringIO(written(ROWS, manner("csv")), newline="")))[1] == ["Т-1", EVIL]


def test_json_on_a_screen_is_harmless() -> None:
    text = as_json({"text": EVIL, "№": "«да»"})
    assert not OBEYED.search(text)
    assert json.loads(text) == {"text": EVIL, "№": "«да»"}
    assert "«да»" in text


@pytest.mark.parametrize(
    ("cell", "written_as"),
    [
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("a & b &lt;", "a &amp; b &amp;lt;"),
        ("a | b", "a \\| b"),
        ("a \\| b", "a \\\\\\| b"),
        ("![](http://example.org/x.png)", "!\\[](http://example.org/x.png)"),
        ("раз\r\nдва\rтри\vчетыре\u2029пять", "раз два три четыре пять"),
        ("п. 1.2 «Справка» — до 28.11.2026", "п. 1.2 «Справка» — до 28.11.2026"),
    ],
)
def test_a_cell_of_markdown_is_words(cell: str, written_as: str) -> None:
    (row,) = written(Sheet("tasks", ("text",), [{"text": cell}]), manner("md")).split("\n")[2:-1]
    assert row == f"| {written_as} |"


@pytest.fixture
def reported(at: Type) -> tuple[Said, str]:
    """A report with all of it in it, and the assignment that it is on."""
    made = at("task", "add", "Сдать отчёт", "--executor", "Ким О.В.", "--due", "2098-01-01", "--format", "json")
    task = made.data
    assert at("task", "accept", task["id"], "--as", "Ким О.В.").code == 0
    return at("task", "report", task["id"], "--text", EVIL, "--as", "Ким О.В."), task["id"]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_report_reaches_whoever_reads_it_as_words(at: Type, reported: tuple[Said, str], lang: str) -> None:
    said, task = reported
    assert (said.code, OBEYED.search(said.out + said.err)) == (0, None)
    for view in (f"task show {task}", f"log {task}", "log", "today", f"why {task}", f"log {task} --format md"):
        seen = at(f"{view} --lang {lang}")
        assert (seen.code, OBEYED.search(seen.out + seen.err)) == (0, None), view
    assert EVIL in [entry["data"].get("data", {}).get("text") for entry in at(f"log {task} --format json").data]


def test_an_error_quotes_words(at: Type) -> None:
    for words in (("status", EVIL), ("task", "edit", EVIL), ("draw", EVIL), ("workflow", "lint", EVIL)):
        said = at(*words)
        assert said.code not in (0, 70)
        assert not OBEYED.search(said.out + said.err)


def test_an_old_console_is_spared_too() -> None:
    assert not OBEYED.search(shown(tamed(EVIL), "cp866"))
