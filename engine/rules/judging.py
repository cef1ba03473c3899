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
    reasons = tuple(reason for reason in found.reasons if reason.until is None or scene.today < reason.until)
    return Verdict(standing(reasons, scene), found.subjects, reasons)


def reasons_ever(rule: Rule, scene: Scene) -> tuple[Reason, ...]:
    """What speaks against it on one day or another, as far as one knows now; the day of the scene plays no part."""
    return JUDGES[rule.form](rule, scene).reasons


def standing(reasons: tuple[Reason, ...], scene: Scene) -> Holds:
    """Any reason whose day has come makes it violated, any other one pending."""
    if any(reason.since is not None and reason.since <= scene.today for reason in reasons):
        return Holds.VIOLATED
    return Holds.PENDING if reasons else Holds.SATISFIED
