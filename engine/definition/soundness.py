"""Can every case of a definition live and end? Each check is a small function and one line of `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.definition.contradictions import (
    no_count_contradicts_another,
    no_requirement_is_about_itself,
    no_term_is_of_no_days,
    somebody_may_take_every_arrow,
)
from engine.definition.impossible import (
    no_required_field_has_to_be_empty,
    nobody_is_shut_out_by_what_was_done_before,
    nobody_stands_among_those_he_is_apart_from,
    nothing_is_asked_for_that_cannot_be_there,
)
from engine.definition.orders import every_comparison_leaves_a_value
from engine.definition.settings import every_setting_is_of_its_kind, nobody_states_a_moment
from engine.definition.shape import unknown
from engine.definition.waiting import no_stage_waits_for_what_comes_later
from engine.definition.workflow import Arrow, Workflow
from engine.graph import Graph
from engine.problems import Problem

ONCE = ("requirements-contradict", "requirement-too-late")
Check = Callable[[Workflow], Iterator[Problem]]


def check(workflow: Workflow) -> tuple[Problem, ...]:
    """Every fault that every check finds, in the order of the file."""
    found = {_key(problem): problem for one in reversed(CHECKS) for problem in reversed(list(one(workflow)))}
    return tuple(sorted(reversed(found.values()), key=lambda problem: (problem.where.line, problem.where.column)))


def _key(problem: Problem) -> tuple[object, ...]:
    """What makes two findings one: two sentences that fight are told once, whichever ways lead to them."""
    ways = ("path", "stage", "there") if problem.code in ONCE else ()
    return problem.where, problem.code, *((name, value) for name, value in problem.facts.items() if name not in ways)


def every_stage_is_reached(workflow: Workflow) -> Iterator[Problem]:
    """A stage that no path enters is a promise nobody can keep."""
    graph = _graph(workflow)
    reached = graph.reachable(workflow.start)
    for name, stage in workflow.stages.items():
        if name not in reached:
            sources = {arrow.source for arrow in workflow.arrows if arrow.target == name and arrow.source != name}
            code = "stage-not-reached" if sources else "stage-never-entered"
            facts = {"stage": name, "start": workflow.start, "sources": ", ".join(sorted(sources))}
            yield Problem(stage.where, code, facts=facts)


def every_case_can_end(workflow: Workflow) -> Iterator[Problem]:
    """From wherever a case may get to, some final stage must be left to reach; the way into the trap is told."""
    graph = _graph(workflow)
    final = {name for name, stage in workflow.stages.items() if stage.final}
    if not final:
        yield Problem(workflow.where, "no-final-stage", facts={"stages": ", ".join(workflow.stages)})
        return
    reached = graph.reachable(workflow.start)
    lost = [name for name in workflow.stages if name in reached and not graph.reachable(name) & final]
    told: set[str] = set()
    for name in lost:
        onward = graph.descendants(name) - {name}
        # Who only leads into a trap is no trap: the trap itself is told, once for all the stages it goes round.
        if name in told or any(name not in graph.reachable(other) for other in onward):
            continue
        told |= onward
        way = graph.path(workflow.start, name)
        facts = {"stage": name, "path": " → ".join((*way, *_round(graph, name)[1:]))}
        facts["stages"] = ", ".join(each for each in workflow.stages if each == name or each in onward)
        yield Problem(workflow.stages[name].where, "no-way-to-an-end" if onward else "no-way-out", facts=facts)


def _round(graph: Graph, stage: str) -> tuple[str, ...]:
    """The shortest way from a stage back to itself, or only the stage."""
    onward = [target for source, target in graph.edges if source == stage and target != stage]
    ways = [(stage, *way) for target in onward if (way := graph.path(target, stage))]
    return min(ways, key=len, default=(stage,))


def no_arrow_is_dead(workflow: Workflow) -> Iterator[Problem]:
    """An arrow is dead if its stage is never reached, or if an earlier arrow is always taken in its place."""
    reached = _graph(workflow).reachable(workflow.start)
    first: dict[tuple[str, str, str], Arrow] = {}
    for arrow in workflow.arrows:
        facts = {"trigger": arrow.trigger, "path": f"{arrow.source} → {arrow.target}"}
        if arrow.source not in reached:
            yield Problem(arrow.where, "arrow-never-taken", facts={**facts, "stage": arrow.source})
        earlier = first.setdefault((arrow.source, arrow.trigger, arrow.target), arrow)
        if earlier is not arrow:
            yield Problem(arrow.where, "arrow-twice", facts={**facts, "first": str(earlier.where)})


def every_arrow_has_its_role(workflow: Workflow) -> Iterator[Problem]:
    """Who may take an arrow is stated, and is a role of this definition."""
    told = set()
    for arrow in workflow.arrows:
        if arrow.where in told or arrow.role in workflow.roles:
            continue
        told.add(arrow.where)
        if arrow.role:
            yield unknown(arrow.where, "role", arrow.role, workflow.roles)
        else:
            facts = {"trigger": arrow.trigger, "path": f"{arrow.source} → {arrow.target}"}
            yield Problem(arrow.where, "arrow-without-role", facts=facts)


def no_final_stage_has_a_way_out(workflow: Workflow) -> Iterator[Problem]:
    """What has ended stays ended."""
    for arrow in workflow.arrows:
        if workflow.stages[arrow.source].final:
            facts = {"trigger": arrow.trigger, "stage": arrow.source, "path": f"{arrow.source} → {arrow.target}"}
            yield Problem(arrow.where, "way-out-of-final", facts=facts)


def somebody_may_do_everything(workflow: Workflow) -> Iterator[Problem]:
    """Where rows of access are written, each thing that cases of this kind need is allowed to somebody."""
    if not workflow.access:
        return
    allowed = {action for row in workflow.access for action in row.may}
    needed = ["open", "prove", "correct", *(["record"] if workflow.records else [])]
    if any(kind.back for kind in workflow.records.values()):
        needed.append("link")
    for action in needed:
        if action not in allowed:
            yield Problem(workflow.access[0].where, "action-nobody-may", facts={"found": action})


OF_STAGES: tuple[Check, ...] = (
    every_stage_is_reached,
    every_case_can_end,
    no_arrow_is_dead,
    every_arrow_has_its_role,
    no_final_stage_has_a_way_out,
)
OF_ACCESS: tuple[Check, ...] = (somebody_may_do_everything,)
OF_DATA: tuple[Check, ...] = (every_setting_is_of_its_kind, nobody_states_a_moment)
OF_SENTENCES: tuple[Check, ...] = (
    no_count_contradicts_another,
    no_requirement_is_about_itself,
    no_term_is_of_no_days,
    every_comparison_leaves_a_value,
    somebody_may_take_every_arrow,
    nobody_is_shut_out_by_what_was_done_before,
    no_required_field_has_to_be_empty,
    nobody_stands_among_those_he_is_apart_from,
    nothing_is_asked_for_that_cannot_be_there,
    no_stage_waits_for_what_comes_later,
)
CHECKS = (*OF_STAGES, *OF_ACCESS, *OF_DATA, *OF_SENTENCES)


def _graph(workflow: Workflow) -> Graph:
    return Graph(tuple(workflow.stages), tuple((arrow.source, arrow.target) for arrow in workflow.arrows))
