from __future__ import annotations

from intake.who.acquaintance import known_name
from tests.intake.readings import read


def test_a_declined_surname_is_known_by_the_list() -> None:
    people = ("Малая Ю.Ю.", "Липов И.И.")
    assert known_name("Малой Ю.Ю.", people) == "Малая Ю.Ю."
    assert known_name("Липова И.И.", people) == "Липов И.И."


def test_other_initials_are_another_person() -> None:
    assert known_name("Липова А.А.", ("Липов И.И.",)) == "Липова А.А."


def test_a_name_that_is_listed_itself_stays() -> None:
    assert known_name("Липова И.И.", ("Липов И.И.", "Липова И.И.")) == "Липова И.И."


def test_two_who_may_be_meant_leave_the_name_as_written() -> None:
    assert known_name("Липовой И.И.", ("Липова И.И.", "Липовый И.И.")) == "Липовой И.И."


def test_executors_are_called_as_in_the_list_of_those_present() -> None:
    protocol = read(
        "ПРОТОКОЛ № 1\nсовета\n12.03.2024\n\nПрисутствовали: Малая Ю.Ю.\n\nРЕШИЛИ:\n1. Малой Ю.Ю. посадить липы."
    )
    assert [one.name for one in protocol.items[0].executors] == ["Малая Ю.Ю."]
