"""Judges of what there has to be: so many linked things or values, by a day, after a thing, before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from engine.rules.finding import Findings, Judge, latest, no_data
from engine.rules.linked import FEW, Fits, linked, qualified, subjects_of, values_of
from engine.rules.moments import NEXT
from engine.rules.natures import BEFORE
from engine.rules.quantities import as_day, later, size
from engine.rules.rule import Rule
from engine.rules.tallying import ANY_TIME, Window, tally
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Reason

Counter = Callable[[Thing, Scene], Reason | None]  # what is wrong with the number of things that one subject has


class Bounds(NamedTuple):
    """How many of a thing there have to be at least and at most, which of them count, and when a missing one is."""

    text: str
    least: int
    most: int | None
    needed: str
    thing: str
    fits: Fits | None
    before: bool  # what has to come before a day is missing on it; what may come until its end, from the next day on


def _bounds(rule: Rule) -> Bounds:
    number, quantity = int(rule["number"]), rule["quantity"]
    least = number if quantity in ("at least", "exactly") else 0
    most = number if quantity in ("at most", "exactly", "no") else None
    fits = qualified(rule, "thing")
    return Bounds(rule.sentence.text, least, most, str(number), rule["thing"], fits, rule.form == BEFORE.name)


def count(rule: Rule) -> Judge:
    """So many things, or values of a field; at any time, by a day, or within a time after it."""
    if rule["field"]:
        return _of_each(rule, _values(_bounds(rule), rule["field"]))
    if rule["when"] in ("by", "within"):
        return _of_each(rule, _around_a_day(_bounds(rule), rule))
    return _of_each(rule, _at_any_time(_bounds(rule)))


def after(rule: Rule) -> Judge:
    """So many things once there is the subject, for ever or for a time."""
    bounds, period = _bounds(rule), rule["period"]

    def counted(subject: Thing, scene: Scene) -> Reason | None:
        if subject.day is None:
            return no_data(bounds.text, subject)
        last = later(subject.day, period, scene) if period else None
        return _things(bounds, subject, scene, linked(scene, subject, bounds.thing), (subject.day, last))

    return _of_each(rule, counted)


def before(rule: Rule) -> Judge:
    """So many things by the time of the subject: those that it is linked with, or else any."""
    bounds = _bounds(rule)

    def counted(subject: Thing, scene: Scene) -> Reason | None:
        if subject.day is None:
            return no_data(bounds.text, subject)
        things = linked(scene, subject, bounds.thing) or scene.of_kind(bounds.thing)
        return _things(bounds, subject, scene, things, (None, subject.day))

    return _of_each(rule, counted)


def _of_each(rule: Rule, counter: Counter) -> Judge:
    subjects = subjects_of(rule)

    def judged(scene: Scene) -> Findings:
        found = subjects(scene)
        reasons: list[Reason] = []
        for subject in found:
            reason = counter(subject, scene)
            if reason is not None:
                reasons.append(reason)
        return len(found), tuple(reasons)

    return judged


def _values(bounds: Bounds, field: str) -> Counter:
    least, most = bounds.least, bounds.most

    def counted(subject: Thing, scene: Scene) -> Reason | None:
        found = size(subject.values.get(field))
        if found >= least and (most is None or found <= most):
            return None
        since = latest((subject,), scene)
        return _too_few_or_many(bounds, subject, found, since, since)

    return counted


def _at_any_time(bounds: Bounds) -> Counter:
    def counted(subject: Thing, scene: Scene) -> Reason | None:
        return _things(bounds, subject, scene, linked(scene, subject, bounds.thing), ANY_TIME)

    return counted


def _around_a_day(bounds: Bounds, rule: Rule) -> Counter:
    """By the latest of the days that a path names, or within a time after it; without any nothing can be told."""
    days_of, by, period = values_of(rule["day"]), rule["when"] == "by", rule["period"]

    def counted(subject: Thing, scene: Scene) -> Reason | None:
        days = [day for _, value in days_of(subject, scene) if (day := as_day(value))]
        if not days:
            return no_data(bounds.text, subject)
        window = (None, max(days)) if by else (max(days), later(max(days), period, scene))
        return _things(bounds, subject, scene, linked(scene, subject, bounds.thing), window)

    return counted


def _things(bounds: Bounds, subject: Thing, scene: Scene, things: Sequence[Thing], window: Window) -> Reason | None:
    if len(things) > FEW:
        return _among_many(bounds, subject, scene, things, window)
    fits = bounds.fits
    fitting = [
        thing
        for thing in things
        if thing.id != subject.id
        and (fits is None or fits(thing, scene))
        and (window is ANY_TIME or _inside(thing, window))
    ]
    found = len(fitting)
    if found >= bounds.least and (bounds.most is None or found <= bounds.most):
        return None
    return _too_few_or_many(bounds, subject, found, _missing_since(bounds, scene, window), latest(fitting, scene))


def _among_many(bounds: Bounds, subject: Thing, scene: Scene, things: Sequence[Thing], window: Window) -> Reason | None:
    """The same where many subjects may be linked with the same many things: those are put in order once."""
    found, newest = tally(scene, things, bounds.fits).within(subject.id, window)
    if found >= bounds.least and (bounds.most is None or found <= bounds.most):
        return None
    since = newest or latest((), scene)
    return _too_few_or_many(bounds, subject, found, _missing_since(bounds, scene, window), since)


def _missing_since(bounds: Bounds, scene: Scene, window: Window) -> date | None:
    last = window[1] or scene.ends.get(bounds.thing)
    if last is None or bounds.before:
        return last
    return last + NEXT if last < date.max else None


def _inside(thing: Thing, window: Window) -> bool:
    first, last = window
    return thing.day is not None and (first is None or thing.day >= first) and (last is None or thing.day <= last)


def _too_few_or_many(bounds: Bounds, subject: Thing, found: int, missing_since: date | None, since: date) -> Reason:
    facts = {"thing": subject.id, "what": bounds.text, "found": str(found), "needed": bounds.needed}
    if found < bounds.least:
        return Reason(subject.id, "reason-too-few", facts, missing_since)
    return Reason(subject.id, "reason-too-many", facts, since)
