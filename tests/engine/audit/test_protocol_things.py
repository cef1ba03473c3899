from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.audit.protocol_things import DOCUMENT, document_words, item_of, scene_of
from engine.protocol import Attendance, Deadline, Executor, Item, ItemKind, Protocol
from engine.rules.thing import Scene, Thing
from tests.office import item, protocol

TODAY = date(2026, 11, 23)
HELD = date(2026, 11, 12)
KIM = Executor("Ким О.В.", "person", "Ким О.В.")
DEPARTMENT = Executor("отделу образования", "org", "Отдел образования")


def scene(*items: Item, **head: object) -> Scene:
    return scene_of(replace(protocol(items), **head), TODAY)  # type: ignore[arg-type]


def only(kind: str, found: Scene) -> Thing:
    (thing,) = (each for each in found.things if each.kind == kind)
    return thing


def test_every_field_is_one_that_sentences_know() -> None:
    full = scene(
        item("1", kind=ItemKind.TAKE_NOTE, executors=()),
        item("2", due=date(2026, 12, 1)),
        item("3", after=("2",)),
        item("4", kind=ItemKind.RECOMMENDATION),
        agenda=("Об итогах",),
    )
    assert {thing.kind for thing in full.things} == set(document_words().kinds) - {"evidence"}
    for thing in full.things:
        assert set(thing.values) <= set(document_words().attributes[thing.kind]), thing.kind


def test_only_assignments_and_recommendations_are_tasks() -> None:
    found = scene(item("1", kind=ItemKind.TAKE_NOTE), item("2"), item("3", kind=ItemKind.RECOMMENDATION))
    assert [thing.kind for thing in found.things if thing.values.get("path") == "1"] == ["item"]
    assert only("assignment", found).values["path"] == "2"
    assert only("recommendation", found).values["path"] == "3"


def test_the_quorum_is_the_members_who_came() -> None:
    attendance = Attendance(members=("Ким О.В.", "Петров П.П."), present=("Ким О.В.", "Гость Г.Г."))
    assert only(DOCUMENT, scene(attendance=attendance)).values["quorum"] == 1
    assert only(DOCUMENT, scene(attendance=attendance, quorum=(5, 7))).values["quorum"] == 7
    assert only(DOCUMENT, scene()).values["quorum"] is None


@pytest.mark.parametrize(
    ("path", "questions"),
    [("2.1", ("question 2",)), ("1/1", ("question 1", "question 2")), ("7", ("question 1", "question 2")), ("9.1", ())],
)
def test_a_number_in_two_parts_tells_the_question(path: str, questions: tuple[str, ...]) -> None:
    """A number of one part, or under a heading, tells nothing: the item may answer any of them."""
    assert only("item", scene(item(path), agenda=("Об итогах", "Разное"))).links == questions


def test_a_link_of_little_confidence_orders_nothing() -> None:
    sure = scene(item("1"), item("2", after=("1",)))
    assert only("predecessor", sure).values["path"] == "1"
    link = replace(item("2", perhaps_after=("1",)).depends_on[0], confidence="low")
    unsure = scene(item("1"), replace(item("2"), depends_on=(link,)))
    assert [thing for thing in unsure.things if thing.kind == "predecessor"] == []


def test_where_people_are_named_they_answer() -> None:
    assert _responsible(DEPARTMENT, KIM) == ("Ким О.В.",)
    assert _responsible(DEPARTMENT) == ("Отдел образования",)
    assert _responsible(KIM, replace(KIM, name="Дёмин И.К.")) == ("Ким О.В.", "Дёмин И.К.")
    assert _responsible(KIM, replace(KIM, name="Дёмин И.К.", role="lead")) == ("Дёмин И.К.",)
    assert _responsible(KIM, replace(KIM, name="Дёмин И.К.", role="co-executor")) == ("Ким О.В.",)


def _responsible(*executors: Executor) -> object:
    return only("assignment", scene(item("1", executors=executors))).values["responsible"]


def test_items_of_one_text_are_twins() -> None:
    found = scene(item("1", "Провести  анализ"), item("2", "провести анализ"), item("3", "Иное"))
    twins = {thing.values["path"]: thing.values["twin"] for thing in found.things if thing.kind == "assignment"}
    assert twins == {"1": ("2",), "2": ("1",), "3": ()}


def test_items_of_one_number_stay_two_things() -> None:
    found = scene(item("1"), item("1"))
    assert len({thing.id for thing in found.things}) == len(found.things)


def test_a_paper_is_judged_on_its_own_day_if_that_is_still_to_come() -> None:
    assert scene(item("1")).today == TODAY
    assert scene(item("1"), date=date(2027, 1, 20)).today == date(2027, 1, 20)


def test_days_off_are_known() -> None:
    found = scene(item("1", due=date(2027, 1, 20)))
    assert date(2027, 1, 4) in found.days_off
    assert date(2026, 11, 30) not in found.days_off


def test_a_thing_knows_its_item() -> None:
    paper: Protocol = replace(protocol((item("1"), item("2", after=("1",)))), agenda=("Об итогах",))
    things = scene_of(paper, TODAY).things
    owners = {thing.id: item_of(thing.id, paper) for thing in things}
    assert owners[DOCUMENT] is None
    assert owners["question 1"] is None
    executor = next(thing for thing in things if thing.kind == "executor" and thing.links == ("assignment 1",))
    assert owners[executor.id] == paper.items[1]


def test_a_term_of_a_kind_without_a_day_is_kept_as_its_kind() -> None:
    permanent = replace(item("1"), deadline=Deadline("permanent"))
    deadline = only("assignment", scene(permanent)).values["deadline"]
    assert deadline == {"kind": "permanent", "due": None, "start": None}
