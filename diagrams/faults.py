"""A definition with its faults on it: numbered, the stages and arrows that each is about, the way that a case takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from diagrams.picture import Edge, Meaning, Node, Picture, Stroke, Tone
from engine.definition.workflow import Arrow, Title, Workflow
from engine.messages import Lang, in_language, say
from engine.problems import Problem

WAY = " → "
MOST = 12  # faults that are drawn; who has more begins with these
NOT_ENTERED = ("stage-never-entered", "stage-not-reached")
STAYS = frozenset({"waits-for-later", "waits-for-missed"})
Ends = tuple[str, str]


class Fault(NamedTuple):
    """One fault as it is drawn: its number, its stages, the arrows of its way, and which stage waits for which."""

    number: int
    problem: Problem
    stages: tuple[str, ...]
    way: tuple[Ends, ...]
    waits: tuple[Ends, ...]


def faulty(workflow: Workflow, problems: Sequence[Problem], lang: Lang, file: str = "") -> Picture:
    """All stages and arrows, with the faults marked; each is told below with its number and its line."""
    faults = [_fault(workflow, number, problem) for number, problem in enumerate(problems[:MOST], 1)]
    nodes = tuple(_node(workflow, name, faults, lang) for name in workflow.stages)
    edges = (*_arrows(workflow, faults, lang), *_waits(workflow, faults, lang))
    notes = [_note(workflow, fault, lang) for fault in faults]
    if len(problems) > MOST:
        notes.append(say("picture-more-faults", {"n": len(problems) - MOST}, lang))
    return Picture(
        title=_in(workflow.title, lang)[:1].upper() + _in(workflow.title, lang)[1:],
        nodes=nodes,
        edges=edges,
        subtitle=say("picture-faults" if problems else "picture-no-faults", {"n": len(problems), "file": file}, lang),
        rows=tuple((node.id,) for node in nodes),
        legend=tuple(_legend(nodes, edges, lang)),
        notes=tuple(notes),
    )


def _fault(workflow: Workflow, number: int, problem: Problem) -> Fault:
    """What of the picture a fault is about; one that is about no stage or arrow is only told."""
    facts = problem.facts
    path = [stage for stage in facts.get("path", "").split(WAY) if stage in workflow.stages]
    pairs = tuple(pairwise(path))
    stage, producer = facts.get("stage", ""), facts.get("producer", "")
    if problem.code == "stages-wait":
        return Fault(number, problem, tuple(dict.fromkeys(path)), (), ((stage, producer),))
    waits = ((stage, producer),) if problem.code in STAYS and producer in workflow.stages else ()
    here = (stage,) if stage in workflow.stages else tuple(path[-1:]) if len(path) == 1 else ()
    written = tuple((arrow.source, arrow.target) for arrow in workflow.arrows if arrow.where == problem.where)
    if problem.code == "no-way-to-an-end":
        here = tuple(facts["stages"].split(", "))
    return Fault(number, problem, here, pairs or written, waits)


def _node(workflow: Workflow, name: str, faults: Iterable[Fault], lang: Lang) -> Node:
    mine = [fault for fault in faults if name in fault.stages]
    aside = any(fault.problem.code in NOT_ENTERED for fault in mine)
    tone = Tone.EMPTY if aside else Tone.ALARM if mine else Tone.PLAIN
    end = (say("picture-end", {}, lang),) if workflow.stages[name].final else ()
    start = (say("picture-start", {}, lang),) if name == workflow.start else ()
    lines = (*start, *end, *_marks(mine, lang))
    title = _in(workflow.stages[name].title, lang)
    return Node(_id(workflow, name), title[:1].upper() + title[1:], lines, tone)


def _arrows(workflow: Workflow, faults: Sequence[Fault], lang: Lang) -> Iterable[Edge]:
    """Every way between two stages once; those of a fault stand out with its number. Of many ways back, only those."""
    order = list(workflow.stages)
    for (source, target), arrows in _by_ends(workflow).items():
        mine = [fault for fault in faults if (source, target) in fault.way]
        back = order.index(target) <= order.index(source)
        if back and not mine and len([one for one in workflow.arrows if one.trigger == arrows[0].trigger]) > 2:
            continue
        label = (*(_act(workflow, arrow, lang) for arrow in arrows), *_marks(mine, lang))
        stroke = Stroke.WRONG if mine else Stroke.FIRM
        yield Edge(_id(workflow, source), _id(workflow, target), tuple(dict.fromkeys(label)), stroke)


def _waits(workflow: Workflow, faults: Iterable[Fault], lang: Lang) -> Iterable[Edge]:
    for fault in faults:
        for one, other in fault.waits:
            kind = fault.problem.facts.get(f"kind_{lang}", "")
            label = (say("picture-waits-for", {"kind": kind}, lang), *_marks([fault], lang))
            yield Edge(_id(workflow, one), _id(workflow, other), label, Stroke.WAITS)


def _by_ends(workflow: Workflow) -> Mapping[Ends, list[Arrow]]:
    found: dict[Ends, list[Arrow]] = {}
    for arrow in workflow.arrows:
        found.setdefault((arrow.source, arrow.target), []).append(arrow)
    return found


def _act(workflow: Workflow, arrow: Arrow, lang: Lang) -> str:
    """Who does what; a role that nobody has is said so."""
    role = workflow.roles.get(arrow.role)
    who = _in(role.title, lang) if role else say("picture-nobody", {"role": arrow.role or "?"}, lang)
    return say("picture-act", {"role": who, "act": _in(arrow.title, lang)}, lang)


def _marks(faults: Iterable[Fault], lang: Lang) -> tuple[str, ...]:
    numbers = [str(fault.number) for fault in faults]
    return (say("picture-fault", {"n": len(numbers), "numbers": ", ".join(numbers)}, lang),) if numbers else ()


def _note(workflow: Workflow, fault: Fault, lang: Lang) -> str:
    text = say(fault.problem.code, in_language(_titled(workflow, fault.problem.facts, lang), lang), lang)
    return say("picture-fault-told", {"number": fault.number, "line": fault.problem.where.line, "text": text}, lang)


def _titled(workflow: Workflow, facts: Mapping[str, str], lang: Lang) -> dict[str, str]:
    """Facts with the titles that the boxes bear, where a file and a terminal have the codes."""
    stages = {name: _in(stage.title, lang) for name, stage in workflow.stages.items()}
    acts = {arrow.trigger: f"«{_in(arrow.title, lang)}»" for arrow in workflow.arrows}
    roles = {name: _in(role.title, lang) for name, role in workflow.roles.items()}
    titles = {"stage": stages, "producer": stages, "start": stages, "trigger": acts, "role": roles}
    told = {name: titles.get(name, {}).get(value, value) for name, value in facts.items()}
    if "path" in facts:
        told["path"] = WAY.join(stages.get(part, part) for part in facts["path"].split(WAY))
    return told


def _legend(nodes: Iterable[Node], edges: Iterable[Edge], lang: Lang) -> Iterable[Meaning]:
    tones, strokes = {node.tone for node in nodes}, {edge.stroke for edge in edges}
    for tone, code in ((Tone.ALARM, "picture-faulty-means"), (Tone.EMPTY, "picture-aside-means")):
        if tone in tones:
            yield Meaning(tone, say(code, {}, lang))
    for stroke, code in ((Stroke.WRONG, "picture-way-means"), (Stroke.WAITS, "picture-waits-means")):
        if stroke in strokes:
            yield Meaning(stroke, say(code, {}, lang))


def _id(workflow: Workflow, stage: str) -> str:
    return f"stage{list(workflow.stages).index(stage)}"


def _in(title: Title, lang: Lang) -> str:
    return title.ru if lang == "ru" else title.en
