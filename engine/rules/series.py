"""Judges of several values at once: no two alike, growing from year to year."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise

from engine.rules.finding import Findings, Judge, latest, no_data
from engine.rules.folding import plain
from engine.rules.linked import subjects_of, values_of
from engine.rules.quantities import as_series, as_text, is_stated
from engine.rules.rule import Rule
from engine.rules.thing import Scene, Thing, Value
from engine.rules.verdict import Reason

_MOVES: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "grows": operator.lt,
    "does not fall": operator.le,
    "falls": operator.gt,
}


def _found(rule: Rule) -> Callable[[Scene], list[tuple[Thing, Value]]]:
    """Each value that the sentence looks at, with the subject that it is looked at for."""
    subjects, what = subjects_of(rule), values_of(rule["what"])
    return lambda scene: [(subject, value) for subject in subjects(scene) for _, value in what(subject, scene)]


def unique(rule: Rule) -> Judge:
    """No two subjects of a case share a value; those without one are not asked."""
    found_in, text = _found(rule), rule.sentence.text

    def judged(scene: Scene) -> Findings:
        seen: dict[str, Thing] = {}
        reasons = []
        found = found_in(scene)
        for subject, value in found:
            if not is_stated(value):
                continue
            written = as_text(value)
            first = seen.setdefault(plain(written), subject)
            if first.id != subject.id:
                facts = {"thing": subject.id, "what": text, "left": written, "right": first.id}
                reasons.append(Reason(subject.id, "reason-repeated", facts, latest((first, subject), scene)))
        return len({subject.id for subject, _ in found}), tuple(reasons)

    return judged


def trend(rule: Rule) -> Judge:
    """Year by year: grows, does not fall, falls."""
    found_in, text, moves = _found(rule), rule.sentence.text, _MOVES[rule["op"]]

    def judged(scene: Scene) -> Findings:
        found = found_in(scene)
        faults = (_off_course(text, moves, scene, subject, value) for subject, value in found)
        return len(found), tuple(fault for fault in faults if fault is not None)

    return judged


def _off_course(
    text: str, moves: Callable[[Fraction, Fraction], bool], scene: Scene, subject: Thing, value: Value
) -> Reason | None:
    """The first two values in a row that do not move as they should."""
    series = as_series(value)
    if not series:
        return no_data(text, subject)
    for (_, one), (_, other) in pairwise(series):
        if not moves(one, other):
            facts = {"thing": subject.id, "what": text, "left": _number(one), "right": _number(other)}
            return Reason(subject.id, "reason-trend", facts, latest((subject,), scene))
    return None


def _number(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"
