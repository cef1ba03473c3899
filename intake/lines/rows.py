"""Rows of tables in whatever way a line shows them: cells of Word, tabs, upright bars."""

from __future__ import annotations

import re

from intake.decisions.labels import cut
from intake.lines.marks import mark_of
from intake.lines.markup import plain
from intake.paper import Line

_RULE = re.compile(r"^[\s|+:=_-]*$")


def is_rule(text: str) -> bool:
    """The line under the head of a written table: dashes, bars and tabs only."""
    strokes = text.count("-") + text.count("=") + text.count("+")
    return bool(_RULE.match(text)) and strokes >= 3 and ("|" in text or "\t" in text or strokes >= 8)


def row_of(line: Line) -> tuple[str, ...]:
    """The cells of a line, cleaned; no cells if it is no row of a table."""
    if line.cells:
        return tuple(_cell(cell) for cell in line.cells) if len(line.cells) > 1 else ()
    text = line.text
    if text.count("|") >= 2 and text.strip().startswith("|"):
        return tuple(plain(cell) for cell in text.strip().strip("|").split("|"))
    if text.count(" | ") >= 2:
        return tuple(plain(cell) for cell in text.strip().split(" | "))
    if "\t" not in text.strip():
        return ()
    cells = tuple(plain(cell) for cell in text.rstrip("\n").split("\t"))
    if len(cells) == 2 and _only_mark(cells[0]):
        return ()
    if any(_is_labelled(cell) for cell in cells[1:]):
        return ()  # «1. Провести анализ.<tab>Срок: до 1 мая»: the tab only sets the label apart
    return cells if sum(map(bool, cells)) > 1 or len(cells) > 2 else ()


def _cell(text: str) -> str:
    """The lines of a cell, each once: a merged cell repeats its own."""
    return "\n".join(dict.fromkeys(filter(None, map(plain, text.splitlines()))))


def _is_labelled(cell: str) -> bool:
    sentence, labels = cut(cell)
    return not sentence and any(label.value for label in labels)


def _only_mark(cell: str) -> bool:
    mark = mark_of(f"{cell} x")
    return bool(not cell or (mark and mark.length >= len(cell)))
