"""The way in and out: language, help, unknown words, streams of old consoles."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.main import language, main

ROOT = Path(__file__).parents[2]


def test_help_tells_every_command_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help", "--lang", "en"]) == 0
    english = capsys.readouterr().out
    assert main(["--help", "--lang", "ru"]) == 0
    russian = capsys.readouterr().out
    assert "Which stages are missing" in english and "Каких этапов не хватает" in russian
    assert "Options" in english and "Options" not in russian


@pytest.mark.parametrize(
    ("args", "environ", "lang"),
    [
        (["--lang", "en"], {"RESHENO_LANG": "ru"}, "en"),
        (["task", "list", "--lang=ru"], {"LANG": "en_GB.UTF-8"}, "ru"),
        (["--язык", "en"], {}, "en"),
        ([], {"RESHENO_LANG": "en", "LANG": "ru_RU.UTF-8"}, "en"),
        ([], {"LANG": "ru_RU.UTF-8"}, "ru"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "C.UTF-8"}, "ru"),
        ([], {}, "ru"),
    ],
)
def test_the_language_is_asked_for_then_set_then_the_locale(
    args: list[str], environ: dict[str, str], lang: str
) -> None:
    assert language(args, environ) == (lang, None)


def test_an_unknown_language_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "fr", "today"]) == 2
    assert "E-012" in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "meant"), [("ыефегы", "status"), ("проткол", "протокол"), ("tsak", "task")])
def test_an_unknown_command_is_answered_with_the_nearest(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([typed, "--lang", "ru"]) == 2
    said = capsys.readouterr()
    assert meant in said.err
    assert said.out == ""


def test_a_suggestion_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["inti"]) == 2
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_option_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today", "--fromat", "json", "--lang", "ru"]) == 2
    assert "--format" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["--db nowhere.db today", "today --db nowhere.db", "сегодня --база nowhere.db"])
def test_a_global_option_stands_anywhere(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 9
    said = capsys.readouterr().err
    assert "E-010" in said and "nowhere.db" in said and "resheno init" in said


def test_the_format_does_not_change_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    codes = {main(["today", "--db", "nowhere.db", "--format", name]) for name in ("table", "json", "csv", "md")}
    assert codes == {9}


def test_an_unknown_format_is_wrong_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["workflow", "list", "--format", "jsno"]) == 2
    assert "json" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "cp866", "ascii"])
@pytest.mark.parametrize("line", ["--help", "help errors", "today --db nowhere.db", "help formats"])
def test_no_console_encoding_ends_the_program(encoding: str, line: str) -> None:
    environ = {**os.environ, "PYTHONIOENCODING": encoding, "RESHENO_LANG": "ru", "PYTHONUTF8": "0"}
    run = subprocess.run(
        [sys.executable, "-m", "cli.main", *line.split()], capture_output=True, env=environ, cwd=ROOT, check=False
    )
    assert run.returncode in (0, 9)
    assert b"Traceback" not in run.stderr


HEAVY = {"sqlmodel", "sqlalchemy", "networkx", "yaml", "pymorphy3", "holidays", "graphviz", "rich", "pydantic"}


@pytest.mark.parametrize("line", ["--help", "today --db {base}", "сегодня --db {base} --lang en"])
def test_the_daily_start_loads_no_heavy_library(line: str, base: Path) -> None:
    words = line.format(base=base).split()
    code = f"import sys; from cli.main import main; main({words!r}); sys.exit(len({HEAVY!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False).returncode == 0
