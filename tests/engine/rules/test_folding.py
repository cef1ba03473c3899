"""What a typist may vary is folded; what means something is kept."""

from __future__ import annotations

import pytest

from engine.rules.folding import fold, language, same_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Срок — не раньше, чем дата.", ("срок", "не", "раньше", "чем", "дата")),
        ("вида “Итоговый  отчёт”", ("вида", "«Итоговый отчёт»")),
        ("больше 12,5", ("больше", "12.5")),
        ("не менее 1/2 состава", ("не", "менее", "1/2", "состава")),
        ("учёт ЁЛОК", ("учет", "елок")),
        ("учителя‑предметники", ("учителя-предметники",)),
        ("01.09.2026", ("01.09.2026",)),
        ("больше -3", ("больше", "-3")),
        ("больше −12,5", ("больше", "-12.5")),
        ("больше –3", ("больше", "-3")),
        ("больше — 3", ("больше", "-", "3")),
        ("не более 5-10", ("не", "более", "5", "-", "10")),
        ("исполнитель - куратор", ("исполнитель", "куратор")),
    ],
)
def test_russian_words(text: str, words: tuple[str, ...]) -> None:
    assert fold(text, "ru") == words


def test_latin_letters_in_russian_words_become_russian_ones() -> None:
    assert fold("cpoк", "ru") == fold("срок", "ru")
    assert fold("c датой", "ru") == ("с", "датой")
    assert fold("term", "ru") != fold("терм", "ru")


def test_english_articles_do_not_count() -> None:
    assert fold("There is a goal", "en") == ("there", "is", "goal")
    assert fold("A и B", "ru") == ("а", "и", "в")


def test_the_language_is_told_by_the_letters_outside_the_quotes() -> None:
    assert language("the text contains «приложени»") == "en"
    assert language("есть отчёт") == "ru"


def test_values_are_the_same_however_they_are_typed() -> None:
    assert same_text("Учебный  год", "учебный год")
    assert same_text("отчёт", "Отчет")
    assert not same_text("отчёт", "отчёты")
