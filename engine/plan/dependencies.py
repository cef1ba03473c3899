"""What waits for what among the items of one protocol: links, loops, the chain that fixes the last day, bad orders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from engine.graph import Graph
from engine.problems import Problem, Severity, Where
from engine.protocol import Item

ORDERING = ("high", "medium")  # offered links of less confidence are shown and order nothing


@dataclass(frozen=True, slots=True)
class Link:
    """`after` needs the result of `before`. Explicit links are the document's own words, the others are offered."""

    before: str
    after: str
    explicit: bool
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class Network:
    """The items of a protocol and their links, without loops.

    `doubtful` are offered links that would close a loop: they are shown to nobody as an order. `critical` is the chain
    of items, each waiting for the one before, that ends last; `wrong` are links whose terms contradict them.
    """

    items: Mapping[str, Item]
    links: tuple[Link, ...]
    doubtful: tuple[Link, ...]
    critical: tuple[str, ...]
    wrong: tuple[Link, ...]


def dependencies(items: Iterable[Item], file: str = "") -> tuple[Network | None, tuple[Problem, ...]]:
    """The network of these items, or no network and the loops of explicit links written out.

    A predecessor that is due after its successor is a warning, not a refusal: the terms are the document's.
    """
    known = {item.path: item for item in items}
    links = [link for item in known.values() for link in _links(item) if link.before in known]
    graph = Graph(tuple(known), tuple((link.before, link.after) for link in links if link.explicit))
    if loops := graph.loops:
        return None, tuple(_loop(loop, known, file) for loop in loops)
    kept, doubtful = _without_loops(graph, links)
    wrong = tuple(link for link in kept if _contradicts(known[link.before], known[link.after]))
    network = Network(known, kept, doubtful, _critical(known, kept), wrong)
    return network, tuple(_out_of_order(link, known, file) for link in wrong)


def _links(item: Item) -> Iterable[Link]:
    for needed in item.depends_on:
        yield Link(needed.path, item.path, needed.explicit, needed.confidence, needed.why)


def _without_loops(graph: Graph, links: Iterable[Link]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links that can stand together: the explicit ones, then the offered ones, the most confident first."""
    kept, doubtful = [], []
    for link in sorted(links, key=_doubt):
        if link.explicit:
            kept.append(link)
        elif link.before == link.after or graph.path(link.after, link.before):
            doubtful.append(link)
        else:
            kept.append(link)
            graph = Graph(graph.nodes, (*graph.edges, (link.before, link.after)))
    return tuple(kept), tuple(doubtful)


def _doubt(link: Link) -> int:
    return -1 if link.explicit else {"high": 0, "medium": 1}.get(link.confidence, 2)


def _critical(items: Mapping[str, Item], links: Iterable[Link]) -> tuple[str, ...]:
    """Back from the item that ends last, each time to the predecessor that ends last; the longer chain on a tie.

    Where no term is stated nothing can be said to end last, and there is no such chain.
    """
    before: dict[str, list[str]] = {path: [] for path in items}
    for link in links:
        if link.explicit or link.confidence in ORDERING:
            before[link.after].append(link.before)
    edges = tuple((first, after) for after, firsts in before.items() for first in firsts)
    ends: dict[str, tuple[date, int]] = {}
    chains: dict[str, tuple[str, ...]] = {}
    for path in Graph(tuple(items), edges).order:
        driver = max(before[path], key=ends.__getitem__, default=None)
        day, steps = ends[driver] if driver else (date.min, 0)
        ends[path] = max(items[path].deadline.due or date.min, day), steps + 1
        chains[path] = (*(chains[driver] if driver else ()), path)
    dated = (path for path in items if len(chains[path]) > 1 and ends[path][0] > date.min)
    last = max(dated, key=ends.__getitem__, default=None)
    return chains[last] if last else ()


def _contradicts(before: Item, after: Item) -> bool:
    first, then = before.deadline.due, after.deadline.due
    return first is not None and then is not None and first > then


def _loop(loop: tuple[str, ...], items: Mapping[str, Item], file: str) -> Problem:
    # The edges lead from what is needed to what needs it; people say it the other way round.
    return Problem(_place(items[loop[0]], file), "dependency-loop", facts={"loop": " → ".join(reversed(loop))})


def _out_of_order(link: Link, items: Mapping[str, Item], file: str) -> Problem:
    before, after = items[link.before], items[link.after]
    terms = {"before_due": f"{before.deadline.due:%d.%m.%Y}", "after_due": f"{after.deadline.due:%d.%m.%Y}"}
    facts = {"before": link.before, "after": link.after, **terms}
    return Problem(_place(after, file), "dependency-late", Severity.WARNING, facts)


def _place(item: Item, file: str) -> Where:
    return Where(file, item.lines[0])
