"""Leave that was given to go on against a requirement: in force, made good since, or run out with nothing made good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from engine.definition.guards import guards
from engine.definition.workflow import Workflow
from engine.rules.judging import judge
from engine.rules.rule import Rule
from engine.rules.thing import Scene
from engine.rules.verdict import Holds
from engine.run.case import Case
from engine.run.facts import Facts
from engine.run.scene import scene


class State(StrEnum):
    """Whether the leave still counts; after its term what counts is the requirement."""

    COUNTS = "counts"
    KEPT = "kept"  # its term is over, and the requirement holds by now
    BROKEN = "broken"  # its term is over, and the requirement still does not hold


@dataclass(frozen=True, slots=True)
class Given:
    """Leave from one requirement, as the entry that went on by it keeps it; `record` is '' for a move of the case.

    `standing` is the waiver of the office that it came by, where nobody gave it for this one act.
    """

    case: str
    stage: str
    record: str
    requirement: str
    who: str
    why: str
    until: str
    standing: str
    state: State


def given(workflow: Workflow, case: Case, facts: Facts | None = None) -> tuple[Given, ...]:
    """All leave by which a case went on, in the order of its entries; without facts no term is looked at."""
    every = tuple(_kept(case, workflow))
    view = scene(workflow, case, facts) if facts and every else None
    rules = _rules(workflow) if every else {}
    return tuple(
        Given(case.id, stage, record, **_said(kept), state=_state(kept, rules, view)) for stage, record, kept in every
    )


def _kept(case: Case, workflow: Workflow) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for move in case.moves:
        waived: Any = move.data.get("waived")
        yield from ((move.source, "", each) for each in waived or ())
    for record in case.records.values():
        yield from ((workflow.stage_of(record.kind) or case.stage, record.id, each) for each in record.waived)


def _said(kept: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(kept.get(name) or "") for name in ("requirement", "who", "why", "until", "standing")}


def _rules(workflow: Workflow) -> dict[str, Rule]:
    """Every sentence that could be waived, as it was written."""
    found = [rule for arrow in workflow.arrows for rule in guards(workflow, arrow)]
    found += [rule for kind in workflow.records.values() for rule in kind.requirements]
    return {rule.sentence.text: rule for rule in (*found, *workflow.duties)}


def _state(kept: Mapping[str, Any], rules: Mapping[str, Rule], view: Scene | None) -> State:
    until = str(kept.get("until") or "")
    if view is None or not until or view.today <= date.fromisoformat(until):
        return State.COUNTS
    rule = rules.get(str(kept.get("requirement")))
    # A sentence that another version no longer asks for cannot be made good: that it was passed over stays to be seen.
    return State.KEPT if rule and judge(rule, view).holds is Holds.SATISFIED else State.BROKEN
