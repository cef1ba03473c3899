"""What a judgement may know besides the case itself: frozen, gathered by the desk, checked when it writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from engine.rules.thing import Thing

NOBODY: Mapping[str, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Facts:
    """`office` says who holds which role of the workspace; `around` are things of other cases, such as predecessors.

    `today` is the day of the desk's clock: deciding itself never asks the time. `days_off` and `days_on` correct the
    five-day week, where a regulation counts in working days.
    """

    today: date
    office: Mapping[str, frozenset[str]] = field(default_factory=lambda: NOBODY)
    around: tuple[Thing, ...] = ()
    days_off: frozenset[date] = frozenset()
    days_on: frozenset[date] = frozenset()
