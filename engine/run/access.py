"""The table of access: role × action × relation × stage. What no row allows, nobody may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.definition.access import ACTIONS
from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.messages import words_for
from engine.run.duty import CLERK, not_typing
from engine.run.event import Told
from engine.run.facts import Facts
from engine.run.holding import OFFICE
from engine.run.refusal import Because
from engine.run.tenure import Standing

OWN = "own"  # held by who is named in the case itself
# The roles of every office, which no regulation has to name.
OFFICE_ROLES = (
    *(CLERK, "controller", "curator", "head", "role_admin", "file_keeper", "checkpoint_keeper", "operator"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """Who holds this role in the office (any case) or in the case itself (its own) may do this in these stages."""

    role: str
    action: str
    relation: str
    stages: tuple[str, ...] = ()  # none named: in all


def table(workflow: Workflow) -> tuple[Row, ...]:
    """All that a regulation allows: its arrows, and the rest as it says, or as the clerk does where it says nothing."""
    rows = [_row(workflow, each.role, action, each.stages) for each in workflow.access for action in each.may]
    if not workflow.access:
        rows = [_row(workflow, CLERK, action, ()) for action in ACTIONS]
    return (*_arrows(workflow), *rows)


def _arrows(workflow: Workflow) -> tuple[Row, ...]:
    stages: dict[tuple[str, str], dict[str, None]] = {}
    for arrow in workflow.arrows:
        stages.setdefault((arrow.role, arrow.trigger), {})[arrow.source] = None
    return tuple(_row(workflow, role, trigger, tuple(found)) for (role, trigger), found in stages.items())


def _row(workflow: Workflow, role: str, action: str, stages: tuple[str, ...]) -> Row:
    known = workflow.roles.get(role)
    return Row(role, action, OFFICE if known is None or known.held_by == OFFICE else OWN, stages)


def allowing(workflow: Workflow, stage: str, action: str) -> tuple[str, ...]:
    """The roles that may do something, which is no arrow, in a stage."""
    if not workflow.access:
        return (CLERK,)
    known = _allowing(workflow)
    found = known.get((stage, action))
    if found is None:
        rows = [each for each in workflow.access if action in each.may and stage in (each.stages or (stage,))]
        found = known[stage, action] = tuple(dict.fromkeys(each.role for each in rows))
    return found


@once
def _allowing(workflow: Workflow) -> dict[tuple[str, str], tuple[str, ...]]:
    """The roles by stage and by what they may do in it, as far as somebody has wanted to know."""
    return {}


def may(
    workflow: Workflow, action: str, roles: tuple[str, ...], acting: Standing, facts: Facts, told: Told
) -> tuple[Because, ...]:
    """Why somebody may not do what is no arrow: open a case, record, link, prove, plan, correct; nothing if they may.

    `roles` are those that may do it there, and `acting` is who the doer is by them.
    """
    if acting:
        return not_typing(facts, told)
    return (may_not(workflow, action, roles, told.on_behalf_of), *not_typing(facts, told))


def may_not(workflow: Workflow | None, action: str, roles: tuple[str, ...], who: str) -> Because:
    """The refusal of what this person has no right to, with the roles that have."""
    right = words_for(f"right.{action}")
    titles = [_titled(workflow, role) for role in roles]
    facts = {"who": who, "right_ru": right.ru, "right_en": right.en, "action": action, "roles": ", ".join(roles)}
    nobody = words_for("right-of-nobody")
    facts["allowed_ru"] = ", ".join(title["ru"] for title in titles) or nobody.ru
    facts["allowed_en"] = ", ".join(title["en"] for title in titles) or nobody.en
    return Because("may-not", facts, duty=True)


def _titled(workflow: Workflow | None, role: str) -> Mapping[str, str]:
    known = workflow.roles.get(role) if workflow else None
    if known is not None:
        return {"ru": known.title.ru, "en": known.title.en}
    if role not in OFFICE_ROLES:
        return {"ru": role, "en": role}
    row = words_for(f"role-{role}")
    return {"ru": row.ru, "en": row.en}
