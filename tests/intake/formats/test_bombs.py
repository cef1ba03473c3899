"""Fifty files made to do harm: each is refused at once, and none reaches out of itself."""

from __future__ import annotations

import os
import random
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.opening import open_paper
from intake.unreadable import Unreadable
from tests.intake.formats.pdf_files import Sheet, pdf
from tests.intake.formats.test_archive import ODD, W, with_type
from tests.intake.formats.word_files import archive, docx, p, written

HONEST: dict[str, str | bytes] = {"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}
CANARY = "canary"


def ratios() -> Iterator[tuple[str, bytes]]:
    for megabytes in (2, 5, 20, 30, 60, 150):
        yield f"zeros {megabytes}", archive({**HONEST, "word/media/a.bmp": bytes(megabytes * 1_000_000)})
        text = f"<w:document {W}>" + " " * megabytes * 1_000_000 + "</w:document>"
        yield f"blanks {megabytes}", archive({**HONEST, "word/document.xml": text})
    for count in (30, 100, 300, 1_000):
        yield f"{count} parts", archive({f"word/{n}.xml": bytes(900_000) for n in range(count)} | HONEST)


def crowds() -> Iterator[tuple[str, bytes]]:
    for count in (2_001, 5_000, 20_000, 65_000):
        yield f"{count} members", archive({str(n): b"" for n in range(count)})
    data = bytearray(archive({str(n): b"" for n in range(5_000)}))
    end = data.rindex(b"PK\x05\x06")
    data[end + 8 : end + 12] = struct.pack("<HH", 1, 1)
    yield "5,000 members that say one", bytes(data)


def entities(canary: Path) -> Iterator[tuple[str, bytes]]:
    lol = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"):
        head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-le").removesuffix("-be")}"?>'
        for name, inside in (
            ("laughs", f'<!ENTITY a0 "ha">{lol}<!ENTITY a "&a8;">'),
            ("file", f'<!ENTITY a SYSTEM "{canary.as_uri()}">'),
            ("parameter", f'<!ENTITY % b SYSTEM "{canary.as_uri()}">%b;'),
        ):
            declared = f"{head}<!DOCTYPE w:document [{inside}]>"
            yield f"{name} in {encoding}", with_type(declared, lambda xml, encoding=encoding: xml.encode(encoding))  # type: ignore[misc]
    yield "outer type", with_type(f'<!DOCTYPE w:document SYSTEM "{canary.as_uri()}">')
    styles = docx(p("текст"), styles="</w:styles>")
    yield "broken part", styles


def pages() -> Iterator[tuple[str, bytes]]:
    for name, commands in (("commands", "q Q " * 5_000_000), ("blanks", " " * 60_000_000)):
        yield f"a page of {name}", pdf(Sheet([commands]))
    stream = zlib.compress(bytes(90_000_000))
    whole = pdf(Sheet(["(x) Tj"]))
    yield "a stream of zeros", whole.replace(zlib.compress(b"(x) Tj"), stream)


def bombs(canary: Path) -> list[tuple[str, bytes]]:
    odd = [(name, data) for name, data in ODD.items()]
    return [*odd, *ratios(), *crowds(), *entities(canary), *pages()]


def test_a_sample_of_the_bombs_is_refused_at_once(tmp_path: Path) -> None:
    canary = written(tmp_path, "canary.txt", CANARY.encode())
    for name, data in random.Random(3).sample([*ODD.items(), *entities(canary)], 8):
        refused(tmp_path, name, data)


@pytest.mark.deep
def test_all_bombs_are_refused_at_once(tmp_path: Path) -> None:
    canary = written(tmp_path, "canary.txt", CANARY.encode())
    every = bombs(canary)
    assert len(every) >= 50
    for name, data in every:
        refused(tmp_path, name, data)


def refused(folder: Path, name: str, data: bytes) -> None:
    path = written(folder, "bomb", data)
    start = worked()
    with pytest.raises(Unreadable) as fault:
        open_paper(path)
    assert worked() - start < (1.5 if data.startswith(b"%PDF") else 0.5), name
    assert CANARY not in str(fault.value.problem), name


def worked() -> float:
    """Seconds of the processor that this process and its children have used: a busy machine is no bomb."""
    return sum(os.times()[:4])
