"""Which ways are open out of a case, and what stands in the others: answered without doing anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from engine.definition.workflow import Title, Workflow
from engine.desk.books import Books
from engine.desk.intent import Intent
from engine.run.case import Case
from engine.run.duty import in_place_of, not_entitled, standing, suggested
from engine.run.firing import Conditions, conditions, unmet_requirements
from engine.run.refusal import Because
from engine.run.waiving import forgiven
from engine.store.store import Ledger


@dataclass(frozen=True, slots=True)
class Way:
    """One arrow out of the stage in which a case stands.

    `because` are the reasons why the operator may not take it now; `asks` is what has to be brought along.
    """

    trigger: str
    title: Title
    target: str
    role: str
    on_behalf_of: str
    asks: tuple[str, ...]
    because: tuple[Because, ...]

    @property
    def open(self) -> bool:
        """Whether the arrow can be taken now."""
        return not self.because


def ways(ledger: Ledger, case: str, operator: str, at: datetime) -> tuple[Way, ...]:
    """Every arrow out of the case's stage; raises NotFound."""
    books = Books(ledger, Intent("may", lambda _: iter(())), operator, at)
    found = books.known_case(case)
    workflow = books.workflow_of(found)
    return tuple(
        _way(books, workflow, found, each) for each in conditions(workflow) if each.arrow.source == found.stage
    )


def _way(books: Books, workflow: Workflow, case: Case, meant: Conditions) -> Way:
    arrow, facts = meant.arrow, books.facts(workflow, case)
    told = books.told(suggested(workflow, arrow, case, books.operator, facts))
    held = standing(workflow, arrow.role, case, facts.tenures, told.happened_on)
    for_whom = in_place_of(told.on_behalf_of, held)
    left = forgiven(unmet_requirements(workflow, case, meant, facts, told, for_whom), None, facts, told, for_whom)[1]
    because = (*not_entitled(workflow, arrow, held, facts, told), *left)
    return Way(arrow.trigger, arrow.title, arrow.target, arrow.role, told.on_behalf_of, arrow.asks, because)
