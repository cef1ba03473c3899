from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.definition.shipped import shipped
from engine.definition.workflow import Workflow
from engine.problems import Where
from engine.rules.reading import read
from engine.rules.rule import Rule
from engine.store.gaps import days_around

DAY = date(2026, 12, 1)


def counting(period: str) -> Workflow:
    """The regulation of assignments with one more requirement, which counts in such days."""
    workflow = shipped("assignment")
    rule = read(f"срок не раньше чем через {period} после даты протокола", workflow.lexicon, Where("x"))
    assert isinstance(rule, Rule), rule
    first = replace(workflow.arrows[0], requirements=(rule,))
    return replace(workflow, arrows=(first, *workflow.arrows[1:]))


def test_days_off_are_looked_up_where_working_days_are_counted() -> None:
    off, _ = days_around(counting("5 рабочих дней"), DAY)
    assert date(2027, 1, 4) in off


def test_and_nowhere_else() -> None:
    assert days_around(counting("5 дней"), DAY) == (frozenset(), frozenset())
    assert days_around(shipped("management_cycle"), DAY) == (frozenset(), frozenset())
