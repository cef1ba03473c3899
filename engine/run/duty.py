"""Who may do what: roles are held in the office or named in a field of the case."""

from __future__ import annotations

from engine.definition.workflow import Arrow, Workflow
from engine.run.case import Case
from engine.run.event import Plain, Told
from engine.run.facts import Facts
from engine.run.refusal import Because

OFFICE = "office"
CLERK = "clerk"


def holders(workflow: Workflow, role: str, case: Case, facts: Facts) -> frozenset[str]:
    """The parties that hold a role with regard to a case."""
    held_by = workflow.roles[role].held_by
    if held_by == OFFICE:
        return facts.office.get(role, frozenset())
    return frozenset(named(case, held_by))


def named(case: Case, field: str) -> tuple[str, ...]:
    """The parties that a field of a case names, in their order."""
    value: Plain = case.fields.get(field)
    if isinstance(value, list):
        return tuple(str(each) for each in value)
    return (value,) if isinstance(value, str) and value else ()


def suggested(workflow: Workflow, arrow: Arrow, case: Case, operator: str) -> str:
    """On whose behalf an arrow is taken if nobody is named: the first that the case names for it, else the operator."""
    held_by = workflow.roles[arrow.role].held_by
    return next(iter(named(case, held_by)), operator) if held_by != OFFICE else operator


def not_entitled(workflow: Workflow, arrow: Arrow, case: Case, facts: Facts, told: Told) -> tuple[Because, ...]:
    """Why this person may not take this arrow; a case that names nobody for a role is open to whoever types."""
    role = workflow.roles[arrow.role]
    entitled = holders(workflow, arrow.role, case, facts)
    names = {"role_ru": role.title.ru, "role_en": role.title.en}
    found = []
    if entitled and told.on_behalf_of not in entitled:
        found.append(Because("not-holder", {**names, "who": told.on_behalf_of}, duty=True))
    if not entitled and role.held_by == OFFICE:
        found.append(Because("nobody-holds", names, duty=True))
    if told.typed_by != told.on_behalf_of and told.typed_by not in facts.office.get(CLERK, frozenset()):
        found.append(Because("not-clerk", {"who": told.typed_by, "for_whom": told.on_behalf_of}, duty=True))
    return tuple(found)
