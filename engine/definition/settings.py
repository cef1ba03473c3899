"""What arrows fix and what their commands bring: a value that is not of its field's kind would spoil every case."""

from __future__ import annotations

from collections.abc import Iterator

from engine.definition.workflow import BLANK, Arrow, Field, Workflow
from engine.problems import Problem
from engine.rules.quantities import day_of, number_of


def every_setting_is_of_its_kind(workflow: Workflow) -> Iterator[Problem]:
    """A day is set to a day, or to what the command brings as a day: brought under another name, nobody judges it."""
    told = set()
    for arrow in workflow.arrows:
        for name, value in arrow.sets.items():
            field = workflow.fields.get(name)
            if field is None or (arrow.where, name) in told:
                continue
            told.add((arrow.where, name))
            if not _fits(workflow, field, value):
                facts = {**_facts(arrow), "field": name, "value": value, "type": field.type}
                yield Problem(arrow.where, "setting-of-another-kind", facts=facts)


def nobody_states_a_moment(workflow: Workflow) -> Iterator[Problem]:
    """A moment comes from the journal: an arrow that asks for one could never be taken."""
    told = set()
    for arrow in workflow.arrows:
        for name in (*arrow.asks, *arrow.takes):
            field = workflow.fields.get(name)
            if field is not None and field.type == "moment" and (arrow.where, name) not in told:
                told.add((arrow.where, name))
                yield Problem(arrow.where, "moment-stated", facts={**_facts(arrow), "field": name})


def _fits(workflow: Workflow, field: Field, value: str) -> bool:
    blank = BLANK.fullmatch(value)
    if blank:
        brought = workflow.fields.get(blank[1])
        return field.type == "text" if brought is None else brought.type == field.type
    if field.type == "date":
        return day_of(value) is not None
    if field.type == "number":
        return number_of(value) is not None
    return field.type == "text"


def _facts(arrow: Arrow) -> dict[str, str]:
    return {"trigger": arrow.trigger, "path": f"{arrow.source} → {arrow.target}"}
