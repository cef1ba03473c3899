"""What the features are told by can say no: without these, a feature that always passes would look the same."""

from __future__ import annotations

import pytest

from engine.audit.protocol_things import document_words
from engine.audit.rules import shipped_pack
from engine.rules.verdict import Holds
from tests.features.desk_words import Acts, Answered, Stands, requirement, understood
from tests.features.examples import Example
from tests.features.tables import things_of
from tests.features.test_desk import Office


@pytest.fixture
def office() -> Office:
    """An office that has refused to take an assignment off control, for want of a report."""
    office = Office()
    office.hear(understood("протокол"), (("путь", "текст", "исполнитель"), ("1", "Провести анализ", "Иванова И.И.")))
    office.hear(Acts("Орлова Т.П.", "confirm", "П-1.1"), ())
    return office


@pytest.mark.parametrize(
    "said",
    [
        Answered("done"),
        Answered("nothing"),
        Answered("refused", requirement("снимает с контроля не исполнитель")),
        Stands("П-1.1", "closed"),
    ],
)
def test_what_is_not_so_is_not_passed_over(office: Office, said: Answered | Stands) -> None:
    with pytest.raises(AssertionError):
        office.hear(said, ())


def test_something_recorded_is_not_nothing() -> None:
    office = Office()
    office.hear(understood("цикл механизма 1.2"), ())
    with pytest.raises(AssertionError):
        office.hear(Answered("nothing"), ())
    office.hear(Answered("done"), ())


@pytest.mark.parametrize("text", ["Орлова Т.П. танцует П-1.1", "П-1.1 на этапе «Луна»", "отказано: есть дракон"])
def test_a_sentence_without_a_meaning_is_a_fault_of_the_feature(text: str) -> None:
    with pytest.raises((AssertionError, ValueError)):
        understood(text)


def test_a_column_that_is_no_field_is_a_fault_of_the_example() -> None:
    example = Example()
    with pytest.raises(AssertionError, match="цвет"):
        example.given("протокол", (("цвет",), ("красный",)))


def test_what_is_below_is_linked_with_what_is_above() -> None:
    example = Example()
    example.given("протокол", (("номер",), ("7",)))
    example.given("вопрос", (("номер",), ("1",)))
    example.given("пункт", (("путь",), ("1.1",)))
    assert [thing.links for thing in example.things] == [(), (), ("question 1",)]


def test_an_example_may_break_what_it_is_said_to_keep() -> None:
    (rule,) = (rule for rule in shipped_pack("ru") if rule.id == "R34")
    example = Example()
    example.given("протокол", (("номер", "дата"), ("7", "09.12.2021")))
    example.told("сегодня 01.03.2022")
    assert example.verdict(rule).holds is Holds.VIOLATED
    example.things[0] = things_of("протокол", (("контролёр",), ("Орлова Т.П.",)), (), document_words())[0]
    assert example.verdict(rule).holds is Holds.SATISFIED
