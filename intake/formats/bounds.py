"""Reading a difficult file in a child process: a hostile one costs a child, no more."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
from pathlib import Path

from engine.problems import Problem, Severity, Where
from intake.paper import Line
from intake.unreadable import Unreadable, unreadable

MEMORY, SECONDS = 512 * 1024 * 1024, 20
NO_MEMORY = 3  # exit code of a child that ran out of memory
_NO_TIME = int(getattr(signal, "SIGXCPU", 24))


def read_within_bounds(kind: str, data: bytes) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a file of a kind that takes a parser.

    Raises:
        Unreadable: the file is damaged, not what it says, or wants more time or memory than a document may.
    """
    try:
        done = subprocess.run(
            [
                sys.executable,
                "-P",
                "-X",
                "utf8",
                "-m",
                "intake.formats.reader",
                kind,
                str(MEMORY),
                str(math.ceil(SECONDS)),
            ],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env=_surroundings(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise unreadable("paper-too-slow", {"seconds": str(SECONDS)}) from None
    if done.returncode == -_NO_TIME:
        raise unreadable("paper-too-slow", {"seconds": str(SECONDS)})
    if done.returncode < 0 or done.returncode == NO_MEMORY:
        raise unreadable("paper-too-demanding")
    try:
        told = json.loads(done.stdout)
    except ValueError:
        raise unreadable("paper-damaged", {"format": "docx" if kind == "zip" else kind}) from None
    if "unreadable" in told:
        raise Unreadable(_problem(told["unreadable"]))
    return tuple(_line(flat) for flat in told["lines"]), tuple(_problem(flat) for flat in told["problems"])


def _surroundings() -> dict[str, str]:
    """The child finds modules where this process does, never in the current folder, and writes none."""
    house = Path(__file__).resolve().parents[2]
    paths = [str(house), *(path for path in sys.path if path and Path(path).is_absolute())]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}


def _line(flat: list[object]) -> Line:
    number, text, label, level, cells, *looks = flat
    return Line(number, text, label, level, tuple(cells), *looks)  # type: ignore[arg-type]


def _problem(flat: list[object]) -> Problem:
    line, code, severity, facts = flat
    return Problem(
        Where("", int(str(line))), str(code), Severity(str(severity)), facts if isinstance(facts, dict) else {}
    )
