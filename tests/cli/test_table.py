"""Tables for a reader: no wider than the screen, torn between words, never between a name and its initials."""

from __future__ import annotations

import pytest

from cli.table import laid_out

HEADS = ["Номер", "Текст", "Исполнители", "Срок"]
TEXT = "Провести анализ результатов проверочных работ по каждой школе округа и представить его совету"
ROWS = [
    ["П-1.1.2", TEXT, "Громов А.С.; Лаптева Н.И.; руководители общеобразовательных организаций", "27.11.2026"],
    ["П-1.3", "Коротко", "Ким О.В.", ""],
]
WHOLE = {*TEXT.split(), *ROWS[0][2].replace(";", "").split()}


@pytest.mark.parametrize("width", [72, 80, 100, 132])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(len, laid_out(HEADS, ROWS, width).splitlines())) <= width


def test_what_fits_is_not_wrapped() -> None:
    assert len(laid_out(HEADS, ROWS, 400).splitlines()) == 4
    assert len(laid_out(HEADS, ROWS, 80).splitlines()) > 4


@pytest.mark.parametrize("width", [72, 80, 100])
def test_a_name_keeps_its_initials_and_a_day_stays_whole(width: int) -> None:
    table = laid_out(HEADS, ROWS, width)
    assert "Громов А.С." in table and "Лаптева Н.И." in table and "27.11.2026" in table


def test_a_cell_that_is_cut_ends_with_a_whole_word() -> None:
    table = laid_out(HEADS, ROWS, 80, most=2)
    words = {word for line in table.splitlines() for word in line.split() if word.endswith("…")}
    assert words
    assert {word.removesuffix("…").rstrip(";") for word in words} <= WHOLE


def test_without_a_limit_nothing_is_lost() -> None:
    said = " ".join(laid_out(HEADS, ROWS, 60).split())
    assert set(TEXT.split()) <= set(said.split())
