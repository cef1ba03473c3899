from __future__ import annotations

import pytest

from engine.messages.catalogue import WORDS
from engine.messages.doubts import DOUBTS
from engine.problems import Severity
from tests.intake.readings import read

HEAD = "ПРОТОКОЛ № 3\nзаседания комиссии\nг. Липовск 12.03.2024\n\n"
END = "\n\nПредседатель          К.К. Дубов\n\nСекретарь          С.С. Ясенева"


def codes(items: str, head: str = HEAD, people: str = "Присутствовали: Липов И.И.\n\n") -> list[tuple[str, int]]:
    protocol = read(f"{head}{people}РЕШИЛИ:\n{items}{END}")
    return [(problem.code, problem.where.line) for problem in protocol.problems]


SOUND = (
    "1. Посадить липы.\nОтв.: Липов И.И.\nСрок: до 25.04.2024\n"
    "2. Контроль за исполнением решения возложить на Липова И.И."
)


def test_a_sound_protocol_raises_no_doubt() -> None:
    assert codes(SOUND) == []


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ("1. Посадить липы.\nОтв.: Липов И.И.", "deadline-missing"),
        ("1. Посадить липы.\nСрок: до 25.04.2024", "executor-missing"),
        ("1. Посадить липы.\nОтв.: Липов И.И.\nСрок: до 25.02.2024", "deadline-before-document"),
        ("1. Посадить липы.\nОтв.: Липов И.И.\nСрок: до 27.04.2025", "deadline-day-off"),
        ("1. Посадить липы.\nОтв.: Липов И.И.\nСрок: до 31.02.2025", "deadline-impossible"),
        ("1. Посадить липы.\nОтв.: Липов И.И.\nСрок: 01.13.2025", "deadline-impossible"),
        ("1. Посадить липы до 30 февраля 2025 года.\nОтв.: Липов И.И.", "deadline-impossible"),
        ("1. Посадить липы.\nОтв.: Липов И.И.\nСрок: до 13.03.2024", "deadline-short"),
        ("1. Посадить липы.\nОтв.: Липов И.И.\nСрок: с 25.04.2024", "deadline-no-end"),
        ("1. Посадить липы.\nОтв.: Липов И.И.\nСрок: постоянно", "deadline-permanent"),
    ],
)
def test_a_doubt_about_an_item_names_its_line(items: str, code: str) -> None:
    assert (code, 8) in codes(items)


@pytest.mark.parametrize("term", ["до 28.02.2025", "с 25.04.2024", "постоянно", "I квартал 2025"])
def test_a_day_that_there_is_is_no_doubt(term: str) -> None:
    assert "deadline-impossible" not in {
        code for code, _ in codes(f"1. Посадить липы.\nОтв.: Липов И.И.\nСрок: {term}")
    }


def test_a_term_before_the_document_proposes_the_next_such_day() -> None:
    protocol = read(HEAD + "РЕШИЛИ:\n1. Посадить липы.\nСрок: до 25.02.2023" + END)
    found = next(problem for problem in protocol.problems if problem.code == "deadline-before-document")
    assert found.facts["proposed"] == "25.02.2025"


def test_who_was_absent_must_be_told() -> None:
    people = "Присутствовали: Дубов К.К.\nОтсутствовали: Липов И.И.\n"
    assert ("executor-absent", 8) in codes("1. Посадить липы.\nОтв.: И.И. Липов\nСрок: до 25.04.2024", people=people)
    assert not [
        code for code, _ in codes(SOUND, people="Присутствовали: Липов И.И., Дубов К.К.\n") if code == "executor-absent"
    ]


def test_a_number_borne_twice_and_a_text_given_twice() -> None:
    found = [code for code, _ in codes("1. Посадить липы.\n1. Посадить липы.\n")]
    assert "number-duplicate" in found
    assert "item-repeated" in found


def test_a_question_without_a_decision_is_named() -> None:
    agenda = "Повестка дня:\n1. О липах.\n2. О клёнах.\n3. О дубах.\n\n"
    items = "1.1. Посадить липы.\n3.1. Посадить дубы."
    protocol = read(f"{HEAD}{agenda}РЕШИЛИ:\n{items}{END}")
    undecided = [problem.facts["title"] for problem in protocol.problems if problem.code == "question-undecided"]
    assert undecided == ["О клёнах."]


def test_too_few_present_is_no_quorum() -> None:
    assert ("quorum-missing", 0) in codes(SOUND, people="Присутствовали 3 из 9 членов комиссии.\n\n")
    assert ("quorum-missing", 0) not in codes(SOUND, people="Присутствовали 7 из 9 членов комиссии.\n\n")


def test_what_the_head_lacks_is_named() -> None:
    protocol = read("ПРОТОКОЛ\nзаседания комиссии\n\nРЕШИЛИ:\n1. Посадить липы.")
    missing = {problem.code for problem in protocol.problems}
    assert {"number-missing", "date-missing", "place-missing", "chair-missing", "secretary-missing"} <= missing
    assert {"controller-missing", "attendance-missing"} <= missing


def test_a_letter_without_items_is_an_error() -> None:
    protocol = read("Уважаемые коллеги!\n\nПоздравляем вас с праздником посадки лип.\n")
    assert [(p.code, p.severity) for p in protocol.problems if p.severity is Severity.ERROR] == [
        ("no-items", Severity.ERROR)
    ]


def test_every_doubt_has_words_in_both_languages() -> None:
    for code in DOUBTS:
        row = WORDS[code]
        assert row.ru and row.en and row.fix_ru and row.fix_en
