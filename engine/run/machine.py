"""The one window on `transitions`: a regulation's arrows as a machine, one per version, for all of its cases."""

from __future__ import annotations

from functools import lru_cache

from transitions import Machine, MachineError

from engine.definition.workflow import Arrow, Workflow


class NoWay(Exception):
    """There is no such arrow out of this stage; a judge asks `Workflow.arrow` first, so this is a fault of ours."""


class _Token:
    """What stands in a stage while one arrow is taken: a machine per case would cost 20 KB."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


@lru_cache(maxsize=64)
def _machine(version: str, stages: tuple[str, ...], ways: tuple[tuple[str, str, str], ...]) -> Machine:
    machine = Machine(model=None, states=list(stages), initial=stages[0], auto_transitions=False)
    for trigger, source, target in ways:
        # Names of conditions are never handed over: the library would import and call a dotted string.
        machine.add_transition(_event(trigger, target), source, target)
    return machine


def _event(trigger: str, target: str) -> str:
    """One event per trigger and target, so that the library never has to choose between two arrows."""
    return f"{trigger}>{target}"


def step(workflow: Workflow, stage: str, arrow: Arrow) -> str:
    """The stage in which a case stands after an arrow; whether it may go is judged elsewhere."""
    ways = tuple((each.trigger, each.source, each.target) for each in workflow.arrows)
    machine = _machine(workflow.version, tuple(workflow.stages), ways)
    token = _Token(stage)
    try:
        machine.events[_event(arrow.trigger, arrow.target)].trigger(token)
    except (MachineError, KeyError) as error:
        raise NoWay(f"{workflow.name}: no {arrow.trigger} from {stage} to {arrow.target}") from error
    return token.state
