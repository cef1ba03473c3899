"""Search: Russian forms, numbers as text, what comes first; the same answers out of a file and a server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine.desk import records, tasks
from engine.desk.importing import bring_in
from engine.desk.parties import register
from engine.store.place import Place
from engine.store.search import MOST_LETTERS, MOST_WORDS, Hit, marked, query, search
from engine.store.texts import KINDS, Text, texts
from engine.store.window import look
from tests.office import content_of, desk_in, done, item, protocol

if TYPE_CHECKING:
    from engine.store.place import Server


def text(id: str, title: str, *more: str, number: str = "", day: str = "2026-01-01") -> Text:
    return Text(id, "task", id, title, (number,) if number else (), more, day)


def ids(given: str, *among: Text) -> list[str]:
    asked = query(given, (given.strip(),))
    assert asked is not None
    return [hit.text.id for hit in search(asked, among)]


NOTE, PLAN, RULE = text("П-1.1", "Подготовить справку"), text("П-1.2", "Отчёт и план"), text("П-1.3", "Порядок")
THREE = (NOTE, PLAN, RULE)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("справки", "П-1.1"),
        ("СПРАВОК", "П-1.1"),
        ("«справка»,", "П-1.1"),
        ("отчета", "П-1.2"),
        ("отчётом", "П-1.2"),
        ("о планах", "П-1.2"),
        ("подготовлю справки", "П-1.1"),
    ],
)
def test_a_word_is_found_in_any_of_its_forms(given: str, found: str) -> None:
    assert ids(given, *THREE) == [found]


@pytest.mark.parametrize("given", ["справ", "планета", "поряд", "справочник"])
def test_a_part_of_a_word_is_another_word(given: str) -> None:
    assert ids(given, *THREE) == []


def test_a_number_is_a_text() -> None:
    one, ten = text("П-7.5.1", "о п. 5.1", number="5.1"), text("П-7.5.10", "о п. 5.10", number="5.10")
    assert ids("5.1", one, ten) == ["П-7.5.1"]
    assert ids("5.10", one, ten) == ["П-7.5.10"]
    assert ids("п. 5.10", one, ten) == ["П-7.5.10"]
    assert ids("5", one, ten) == []


@pytest.mark.parametrize("given", ["118-о", "№ 118-О", "118-o", "№118-о"])
def test_the_very_number_comes_first_however_it_is_written(given: str) -> None:
    order = text("П-1", "Приказ", number="118-о", day="2020-01-01")
    assert ids(given, text("П-2", "в приказе 118 о планах", day="2026-01-01"), order)[0] == "П-1"


def test_an_id_comes_first_and_brings_nothing_else() -> None:
    assert ids("П-1.2", *THREE, text("П-9", "смотри п. 1.2", day="2026-02-02")) == ["П-1.2", "П-9"]
    assert ids("ОТ-1", text("ОТ-1", "Отчёт"), text("П-2", "1 раз от школы", day="2026-02-02"))[0] == "ОТ-1"
    assert ids("ОТ-1", text("ОТ-1", "Отчёт"), text("П-2", "в 1 школе")) == ["ОТ-1"]


def test_all_words_and_then_the_newest() -> None:
    old, new = text("П-1", "план и справка", day="2024-01-01"), text("П-2", "справка о плане", day="2026-01-01")
    dayless, part = text("Л-1", "план справки", day=""), text("П-3", "план", day="2026-12-31")
    assert ids("справка план", old, dayless, part, new) == ["П-2", "П-1", "Л-1"]


def test_where_nothing_has_all_words_most_of_them_do() -> None:
    two, one = text("П-1", "план и справка"), text("П-2", "план")
    asked = query("бегемот справка план")
    assert asked is not None
    assert [(hit.text.id, hit.whole) for hit in search(asked, (one, two))] == [("П-1", False)]


def test_a_question_has_its_limits() -> None:
    long = query(" ".join(f"слово{n}" for n in range(1000)))
    assert long is not None and len(long.words) <= MOST_WORDS
    deep = query("я" * 10_000)
    assert deep is not None and max(map(len, deep.forms)) <= MOST_LETTERS + 10
    assert query("  ?! ") is None


def test_the_words_that_were_found_are_marked() -> None:
    asked = query("отчет")
    assert asked is not None
    assert marked("Отчёты, отчётность", asked.forms, "<{}>".format) == "<Отчёты>, отчётность"


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """An office with one thing of each kind, in a file and on a server."""
    where: Path | Server = tmp_path / "base.resheno"
    if request.param == "server":
        where = request.getfixturevalue("server")
    desk = desk_in(where)
    board = protocol((item("5.10", "Представить отчёты школ", mechanisms=("1.2",), stages=("goals",)), item("5.1")))
    done(desk.act(bring_in(replace(board, topic="О воспитании"), content_of(board))))
    done(desk.act(register("person", "Ёлкин Ё.Ё.", "методист по воспитанию")))
    goal = done(desk.act(records.add("К-1", "goal", {"text": "Повысить охват", "grounds": "жалоба родителей"}))).id
    proof = records.Proof("Письмо родителей", kind="письмо", number="15/2", date=date(2026, 11, 3), content=b"letter")
    done(desk.act(records.prove(goal, proof)))
    done(desk.act(tasks.add(tasks.NewTask("Позвонить родителям", executors=("Ёлкин Ё.Ё.",)))))
    yield where


def found(place: Place, given: str) -> list[Hit]:
    asked = query(given)
    assert asked is not None
    with look(place) as window:
        return search(asked, texts(window))


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("воспитание", "protocol"),
        ("отчёт школы", "task"),
        ("жалобы", "record"),
        ("письма", "evidence"),
        ("03.11.2026", "evidence"),
        ("15/2", "evidence"),
        ("методисту", "person"),
        ("заречье 1.2", "case"),
        ("коллегией", "protocol"),
    ],
)
def test_every_kind_of_thing_is_found(place: Place, given: str, kind: str) -> None:
    assert kind in {hit.text.kind for hit in found(place, given)}


def test_whoever_carries_it_out_finds_it(place: Place) -> None:
    assert {hit.text.id for hit in found(place, "елкина")} == {"Л-3", "Т-1"}


def test_items_are_told_apart(place: Place) -> None:
    assert [hit.text.id for hit in found(place, "5.10")] == ["П-1.5.10"]


def test_there_is_no_kind_without_a_word_for_it(place: Place) -> None:
    with look(place) as window:
        kinds = {each.kind for each in texts(window)}
    assert {"protocol", "task", "case", "record", "evidence", "person", "org"} <= kinds <= set(KINDS)
