"""Judges of lists of people: no common member, all of one among the other."""

from __future__ import annotations

from collections.abc import Callable

from engine.rules.finding import Findings, Judge, latest, no_data
from engine.rules.linked import Side, subjects_of, values_of
from engine.rules.quantities import as_names, is_stated
from engine.rules.rule import Rule
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Reason

Names = dict[str, str]  # spelling folded → as written
Wrong = Callable[[Names, Names], set[str]]


def apart(rule: Rule) -> Judge:
    """Nobody stands in both lists."""
    return _lists(rule, "reason-shared", lambda one, other: one.keys() & other.keys())


def among(rule: Rule) -> Judge:
    """Everybody of the one list stands in the other."""
    return _lists(rule, "reason-not-among", lambda one, other: one.keys() - other.keys())


def _lists(rule: Rule, code: str, wrong: Wrong) -> Judge:
    text, subjects = rule.sentence.text, subjects_of(rule)
    left_of, right_of = values_of(rule["what"]), values_of(rule["other"])

    def judged(scene: Scene) -> Findings:
        count = 0
        reasons: list[Reason] = []
        for subject in subjects(scene):
            left, right = left_of(subject, scene), right_of(subject, scene)
            if not left or not right:
                continue
            count += 1
            if not _known(left) or not _known(right):
                reasons.append(no_data(text, subject))
                continue
            who = _who(wrong, left, right)
            if who:
                facts = {"thing": subject.id, "what": text, "left": who}
                reasons.append(Reason(subject.id, code, facts, latest(_looked_at(subject, left, right), scene)))
        return count, tuple(reasons)

    return judged


def _who(wrong: Wrong, left: Side, right: Side) -> str:
    one = _names(left)
    return ", ".join(one[name] for name in sorted(wrong(one, _names(right))))


def _known(side: Side) -> bool:
    return any(is_stated(value) for _, value in side)


def _names(side: Side) -> Names:
    return {folded: name for _, value in side for folded, name in as_names(value).items()}


def _looked_at(subject: Thing, left: Side, right: Side) -> list[Thing]:
    return [subject, *(thing for thing, _ in left), *(thing for thing, _ in right)]
