from __future__ import annotations

import pytest

from intake.who.names import names_in, only_name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Липов И.И., садовник", ["Липов И.И."]),
        ("И.И.Липов, садовник", ["Липов И.И."]),
        ("И. И. Липов", ["Липов И.И."]),
        ("Липова-Клёнова А.А.", ["Липова-Клёнова А.А."]),
        ("Липов Иван Ильич, садовник", ["Липов И.И."]),
        ("Иван Ильич Липов", ["Липов И.И."]),
        ("Липов И.И. Клёнов П.П.", ["Липов И.И.", "Клёнов П.П."]),
        ("Липов С.А, Клёнов М.В.", ["Липов С.А.", "Клёнов М.В."]),
        ("Председатель И.И. Липов", ["Липов И.И."]),
        ("Председатель Совета И.И. Липов", ["Липов И.И."]),
        ("директор Липов И.И. Клёнов П.П.", ["Липов И.И.", "Клёнов П.П."]),
        ("посадили липы в парке", []),
    ],
)
def test_people_are_named_surname_first(text: str, names: list[str]) -> None:
    assert [named.name for named in names_in(text)] == names


def test_a_line_for_a_signature_holds_only_a_name() -> None:
    assert only_name("____________ И.И. Липов") == "Липов И.И."
    assert only_name("садовник И.И. Липов") == ""
