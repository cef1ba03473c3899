"""Nodes and edges, for definitions and for assignments: the only window onto networkx."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx as nx


class Looped(Exception):
    """An order was asked of a graph that has none; `loops` are written out."""

    def __init__(self, loops: tuple[tuple[str, ...], ...]) -> None:
        super().__init__("; ".join(" → ".join(loop) for loop in loops))
        self.loops = loops


@dataclass(frozen=True, slots=True)
class Graph:
    """Directed edges between named nodes. Answers follow the order in which the nodes were given.

    An edge to a name that is not among the nodes is a fault of the caller and raises a ValueError.
    """

    nodes: tuple[str, ...]
    edges: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        known = set(self.nodes)
        strangers = [end for edge in self.edges for end in edge if end not in known]
        if strangers:
            raise ValueError(f"edges name nodes that are not there: {strangers}")

    @property
    def loops(self) -> tuple[tuple[str, ...], ...]:
        """One loop for each knot of nodes that lead to each other, as a list whose last node is its first."""
        graph = self._drawn()
        place = self._places()
        knots = [sorted(knot, key=place.__getitem__) for knot in nx.strongly_connected_components(graph)]
        found = []
        for knot in sorted(knots, key=lambda nodes: place[nodes[0]]):
            if len(knot) > 1 or graph.has_edge(knot[0], knot[0]):
                # One loop a knot: all loops of a dense knot are more than anybody could read.
                edges = nx.find_cycle(graph.subgraph(knot), source=knot[0])
                found.append((*(edge[0] for edge in edges), edges[-1][1]))
        return tuple(found)

    @property
    def order(self) -> tuple[str, ...]:
        """Every node after all that lead to it; ties as given. Raises `Looped` where there is no such order."""
        if loops := self.loops:
            raise Looped(loops)
        return tuple(nx.lexicographical_topological_sort(self._drawn(), key=self._places().__getitem__))

    def reachable(self, start: str) -> frozenset[str]:
        """The start and every node that some path leads to from it."""
        return self.descendants(start) | {start}

    def descendants(self, node: str) -> frozenset[str]:
        """The nodes that a path leads to from here; the node itself is not one of them."""
        return frozenset(nx.descendants(self._drawn(), node))

    def ancestors(self, node: str) -> frozenset[str]:
        """The nodes from which a path leads here; the node itself is not one of them."""
        return frozenset(nx.ancestors(self._drawn(), node))

    def path(self, start: str, end: str) -> tuple[str, ...]:
        """A shortest way from one node to another, both named; empty if there is none."""
        try:
            return tuple(nx.shortest_path(self._drawn(), start, end))
        except nx.NetworkXNoPath:
            return ()

    def longest(self, weights: Mapping[str, int] | None = None) -> tuple[str, ...]:
        """The path whose nodes weigh most together (1 each, if nothing is said): the critical path.

        Raises `Looped` where the graph has loops.
        """
        best: dict[str, tuple[int, tuple[str, ...]]] = {}
        before: dict[str, list[str]] = {node: [] for node in self.nodes}
        for source, target in self.edges:
            before[target].append(source)
        for node in self.order:
            weight, path = max((best[other] for other in before[node]), key=lambda way: way[0], default=(0, ()))
            best[node] = (weight + (1 if weights is None else weights.get(node, 0)), (*path, node))
        return max(best.values(), key=lambda way: way[0], default=(0, ()))[1]

    def _drawn(self) -> Any:
        graph: Any = nx.DiGraph()
        graph.add_nodes_from(self.nodes)
        graph.add_edges_from(self.edges)
        return graph

    def _places(self) -> dict[str, int]:
        return {node: place for place, node in enumerate(self.nodes)}


def chain(*nodes: str) -> Graph:
    """A graph that is one line: each node leads to the next."""
    return Graph(nodes, tuple(pairwise(nodes)))
