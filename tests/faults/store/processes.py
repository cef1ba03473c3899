"""Processes of our own that write, tell what was acknowledged through a pipe, and can be killed at any moment."""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass

Tell = Callable[[str], None]


@dataclass
class Child:
    """A process forked from this one: it has everything loaded, and shares nothing with us but the pipe."""

    pid: int
    pipe: int

    def ready(self) -> None:
        """Wait until it has told its first line."""
        self.line()

    def line(self) -> str:
        """Wait for the next line that it tells."""
        line = b""
        while (sign := os.read(self.pipe, 1)) not in (b"\n", b""):
            line += sign
        return line.decode()

    def heard(self) -> list[str]:
        """All lines that it tells, read until it has ended; a line that it was killed in the middle of is no line."""
        with os.fdopen(self.pipe, encoding="utf-8") as file:
            return file.read().split("\n")[:-1]

    def kill(self) -> None:
        """End it with no chance to tidy up."""
        os.kill(self.pid, signal.SIGKILL)

    def ended(self) -> int:
        """Wait for its end: its exit code, or minus the number of the signal."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def fork(work: Callable[[Tell], None]) -> Child:
    """A child that does this work and ends with 0, or with 70 and its traceback told. Have no database open."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, reading)
    code = 70
    try:
        os.close(reading)
        work(lambda line: _told(writing, line))
        code = 0
    except BaseException:
        _told(writing, traceback.format_exc())
    finally:
        os._exit(code)


def _told(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())


def ran(work: Callable[[Tell], None]) -> list[str]:
    """What a child told that had to end well."""
    child = fork(work)
    heard = child.heard()
    assert child.ended() == 0, "\n".join(heard)
    return heard
