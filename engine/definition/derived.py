"""What is worked out of a regulation once and then asked of every case that runs by it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from engine.definition.workflow import Workflow

T = TypeVar("T")
KEPT = 64  # regulations; a workspace has a handful, each in a few versions


def once(make: Callable[[Workflow], T]) -> Callable[[Workflow], T]:
    """The same function, its answers kept. They go by the very object, which never changes, and not by its version."""
    known: dict[int, tuple[Workflow, T]] = {}

    @wraps(make)
    def kept(workflow: Workflow) -> T:
        found = known.get(id(workflow))
        if found is None:
            if len(known) >= KEPT:
                known.clear()
            found = known[id(workflow)] = (workflow, make(workflow))  # who is held keeps its id
        return found[1]

    return kept
