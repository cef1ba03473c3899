"""The child that reads a difficult file: bytes in at standard input, lines as JSON out, within bounds set by itself."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import astuple

from engine.problems import Problem
from intake.formats.bounds import NO_MEMORY
from intake.paper import Line
from intake.unreadable import Unreadable

Reader = Callable[[bytes], tuple[tuple[Line, ...], tuple[Problem, ...]]]


def reader_of(kind: str) -> Reader:
    """The reader of a kind of file; a child loads only the one that it needs."""
    if kind == "zip":
        from intake.formats.word import read_docx

        return read_docx
    if kind == "pdf":
        from intake.formats.pdf import read_pdf

        return read_pdf
    from intake.formats.html import read_html

    return read_html


def answer(kind: str, data: bytes) -> dict[str, object]:
    """What the parent is told: lines and problems, or the one problem for which there are no lines."""
    try:
        lines, problems = reader_of(kind)(data)
    except Unreadable as fault:
        return {"unreadable": _flat(fault.problem)}
    return {"lines": [astuple(line) for line in lines], "problems": [_flat(problem) for problem in problems]}


def _flat(problem: Problem) -> list[object]:
    return [problem.where.line, problem.code, problem.severity.value, dict(problem.facts)]


def bound(memory: int, seconds: int) -> None:
    """Take no more memory and time than allowed, where the system can see to it; the parent watches the time anyway."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read one file and write what came of it."""
    kind, memory, seconds = sys.argv[1:]
    data = sys.stdin.buffer.read()
    bound(int(memory), int(seconds))
    try:
        told = json.dumps(answer(kind, data), ensure_ascii=False).encode("utf-8", "replace")
    except MemoryError:
        os._exit(NO_MEMORY)  # at once: there is no memory left for an orderly exit
    sys.stdout.buffer.write(told)


if __name__ == "__main__":
    main()
