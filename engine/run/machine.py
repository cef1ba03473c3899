"""The one window on `transitions`: a regulation's arrows as a machine, one per version, for all of its cases."""

from __future__ import annotations

from collections.abc import Callable

from transitions import Machine, MachineError

from engine.definition.derived import once
from engine.definition.workflow import Arrow, Workflow


class NoWay(Exception):
    """There is no such arrow out of this stage; a judge asks `Workflow.arrow` first, so this is a fault of ours."""


class Token:
    """What stands in a stage while one arrow is taken: a machine per case would cost 20 KB."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


@once
def machine(workflow: Workflow) -> Machine:
    """All ways of a regulation, in the words of the library."""
    made = Machine(model=None, states=list(workflow.stages), initial=workflow.start, auto_transitions=False)
    for arrow in workflow.arrows:
        # Names of conditions are never handed over: the library would import and call a dotted string.
        made.add_transition(event(arrow), arrow.source, arrow.target)
    return made


def event(arrow: Arrow) -> str:
    """One event per trigger and target, so that the library never has to choose between two arrows."""
    return f"{arrow.trigger}>{arrow.target}"


def way(workflow: Workflow, arrow: Arrow) -> Callable[[str], str]:
    """An arrow as the way from a stage to the one in which a case stands after it; who may go is judged elsewhere."""
    found = machine(workflow).events.get(event(arrow))
    if found is None:
        raise NoWay(f"{workflow.name}: no {arrow.trigger} to {arrow.target}")

    def taken(stage: str) -> str:
        token = Token(stage)
        try:
            found.trigger(token)
        except MachineError as error:
            raise NoWay(f"{workflow.name}: no {arrow.trigger} from {stage} to {arrow.target}") from error
        return token.state

    return taken
