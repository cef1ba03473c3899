"""The side of a comparison where it is long: each value once, and the one that is the hardest to stand beside."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Any, NamedTuple

from engine.rules.linked import FEW, Side
from engine.rules.quantities import as_day, as_number, is_stated
from engine.rules.thing import Scene, Thing, Value

UPWARDS = frozenset({"at least", "not earlier", "more", "later"})
DOWNWARDS = frozenset({"at most", "not later", "less", "earlier"})
_DATELESS = frozenset({"permanent", "event", "recurring", "relative"})
_PLAINLY = frozenset({type(None), str, date, int})


class LongSide(NamedTuple):
    """`values` are those of a side without what was said before; `lowest` and `highest` are there if all are known."""

    of: Side  # held: it is found by the id of this
    values: Side
    lowest: tuple[Thing, Value] | None
    highest: tuple[Thing, Value] | None
    dateless: bool


def long_side(scene: Scene, side: Side, in_time: bool) -> LongSide:
    """A side as it is compared; of the very same side it is made once for a scene."""
    if len(side) <= FEW:
        return _long(side, in_time)
    key = (id(side), in_time)
    known = scene.worked_out.get(key)
    if known is None:
        known = scene.worked_out[key] = _long(side, in_time)
    found: LongSide = known
    return found


def _long(side: Side, in_time: bool) -> LongSide:
    first: dict[Hashable, tuple[Thing, Value]] = {}
    for n, each in enumerate(side):
        value = each[1]
        first.setdefault(n if isinstance(value, Mapping | tuple) else (type(value), value), each)
    values, understood = list(first.values()), as_day if in_time else as_number
    sizes: list[Any] = [understood(value) if is_stated(value) else None for _, value in values]
    if None in sizes:
        return LongSide(side, values, None, None, has_no_day(values))
    by_size = sorted(range(len(values)), key=sizes.__getitem__)
    return LongSide(side, values, values[by_size[0]], values[by_size[-1]], has_no_day(values))


def has_no_day(sides: Side) -> bool:
    """Whether a term is among them that by its kind names no day («постоянно»): it is not early or late."""
    for _, value in sides:
        if type(value) in _PLAINLY or not isinstance(value, Mapping):
            continue
        if as_day(value) is None and value.get("kind") in _DATELESS:
            return True
    return False


def hardest(op: str, left: LongSide, right: LongSide) -> tuple[tuple[Thing, Value], tuple[Thing, Value]] | None:
    """The two values that stand so to each other only if all do; None where none of them can be told from the rest."""
    one, other = (left.lowest, right.highest) if op in UPWARDS else (left.highest, right.lowest)
    return (one, other) if one and other and op in UPWARDS | DOWNWARDS else None
