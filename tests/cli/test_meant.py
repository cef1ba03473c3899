"""Ids by a part, for a person at the terminal only: said where one thing is meant, refused with a list where not."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli import meant, options
from cli.meant import KINDS
from cli.offering import THINGS
from cli.register import walk
from tests.cli.conftest import Type

ROOT = Path(__file__).parents[2]
TASK, OTHER = "П-1.1.2", "П-1.1.3"  # «Провести анализ результатов ВПР …» and «… адресные рекомендации …»


class Seat:
    """A stream that somebody sits at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def seated(at: Type, monkeypatch: pytest.MonkeyPatch) -> Type:
    """Type as a person does."""
    monkeypatch.setattr("cli.lazy.sys.stdin", Seat())
    monkeypatch.setattr(meant, "attended", lambda terminal: not terminal.given.get("no_input"))
    return at


def test_words_of_a_title_are_an_id(seated: Type) -> None:
    said = seated("task", "show", "анализы ВПР")
    assert said.code == 0 and TASK in said.out and f"{TASK} «" in said.err
    assert "провести анализ" in said.err.casefold()


def test_a_part_of_a_word_will_do_where_no_word_does(seated: Type) -> None:
    assert TASK in seated("task", "show", "результатов ВП").out


def test_the_beginning_of_an_id_is_an_id_where_only_one_begins_so(seated: Type) -> None:
    assert seated("task", "withdraw", OTHER, "--reason", "иначе").code == 0
    many = seated("task", "show", "П-1.1")
    assert many.code == 2 and "E-039" in many.err and f"{TASK} " in many.err and f"{OTHER} " in many.err
    assert seated("protocol", "show", "П").code == 0


@pytest.mark.parametrize(("begun", "goes_on"), [("П-7.5.1", False), ("П-7.5", True), ("П-7.", True), ("П-", True)])
def test_a_number_does_not_go_on(begun: str, goes_on: bool) -> None:
    assert meant._goes_on("П-7.5.10", begun) is goes_on


def test_an_id_as_it_is_written_is_nobodys_guess(seated: Type) -> None:
    said = seated("task", "show", "p-1.1.2")
    assert said.code == 0 and "«" not in said.err


def test_a_writing_command_says_what_was_taken(seated: Type) -> None:
    said = seated("поручение", "принять", "адресных рекомендаций")
    assert said.code == 0 and f"{OTHER} «" in said.err
    assert [row["case"] for row in seated("log", "--format", "json").data][-1] == OTHER


def test_what_could_be_several_is_refused_and_writes_nothing(seated: Type, base: Path) -> None:
    before = base.read_bytes()
    said = seated("task", "accept", "школы")
    assert said.code == 2 and "E-039" in said.err
    assert base.read_bytes() == before
    assert "could be any of these" in seated("--lang", "en", "why", "школы").err


def test_several_ids_are_each_found(seated: Type) -> None:
    assert seated("task", "accept", "анализ ВПР", OTHER).code == 0


def test_a_record_is_found_by_its_title(seated: Type) -> None:
    goal = seated("record add К-1 Повысить --kind goal --format json").data["id"]
    assert seated("record", "show", "повысит").code == 0
    assert seated("record", "show", "повысит", "--format", "json").data["id"] == goal


def test_what_is_nothing_is_refused_as_ever(seated: Type) -> None:
    said = seated("task", "show", "бегемот")
    assert said.code == 9 and "E-011" in said.err
    assert seated("task", "show", "К-1").code == 9


def test_a_file_and_a_workflow_are_themselves(seated: Type, tmp_path: Path) -> None:
    assert seated("draw", "assignment", "-o", tmp_path / "a.svg").code == 0
    assert "«" not in seated("log", "A-1").err


@pytest.mark.parametrize("more", [("--no-input",), ()])
def test_a_script_gives_whole_ids(at: Type, more: tuple[str, ...]) -> None:
    """The negative control of all above: nobody sits at the streams of a test."""
    for words in (("task", "show", "анализ ВПР"), ("task", "accept", "П-1.1"), ("why", "адресные")):
        said = at(*words, *more)
        assert (said.code, said.out) == (9, ""), said


def test_no_input_is_a_script(seated: Type) -> None:
    assert seated("task", "show", "анализ ВПР", "--no-input").code == 9


def test_a_database_that_is_not_there_is_told_as_ever(seated: Type, type_: Type, tmp_path: Path) -> None:
    said = type_("--db", tmp_path / "none.resheno", "task", "show", "анализ")
    assert said.code == 9 and "E-010" in said.err


def test_the_parameters_that_take_ids_are_known_to_both() -> None:
    assert {name for name, thing in THINGS.items() if thing in KINDS} == set(options.IDS)
    from cli.lazy import build

    named = {str(p.name) for _, entry in walk() for p in build(entry, "en").params}
    assert set(options.IDS) <= named


@pytest.mark.skipif(os.name == "nt", reason="a terminal of this kind is not made on Windows")
def test_at_a_real_terminal(base: Path) -> None:
    def typed(*words: str) -> tuple[int, str]:
        ours, theirs = os.openpty()
        command = [sys.executable, "-m", "cli.main", "--db", str(base), *words]
        with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT) as process:
            os.close(theirs)
            said = b""
            with contextlib.suppress(OSError):  # which is how Linux says that nobody writes there any more
                while piece := os.read(ours, 4096):
                    said += piece
            os.close(ours)
        return process.returncode, said.decode("utf-8")

    code, told = typed("task", "show", "анализ ВПР")
    assert code == 0 and f"{TASK} «" in told
    assert typed("task", "show", "анализ ВПР", "--no-input")[0] == 9
