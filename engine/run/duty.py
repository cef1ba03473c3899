"""Who may take an arrow: roles are held in the office for a time, or named in a field; and stood in for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from engine.definition.guards import Demands
from engine.definition.workflow import Arrow, Workflow
from engine.rules.rule import Rule
from engine.run.case import Case
from engine.run.event import Told
from engine.run.facts import Facts
from engine.run.holding import OFFICE as OFFICE
from engine.run.holding import parties
from engine.run.refusal import Because
from engine.run.tenure import Standing as Standing
from engine.run.tenure import Tenure, is_among, roll

CLERK = "clerk"
NOBODY: Standing = frozenset()


def standing(workflow: Workflow, role: str, case: Case | None, tenures: tuple[Tenure, ...], day: date) -> Standing:
    """Who holds a role with regard to a case on a day, those who stand in for somebody included."""
    known = workflow.roles.get(role)
    if known is None or known.held_by == OFFICE:
        return roll(tenures).held(role, day)
    own = named(case, known.held_by) if case is not None else ()
    held = [(party, party) for party in own]
    for each in roll(tenures).deputies(role):
        if each.instead_of in own and each.holds(day):
            held.append((each.party, each.instead_of))
    return frozenset(held)


def named(case: Case, field: str) -> tuple[str, ...]:
    """The parties that a field names, in their order: of the case, or of all its records of a kind."""
    kind, _, name = field.rpartition(".")
    if not kind:
        return tuple(parties(case.fields.get(name)))
    records = (record for record in case.records.values() if record.kind == kind)
    return tuple(dict.fromkeys(party for record in records for party in parties(record.fields.get(name))))


def suggested(workflow: Workflow, arrow: Arrow, case: Case, operator: str, facts: Facts) -> str:
    """On whose behalf an arrow is taken if nobody is named: the first that the case names for it, else the operator.

    Who is no clerk types for nobody else: such a one acts in person, if it is theirs to act.
    """
    held_by = workflow.roles[arrow.role].held_by
    if held_by == OFFICE:
        return operator
    in_person = not is_clerk(facts, operator)
    if in_person and is_among(operator, standing(workflow, arrow.role, case, facts.tenures, facts.today)):
        return operator
    return next(iter(named(case, held_by)), operator)


def is_clerk(facts: Facts, who: str) -> bool:
    """Whether somebody may type for others on the day on which it is typed."""
    return is_among(who, roll(facts.tenures).held(CLERK, facts.today))


def not_entitled(workflow: Workflow, arrow: Arrow, held: Standing, facts: Facts, told: Told) -> tuple[Because, ...]:
    """Why this person may not take this arrow; `held` tells who holds its role on the day on which it is said taken.

    Where a case names nobody for a role, a clerk says whose act it is.
    """
    if held and is_among(told.on_behalf_of, held):
        return not_typing(facts, told)
    role = workflow.roles[arrow.role]
    names = {"role_ru": role.title.ru, "role_en": role.title.en}
    found = []
    if held:
        found.append(Because("not-holder", {**names, "who": told.on_behalf_of}, duty=True))
    elif role.held_by == OFFICE or not is_clerk(facts, told.typed_by):
        found.append(Because("nobody-holds", names, duty=True))
    return (*found, *not_typing(facts, told))


def not_typing(facts: Facts, told: Told) -> tuple[Because, ...]:
    """Why somebody may not put down the act of another: that is for a clerk."""
    if told.typed_by == told.on_behalf_of or is_clerk(facts, told.typed_by):
        return ()
    return (Because("not-clerk", {"who": told.typed_by, "for_whom": told.on_behalf_of}, duty=True),)


def binding(asked: Demands, tenures: tuple[Tenure, ...], day: date) -> tuple[Rule, ...]:
    """The sentences that an act of that day may break: had anybody ever held the roles that they keep from acting?"""
    for role in asked.roles:
        since = roll(tenures).since
        if role in since and since[role] <= day:
            return asked.rules
    return asked.unheld


def in_place_of(who: str, held: Standing) -> str:
    """For whom somebody stands in who holds a role; '' for who acts in own right."""
    return "" if (who, who) in held else min([of for by, of in held if by == who], default="")


def places(workflow: Workflow, roles: Iterable[str], case: Case | None, facts: Facts, told: Told) -> Standing:
    """Who the doer is by these roles: in own right alone, as soon as one of them is theirs, else in whose places."""
    doer, found = told.on_behalf_of, NOBODY
    for role in roles:
        held = standing(workflow, role, case, facts.tenures, told.happened_on)
        if (doer, doer) in held:
            return frozenset(((doer, doer),))
        found = found.union([pair for pair in held if pair[0] == doer])
    return found
