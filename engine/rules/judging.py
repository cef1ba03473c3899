"""A rule over a scene: who is judged, who fails and why, and from which day."""

from __future__ import annotations

from engine.rules.rule import Rule
from engine.rules.thing import Scene
from engine.rules.verdict import Holds, Reason, Verdict
from engine.rules.vocabulary import FORMS

JUDGES = {form.name: form.judge for form in FORMS}


def judge(rule: Rule, scene: Scene) -> Verdict:
    """What the rule comes to today. No subject, nothing to judge: satisfied."""
    found = JUDGES[rule.form](rule, scene)
    return Verdict(standing(found.reasons, scene), found.subjects, found.reasons)


def standing(reasons: tuple[Reason, ...], scene: Scene) -> Holds:
    """Any reason whose day has come makes it violated, any other one pending."""
    if any(reason.since is not None and reason.since <= scene.today for reason in reasons):
        return Holds.VIOLATED
    return Holds.PENDING if reasons else Holds.SATISFIED
