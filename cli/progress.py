"""How far long work has come: one line on stderr that is written over, on a terminal only, gone when the work ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from cli.glyphs import shown
from cli.terminal import Terminal

AT_FIRST, AGAIN = 0.5, 0.1  # seconds: work that ends before is not spoken of; a line that flickers is not read


class Line:
    """The line itself; called as `engine.store.watching.Watch` is."""

    def __init__(
        self, terminal: Terminal, stream: TextIO | None, clock: Callable[[], float] = time.monotonic, width: int = 79
    ) -> None:
        self._terminal = terminal
        self._stream = stream
        self._clock = clock
        self._width = width
        self._next = clock() + AT_FIRST
        self._long = 0

    def __call__(self, what: str, done: int, of: int) -> None:
        """Write how much is done, unless that was written a moment ago."""
        if self._stream is None or self._clock() < self._next:
            return
        self._next = self._clock() + AGAIN
        told = self._terminal.words(f"progress-{what}")
        if of:
            told += self._terminal.words("progress-of", done=_grouped(done), of=_grouped(of), share=100 * done // of)
        self._write(shown(told, self._stream.encoding)[: self._width])

    def clear(self) -> None:
        """Take the line away before anything else is said."""
        if self._stream is not None and self._long:
            self._write("")
            self._stream.write("\r")
            self._long = 0

    def _write(self, text: str) -> None:
        assert self._stream is not None
        self._stream.write("\r" + text.ljust(self._long))
        self._stream.flush()
        self._long = len(text)


@contextmanager
def progress(terminal: Terminal) -> Iterator[Line]:
    """A line for the time of the work."""
    line = Line(terminal, sys.stderr if is_wanted(terminal, sys.stderr) else None, width=_width())
    try:
        yield line
    finally:
        line.clear()


def is_wanted(terminal: Terminal, stream: TextIO) -> bool:
    """Whether somebody looks: never in a pipe, nor where quiet or plain text was asked for."""
    asked = not terminal.given.get("quiet") and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return asked and stream.isatty()


def _width() -> int:
    import shutil

    return max(20, shutil.get_terminal_size().columns - 1)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")
