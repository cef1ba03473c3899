"""The window that a view looks through: on the books as they are, or as they stood at the end of a past day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk.desk import Desk
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


@contextmanager
def view_desk(terminal: Terminal) -> Iterator[tuple[Desk, Window]]:
    """A desk to ask what may be done, and the window beside it; on a past day both know that day only."""
    from cli.acting import at_desk, typist

    past = terminal.as_of
    if past is None:
        with at_desk(terminal, writing=False) as both:
            yield both
        return
    from datetime import UTC, datetime, time

    from engine.desk.desk import Desk
    from engine.store.as_of import AsShown

    with view(terminal) as window:
        store, end = AsShown(window), datetime.combine(past, time.max, UTC)
        with store.reading() as ledger:
            founders = ledger.office().get("operator", frozenset())
        yield Desk(store, lambda: end, typist(terminal, window) or min(founders, default="")), window


def _tell(terminal: Terminal, window: Window, day: str) -> None:
    if window.log(limit=1):
        terminal.talk("as-of", day=day)
        return
    from engine.store.window import look

    with look(terminal.database()) as now:
        first = next((entry.recorded_at[:10] for entry in now.log()), "…")
    terminal.talk("as-of-nothing", day=day, first=first)
