"""Who holds which role from which day to which: tenures, standing-in included, and standing leave from a duty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

EVER, FOR_EVER = date.min, date.max
DAYS = 1_000  # of roles; an office is asked about a handful of days
ORGANISATION = "organisation"  # no role of a person: whose office it is
Standing = frozenset[tuple[str, str]]  # who, and in whose place: the same one twice if in own right


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


class Roll:
    """The tenures of one office by their roles, and who held which on the days that somebody has asked about.

    `since` is the day from which on somebody had ever held a role in own right.
    """

    __slots__ = ("_by_role", "_deputies", "_ever", "_held", "since", "tenures")

    def __init__(self, tenures: tuple[Tenure, ...]) -> None:
        self.tenures = tenures
        self.since: dict[str, date] = {}
        self._by_role: dict[str, list[Tenure]] = {}
        self._deputies: dict[str, list[Tenure]] = {}
        self._held: dict[tuple[str, date], Standing] = {}
        self._ever: dict[tuple[str, date], Standing] = {}
        for each in tenures:
            self._by_role.setdefault(each.role, []).append(each)
            if each.instead_of:
                self._deputies.setdefault(each.role, []).append(each)
            else:
                self.since[each.role] = min(each.since or EVER, self.since.get(each.role, FOR_EVER))

    def held(self, role: str, day: date) -> Standing:
        """Who holds a role on a day, and in whose place: the same one twice if in own right."""
        found = self._held.get((role, day))
        if found is None:
            if len(self._held) >= DAYS:
                self._held.clear()
            found = self._held[role, day] = _held(self._by_role.get(role, ()), day)
        return found

    def ever(self, role: str, day: date) -> Standing:
        """Who had held a role by the end of a day, and who had stood in for one of them meanwhile."""
        found = self._ever.get((role, day))
        if found is None:
            if len(self._ever) >= DAYS:
                self._ever.clear()
            found = self._ever[role, day] = _ever(self._by_role.get(role, ()), day)
        return found

    def deputies(self, role: str) -> Sequence[Tenure]:
        """Those tenures of a role in which somebody stands in for another."""
        return self._deputies.get(role, ())


def _held(tenures: Sequence[Tenure], day: date) -> Standing:
    held = [tenure for tenure in tenures if tenure.holds(day)]
    own = {tenure.party for tenure in held if not tenure.instead_of}
    stood_in = {(tenure.party, tenure.instead_of) for tenure in held if tenure.instead_of in own}
    return frozenset({(party, party) for party in own} | stood_in)


def _ever(tenures: Sequence[Tenure], day: date) -> Standing:
    own = [tenure for tenure in tenures if not tenure.instead_of and tenure.begun(day)]
    held = {(tenure.party, tenure.party) for tenure in own}
    for tenure in own:
        first = tenure.since or EVER
        last = min(max(tenure.until or FOR_EVER, first), day)
        stood_in = [each for each in tenures if each.instead_of == tenure.party and each.met(first, last)]
        held |= {(each.party, tenure.party) for each in stood_in}
    return frozenset(held)


_LAST = [Roll(())]


def roll(tenures: tuple[Tenure, ...]) -> Roll:
    """The roll of an office. The last one is kept: every step of every intent asks for several roles of it."""
    last = _LAST[0]
    if last.tenures is not tenures:
        last = _LAST[0] = Roll(tenures)
    return last


def standing_in(tenures: tuple[Tenure, ...], role: str, day: date) -> Standing:
    """Who holds a role of the office on a day, and in whose place: the same one twice if in own right."""
    return roll(tenures).held(role, day)


def is_among(who: str, held: Standing) -> bool:
    """Whether somebody is one of those who hold a role, in own right or in another's place."""
    return (who, who) in held or who in [by for by, _ in held]


def holders(tenures: tuple[Tenure, ...], role: str, day: date) -> frozenset[str]:
    """Who holds a role of the office on a day, those who stand in for somebody included."""
    return frozenset([who for who, _ in standing_in(tenures, role, day)])


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
