"""What a page of a PDF draws: pieces of text with their places, and the straight rules that make tables."""

from __future__ import annotations

from dataclasses import dataclass, field

Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text shown in one go, from `left` to `right` on a base line; in points, upwards from the foot of the page."""

    left: float
    right: float
    base: float
    size: float
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, upright or level: `at` is its fixed coordinate, from `low` to `high` it runs along the other."""

    upright: bool
    at: float
    low: float
    high: float


@dataclass(slots=True)
class Page:
    """All that was drawn on a page; `turned` is text that does not stand upright: stamps, notes at the edge."""

    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    unreadable: int = 0  # signs whose font does not say which letters they are


def times(one: Matrix, other: Matrix) -> Matrix:
    """The two movements one after the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def place(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
