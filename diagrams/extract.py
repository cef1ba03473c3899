"""What of a regulation and a case goes into a picture: the management cycle as a ring, any regulation as a flow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from diagrams.acts import arrows_drawn, notes
from diagrams.picture import Edge, Mark, Meaning, Node, Picture, Stroke, Tone
from engine.audit.row import CycleRow
from engine.audit.stages import audit_cycles
from engine.definition.workflow import Arrow, Title, Workflow
from engine.messages import Lang, say
from engine.run.case import Case
from engine.run.standing import Standing

TONES: Mapping[str, Tone] = {
    Standing.ABSENT: Tone.EMPTY,
    Standing.PLANNED: Tone.PLANNED,
    Standing.RECORDED: Tone.BEGUN,
    Standing.PROVEN: Tone.DONE,
    "skipped": Tone.ALARM,
}


def draw(workflow: Workflow, lang: Lang, case: Case | None = None, subtitle: str = "") -> Picture:
    """The picture that suits a regulation: a ring if its end starts the next case, else a flow."""
    if any(arrow.then for arrow in workflow.arrows):
        row = audit_cycles((case,), (), workflow)[0] if case else None
        return cycle(workflow, lang, row, case, subtitle)
    return life(workflow, lang, case, subtitle)


def cycle(
    workflow: Workflow, lang: Lang, row: CycleRow | None = None, case: Case | None = None, subtitle: str = ""
) -> Picture:
    """A ring of stages, each standing as the row of the audit says; the case adds how many records it holds."""
    names = list(workflow.stages)
    standings = {name: _standing(row, name) for name in names} if row else {}
    nodes = tuple(
        Node(
            _id(workflow, name),
            _numbered(workflow, name, place, lang),
            tuple(_lines_of_stage(workflow, name, lang, standings.get(name, ""), row, case)),
            TONES.get(standings.get(name, ""), Tone.PLAIN),
            row is not None and row.current == name,
        )
        for place, name in enumerate(names, start=1)
    )
    half = (len(names) + 1) // 2
    ring = tuple(node.id for node in nodes)
    return Picture(
        title=_title(workflow.title, lang),
        subtitle=subtitle,
        nodes=nodes,
        edges=(*_ring(workflow), *_next_case(workflow, lang)),
        rows=(ring[:half], tuple(reversed(ring[half:]))),
        legend=tuple(_legend_of_cycle(workflow, lang, standings.values(), row is not None and bool(row.current))),
        notes=notes(workflow, lang),
    )


def life(workflow: Workflow, lang: Lang, case: Case | None = None, subtitle: str = "") -> Picture:
    """A flow of stages along the arrows; with a case, what it has gone through and where it stands."""
    passed = {stage for move in case.moves for stage in (move.source, move.target)} if case else set()
    nodes = []
    for name, stage in workflow.stages.items():
        here = case is not None and case.stage == name
        tone = Tone.PLAIN if case is None or here else Tone.DONE if name in passed else Tone.EMPTY
        lines = (*_outcome(workflow, case, lang), say("picture-here", {}, lang)) if case and here else ()
        nodes.append(Node(_id(workflow, name), _title(stage.title, lang), lines, tone, here))
    edges = tuple(
        Edge(_id(workflow, source), _id(workflow, target), tuple(acts))
        for (source, target), acts in arrows_drawn(workflow, lang).items()
    )
    legend = _legend_of_life(lang, {node.tone for node in nodes}) if case else ()
    title = _title(workflow.title, lang)
    rows = tuple((node.id,) for node in nodes)
    return Picture(title, tuple(nodes), edges, subtitle, rows, legend=legend, notes=notes(workflow, lang))


def _numbered(workflow: Workflow, stage: str, place: int, lang: Lang) -> str:
    """A stage with its number; the end, where nothing is produced any more, is no stage to be counted."""
    title = _title(workflow.stages[stage].title, lang)
    return title if workflow.stages[stage].final else f"{place}. {title}"


def _id(workflow: Workflow, stage: str) -> str:
    return f"stage{list(workflow.stages).index(stage)}"


def _title(title: Title, lang: Lang) -> str:
    text = title.ru if lang == "ru" else title.en
    return text[:1].upper() + text[1:]


def _standing(row: CycleRow, stage: str) -> str:
    if any(gap.stage == stage and gap.rule == "gap-out-of-order" for gap in row.gaps):
        return "skipped"
    return row.stages.get(stage, "")


def _lines_of_stage(
    workflow: Workflow, stage: str, lang: Lang, standing: str, row: CycleRow | None, case: Case | None
) -> Iterable[str]:
    if row is None:
        return
    if standing:
        yield say(f"picture-{standing}", {}, lang)
    yield from _counts(workflow, stage, lang, case)
    broken = sum(1 for gap in row.gaps if gap.stage == stage and gap.rule in ("gap-unproven", "gap-no-link"))
    if broken:
        yield say("picture-gaps", {"n": broken}, lang)
    if stage in row.trusted:
        yield say("picture-on-trust", {}, lang)
    if row.current == stage:
        yield say("picture-here", {}, lang)


def _counts(workflow: Workflow, stage: str, lang: Lang, case: Case | None) -> Iterable[str]:
    if case is None:
        return
    kinds = workflow.stages[stage].produces
    records = sum(1 for record in case.records.values() if record.kind in kinds)
    items = sum(1 for planned, _ in case.plans if planned == stage)
    counts = (("picture-records", records), ("picture-items", items))
    told = [say(code, {"n": count}, lang) for code, count in counts if count]
    if told:
        yield ", ".join(told)


def _ring(workflow: Workflow) -> Iterable[Edge]:
    """The way forward: from each stage to the next, whatever leads there."""
    forward = {(arrow.source, arrow.target) for arrow in workflow.arrows}
    names = list(workflow.stages)
    for source, target in pairwise(names):
        if (source, target) in forward:
            yield Edge(_id(workflow, source), _id(workflow, target))


def _next_case(workflow: Workflow, lang: Lang) -> Iterable[Edge]:
    ends: dict[str, Arrow] = {arrow.target: arrow for arrow in workflow.arrows if arrow.then}
    for end in ends:
        label = (say("picture-next-cycle", {}, lang),)
        yield Edge(_id(workflow, end), _id(workflow, workflow.start), label, Stroke.OFFERED)


def _outcome(workflow: Workflow, case: Case, lang: Lang) -> Iterable[str]:
    """How the last arrow ended the case, in the words of the definition."""
    move = case.moves[-1] if case.moves else None
    arrow = workflow.arrow(move.source, move.trigger, move.target) if move else None
    for field, value in arrow.sets.items() if arrow else ():
        attribute = workflow.lexicon.attributes.get(workflow.lexicon.case, {}).get(field)
        for name in attribute.values if attribute else ():
            if name.code == value:
                yield name.ru if lang == "ru" else name.en


def _legend_of_cycle(workflow: Workflow, lang: Lang, standings: Iterable[str], placed: bool) -> Iterable[Meaning]:
    seen = set(standings)
    for standing, tone in TONES.items():
        if standing in seen:
            yield Meaning(tone, say(f"picture-{standing}-means", {}, lang))
    if placed:
        yield Meaning(Mark.CURRENT, say("picture-here-means", {}, lang))
    yield Meaning(Stroke.OFFERED, say("picture-next-cycle-means", {}, lang))


def _legend_of_life(lang: Lang, tones: set[Tone]) -> tuple[Meaning, ...]:
    means = {Tone.DONE: "picture-passed-means", Tone.EMPTY: "picture-ahead-means"}
    rows = [Meaning(tone, say(code, {}, lang)) for tone, code in means.items() if tone in tones]
    return (*rows, Meaning(Mark.CURRENT, say("picture-here-means", {}, lang)))
