"""Which arrows of a regulation are drawn, and which are told in a note, because drawn they would bury the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.definition.workflow import Arrow, Title, Workflow
from engine.messages import Lang, say

FEW = 2  # a trigger with more arrows that share an end is told, not drawn


def arrows_drawn(workflow: Workflow, lang: Lang) -> Mapping[tuple[str, str], list[str]]:
    """The arrows to draw, by their ends, each with the acts that take it."""
    drawn: dict[tuple[str, str], list[str]] = {}
    for arrows in _by_trigger(workflow).values():
        for arrow in () if _is_told(arrows) else arrows:
            facts = {"role": _role(workflow, arrow, lang), "act": _in(arrow.title, lang)}
            drawn.setdefault((arrow.source, arrow.target), []).append(say("picture-act", facts, lang))
    return drawn


def notes(workflow: Workflow, lang: Lang) -> tuple[str, ...]:
    """The arrows that are told: acts of one role between the same stages make one sentence."""
    told: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Arrow]] = {}
    for arrows in _by_trigger(workflow).values():
        if _is_told(arrows):
            ends = (tuple(dict.fromkeys(a.source for a in arrows)), tuple(dict.fromkeys(a.target for a in arrows)))
            told.setdefault((arrows[0].role, *ends), []).append(arrows[0])
    sentences = (_note(workflow, lang, acts, sources, targets) for (_, sources, targets), acts in told.items())
    return tuple(sentence[:1].upper() + sentence[1:] for sentence in sentences)


def _by_trigger(workflow: Workflow) -> Mapping[tuple[str, str, bool], list[Arrow]]:
    groups: dict[tuple[str, str, bool], list[Arrow]] = {}
    for arrow in workflow.arrows:
        groups.setdefault((arrow.trigger, arrow.role, arrow.source == arrow.target), []).append(arrow)
    return groups


def _is_told(arrows: list[Arrow]) -> bool:
    sources, targets = {arrow.source for arrow in arrows}, {arrow.target for arrow in arrows}
    stays = all(arrow.source == arrow.target for arrow in arrows)
    return stays or (len(arrows) > FEW and min(len(sources), len(targets)) < len(arrows))


def _note(
    workflow: Workflow, lang: Lang, acts: Iterable[Arrow], sources: tuple[str, ...], targets: tuple[str, ...]
) -> str:
    acts = tuple(acts)
    order = list(workflow.stages)
    facts = {
        "role": _role(workflow, acts[0], lang),
        "acts": ", ".join(_in(arrow.title, lang) for arrow in acts),
        "sources": _named(workflow, sources, lang),
        "targets": _named(workflow, targets, lang),
    }
    if sources == targets and all(arrow.source == arrow.target for arrow in acts):
        return say("picture-acts-here", facts, lang)
    if len(targets) > 1 and order.index(sources[0]) > order.index(targets[0]):
        return say("picture-acts-back", facts, lang)
    return say("picture-acts-away", facts, lang)


def _named(workflow: Workflow, stages: Iterable[str], lang: Lang) -> str:
    return ", ".join(_quoted(workflow.stages[stage].title, lang) for stage in stages)


def _quoted(title: Title, lang: Lang) -> str:
    """A name as one word that no line breaks: its spaces are the ones that keep together."""
    return (f"«{title.ru}»" if lang == "ru" else f"“{title.en}”").replace(" ", "\u00a0")


def _role(workflow: Workflow, arrow: Arrow, lang: Lang) -> str:
    return _in(workflow.roles[arrow.role].title, lang)


def _in(title: Title, lang: Lang) -> str:
    return title.ru if lang == "ru" else title.en
