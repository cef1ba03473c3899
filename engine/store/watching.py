"""How far long work has come, told to whoever watches it; the work itself knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Watch = Callable[[str, int, int], None]  # what is being done, how much of it is done, of how much
EACH = 1_000  # steps between two words


def unwatched(what: str, done: int, of: int) -> None:
    """Nobody watches."""


def watched(steps: Iterable[T], watch: Watch, what: str, of: int) -> Iterator[T]:
    """The same steps, each thousandth told."""
    watch(what, 0, of)
    for done, step in enumerate(steps, 1):
        yield step
        if not done % EACH:
            watch(what, done, of)
    watch(what, of, of)
