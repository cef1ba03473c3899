"""Where the stages of a case stand: absent, planned, recorded, proven."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.definition.workflow import Stage, Workflow
from engine.run.case import Case

ABSENT: Final = "absent"
PLANNED: Final = "planned"  # a task serves the stage; a plan of an analysis is no analysis
RECORDED: Final = "recorded"
PROVEN: Final = "proven"  # every record of the stage has its evidence


def standing(case: Case, workflow: Workflow) -> Mapping[str, str]:
    """How each stage that produces something stands, in the order of the stages.

    A stage that was taken on trust when the case began stands as its records say; `case.trusted` names it besides.
    """
    planned = {stage for stage, _ in case.plans}
    return {stage.name: _of(stage, case, planned) for stage in workflow.stages.values() if stage.produces}


def _of(stage: Stage, case: Case, planned: set[str]) -> str:
    records = [record for record in case.records.values() if record.kind in stage.produces]
    if records:
        return PROVEN if all(record.evidence for record in records) else RECORDED
    return PLANNED if stage.name in planned else ABSENT
