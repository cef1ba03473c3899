"""The one exception of opening a file: nothing could be read, and here is why and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from engine.problems import NOTHING, Problem, Where


class Unreadable(Exception):
    """A file that cannot be read at all; `problem` says why and how to save it so that it can."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def unreadable(code: str, facts: Mapping[str, str] = NOTHING, line: int = 0) -> Unreadable:
    """The exception for a code of `engine.messages`; who opened the file writes its name in."""
    return Unreadable(Problem(Where("", line), code, facts=facts))
