from __future__ import annotations

import pytest

from engine.rules.gherkin_text import LONGEST, Step, read_feature

TEXT = """# language: ru
Функция: Правила

  Правило: О сроках
    @R18 @error
    Сценарий: Срок
      Исправить: иначе
      Дано поручение
        | срок       |
        | 01.02.2022 |
      Если указан срок
      И указан исход
      Тогда указан ответственный
"""


def test_a_scenario_is_read_with_its_places() -> None:
    ((scenario,), problems) = read_feature(TEXT, "x.feature")
    assert problems == ()
    assert (scenario.title, scenario.tags, scenario.description.strip()) == (
        "Срок",
        ("R18", "error"),
        "Исправить: иначе",
    )
    assert [(step.sort, step.text, step.where.line) for step in scenario.steps] == [
        ("given", "поручение", 8),
        ("when", "указан срок", 11),
        ("when", "указан исход", 12),
        ("then", "указан ответственный", 13),
    ]
    assert scenario.steps[0].rows == (("срок",), ("01.02.2022",))


def test_if_and_when_are_one_word() -> None:
    (other,), _ = read_feature(TEXT.replace("Если", "Когда"), "x.feature")
    (one,), _ = read_feature(TEXT, "x.feature")
    assert [_bare(step) for step in one.steps] == [_bare(step) for step in other.steps]


def _bare(step: Step) -> tuple[str, str]:
    return step.sort, step.text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TEXT.replace("Тогда", "Тогдаа"), 13),
        (TEXT.replace("| 01.02.2022 |", "| 01.02.2022 | 2 |"), 10),
        (TEXT.replace("language: ru", "language: xx"), 1),
        ("просто текст", 1),
    ],
)
def test_what_is_no_gherkin_is_a_problem_with_its_line(text: str, line: int) -> None:
    scenarios, problems = read_feature(text, "x.feature")
    assert scenarios == ()
    assert (problems[0].code, problems[0].where.line) == ("pack-syntax", line)


def test_a_background_is_told() -> None:
    text = "# language: ru\nФункция: Правила\n  Предыстория:\n    Дано поручение\n"
    (problem,) = read_feature(text, "x.feature")[1]
    assert (problem.code, problem.where.line) == ("pack-no-place", 3)


def test_a_file_beyond_measure_is_not_parsed() -> None:
    (problem,) = read_feature(TEXT + "#" * LONGEST, "x.feature")[1]
    assert problem.code == "pack-too-long"
    assert read_feature(TEXT + "#" * 100, "x.feature")[1] == ()
