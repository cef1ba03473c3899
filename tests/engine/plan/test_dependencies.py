"""What waits for what: loops, chains, and terms in the wrong order."""

from __future__ import annotations

from datetime import date

from engine.messages import say
from engine.plan.dependencies import Network, dependencies
from engine.protocol import Deadline, Dependency, Item, ItemKind


def item(path: str, due: int | None = None, needs: str = "", offered: str = "", confidence: str = "medium") -> Item:
    """An item due on that day of May; `needs` are explicit predecessors, `offered` are offered ones."""
    links = [Dependency(one, True, "high", "") for one in needs.split()]
    links += [Dependency(one, False, confidence, "") for one in offered.split()]
    deadline = Deadline("date", due=date(2026, 5, due)) if due else Deadline()
    return Item(path, ItemKind.ASSIGNMENT, "Сделать", (7, 8), deadline=deadline, depends_on=tuple(links))


def network(*items: Item) -> Network:
    found, _ = dependencies(items)
    assert found is not None
    return found


def test_a_loop_of_explicit_links_is_refused_and_written_out() -> None:
    found, (problem,) = dependencies([item("1", needs="3"), item("2", needs="1"), item("3", needs="2")], "п.txt")
    assert found is None
    assert (problem.code, str(problem.where)) == ("dependency-loop", "п.txt:7")
    assert problem.facts["loop"] in ("1 → 3 → 2 → 1", "2 → 1 → 3 → 2", "3 → 2 → 1 → 3")
    assert problem.facts["loop"] in say(problem.code, problem.facts, "ru")


def test_a_chain_of_explicit_links_is_no_loop() -> None:
    found, problems = dependencies([item("1"), item("2", needs="1"), item("3", needs="2")])
    assert found is not None
    assert problems == ()


def test_an_item_that_waits_for_itself_is_a_loop() -> None:
    found, (problem,) = dependencies([item("1", needs="1")])
    assert found is None
    assert problem.facts["loop"] == "1 → 1"


def test_two_separate_loops_are_told_both() -> None:
    _, problems = dependencies([item("1", needs="2"), item("2", needs="1"), item("3", needs="4"), item("4", needs="3")])
    assert len(problems) == 2


def test_an_offered_link_that_would_close_a_loop_is_doubtful_and_refuses_nothing() -> None:
    found = network(item("1", offered="2"), item("2", needs="1"))
    assert [(link.before, link.after) for link in found.links] == [("1", "2")]
    assert [(link.before, link.after) for link in found.doubtful] == [("2", "1")]


def test_of_two_offered_links_that_contradict_the_more_confident_one_stands() -> None:
    found = network(item("1", offered="2", confidence="low"), item("2", offered="1", confidence="high"))
    assert [(link.before, link.after) for link in found.links] == [("1", "2")]


def test_a_link_to_an_item_that_is_not_there_is_passed_over() -> None:
    assert network(item("1", needs="9.9"), item("2", needs="1")).links == network(item("1"), item("2", needs="1")).links


def test_the_critical_chain_goes_back_through_the_predecessor_that_ends_last() -> None:
    found = network(item("1", 3), item("2", 12), item("3", 20, needs="1 2"), item("4", 25, needs="3"), item("5", 30))
    assert found.critical == ("2", "3", "4")


def test_an_item_that_nobody_waits_for_is_no_chain() -> None:
    assert network(item("1", 3), item("2", 12)).critical == ()


def test_on_the_same_last_day_the_longer_chain_is_critical() -> None:
    found = network(item("1"), item("2", needs="1"), item("3", 9, needs="2"), item("4", 9, needs="1"))
    assert found.critical == ("1", "2", "3")


def test_without_terms_no_chain_ends_last() -> None:
    assert network(item("1"), item("2", needs="1")).critical == ()
    assert network(item("1", 3), item("2", needs="1")).critical == ("1", "2")


def test_links_of_low_confidence_order_nothing() -> None:
    assert network(item("1", 3), item("2", 12, offered="1", confidence="low")).critical == ()
    assert network(item("1", 3), item("2", 12, offered="1", confidence="high")).critical == ("1", "2")


def test_a_predecessor_due_after_its_successor_is_a_warning() -> None:
    found, (problem,) = dependencies([item("1", 20), item("2", 10, needs="1")])
    assert found is not None
    assert [(link.before, link.after) for link in found.wrong] == [("1", "2")]
    assert (problem.code, problem.severity) == ("dependency-late", "warning")
    assert "20.05.2026" in say(problem.code, problem.facts, "ru")


def test_a_predecessor_due_on_the_same_day_or_without_a_term_is_in_order() -> None:
    assert network(item("1", 10), item("2", 10, needs="1")).wrong == ()
    assert network(item("1"), item("2", 10, needs="1")).wrong == ()


def test_paths_are_text_so_that_5_1_and_5_10_are_two_items() -> None:
    found = network(item("5.1"), item("5.10", needs="5.1"))
    assert [(link.before, link.after) for link in found.links] == [("5.1", "5.10")]
