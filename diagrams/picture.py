"""A picture before ink: boxes, arrows and marks as frozen values that know neither workflows nor colours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How far what a box stands for has come. Renderers tell the tones apart in black and white, too."""

    PLAIN = "plain"
    EMPTY = "empty"
    PLANNED = "planned"
    BEGUN = "begun"
    DONE = "done"
    ALARM = "alarm"


class Stroke(StrEnum):
    """What kind of arrow leads from one box to another."""

    FIRM = "firm"
    OFFERED = "offered"  # proposed, not enforced
    WRONG = "wrong"  # contradicts the dates, or leads nowhere
    WAITS = "waits"  # waits for what the other end brings, and in vain


class Mark(StrEnum):
    """What stands out among boxes and arrows whatever their tone."""

    CURRENT = "current"
    HEAVY = "heavy"


@dataclass(frozen=True, slots=True)
class Node:
    """A box: a title and a few lines below it. Ids are the picture's own and never come from data."""

    id: str
    title: str
    lines: tuple[str, ...] = ()
    tone: Tone = Tone.PLAIN
    current: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow between two boxes."""

    source: str
    target: str
    label: tuple[str, ...] = ()
    stroke: Stroke = Stroke.FIRM
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """A line of the legend: what one tone, stroke or mark says."""

    sample: Tone | Stroke | Mark
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All there is to draw. `rows` are boxes that stand side by side, from left to right; rows go from top to bottom.

    Without rows the boxes flow along the arrows, from left to right if `across`, else downwards.
    """

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    subtitle: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    across: bool = False
    legend: tuple[Meaning, ...] = ()
    notes: tuple[str, ...] = ()
