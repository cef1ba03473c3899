"""Days as people type them: 28.11.2026, 28.11.26 or 2026-11-28."""

from __future__ import annotations

import re
from datetime import date

from cli.complaint import Complaint
from cli.exits import Exit

_RUSSIAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?:\s*г\.?)?")


def day(given: str) -> date:
    """The day that was typed; a month comes second, never first."""
    text = given.strip()
    try:
        if shape := _RUSSIAN.fullmatch(text):
            year = int(shape.group(3))
            return date(year + 2000 if year < 100 else year, int(shape.group(2)), int(shape.group(1)))
        return date.fromisoformat(text)
    except ValueError:
        raise Complaint("bad-day", {"day": given}, Exit.USAGE) from None
