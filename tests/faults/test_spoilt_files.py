"""V21: a spoilt file is read or refused, never a fault, in little time and memory. `RESHENO_FAULTS` sets how many."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.spoiling import FORMATS

ROOT = Path(__file__).parents[2]
MANY = int(os.environ.get("RESHENO_FAULTS", "600"))
MEGABYTES = 512


def came_of(form: str, first: int, count: int, planted: str = "") -> dict[str, Any]:
    """What reading so many files of a format came to, in a process of its own."""
    command = [sys.executable, "-X", "utf8", "-m", "tests.faults.reading_many", form, str(first), str(count), planted]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def judge(told: dict[str, Any], count: int) -> None:
    assert not told["faults"], "\n".join(told["faults"][:20])
    assert told["read"] and told["refused"] and told["read"] + told["refused"] == count, told
    assert told["megabytes"] < MEGABYTES


@pytest.mark.parametrize("form", FORMATS)
def test_sixty_spoilt_files_are_read_or_refused(form: str) -> None:
    judge(came_of(form, 0, 60), 60)


@pytest.mark.deep
@pytest.mark.timeout(14_400)
@pytest.mark.parametrize("form", FORMATS)
def test_many_spoilt_files_are_read_or_refused(form: str) -> None:
    told = came_of(form, 1_000, MANY)
    print(form, told)
    judge(told, MANY)


@pytest.mark.parametrize(("planted", "seen"), [("crash", "KeyError"), ("slow", "TooSlow"), ("hungry", "MemoryError")])
def test_a_planted_fault_is_seen(planted: str, seen: str) -> None:
    assert seen in came_of("txt", 1, 1, planted)["faults"][0]
