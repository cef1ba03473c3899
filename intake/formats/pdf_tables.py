"""Tables of a page: the grids that its rules make, merged cells among them, with the text that stands in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.formats.pdf_page import Piece, Rule
from intake.formats.pdf_rows import Row, rows_of
from intake.formats.pdf_rules import NEAR, joined
from intake.lines.seams import sewn

MOST_RULES = 800  # after joining; more is a drawing
PADDING = 16.0  # both sides of a cell together, at most


_INITIALS = re.compile(r"[А-ЯЁ]\. ?[А-ЯЁ]\.,?$")
_PERSON = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? [А-ЯЁ]\. ?[А-ЯЁ]\.")
_ONE_WORD = re.compile(r"[А-Яа-яё]{4,}")
_WORD_PART = re.compile(r"[а-яё]+")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as drawn: `xs` from left to right, `ys` from top to bottom, `region` of each field (row, column)."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    region: dict[tuple[int, int], int]

    def holds(self, piece: Piece) -> bool:
        """Stands the piece in the table?"""
        middle = (piece.left + piece.right) / 2
        return self.xs[0] < middle < self.xs[-1] and self.ys[-1] - 1 < piece.base + piece.size / 4 < self.ys[0]

    def field_of(self, piece: Piece) -> tuple[int, int]:
        """The row and column of a piece that stands in the table."""
        middle, height = (piece.left + piece.right) / 2, piece.base + piece.size / 4
        row = next((r for r, y in enumerate(self.ys[1:]) if height > y), len(self.ys) - 2)
        column = next((c for c, x in enumerate(self.xs[1:]) if middle < x), len(self.xs) - 2)
        return row, column


def grids(rules: list[Rule]) -> list[Grid]:
    """The tables that rules make, from top to bottom; a frame round one field is none."""
    lines = joined(rules)
    if len(lines) > MOST_RULES:
        return []
    found = [grid for group in _crossing(lines) if (grid := _grid(group))]
    return sorted(found, key=lambda grid: -grid.ys[0])


def _crossing(lines: list[Rule]) -> Iterator[list[Rule]]:
    """Groups of rules that touch."""
    left = list(lines)
    while left:
        group, reached = [left.pop()], 0
        while reached < len(group):
            one = group[reached]
            met = [other for other in left if _meet(one, other)]
            left = [other for other in left if not _meet(one, other)]
            group += met
            reached += 1
        yield group


def _meet(one: Rule, other: Rule) -> bool:
    if one.upright is other.upright:
        return False
    return one.low - NEAR <= other.at <= one.high + NEAR and other.low - NEAR <= one.at <= other.high + NEAR


def _grid(group: list[Rule]) -> Grid | None:
    if len({rule.upright for rule in group}) < 2:
        return None
    xs = _places([rule.at for rule in group if rule.upright] + _ends(group, upright=False))
    ys = _places([rule.at for rule in group if not rule.upright] + _ends(group, upright=True))[::-1]
    if len(xs) < 3 or len(ys) < 2:
        return None
    region: dict[tuple[int, int], int] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) not in region:
                _spread(group, xs, ys, (row, column), region)
    return Grid(tuple(xs), tuple(ys), region) if len(set(region.values())) > 1 else None


def _ends(group: list[Rule], upright: bool) -> list[float]:
    """Where all rules of one kind end: a table may be open at its sides, or where the page breaks it."""
    own = [rule for rule in group if rule.upright is upright]
    low, high = min(rule.low for rule in own), max(rule.high for rule in own)
    lows, highs = sum(rule.low < low + NEAR for rule in own), sum(rule.high > high - NEAR for rule in own)
    return [low] * (lows > 1) + [high] * (highs > 1)


def _places(numbers: list[float]) -> list[float]:
    places: list[float] = []
    for number in sorted(numbers):
        if not places or number - places[-1] > NEAR:
            places.append(number)
    return places


def _spread(
    group: list[Rule], xs: list[float], ys: list[float], start: tuple[int, int], region: dict[tuple[int, int], int]
) -> None:
    """Give a field and all that no rule parts from it the same number: they are one merged cell."""
    ordinal, waiting = len(region), [start]
    while waiting:
        row, column = waiting.pop()
        if (row, column) in region or not (0 <= row < len(ys) - 1 and 0 <= column < len(xs) - 1):
            continue
        region[row, column] = ordinal
        height, middle = (ys[row] + ys[row + 1]) / 2, (xs[column] + xs[column + 1]) / 2
        sides = ((row, column + 1, xs[column + 1], height, True), (row, column - 1, xs[column], height, True))
        ends = ((row + 1, column, ys[row + 1], middle, False), (row - 1, column, ys[row], middle, False))
        for next_row, next_column, at, across, upright in (*sides, *ends):
            if not any(_parts(rule, at, across, upright) for rule in group):
                waiting.append((next_row, next_column))


def _parts(rule: Rule, at: float, across: float, upright: bool) -> bool:
    return rule.upright is upright and abs(rule.at - at) <= NEAR and rule.low <= across <= rule.high


def cells_of(grid: Grid, pieces: list[Piece]) -> list[tuple[str, ...]]:
    """The rows of a table, the text of a merged cell in each field that it covers."""
    inside: dict[int, list[Piece]] = {}
    for piece in pieces:
        inside.setdefault(grid.region[grid.field_of(piece)], []).append(piece)
    spans = _widths(grid)
    lines = {region: rows_of(own) for region, own in inside.items()}
    widest: dict[tuple[int, int], float] = {}
    for region, rows in lines.items():
        width = max((row.right - row.left for row in rows), default=0.0)
        widest[spans[region]] = max(widest.get(spans[region], 0.0), width)
    texts = {
        region: text_of_cell(rows, max(widest[spans[region]], _width(grid, spans[region]) - PADDING))
        for region, rows in lines.items()
    }
    columns = range(len(grid.xs) - 1)
    return [tuple(texts.get(grid.region[row, column], "") for column in columns) for row in range(len(grid.ys) - 1)]


def _widths(grid: Grid) -> dict[int, tuple[int, int]]:
    """The first and the last column of each merged cell."""
    spans: dict[int, tuple[int, int]] = {}
    for (_, column), region in grid.region.items():
        first, last = spans.get(region, (column, column))
        spans[region] = min(first, column), max(last, column)
    return spans


def _width(grid: Grid, columns: tuple[int, int]) -> float:
    return grid.xs[columns[1] + 1] - grid.xs[columns[0]]


def text_of_cell(rows: list[Row], width: float) -> str:
    """The paragraphs of a cell: a line goes on in the next unless the next word would have had room in it."""
    text = ""
    for before, row in zip([None, *rows], rows, strict=False):
        if before is None:
            text = row.text
            continue
        room = width - (before.right - before.left)
        head, _, tail = text.rpartition("\n")
        if _ends_here(before, row, room):
            text += "\n" + row.text
        elif _is_cut(before.text, row.text, room - before.size):
            text += row.text
        else:
            text = f"{head}\n{sewn(tail, row.text)}" if head else sewn(tail, row.text)
    return text


def _ends_here(before: Row, row: Row, room: float) -> bool:
    if _INITIALS.search(before.text) and _PERSON.match(row.text):
        return True  # a person on each line
    if row.text[:1].islower() and not before.text.endswith((".", ";", ":", ",")):
        return False
    return row.first_word + before.size / 3 < room


def _is_cut(before: str, text: str, room: float) -> bool:
    """Was a word cut because the column is narrower than it is? Only the dictionary tells it from two words."""
    word, rest = _ONE_WORD.fullmatch(before), _WORD_PART.match(text)
    if word is None or rest is None or room > 0:
        return False
    from engine.morphology import parse

    whole, apart = parse(before.lower() + rest[0]), parse(rest[0])
    return whole[0].known and (len(rest[0]) < 4 or not apart[0].known)
