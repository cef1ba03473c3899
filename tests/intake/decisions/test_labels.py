from __future__ import annotations

import pytest

from intake.decisions.labels import Label, cut, labels_of_line
from tests.intake.readings import decided


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("Срок: до 01.05.2024", "deadline", "до 01.05.2024"),
        ("Срок до 12.01.2022г.", "deadline", "до 12.01.2022г."),
        ("Сроки: с 01.09.2022 года", "deadline", "с 01.09.2022 года"),
        ("Срок исполнения – март 2024 года", "deadline", "март 2024 года"),
        ("Исполнители: Липов И.И.", "executors", "Липов И.И."),
        ("Ответственный – Липов И.И., садовник", "executors", "Липов И.И., садовник"),
        ("Отв.: Липов И.И.", "executors", "Липов И.И."),
        ("Отв. Липов И.И.", "executors", "Липов И.И."),
        ("(отв. – Липов И.И.)", "executors", "Липов И.И."),
        ("Соисполнители: отдел парков", "helpers", "отдел парков"),
        ("Контроль: Липов И.И.", "watch", "Липов И.И."),
        ("Ответственные:", "executors", ""),
    ],
)
def test_a_labelled_line_gives_its_value(line: str, kind: str, value: str) -> None:
    assert labels_of_line(line) == (Label(kind, value),)


@pytest.mark.parametrize(
    "line",
    [
        "Ответственным за полив назначить Липова И.И.",
        "Ответственные работники отдела отметили рост лип",
        "Сроки полива лип нарушены в трёх парках",
        "Контроль за исполнением решения возложить на Липова И.И.",
        "Посадить липы",
    ],
)
def test_a_sentence_with_the_same_words_is_no_label(line: str) -> None:
    assert labels_of_line(line) == ()


def test_two_labels_on_one_line_are_told_apart() -> None:
    assert labels_of_line("Срок: 01.05.2024. Отв.: Липов И.И.") == (
        Label("deadline", "01.05.2024."),
        Label("executors", "Липов И.И."),
    )


def test_tails_are_cut_off_a_sentence() -> None:
    text, labels = cut("Посадить липы (отв. – Липов И.И., срок – до 01.05.2024).", whole_line=False)
    assert text == "Посадить липы"
    assert labels == (Label("executors", "Липов И.И."), Label("deadline", "до 01.05.2024."))


def test_a_term_inside_the_sentence_stays() -> None:
    assert cut("Посадить липы в срок до 01.05.2024.", whole_line=False) == (
        "Посадить липы в срок до 01.05.2024.",
        (),
    )


def test_a_tab_before_a_label_makes_no_table() -> None:
    one, two = decided(
        "1. Высадить липы.\tСрок: до 01.05.2024\tОтв.: Липов И.И.\n2. Полить клёны.\tСрок: 3 мая 2024 года"
    )
    assert (one.text, one.deadline_raw, one.executors[0].name) == ("Высадить липы.", "до 01.05.2024", "Липов И.И.")
    assert two.deadline_raw == "3 мая 2024 года"


def test_columns_that_labels_head_are_a_table() -> None:
    (only,) = decided("№\tПоручение\tСрок\tИсполнитель\n1\tВысадить липы\tдо 01.05.2024\tЛипов И.И.")
    assert (only.text, only.deadline_raw) == ("Высадить липы", "до 01.05.2024")
