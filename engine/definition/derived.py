"""What is worked out of a regulation once and then asked of every case that runs by it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

W = TypeVar("W")  # a workflow, whose own module asks here too
T = TypeVar("T")
KEPT = 64  # regulations; a workspace has a handful, each in a few versions


def once(make: Callable[[W], T]) -> Callable[[W], T]:
    """The same function, its answers kept. They go by the very object, which never changes, and not by its version."""
    known: dict[int, tuple[T, W]] = {}

    @wraps(make)
    def kept(workflow: W) -> T:
        try:
            return known[id(workflow)][0]
        except KeyError:
            pass
        if len(known) >= KEPT:
            known.clear()
        made = make(workflow)
        known[id(workflow)] = (made, workflow)  # who is held keeps its id
        return made

    return kept
