"""Archives made to do harm are refused before anything is unpacked, quickly, and honest ones are not."""

from __future__ import annotations

import struct
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from intake.formats.archive import MEMBERS, Archive
from intake.opening import open_paper
from intake.unreadable import Unreadable
from tests.intake.formats.word_files import archive, docx, p, written

HONEST = {"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}


def code(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        Archive(data)
    return refused.value.problem.code


def doubled(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file, pytest.warns(UserWarning) if len(set(names)) < len(names) else _calm():
        for name in names:
            file.writestr(name, "<x/>")
    return out.getvalue()


class _calm:
    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...


def locked() -> bytes:
    data = bytearray(archive({"word/document.xml": "<x/>"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


def lying(size: int) -> bytes:
    """The list says less than the member holds."""
    data = bytearray(archive({"word/document.xml": b"<x>" + b" " * 100_000 + b"</x>"}))
    where = data.index(b"PK\x01\x02") + 24
    data[where : where + 4] = struct.pack("<I", size)
    return bytes(data)


ODD = {
    "one name twice": doubled("word/document.xml", "word/document.xml"),
    "one name in two cases": doubled("word/document.xml", "WORD/document.xml"),
    "locked": locked(),
    "an archive inside": archive({**HONEST, "word/media/a.zip": b"PK\x03\x04"}),
    "a document inside": archive({**HONEST, "word/b.docx": b"PK\x03\x04"}),
    "upwards": archive({**HONEST, "../../etc/cron.d/x": b"x"}),
    "from the root": archive({**HONEST, "/etc/passwd": b"x"}),
    "a drive": archive({**HONEST, "C:/x": b"x"}),
    "backslashes": archive({**HONEST, "word\\..\\x": b"x"}).replace(b"word/..", b"word\\.."),
}
BOMBS = {
    "a small one": archive({**HONEST, "word/media/a.bmp": bytes(3_000_000)}),
    "ratio": archive({**HONEST, "word/media/a.bmp": bytes(30_000_000)}),
    "ratio of many": archive({f"{n}.xml": bytes(900_000) for n in range(100)}),
    "too many": archive({f"{n}.xml": b"" for n in range(MEMBERS + 1)}),
    "65,000 members": archive({f"{n}": b"" for n in range(65_000)}),
}


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_archive_is_refused(kind: str) -> None:
    assert code(ODD[kind]) == "paper-odd-archive"


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_in_half_a_second(kind: str, tmp_path: Path) -> None:
    path = written(tmp_path, "a.docx", BOMBS[kind])
    start = time.process_time()
    with pytest.raises(Unreadable) as refused:
        open_paper(path)
    assert refused.value.problem.code == "paper-bomb"
    assert time.process_time() - start < 0.5


def test_an_honest_archive_is_opened() -> None:
    assert Archive(archive(HONEST)).read("word/document.xml") == b"<x/>"
    assert Archive(archive(HONEST)).read("no.xml") == b""


def test_a_long_document_of_alike_paragraphs_is_no_bomb() -> None:
    text = "Отделу общего образования подготовить и представить план мероприятий по повышению качества подготовки"
    long = docx("".join(p(f"{n}. {text}") + p("Срок: май") + p("Ответственный: отдел") for n in range(3_000)))
    member = zipfile.ZipFile(BytesIO(long)).getinfo("word/document.xml")
    assert member.file_size > member.compress_size * 100
    assert Archive(long).names


def test_what_word_itself_embeds_is_no_fault() -> None:
    embedded = archive({**HONEST, "word/embeddings/Лист1.xlsx": b"PK\x03\x04", "word/media/a.png": bytes(2000)})
    assert Archive(embedded).names


def test_a_size_that_lies_is_found_when_the_member_is_read() -> None:
    with pytest.raises(Unreadable) as refused:
        Archive(lying(10)).read("word/document.xml")
    assert refused.value.problem.code == "paper-damaged"


@pytest.mark.parametrize("cut", [30, 100, -10])
def test_half_an_archive_is_damaged(cut: int) -> None:
    assert code(docx(p("текст"))[:cut]) == "paper-damaged"


ENTITY = '<!DOCTYPE w:document [<!ENTITY a "тайна">{more}]>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def with_type(declaration: str, encode: Callable[[str], bytes] = str.encode) -> bytes:
    xml = f"{declaration}<w:document {W}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
    return archive({"[Content_Types].xml": MAIN, "word/document.xml": encode(xml)})


@pytest.mark.parametrize(
    "data",
    [
        with_type('<!DOCTYPE w:document [<!ENTITY a "тайна">]>'),
        with_type('<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        with_type('<!DOCTYPE w:document SYSTEM "http://example.org/x.dtd" [<!ENTITY a "б">]>'),
        with_type(
            '<!DOCTYPE w:document [<!ENTITY b "ха"><!ENTITY a "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
            lambda xml: xml.encode("utf-16"),
        ),
    ],
    ids=["entity", "file", "network", "utf-16"],
)
def test_a_document_type_is_refused_whatever_it_says(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        open_paper(written(tmp_path, "a.docx", data))
    assert refused.value.problem.code == "paper-unsafe-xml"


def test_elements_in_elements_without_end_are_damage(tmp_path: Path) -> None:
    deep = "".join(f"<w:sdt w:n='{n * 7919}'><w:sdtContent>" for n in range(5_000))
    with pytest.raises(Unreadable) as refused:
        open_paper(written(tmp_path, "a.docx", docx(deep + p("дно") + "</w:sdtContent></w:sdt>" * 5_000)))
    assert refused.value.problem.code == "paper-damaged"
