"""Who could do what somebody may not: each is asked about, as if they stood at the desk themselves; nothing is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.command import Connect, Correct, Fire, Record
from engine.run.duty import OFFICE as HELD_IN_OFFICE
from engine.run.duty import named
from engine.run.event import NO_DATA
from engine.run.firing import WAIVER
from engine.run.office import ID as OFFICE_ID
from engine.run.office import ORGANISATION, tenures
from engine.run.refusal import Refused

if TYPE_CHECKING:
    from engine.desk.books import Books
    from engine.desk.desk import Desk
    from engine.desk.intent import Intent, Step, Steps

MOST = 50  # people who are asked; an office has fewer, and whoever is refused wants a few names


def able(desk: Desk, intent: Intent, case: str = "", besides: str = "") -> tuple[str, ...]:
    """The ids of those whom neither a role nor a duty keeps from it, in the order of the register.

    Whatever leave the intent brings along is left out: it was given for one person's act, and is nobody else's.
    `besides` is who was refused, and would be again.
    """
    day, own = intent.happened_on or desk.clock().date(), replace(intent, steps=_without_leave(intent.steps))
    people = [who for who in _people(desk, case, day) if who != besides]
    return tuple(who for who in people[:MOST] if not _barred(desk, own, who))


def _without_leave(steps: Steps) -> Steps:
    def without(books: Books) -> Iterator[Step]:
        for step in steps(books):
            if isinstance(step, Fire):
                yield step._replace(data={name: value for name, value in step.data.items() if name != WAIVER})
            elif isinstance(step, Record | Connect | Correct):
                yield step._replace(waiver=NO_DATA)
            else:
                yield step

    return without


def _barred(desk: Desk, intent: Intent, who: str) -> bool:
    answer = replace(desk, operator=who).would(replace(intent, on_behalf_of=who, key="", expect={}))
    return isinstance(answer, Refused) and answer.not_allowed


def _people(desk: Desk, case: str, day: date) -> list[str]:
    """Whoever holds a role of the office on the day, and whoever the case names for one."""
    with desk.store.reading() as ledger:
        held = {each.party for each in tenures(ledger.case(OFFICE_ID)) if each.holds(day) and each.role != ORGANISATION}
        found = ledger.case(case) if case and case != OFFICE_ID else None
        own = _named(found, ledger.workflow(found.workflow, found.workflow_version)) if found else set()
        return [party.id for party in ledger.parties() if party.id in held | own]


def _named(case: Case, workflow: Workflow) -> set[str]:
    fields = (role.held_by for role in workflow.roles.values() if role.held_by != HELD_IN_OFFICE)
    return {who for field in fields for who in named(case, field)}
