"""Judges of values: one against another, no two alike, growing from year to year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from itertools import pairwise

from engine.rules.counting import NEXT
from engine.rules.finding import Findings
from engine.rules.folding import plain, same_text
from engine.rules.linked import Stated, subjects, values
from engine.rules.quantities import as_day, as_number, as_series, as_span, as_text, is_stated, later
from engine.rules.rule import Rule
from engine.rules.thing import Scene, Thing, Value
from engine.rules.verdict import Reason

_IN_TIME = frozenset({"earlier", "not earlier", "later", "not later"})
_DATELESS = frozenset({"permanent", "event", "recurring", "relative"})

_ORDER: Mapping[str, Callable[[Fraction | date, Fraction | date], bool]] = {
    "at least": lambda one, other: one >= other,  # type: ignore[operator]
    "not earlier": lambda one, other: one >= other,  # type: ignore[operator]
    "at most": lambda one, other: one <= other,  # type: ignore[operator]
    "not later": lambda one, other: one <= other,  # type: ignore[operator]
    "more": lambda one, other: one > other,  # type: ignore[operator]
    "later": lambda one, other: one > other,  # type: ignore[operator]
    "less": lambda one, other: one < other,  # type: ignore[operator]
    "earlier": lambda one, other: one < other,  # type: ignore[operator]
}


def compare(rule: Rule, scene: Scene) -> Findings:
    """Each value of the one side against each of the other."""
    judged, reasons = 0, []
    for subject in subjects(rule, scene):
        left = values(rule["what"], subject, scene)
        right = values(rule["other"], subject, scene) if rule["other"] else (Stated(subject, rule["value"]),)
        if not left or not right or any(_has_no_day(rule, side.value) for side in (*left, *right)):
            continue
        judged += 1
        faults = [fault for one in left for other in right if (fault := _fault(rule, scene, subject, one, other))]
        reasons += faults[:1]
    return Findings(judged, tuple(reasons))


def _has_no_day(rule: Rule, value: Value) -> bool:
    """A term that by its kind names no day («постоянно») is not early or late."""
    return (
        rule["op"] in (*_IN_TIME, "within")
        and isinstance(value, Mapping)
        and as_day(value) is None
        and value.get("kind") in _DATELESS
    )


def _fault(rule: Rule, scene: Scene, subject: Thing, one: Stated, other: Stated) -> Reason | None:
    missing_one, missing_other = not is_stated(one.value), rule["other"] != "" and not is_stated(other.value)
    if missing_one or missing_other:
        if rule["op"] in _IN_TIME:
            return _with_moments(rule, scene, subject, one, other)
        return _no_data(rule, subject)
    holds = _holds(rule, scene, one.value, other.value)
    if holds is None:
        return _no_data(rule, subject)
    return None if holds else _not_so(rule, subject, one, other, _wrong_since(scene, subject, one, other))


def _wrong_since(scene: Scene, subject: Thing, one: Stated, other: Stated) -> date:
    """The day of the latest fact that makes it wrong."""
    days = [thing.day for thing in (subject, one.thing, other.thing) if thing.day]
    return max(days, default=scene.case.day or scene.today)


def _with_moments(rule: Rule, scene: Scene, subject: Thing, one: Stated, other: Stated) -> Reason | None:
    """A moment that has not come lies after today: what is true of all such days holds, what is of none does not."""
    missing_one, missing_other = not is_stated(one.value), not is_stated(other.value)
    for missing, side in ((missing_one, "type"), (missing_other, "other type")):
        if missing and rule[side] != "moment":
            return _no_data(rule, subject)
    op, known = rule["op"], as_day(other.value) if missing_one else as_day(one.value)
    if known is None or (missing_one and missing_other):
        return _no_data(rule, subject)
    if missing_one and rule["period"]:
        known = later(known, rule["period"], scene)
    since, until = _turns("one" if missing_one else "other", op, known)
    return Reason(subject.id, "reason-moment", _facts(rule, subject), since, until)


def _turns(missing: str, op: str, known: date) -> tuple[date | None, date | None]:
    """From which day it is wrong, and from which it holds by itself, as long as the missing moment does not come."""
    if missing == "other":
        # «начало не раньше закрытия», not closed yet: known against a day after today.
        since = {"later": known, "not earlier": known}.get(op)
        until = {"earlier": known, "not later": _before(known)}.get(op)
    else:
        since = {"earlier": known, "not later": _after(known)}.get(op)
        until = {"later": known, "not earlier": _before(known)}.get(op)
    return since, until


def _before(day: date) -> date:
    return day - NEXT if day > date.min else day


def _after(day: date) -> date:
    return day + NEXT if day < date.max else day


def _holds(rule: Rule, scene: Scene, one: Value, other: Value) -> bool | None:
    """Whether two values stand so to each other; None where they cannot be understood."""
    op = rule["op"]
    if op == "within":
        inner, outer = as_span(one), as_span(other)
        return outer[0] <= inner[0] and inner[1] <= outer[1] if inner and outer else None
    if op in ("starts", "contains"):
        text, part = plain(as_text(one)), plain(as_text(other))
        return text.startswith(part) if op == "starts" else part in text
    if op in ("equals", "differs"):
        return _equal(rule, one, other) == (op == "equals")
    if op in _IN_TIME:
        day, bound = as_day(one), as_day(other)
        if day is None or bound is None:
            return None
        return _ORDER[op](day, later(bound, rule["period"], scene) if rule["period"] else bound)
    size, limit = as_number(one), as_number(other)
    return None if size is None or limit is None else _ORDER[op](size, limit * Fraction(rule["share"] or 1))


def _equal(rule: Rule, one: Value, other: Value) -> bool:
    if rule["value type"] in ("code", "text"):
        return same_text(as_text(one), as_text(other))
    for understood in (as_day, as_number):
        left, right = understood(one), understood(other)
        if left is not None and right is not None:
            return left == (right * Fraction(rule["share"] or 1) if isinstance(right, Fraction) else right)
    return same_text(as_text(one), as_text(other))


def unique(rule: Rule, scene: Scene) -> Findings:
    """No two subjects of a case share a value; those without one are not asked."""
    seen: dict[str, Thing] = {}
    reasons = []
    found = [(subject, stated) for subject in subjects(rule, scene) for stated in values(rule["what"], subject, scene)]
    for subject, stated in found:
        if not is_stated(stated.value):
            continue
        text = plain(as_text(stated.value))
        first = seen.setdefault(text, subject)
        if first.id != subject.id:
            since = max((t.day for t in (first, subject) if t.day), default=scene.case.day or scene.today)
            facts = {**_facts(rule, subject), "left": as_text(stated.value), "right": first.id}
            reasons.append(Reason(subject.id, "reason-repeated", facts, since))
    return Findings(len({subject.id for subject, _ in found}), tuple(reasons))


def trend(rule: Rule, scene: Scene) -> Findings:
    """Year by year: grows, does not fall, falls."""
    reasons = []
    found = [(subject, stated) for subject in subjects(rule, scene) for stated in values(rule["what"], subject, scene)]
    for subject, stated in found:
        series = as_series(stated.value)
        if not series:
            reasons.append(_no_data(rule, subject))
            continue
        wrong = next((pair for pair in pairwise(series) if not _moves(rule["op"], pair[0][1], pair[1][1])), None)
        if wrong is not None:
            facts = {**_facts(rule, subject), "left": _number(wrong[0][1]), "right": _number(wrong[1][1])}
            since = subject.day or scene.case.day or scene.today
            reasons.append(Reason(subject.id, "reason-trend", facts, since))
    return Findings(len(found), tuple(reasons))


def _moves(op: str, one: Fraction, other: Fraction) -> bool:
    return {"grows": one < other, "does not fall": one <= other, "falls": one > other}[op]


def _number(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"


def _facts(rule: Rule, subject: Thing) -> dict[str, str]:
    return {"thing": subject.id, "what": rule.sentence.text}


def _no_data(rule: Rule, subject: Thing) -> Reason:
    return Reason(subject.id, "reason-no-data", _facts(rule, subject))


def _not_so(rule: Rule, subject: Thing, one: Stated, other: Stated, since: date) -> Reason:
    facts = {**_facts(rule, subject), "left": _shown(rule, one.value), "right": _shown(rule, other.value)}
    return Reason(subject.id, "reason-not-so", facts, since)


def _shown(rule: Rule, value: Value) -> str:
    day = as_day(value)
    of_days = rule["op"] in _IN_TIME or "date" in (rule["other type"], rule["value type"])
    return day.strftime("%d.%m.%Y") if day and of_days else as_text(value) or "—"
