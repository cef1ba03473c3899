"""What goes into a picture of dependencies."""

from __future__ import annotations

from datetime import date

from diagrams import dot, network
from diagrams.picture import Mark, Picture, Stroke, Tone
from engine.plan.dependencies import dependencies
from engine.protocol import Deadline, Dependency, Item, ItemKind


def item(path: str, due: int, *needs: Dependency, text: str = "Провести анализ") -> Item:
    deadline = Deadline("date", due=date(2026, 5, due))
    return Item(path, ItemKind.ASSIGNMENT, text, (1, 1), deadline=deadline, depends_on=needs)


ITEMS = (
    item("2.1", 1),
    item("2.2", 20, Dependency("2.1", True, "high", "")),
    item("2.3", 10, Dependency("2.2", True, "high", "")),
    item("2.4", 25, Dependency("2.1", False, "low", "")),
    item("3", 30),
)


def drawn(*items: Item, **states: str) -> Picture:
    found, _ = dependencies(items)
    assert found is not None
    return network.waiting(found, "ru", {path.replace("_", "."): state for path, state in states.items()})


def test_stated_links_are_firm_offered_ones_dashed_and_bad_orders_stand_out() -> None:
    strokes = {(edge.source, edge.target): edge.stroke for edge in drawn(*ITEMS).edges}
    assert strokes == {
        ("item0", "item1"): Stroke.FIRM,
        ("item1", "item2"): Stroke.WRONG,
        ("item0", "item3"): Stroke.OFFERED,
    }


def test_the_chain_that_ends_last_is_heavy_and_told() -> None:
    picture = drawn(*ITEMS)
    assert [(edge.source, edge.target) for edge in picture.edges if edge.heavy] == [
        ("item0", "item1"),
        ("item1", "item2"),
    ]
    assert any("2.1 → 2.2 → 2.3" in note for note in picture.notes)


def test_items_without_links_are_counted_and_not_drawn() -> None:
    picture = drawn(*ITEMS)
    assert [node.title for node in picture.nodes] == ["п. 2.1", "п. 2.2", "п. 2.3", "п. 2.4"]
    assert "Без связей и не показано: 1 пункт" in picture.notes


def test_boxes_are_toned_by_state_and_the_legend_says_which() -> None:
    picture = drawn(*ITEMS, **{"2_1": "closed", "2_2": "overdue"})
    assert [node.tone for node in picture.nodes] == [Tone.DONE, Tone.ALARM, Tone.PLAIN, Tone.PLAIN]
    told = {meaning.sample: meaning.text for meaning in picture.legend}
    assert (told[Tone.DONE], told[Tone.ALARM]) == ("снято с контроля", "просрочено")
    assert {Stroke.FIRM, Stroke.OFFERED, Stroke.WRONG, Mark.HEAVY} <= told.keys()
    assert Tone.EMPTY not in told


def test_a_long_text_is_cut_at_a_word() -> None:
    picture = drawn(*ITEMS[1:2], item("2.1", 1, text="слово " * 60))
    assert any(line.endswith("слово…") for node in picture.nodes for line in node.lines)


def test_a_protocol_without_links_says_so() -> None:
    picture = drawn(item("1", 1), item("2", 2))
    assert picture.nodes == ()
    assert "Ни один пункт не ждёт другого" in picture.notes
    assert "Ни один пункт не ждёт другого".encode() in dot.render(picture, "svg")


def test_many_short_chains_lie_on_their_side_and_one_long_chain_does_not() -> None:
    pairs = [item(f"{n}.1", 1) for n in "123"] + [
        item(f"{n}.2", 2, Dependency(f"{n}.1", True, "high", "")) for n in "123"
    ]
    assert drawn(*pairs).across
    assert not drawn(*ITEMS[:3]).across
