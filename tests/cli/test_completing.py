"""Completion: what fits at each place of a line, what the shells are told of it, and what is loaded for that."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.completing import ASKED, offers
from cli.finding import cases
from cli.shells import SHELLS
from engine.store.naming import MOST, ids
from engine.store.window import look
from tests.cli.conftest import Type

ROOT = Path(__file__).parents[2]


def asked(line: str, base: Path | None = None, **more: str) -> list[str]:
    """The answer of a process of its own to the words of a line, which are parted by blanks here."""
    environ = {**os.environ, "RESHENO_LANG": "ru", ASKED: line.replace(" ", "\n"), **more}
    environ |= {"RESHENO_DB": str(base)} if base else {}
    command = [sys.executable, "-m", "cli.main"]
    found = subprocess.run(command, capture_output=True, check=True, env=environ, cwd=ROOT)
    assert found.stderr == b""
    return found.stdout.decode("utf-8").splitlines()


def words(line: str, base: Path | None = None, **more: str) -> list[str]:
    return [answer.partition("\t")[0] for answer in asked(line, base, **more)]


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("to", ["today"]),
        ("пор", ["поручение"]),
        ("task sh", ["show"]),
        ("поручение пок", ["показать"]),
        ("audit --mech", ["--mechanism"]),
        ("task list --ov", ["--overdue"]),
        ("task list --проср", ["--просрочено"]),
        ("task list --format j", ["json"]),
        ("task list --format = j", ["--format=json"]),
        ("task list --формат j", ["json"]),
        ("-n task list --color al", ["always"]),
        ("completion z", ["zsh"]),
        ("task confirm П-1 --outcome not_d", ["not_done"]),
        ("nonsense sh", []),
        ("protocol import ", []),  # a file: the shell's own affair
    ],
)
def test_what_fits_is_offered(line: str, fits: list[str]) -> None:
    assert words(line) == fits


def test_nothing_typed_offers_the_verbs_with_their_meanings() -> None:
    assert "show\tПоручение и его история" in asked("task ")
    assert "show\tAn assignment and its history" in asked("task ", RESHENO_LANG="en")


def test_ids_are_completed_with_what_they_are(base: Path) -> None:
    found = asked("task accept П-1.1", base)
    assert [line.partition("\t")[0] for line in found] == ["П-1.1.2", "П-1.1.3"]
    assert all(line.partition("\t")[2] for line in found)
    assert words("task accept p-1.1", base) == ["П-1.1.2", "П-1.1.3"]
    assert words("task accept П-1.1.2 П-1.1", base) == ["П-1.1.2", "П-1.1.3"]
    assert words("protocol show ", base) == ["П-1"]
    assert "К-1" in words("why К", base)
    assert "Л-1\tОрлова Т.П." in asked("person show ", base)
    assert words("undo ", base)[-1] == "A-1"


def test_the_database_of_the_line_is_asked(base: Path) -> None:
    assert words(f"--db {base} protocol show ") == ["П-1"]
    assert words(f"--db={base} protocol show ") == ["П-1"]
    assert words(f"--db {base}x protocol show ") == []


def test_records_are_offered_where_a_record_is_wanted(base: Path, at: Type) -> None:
    goal = at("record add К-1 Повысить --kind goal --format json").data["id"]
    assert words(f"record show {goal[:2]}", base) == [goal]
    assert not [word for word in words("record show ", base) if word.startswith(("П-", "К-"))]


def test_a_title_cannot_speak_to_the_shell(base: Path, at: Type) -> None:
    hostile = 'a\x1b[31m\r\nb"; touch x; $(touch y)`touch z`\t\\'
    assert at("task", "add", hostile, "--executor", "Громов").code == 0
    [line] = asked("task show Т-1", base)
    word, _, meaning = line.partition("\t")
    assert word == "Т-1"
    assert meaning.isprintable() and "touch" in meaning


def test_no_more_are_offered_than_a_person_reads(base: Path) -> None:
    with look(base) as window:
        assert {id for id, _ in ids(window, "case", ("",))} == {case.id for case in cases(window)}
        assert len(list(ids(window, "any", ("П",)))) <= MOST
        assert list(ids(window, "task", ("П-1.1.%",))) == []  # no pattern: a text


def loaded(line: str) -> set[str]:
    program = "import sys; from cli.main import main; main([]); print('modules', *sys.modules)"
    environ = {**os.environ, ASKED: line.replace(" ", "\n")}
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=environ, cwd=ROOT)
    return set(found.stdout.decode().rpartition("modules ")[2].split())


def test_completing_loads_no_command_but_the_one_that_is_typed() -> None:
    commands = {name for name in loaded("task ") if name.startswith("cli.commands.")}
    assert commands == set() and "typer" not in loaded("task ")
    assert {n for n in loaded("task list --al") if n.startswith("cli.commands.")} == {"cli.commands.task"}


def test_every_place_of_every_command_has_an_answer() -> None:
    from cli.register import walk

    for names, _ in walk():
        assert any(word == "--help" for word, _ in offers([*names, "--h"], "ru")), names
        assert offers([*names[:-1], names[-1]], "en")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed(shell: str, type_: Type) -> None:
    said = type_("completion", shell)
    assert said.code == 0 and said.out == SHELLS[shell]
    assert ASKED in said.out and said.out.isascii()


def test_an_unknown_shell_is_wrong_usage(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    assert type_("completion", "tcsh").code == 2
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    monkeypatch.setattr("os.name", "posix")
    assert type_("дополнение").code == 2
    monkeypatch.setenv("SHELL", "/bin/zsh")
    assert type_("дополнение").out == SHELLS["zsh"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    place = tmp_path / "дом с пробелом"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    return place


def files_in(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("shell", SHELLS)
def test_it_is_put_in_place_once(shell: str, home: Path, type_: Type) -> None:
    assert type_("completion", shell, "--install", "-n").code == 0
    assert files_in(home) == {}
    (home / ".bashrc").write_text("alias l=ls", encoding="utf-8")
    assert type_("completion", shell, "--install").code == 0
    first = files_in(home)
    assert SHELLS[shell] in first.values()
    assert type_("completion", shell, "--install").code == 0
    assert files_in(home) == first
    assert first[".bashrc"].startswith("alias l=ls")
    assert ("completion.bash" in first[".bashrc"]) == (shell == "bash")


BASH = r"""
. "$1"
resheno() { "$PYTHON" -m cli.main "$@"; }
command() { shift; resheno "$@"; }
COMP_WORDS=(resheno поручение показать p-1.1); COMP_CWORD=3
_resheno_complete; echo "${COMPREPLY[*]}"
COMP_WORDS=(resheno task list --format = j); COMP_CWORD=5
_resheno_complete; echo "${COMPREPLY[*]}"
COMP_WORDS=(resheno task ""); COMP_CWORD=2
_resheno_complete; echo "${COMPREPLY[1]}"
"""


@pytest.mark.skipif(shutil.which("bash") is None or os.name == "nt", reason="there is no bash here")
def test_bash_itself_completes(base: Path, tmp_path: Path) -> None:
    script = tmp_path / "completion.bash"
    script.write_text(SHELLS["bash"], encoding="utf-8")
    environ = {**os.environ, "PYTHON": sys.executable, "RESHENO_DB": str(base), "LC_ALL": "C.UTF-8"}
    told = subprocess.run(
        ["bash", "-c", BASH, "bash", str(script)], capture_output=True, check=True, env=environ, cwd=ROOT
    )
    assert told.stdout.decode("utf-8").splitlines() == ["П-1.1.2 П-1.1.3", "json", "edit"]
