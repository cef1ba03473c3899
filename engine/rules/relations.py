"""How one value may stand to another: before it, at least it, within it, equal to it, beginning with it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from engine.rules.folding import plain, same_text
from engine.rules.moments import IN_TIME
from engine.rules.quantities import as_day, as_number, as_span, as_text, later
from engine.rules.rule import Rule
from engine.rules.thing import Scene, Value

Relation = Callable[[Value, Value, Scene], bool | None]  # None where the values cannot be understood

_ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "at least": operator.ge,
    "not earlier": operator.ge,
    "at most": operator.le,
    "not later": operator.le,
    "more": operator.gt,
    "later": operator.gt,
    "less": operator.lt,
    "earlier": operator.lt,
}


def relation(rule: Rule) -> Relation:
    """Whether two values stand so to each other as the sentence says."""
    op = rule["op"]
    if op == "within":
        return _within
    if op in ("starts", "contains"):
        return _starts if op == "starts" else _contains
    if op in ("equals", "differs"):
        return _equal(rule, op == "equals")
    if op in IN_TIME:
        return _in_time(op, rule["period"])
    return _in_size(op, Fraction(rule["share"] or 1))


def _within(one: Value, other: Value, scene: Scene) -> bool | None:
    inner, outer = as_span(one), as_span(other)
    return outer[0] <= inner[0] and inner[1] <= outer[1] if inner and outer else None


def _starts(one: Value, other: Value, scene: Scene) -> bool:
    return plain(as_text(one)).startswith(plain(as_text(other)))


def _contains(one: Value, other: Value, scene: Scene) -> bool:
    return plain(as_text(other)) in plain(as_text(one))


def _in_time(op: str, period: str) -> Relation:
    stands = _ORDER[op]

    def in_time(one: Value, other: Value, scene: Scene) -> bool | None:
        day, bound = as_day(one), as_day(other)
        if day is None or bound is None:
            return None
        return stands(day, later(bound, period, scene) if period else bound)

    return in_time


def _in_size(op: str, share: Fraction) -> Relation:
    stands = _ORDER[op]

    def in_size(one: Value, other: Value, scene: Scene) -> bool | None:
        size, limit = as_number(one), as_number(other)
        return None if size is None or limit is None else stands(size, limit * share)

    return in_size


def _equal(rule: Rule, wanted: bool) -> Relation:
    of_words, share = rule["value type"] in ("code", "text"), Fraction(rule["share"] or 1)

    def equal(one: Value, other: Value, scene: Scene) -> bool:
        return (_same(one, other, share) if not of_words else same_text(as_text(one), as_text(other))) is wanted

    return equal


def _same(one: Value, other: Value, share: Fraction) -> bool:
    day, other_day = as_day(one), as_day(other)
    if day is not None and other_day is not None:
        return day == other_day
    number, other_number = as_number(one), as_number(other)
    if number is not None and other_number is not None:
        return number == other_number * share
    return same_text(as_text(one), as_text(other))
