"""Lines of print to paragraphs: a line runs on unless the next word had room in it, or the next line is set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from intake.formats.pdf_rows import Row
from intake.lines.seams import sewn

_MARK = re.compile(r"^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[а-яёa-z]\)|[IVX]{1,5}[.)]|[-–—•▪*])(?:\s|(?=[А-ЯЁ]))")
MARGIN = 85.0  # points; 3 cm, the widest margin that papers of offices have
_MEANT = 2.5  # points by which stretched lines never fall short
_DRAWN_IN = 50.0  # points; first lines are drawn in by less
_STRETCHED_LINES = 6  # full lines that must end at one place before they are taken for stretched
_RULED = "___"  # room for a signature
_CLOSED = (".", ";", ":", "!", "?")
_SHORTENED = re.compile(r"(?:^|[\s\d(])(?:г|гг|т|п|пп|ст|ул|им|руб|тыс|млн|с|д|пос|стр|см|др|пр|[А-ЯЁ])\.$")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: where its lines begin and end, how far they stand apart."""

    left: float
    right: float
    step: float
    indent: float = 0.0  # where first lines begin, if only first lines begin there
    edge: float = 0.0  # where all full lines end, if they are stretched to end at one place

    def centred(self, row: Row) -> bool:
        """Stands the line in the middle, clear of both sides?"""
        middle, clear = (self.left + self.right) / 2, row.size * 1.5
        inside = row.left > self.left + clear and row.right < self.right - clear
        # Where no line shows the right margin it is not known well; a short line in the midst is centred for sure.
        deep = min(row.left - self.left, self.right - row.right) > (self.right - self.left) / 6
        return inside and abs((row.left + row.right) / 2 - middle) < row.size * (1.8 if deep else 0.7)


def setting_of(rows: Sequence[Row], width: float) -> Setting:
    """The setting that most lines on pages of a width keep to."""
    if not rows:
        return Setting(0.0, 0.0, 0.0)
    lefts, rights = sorted(row.left for row in rows), sorted(row.right for row in rows)
    left, right = lefts[len(lefts) // 50], rights[-1 - len(rights) // 50]
    if sum(end > right - width * 0.08 for end in rights) < max(4, len(rows) // 8):
        right = max(right, width - max(left, MARGIN))  # no line is seen to be full: reckon with the usual margin
    steps = [
        one.base - other.base
        for one, other in pairwise(rows)
        if one.page == other.page and one.size * 0.8 < one.base - other.base < one.size * 3
    ]
    step = median(steps) if steps else rows[0].size * 1.2
    return Setting(left, right, step, _indent(rows, left, right), _edge(rows, left, right))


def _edge(rows: Sequence[Row], left: float, right: float) -> float:
    """Where lines end that are stretched to full width; 0 if they end where their words do."""
    full = [row.right for row in rows if row.right > right - (right - left) / 6]
    place, _ = Counter(round(end) for end in full).most_common(1)[0] if full else (0, 0)
    even = sum(abs(end - place) <= 1.0 for end in full)
    return float(place) if even >= _STRETCHED_LINES and even >= len(full) * 0.6 else 0.0


def _indent(rows: Sequence[Row], left: float, right: float) -> float:
    """Where first lines begin, if the lines that follow go back to the margin; 0 if nothing tells them apart."""
    at_margin = sum(row.left < left + row.size * 0.4 for row in rows)
    inside = Counter(round(row.left) for row in rows if left + row.size * 0.8 < row.left < (left + right) / 2)
    if not inside or at_margin * 4 < len(rows):
        return 0.0
    place, times = inside.most_common(1)[0]
    return float(place) if times >= 3 else 0.0


def runs_on(paragraph: list[Row], row: Row, setting: Setting) -> bool:
    """Does a paragraph go on in a row?"""
    last = paragraph[-1]
    if row.columns or _RULED in row.text or _RULED in last.text or _set_apart(last, row, setting):
        return False
    if last.columns:
        return _fills_column(last, row, setting)
    if _had_room(last, row, setting) or _elsewhere(paragraph, row, setting):
        return False
    if _back_at_margin(paragraph, row, setting):
        return True
    closed = _is_closed(last)
    if last.bold is not row.bold and closed:
        return False
    if last.page != row.page and closed and not row.text[:1].islower():
        return False
    if _MARK.match(row.text) and (closed or _begins_like(paragraph, row)):
        return False
    return not _indented(paragraph, row, setting)


def _fills_column(last: Row, row: Row, setting: Setting) -> bool:
    """Does the row go on in the last of several columns?"""
    under = row.left > setting.left + row.size and abs(row.left - last.tail) < row.size * 0.4
    return under and (row.text[:1].islower() or (not _had_room(last, row, setting) and not _is_closed(last)))


def _back_at_margin(paragraph: list[Row], row: Row, setting: Setting) -> bool:
    """Where first lines are drawn in, a line at the margin goes on, whatever it begins with."""
    if not setting.indent or abs(paragraph[0].left - setting.indent) > 1.0:
        return False
    return row.left < setting.left + row.size * 0.4


def _is_closed(row: Row) -> bool:
    return row.text.endswith(_CLOSED) and not _SHORTENED.search(row.text)


def _set_apart(last: Row, row: Row, setting: Setting) -> bool:
    if abs(last.size - row.size) > max(last.size, row.size) * 0.12:
        return True
    return last.page == row.page and last.base - row.base > setting.step * 1.3


def _had_room(last: Row, row: Row, setting: Setting) -> bool:
    """Would the first word of the row have fitted behind the last one? Then the author ended the line, not the page."""
    if (setting.centred(last) and setting.centred(row)) or _flush_right(last, row, setting):
        room = setting.right - setting.left - (last.right - last.left)
    else:
        if setting.edge and _is_closed(last) and setting.edge - last.right > _MEANT:
            return True  # a line that the page ended would have been stretched
        room = setting.right - last.right
    return row.first_word + last.size * 0.4 < room


def _flush_right(last: Row, row: Row, setting: Setting) -> bool:
    """Both end at one place and begin at different ones, clear of the margin: «Срок: …» set to the right."""
    clear = min(last.left, row.left) > setting.left + row.size * 0.8
    return clear and abs(last.right - row.right) < 2 and abs(last.left - row.left) > 1


def _elsewhere(paragraph: list[Row], row: Row, setting: Setting) -> bool:
    """Does the row begin where no line that goes on begins: further in than the last, far out, below a centred one?"""
    last = paragraph[-1]
    shift = row.left - last.left
    if _below_title(last, row, setting):
        return True
    if _wraps_to_the_right(last, row, setting):
        return False
    if shift > row.size * 0.8:
        hangs = len(paragraph) == 1 and bool(_MARK.match(last.text))
        return not hangs
    return -shift > (setting.right - setting.left) / 4


def _wraps_to_the_right(last: Row, row: Row, setting: Setting) -> bool:
    """A full line of a paragraph set to the right goes on in a short one that ends where it ended."""
    even = abs(last.right - row.right) < 2 and row.right > setting.right - row.size
    return even and not _is_closed(last) and not _MARK.match(row.text)


def _below_title(last: Row, row: Row, setting: Setting) -> bool:
    """Does the text begin below a centred line? A first line that is drawn in may look centred by chance."""
    if not setting.centred(last) or setting.centred(row) or abs(last.left - setting.indent) <= 1.0:
        return False
    aside = abs((last.left + last.right) - (setting.left + setting.right)) / 2
    clear = last.left - row.left > _DRAWN_IN
    return clear or (aside < last.size * 0.2 and row.text[:1].isupper() and not _is_closed(last))


def _begins_like(paragraph: list[Row], row: Row) -> bool:
    first = paragraph[0]
    clear = len(paragraph) > 1 and abs(paragraph[-1].left - row.left) > row.size * 0.4
    return abs(first.left - row.left) <= row.size * 0.4 and (clear or bool(_MARK.match(first.text)))


def _indented(paragraph: list[Row], row: Row, setting: Setting) -> bool:
    """Does the row begin where the first line before it began, as the next first line does?"""
    last = paragraph[-1]
    if last.page != row.page or len(paragraph) > 1:
        return False
    if setting.indent and abs(row.left - setting.indent) <= 1.0 and abs(last.left - setting.indent) <= 1.0:
        return True
    return _is_closed(last) and row.left >= last.left - row.size * 0.2


def text_of(paragraph: list[Row]) -> str:
    """The rows of a paragraph as one line."""
    text = ""
    for row in paragraph:
        text = sewn(text, row.text)
    return text
