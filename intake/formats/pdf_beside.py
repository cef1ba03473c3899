"""«Срок: …» and «Отв.: …» in a column beside the item: the second text is told by where it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from intake.formats.pdf_columns import Run, parted, runs_of
from intake.formats.pdf_page import Piece
from intake.formats.pdf_rows import print_lines, rows_of
from intake.formats.pdf_tables import text_of_cell
from intake.lines.seams import sewn

_LABEL = re.compile(r"(?:срок|ответственн|отв\.|исполнител|исп\.|соисполнител)[^:–—]{0,30}[:–—]\s*\S", re.IGNORECASE)
_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|[а-яё]\)|[-–—•])\s*\S")
_GAP = 0.3  # of the size of the letters, between an item and a label
_LABEL_PIECES = 40  # pieces of text that a label may be drawn in
_NEAR = 3.0  # points by which lines of one column may begin apart
_APART = 2.2  # sizes between lines; what stands further off is another matter


@dataclass(frozen=True, slots=True)
class Beside:
    """An item and the labels beside it, one after the other, with the pieces that are used up."""

    top: float
    texts: tuple[str, ...]
    pieces: frozenset[Piece]


def beside(pieces: list[Piece]) -> list[Beside]:
    """The items of a page whose labels stand beside them."""
    lines = [runs for line in print_lines(pieces) if (runs := runs_of(line))]
    found: list[Beside] = []
    at = 0
    while at < len(lines):
        first = _opened(lines[at])
        if len(first) == 2 and _MARK.match(_text(first[0])) and _LABEL.match(_text(first[1])):
            kept = _kept([first, *lines[at + 1 :]], first[1].left)
            found.append(_read(kept, first[1].left))
            at += len(kept)
        else:
            at += 1
    return found


def _opened(line: list[Run]) -> list[Run]:
    """The texts of a line; where the first reaches close up to a label, the two are told by the label."""
    if len(line) > 1:
        return line
    run = line[0]
    for place, (before, piece) in enumerate(pairwise(run.pieces), start=1):
        apart = piece.left - before.right > piece.size * _GAP
        if apart and _LABEL.match(_text(Run(run.pieces[place : place + _LABEL_PIECES]))):
            return parted(run, (run.left, piece.left))
    return line


def _text(run: Run) -> str:
    return "".join(piece.text for piece in run.pieces).strip()


def _kept(lines: list[list[Run]], second: float) -> list[list[Run]]:
    """The lines of one item: to the next number, or to what keeps to neither column."""
    kept, closed = [lines[0]], _text(lines[0][0]).endswith(".")
    for whole in lines[1:]:
        line = [part for run in whole for part in parted(run, (lines[0][0].left, second))]
        size = line[0].pieces[0].size
        if kept[-1][0].pieces[0].base - line[0].pieces[0].base > size * _APART or len(line) > 2:
            break
        left = [run for run in line if not _is_second(run, second)]
        if len(left) > 1 or any(run.right > second for run in left):
            break
        if left and (_MARK.match(_text(left[0])) or (closed and _text(left[0])[:1].isupper())):
            break
        closed = _text(left[0]).endswith(".") if left else closed
        kept.append(line)
    return kept


def _is_second(run: Run, second: float) -> bool:
    return abs(run.left - second) <= _NEAR


def _read(lines: list[list[Run]], second: float) -> Beside:
    left = [piece for line in lines for run in line if not _is_second(run, second) for piece in run.pieces]
    right = [piece for line in lines for run in line if _is_second(run, second) for piece in run.pieces]
    item = ""
    for row in rows_of(left):
        item = sewn(item, row.text)
    top = lines[0][0].pieces[0]
    return Beside(top.base + top.size, (item, *_labels(right)), frozenset(left + right))


def _labels(pieces: list[Piece]) -> list[str]:
    """Each label with what belongs to it, a person on each line if so it stands."""
    rows = rows_of(pieces)
    width = max((row.right - row.left for row in rows), default=0.0)
    starts = [place for place, row in enumerate(rows) if place == 0 or _LABEL.match(row.text)]
    ends = [*starts[1:], len(rows)]
    groups = [rows[start:end] for start, end in zip(starts, ends, strict=True)]
    return [text for group in groups for text in text_of_cell(group, width).split("\n")]
