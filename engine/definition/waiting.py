"""Stages that wait for what only a later stage brings, or for each other: every way of a case is walked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.definition.contradictions import contradiction, too_late, way_of
from engine.definition.makers import makers
from engine.definition.spans import ANY, Clash, Span, narrowed
from engine.definition.workflow import Arrow, Workflow
from engine.graph import Graph
from engine.problems import Problem, Severity
from engine.rules.reach import EVIDENCE

MOST = 20_000  # states: a definition with more ways than that is not walked to the end, which is said

State = tuple[str, tuple[Span, ...]]  # where a case stands, and how many of each kind of record it may have by then


@dataclass
class Walk:
    """All that a case may come to: the way into each state, what leads where, the arrows that are ever taken.

    `shut` are the arrows that a state does not let through, each with the sentences that clash there.
    """

    into: dict[State, tuple[str, ...]] = field(default_factory=dict)
    back: dict[State, list[State]] = field(default_factory=dict)
    shut: dict[State, list[tuple[Arrow, Clash]]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    whole: bool = True


def no_stage_waits_for_what_comes_later(workflow: Workflow) -> Iterator[Problem]:
    """What a stage needs to be left can be recorded by the time a case stands there, and from anywhere it can end."""
    walk = _walked(workflow)
    if not walk.whole:
        yield Problem(workflow.where, "too-many-ways", Severity.WARNING, {"count": str(MOST)})
        return
    dead_ends, waits = _stuck(workflow, walk), dict[tuple[str, str], tuple[State, Clash]]()
    for state in sorted(walk.into, key=lambda state: len(walk.into[state])):
        for arrow, clash in walk.shut.get(state, ()):
            if state not in dead_ends and workflow.arrows.index(arrow) in walk.taken:
                continue
            if clash.low is not None and clash.high is not None:
                yield contradiction(way_of(arrow), arrow.source, clash.low, clash.high)
            elif clash.high is not None:
                yield too_late(arrow, clash.high, _named(workflow, clash.kind), clash.there)
            else:
                waits.setdefault((state[0], clash.kind), (state, clash))
    edges = tuple((stage, makers(workflow, kind)[0]) for stage, kind in waits)
    loops = {stage: loop for loop in Graph(tuple(workflow.stages), edges).loops for stage in loop if len(loop) > 2}
    for (stage, _), (state, clash) in waits.items():
        yield _problem(workflow, clash, stage, walk.into[state], loops.get(stage, ()))


def _problem(workflow: Workflow, clash: Clash, stage: str, way: tuple[str, ...], loop: tuple[str, ...]) -> Problem:
    producer, rule = makers(workflow, clash.kind)[0], clash.low
    assert rule is not None
    facts = {"stage": stage, "requirement": rule.sentence.text, "producer": producer, **_named(workflow, clash.kind)}
    if loop:
        return Problem(rule.sentence.where, "stages-wait", facts={**facts, "path": " → ".join(loop)})
    graph = Graph(tuple(workflow.stages), tuple((arrow.source, arrow.target) for arrow in workflow.arrows))
    onward = graph.path(stage, producer)
    if onward and producer not in way:
        return Problem(rule.sentence.where, "waits-for-later", facts={**facts, "path": " → ".join(onward)})
    return Problem(rule.sentence.where, "waits-for-missed", facts={**facts, "path": " → ".join(way)})


def _named(workflow: Workflow, kind: str) -> dict[str, str]:
    """What people call a kind of record, a document that proves something, or a moment."""
    name = workflow.fields[kind[1:]].title if kind.startswith(".") else workflow.lexicon.kinds[kind]
    return {"kind_ru": name.ru, "kind_en": name.en, "kind": kind}


def _walked(workflow: Workflow) -> Walk:
    """Every state, by the shortest way; a record may be made wherever its stage is passed."""
    moments = (f".{name}" for name, field in workflow.fields.items() if field.reached)
    kinds = (*(kind for kind in workflow.records if workflow.stage_of(kind)), *moments, EVIDENCE)
    made = {stage: _made(workflow, stage, kinds) for stage in workflow.stages}
    first = (workflow.start, _opened(made[workflow.start], kinds, ((0, 0),) * len(kinds)))
    walk = Walk(into={first: (workflow.start,)})
    ahead = deque([first])
    while ahead:
        state = ahead.popleft()
        for n, arrow in enumerate(workflow.arrows):
            if arrow.source != state[0]:
                continue
            left = narrowed(workflow, arrow, kinds, state[1])
            if isinstance(left, Clash):
                walk.shut.setdefault(state, []).append((arrow, left))
                continue
            walk.taken.add(n)
            reached = (arrow.target, _opened(made[arrow.target], kinds, left))
            walk.back.setdefault(reached, []).append(state)
            if reached not in walk.into:
                walk.into[reached] = (*walk.into[state], arrow.target)
                ahead.append(reached)
        if len(walk.into) > MOST:
            walk.whole = False
            break
    return walk


def _made(workflow: Workflow, stage: str, kinds: tuple[str, ...]) -> frozenset[str]:
    """What may come in a stage; a case that has ended takes no more records, but its day has come."""
    final = workflow.stages[stage].final
    return frozenset(kind for kind in kinds if stage in makers(workflow, kind) and (not final or kind.startswith(".")))


def _opened(made: frozenset[str], kinds: tuple[str, ...], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """In a stage, as many of what may come there may come as one likes, and its day has come."""
    return tuple(
        span if kind not in made else (1, 1) if kind.startswith(".") else (span[0], ANY)
        for kind, span in zip(kinds, spans, strict=True)
    )


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
