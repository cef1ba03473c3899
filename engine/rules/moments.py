"""Moments that have not come: from which day a sentence about one is wrong, and from which it holds by itself."""

from __future__ import annotations

from datetime import date, timedelta

IN_TIME = frozenset({"earlier", "not earlier", "later", "not later"})
NEXT = timedelta(days=1)


def turns(missing: str, op: str, known: date) -> tuple[date | None, date | None]:
    """From which day it is wrong, and from which it holds by itself, as long as the missing moment does not come."""
    if missing == "other":
        # «начало не раньше закрытия», not closed yet: known against a day after today.
        since = {"later": known, "not earlier": known}.get(op)
        until = {"earlier": known, "not later": _before(known)}.get(op)
    else:
        since = {"earlier": known, "not later": day_after(known)}.get(op)
        until = {"later": known, "not earlier": _before(known)}.get(op)
    return since, until


def _before(day: date) -> date:
    return day - NEXT if day > date.min else day


def day_after(day: date) -> date:
    """The next day, as far as the calendar goes."""
    return day + NEXT if day < date.max else day
