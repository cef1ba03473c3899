from __future__ import annotations

import pytest

from intake.lines.markup import joined, plain


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("2. **СЛУШАЛИ:** по вопросу", "2. СЛУШАЛИ: по вопросу"),
        ("- *внедрения механизмов;*", "- внедрения механизмов;"),
        ("<p>Отчёт</p> <p><i>Анализ</i></p>", "Отчёт Анализ"),
        ("Р Е Ш И Л И :", "РЕШИЛИ :"),
        ("посадить\u00a0  липы\u00ad", "посадить липы"),
        ("РЕЗОЛЮЦИЯ**совета****«О липах»**", "РЕЗОЛЮЦИЯ совета «О липах»"),
        ("# Протокол", "Протокол"),
        ("* посадить липы", "* посадить липы"),
    ],
)
def test_stray_markup_is_taken_off(raw: str, clean: str) -> None:
    assert plain(raw) == clean


def test_short_words_are_not_taken_for_spaced_letters() -> None:
    assert plain("О том и о сём") == "О том и о сём"


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    assert joined(["посадить ли-", "пы в парке"]) == "посадить липы в парке"


def test_a_dash_before_a_capital_stays() -> None:
    assert joined(["проект Сад-", "Огород"]) == "проект Сад- Огород"
