"""V22: bombs are refused or read at once, in little memory, and none makes us open a file or an address."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.faults.bombs import STOPPED_LATE, bombs, honest

ROOT = Path(__file__).parents[2]
SECONDS, LATEST, MEGABYTES = 0.5, 25.0, 512
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with a name and no such limits")


@dataclass
class Canary:
    """A pipe that tells who opens it, and an address that tells who calls."""

    pipe: Path
    port: int
    seen: list[str] = field(default_factory=list)


@contextmanager
def canary_in(folder: Path) -> Iterator[Canary]:
    pipe = folder / "canary"
    os.mkfifo(pipe)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.01)
        canary, over = Canary(pipe, server.getsockname()[1]), threading.Event()

        def watch() -> None:
            while not over.is_set():
                try:
                    server.accept()[0].close()
                    canary.seen.append("address")
                except TimeoutError:
                    pass
                try:
                    written = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)  # only while somebody has it open to read
                except OSError:
                    continue
                os.write(written, "КАНАРЕЙКА".encode())
                os.close(written)
                canary.seen.append("file")
                time.sleep(0.2)  # let the reader go, or the same reading is seen again

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            yield canary
        finally:
            over.set()
            watcher.join()


def came_of(folder: Path, *more: str) -> dict[str, Any]:
    command = [sys.executable, "-X", "utf8", "-m", "tests.faults.reading_bombs", str(folder), *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def tried(folder: Path, late: bool) -> tuple[dict[str, Any], Canary]:
    """What came of the bombs that are known at sight, or of the others."""
    files = folder / "files"
    files.mkdir()
    for form, data in honest().items():
        (files / f"honest.{form}").write_bytes(data)
    with canary_in(folder) as canary:
        for name, form, build in bombs(canary.pipe, f"http://127.0.0.1:{canary.port}/"):
            if (name in STOPPED_LATE) == late:
                (files / f"{name.replace('/', '-')}.{form}").write_bytes(build())
        return came_of(files), canary


def judge(told: dict[str, Any], limit: float) -> None:
    files = told["files"]
    faults = [f"{name}: {one['came']}" for name, one in files.items() if ": " in one["came"]]
    for name, one in files.items():
        start = files[f"honest.{name.rpartition('.')[2]}"]["seconds"]
        if one["seconds"] - start > limit:
            faults.append(f"{name}: {one['seconds'] - start:.2f} s")
        if one["canary"]:
            faults.append(f"{name}: what it must not read is in what was read")
    assert not faults, "\n".join(faults)
    assert told["child"] < MEGABYTES and told["own"] < MEGABYTES


def test_bombs_are_refused_or_read_at_once(tmp_path: Path) -> None:
    told, canary = tried(tmp_path, late=False)
    assert len(told["files"]) > 50
    judge(told, SECONDS)
    assert not canary.seen


@pytest.mark.deep
@pytest.mark.timeout(600)
def test_bombs_that_are_not_known_at_sight_are_stopped(tmp_path: Path) -> None:
    told, canary = tried(tmp_path, late=True)
    assert len(told["files"]) == len(STOPPED_LATE) + len(honest())
    judge(told, LATEST)
    assert not canary.seen


def test_a_canary_that_is_read_is_seen(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    with canary_in(tmp_path) as canary:
        came_of(files, str(canary.pipe))
        assert canary.seen == ["file"]
        socket.create_connection(("127.0.0.1", canary.port)).close()
        waits_until = time.monotonic() + 10
        while "address" not in canary.seen and time.monotonic() < waits_until:
            time.sleep(0.01)
    assert "address" in canary.seen


def test_a_slow_file_and_one_that_tells_the_canary_are_found_out() -> None:
    fine = {"came": "read", "seconds": 0.1, "canary": False}
    for bad in ({"seconds": 0.7}, {"canary": True}, {"came": "KeyError: 'a'"}):
        told = {"files": {"honest.txt": fine, "a.txt": {**fine, **bad}}, "child": 50, "own": 50}
        with pytest.raises(AssertionError, match=r"a\.txt"):
            judge(told, SECONDS)
