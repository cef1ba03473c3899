"""The things of other cases that a judgement needs: what an assignment waits for, what a protocol has given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
