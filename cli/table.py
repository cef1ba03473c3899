"""A table for a reader: columns fitted to the width of the screen, cells wrapped between words."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

GAP = 2
NARROW = 14  # a column of no more than this is never wrapped
LEAST = 9  # letters that a wrapped column keeps, however narrow the screen
WIDEST = 70  # a longer cell asks for no more room than this one
# What must not be torn apart: a surname and its initials, a number and its sign.
_TOGETHER = re.compile(r"(?<=[а-яёa-z]) (?=[А-ЯЁA-Z]\.)|(?<=[А-ЯЁA-Z]\.) (?=[А-ЯЁA-Z][.а-яё])|(?<=№) (?=\d)")


def laid_out(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int, most: int = 0, bold: bool = False) -> str:
    """The table as text; no line is longer than the width, no cell higher than `most` lines (0: as high as it is)."""
    if not heads:
        return ""
    widths = _widths(heads, rows, width)
    wrapped = [[_wrapped(cell, widths[n], most) for n, cell in enumerate(row)] for row in rows]
    head = _lines([_wrapped(cell, widths[n], 0) for n, cell in enumerate(heads)], widths)
    head = [f"\x1b[1m{line}\x1b[0m" for line in head] if bold else head
    rule = ("─" * width for width in widths)
    body = (line for row in wrapped for line in _lines(row, widths))
    return "\n".join([*head, (" " * GAP).join(rule), *body]) + "\n"


def _widths(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Narrow columns as wide as they are; the others share what is left by how much they have to say."""
    columns = [(heads[n], *(row[n] for row in rows)) for n in range(len(heads))]
    widths = [max(map(len, cells)) for cells in columns]
    left = width - GAP * (len(heads) - 1)
    if sum(widths) <= left:
        return widths
    broad = sorted((n for n, size in enumerate(widths) if size > NARROW), key=lambda n: widths[n])
    left -= sum(size for n, size in enumerate(widths) if n not in broad)
    share = max(LEAST, left // max(1, len(broad)))  # a word longer than that, as a path is, is torn
    least = {n: min(share, _longest_word(columns[n])) for n in broad}
    while broad:  # the narrowest first: what it does not need goes to the wider ones
        n, *others = broad
        asked = sum(min(widths[m], WIDEST) for m in broad)
        fair = max(least[n], left * min(widths[n], WIDEST) // asked)
        widths[n] = max(LEAST, min(widths[n], fair, left - sum(least[m] for m in others)))
        left -= widths[n]
        broad = others
    return widths


def _longest_word(cells: Sequence[str]) -> int:
    return max(LEAST, *(len(word) for cell in cells for word in _TOGETHER.sub("\xa0", cell).split(" ")))


def _wrapped(cell: str, width: int, most: int) -> list[str]:
    held = _TOGETHER.sub("\xa0", cell)
    lines = textwrap.wrap(held, width, break_on_hyphens=False, max_lines=most or None, placeholder="…") or [""]
    return [line.replace("\xa0", " ") for line in lines]


def _lines(cells: Sequence[list[str]], widths: Sequence[int]) -> list[str]:
    height = max(map(len, cells))
    padded = [[*cell, *[""] * (height - len(cell))] for cell in cells]
    rows = zip(*padded, strict=True)
    return [
        (" " * GAP).join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
