"""The things of other cases that a judgement needs: what an assignment waits for, what a protocol has given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.rules.thing import Thing
from engine.run.case import Case
from engine.store.gaps import days_around
from engine.store.gaps import things_around as around

if TYPE_CHECKING:
    from engine.desk.books import Books

__all__ = ["days_around", "things_around"]


def things_around(books: Books, case: Case) -> tuple[Thing, ...]:
    """The same that the gaps are judged over, as this intent has made it so far."""
    return around(books.workflow_of(case), case, books.case, books.ledger.find, books.workflow_of)
