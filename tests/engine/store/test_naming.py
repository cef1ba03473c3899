"""Ids as they are offered to whoever types one: of each kind, out of a file and a server, no more than fit a screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.desk import records, tasks
from engine.desk.importing import bring_in
from engine.store.naming import ids
from engine.store.place import Place
from engine.store.window import look
from tests.office import content_of, desk_in, done, item, protocol


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """An office with a document of two items, a cycle and a record of it."""
    where: Place = tmp_path / "base.resheno" if request.param == "file" else request.getfixturevalue("server")
    desk = desk_in(where)
    board = protocol((item("5.1", "Первое", mechanisms=("1.2",), stages=("goals",)), item("5.10", "Десятое")))
    done(desk.act(bring_in(board, content_of(board))))
    done(desk.act(records.add("К-1", "goal", {"text": "Повысить", "grounds": "анализ"})))
    done(desk.act(tasks.take("П-1.5.1", "withdraw", reason="иначе")))
    yield where


def offered(place: Place, thing: str, *begun: str) -> list[str]:
    with look(place) as window:
        return [id for id, _ in ids(window, thing, begun or ("",))]


def test_each_kind_of_thing_is_offered_for_itself(place: Place) -> None:
    assert offered(place, "protocol") == ["П-1"]
    assert offered(place, "task") == ["П-1.5.10", "П-1.5.1"]  # what is over comes last
    assert offered(place, "case") == ["К-1", "П-1", "П-1.5.10", "П-1.5.1"]
    assert offered(place, "record") == ["ЦЛ-1"]
    assert offered(place, "any", "ЦЛ", "К") == ["ЦЛ-1", "К-1"]
    assert "Л-1" in offered(place, "party") and "A-1" in offered(place, "intent")


def test_they_begin_as_it_was_typed_and_in_no_other_way(place: Place) -> None:
    assert offered(place, "task", "П-1.5.10") == ["П-1.5.10"]
    assert offered(place, "task", "P-1.5.1", "П-1.5.10") == ["П-1.5.10"]
    for pattern in ("%", "_", "П_1", "п-1"):
        assert offered(place, "task", pattern) == []


def test_each_says_what_it_is(place: Place) -> None:
    with look(place) as window:
        told = dict(ids(window, "case", ("",)))
    assert told["П-1.5.10"] == "Десятое"
    assert "1.2" in told["К-1"] and "Заречья" in told["К-1"] and "Коллегия" in told["П-1"]
