"""The straight lines of a page: what is drawn as lines or thin boxes, joined where they run on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from intake.formats.pdf_page import Matrix, Rule, place

THIN = 3.0  # points; what is thinner is a line
NEAR = 3.0  # points between lines that are meant to be one, or to meet
_SHORTEST = 4.0
MOST = 20_000  # rules of one page; a drawing has more, a table never
_STROKES = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
_FILLS = frozenset({b"f", b"F", b"f*"})
_ENDS = frozenset({b"n"})
Point = tuple[float, float]


@dataclass(slots=True)
class Path:
    """The path under construction."""

    _lines: list[tuple[Point, Point]] = field(default_factory=list)
    _boxes: list[tuple[Point, Point]] = field(default_factory=list)
    _pen: Point = (0.0, 0.0)
    _start: Point = (0.0, 0.0)
    _seen: int = 0

    def see(self, command: bytes, operands: Any, moved: Matrix) -> list[Rule]:
        """Build the path, and give its rules when it is drawn."""
        if command == b"re":
            x, y, width, height = (float(number) for number in operands)
            self._boxes.append((place(moved, x, y), place(moved, x + width, y + height)))
        elif command == b"m":
            self._pen = self._start = place(moved, float(operands[0]), float(operands[1]))
        elif command == b"l":
            end = place(moved, float(operands[0]), float(operands[1]))
            self._lines.append((self._pen, end))
            self._pen = end
        elif command == b"h":
            self._lines.append((self._pen, self._start))
        elif command in _STROKES or command in _FILLS or command in _ENDS:
            return self._drawn(command)
        return []

    def _drawn(self, command: bytes) -> list[Rule]:
        lines, boxes, self._lines, self._boxes = self._lines, self._boxes, [], []
        if command in _ENDS or self._seen > MOST:
            return []
        rules = [rule for box in boxes for rule in _edges(*box, stroked=command in _STROKES)]
        if command in _STROKES:
            rules += [rule for line in lines for rule in _straight(*line)]
        self._seen += len(rules)
        return rules


def _edges(one: Point, other: Point, *, stroked: bool) -> Iterator[Rule]:
    """A thin box is a line; of a stroked box each edge is one; a filled box is a background."""
    (left, right), (low, high) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if right - left <= THIN < high - low:
        yield Rule(True, (left + right) / 2, low, high)
    elif high - low <= THIN < right - left:
        yield Rule(False, (low + high) / 2, left, right)
    elif stroked and right - left > THIN:
        yield from (Rule(True, x, low, high) for x in (left, right))
        yield from (Rule(False, y, left, right) for y in (low, high))


def _straight(one: Point, other: Point) -> Iterator[Rule]:
    wide, tall = abs(one[0] - other[0]), abs(one[1] - other[1])
    if wide < 0.5 < tall:
        yield Rule(True, one[0], min(one[1], other[1]), max(one[1], other[1]))
    elif tall < 0.5 < wide:
        yield Rule(False, one[1], min(one[0], other[0]), max(one[0], other[0]))


def joined(rules: list[Rule]) -> list[Rule]:
    """Rules that run on into each other as one; Word draws the border of every cell apart."""
    result: list[Rule] = []
    for upright in (True, False):
        own = sorted((rule for rule in rules if rule.upright is upright), key=lambda rule: rule.at)
        for group in _lanes(own):
            at = sum(rule.at for rule in group) / len(group)
            group.sort(key=lambda rule: rule.low)
            low, high = group[0].low, group[0].high
            for rule in group:
                if rule.low > high + NEAR:
                    result.append(Rule(upright, at, low, high))
                    low, high = rule.low, rule.high
                high = max(high, rule.high)
            result.append(Rule(upright, at, low, high))
    return [rule for rule in result if rule.high - rule.low >= _SHORTEST]


def _lanes(rules: list[Rule]) -> Iterator[list[Rule]]:
    lane: list[Rule] = []
    for rule in rules:
        if lane and rule.at - lane[0].at > NEAR:
            yield lane
            lane = []
        lane.append(rule)
    if lane:
        yield lane
