"""The things of other cases that a judgement needs: what an assignment waits for, what a protocol has given out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from engine.definition.workflow import Workflow
from engine.rules.rule import Rule
from engine.rules.thing import Thing
from engine.run.case import Case
from engine.run.scene import case_thing

if TYPE_CHECKING:
    from engine.desk.books import Books

PREDECESSOR = "predecessor"


def things_around(books: Books, case: Case) -> tuple[Thing, ...]:
    """Predecessors by name, and the cases that name this one as their protocol."""
    waits_for = case.fields.get("predecessors")
    ids = [str(each) for each in waits_for] if isinstance(waits_for, list) else []
    before = [(PREDECESSOR, found) for found in map(books.case, ids) if found]
    given = [(found.workflow, found) for found in map(books.case, books.ledger.find("protocol", case.id)) if found]
    return tuple(case_thing(books.workflow_of(found), found, kind) for kind, found in [*before, *given])


def days_around(workflow: Workflow, today: date) -> tuple[frozenset[date], frozenset[date]]:
    """What corrects the five-day week; nothing is looked up for a regulation that never counts in working days."""
    if not any("working day" in argument for rule in _requirements(workflow) for _, argument in rule.arguments):
        return frozenset(), frozenset()
    from engine.plan.calendar import corrections  # the calendar is slow to load, and few regulations ask for it

    return corrections(today)


def _requirements(workflow: Workflow) -> Iterator[Rule]:
    for stage in workflow.stages.values():
        yield from stage.complete_when
        yield from (expected.rule for expected in stage.expects)
    for arrow in workflow.arrows:
        yield from arrow.requirements
