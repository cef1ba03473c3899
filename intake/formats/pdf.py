"""A PDF as lines: paragraphs and table rows in reading order, and what stands on every page behind them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PasswordType, PdfReader
from pypdf.errors import PyPdfError

from engine.problems import Problem, Severity, Where
from intake.formats.pdf_content import Follower
from intake.formats.pdf_letters import mend_letters
from intake.formats.pdf_lines import lines_of
from intake.formats.pdf_page import UNMOVED, Matrix, Page
from intake.paper import Line
from intake.unreadable import Unreadable, unreadable

MOST_PAGES = 2_000


def read_pdf(data: bytes) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a PDF with a text layer, and a warning for each page without text.

    Raises:
        Unreadable: it is damaged, locked or scanned, or its fonts do not say which letters they show.
    """
    # It tells of faults on standard error; we tell of them ourselves.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = list(_pages(data))
    except (Unreadable, MemoryError):
        raise
    except Exception:  # a broken file makes pypdf fail in every way there is, not only in its own
        raise unreadable("paper-damaged", {"format": "pdf"}) from None
    mend_letters(pages)
    return lines_of(pages), tuple(_without_text(pages))


def _pages(data: bytes) -> Iterator[Page]:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not _opened(reader):
        raise unreadable("paper-locked")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise unreadable("paper-too-demanding")
    for ordinal in range(count):
        yield _page(reader, ordinal)


def _opened(reader: PdfReader) -> bool:
    """Many a PDF is locked against changes only and opens with an empty password."""
    try:
        return reader.decrypt("") != PasswordType.NOT_DECRYPTED
    except (PyPdfError, ImportError, ValueError, TypeError, KeyError):
        return False


def _page(reader: PdfReader, ordinal: int) -> Page:
    source: Any = reader.pages[ordinal]
    box = source.mediabox
    width, height, turned = float(box.width), float(box.height), int(source.get("/Rotate", 0) or 0) % 360
    page = Page(height if turned in (90, 270) else width, width if turned in (90, 270) else height)
    follower = Follower(page, reader)
    follower.state.moved = _upright(turned, width, height)
    content = source.get("/Contents")
    if content is not None:
        follower.follow(
            content.get_object(), source.get("/Resources", {}).get_object() if "/Resources" in source else None
        )
    return page


def _upright(turned: int, width: float, height: float) -> Matrix:
    """A page is shown turned by a multiple of a right angle; this turns its places likewise."""
    turns: dict[int, Matrix] = {
        90: (0.0, -1.0, 1.0, 0.0, 0.0, width),
        180: (-1.0, 0.0, 0.0, -1.0, width, height),
        270: (0.0, 1.0, -1.0, 0.0, height, 0.0),
    }
    return turns.get(turned, UNMOVED)


def _without_text(pages: list[Page]) -> Iterator[Problem]:
    for ordinal, page in enumerate(pages, start=1):
        if not any(piece.text.strip() for piece in page.pieces):
            yield Problem(Where(), "paper-page-without-text", Severity.WARNING, {"page": str(ordinal)})
