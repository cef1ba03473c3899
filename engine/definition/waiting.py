"""Stages that wait for what only a later stage brings, or for each other: every way of a case is walked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.definition.guards import demanded, guards, surely_there
from engine.definition.workflow import Arrow, Workflow
from engine.graph import Graph
from engine.problems import Problem
from engine.rules.rule import Rule

MOST = 20_000  # states: a definition with more ways than that is not walked to the end, and not complained of

State = tuple[str, frozenset[str]]  # where a case stands, and the kinds of records that it could have by then


@dataclass
class Walk:
    """All that a case may come to: the way into each state, what leads where, and the arrows that are ever taken."""

    into: dict[State, tuple[str, ...]] = field(default_factory=dict)
    back: dict[State, list[State]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Needs:
    """What an arrow cannot be taken without: the kinds that stages produce, each with the sentence that asks for it."""

    arrow: Arrow
    kinds: dict[str, Rule]


def no_stage_waits_for_what_comes_later(workflow: Workflow) -> Iterator[Problem]:
    """What a stage needs to be left can be recorded by the time a case stands there, and from anywhere it can end."""
    needs = _needs(workflow)
    walk = _walked(workflow, needs)
    if not walk.whole:
        return
    waits: dict[tuple[str, str], tuple[State, Needs]] = {}
    dead_ends = _stuck(workflow, walk)
    for state in sorted(walk.into, key=lambda state: len(walk.into[state])):
        stuck = state in dead_ends
        for n, need in enumerate(needs):
            if need.arrow.source == state[0] and (stuck or n not in walk.taken):
                for kind in need.kinds.keys() - state[1]:
                    waits.setdefault((state[0], kind), (state, need))
    edges = tuple((stage, str(workflow.stage_of(kind))) for stage, kind in waits)
    loops = {stage: loop for loop in Graph(tuple(workflow.stages), edges).loops for stage in loop if len(loop) > 2}
    told = set()
    for (stage, kind), (state, need) in sorted(waits.items()):
        rule = need.kinds[kind]
        if (rule, stage) not in told:
            told.add((rule, stage))
            yield _problem(workflow, rule, stage, kind, walk.into[state], loops.get(stage, ()))


def _problem(
    workflow: Workflow, rule: Rule, stage: str, kind: str, way: tuple[str, ...], loop: tuple[str, ...]
) -> Problem:
    producer = str(workflow.stage_of(kind))
    names = workflow.records[kind].title
    facts = {"stage": stage, "requirement": rule.sentence.text, "producer": producer}
    facts |= {"kind_ru": names.ru, "kind_en": names.en, "kind": kind}
    if loop:
        return Problem(rule.sentence.where, "stages-wait", facts={**facts, "path": " → ".join(loop)})
    graph = Graph(tuple(workflow.stages), tuple((arrow.source, arrow.target) for arrow in workflow.arrows))
    onward = graph.path(stage, producer)
    if onward:
        return Problem(rule.sentence.where, "waits-for-later", facts={**facts, "path": " → ".join(onward)})
    return Problem(rule.sentence.where, "waits-for-missed", facts={**facts, "path": " → ".join(way)})


def _needs(workflow: Workflow) -> tuple[Needs, ...]:
    there = surely_there(workflow)
    found = []
    for arrow in workflow.arrows:
        asked = demanded(guards(workflow, arrow), there.get(arrow.source, {}))
        kinds = {kind: chain[-1] for kind, (_, chain) in asked.items() if workflow.stage_of(kind)}
        found.append(Needs(arrow, kinds))
    return tuple(found)


def _walked(workflow: Workflow, needs: tuple[Needs, ...]) -> Walk:
    """Every state, by the shortest way; a record may be made wherever its stage was passed."""
    first = (workflow.start, _made(workflow, workflow.start))
    walk = Walk(into={first: (workflow.start,)})
    ahead = deque([first])
    while ahead:
        state = ahead.popleft()
        for n, need in enumerate(needs):
            if need.arrow.source != state[0] or not need.kinds.keys() <= state[1]:
                continue
            walk.taken.add(n)
            target = need.arrow.target
            reached = (target, state[1] | _made(workflow, target))
            walk.back.setdefault(reached, []).append(state)
            if reached not in walk.into:
                walk.into[reached] = (*walk.into[state], target)
                ahead.append(reached)
        if len(walk.into) > MOST:
            walk.whole = False
            break
    return walk


def _made(workflow: Workflow, stage: str) -> frozenset[str]:
    """What can be recorded in a stage; a case that has ended takes no more records."""
    here = workflow.stages[stage]
    return frozenset() if here.final else frozenset(here.produces)


def _stuck(workflow: Workflow, walk: Walk) -> frozenset[State]:
    """The states from which no end can be reached any more."""
    ends = [state for state in walk.into if workflow.stages[state[0]].final]
    alive = set(ends)
    while ends:
        for before in walk.back.get(ends.pop(), ()):
            if before not in alive:
                alive.add(before)
                ends.append(before)
    return frozenset(walk.into.keys() - alive)
