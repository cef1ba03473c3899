"""The columns of a plan of measures are told by the words of their heads."""

from __future__ import annotations

import pytest

from intake.decisions.columns import columns_of


@pytest.mark.parametrize(
    ("head", "deadline"),
    [
        (("№", "Мероприятие", "Срок", "Ответственный"), 2),
        (("№ п/п", "Мероприятие", "Дата", "Ответственный исполнитель"), 2),
        (("№", "Поручение", "Дата поручения", "Срок", "Исполнитель"), 3),
        (("Что сделать", "Период", "Кто"), 1),
        (("№", "Мероприятие", "Месяц"), 2),
        (("№", "Поручение", "Дата выдачи", "Исполнитель"), -1),
        (("Мероприятие", "Исполнитель"), -1),
    ],
)
def test_a_column_of_days_is_the_term_unless_it_tells_when_the_task_was_given(
    head: tuple[str, ...], deadline: int
) -> None:
    columns = columns_of(head)
    assert columns is not None
    assert columns.deadline == deadline


@pytest.mark.parametrize("head", [("Школа", "Дата", "Число детей"), ("Мероприятие", "Документ"), ("№", "Повестка дня")])
def test_any_other_table_is_no_plan(head: tuple[str, ...]) -> None:
    assert columns_of(head) is None
