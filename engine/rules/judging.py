"""A rule over a scene: who is judged, who fails and why, and from which day."""

from __future__ import annotations

from engine.rules.finding import Judge
from engine.rules.rule import Rule
from engine.rules.thing import Scene
from engine.rules.verdict import Holds, Reason, Verdict
from engine.rules.vocabulary import FORMS

JUDGES = {form.name: form.judge for form in FORMS}
KEPT = 4_000  # sentences: a workspace has a handful of regulations, each in a few versions, of some hundred at most
_READY: dict[int, tuple[Rule, Judge]] = {}


def judge(rule: Rule, scene: Scene) -> Verdict:
    """What the rule comes to today. No subject, nothing to judge: satisfied."""
    ready = _READY.get(id(rule)) or _read(rule)
    subjects, reasons = ready[1](scene)
    return _today(subjects, reasons, scene) if reasons else Verdict(Holds.SATISFIED, subjects)


def failing(rule: Rule, scene: Scene) -> Verdict | None:
    """The same for whoever has nothing to say of a rule that holds."""
    ready = _READY.get(id(rule)) or _read(rule)
    subjects, reasons = ready[1](scene)
    verdict = _today(subjects, reasons, scene) if reasons else None
    return None if verdict is None or verdict.holds is Holds.SATISFIED else verdict


def reasons_ever(rule: Rule, scene: Scene) -> tuple[Reason, ...]:
    """What speaks against it on one day or another, as far as one knows now; the day of the scene plays no part."""
    ready = _READY.get(id(rule)) or _read(rule)
    return ready[1](scene)[1]


def _today(subjects: int, reasons: tuple[Reason, ...], scene: Scene) -> Verdict:
    """What the reasons come to that speak against a rule on one day or another."""
    reasons = tuple(reason for reason in reasons if reason.until is None or scene.today < reason.until)
    return Verdict(standing(reasons, scene), subjects, reasons)


def _read(rule: Rule) -> tuple[Rule, Judge]:
    """What judges a sentence: its arguments are read once. It goes by the very rule, which never changes."""
    if len(_READY) >= KEPT:
        _READY.clear()
    ready = _READY[id(rule)] = (rule, JUDGES[rule.form](rule))  # who is held keeps its id
    return ready


def standing(reasons: tuple[Reason, ...], scene: Scene) -> Holds:
    """Any reason whose day has come makes it violated, any other one pending."""
    if any(reason.since is not None and reason.since <= scene.today for reason in reasons):
        return Holds.VIOLATED
    return Holds.PENDING if reasons else Holds.SATISFIED
