"""What the closed ways out of a case wait for: who can settle it, which other case it hangs on, the earliest day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from engine.definition.workflow import Workflow
from engine.desk.books import Books
from engine.desk.intent import Intent
from engine.desk.ways import Way, ways
from engine.rules.reach import EVIDENCE
from engine.rules.rule import Rule
from engine.run.access import allowing
from engine.run.case import Case
from engine.run.duty import named, standing
from engine.run.refusal import Because
from engine.store.store import Ledger

REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One case needs the result of another: who has that one in hand, its day ('' if none) and whether it is over."""

    case: str
    on: str
    who: tuple[str, ...]
    day: str
    over: bool
    reported: bool  # only its acceptance is still to come


@dataclass(frozen=True, slots=True)
class Lack:
    """One reason against a way. `who` can settle it, in which of these `roles`; `earliest` is None where nobody knows.

    `chain` leads from the case over what it waits for to what waits for nothing itself.
    """

    because: Because
    roles: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    earliest: date | None = None
    chain: tuple[Waiting, ...] = ()


@dataclass(frozen=True, slots=True)
class Prospect:
    """One way out of the stage in which a case stands, with all that it lacks."""

    way: Way
    lacks: tuple[Lack, ...]

    @property
    def earliest(self) -> date | None:
        """The first day on which all of it could be settled; None for an open way, and where nobody knows."""
        days = [lack.earliest for lack in self.lacks]
        return max((day for day in days if day), default=None) if all(days) else None


def prospects(ledger: Ledger, case: str, operator: str, at: datetime) -> tuple[Prospect, ...]:
    """Every arrow out of the case's stage, and what it waits for; raises NotFound. Nothing is done."""
    books = Books(ledger, Intent("may", lambda _: iter(())), operator, at)
    found = books.known_case(case)
    return tuple(
        Prospect(way, tuple(_lack(books, found, because) for because in way.because))
        for way in ways(ledger, case, operator, at)
    )


def _lack(books: Books, case: Case, because: Because) -> Lack:
    if because.requirement is None or because.verdict is None or because.duty:
        return Lack(because)
    workflow, today = books.workflow_of(case), books.at.date()
    awaited = [other for reason in because.verdict.reasons for other in _awaited(books, case, reason.thing)]
    if awaited:
        last = max(awaited, key=lambda other: _closing(books, other, today, frozenset()))
        chain = tuple(_chain(books, case.id, last, today))
        roles, who = _next_to_act(books, books.known_case(chain[-1].on))
        return Lack(because, roles, who, _worked(_closing(books, last, today, frozenset()), today), chain)
    roles, who = _held(books, workflow, case, allowing(workflow, case.stage, _action(because.requirement, workflow)))
    until = max((reason.until for reason in because.verdict.reasons if reason.until), default=today)
    return Lack(because, roles, who, _worked(max(until, today), today))


def _awaited(books: Books, case: Case, thing: str) -> Iterator[Case]:
    """The other case that a thing is, if it is one that is not over."""
    other = books.case(thing) if thing != case.id else None
    if other is not None and not books.workflow_of(other).stages[other.stage].final:
        yield other


def _action(rule: Rule, workflow: Workflow) -> str:
    """What has to be done to a case so that a sentence holds."""
    if rule["thing"] == EVIDENCE:
        return "prove"
    return "record" if rule["thing"] in workflow.records else "correct"


def _held(
    books: Books, workflow: Workflow, case: Case, roles: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of the roles that somebody holds with regard to a case today, and who; all of them where nobody does."""
    tenures, today = books.here().tenures, books.at.date()
    found = {role: sorted(pair[0] for pair in standing(workflow, role, case, tenures, today)) for role in roles}
    held = tuple(role for role, who in found.items() if who)
    return held or roles, tuple(dict.fromkeys(who for of_role in found.values() for who in of_role))


def _next_to_act(books: Books, case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The role that takes a case on from where it stands, and who holds it."""
    workflow = books.workflow_of(case)
    order = list(workflow.stages)
    onward = [a for a in workflow.arrows if a.source == case.stage and order.index(a.target) > order.index(case.stage)]
    open_ones = [arrow for arrow in onward if not workflow.stages[arrow.target].final]
    furthest = max(open_ones, key=lambda arrow: order.index(arrow.target), default=onward[0] if onward else None)
    return _held(books, workflow, case, (furthest.role,) if furthest else ())


def _chain(books: Books, case: str, on: Case, today: date) -> Iterator[Waiting]:
    """From what waits to what it waits for, each time to the one that ends last."""
    seen = {case}
    while on.id not in seen:
        seen.add(on.id)
        day = _day(on)
        over = bool(day) and day < today.isoformat() and on.stage != REPORTED
        yield Waiting(case, on.id, named(on, "executors"), day, over, on.stage == REPORTED)
        before = _before(books, on)
        if before:
            case, on = on.id, max(before, key=lambda each: _closing(books, each, today, frozenset()))


def _closing(books: Books, case: Case, today: date, seen: frozenset[str]) -> date:
    """The day by which a case should be over: its own day, or that of what it waits for; today if both have passed."""
    day = "" if case.stage == REPORTED else _day(case)
    own = max(date.fromisoformat(day), today) if day else today
    before = [each for each in _before(books, case) if each.id not in seen]
    return max((own, *(_closing(books, each, today, seen | {case.id}) for each in before)))


def _before(books: Books, case: Case) -> list[Case]:
    waits_for = case.fields.get("predecessors")
    ids = map(str, waits_for if isinstance(waits_for, list) else ())
    return [other for id in ids for other in _awaited(books, case, id)]


def _day(case: Case) -> str:
    """The control day of a case, else the day that its words give."""
    return str(case.fields.get("control_due") or case.fields.get("due") or "")


def _worked(day: date, today: date) -> date:
    """The day itself, if it is today or worked, else the next that is."""
    if day <= today:
        return today
    from engine.plan.calendar import is_working, working_day_after  # slow to load, and not always asked for

    return day if is_working(day) else working_day_after(day)
