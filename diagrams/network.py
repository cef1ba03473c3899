"""What of a protocol's dependencies goes into a picture: linked items, how far each has come, what orders them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType

from diagrams.picture import Edge, Mark, Meaning, Node, Picture, Stroke, Tone
from engine.graph import Graph
from engine.messages import Lang, say
from engine.plan.dependencies import Link, Network
from engine.protocol import Item

NO_STATES: Mapping[str, str] = MappingProxyType({})
TEXT = 150  # letters of an item's text that a box shows

TONES: Mapping[str, Tone] = {
    "registered": Tone.EMPTY,
    "delivered": Tone.EMPTY,
    "in_work": Tone.PLANNED,
    "reported": Tone.BEGUN,
    "closed": Tone.DONE,
    "overdue": Tone.ALARM,
}


def waiting(network: Network, lang: Lang, states: Mapping[str, str] = NO_STATES, subtitle: str = "") -> Picture:
    """The items that wait or are waited for. `states` says how far each has come: a stage of it, or 'overdue'."""
    linked = {end for link in network.links for end in (link.before, link.after)}
    shown = [item for path, item in network.items.items() if path in linked]
    ids = {item.path: f"item{place}" for place, item in enumerate(shown)}
    chain = set(pairwise(network.critical))
    edges = tuple(_edge(link, ids, network, (link.before, link.after) in chain, lang) for link in network.links)
    return Picture(
        title=say("picture-dependencies", {}, lang),
        subtitle=subtitle,
        nodes=tuple(_node(item, ids[item.path], states.get(item.path, ""), lang) for item in shown),
        edges=edges,
        across=_is_broad(network),
        legend=tuple(_legend(edges, [states[item.path] for item in shown if item.path in states], lang)),
        notes=tuple(_notes(network, len(network.items) - len(shown), lang)),
    )


def _is_broad(network: Network) -> bool:
    """Whether more items stand side by side than one after another: such a picture is calmer lying on its side."""
    edges = tuple((link.before, link.after) for link in network.links)
    befores: dict[str, list[str]] = {end: [] for edge in edges for end in edge}
    for first, after in edges:
        befores[after].append(first)
    depths: dict[str, int] = {}
    for path in Graph(tuple(network.items), edges).order:
        if path in befores:
            depths[path] = max((depths[first] for first in befores[path]), default=0) + 1
    sizes = Counter(depths.values())
    return max(sizes.values(), default=0) > len(sizes)


def _node(item: Item, name: str, state: str, lang: Lang) -> Node:
    text = item.text if len(item.text) <= TEXT else item.text[:TEXT].rsplit(" ", 1)[0] + "…"
    lines = [text]
    if item.deadline.due:
        lines.append(say("picture-due", {"due": f"{item.deadline.due:%d.%m.%Y}"}, lang))
    elif item.deadline_raw:
        lines.append(say("picture-due", {"due": item.deadline_raw}, lang))
    if state:
        lines.append(say(f"picture-state-{state}", {}, lang))
    return Node(name, say("picture-item", {"path": item.path}, lang), tuple(lines), TONES.get(state, Tone.PLAIN))


def _edge(link: Link, ids: Mapping[str, str], network: Network, heavy: bool, lang: Lang) -> Edge:
    wrong = link in network.wrong
    stroke = Stroke.WRONG if wrong else Stroke.FIRM if link.explicit else Stroke.OFFERED
    label = (say("picture-late", {}, lang),) if wrong else ()
    return Edge(ids[link.before], ids[link.after], label, stroke, heavy)


def _legend(edges: Iterable[Edge], states: Iterable[str], lang: Lang) -> Iterable[Meaning]:
    found = set(states)
    for tone in dict.fromkeys(TONES.values()):
        here = [state for state in TONES if TONES[state] is tone and state in found]
        if here:
            yield Meaning(tone, ", ".join(say(f"picture-state-{state}", {}, lang) for state in here))
    edges = tuple(edges)
    means = {Stroke.FIRM: "explicit", Stroke.OFFERED: "offered", Stroke.WRONG: "late"}
    for stroke, word in means.items():
        if any(edge.stroke is stroke for edge in edges):
            yield Meaning(stroke, say(f"picture-{word}-means", {}, lang))
    if any(edge.heavy for edge in edges):
        yield Meaning(Mark.HEAVY, say("picture-critical-means", {}, lang))


def _notes(network: Network, alone: int, lang: Lang) -> Iterable[str]:
    if not network.links:
        yield say("picture-no-links", {}, lang)
    if network.critical:
        yield say("picture-critical", {"chain": " → ".join(network.critical)}, lang)
    if alone:
        yield say("picture-alone", {"n": alone}, lang)
