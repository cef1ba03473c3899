"""Automatic numbers come out as Word draws them."""

from __future__ import annotations

import pytest

from intake.formats.number_formats import RUSSIAN, bullet, roman, write
from intake.formats.word import read_docx
from tests.intake.formats.word_files import docx, family, level, num, p, start_over

OUTLINE = family(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%3)", "russianLower"))


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    lines, _ = read_docx(docx(body, numbering=numbering, styles=styles))
    return [line.label for line in lines]


def outline(*depths: int, list_id: int = 1) -> str:
    return "".join(p("пункт", num=list_id, depth=depth) for depth in depths)


def test_levels_count_inside_each_other_and_start_again() -> None:
    got = labels(outline(0, 1, 1, 2, 2, 0, 1, 2), OUTLINE + num(1, 0))
    assert got == ["1.", "1.1.", "1.2.", "а)", "б)", "2.", "2.1.", "а)"]


def test_the_depth_of_a_list_is_told() -> None:
    lines, _ = read_docx(docx(outline(0, 2) + p("текст"), numbering=OUTLINE + num(1, 0)))
    assert [line.level for line in lines] == [1, 3, 0]


def test_a_level_above_that_has_no_paragraph_yet_shows_its_start() -> None:
    assert labels(outline(1, 1, 0), OUTLINE + num(1, 0)) == ["1.1.", "1.2.", "1."]


def test_text_between_does_not_stop_a_list() -> None:
    assert labels(outline(0) + p("текст") + outline(0), OUTLINE + num(1, 0)) == ["1.", "", "2."]


def test_a_list_starts_at_its_own_number() -> None:
    assert labels(outline(0, 0), family(0, level(0, "%1)", start=5)) + num(1, 0)) == ["5)", "6)"]


def test_two_lists_of_one_family_count_on() -> None:
    body = outline(0, 0) + outline(0, list_id=2)
    assert labels(body, OUTLINE + num(1, 0) + num(2, 0)) == ["1.", "2.", "3."]


def test_an_override_starts_a_list_of_the_family_over_once() -> None:
    body = outline(0, 0) + outline(0, 1, 0, list_id=2)
    assert labels(body, OUTLINE + num(1, 0) + num(2, 0, start_over(0, 4))) == ["1.", "2.", "4.", "4.1.", "5."]


def test_lists_of_two_families_know_nothing_of_each_other() -> None:
    numbering = OUTLINE + family(7, level(0, "(%1)")) + num(1, 0) + num(2, 7)
    assert labels(outline(0) + outline(0, list_id=2) + outline(0), numbering) == ["1.", "(1)", "2."]


def test_an_override_may_bring_another_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "п. %1", start=3)}</w:lvlOverride>'
    assert labels(outline(0, 0), OUTLINE + num(1, 0, own)) == ["п. 3", "п. 4"]


def test_a_level_that_never_restarts_counts_through() -> None:
    never = family(0, level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    assert labels(outline(0, 1, 1, 0, 1), never + num(1, 0)) == ["1.", "1)", "2)", "2.", "3)"]


def test_a_level_may_restart_after_the_first_level_only() -> None:
    after_first = family(0, level(0, "%1."), level(1, "%2)"), level(2, "%3-", more='<w:lvlRestart w:val="1"/>'))
    assert labels(outline(0, 1, 2, 1, 2, 0, 2), after_first + num(1, 0)) == ["1.", "1)", "1-", "2)", "2-", "2.", "1-"]


def test_legal_numbers_are_digits_all_through() -> None:
    legal = family(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2.", more="<w:isLgl/>"), level(2, "%1.%3"))
    assert labels(outline(0, 0, 1, 2), legal + num(1, 0)) == ["I.", "II.", "2.1.", "II.1"]


def test_a_paragraph_that_was_deleted_does_not_count() -> None:
    gone = p("", num=1, more="<w:rPr><w:del/></w:rPr>")
    assert labels(outline(0) + gone + outline(0), OUTLINE + num(1, 0)) == ["1.", "2."]


def test_an_empty_paragraph_of_a_list_counts() -> None:
    assert labels(outline(0) + p("", num=1) + outline(0), OUTLINE + num(1, 0)) == ["1.", "2.", "3."]


def test_list_zero_takes_the_number_of_a_style_away() -> None:
    style = '<w:style w:type="paragraph" w:styleId="П"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = p("а", style="П") + p("б", style="П", num=0) + p("в", style="П")
    assert labels(body, OUTLINE + num(1, 0), style) == ["1.", "", "2."]


def test_styles_stand_for_levels_also_by_inheritance() -> None:
    def style(name: str, inside: str = "", based: str = "") -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{based}"/>'
            f"<w:pPr>{inside}</w:pPr></w:style>"
        )

    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    linked = family(
        0,
        level(0, "%1.", more='<w:pStyle w:val="Раздел"/>'),
        level(1, "%1.%2.", more='<w:pStyle w:val="Пункт"/>'),
    )
    styles = style("Раздел", numbered) + style("Пункт", numbered) + style("Мелкий", based="Пункт")
    body = p("р", style="Раздел") + p("п", style="Пункт") + p("м", style="Мелкий") + p("р", style="Раздел")
    assert labels(body, linked + num(1, 0), styles) == ["1.", "1.1.", "1.2.", "2."]


def test_a_definition_may_name_a_list_style() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Свой"/></w:abstractNum>'
        + OUTLINE
        + num(1, 5)
        + num(9, 0)
    )
    style = (
        '<w:style w:type="numbering" w:styleId="Свой"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(outline(0, 1), numbering, style) == ["1.", "1.1."]


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("А", "Б"), ("Б", "А"))
    )
    assert labels(p("текст", style="А"), OUTLINE, styles) == [""]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("decimal", "14"),
        ("decimalZero", "14"),
        ("upperRoman", "XIV"),
        ("lowerRoman", "xiv"),
        ("upperLetter", "N"),
        ("lowerLetter", "n"),
        ("russianLower", "о"),
        ("russianUpper", "О"),
        ("none", ""),
        ("chicago", "14"),
    ],
)
def test_fourteen_is_written_in_each_format(number_format: str, expected: str) -> None:
    assert write(14, number_format) == expected


def test_letters_double_after_the_last() -> None:
    assert [write(n, "russianLower") for n in (len(RUSSIAN), len(RUSSIAN) + 1)] == ["я", "аа"]
    assert [write(n, "lowerLetter") for n in (26, 27, 53)] == ["z", "aa", "aaa"]


def test_roman_numbers() -> None:
    assert [roman(n) for n in (1, 4, 9, 40, 1994)] == ["I", "IV", "IX", "XL", "MCMXCIV"]


@pytest.mark.parametrize(("sign", "shown"), [("\uf0b7", "•"), ("–", "–"), ("-", "-"), ("o", "•"), ("\uf02d", "-")])
def test_signs_of_bullets(sign: str, shown: str) -> None:
    assert bullet(sign) == shown
    assert labels(outline(0), family(0, level(0, sign, "bullet")) + num(1, 0)) == [shown]
