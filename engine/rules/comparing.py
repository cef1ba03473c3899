"""The judge of one value against another: of a subject, of what is linked with it, or written in the sentence."""

from __future__ import annotations

from typing import NamedTuple

from engine.rules.finding import Findings, Judge, latest, no_data
from engine.rules.linked import FEW, Side, Values, subjects_of, values_of
from engine.rules.moments import IN_TIME, turns
from engine.rules.quantities import as_day, as_text, is_stated, later
from engine.rules.relations import Relation, relation
from engine.rules.rule import Rule
from engine.rules.sides import LongSide, hardest, has_no_day, long_side
from engine.rules.thing import Scene, Thing, Value
from engine.rules.verdict import Reason


class Comparison(NamedTuple):
    """What a sentence compares, read out of its arguments once."""

    text: str
    op: str
    holds: Relation
    in_time: bool
    period: str
    written: bool  # the other side is a value that the sentence itself names
    moments: tuple[bool, bool]  # whether a side is a moment, which may be still to come
    of_days: bool  # whether values are shown as days


def compare(rule: Rule) -> Judge:
    """Each value of the one side against each of the other."""
    it, subjects = _comparison(rule), subjects_of(rule)
    left_of = values_of(rule["what"])
    right_of = _written(rule["value"]) if it.written else values_of(rule["other"])
    by_days, of_others = it.in_time or it.op == "within", "." in rule["what"] + rule["other"]

    def judged(scene: Scene) -> Findings:
        count = 0
        reasons: list[Reason] = []
        for subject in subjects(scene):
            left, right = left_of(subject, scene), right_of(subject, scene)
            if not left or not right:
                continue
            if of_others and (len(left) > FEW or len(right) > FEW):
                one, other = long_side(scene, left, it.in_time), long_side(scene, right, it.in_time)
                if by_days and (one.dateless or other.dateless):
                    continue
                fault = _first_of_many(it, scene, subject, one, other)
            elif by_days and has_no_day((*left, *right)):
                continue
            else:
                fault = _first_fault(it, scene, subject, left, right)
            count += 1
            if fault is not None:
                reasons.append(fault)
        return count, tuple(reasons)

    return judged


def _comparison(rule: Rule) -> Comparison:
    op, written = rule["op"], rule["other"] == ""
    return Comparison(
        rule.sentence.text,
        op,
        relation(rule),
        op in IN_TIME,
        rule["period"],
        written,
        (rule["type"] == "moment", rule["other type"] == "moment"),
        op in IN_TIME or "date" in (rule["other type"], rule["value type"]),
    )


def _written(value: str) -> Values:
    return lambda subject, scene: ((subject, value),)


def _first_fault(it: Comparison, scene: Scene, subject: Thing, left: Side, right: Side) -> Reason | None:
    for one in left:
        for other in right:
            fault = _fault(it, scene, subject, one, other)
            if fault is not None:
                return fault
    return None


def _first_of_many(it: Comparison, scene: Scene, subject: Thing, left: LongSide, right: LongSide) -> Reason | None:
    """The same where each against each takes too long: who stands beside the hardest stands beside all."""
    pair = hardest(it.op, left, right)
    if pair is None:
        return _first_fault(it, scene, subject, left.values, right.values)
    if _fault(it, scene, subject, *pair) is None:
        return None
    failing = (one for one in left.values if _fault(it, scene, subject, one, pair[1]) is not None)
    return _first_fault(it, scene, subject, [next(failing)], right.values)


def _fault(
    it: Comparison, scene: Scene, subject: Thing, one: tuple[Thing, Value], other: tuple[Thing, Value]
) -> Reason | None:
    left, right = one[1], other[1]
    if not is_stated(left) or not (it.written or is_stated(right)):
        return _with_moments(it, scene, subject, left, right) if it.in_time else no_data(it.text, subject)
    holds = it.holds(left, right, scene)
    if holds:
        return None
    if holds is None:
        return no_data(it.text, subject)
    facts = {"thing": subject.id, "what": it.text, "left": _shown(it, left), "right": _shown(it, right)}
    return Reason(subject.id, "reason-not-so", facts, latest((subject, one[0], other[0]), scene))


def _with_moments(it: Comparison, scene: Scene, subject: Thing, left: Value, right: Value) -> Reason | None:
    """A moment that has not come lies after today: what is true of all such days holds, what is of none does not."""
    missing_left, missing_right = not is_stated(left), not is_stated(right)
    of_moments = (not missing_left or it.moments[0]) and (not missing_right or it.moments[1])
    known = as_day(right) if missing_left else as_day(left)
    if not of_moments or known is None or (missing_left and missing_right):
        return no_data(it.text, subject)
    if missing_left and it.period:
        known = later(known, it.period, scene)
    since, until = turns("one" if missing_left else "other", it.op, known)
    return Reason(subject.id, "reason-moment", {"thing": subject.id, "what": it.text}, since, until)


def _shown(it: Comparison, value: Value) -> str:
    day = as_day(value) if it.of_days else None
    return day.strftime("%d.%m.%Y") if day else as_text(value) or "—"
