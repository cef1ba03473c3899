"""A PDF comes out as paragraphs and rows in reading order, with its furniture set aside."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from intake.formats.pdf import read_pdf
from intake.opening import open_paper
from intake.paper import Line
from intake.unreadable import Unreadable
from tests.intake.formats.pdf_files import Sheet, broken, pdf, width_of
from tests.intake.formats.word_files import written

LONG = (
    "Отделу дошкольного образования совместно с методическим кабинетом подготовить предложения по составу рабочей "
    "группы и представить их на рассмотрение совета в установленном порядке."
)
PARAGRAPHS = (
    "1. " + LONG,
    "Срок: до 01.09.2031",
    "2. " + LONG,
    "Ответственный: Луговой П.Т.",
    "3. Принять к сведению.",
    LONG,
    "Контроль за исполнением оставляю за собой.",
)


def lines(*sheets: Sheet) -> tuple[Line, ...]:
    return read_pdf(pdf(*sheets))[0]


def texts(*sheets: Sheet) -> list[str]:
    return [line.text for line in lines(*sheets) if not line.furniture]


def sheet_of(*paragraphs: str, indent: float = 30) -> Sheet:
    sheet = Sheet()
    for text in paragraphs:
        sheet.paragraph(text, indent=indent)
    return sheet


@pytest.mark.parametrize("indent", [0, 30, 45])
def test_lines_of_print_become_paragraphs_again(indent: float) -> None:
    assert texts(sheet_of(*PARAGRAPHS, indent=indent)) == list(PARAGRAPHS)


def test_a_paragraph_goes_on_over_the_page_and_its_number_stands_aside(tmp_path: Path) -> None:
    first, second = sheet_of(*PARAGRAPHS[:2]), Sheet()
    begins, *goes_on = broken(PARAGRAPHS[2])
    first.paragraph(begins)
    second.paragraph(" ".join(goes_on), indent=0).paragraph(PARAGRAPHS[3])
    for page, sheet in enumerate((first, second), start=1):
        sheet.text(300, 30, str(page))
    paper = open_paper(written(tmp_path, "a.pdf", pdf(first, second)))
    assert [line.text for line in paper.lines] == [*PARAGRAPHS[:4], "1", "2"]
    assert [(line.page, line.furniture) for line in paper.lines[-3:]] == [(2, False), (1, True), (2, True)]
    assert [line.number for line in paper.lines] == [1, 2, 3, 4, 5, 6]
    assert paper.source.format == "pdf"


def test_a_running_head_stands_aside_but_a_title_does_not() -> None:
    sheets = [Sheet().text(200, 815, "Протокол № 8").text(80, 700, f"Текст {n}") for n in ("один", "два", "три")]
    assert texts(*sheets) == ["Текст один", "Текст два", "Текст три"]
    assert texts(sheets[0]) == ["Протокол № 8", "", "Текст один"]


@pytest.mark.parametrize("text", ["РЕШИЛИ:", "Срок: постоянно"])
def test_what_ends_many_a_page_may_be_text(text: str) -> None:
    sheets = [sheet_of(LONG, indent=n).text(80, 100, text) for n in (0, 20, 40)]
    assert texts(*sheets).count(text) == 3
    heads = [sheet_of(LONG, indent=n).text(80, 100, "Город Ясный") for n in (0, 20, 40)]
    assert "Город Ясный" not in texts(*heads)


def test_a_number_that_is_no_page_is_text() -> None:
    assert texts(Sheet().text(80, 700, "Итого").text(80, 685, "57")) == ["Итого", "57"]


def test_room_between_paragraphs_is_a_blank_line() -> None:
    sheet = Sheet().paragraph(LONG).space().paragraph("РЕШИЛИ:").space().paragraph(LONG)
    assert texts(sheet) == [LONG, "", "РЕШИЛИ:", "", LONG]


def test_a_centred_title_stays_in_its_lines_and_is_seen_to_be_centred() -> None:
    sheet = Sheet().paragraph("ПРОТОКОЛ", centred=True).paragraph("заседания совета", centred=True).paragraph(LONG)
    assert [(line.text, line.centred) for line in lines(sheet)] == [
        ("ПРОТОКОЛ", True),
        ("заседания совета", True),
        (LONG, False),
    ]


def test_texts_side_by_side_are_parted_by_a_tab() -> None:
    sheet = sheet_of(LONG).text(80, 600, "Председатель").text(420, 600, "П.Т. Луговой")
    assert texts(sheet)[-1] == "Председатель\tП.Т. Луговой"


def test_a_number_apart_from_its_text_is_no_column() -> None:
    assert texts(Sheet().text(80, 700, "1.").text(130, 700, "Принять")) == ["1. Принять"]


def test_pieces_of_a_word_are_one_word_and_words_are_apart() -> None:
    sheet = Sheet().text(80, 700, "Утвер").text(80 + 32, 700, "дить").text(80 + 32 + 24 + 4, 700, "план")
    assert texts(sheet) == ["Утвердить план"]


def test_a_gap_inside_one_command_is_a_blank() -> None:
    hexed = ["".join(word).encode("utf-16-be").hex() for word in ("Утвердить", "план")]
    sheet = Sheet().draw(f"BT /F1 12 Tf 80 700 Td [<{hexed[0]}> -300 <{hexed[1]}> 20 <{hexed[1]}>] TJ ET")
    assert texts(sheet) == ["Утвердить планплан"]


def test_text_drawn_twice_to_look_bold_is_there_once() -> None:
    sheet = Sheet().text(80, 700, "РЕШИЛИ:").text(80.3, 700, "РЕШИЛИ:")
    assert texts(sheet) == ["РЕШИЛИ:"]


def test_order_of_drawing_is_not_order_of_reading() -> None:
    assert texts(Sheet().text(80, 500, "Второй").text(80, 700, "Первый")) == ["Первый", "", "Второй"]


def test_bold_is_seen() -> None:
    sheet = Sheet().text(80, 700, "РЕШИЛИ:", bold=True).text(80, 685, "Принять.")
    assert [(line.text, line.bold) for line in lines(sheet)] == [("РЕШИЛИ:", True), ("Принять.", False)]


def test_a_broken_word_is_whole_and_a_compound_keeps_its_hyphen() -> None:
    sheet = Sheet().text(80, 700, "Провести совещание по вопросам повышения качества образо-", size=16)
    sheet.text(80, 680, "вания и представить отчёт в срок по форме в Информационно-", size=16)
    sheet.text(80, 660, "методический центр.", size=16)
    assert texts(sheet) == [
        "Провести совещание по вопросам повышения качества образования и представить отчёт в срок по форме в "
        "Информационно-методический центр."
    ]


XS, YS = [80.0, 110.0, 300.0, 400.0, 540.0], [700.0, 670.0, 640.0, 600.0]


def table() -> Sheet:
    sheet = Sheet().grid(XS, YS)
    for y, row in ((680, ("№", "Мероприятие", "Срок", "Кто")), (650, ("1", "Анализ", "май", "отдел"))):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 5, y, text)
    sheet.text(85, 625, "2").text(115, 625, "Подготовка плана работы на").text(115, 611, "следующий год")
    return sheet.text(305, 625, "июнь").text(405, 625, "отдел,").text(405, 611, "Луговой П.Т.")


def test_a_ruled_table_gives_rows_of_cells() -> None:
    sheet = table().text(80, 730, "План").text(80, 570, "Секретарь")
    got = lines(sheet)
    assert [line.text for line in got if not line.table and line.text] == ["План", "Секретарь"]
    assert [line.cells for line in got if line.table] == [
        ("№", "Мероприятие", "Срок", "Кто"),
        ("1", "Анализ", "май", "отдел"),
        ("2", "Подготовка плана работы на следующий год", "июнь", "отдел,\nЛуговой П.Т."),
    ]


def test_a_table_that_the_page_breaks_may_be_open_below() -> None:
    sheet = Sheet().line(80, 700, 540, 700)
    for x in (80, 300, 540):
        sheet.line(x, 700, x, 660)
    assert [line.cells for line in lines(sheet.text(90, 680, "а").text(310, 680, "б"))] == [("а", "б")]


def test_a_line_at_the_margin_goes_on_though_it_begins_like_an_item() -> None:
    words = "и представить его на утверждение в срок не позднее 20 декабря 2031 г. – не менее чем за месяц до начала"
    text = "1. Отделу образования подготовить и согласовать план " + words
    assert any(line.startswith("–") for line in broken(text, width=372))
    sheet = Sheet()
    for paragraph in (LONG, text, LONG, LONG):
        sheet.paragraph(paragraph, right=452)
    assert texts(sheet) == [LONG, text, LONG, LONG]


def test_rules_drawn_as_thin_boxes_piece_by_piece_are_rules_too() -> None:
    sheet = Sheet()
    for y in YS:
        for left, right in pairwise(XS):
            sheet.draw(f"{left} {y} {right - left} 0.5 re f")
    for x in XS:
        for top, foot in pairwise(YS):
            sheet.draw(f"{x} {foot} 0.5 {top - foot} re f")
    sheet.text(85, 680, "а").text(115, 650, "б").text(405, 620, "в")
    assert [line.cells for line in lines(sheet)] == [("а", "", "", ""), ("", "б", "", ""), ("", "", "", "в")]


def test_merged_cells_are_written_out() -> None:
    sheet = Sheet().grid([80, 540], YS).line(300, 700, 300, 600).line(110, 700, 110, 670)
    sheet.draw("1 1 1 rg")
    sheet.text(85, 680, "а").text(115, 680, "б").text(305, 680, "в").text(85, 650, "г").text(305, 650, "д")
    assert [line.cells for line in lines(sheet)][:2] == [("а", "б", "в"), ("г", "г", "д")]


def test_a_table_goes_on_over_the_page_without_its_second_head() -> None:
    second = Sheet().grid(XS, YS[:3])
    for x, text in zip(XS, ("№", "Мероприятие", "Срок", "Кто"), strict=False):
        second.text(x + 5, 680, text)
    second.text(85, 650, "3").text(115, 650, "Отчёт")
    got = lines(table(), second)
    assert [line.cells[0] for line in got] == ["№", "1", "2", "3"]
    assert {line.table for line in got} == {1}


def columns(*rows: tuple[str, ...], top: float = 700) -> Sheet:
    sheet = Sheet()
    for n, row in enumerate(rows):
        for x, text in zip((80, 120, 330, 450), row, strict=True):
            if text:
                sheet.text(x, top - 14 * n, text)
    return sheet


UNRULED = (
    ("№", "Мероприятие", "Срок", "Кто"),
    ("1", "Анализ результатов оценки", "май 2031", "отдел"),
    ("", "качества подготовки", "года", ""),
    ("2", "Справка", "июнь 2031", "Луговой П.Т."),
    ("", "", "", "Ким О.В."),
)
READ = [
    ("№", "Мероприятие", "Срок", "Кто"),
    ("1", "Анализ результатов оценки качества подготовки", "май 2031 года", "отдел"),
    ("2", "Справка", "июнь 2031", "Луговой П.Т.\nКим О.В."),
]


def test_a_table_without_rules_is_seen_by_its_columns() -> None:
    sheet = columns(*UNRULED).text(80, 730, "План мероприятий по подготовке").text(80, 600, "Председатель совета")
    got = lines(sheet)
    assert [line.cells for line in got if line.cells] == READ
    assert [line.text for line in got if not line.cells and line.text] == [
        "План мероприятий по подготовке",
        "Председатель совета",
    ]


def test_a_table_without_rules_goes_on_over_the_page() -> None:
    got = lines(columns(*UNRULED[:2]), columns(*UNRULED[2:]))
    assert [line.cells for line in got] == READ
    assert {line.table for line in got} == {1}


def test_a_table_with_rules_goes_on_in_none_without() -> None:
    first = Sheet().grid([80, 230, 380], [100, 70]).text(90, 80, "1.").text(240, 80, "Утвердить план.")
    second = Sheet().text(230, 790, "2").text(380, 790, "из").text(230, 770, "Голосовали: за.").paragraph(LONG)
    assert [line.cells for line in lines(first, second) if line.cells] == [("1.", "Утвердить план.")]
    again = Sheet().grid([80, 230, 380], [800, 770]).text(90, 780, "2.").text(240, 780, "Провести анализ.")
    assert {line.table for line in lines(first, again)} == {1}


def test_one_line_in_three_places_is_no_table() -> None:
    sheet = Sheet().text(80, 700, "12 мая 2031 г.").text(280, 700, "№ 7").text(430, 700, "г. Ясный").paragraph(LONG)
    assert not any(line.cells for line in lines(sheet))


def test_a_word_cut_by_a_narrow_column_is_whole() -> None:
    sheet = Sheet().grid([80, 152, 300], [700, 650]).text(85, 685, "удостовере").text(85, 671, "ния")
    assert lines(sheet.text(160, 685, "да"))[0].cells == ("удостоверения", "да")


def test_headings_of_attachments_are_no_running_heads() -> None:
    sheets = [Sheet().text(400, 800, "Приложение").text(80, 700, f"Текст {n}") for n in ("один", "два", "три")]
    assert [text for text in texts(*sheets) if text][:2] == ["Приложение", "Текст один"]


def test_the_rest_of_a_row_on_the_next_page_belongs_to_the_row() -> None:
    first, second = Sheet().grid([80, 300, 540], [100, 70, 40]), Sheet().grid([80, 300, 540], [800, 770, 740])
    first.text(90, 80, "Поручение").text(310, 80, "Срок").text(90, 50, "Подготовить отчёт").text(310, 50, "май")
    second.text(90, 780, "о результатах проверки.").text(90, 750, "Утвердить план.").text(310, 750, "июнь")
    assert [line.cells for line in lines(first, second)] == [
        ("Поручение", "Срок"),
        ("Подготовить отчёт о результатах проверки.", "май"),
        ("Утвердить план.", "июнь"),
    ]


def test_a_date_in_front_of_a_column_is_no_number_of_an_item() -> None:
    assert texts(Sheet().text(80, 700, "12.05.2031").text(300, 700, "г. Ясный")) == ["12.05.2031\tг. Ясный"]


def test_the_last_of_two_columns_goes_on_below() -> None:
    sheet = sheet_of(LONG).text(80, 600, "Председатель:").text(300, 600, "Птицына А.А., начальник управления")
    sheet.text(300, 586, "образования").text(80, 572, "Секретарь:").text(300, 572, "Галкина Е.Е.")
    assert texts(sheet)[-2:] == [
        "Председатель:\tПтицына А.А., начальник управления образования",
        "Секретарь:\tГалкина Е.Е.",
    ]


def test_labels_beside_an_item_follow_it() -> None:
    sheet = Sheet().text(80, 700, "1. Провести анализ итогов").text(330, 700, "Отв.: Луговой П.Т.,")
    sheet.text(80, 686, "и представить совету.").text(330, 686, "директор школы").text(330, 672, "Срок: до 3 мая")
    sheet.text(80, 658, "2. Утвердить план.").text(330, 658, "Срок: 5 мая").text(80, 644, "Голосовали: за.")
    assert texts(sheet.paragraph(LONG))[-6:] == [
        "1. Провести анализ итогов и представить совету.",
        "Отв.: Луговой П.Т., директор школы",
        "Срок: до 3 мая",
        "2. Утвердить план.",
        "Срок: 5 мая",
        "Голосовали: за.",
    ]


def test_a_label_close_up_to_an_item_is_told_by_its_word() -> None:
    item = "1. Провести анализ "
    sheet = Sheet().text(80, 700, item).text(80 + width_of(item, 12) + 12, 700, "Срок: до 3 мая")
    assert texts(sheet.paragraph(LONG))[-2:] == ["1. Провести анализ", "Срок: до 3 мая"]
    plain = Sheet().text(80, 700, item).text(80 + width_of(item, 12) + 12, 700, "срока и до 3 мая")
    assert texts(plain.paragraph(LONG))[-1] == "1. Провести анализ срока и до 3 мая"


def test_two_texts_side_by_side_without_labels_keep_their_lines() -> None:
    sheet = sheet_of(LONG).text(80, 600, "1. Птицына А.А.").text(330, 600, "начальник отдела")
    assert texts(sheet)[-1] == "1. Птицына А.А.\tначальник отдела"


def test_text_below_a_centred_title_is_no_part_of_it() -> None:
    head = "Приложение"
    sheet = Sheet().text(540 - width_of(head, 12), 800, head)
    sheet.paragraph("решения коллегии управления образования Заозёрного района от мая № 2", centred=True)
    for text in ("Коллегия решила утвердить план мероприятий на следующий год:", LONG, LONG):
        sheet.paragraph(text, indent=0)
    assert [text for text in texts(sheet) if text][2].startswith("Коллегия решила")


def test_lines_set_to_the_right_stay_apart() -> None:
    sheet = sheet_of(LONG, LONG)
    for n, text in enumerate(("Срок: до 15 декабря 2031 года", "Отв.: Луговой П.Т., Ким О.В.")):
        sheet.text(540 - width_of(text, 12), 600 - 14 * n, text)
    sheet.text(80, 572, "1.2. Принять к сведению.")
    assert texts(sheet)[-3:] == [
        "Срок: до 15 декабря 2031 года",
        "Отв.: Луговой П.Т., Ким О.В.",
        "1.2. Принять к сведению.",
    ]


def test_a_line_set_to_the_right_goes_on_where_it_ended() -> None:
    first, rest = "Срок исполнения: после подписания соглашения, первая неделя месяца, но не позднее", "декабря"
    sheet = sheet_of(LONG, LONG, indent=0).text(540 - width_of(first, 12), 600, first)
    assert texts(sheet.text(540 - width_of(rest, 12), 586, rest))[-1] == f"{first} {rest}"
    closed = sheet_of(LONG, LONG, indent=0).text(540 - width_of(first + ".", 12), 600, first + ".")
    assert texts(closed.text(540 - width_of(rest, 12), 586, rest))[-1] == rest


def set_lines(*shown: str, stretched: bool) -> Sheet:
    """Lines of print at one margin; stretched ones end at one place, but for those that end a paragraph."""
    sheet = Sheet()
    for n, text in enumerate(shown):
        ends = text.endswith(".")
        right = 500.0 if ends or not stretched else 540.0
        right -= 0 if stretched or ends else n % 3 * 7 - 20
        words = text.split()
        gap = (right - 80 - sum(width_of(word, 12) for word in words)) / (len(words) - 1)
        x = 80.0
        for word in words:
            sheet.text(x, 780 - 14.4 * n, word + " ")
            x += width_of(word, 12) + gap
    return sheet


def test_a_line_that_was_not_stretched_ends_its_paragraph() -> None:
    full = "Отделу дошкольного образования вместе с кабинетом подготовить свои предложения"
    body = [full] * 8 + ["и представить их на рассмотрение совета в порядке, который установлен."]
    following = ["Рекомендации_для_руководящего_состава_и_иных: принять к сведению все названное", full]
    together = " ".join(following)
    assert texts(set_lines(*body, *following, stretched=True))[-1] == together
    assert texts(set_lines(*body, *following, stretched=False))[-1] != together


def test_room_for_a_signature_is_a_line() -> None:
    sheet = sheet_of(LONG).text(300, 600, "Председатель совета по качеству образования", size=12)
    assert "____" in texts(sheet.text(300, 586, "____________ П.Т. Луговой"))[-1]
    assert texts(sheet)[-2] == "Председатель совета по качеству образования"


def test_a_frame_round_a_page_is_no_table() -> None:
    assert [line.cells for line in lines(Sheet().grid([60, 560], [800, 40]).text(80, 700, "Текст"))] == [()]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turned: int) -> None:
    sheet = Sheet(turned=turned)
    for place, text in ((100, "Первый"), (130, "Второй")):
        where = {90: (place, 100), 180: (500, 100 + place), 270: (500 - place, 700)}[turned]
        turn = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turned]
        sheet.draw(f"BT /F1 12 Tf {turn} {where[0]} {where[1]} Tm <{text.encode('utf-16-be').hex()}> Tj ET")
    assert [text for text in texts(sheet) if text] == ["Первый", "Второй"]


def test_a_stamp_that_stands_on_edge_is_kept_aside() -> None:
    stamp = f"BT /F1 12 Tf 0 1 -1 0 30 300 Tm <{'Вх. № 5'.encode('utf-16-be').hex()}> Tj ET"
    got = lines(Sheet().text(80, 700, "Текст").draw(stamp))
    assert [(line.text, line.furniture) for line in got] == [("Текст", False), ("Вх. № 5", True)]


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_pdf(data)
    return refused.value.problem.code


def test_a_scan_is_refused_with_a_way_out() -> None:
    assert refusal(pdf(Sheet().draw("q 500 0 0 700 40 40 cm /Im1 Do Q"))) == "paper-scanned"


def test_one_page_without_text_is_a_warning() -> None:
    _, problems = read_pdf(pdf(Sheet().text(80, 700, "Текст"), Sheet()))
    assert [(problem.code, problem.facts["page"]) for problem in problems] == [("paper-page-without-text", "2")]
    assert read_pdf(pdf(Sheet().text(80, 700, "Текст")))[1] == ()


def test_russian_letters_that_are_called_western_are_mended() -> None:
    called = "Протокол № 4 «О плане»".encode("cp1251").decode("cp1252")
    assert texts(Sheet().text(80, 700, called)) == ["Протокол № 4 «О плане»"]


def test_a_western_word_in_a_russian_text_stays() -> None:
    assert texts(Sheet().text(80, 700, "Проект Café принят")) == ["Проект Café принят"]


@pytest.mark.parametrize("first", [1, 570])
def test_a_font_that_names_no_letters_is_said_so(first: int) -> None:
    hexed = "".join(f"{code:04x}" for code in range(first, first + 30))
    assert (
        refusal(pdf(Sheet().draw(f"BT /F1 12 Tf 80 700 Td <{hexed}> Tj ET"), mapped=False)) == "paper-without-letters"
    )


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(Sheet().text(80, 700, "Текст")))))
    writer.encrypt(password, owner_password="хозяин", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_locked_file_is_refused_but_not_one_that_is_locked_against_changes_only() -> None:
    assert refusal(locked("тайна")) == "paper-locked"
    assert [line.text for line in read_pdf(locked(""))[0]] == ["Текст"]


def test_half_a_file_is_damaged() -> None:
    whole = pdf(Sheet().text(80, 700, "Текст"))
    assert refusal(whole[:300]) == "paper-damaged"
