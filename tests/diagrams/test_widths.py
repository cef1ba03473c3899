"""Texts are measured so that boxes hold them."""

from __future__ import annotations

import pytest

from diagrams.widths import ADVANCES, width, wrap


def test_capitals_are_wider_than_small_letters_and_russian_ones_are_known() -> None:
    assert width("МОНИТОРИНГ", 10) > width("мониторинг", 10)
    assert width("Щ", 10) == pytest.approx(10.94)


def test_no_letter_stands_in_the_table_twice() -> None:
    letters = "".join(ADVANCES.values())
    assert len(letters) == len(set(letters))


def test_the_table_knows_every_letter_of_both_alphabets() -> None:
    alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz0123456789"
    assert set(alphabet + alphabet.upper() + "«»—–№…. ,:;()") <= set("".join(ADVANCES.values()))


def test_a_letter_that_is_not_known_is_taken_for_a_wide_one() -> None:
    assert width("漢", 10) >= max(ADVANCES) / 100


@pytest.mark.parametrize("points", [30, 80, 200])
def test_no_line_is_wider_than_its_room(points: float) -> None:
    text = "Провести мониторинг профессионально-педагогической высокоэффективности образовательных организаций"
    assert all(width(line, 10) <= points for line in wrap(text, 10, points))


def test_wrapping_loses_no_word() -> None:
    text = "Утвердить план мероприятий по повышению качества образования"
    assert " ".join(wrap(text, 10, 120)) == text


def test_what_the_last_line_cannot_hold_ends_in_dots() -> None:
    lines = wrap("один два три четыре пять шесть семь восемь девять", 10, 60, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert width(lines[-1], 10) <= 60
    assert not wrap("один два", 10, 60, most=2)[-1].endswith("…")


def test_nothing_is_no_line() -> None:
    assert wrap("   ", 10, 60) == ()


def test_words_that_keep_together_are_not_parted() -> None:
    assert wrap("один два\u00a0три", 10, width("один два", 10)) == ("один", "два\u00a0три")
    assert wrap("один два три", 10, width("один два", 10)) == ("один два", "три")
