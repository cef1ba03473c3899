"""What a judgement may know besides the case itself: frozen, gathered by the desk, checked when it writes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from engine.rules.thing import Thing
from engine.run.tenure import Tenure, Waived


class Facts(NamedTuple):
    """`tenures` say who holds which role of the office from when to when, `waivers` are standing leave from duties.

    `around` are things of other cases, such as predecessors. `today` is the day of the desk's clock: deciding itself
    never asks the time. `days_off` and `days_on` correct the five-day week, where a regulation counts in working days.
    """

    today: date
    tenures: tuple[Tenure, ...] = ()
    around: tuple[Thing, ...] = ()
    days_off: frozenset[date] = frozenset()
    days_on: frozenset[date] = frozenset()
    waivers: tuple[Waived, ...] = ()
