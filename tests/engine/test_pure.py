"""Deciding is a function of what it is given: no module of it reads a clock, a file, the environment or chance."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[2] / "engine"
DECIDING = [*sorted((ENGINE / "run").glob("*.py")), *sorted((ENGINE / "rules").glob("*.py"))]
OUTSIDE = {"time", "os", "pathlib", "random", "secrets", "uuid", "subprocess", "socket", "shutil", "tempfile"}
ASKED = {"now", "utcnow", "today", "open"}  # of a clock, or of a disk


def outside(source: str) -> set[str]:
    """What a module asks the world for."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.partition(".")[0] in OUTSIDE}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} if node.module.partition(".")[0] in OUTSIDE else set()
        elif isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            found |= {f"{name}()"} if name in ASKED else set()
    return found


@pytest.mark.parametrize("module", DECIDING, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_deciding_asks_nobody_but_its_caller(module: Path) -> None:
    assert outside(module.read_text("utf-8")) == set()


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("from datetime import date\nday = date.today()", {"today()"}),
        ("import datetime\nmoment = datetime.datetime.now()", {"now()"}),
        ("import os.path", {"os.path"}),
        ("from pathlib import Path", {"pathlib"}),
        ("text = open('x').read()", {"open()"}),
        ("from datetime import date\nday = date(2026, 1, 1)", set()),
    ],
)
def test_whoever_asked_would_be_found(source: str, asked: set[str]) -> None:
    assert outside(source) == asked
