from __future__ import annotations

import pytest

from intake.labels import Label, cut, labels_of_line


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
