"""Titles are declined as a clerk would write them; a word that nobody knows is left alone and owned up to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from engine.morphology import Case, Number, counted, decline, forms, head, inflect, lemma, parse

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("phrase", "case", "number", "expected"),
    [
        ("показатель", "gen", None, "показателя"),
        ("региональная цель", "acc", None, "региональную цель"),
        ("анализ эффективности", "ins", None, "анализом эффективности"),
        ("плановые значения", "gen", None, "плановых значений"),
        ("участники", "gen", "sg", "участников"),
        ("отсутствующие", "gen", None, "отсутствующих"),
        ("ответственный", "gen", None, "ответственного"),
        ("ответственный исполнитель", "nom", "pl", "ответственные исполнители"),
        ("Сельский клуб", "dat", None, "Сельскому клубу"),
        ("дата закрытия", "loc", None, "дате закрытия"),
    ],
)
def test_leading_adjectives_and_the_first_noun_are_declined(
    phrase: str, case: Case, number: Number | None, expected: str
) -> None:
    assert decline(phrase, case, number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "ответственный исполнитель"),
        (2, "ответственных исполнителя"),
        (5, "ответственных исполнителей"),
        (11, "ответственных исполнителей"),
        (21, "ответственный исполнитель"),
    ],
)
def test_a_number_governs_the_phrase_behind_it(number: int, expected: str) -> None:
    assert counted("ответственный исполнитель", number) == expected


def test_adjectives_of_feminine_names_stand_in_the_nominative_behind_two() -> None:
    assert counted("региональная цель", 2) == "региональные цели"
    assert counted("ближайший рабочий день", 2) == "ближайших рабочих дня"


def test_a_plural_title_is_counted_in_the_singular_if_it_has_one() -> None:
    assert counted("участники", 3) == "участника"
    assert counted("сутки", 3) == "суток"


def test_a_word_that_nobody_knows_has_no_head_and_stands() -> None:
    assert head("ШНОР") is None
    assert decline("ШНОР", "gen") == "ШНОР"
    assert head("школа") is not None


def test_the_gender_that_others_agree_with_is_told() -> None:
    found = head("дата закрытия")
    assert found is not None
    assert (found.gender, found.number, found.rest) == ("f", "sg", ("закрытия",))


def test_inflecting_keeps_capitals_and_number() -> None:
    assert inflect("Директорам", "nom") == "Директоры" or inflect("Директорам", "nom") == "Директора"
    assert inflect("ОТДЕЛ", "gen") == "ОТДЕЛА"
    assert inflect("и", "gen") is None


def test_a_word_is_understood_in_every_way_it_can_be() -> None:
    assert {reading.part for reading in parse("печь")} >= {"NOUN", "INFN"}
    assert lemma("показателями") == "показатель"


def test_the_dictionary_is_not_loaded_before_it_is_asked() -> None:
    code = "import sys, engine.morphology; sys.exit('pymorphy3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_word_has_all_its_forms_from_any_of_them() -> None:
    assert {"справка", "справку", "справок"} <= forms("справкой") == forms("справки")
    assert {"отчёт", "отчётами"} <= forms("отчетов")
    assert "яыюэ" in forms("яыюэ")
