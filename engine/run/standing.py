"""How each stage of a case stands: a plan is no record, and a record without a document is no proof."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.run.case import Case


class Standing(StrEnum):
    """The four ways, from nothing to proof."""

    ABSENT = "absent"
    PLANNED = "planned"
    RECORDED = "recorded"
    PROVEN = "proven"


def standing(workflow: Workflow, case: Case) -> Mapping[str, Standing]:
    """For every stage that produces something, how it stands. Being past a stage, or trusting it, proves nothing."""
    return {name: _of_stage(case, name, kinds) for name, kinds in _producing(workflow)}


@once
def _producing(workflow: Workflow) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The stages that produce something, and what."""
    return tuple((name, stage.produces) for name, stage in workflow.stages.items() if stage.produces)


def _of_stage(case: Case, stage: str, kinds: tuple[str, ...]) -> Standing:
    records = [record for record in case.records.values() if record.kind in kinds]
    if records:
        return Standing.PROVEN if all(record.evidence for record in records) else Standing.RECORDED
    planned = any(planned == stage for planned, _ in case.plans)
    return Standing.PLANNED if planned else Standing.ABSENT
