"""In which stages what sentences ask for may come about: records, documents that prove, the days of stages."""

from __future__ import annotations

from engine.definition.workflow import Workflow
from engine.rules.reach import EVIDENCE

RECORD, PROVE = "record", "prove"


def makers(workflow: Workflow, kind: str) -> tuple[str, ...]:
    """The stages in which things of a kind may come, in order; '.name' is the moment of that name.

    A record comes in its own stage; where the table of access lets nobody record there, wherever somebody may. A right
    that nobody has at all is a fault of its own, and is left out of account here.
    """
    running = [name for name, stage in workflow.stages.items() if not stage.final]
    if kind.startswith("."):
        return (workflow.fields[kind[1:]].reached,)
    if kind == EVIDENCE:
        return tuple(stage for stage in running if _allowed(workflow, stage, PROVE)) or tuple(running)
    own = str(workflow.stage_of(kind))
    open_ = tuple(stage for stage in running if _allowed(workflow, stage, RECORD))
    return (own,) if own in open_ or workflow.stages[own].final else open_ or (own,)


def _allowed(workflow: Workflow, stage: str, action: str) -> bool:
    """Whether somebody may do it there; where no rows are written, the clerk may do all of it."""
    rows = (row for row in workflow.access if action in row.may)
    return not workflow.access or any(stage in (row.stages or (stage,)) for row in rows)
