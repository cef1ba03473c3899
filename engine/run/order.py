"""The order of days: on which day an act can have been done. Only what is said anew is judged, never a history."""

from __future__ import annotations

import re
from datetime import date

from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Told
from engine.run.facts import Facts
from engine.run.refusal import Because

PAPER_DAYS = ("decided", "date")  # the fields that tell the day of the paper which a case came out of
PERIOD = "period"  # the field that tells the year, or the years, that a case is about
_YEAR = re.compile(r"[1-9]\d{3}")


def not_done_yet(facts: Facts, told: Told) -> tuple[Because, ...]:
    """Why nothing can have been done on a day that is still to come."""
    if told.happened_on <= facts.today:
        return ()
    return (Because("day-ahead", {"day": told.happened_on.isoformat(), "today": facts.today.isoformat()}),)


def too_early(case: Case, told: Told) -> tuple[Because, ...]:
    """Why an act cannot have been done before its case was there."""
    first = beginning(case)
    if first is None or told.happened_on >= first:
        return ()
    facts = {"case": case.id, "day": told.happened_on.isoformat(), "first": first.isoformat()}
    return (Because("before-case", facts),)


def out_of_order(workflow: Workflow, case: Case, facts: Facts, told: Told) -> tuple[Because, ...]:
    """Why an arrow cannot have been taken on a day: to come, before the case, before the case was at this stage."""
    found = not_done_yet(facts, told) or too_early(case, told)
    reached = next((move.told.happened_on for move in reversed(case.moves) if move.source != move.target), None)
    if found or reached is None or told.happened_on >= reached:
        return found
    stage = workflow.stages[case.stage].title
    names = {"case": case.id, "stage_ru": stage.ru, "stage_en": stage.en}
    return (Because("before-stage", {**names, "day": told.happened_on.isoformat(), "first": reached.isoformat()}),)


def beginning(case: Case) -> date | None:
    """The first day of a case: of its opening, of the paper it came out of, of its year, whichever is the earliest.

    A paper is mostly registered days after it was signed, and a cycle somewhere in its year; work may have begun.
    """
    days = [_day(case.fields.get(name)) for name in PAPER_DAYS]
    opened = case.opened.happened_on if case.opened else None
    known = [day for day in (*days, _year(case.fields.get(PERIOD)), opened) if day is not None]
    return min(known, default=None)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and value else None
    except ValueError:
        return None


def _year(value: object) -> date | None:
    found = _YEAR.search(value) if isinstance(value, str) else None
    return date(int(found[0]), 1, 1) if found else None
