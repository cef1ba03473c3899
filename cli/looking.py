"""The window that a view looks through: on the books as they are, or as they stood at the end of a past day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.window import Window


@contextmanager
def view(terminal: Terminal) -> Iterator[Window]:
    """The window of the day that is meant; where it is a past one, that is said beside the data."""
    from engine.store.window import look

    past = terminal.as_of
    with look(terminal.database(), past) as window:
        if past is not None:
            _tell(terminal, window, past.isoformat())
        yield window


def _tell(terminal: Terminal, window: Window, day: str) -> None:
    if window.log(limit=1):
        terminal.talk("as-of", day=day)
        return
    from engine.store.window import look

    with look(terminal.database()) as now:
        first = next((entry.recorded_at[:10] for entry in now.log()), "…")
    terminal.talk("as-of-nothing", day=day, first=first)
