"""Days and periods as people type them: 28.11.2026, 28.11.26 or 2026-11-28; 2026 or 2025/2026."""

from __future__ import annotations

import re
from datetime import date

from cli.complaint import Complaint
from cli.exits import Exit

# Days of these years can be counted from, months and years, and are still days of the calendar.
FIRST, LAST = 1900, 2999
_RUSSIAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?:\s*г\.?)?")
_YEARS = re.compile(r"(\d{4,})(?:\s*[-–/]\s*(\d{4,}))?")


def day(given: str) -> date:
    """The day that was typed; a month comes second, never first."""
    found = _read(given)
    if not FIRST <= found.year <= LAST:
        raise Complaint("bad-year", {"day": given, "first": FIRST, "last": LAST}, Exit.USAGE)
    return found


def period(given: str) -> str:
    """The period that was typed, as it was typed; where it is a year or two, they are years that can be."""
    years = _YEARS.fullmatch(given.strip())
    if years and not all(len(year) == 4 and FIRST <= int(year) <= LAST for year in years.groups() if year):
        raise Complaint("bad-period", {"period": given, "first": FIRST, "last": LAST}, Exit.USAGE)
    return given


def _read(given: str) -> date:
    text = given.strip()
    try:
        if shape := _RUSSIAN.fullmatch(text):
            year = int(shape.group(3))
            return date(year + 2000 if year < 100 else year, int(shape.group(2)), int(shape.group(1)))
        return date.fromisoformat(text)
    except ValueError:
        raise Complaint("bad-day", {"day": given}, Exit.USAGE) from None
