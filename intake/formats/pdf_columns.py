"""Tables without rules: lines of print whose texts begin at the same places, one column under the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from intake.formats.pdf_page import Piece
from intake.formats.pdf_rows import Row, print_lines, rows_of
from intake.formats.pdf_tables import text_of_cell

LEAST_COLUMNS = 3
_NEAR = 3.0  # points by which texts of one column may begin apart
_GAP = 0.35  # of the size of the letters, between texts of two columns
_APART = 2.2  # sizes between lines; what stands further off is another matter
_TOP = 3  # lines of a page within which the table of the page before may go on
NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,3})*[.)]?$")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one column on one line of print."""

    pieces: tuple[Piece, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(piece.right for piece in self.pieces if piece.text.strip())


@dataclass(frozen=True, slots=True)
class Columns:
    """A table by its columns: where each begins, the cells by row, and the pieces that are used up."""

    lefts: tuple[float, ...]
    top: float
    rows: tuple[tuple[str, ...], ...]
    pieces: frozenset[Piece]


def columns_of(pieces: list[Piece], expected: tuple[float, ...] = ()) -> list[Columns]:
    """The tables without rules on a page; `expected` are the columns of one that the page before may have left open."""
    lines = [runs for line in print_lines(pieces) if (runs := runs_of(line))]
    found: list[Columns] = []
    at = 0
    while at < len(lines):
        lefts = _lefts(lines, at, expected if not found else ())
        table = _kept(lines[at:], lefts) if lefts else []
        if table:
            found.append(_table(table, lefts))
        at += max(len(table), 1)
    return found


def runs_of(line: list[Piece]) -> list[Run]:
    """The texts that stand side by side on one line of print."""
    groups: list[list[Piece]] = []
    for piece in line:
        if not piece.text.strip() and not groups:
            continue
        before = groups[-1][-1] if groups else None
        blank = before is not None and (before.text.endswith(" ") or piece.text.startswith(" "))
        if before is None or (piece.left - before.right > piece.size * (1.8 if blank else _GAP) and piece.text.strip()):
            groups.append([piece])
        else:
            groups[-1].append(piece)
    return [Run(tuple(group)) for group in groups]


def _lefts(lines: list[list[Run]], at: int, expected: tuple[float, ...]) -> tuple[float, ...]:
    """The columns of a table that begins at a line: two lines near each other must agree on them."""
    first = [run.left for run in lines[at]]
    if expected and at < _TOP and _agree(first, expected) == len(first) and max(first) > expected[1] - _NEAR:
        return expected
    if len(first) < LEAST_COLUMNS:
        return ()
    for line in lines[at + 1 : at + 13]:
        other = [run.left for run in line]
        if len(other) >= LEAST_COLUMNS and _agree(other, tuple(first)) >= LEAST_COLUMNS:
            return tuple(first) if len(first) >= len(other) else tuple(other)
    return ()


def _agree(lefts: list[float], columns: tuple[float, ...]) -> int:
    return sum(any(abs(left - column) <= _NEAR for column in columns) for left in lefts)


def _kept(lines: list[list[Run]], lefts: tuple[float, ...]) -> list[list[Run]]:
    """The lines that keep to the columns, from the first on."""
    kept: list[list[Run]] = []
    for line in lines:
        if kept and kept[-1][0].pieces[0].base - line[0].pieces[0].base > line[0].pieces[0].size * _APART:
            break
        parts = [part for run in line for part in parted(run, lefts)]
        if not all(_fits(run, lefts) for run in parts):
            break
        kept.append(parts)
    return kept


def parted(run: Run, lefts: tuple[float, ...]) -> list[Run]:
    """A run that reaches close up to the next column may have been taken for one with the text there."""
    parts: list[list[Piece]] = []
    for piece in run.pieces:
        begins = any(abs(piece.left - left) <= 1.0 for left in lefts)
        if not parts or begins:
            parts.append([])
        parts[-1].append(piece)
    return [Run(tuple(part)) for part in parts if any(piece.text.strip() for piece in part)]


def _fits(run: Run, lefts: tuple[float, ...]) -> bool:
    column = _column(run, lefts)
    if abs(run.left - lefts[column]) > _NEAR:
        return False
    # A line that was broken at a blank may still hold it.
    return column == len(lefts) - 1 or run.right <= lefts[column + 1] + run.pieces[-1].size * 0.4


def _column(run: Run, lefts: tuple[float, ...]) -> int:
    return min(range(len(lefts)), key=lambda column: abs(run.left - lefts[column]))


def _table(lines: list[list[Run]], lefts: tuple[float, ...]) -> Columns:
    cells = [[[run for run in line if _column(run, lefts) == n] for n in range(len(lefts))] for line in lines]
    numbered = [bool(row[0]) and bool(NUMBER.match(_plain(row[0]))) for row in cells]
    full = [all(row) for row in cells]
    first = numbered if any(numbered) else full if sum(full) * 2 >= sum(bool(row[0]) for row in cells) else None
    starts = [
        place
        for place, row in enumerate(cells)
        if place == 0 or (first[place] if first else bool(row[0]) and sum(map(bool, row)) > 1)
    ]
    ends = [*starts[1:], len(cells)]
    widths = _widths(lines, lefts)
    rows = tuple(_row(cells[start:end], widths) for start, end in zip(starts, ends, strict=True))
    used = frozenset(piece for line in lines for run in line for piece in run.pieces)
    top = lines[0][0].pieces[0]
    return Columns(lefts, top.base + top.size, rows, used)


def _plain(runs: list[Run]) -> str:
    return "".join(piece.text for run in runs for piece in run.pieces).strip()


def _widths(lines: list[list[Run]], lefts: tuple[float, ...]) -> list[float]:
    """How wide the text of each column gets."""
    widths = [0.0] * len(lefts)
    for run in (run for line in lines for run in line):
        column = _column(run, lefts)
        widths[column] = max(widths[column], run.right - run.left)
    return widths


def _row(lines: list[list[list[Run]]], widths: list[float]) -> tuple[str, ...]:
    texts = []
    for column, width in enumerate(widths):
        pieces = [piece for line in lines for run in line[column] for piece in run.pieces]
        rows: list[Row] = rows_of(pieces)
        texts.append(text_of_cell(rows, width))
    return tuple(texts)
