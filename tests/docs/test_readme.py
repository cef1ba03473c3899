"""The console blocks of the README and of the page on duties are run, one after the other, and say what is printed."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/duties.md")


@dataclass(frozen=True)
class Step:
    """A command as the page prints it, the lines that it is said to print, and the exit code (`# exit 1`)."""

    line: int
    command: str
    prints: tuple[str, ...]
    code: int


def steps(text: str) -> Iterator[Step]:
    """The commands of all console blocks of a page, in order."""
    prints: list[str] = []
    command, line, code, inside = "", 0, 0, False
    for number, row in enumerate(text.splitlines(), 1):
        fence = row.startswith("```")
        if inside and (fence or row.startswith("$ ")) and command:
            yield Step(line, command, tuple(prints), code)
            command = ""
        if fence:
            inside = row.strip() == "```console"
        elif inside and row.startswith("$ "):
            found = re.fullmatch(r"\$ (.*?)(?:\s+# exit (\d+))?", row)
            assert found
            command, line, prints, code = found[1], number, [], int(found[2] or 0)
        elif inside and row.strip():
            prints.append(row.strip())


def run(step: Step, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command run as a newcomer would, in a folder of its own, in English unless the page says otherwise."""
    words = shlex.split(step.command)
    assert words[0] == "resheno", f"line {step.line}: only resheno is run here, not {words[0]}"
    called = [sys.executable, "-m", "cli.main", *words[1:]]
    env = {**os.environ, "RESHENO_LANG": "en", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "160"}
    return subprocess.run(called, cwd=folder, env=env, capture_output=True, text=True, timeout=120, check=False)


def squeezed(text: str) -> str:
    """White space folded, so that the width of a table's columns is no matter."""
    return " ".join(text.split())


@pytest.mark.parametrize("page", PAGES)
def test_the_page_does_what_it_says(page: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    commands = list(steps((ROOT / page).read_text("utf-8")))
    assert commands, f"{page} has no console block"
    for step in commands:
        done = run(step, tmp_path)
        said = squeezed(done.stdout + done.stderr)
        assert done.returncode == step.code, f"{page}:{step.line}: exit {done.returncode}\n{done.stdout}{done.stderr}"
        for wanted in step.prints:
            for part in wanted.split("…"):
                assert squeezed(part) in said, f"{page}:{step.line}: {wanted!r} is not in\n{done.stdout}{done.stderr}"


def test_a_step_ends_where_the_next_begins() -> None:
    page = "```console\n$ resheno a\nsays a\n$ resheno b  # exit 2\n```\nprose\n$ resheno no\n"
    assert list(steps(page)) == [Step(2, "resheno a", ("says a",), 0), Step(4, "resheno b", (), 2)]
