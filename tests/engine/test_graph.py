from __future__ import annotations

import random
from itertools import pairwise

import pytest

from engine.graph import Graph, Looped, chain

DIAMOND = Graph(("a", "b", "c", "d"), (("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")))


def test_a_loop_is_written_out_from_its_first_node_back_to_it() -> None:
    graph = Graph(("5.1", "5.2", "5.3", "5.4"), (("5.2", "5.3"), ("5.3", "5.4"), ("5.4", "5.2"), ("5.1", "5.2")))
    assert graph.loops == (("5.2", "5.3", "5.4", "5.2"),)


def test_a_node_that_needs_itself_is_a_loop() -> None:
    assert Graph(("a", "b"), (("a", "b"), ("b", "b"))).loops == (("b", "b"),)


def test_without_a_loop_none_is_told() -> None:
    assert DIAMOND.loops == ()


def test_a_loop_is_a_walk_along_edges_of_the_graph() -> None:
    chance = random.Random(4)
    for _ in range(50):
        nodes = tuple(str(n) for n in range(8))
        edges = tuple((chance.choice(nodes), chance.choice(nodes)) for _ in range(12))
        for loop in Graph(nodes, edges).loops:
            assert loop[0] == loop[-1]
            assert set(pairwise(loop)) <= set(edges)


def test_the_order_puts_causes_first_and_keeps_ties_as_given() -> None:
    assert DIAMOND.order == ("a", "b", "c", "d")
    assert Graph(("d", "c", "b", "a"), DIAMOND.edges).order == ("a", "c", "b", "d")


def test_item_numbers_are_not_sorted_as_numbers_or_letters() -> None:
    assert Graph(("5.9", "5.10", "5.1"), ()).order == ("5.9", "5.10", "5.1")


def test_a_loop_has_no_order_and_says_which_loop() -> None:
    with pytest.raises(Looped, match="a → b → a") as raised:
        _ = Graph(("a", "b"), (("a", "b"), ("b", "a"))).order
    assert raised.value.loops == (("a", "b", "a"),)


def test_what_is_before_and_behind_a_node() -> None:
    assert DIAMOND.descendants("b") == {"d"}
    assert DIAMOND.ancestors("b") == {"a"}
    assert DIAMOND.reachable("b") == {"b", "d"}
    assert DIAMOND.descendants("d") == frozenset()


def test_the_way_between_two_nodes() -> None:
    assert chain("a", "b", "c").path("a", "c") == ("a", "b", "c")
    assert chain("a", "b", "c").path("c", "a") == ()
    assert DIAMOND.path("a", "a") == ("a",)


def test_the_critical_path_is_the_heaviest() -> None:
    assert chain("a", "b", "c").longest() == ("a", "b", "c")
    assert DIAMOND.longest({"a": 1, "b": 2, "c": 5, "d": 1}) == ("a", "c", "d")
    assert DIAMOND.longest({"a": 1, "b": 5, "c": 2, "d": 1}) == ("a", "b", "d")
    assert Graph((), ()).longest() == ()


def test_an_edge_to_nowhere_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="'z'"):
        Graph(("a",), (("a", "z"),))
    assert Graph(("a", "z"), (("a", "z"),)).edges == (("a", "z"),)
