"""What an item serves is planned in the cycle of whoever decided it: a plan is not a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.desk.books import Books
from engine.desk.cycles import CYCLE, SERIES, cycle, cycle_subject
from engine.desk.intent import Step
from engine.run.command import Open, Plan

STAGE_OF = {"collection": "indicators", "methods": "indicators", "measures": "decisions"}  # as documents are marked


@dataclass(frozen=True, slots=True)
class Serves:
    """An assignment, or another item by its record, with what it is about and what it delivers."""

    id: str
    mechanisms: Sequence[str]
    stages: Sequence[str]


def plan(books: Books, organisation: str, year: str, items: Iterable[Serves]) -> Iterator[Step]:
    """Find or open the cycle of each mechanism that the items touch, and say which of them serves which stage."""
    cycles: dict[str, str] = {}
    for item in items:
        for mechanism in item.mechanisms:
            if mechanism not in cycles:
                subject = cycle_subject(organisation, mechanism, year)
                cycles[mechanism] = cycle(books, subject) or books.new_id(SERIES)
                if books.case(cycles[mechanism]) is None:
                    yield Open(cycles[mechanism], CYCLE, subject, dict(subject))
            yield from _stages(books, cycles[mechanism], item)


def _stages(books: Books, id: str, item: Serves) -> Iterator[Step]:
    case = books.known_case(id)
    producing = [name for name, stage in books.workflow_of(case).stages.items() if stage.produces]
    for stage in dict.fromkeys(STAGE_OF.get(stage, stage) for stage in item.stages):
        if stage in producing and (stage, item.id) not in case.plans:
            yield Plan(id, stage, item.id)
