from __future__ import annotations

import pytest

from intake.decisions.tails import cut_tail, is_term, term_at_end, term_behind
from tests.intake.readings import decided, read


@pytest.mark.parametrize(
    ("said", "text", "labels"),
    [
        ("Посадить липы (до 1 апреля);", "Посадить липы", {"deadline": "до 1 апреля"}),
        ("Посадить липы (вторая декада октября).", "Посадить липы", {"deadline": "вторая декада октября"}),
        ("Посадить липы (апрель).", "Посадить липы", {"deadline": "апрель"}),
        ("Посадить липы (Лугов А.Б.).", "Посадить липы", {"executors": "Лугов А.Б."}),
        ("Посадить липы (Лугов А.Б., Ли К.);", "Посадить липы", {"executors": "Лугов А.Б., Ли К."}),
        (
            "Полить липы (отдел озеленения, служба парков).",
            "Полить липы",
            {"executors": "отдел озеленения, служба парков"},
        ),
        ("Полить липы (Лугов А.Б., до 5 мая).", "Полить липы", {"executors": "Лугов А.Б.", "deadline": "до 5 мая"}),
        ("Полить липы – Лугов А.Б., до 5 мая.", "Полить липы", {"executors": "Лугов А.Б.", "deadline": "до 5 мая"}),
        ("Полить липы. Лугов А.Б., 5 мая.", "Полить липы.", {"executors": "Лугов А.Б.", "deadline": "5 мая"}),
        ("Полить липы, в срок до 5 мая 2025 года.", "Полить липы", {"deadline": "до 5 мая 2025 года"}),
        ("Полить липы, в срок по отдельному графику.", "Полить липы", {"deadline": "по отдельному графику"}),
    ],
)
def test_a_tail_without_label_says_who_and_by_when(said: str, text: str, labels: dict[str, str]) -> None:
    body, found = cut_tail(said)
    assert body == text
    assert {label.kind: label.value for label in found} == labels


@pytest.mark.parametrize(
    "said",
    [
        "Посадить липы (список прилагается).",
        "Посадить липы (приложение).",
        "Посадить липы (дальний парк).",
        "Подготовить смету совместно с отделом парков (Лугов А.Б.).",
        "Отделу парков посадить липы у дома директора (Лугов А.Б.).",
        "Подготовить отчёт (за май).",
        "Подготовить отчёт – форма № 5.",
        "Сослаться на книгу «Липы» (Лугов А.Б.).",
        "Посадить липы.",
    ],
)
def test_other_endings_stay_part_of_the_sentence(said: str) -> None:
    assert cut_tail(said) == (said, ())


@pytest.mark.parametrize(
    "text",
    [
        "до 23 января",
        "В течение февраля",
        "первая неделя декабря",
        "с 7 по 25 апреля",
        "II квартал 2025 г.",
        "постоянно",
        "май",
    ],
)
def test_a_term_is_made_of_the_words_of_terms(text: str) -> None:
    assert is_term(text)


@pytest.mark.parametrize(
    "text", ["отчёт за май", "школа № 2", "до свидания", "Майский парк", "2025", "по итогам мая", ""]
)
def test_other_words_are_no_term(text: str) -> None:
    assert not is_term(text)


def test_a_term_behind_those_who_carry_it_out_is_theirs() -> None:
    assert term_behind("Лугова А.Б., до 3 марта 2025 г.") == "до 3 марта 2025 г."
    assert term_behind("Лугова А.Б., заведующая садом") == ""
    (item,) = decided("1. Посадить липы. Ответственная: Лугова А.Б., до 3 мая.")
    assert item.deadline.due is not None
    assert [one.name for one in item.executors] == ["Лугова А.Б."]


def test_a_term_on_a_line_of_its_own_holds_for_what_follows_till_the_next() -> None:
    items = decided(
        "До 23 мая\n\nЛугов А.Б.\n– посадить липы;\n\nЛи К.С.\n– полить клёны;\n\n"
        "В течение июня\n\nЛугов А.Б.\n– побелить стволы."
    )
    assert [item.deadline_raw for item in items] == ["До 23 мая", "До 23 мая", "В течение июня"]
    assert [item.text for item in items] == ["посадить липы;", "полить клёны;", "побелить стволы."]


def test_what_closes_the_meeting_is_no_part_of_the_last_item() -> None:
    items = decided("1. Посадить липы\nСледующее заседание – 6 июня.")
    assert [item.text for item in items] == ["Посадить липы"]
    items = decided("1. Посадить липы.\nЗамечаний к протоколу не поступило.")
    assert [item.text for item in items] == ["Посадить липы."]


def test_a_person_over_sentences_without_numbers_is_whom_they_are_for() -> None:
    protocol = read(
        "СПИСОК ПОРУЧЕНИЙ\nот 09.06.2024 № 5\n\nНачальнику парков Лугову А.Б.\nПосадить липы до 1 октября.\n\n"
        "Врио лесничего Зыряеву Э.Ф.\nВырубить сухостой до 5 октября.",
        "docx",
    )
    assert [item.text for item in protocol.items] == ["Посадить липы до 1 октября.", "Вырубить сухостой до 5 октября."]
    assert [one.name for item in protocol.items for one in item.executors] == ["Лугов А.Б.", "Зыряев Э.Ф."]


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("Посадить липы – III квартал 2024 года;", "III квартал 2024 года"),
        ("Посадить липы – март–апрель 2024 года.", "март–апрель 2024 года"),
        ("Посадить липы, май 2024 г.", "май 2024 г."),
        ("Посадить липы. Май 2024 года.", "Май 2024 года"),
        ("Посадить липы: № 5, 6, 7.", ""),
        ("Посадить липы – клёны и дубы.", ""),
        ("Утвердить план на 2024 год.", ""),
        ("Отчёт за май.", ""),
    ],
)
def test_a_bare_term_may_end_the_sentence(said: str, term: str) -> None:
    assert term_at_end(said) == term


@pytest.mark.parametrize(
    "who", ["Липов И.И., в недельный срок", "Липов И.И. до 19.03.2024", "Липов И.И. – 19 марта 2024 года"]
)
def test_a_term_behind_those_who_act_needs_no_label(who: str) -> None:
    (item,) = decided(f"1. Полить липы (отв. {who}).")
    assert ([one.name for one in item.executors], str(item.deadline.due)) == (["Липов И.И."], "2024-03-19")
