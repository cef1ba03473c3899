"""Files made to do harm: archives, XML, tables, PDF objects, web pages, lines without end; built when asked for."""

# ruff: noqa: E501 - one bomb a line reads best

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.intake.formats.pdf_files import Sheet, pdf
from tests.intake.formats.word_files import W, archive, cell, docx, p, table

Build = Callable[[], bytes]
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f'<Types><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
BODY = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&a;текст</w:t></w:r></w:p></w:body></w:document>'


def word(document: str | bytes, **others: str | bytes) -> bytes:
    """A Word file with this document part; `others` are members by name, «__» for «/»."""
    members = {name.replace("__", "/"): data for name, data in others.items()}
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": document, **members})


def packed(kind: int, *members: tuple[str, bytes]) -> bytes:
    """An archive packed in a way of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as file:
        for name, data in members:
            file.writestr(name, data)
    return out.getvalue()


def changed(data: bytes, mark: bytes, place: int, layout: str, value: int) -> bytes:
    """An archive with a number in one of its headers replaced."""
    out = bytearray(data)
    struct.pack_into(layout, out, out.index(mark) + place, value)
    return bytes(out)


def overlapping() -> bytes:
    """A list that names the same packed bytes a thousand times."""
    data = archive({"word/document.xml": bytes(900_000)})
    at, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[at:end]
    names = [entry.replace(b"word/document.xml", b"word/d%07d.xml" % n) for n in range(1_000)]
    listed = b"".join(names)
    return data[:at] + listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1_000, 1_000, len(listed), at, 0)


CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
PLAIN = docx(p("текст"))
LAUGHS = '<!DOCTYPE l [<!ENTITY l0 "ха">' + "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
ARCHIVES: dict[str, Build] = {
    "a member of zeros": lambda: word("<x/>", word__a=bytes(60_000_000)),
    "a document of spaces": lambda: word(b"<x>" + b" " * 60_000_000 + b"</x>"),
    "many members of zeros": lambda: archive({f"{n}.xml": bytes(900_000) for n in range(60)}),
    "an archive inside": lambda: archive({"word/document.xml": "<x/>", "a.zip": PLAIN}),
    "archives five deep": lambda: nested(5),
    "65,000 members": lambda: archive({f"{n}": b"" for n in range(65_000)}),
    "2,001 members": lambda: archive({f"{n}.xml": b"" for n in range(2_001)}),
    "the list says too little": lambda: changed(word(b"<x>" + b" " * 200_000 + b"</x>"), CENTRAL, 24, "<I", 10),
    "the list says 4 GB": lambda: changed(PLAIN, CENTRAL, 24, "<I", 0xFFFFFFFE),
    "the list says no packed bytes": lambda: changed(PLAIN, CENTRAL, 20, "<I", 0),
    "the member says otherwise": lambda: changed(PLAIN, LOCAL, 22, "<I", 0xFFFFFFFE),
    "a checksum that lies": lambda: changed(PLAIN, CENTRAL, 16, "<I", 7),
    "the end counts 65,535": lambda: changed(PLAIN, END, 10, "<H", 0xFFFF),
    "the end points past itself": lambda: changed(PLAIN, END, 16, "<I", 0xFFFFFFFE),
    "a list of 4 GB": lambda: changed(PLAIN, END, 12, "<I", 0xFFFFFFFE),
    "members one over the other": overlapping,
    "an unknown packing": lambda: changed(PLAIN, CENTRAL, 10, "<H", 99),
    "a locked member": lambda: changed(PLAIN, CENTRAL, 8, "<H", 1),
    "bzip2 of zeros": lambda: packed(zipfile.ZIP_BZIP2, ("word/document.xml", bytes(60_000_000))),
    "LZMA of zeros": lambda: packed(zipfile.ZIP_LZMA, ("word/document.xml", bytes(20_000_000))),
    "a comment that ends archives": lambda: PLAIN[:-2] + struct.pack("<H", 60_000) + END * 15_000,
}


def nested(deep: int) -> bytes:
    """A document in a document in a document."""
    data = PLAIN
    for _ in range(deep):
        data = archive({"word/document.xml": "<x/>", "word/a.docx": data})
    return data


def xml_bombs(canary: str, address: str) -> dict[str, Build]:
    """Word files whose XML is the weapon; some of them ask for the canary."""
    file, web = f'<!DOCTYPE l [<!ENTITY a SYSTEM "{canary}">]>', f'<!DOCTYPE l [<!ENTITY a SYSTEM "{address}">]>'
    parameter = f'<!DOCTYPE l [<!ENTITY % a SYSTEM "{canary}">%a;]>'
    links = "".join(
        f'<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="External"/>'
        for n, (kind, target) in enumerate(
            (kind, target)
            for kind in ("attachedTemplate", "image", "aFChunk", "oleObject", "numbering", "styles", "header")
            for target in (canary, address)
        )
    )
    relations = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )
    rows = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 10 + "</w:tr>"
    inner = cell(p("дно"))
    for _ in range(60):
        inner = f"<w:tc>{table([inner, inner.replace('дно', '') if len(inner) < 500 else cell()])}</w:tc>"
    return {
        "a billion laughs": lambda: word(f"{LAUGHS}]>{BODY.replace('&a;', '&l9;')}"),
        "one long laugh": lambda: word(
            f'<!DOCTYPE l [<!ENTITY a "{"ха" * 50_000}">]>{BODY.replace("&a;", "&a;" * 999)}'
        ),
        "an entity that is a file": lambda: word(file + BODY),
        "an entity that is an address": lambda: word(web + BODY),
        "a parameter that is a file": lambda: word(parameter + BODY.replace("&a;", "")),
        "a document type that is a file": lambda: word(f'<!DOCTYPE l SYSTEM "{canary}">' + BODY.replace("&a;", "")),
        "a file as an entity of the list of parts": lambda: archive(
            {"[Content_Types].xml": file + f"<Types>&a;{TYPES}</Types>", "word/document.xml": BODY.replace("&a;", "")}
        ),
        "a document type in UTF-16": lambda: word((file + BODY).encode("utf-16")),
        "a style sheet that is a file": lambda: word(f'<?xml-stylesheet href="{canary}"?>' + BODY.replace("&a;", "")),
        "links to files and addresses": lambda: word(
            BODY.replace("&a;", ""), word___rels__document__xml__rels=relations
        ),
        "elements without end": lambda: docx("".join(f"<w:sdt w:n='{n}'>" for n in range(100_000))),
        "attributes without end": lambda: docx("<w:p " + " ".join(f"a{n}='{n}'" for n in range(100_000)) + "/>"),
        "a table of 60,000 rows": lambda: docx(f"<w:tbl>{rows * 60_000}</w:tbl>"),
        "tables in tables": lambda: docx(f"<w:tbl><w:tr>{inner}</w:tr></w:tbl>"),
        "a cell of a billion columns": lambda: docx(table([cell("а", span=10**9)] * 50)),
        "a paragraph of 20 MB": lambda: docx(p("".join(f"{n} " for n in range(2_500_000)))),
    }


def stream(about: str, data: bytes) -> str:
    """A PDF stream as the text of an object."""
    return f"<< {about} /Length {len(data)} >>\nstream\n{data.decode('latin-1')}\nendstream"


def pdf_of(objects: dict[int, str], root: int = 1, trailer: str = "") -> bytes:
    """A PDF of objects as they stand."""
    out, places = b"%PDF-1.5\n", dict[int, int]()
    for number, inside in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n{inside}\nendobj\n".encode("latin-1")
    size, start = max(objects) + 1, len(out)
    rows = "".join(
        f"{places.get(n, 0):010} {0 if n in places else 65535:05} {'n' if n in places else 'f'} \n" for n in range(size)
    )
    end = f"xref\n0 {size}\n{rows}trailer\n<< /Size {size} /Root {root} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return out + end.encode()


def page_of(contents: str, resources: str = "", more: dict[int, str] | None = None) -> bytes:
    """A PDF of one page."""
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>",
        4: contents,
    }
    return pdf_of({**objects, **(more or {})})


def pdf_bombs(canary: str) -> dict[str, Build]:
    """PDF files whose objects are the weapon."""
    catalog = "<< /Type /Catalog /Pages 2 0 R >>"
    zeros = zlib.compress(bytes(100_000_000), 9)
    thrice = zlib.compress(zlib.compress(zlib.compress(bytes(200_000_000), 9), 9), 9)
    calls = {
        n: stream(f"/Type /XObject /Subtype /Form /Resources << /XObject << /X {n + 1} 0 R >> >>", b"/X Do " * 10)
        for n in range(5, 40)
    }
    many = " ".join("3 0 R" for _ in range(100_000))
    widths = "/Widths [" + "500 " * 500_000 + "]"
    return {
        "zeros to draw": lambda: page_of(stream("/Filter /FlateDecode", zeros)),
        "zeros packed three times": lambda: page_of(stream("/Filter [/FlateDecode /FlateDecode /FlateDecode]", thrice)),
        "pages in a ring": lambda: pdf_of({1: catalog, 2: "<< /Type /Pages /Count 9 /Kids [3 0 R] >>", 3: "<< /Type /Pages /Count 9 /Kids [2 0 R] >>"}),
        "100,000 pages": lambda: pdf_of({1: catalog, 2: f"<< /Type /Pages /Count 100000 /Kids [{many}] >>", 3: "<< /Type /Page /Parent 2 0 R >>"}),
        "a table of places that is its own past": lambda: pdf_of({1: catalog, 2: "<< /Type /Pages /Count 0 /Kids [] >>"}, trailer="/Prev 9"),
        "drawings that draw drawings": lambda: page_of(stream("", b"/X Do " * 10), "/XObject << /X 5 0 R >>", {**calls, 40: stream("/Type /XObject /Subtype /Form", b"")}),
        "a drawing that draws itself": lambda: page_of(stream("", b"/X Do"), "/XObject << /X 5 0 R >>", {5: stream("/Type /XObject /Subtype /Form /Resources << /XObject << /X 5 0 R >> >>", b"/X Do /X Do")}),
        "arrays in arrays": lambda: page_of("[" * 500_000),
        "arrays in arrays to draw": lambda: page_of(stream("", b"[" * 500_000)),
        "dictionaries without end": lambda: page_of("<< /A " * 100_000),
        "a length of a billion": lambda: page_of("<< /Length 999999999 >>\nstream\nBT ET\nendstream"),
        "a length that is itself": lambda: page_of("<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
        "a stream that is a file": lambda: page_of(f"<< /Length 0 /F ({canary}) /FFilter /FlateDecode >>\nstream\n\nendstream"),
        "an action that opens a file": lambda: pdf_of({1: f"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F ({canary}) >> >>", 2: "<< /Type /Pages /Count 0 /Kids [] >>"}),
        "letters of all codes": lambda: page_of(stream("", b"BT /F1 9 Tf (a) Tj ET"), "/Font << /F1 5 0 R >>", {5: "<< /Type /Font /Subtype /Type0 /ToUnicode 6 0 R /Encoding /Identity-H >>", 6: stream("", b"1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange")}),
        "half a million widths": lambda: page_of(stream("", b"BT /F1 9 Tf (a) Tj ET"), "/Font << /F1 5 0 R >>", {5: f"<< /Type /Font /Subtype /Type1 /FirstChar 0 /LastChar 499999 {widths} >>"}),
        "a row of a billion columns": lambda: page_of(stream("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 999999999 >>", zlib.compress(b"BT ET"))),
        "a million words on a page": lambda: page_of(stream("/Filter /FlateDecode", zlib.compress(b"BT /F1 9 Tf (a) Tj ET " * 1_000_000))),
        "a million rules on a page": lambda: page_of(stream("/Filter /FlateDecode", zlib.compress(b"0 0 m 9 9 l S " * 1_000_000))),
        "saved states without end": lambda: page_of(stream("/Filter /FlateDecode", zlib.compress(b"q " * 3_000_000))),
    }  # fmt: skip


def page_bombs(canary: str, address: str) -> dict[str, Build]:
    """Web pages whose tags are the weapon."""
    asks = "".join(
        f'<{tag} src="{target}" href="{target}" data="{target}">'
        for tag in ("img", "script", "iframe", "link", "object", "base", "meta http-equiv=refresh")
        for target in (canary, address)
    )
    return {
        "a page that asks for files": lambda: f"<html><body>{asks}<p>текст</html>".encode(),
        "a page with an entity that is a file": lambda: f'<!DOCTYPE html [<!ENTITY a SYSTEM "{canary}">]><html>&a;текст'.encode(),
        "boxes in boxes": lambda: ("<html>" + "<div>" * 200_000 + "текст").encode(),
        "lists in lists": lambda: ("<html>" + "<ul><li>а" * 50_000).encode(),
        "tables in tables on a page": lambda: ("<html>" + "<table><tr><td>а" * 20_000).encode(),
        "a cell of a billion rows and columns": lambda: b"<html><table>" + b"<tr><td colspan=999999999 rowspan=999999999>a" * 50,
        "a million cells": lambda: b"<html><table>" + b"<tr>" + b"<td>a" * 1_000_000,
        "opened and never closed": lambda: b"<html>" + b"<" * 500_000,
        "comments never closed": lambda: b"<html>" + b"<!--" * 100_000,
        "declarations never closed": lambda: b"<html>" + b"<![" * 100_000,
        "attributes of a tag": lambda: b"<html><p " + b"a=" * 300_000,
        "references": lambda: b"<html>" + b"&#" * 300_000,
        "numbers of a list": lambda: b"<html><ol start=99999999999999999999>" + b"<li value=999999999>a" * 100,
    }  # fmt: skip


def _lines(unit: str, signs: int = 90_000) -> Build:
    return lambda: f"ПРОТОКОЛ № 1\nРЕШИЛИ:\n1. {unit * (signs // len(unit))}\nСрок: {unit * 500}\n".encode()


TEXTS: dict[str, Build] = {
    "digits": _lines("1"),
    "dots": _lines("."),
    "numbers of items": _lines("1.1."),
    "dates": _lines("01.01."),
    "spaces": _lines(" "),
    "initials": _lines("А."),
    "brackets": _lines("("),
    "columns": _lines("а   "),
    "tabs": _lines("\t"),
    "quotation marks": _lines("«"),
    "dashes": _lines("а-"),
    "one word": _lines("слово"),
    "words": _lines("срок до 1 ", 19_000),
    "names": _lines("Лосева А.П., ", 19_000),
    "comments before a page": lambda: b"<!---->" * 500 + b"a",
    "declarations before a page": lambda: b"<?xml" * 700,
    "bytes of zero": lambda: bytes(10_000_000),
    "half of UTF-16": lambda: b"\xff\xfe" + b"\x00\xd8" * 1_000_000,
    "words broken by every line": lambda: "сло-\n".encode() * 40_000,
    "empty lines": lambda: b"a" + b"\n" * 49_000 + b"a",
}  # fmt: skip


# What is not known at sight for a bomb: the bounds of the child that reads it end it.
STOPPED_LATE = frozenset(
    {
        "a table of 60,000 rows",
        "a paragraph of 20 MB",
        "zeros to draw",
        "zeros packed three times",
        "100,000 pages",
        "drawings that draw drawings",
        "saved states without end",
        "lists in lists",
        "tables in tables on a page",
        "words broken by every line",
        "empty lines",
        "attributes without end",
        "dictionaries without end",
    }
)


def bombs(canary: Path, address: str) -> Iterator[tuple[str, str, Build]]:
    """Name, suffix and maker of each."""
    file = canary.as_uri()
    for suffix, some in (
        ("docx", ARCHIVES),
        ("docx", xml_bombs(file, address)),
        ("pdf", pdf_bombs(str(canary))),
        ("html", page_bombs(file, address)),
        ("txt", TEXTS),
    ):
        for name, build in some.items():
            yield name, suffix, build


def honest() -> dict[str, bytes]:
    """A small honest file of each kind, for what a process costs without a bomb."""
    return {
        "docx": PLAIN,
        "pdf": pdf(Sheet().text(80, 700, "текст")),
        "html": "<html><p>текст".encode(),
        "txt": "текст".encode(),
    }
