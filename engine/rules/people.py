"""Judges of lists of people: no common member, all of one among the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from engine.rules.finding import Findings
from engine.rules.linked import Stated, subjects, values
from engine.rules.quantities import as_names, is_stated
from engine.rules.rule import Rule
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Reason

Names = dict[str, str]  # spelling folded → as written


def apart(rule: Rule, scene: Scene) -> Findings:
    """Nobody stands in both lists."""
    return _lists(rule, scene, "reason-shared", lambda one, other: one.keys() & other.keys())


def among(rule: Rule, scene: Scene) -> Findings:
    """Everybody of the one list stands in the other."""
    return _lists(rule, scene, "reason-not-among", lambda one, other: one.keys() - other.keys())


def _lists(rule: Rule, scene: Scene, code: str, wrong: Callable[[Names, Names], set[str]]) -> Findings:
    judged, reasons = 0, []
    for subject in subjects(rule, scene):
        left, right = values(rule["what"], subject, scene), values(rule["other"], subject, scene)
        if not left or not right:
            continue
        judged += 1
        facts = {"thing": subject.id, "what": rule.sentence.text}
        if not _known(left) or not _known(right):
            reasons.append(Reason(subject.id, "reason-no-data", facts))
            continue
        one, other = _names(left), _names(right)
        found = wrong(one, other)
        if found:
            who = ", ".join(one[name] for name in sorted(found))
            reasons.append(Reason(subject.id, code, {**facts, "left": who}, _since(scene, subject, left, right)))
    return Findings(judged, tuple(reasons))


def _known(side: tuple[Stated, ...]) -> bool:
    return any(is_stated(stated.value) for stated in side)


def _names(side: tuple[Stated, ...]) -> dict[str, str]:
    return {folded: name for stated in side for folded, name in as_names(stated.value).items()}


def _since(scene: Scene, subject: Thing, *sides: tuple[Stated, ...]) -> date:
    things = [subject, *(stated.thing for side in sides for stated in side)]
    return max((thing.day for thing in things if thing.day), default=scene.case.day or scene.today)
