"""Thousands of spoilt files: each is read or refused, none takes long."""

from __future__ import annotations

import random
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest

from intake.formats.html import read_html
from intake.formats.pdf import read_pdf
from intake.formats.text import read_text
from intake.formats.word import read_docx
from intake.unreadable import Unreadable
from tests.intake.formats.pdf_files import Sheet, pdf
from tests.intake.formats.word_files import archive, cell, docx, family, level, num, p, start_over, table

TEXT = "ПРОТОКОЛ № 8\r\nзаседания совета\n\n1. Утвердить план.\nСрок: до 01.09.2031\n" * 5
HTML = (
    "<html><head><meta charset=utf-8></head><body><h1>ПРОТОКОЛ</h1><ol start=2><li>Утвердить<ul><li>план</ul></ol>"
    "<table><tr><td rowspan=2>1<td colspan=3>Анализ<tr><td>май</table><p>Секретарь&nbsp;&#1055;<br>Луговой</html>"
)
STYLES = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
WORD = docx(
    p("ПРОТОКОЛ", style="a")
    + "".join(p("пункт", num=n % 2 + 1, depth=n % 3) for n in range(12))
    + table([cell("1", span=2), cell("май", merge="restart")], [cell("2"), cell("а"), cell(merge="continue")]),
    numbering=family(0, level(0, "%1."), level(1, "%1.%2.", "russianLower"), level(2, "%3)"))
    + num(1, 0)
    + num(2, 0, start_over(0, 3)),
    styles=STYLES,
    footnotes=f'<w:footnote w:id="1">{p("сноска")}</w:footnote>',
)
XS, YS = [80.0, 200.0, 500.0], [600.0, 570.0, 540.0]
SHEET = Sheet().paragraph("1. Отделу образования подготовить предложения по составу рабочей группы. " * 3).grid(XS, YS)
SHEET.text(90, 580, "Анализ").text(210, 580, "май").draw(
    "q 1 0 0 1 5 5 cm BT /F1 9 Tf 12 TL (ab) ' T* [(c) 30 (d)] TJ ET Q"
)


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, cut, doubled or swapped."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at, length = chance.randrange(len(out) + 1), chance.choice((1, 1, 2, 4, 50))
        match chance.randrange(6):
            case 0:
                out[at : at + length] = chance.randbytes(length)
            case 1:
                del out[at : at + length]
            case 2:
                out[at:at] = out[at : at + length] * chance.choice((1, 2, 100))
            case 3:
                out[at:at] = chance.choice(
                    (b"\x00", b"\xff\xfe", b"-1", b"99999999999", b"<", b">>", b"[" * 300, b"(" * 300)
                )
            case 4:
                out[at : at + length] = bytes(out[:length])
            case _:
                del out[at:]
    return bytes(out)


def spoilt_inside(data: bytes, chance: random.Random) -> bytes:
    """A whole archive with a spoilt member: the damage comes past the checksums."""
    members = {name: zipfile.ZipFile(BytesIO(data)).read(name) for name in zipfile.ZipFile(BytesIO(data)).namelist()}
    name = chance.choice([name for name in members if members[name]])
    return archive({**members, name: spoilt(members[name], chance)})


def values_of(data: bytes, chance: random.Random) -> bytes:
    """A whole archive whose XML is well-formed, with other numbers and names in it than anybody expects."""
    members = {name: zipfile.ZipFile(BytesIO(data)).read(name) for name in zipfile.ZipFile(BytesIO(data)).namelist()}
    odd = chance.choice((b'"-7"', b'"999999999999"', b'""', '"٣"'.encode(), b'"x"', b'"%9%9"', b'"2"', b'"0"'))
    name = chance.choice([name for name in members if b'w:val="' in members[name]])
    parts = members[name].split(b'w:val="')
    place = chance.randrange(1, len(parts))
    parts[place] = odd[1:] + parts[place].partition(b'"')[2]
    return archive({**members, name: b'w:val="'.join(parts)})


def spoilt_commands(_: bytes, chance: random.Random) -> bytes:
    """A whole PDF whose page is drawn by spoilt commands."""
    return pdf(
        Sheet(
            [spoilt("\n".join(SHEET.commands).encode(), chance).decode("latin-1").encode("ascii", "replace").decode()]
        )
    )


KINDS: dict[str, tuple[Callable[[bytes], object], bytes, tuple[Callable[[bytes, random.Random], bytes], ...]]] = {
    "txt": (read_text, TEXT.encode(), (spoilt,)),
    "txt in cp1251": (read_text, TEXT.encode("cp1251"), (spoilt,)),
    "txt in UTF-16": (read_text, TEXT.encode("utf-16"), (spoilt,)),
    "html": (read_html, HTML.encode(), (spoilt,)),
    "docx": (read_docx, WORD, (spoilt, spoilt_inside, values_of)),
    "pdf": (read_pdf, pdf(SHEET, Sheet().text(80, 700, "Текст")), (spoilt, spoilt_commands)),
}


def files(kind: str, seeds: range) -> Iterator[tuple[int, bytes]]:
    _, data, ways = KINDS[kind]
    for seed in seeds:
        yield seed, ways[seed % len(ways)](data, random.Random(seed))


def try_all(kind: str, seeds: range) -> tuple[int, float]:
    """How many were read, and how long the slowest took."""
    read, slowest = 0, 0.0
    for seed, data in files(kind, seeds):
        start = time.monotonic()
        try:
            KINDS[kind][0](data)
            read += 1
        except Unreadable:
            pass
        except Exception as fault:
            raise AssertionError(f"{kind}, seed {seed}") from fault
        slowest = max(slowest, time.monotonic() - start)
    return read, slowest


@pytest.mark.parametrize("kind", KINDS)
def test_sixty_spoilt_files_are_read_or_refused(kind: str) -> None:
    read, slowest = try_all(kind, range(60))
    assert read and slowest < 5


@pytest.mark.deep
@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_spoilt_files_are_read_or_refused(kind: str) -> None:
    read, slowest = try_all(kind, range(1_000, 2_000))
    assert read and slowest < 5
