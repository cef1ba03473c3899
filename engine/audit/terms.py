"""A term of a read item: what its words give, and what it should be by its kind."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date

from engine.plan.calendar import is_working, last_of_month, working_day_after
from engine.protocol import Item
from engine.rules.thing import Value

_WRITTEN = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_TO_A_DAY = ("date", "relative")
_SCHOOL_YEAR_ENDS = (8, 31)


def days_of(item: Item) -> dict[str, Value]:
    """The days of an item's term, by the names of workflows/protocol_document.yaml."""
    term, written = item.deadline, _written(item.deadline_raw)
    to_a_day = term.due is not None and (term.kind in _TO_A_DAY or term.due == written)
    return {
        "deadline": {"kind": term.kind, "due": term.due, "start": term.start},
        "start": term.start,
        "end": term.due,
        "written_day": written,
        "last_day": _last_day(term.kind, term.due),
        "working_day": _nearest(term.due) if to_a_day and term.due else None,
        "review": term.recurrence,
        "event": term.note or item.deadline_raw if term.kind == "event" else "",
    }


def _written(raw: str) -> date | None:
    """The last day that the words of a term name in figures."""
    for day, month, year in reversed(_WRITTEN.findall(raw)):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def _last_day(kind: str, due: date | None) -> date | None:
    if due is None:
        return None
    if kind == "month":
        return last_of_month(due.year, due.month)
    return date(due.year, *_SCHOOL_YEAR_ENDS) if kind == "academic_year" else None


def _nearest(day: date) -> date:
    return day if day.year == MAXYEAR or is_working(day) else working_day_after(day)
