"""Pictures in ink: both formats, hostile words, words inside their boxes, and no graphviz at all."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from diagrams import dot
from diagrams.picture import Edge, Mark, Meaning, Node, Picture, Stroke, Tone
from diagrams.widths import width

SVG = "{http://www.w3.org/2000/svg}"
WHEEL = Path(sys.executable).with_name("graphviz-pure")
HOSTILE = [
    '</TD></TR></TABLE>><script>alert("x")</script>',
    '<IMG SRC="/etc/passwd"/>',
    "\\N \\G \\L \\",
    'конец"]; злой [URL="http://example.org"',
    "строка\nвторая\r\x00\x1b[31m",
    "&lt;&amp;&#1;",
    "<b>не разметка</b>",
]


def picture(title: str, *lines: str) -> Picture:
    nodes = (Node("n0", title, lines), Node("n1", "Анализ"))
    return Picture("Цикл", nodes, (Edge("n0", "n1", (title,)),), title, notes=(title,))


def tree(drawn: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(dot.render(drawn, "svg"))


def said(drawn: Picture) -> str:
    return " ".join("".join(text.itertext()) for text in tree(drawn).iter(f"{SVG}text"))


def squeezed(text: str) -> str:
    return re.sub(r"[\s-]+", "", text)


def test_svg_is_a_picture_with_its_own_title_and_office_fonts() -> None:
    root = tree(picture("Мониторинг"))
    assert [title.text for title in root.iter(f"{SVG}title")] == ["Цикл"]
    assert {text.get("font-family") for text in root.iter(f"{SVG}text")} == {dot.FONTS}


def test_png_is_a_picture() -> None:
    assert dot.render(picture("Мониторинг"), "png").startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_title_stays_a_title(words: str) -> None:
    (title,) = tree(Picture(words, (Node("n0", "Цели"),), ())).iter(f"{SVG}title")
    assert squeezed(title.text or "") == squeezed("".join(letter for letter in words if letter.isprintable()))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    drawn = picture(words, words)
    root = tree(drawn)
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "g", "title", "polygon", "polyline", "path", "text"}, "a label drew something else"
    printed = "".join(letter for letter in words if letter.isprintable())
    assert squeezed(printed) in squeezed(said(drawn))


def test_a_picture_of_data_holds_no_address() -> None:
    svg = dot.render(picture(HOSTILE[3]), "svg").decode("utf-8")
    assert "xlink:href" not in svg
    assert "<a " not in svg


def test_soft_hyphens_vanish_and_line_ends_do_not_glue_words() -> None:
    assert "образование школы" in said(picture("образо\u00adвание\nшколы"))


def boxes(drawn: Picture) -> list[tuple[float, float, list[ElementTree.Element]]]:
    """Left side, right side and texts of every box."""
    found = []
    for group in tree(drawn).iter(f"{SVG}g"):
        if group.get("class") == "node":
            points = [
                p for path in group.iter(f"{SVG}path") for p in re.findall(r"(-?[\d.]+),-?[\d.]+", path.get("d", ""))
            ]
            found.append((min(map(float, points)), max(map(float, points)), list(group.iter(f"{SVG}text"))))
    return found


@pytest.mark.parametrize(
    "words",
    [
        "ВЫЯВЛЕНИЕ И ПОДДЕРЖКА ТАЛАНТОВ",
        "Щёкинская Широкощёковская школа № 100",
        "Professional development of teachers",
        "Высокопревосходительствообразовательноеучреждение",
    ],
)
def test_words_stay_inside_their_box_even_in_the_widest_font(words: str) -> None:
    for left, right, texts in boxes(picture(words, words.upper())):
        for text in texts:
            line = "".join(text.itertext())
            start = float(text.get("x", "0"))
            size, bold = float(text.get("font-size", "0")), text.get("font-weight") == "bold"
            assert left <= start
            assert start + width(line, size, bold) <= right


def test_the_check_of_boxes_would_see_words_that_stick_out() -> None:
    (left, right, texts), *_ = boxes(picture("Цели"))
    line = "".join(texts[0].itertext())
    assert float(texts[0].get("x", "0")) + width(line * 9, 11, bold=True) > right > left


def test_the_legend_shows_a_sample_of_every_mark() -> None:
    legend = tuple(Meaning(sample, f"знак {sample}") for sample in (*Tone, *Stroke, *Mark))
    words = said(Picture("Знаки", (Node("n0", "Цели"),), (), legend=legend))
    assert all(meaning.text in words for meaning in legend)


def test_arrows_to_the_left_still_point_where_they_should() -> None:
    ring = (("a", "b"), ("d", "c"))
    nodes = tuple(Node(name, name) for name in "abcd")
    source = dot.source(Picture("Круг", nodes, (Edge("a", "b"), Edge("c", "d"), Edge("d", "a")), rows=ring))
    assert re.search(r"a -> b \[(?!.*dir=back)", source)
    assert re.search(r"d -> c \[.*dir=back", source)
    assert re.search(r"a -> d \[.*dir=back", source)


def test_the_current_box_has_the_heaviest_border() -> None:
    nodes = (Node("n0", "Цели", current=True), Node("n1", "Анализ"))
    source = dot.source(Picture("Цикл", nodes, ()))
    assert re.search(r"n0 \[.*penwidth=3", source)
    assert not re.search(r"n1 \[.*penwidth=3", source)


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert dot.render(picture("Мониторинг"), "svg") == dot.render(picture("Мониторинг"), "svg")


def test_the_system_s_dot_is_taken_if_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = tmp_path / "dot"
    ours.write_text(f'#!/bin/sh\ntouch {tmp_path}/called\nexec {WHEEL} "$@"\n', "utf-8")
    ours.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert shutil.which("dot") == str(ours)
    assert dot.render(picture("Мониторинг"), "svg").startswith(b"<?xml")
    assert (tmp_path / "called").exists()


def test_without_a_system_s_dot_the_one_we_brought_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dot.program() == WHEEL
    assert dot.render(picture("Мониторинг"), "png").startswith(b"\x89PNG")


def fake(folder: Path, does: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system's dot that does nothing but this."""
    program = folder / "dot"
    program.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def chained(boxes: int, links: int = 1) -> Picture:
    nodes = tuple(Node(f"n{n}", f"п. {n}", ("Подготовить справку о результатах мониторинга",)) for n in range(boxes))
    edges = (Edge(f"n{n * step % n}", f"n{n}") for n in range(1, boxes) for step in range(7, 7 + links))
    return Picture("Что чего ждёт", nodes, tuple(dict.fromkeys(edges)))


def test_what_graphviz_does_not_finish_is_told_as_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, "exec sleep 30", monkeypatch)
    monkeypatch.setattr(dot, "PATIENCE", 0.2)
    with pytest.raises(dot.TooLarge) as told:
        dot.render(picture("Мониторинг"), "svg")
    assert told.value.facts == {"boxes": 2, "arrows": 1}


def test_what_graphviz_does_not_draw_is_told_in_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, "echo 'no such font' >&2; exit 3", monkeypatch)
    with pytest.raises(dot.Undrawn) as told:
        dot.render(picture("Мониторинг"), "svg")
    assert told.value.facts == {"detail": "no such font"}


def test_more_than_anybody_looks_at_is_refused_before_it_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(tmp_path, "echo drawn", monkeypatch)
    monkeypatch.setattr(dot, "MOST", 19)
    assert b"drawn" in dot.render(chained(10), "png")
    with pytest.raises(dot.TooLarge):
        dot.render(chained(11), "png")


def test_hundreds_of_boxes_are_described_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = [0]

    def counted(text: str, size: float, bold: bool = False) -> float:
        measured[0] += 1
        return width(text, size, bold)

    monkeypatch.setattr(dot, "width", counted)
    costs = []
    for boxes in (50, 400):
        measured[0] = 0
        dot.source(chained(boxes))
        costs.append(measured[0])
    assert costs[1] < 10 * costs[0]


@pytest.mark.parametrize(("boxes", "simpler"), [(100, False), (400, True)])
def test_large_pictures_are_laid_out_more_simply(boxes: int, simpler: bool) -> None:
    assert ("nslimit" in dot.source(chained(boxes))) == simpler


def test_four_hundred_boxes_that_hang_together_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert dot.render(chained(400, links=3), "svg").count(b'class="node"') == 400


def test_with_nothing_to_draw_with_the_program_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(dot.NoGraphviz, match="graphviz-pure"):
        dot.render(picture("Мониторинг"), "svg")
