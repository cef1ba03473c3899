"""A web page comes out as a browser shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.formats.html import read_html
from intake.opening import open_paper
from intake.paper import Line
from intake.unreadable import Unreadable
from tests.intake.formats.word_files import written


def lines(page: str) -> tuple[Line, ...]:
    return read_html(page.encode())[0]


def texts(page: str) -> list[str]:
    return [line.text for line in lines(page)]


def test_paragraphs_and_breaks_are_lines_and_line_ends_in_the_file_are_none() -> None:
    assert texts("<p>Утвердить\n  план.<br>Срок: май</p><div>Принять&nbsp;к сведению</div>") == [
        "Утвердить план.",
        "Срок: май",
        "Принять\u00a0к сведению",
    ]


def test_what_is_not_shown_is_not_read() -> None:
    page = (
        "<html><head><title>а</title><style>p{}</style></head><body><script>let б = '<p>';</script>"
        "<p hidden>в</p><div style='display: none'>г<p>д</p></div><p>Текст</p></body></html>"
    )
    assert texts(page) == ["Текст"]


def test_list_items_bear_the_numbers_that_a_browser_shows() -> None:
    page = "<ol start=3><li>три<ol type=I><li>первый<li>второй</ol><li value=9>девять<ul><li>знак</ul></ol><p>конец"
    assert [(line.label, line.level, line.text) for line in lines(page)] == [
        ("3.", 1, "три"),
        ("I.", 2, "первый"),
        ("II.", 2, "второй"),
        ("9.", 1, "девять"),
        ("•", 2, "знак"),
        ("", 0, "конец"),
    ]


def test_cells_that_span_are_written_out() -> None:
    page = "<table><tr><th>№<th colspan=2>Что<tr><td rowspan=2>1<td>а<td>б<tr><td>в<td>г</table><p>конец"
    got = lines(page)
    assert [line.cells for line in got] == [("№", "Что", "Что"), ("1", "а", "б"), ("1", "в", "г"), ()]
    assert [line.table for line in got] == [1, 1, 1, 0]


def test_paragraphs_of_a_cell_are_kept_apart() -> None:
    got = lines("<table><tr><td>1<td><p>отдел,</p><p>школы</p></table>")
    assert [line.cells for line in got] == [("1", "отдел,\nшколы")]


def test_a_table_that_only_places_a_page_is_none() -> None:
    inside = "".join(f"<p>пункт {n}</p>" for n in range(40))
    page = f"<table><tr><td>меню<td>{inside}<table><tr><td>а<td>б</table></table>"
    got = lines(page)
    assert [line.text for line in got[:3]] == ["меню", "пункт 0", "пункт 1"]
    assert got[-1].cells == ("а", "б")
    assert texts("<table><tr><td><p>Один</p><p>Два</p></table>") == ["Один", "Два"]


def test_bold_and_centred_are_seen() -> None:
    page = '<h1 align=center>ПРОТОКОЛ</h1><p style="text-align: center">от мая</p><p><b>РЕШИЛИ:</b> всё</p>'
    assert [(line.bold, line.centred) for line in lines(page)] == [(True, True), (False, True), (False, False)]


def test_paragraphs_that_nobody_closed_do_not_hide_what_comes_after() -> None:
    page = "".join(f"<p>строка {n}" for n in range(3000)) + "<table><tr><td>а<td>б</table>"
    assert lines(page)[-1].cells == ("а", "б")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r"])
def test_the_encoding_is_the_one_that_the_page_names_or_the_one_it_is_in(encoding: str, tmp_path: Path) -> None:
    named = {"utf-8": "utf-8", "cp1251": "windows-1251", "koi8-r": "koi8-r"}[encoding]
    page = f'<!DOCTYPE html><html><head><meta charset="{named}"></head><body><p>Утвердить план</p></body></html>'
    paper = open_paper(written(tmp_path, "a.html", page.encode(encoding)))
    assert (paper.source.format, paper.lines[0].text) == ("html", "Утвердить план")
    lying = page.replace(named, "utf-8").encode(encoding)
    assert read_html(lying)[0][0].text == "Утвердить план"


def test_a_page_under_a_name_of_text_is_a_page(tmp_path: Path) -> None:
    paper = open_paper(written(tmp_path, "a.txt", "<html><body><p>Решили:</p></body></html>".encode()))
    assert [line.text for line in paper.lines] == ["Решили:"]


def test_tables_in_wide_cells_of_tables_do_not_multiply() -> None:
    page = "<table><tr><td colspan=200>" * 12 + "дно"
    assert sum(len(line.text) for line in lines(page)) < 100_000


@pytest.mark.parametrize("declaration", ["<![[[[[[[[", "<![[[[999999", "<![[[[[„–"])
def test_a_declaration_that_is_none_is_damage_and_no_crash(declaration: str) -> None:
    with pytest.raises(Unreadable) as fault:
        read_html(f"<p>Решили:</p>{declaration}<p>1. Провести опрос.</p>".encode())
    assert fault.value.problem.code == "paper-damaged"
    assert texts("<p>Решили:</p><![CDATA[x]]><p>1. Провести опрос.</p>")[0] == "Решили:"
