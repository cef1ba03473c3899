"""A clock that stands far behind the journal would date everything wrongly: nothing is recorded by it."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cli.complaint import Complaint
from cli.exits import Exit

if TYPE_CHECKING:
    from engine.store.window import Window

LEEWAY = timedelta(days=31)  # a wrong zone or a day mistaken does no harm: the order is by number, not by time
RIGHT = "right"


def trusted(window: Window, now: datetime) -> None:
    """Raise a complaint if the last entry was made long after now.

    Where it was the journal that had been written by a wrong clock, RESHENO_CLOCK=right lets one go on.
    """
    last = next((entry.recorded_at for entry in window.log(limit=1)), "")
    if last and now < datetime.fromisoformat(last) - LEEWAY and os.environ.get("RESHENO_CLOCK") != RIGHT:
        raise Complaint("clock-behind", {"now": now.isoformat(timespec="minutes"), "last": last}, Exit.FAILED)
