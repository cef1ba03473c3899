"""Lines to paragraphs: a sentence that the page broke over several lines is whole again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intake.decisions.actions import starts_with_action
from intake.decisions.labels import labels_of_line
from intake.lines.markup import joined
from intake.lines.sections import Placed

_WIDE = 130  # a page of typewriter lines is narrower; longer lines are paragraphs already
_FULL = 0.6


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Adjacent lines that make one sentence or heading. `gap` says that a blank line stands before it."""

    lines: tuple[Placed, ...]
    gap: bool

    @property
    def head(self) -> Placed:
        """Its first line, which bears the mark."""
        return self.lines[0]

    @property
    def text(self) -> str:
        """Its words, without the mark."""
        first = self.head.rest or self.head.notice.words
        return joined([first, *(placed.notice.text for placed in self.lines[1:])])

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its lines."""
        return tuple(placed.notice.number for placed in self.lines)


def wrap_width(texts: Sequence[str]) -> int:
    """How wide the lines of a page are that was broken by hand or by a printer; 0 where each line is a paragraph."""
    lengths = sorted(len(text.strip()) for text in texts if text.strip())
    if len(lengths) < 4 or lengths[-1] > _WIDE * 1.5:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    return width if 40 <= width <= _WIDE else 0


def paragraphs(lines: Sequence[Placed], width: int, one_per_line: bool) -> list[Paragraph]:
    """The paragraphs among these lines; rows, votes and labels stand alone, pages between lines are passed over."""
    found: list[Paragraph] = []
    open_lines: list[Placed] = []
    gap = gap_before = False
    for placed in lines:
        one = placed.notice
        if one.page or one.rule:
            continue
        if one.blank:
            gap = True
            continue
        if open_lines and not gap and _goes_on(open_lines[-1], placed, width, one_per_line):
            open_lines.append(placed)
            continue
        if open_lines:
            found.append(Paragraph(tuple(open_lines), gap_before))
        open_lines, gap_before, gap = [placed], gap, False
    if open_lines:
        found.append(Paragraph(tuple(open_lines), gap_before))
    return found


def _goes_on(before: Placed, placed: Placed, width: int, one_per_line: bool) -> bool:
    one, last = placed.notice, before.notice
    if one.mark or one.row or last.row or placed.opens or (before.opens and not before.rest):
        return False
    if last.text.endswith(":") or labels_of_line(one.text) or labels_of_line(last.text):
        return False
    if one.line.bold != last.line.bold or one.line.centred != last.line.centred:
        return False
    closed = last.text.endswith((".", ";", "!", "?"))
    if one_per_line:
        return one.text[:1].islower() and not last.text.endswith((".", ";", "!", "?", ",")) and not one.acts
    if one.text[:1].islower():
        return not (closed and starts_with_action(one.text) and last.text.endswith(";"))
    return (
        bool(width)
        and len(last.line.text.strip()) >= _FULL * width
        and (not closed or len(last.line.text.strip()) >= 0.85 * width)
    )
