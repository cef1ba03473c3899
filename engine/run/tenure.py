"""Who holds which role from which day to which: tenures, standing-in included, and standing leave from a duty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

EVER, FOR_EVER = date.min, date.max
ORGANISATION = "organisation"  # no role of a person: whose office it is


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one role. Days are whole, and `until` is the last that counts; None is without a bound.

    `instead_of` is whom the person stands in for ('' is in own right): that one's powers for the time, not a role more.
    """

    role: str
    party: str
    since: date | None = None
    until: date | None = None
    instead_of: str = ""
    id: str = ""

    def holds(self, day: date) -> bool:
        """Whether it counts on that day."""
        return (self.since or EVER) <= day <= (self.until or FOR_EVER)

    def begun(self, day: date) -> bool:
        """Whether it had counted by the end of that day. Taken back on the day it was given, it still had."""
        return (self.since or EVER) <= day

    def met(self, first: date, last: date) -> bool:
        """Whether it counted on some day between two."""
        begins = self.since or EVER
        return begins <= last and first <= max(self.until or FOR_EVER, begins)


def holders(tenures: Iterable[Tenure], role: str, day: date) -> frozenset[str]:
    """Who holds a role of the office on a day, those who stand in for somebody included."""
    return frozenset(who for who, _ in standing_in(tenures, role, day))


def standing_in(tenures: Iterable[Tenure], role: str, day: date) -> set[tuple[str, str]]:
    """Who holds a role of the office on a day, and in whose place: the same one twice if in own right."""
    held = [tenure for tenure in tenures if tenure.role == role and tenure.holds(day)]
    own = {tenure.party for tenure in held if not tenure.instead_of}
    stood_in = {(tenure.party, tenure.instead_of) for tenure in held if tenure.instead_of in own}
    return {(party, party) for party in own} | stood_in


@dataclass(frozen=True, slots=True)
class Waived:
    """Standing leave from duties, by their codes (SOD-2) or their sentences: who gave it, why, until when.

    `alone`: it stops counting, for good, as soon as a second person has held a role in own right.
    """

    duties: tuple[str, ...]
    who: str
    why: str
    until: date | None = None
    alone: bool = False
    id: str = ""

    def counts(self, tenures: Iterable[Tenure], day: date) -> bool:
        """Whether it counts on a day, by who holds roles until then."""
        if day > (self.until or FOR_EVER):
            return False
        own = {each.party for each in tenures if not each.instead_of and each.role != ORGANISATION and each.begun(day)}
        return not self.alone or len(own) <= 1
