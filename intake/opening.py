"""Opening a file: its size first, then what it really is, then its lines; or a reason and a way out."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

from engine.problems import Problem, Where
from engine.protocol import Source
from intake.formats.bounds import read_within_bounds
from intake.formats.kinds import PARSED, kind_of
from intake.formats.taming import LONGEST_TAMED, LONGEST_UNTOUCHED, tamed
from intake.formats.text import read_text
from intake.paper import Line, Paper
from intake.unreadable import Unreadable, unreadable

__all__ = ["LARGEST", "Unreadable", "open_paper"]

LARGEST = 50_000_000  # bytes
MOST_LINES, MOST_TEXT, LONGEST_LINE = 50_000, 10_000_000, 100_000


def open_paper(path: Path) -> Paper:
    """All lines of a file in reading order, with what was wrong with it.

    Raises:
        Unreadable: nothing can be read; its problem says why and how to save the file so that it can.
    """
    try:
        data = _bytes(path)
        kind = kind_of(data, path.suffix.lower())
        lines, problems = _lines(kind, data)
        _check_amount(lines)
        lines = tuple(_tamed(line) for line in lines)
    except Unreadable as fault:
        raise Unreadable(_placed(fault.problem, path)) from None
    source = Source(path.name, hashlib.sha256(data).hexdigest(), "docx" if kind == "zip" else kind)
    return Paper(source, lines, tuple(_placed(problem, path) for problem in problems))


def _bytes(path: Path) -> bytes:
    """The file, unless it is none, too large or empty; a large one is not read at all."""
    try:
        with path.open("rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise unreadable("paper-missing")
            data = b"" if about.st_size > LARGEST else file.read(LARGEST + 1)
    except (OSError, ValueError) as fault:
        raise unreadable("paper-forbidden" if isinstance(fault, PermissionError) else "paper-missing") from None
    size = max(about.st_size, len(data))
    if size > LARGEST:
        raise unreadable("paper-too-large", {"size": _megabytes(size), "limit": _megabytes(LARGEST)})
    if not data:
        raise unreadable("paper-empty")
    return data


def _lines(kind: str, data: bytes) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    if kind in ("txt", "md"):
        return read_text(data)
    if kind in PARSED:
        return read_within_bounds(kind, data)
    if kind == "encrypted":
        raise unreadable("paper-locked")
    raise unreadable("paper-save-as", {"format": kind})


def _check_amount(lines: tuple[Line, ...]) -> None:
    """There is text, and no more than a reader of documents can be asked to read."""
    if not any(line.text.strip() for line in lines):
        raise unreadable("paper-empty")
    if len(lines) > MOST_LINES or sum(len(line.text) for line in lines) > MOST_TEXT:
        raise unreadable("paper-too-demanding")
    if max(len(line.text) for line in lines) > LONGEST_LINE:
        raise unreadable("paper-too-demanding")


def _tamed(line: Line) -> Line:
    if len(line.text) + sum(map(len, line.cells)) <= LONGEST_UNTOUCHED:
        return line
    line = replace(line, text=tamed(line.text), cells=tuple(tamed(cell) for cell in line.cells))
    if len(line.text) > LONGEST_TAMED:
        raise unreadable("paper-too-demanding")
    return line


def _placed(problem: Problem, path: Path) -> Problem:
    return replace(problem, where=Where(str(path), problem.where.line, problem.where.column))


def _megabytes(size: int) -> str:
    return str(max(1, round(size / 1_000_000)))
