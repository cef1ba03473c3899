"""A rule of a pack over a scene: conditions leave out whom they do not concern, demands judge the others."""

from __future__ import annotations

from engine.rules.judging import judge, standing
from engine.rules.linked import linked, qualified
from engine.rules.pack_rule import PackRule
from engine.rules.rule import Rule
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Verdict


def apply(rule: PackRule, scene: Scene) -> Verdict:
    """What the rule comes to today, over all things that it concerns."""
    concerned = _concerned(rule, scene)
    ids = {thing.id for thing in concerned}
    reasons = []
    for demand in rule.then:
        theirs = ids | _others(demand, rule, concerned, scene)
        reasons += [reason for reason in judge(demand, scene).reasons if reason.thing in theirs]
    return Verdict(standing(tuple(reasons), scene), len(concerned), tuple(reasons))


def _concerned(rule: PackRule, scene: Scene) -> list[Thing]:
    """«Если» asks what holds today: what is false and what is not known leave a thing out alike."""
    things = _candidates(rule, scene)
    for condition in rule.given:
        failing = {reason.thing for reason in judge(condition, scene).reasons}
        things = [t for t in things if not failing & ({t.id} | _others(condition, rule, [t], scene))]
    return things


def _candidates(rule: PackRule, scene: Scene) -> list[Thing]:
    """The things of the «Дано», with its qualifications, which every sentence about them bears."""
    about = [each for each in (*rule.given, *rule.then) if (each.subject or scene.case.kind) == rule.subject]
    asked = [fits for each in about if (fits := qualified(each, "subject"))]
    return [thing for thing in scene.of_kind(rule.subject) if all(fits(thing, scene) for fits in asked)]


def _others(sentence: Rule, rule: PackRule, concerned: list[Thing], scene: Scene) -> set[str]:
    """Whom a sentence is about that names other things than the «Дано»: those linked with the things concerned."""
    kind = sentence.subject or scene.case.kind
    if kind == rule.subject:
        return set()
    return {other.id for thing in concerned for other in linked(scene, thing, kind)}
