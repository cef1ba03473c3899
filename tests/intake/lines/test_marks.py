from __future__ import annotations

import pytest

from intake.lines.marks import mark_of


@pytest.mark.parametrize(
    ("text", "form", "number", "words"),
    [
        ("1. Посадить липы", "decimal", "1", "Посадить липы"),
        ("1.Посадить липы", "decimal", "1", "Посадить липы"),
        ("2.1 уход за липами", "decimal", "2.1", "уход за липами"),
        ("2.10. Полить липы", "decimal", "2.10", "Полить липы"),
        ("1.2.3. Полить липы", "decimal", "1.2.3", "Полить липы"),
        ("- 1.1. Посадить липы", "decimal", "1.1", "Посадить липы"),
        ("1.1) Посадить липы", "decimal", "1.1", "Посадить липы"),
        ("п. 4. Посадить липы", "decimal", "4", "Посадить липы"),
        ("1) посадить липы", "bracket", "1", "посадить липы"),
        ("а) посадить липы", "letter", "а", "посадить липы"),
        ("IV. О липах", "roman", "IV", "О липах"),
        ("IV.2. Посадить липы", "decimal", "IV.2", "Посадить липы"),
        ("- посадить липы", "dash", "", "посадить липы"),
        ("– посадить липы", "dash", "", "посадить липы"),
        ("• посадить липы", "dash", "", "посадить липы"),
    ],
)
def test_a_mark_is_read_in_every_printed_form(text: str, form: str, number: str, words: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.form, mark.number, text[mark.length :]) == (form, number, words)


@pytest.mark.parametrize(
    "text",
    [
        "12.03.2024 посадить липы",
        "12.03.2024г. состоялось заседание",
        "14.00 час. начало",
        "2022 год – 35 лип",
        "г. Липовск",
        "И.И. Липов",
        "В.И. Липов",
        "№ 46 «Липка»",
        "15 лип посажено",
        "",
    ],
)
def test_dates_hours_places_and_initials_are_no_marks(text: str) -> None:
    assert mark_of(text) is None


def test_the_number_that_word_shows_counts_as_printed() -> None:
    mark = mark_of("Посадить липы", label="2.1.")
    assert mark is not None
    assert (mark.number, mark.length) == ("2.1", 0)


def test_dashes_are_one_sign_and_a_star_is_another() -> None:
    signs = [found.sign for text in ("- липы", "– липы", "* липы") if (found := mark_of(text))]
    assert signs == ["-", "-", "*"]


def test_depth_counts_the_numbers() -> None:
    depths = [found.depth for text in ("1. Липы", "1.2. Липы", "1.2.3. Липы", "- липы") if (found := mark_of(text))]
    assert depths == [1, 2, 3, 0]
