"""Control days: what the regime of a body makes of the terms of a document. What the words give is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from engine.plan.calendar import known_until
from engine.plan.regimes import COMMON, Regime, shipped_regimes
from engine.problems import Problem, Severity, Where
from engine.protocol import Deadline, Item, ItemKind, Protocol
from intake.terms.deadlines import in_working_days, with_control

ANSWERED = "answer"  # the rule of a control day that a person has chosen against the regime
BEYOND = "deadline-beyond-calendar"


def common() -> Regime:
    """The regime of whoever chose none: only what holds everywhere."""
    return shipped_regimes()[COMMON]


def under(
    protocol: Protocol, regime: Regime, signed: date | None = None, registered: date | None = None
) -> tuple[Item, ...]:
    """The items with the control days that the regime makes of their terms; what another had made is forgotten."""
    return tuple(
        replace(item, deadline=_control(item, protocol, regime, signed, registered)) for item in protocol.items
    )


def _control(item: Item, protocol: Protocol, regime: Regime, signed: date | None, registered: date | None) -> Deadline:
    bare = replace(item.deadline, control_due=None, control_rule="")
    if bare.kind == "none" and item.kind is not ItemKind.ASSIGNMENT:
        return bare  # nobody has to do anything by a day that was not named
    return with_control(bare, item.deadline_raw, protocol.date, regime, signed, registered)


def beyond_calendar(protocol: Protocol) -> Iterator[Problem]:
    """Working days were counted into a year whose moved days off nobody has decreed yet: the day may still change."""
    last = known_until()
    for item in protocol.items:
        day = _reckoned(item)
        if day is not None and day > last:
            facts = {"path": item.path, "due": f"{day:%d.%m.%Y}", "known": f"{last:%d.%m.%Y}", "year": str(day.year)}
            yield Problem(Where(protocol.source.file, item.lines[0]), BEYOND, Severity.NOTE, facts)


def _reckoned(item: Item) -> date | None:
    """The day of a term that was found by the calendar of working days, by its words or by a rule of the regime."""
    term = item.deadline
    if term.control_rule == ANSWERED:
        return None
    if term.control_due is not None and term.control_due != term.due:
        return term.control_due
    return term.due if in_working_days(item.deadline_raw) else None
