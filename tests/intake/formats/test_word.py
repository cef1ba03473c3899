"""A Word document comes out as it is read on paper: in order, with tables and notes, without what was deleted."""

from __future__ import annotations

from pathlib import Path

import docx as python_docx
import pytest

from intake.formats.word import read_docx
from intake.opening import open_paper
from intake.paper import Line
from intake.unreadable import Unreadable
from tests.intake.formats.word_files import archive, cell, docx, family, level, num, p, r, table, written


def lines(body: str, **parts: str) -> tuple[Line, ...]:
    return read_docx(docx(body, **parts))[0]


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in lines(body, **parts)]


def test_a_document_of_python_docx_is_opened(tmp_path: Path) -> None:
    document = python_docx.Document()
    document.add_paragraph("ПРОТОКОЛ № 3")
    document.add_paragraph("Утвердить план.", style="List Number")
    document.add_paragraph("Провести совещание.", style="List Number")
    document.save(str(tmp_path / "a.docx"))
    paper = open_paper(tmp_path / "a.docx")
    assert [(line.number, line.label, line.text) for line in paper.lines] == [
        (1, "", "ПРОТОКОЛ № 3"),
        (2, "1.", "Утвердить план."),
        (3, "2.", "Провести совещание."),
    ]
    assert paper.source.format == "docx"


def test_a_document_under_another_name_is_opened_all_the_same(tmp_path: Path) -> None:
    paper = open_paper(written(tmp_path, "a.txt", docx(p("Решили:"))))
    assert (paper.source.format, paper.lines[0].text) == ("docx", "Решили:")


def test_blank_paragraphs_are_lines_too() -> None:
    assert texts(p("а") + p() + p("б")) == ["а", "", "б"]


def test_a_line_break_makes_a_line_and_only_the_first_bears_the_number() -> None:
    broken = p("Утвердить план.", num=1).replace("</w:p>", "<w:r><w:br/><w:t>Срок: 01.09.2031</w:t></w:r></w:p>")
    got = lines(broken, numbering=family(0, level(0, "%1.")) + num(1, 0))
    assert [(line.label, line.text) for line in got] == [("1.", "Утвердить план."), ("", "Срок: 01.09.2031")]


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there() -> None:
    body = (
        f"<w:p>{r('до ')}<w:del><w:r><w:delText>1 мая</w:delText></w:r></w:del><w:ins>{r('1 июня')}</w:ins></w:p>"
        f"<w:p><w:moveFrom>{r('прежнее место')}</w:moveFrom></w:p>"
    )
    assert texts(body) == ["до 1 июня", ""]


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    assert texts(p("Провести ", more="<w:rPr><w:del/></w:rPr>") + p("проверку")) == ["Провести проверку"]


def test_hidden_text_is_not_read() -> None:
    assert texts(f"<w:p>{r('видно')}{r(' тайно', '<w:vanish/>')}</w:p>") == ["видно"]


def test_the_code_of_a_field_is_no_text_but_its_result_is() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF пункт</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("1.2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(f"<w:p>{r('см. п. ')}{field}</w:p>") == ["см. п. 1.2"]


def test_links_content_controls_and_tabs_are_read() -> None:
    link = f"<w:hyperlink>{r('приказ')}</w:hyperlink>"
    body = f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{link}<w:r><w:tab/></w:r>{r('№ 5')}</w:p></w:sdtContent></w:sdt>"
    assert texts(body) == ["приказ\t№ 5"]


def test_bold_and_centred_are_seen_also_through_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="З"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = p("Заголовок", style="З") + f"<w:p>{r('жирно', '<w:b/>')}{r(' и нет')}</w:p>" + p("нет")
    assert [(line.bold, line.centred) for line in lines(body, styles=styles)] == [
        (True, True),
        (False, False),
        (False, False),
    ]


def test_merged_cells_are_written_out_in_all_places() -> None:
    body = table(
        [cell("№"), cell("Мероприятие"), cell("Срок", span=2)],
        [cell("1"), cell("Анализ"), cell("май", merge="restart"), cell("отдел")],
        [cell("2"), cell("План"), cell(merge="continue"), cell("школы", "отдел")],
    )
    assert [line.cells for line in lines(body)] == [
        ("№", "Мероприятие", "Срок", "Срок"),
        ("1", "Анализ", "май", "отдел"),
        ("2", "План", "май", "школы\nотдел"),
    ]
    assert [line.text for line in lines(body)][2] == "2\tПлан\tмай\tшколы отдел"


def test_numbers_in_cells_are_automatic_too() -> None:
    body = table([cell(p("", num=1)), cell("Анализ")], [cell(p("", num=1)), cell("План")])
    got = lines(body, numbering=family(0, level(0, "%1.")) + num(1, 0))
    assert [line.cells[0] for line in got] == ["1.", "2."]


def test_columns_left_out_at_the_side_are_empty_cells() -> None:
    left_out = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    body = table([cell("а"), cell("б")]).replace("</w:tbl>", f"{left_out}{cell('в')}</w:tr></w:tbl>")
    assert [line.cells for line in lines(body)] == [("а", "б"), ("", "в")]


def test_tables_are_told_apart_and_a_frame_is_none() -> None:
    body = (
        table([cell("а"), cell("б")]) + p("между") + table([cell("в рамке", "и ещё")]) + table([cell("в"), cell("г")])
    )
    assert [(line.text, line.table) for line in lines(body)] == [
        ("а\tб", 1),
        ("между", 0),
        ("в рамке", 0),
        ("и ещё", 0),
        ("в\tг", 2),
    ]


def test_numbers_in_a_column_of_their_own_are_the_numbers_of_items() -> None:
    body = table(
        [cell("1."), cell("Утвердить план.", "Срок: до 1 мая")],
        [cell("1.1."), cell("Провести анализ.")],
    )
    assert [(line.label, line.text, line.cells) for line in lines(body)] == [
        ("1.", "Утвердить план.", ()),
        ("", "Срок: до 1 мая", ()),
        ("1.1.", "Провести анализ.", ()),
    ]


def test_numbers_below_the_head_of_a_table_are_cells() -> None:
    body = table([cell("№"), cell("Поручение")], [cell("1."), cell("Утвердить план.")])
    assert [line.cells for line in lines(body)] == [("№", "Поручение"), ("1.", "Утвердить план.")]


def test_a_table_that_only_places_the_points_of_a_protocol_is_none() -> None:
    body = table(
        [cell("СЛУШАЛИ:"), cell("Громова А.С.")],
        [cell(), cell()],
        [cell("РЕШИЛИ:"), cell(p("Утвердить план.", num=1), p("Провести анализ.", num=1))],
    )
    got = lines(body, numbering=family(0, level(0, "%1.")) + num(1, 0))
    assert [(line.label, line.text, line.cells) for line in got] == [
        ("", "СЛУШАЛИ:", ()),
        ("", "Громова А.С.", ()),
        ("", "РЕШИЛИ:", ()),
        ("1.", "Утвердить план.", ()),
        ("2.", "Провести анализ.", ()),
    ]


def test_a_list_of_people_in_two_columns_stays_a_table() -> None:
    body = table([cell("Громов А.С."), cell("директор")], [cell("Лаптева Н.И."), cell("методист")])
    assert [line.cells for line in lines(body)] == [("Громов А.С.", "директор"), ("Лаптева Н.И.", "методист")]


def test_a_table_in_a_cell_stays_in_the_cell() -> None:
    body = table([cell("а"), cell(table([cell("б"), cell("в")]), p("г"))])
    assert [line.cells for line in lines(body)] == [("а", "б\tв\nг")]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('Надпись')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p>{r('Текст')}<w:r>{both}</w:r></w:p>" + p("Дальше")
    assert texts(body) == ["Текст", "Надпись", "Дальше"]


def test_a_text_box_of_the_old_form_only_is_read_too() -> None:
    box = f"<w:r><w:pict><v:x xmlns:v='urn:x'><w:txbxContent>{p('Надпись')}</w:txbxContent></v:x></w:pict></w:r>"
    assert texts(f"<w:p>{r('Текст')}{box}</w:p>") == ["Текст", "Надпись"]


def test_notes_stand_behind_the_text_with_their_mark() -> None:
    body = f'<w:p>{r("План")}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>' + p("Дальше")
    notes = f'<w:footnote w:id="7">{p("См. приказ.")}</w:footnote><w:footnote w:id="8">{p("Ничья")}</w:footnote>'
    assert texts(body, footnotes=notes) == ["План", "Дальше", "¹ См. приказ."]


def section(*references: str, first: bool = False) -> str:
    refs = "".join(
        f'<w:{kind}Reference w:type="{when}" r:id="rId{name}"/>'
        for kind, when, name in (reference.split(":") for reference in references)
    )
    return f"<w:sectPr>{refs}{'<w:titlePg/>' if first else ''}</w:sectPr>"


def test_a_letterhead_comes_first_and_running_heads_last() -> None:
    body = p("ПРОТОКОЛ") + section("header:first:header1", "header:default:header2", first=True)
    got = lines(body, header1=p("Комитет"), header2=p("Протокол № 2"))
    assert [(line.text, line.furniture) for line in got] == [
        ("Комитет", False),
        ("ПРОТОКОЛ", False),
        ("Протокол № 2", True),
    ]


def test_a_first_page_head_that_is_switched_off_is_not_read() -> None:
    assert texts(p("ПРОТОКОЛ") + section("header:first:header1"), header1=p("Комитет")) == ["ПРОТОКОЛ"]


def test_a_foot_of_page_numbers_only_is_nothing() -> None:
    numbers = f'<w:p><w:fldSimple w:instr=" PAGE ">{r("2")}</w:fldSimple></w:p>'
    assert texts(p("текст") + section("footer:default:footer1"), footer1=numbers) == ["текст"]
    assert texts(p("текст") + section("footer:default:footer1"), footer1=numbers + p("г. Ясный")) == [
        "текст",
        "г. Ясный",
    ]


def test_pages_are_counted_where_the_author_broke_them() -> None:
    new_page = p("б", more="<w:pageBreakBefore/>")
    assert [line.page for line in lines(p("а") + new_page + p("в"))] == [1, 2, 2]


def test_pages_are_counted_where_word_last_broke_them() -> None:
    drawn = f"<w:p><w:r><w:lastRenderedPageBreak/></w:r>{r('б')}</w:p>"
    assert [line.page for line in lines(p("а") + drawn + p("в"))][-1] == 2


def test_an_embedded_file_is_said_not_to_be_read() -> None:
    _, problems = read_docx(docx(p("а") + '<w:altChunk r:id="rId9"/>'))
    assert [problem.code for problem in problems] == ["paper-part-unread"]
    assert read_docx(docx(p("а")))[1] == ()


TYPES = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, "paper-save-as"),
        ({TYPES: "application/vnd.ms-word.document.macroEnabled.main+xml"}, "paper-save-as"),
        ({TYPES: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"}, "paper-save-as"),
        ({"readme.txt": "просто архив"}, "paper-save-as"),
        ({TYPES: "…wordprocessingml.document.main+xml"}, "paper-damaged"),
        ({TYPES: "…wordprocessingml.document.main+xml", "word/document.xml": "<w:document"}, "paper-damaged"),
    ],
)
def test_other_archives_are_refused_by_name(members: dict[str, str | bytes], code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_docx(archive(members))
    assert refused.value.problem.code == code


def test_tables_in_wide_cells_of_tables_do_not_multiply() -> None:
    body = "дно"
    for _ in range(12):
        body = table([cell(p(body) if body == "дно" else body, span=200), cell("край")])
    assert sum(len(line.text) for line in lines(body)) < 100_000
