"""Things by their days: counted for many subjects that share them, each with days of its own to count between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from engine.rules.linked import Fits
from engine.rules.thing import Scene, Thing

Window = tuple[date | None, date | None]
ANY_TIME: Window = (None, None)


class Tally(NamedTuple):
    """The days of some things in order, how many have none, and the days by their ids; `twice` of those of one id."""

    of: tuple[Sequence[Thing], Fits | None]  # held: it is found by the ids of these
    days: list[date]
    undated: int
    each: Mapping[str, date | None]
    twice: Mapping[str, list[date | None]]

    def within(self, own: str, window: Window) -> tuple[int, date | None]:
        """How many lie in a window besides a subject's own self, and the last day of theirs."""
        first, last = window
        start = bisect_left(self.days, first) if first else 0
        end = bisect_right(self.days, last) if last else len(self.days)
        found = max(end - start, 0) + (self.undated if window is ANY_TIME else 0)
        if own not in self.each:
            return found, self.days[end - 1] if end > start else None
        itself = self.twice.get(own) or [self.each[own]]
        left = [day for day in itself if day and (not first or first <= day) and (not last or day <= last)]
        found -= len(left) + (itself.count(None) if window is ANY_TIME else 0)
        while end > start and self.days[end - 1] in left:
            end -= 1
            left.remove(self.days[end])
        return found, self.days[end - 1] if end > start else None


def tally(scene: Scene, things: Sequence[Thing], fits: Fits | None) -> Tally:
    """The tally of those things that fit; of the very same things it is made once for a scene."""
    key = (id(things), id(fits))
    known = scene.worked_out.get(key)
    if known is None:
        known = scene.worked_out[key] = _tally(scene, things, fits)
    found: Tally = known
    return found


def _tally(scene: Scene, things: Sequence[Thing], fits: Fits | None) -> Tally:
    fitting = things if fits is None else [thing for thing in things if fits(thing, scene)]
    days = sorted([thing.day for thing in fitting if thing.day is not None])
    each = {thing.id: thing.day for thing in fitting}
    twice: dict[str, list[date | None]] = {}
    if len(each) < len(fitting):
        for thing in fitting:
            twice.setdefault(thing.id, []).append(thing.day)
    return Tally((things, fits), days, len(fitting) - len(days), each, twice)
