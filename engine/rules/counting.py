"""Judges of what there has to be: so many linked things or values, by a day, after a thing, before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from engine.rules.finding import Findings
from engine.rules.linked import linked, of_kind, qualifies, subjects, values
from engine.rules.quantities import as_day, later, size
from engine.rules.rule import Rule
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Reason

NEXT = timedelta(days=1)
Window = tuple[date | None, date | None]
Judge = Callable[[Rule, Scene, Thing], Reason | None]


def _over(judge: Judge) -> Callable[[Rule, Scene], Findings]:
    def judged(rule: Rule, scene: Scene) -> Findings:
        found = list(subjects(rule, scene))
        reasons = (judge(rule, scene, subject) for subject in found)
        return Findings(len(found), tuple(reason for reason in reasons if reason is not None))

    return judged


def _count_one(rule: Rule, scene: Scene, subject: Thing) -> Reason | None:
    if rule["field"]:
        found = size(subject.values.get(rule["field"]))
        missing_since = subject.day or scene.case.day or scene.today
        return _enough(rule, subject, found, missing_since, missing_since)
    window, known = _window_of_days(rule, scene, subject)
    if not known:
        return _no_data(rule, subject)
    return _count_things(rule, scene, subject, window, linked(scene, subject, rule["thing"]))


def _window_of_days(rule: Rule, scene: Scene, subject: Thing) -> tuple[Window, bool]:
    """From which day to which a thing counts, and whether the day that says so is known."""
    if rule["when"] not in ("by", "within"):
        return (None, None), True
    days = [as_day(stated.value) for stated in values(rule["day"], subject, scene)]
    day = max((day for day in days if day), default=None)
    if day is None:
        return (None, None), False
    return ((None, day) if rule["when"] == "by" else (day, later(day, rule["period"], scene))), True


def _after_one(rule: Rule, scene: Scene, subject: Thing) -> Reason | None:
    if subject.day is None:
        return _no_data(rule, subject)
    last = later(subject.day, rule["period"], scene) if rule["period"] else None
    return _count_things(rule, scene, subject, (subject.day, last), linked(scene, subject, rule["thing"]))


def _before_one(rule: Rule, scene: Scene, subject: Thing) -> Reason | None:
    if subject.day is None:
        return _no_data(rule, subject)
    things = linked(scene, subject, rule["thing"]) or of_kind(scene, rule["thing"])
    return _count_things(rule, scene, subject, (None, subject.day), things)


def _count_things(rule: Rule, scene: Scene, subject: Thing, window: Window, things: tuple[Thing, ...]) -> Reason | None:
    fitting = [t for t in things if t.id != subject.id and qualifies(rule, "thing", t, scene) and _inside(t, window)]
    latest = max((thing.day for thing in fitting if thing.day), default=scene.case.day or scene.today)
    if rule.form == "before":
        missing_since = subject.day
    else:
        last = window[1] or scene.ends.get(rule["thing"])
        missing_since = last + NEXT if last and last < date.max else None
    return _enough(rule, subject, len(fitting), missing_since, latest)


def _inside(thing: Thing, window: Window) -> bool:
    first, last = window
    if first is None and last is None:
        return True
    return thing.day is not None and (first is None or thing.day >= first) and (last is None or thing.day <= last)


def _enough(rule: Rule, subject: Thing, found: int, missing_since: date | None, since: date) -> Reason | None:
    needed, quantity = int(rule["number"]), rule["quantity"]
    facts = {"thing": subject.id, "what": rule.sentence.text, "found": str(found), "needed": str(needed)}
    if quantity in ("at least", "exactly") and found < needed:
        return Reason(subject.id, "reason-too-few", facts, missing_since)
    if quantity in ("at most", "exactly", "no") and found > needed:
        return Reason(subject.id, "reason-too-many", facts, since)
    return None


def _no_data(rule: Rule, subject: Thing) -> Reason:
    return Reason(subject.id, "reason-no-data", {"thing": subject.id, "what": rule.sentence.text})


count = _over(_count_one)
after = _over(_after_one)
before = _over(_before_one)
