"""A document as lines, whatever file it came in: what the formats give and the readers of structure take."""

from __future__ import annotations

from dataclasses import dataclass

from engine.problems import Problem
from engine.protocol import Source


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text file, paragraph or table row of a Word file, line of a page; numbered from 1 without gaps.

    `label` is a number that the file shows but does not hold as text (Word's automatic numbering), as rendered: '2.1.'.
    """

    number: int
    text: str
    label: str = ""
    level: int = 0  # depth of an automatic list, 1 is the outermost, 0 is none
    cells: tuple[str, ...] = ()  # a table row, merged cells repeated; `text` is then the cells joined by tabs
    table: int = 0  # ordinal of the table from 1, 0 is none
    page: int = 0
    bold: bool = False
    centred: bool = False
    furniture: bool = False  # a running head or foot, a page number: stands on the page, belongs to no sentence


@dataclass(frozen=True, slots=True)
class Paper:
    """All lines of one source in reading order, blank ones too, with what was wrong with the file."""

    source: Source
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
