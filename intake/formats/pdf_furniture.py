"""What stands on every page and belongs to no sentence: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter

from intake.formats.pdf_rows import Row

_NUMBER = re.compile(r"^[-–—\s]*(\d{1,4})[-–—\s]*$|^(\d{1,4})\s*(?:/|из)\s*\d{1,4}$")
_NAMED = re.compile(r"^(?:стр(?:аница|\.)?|лист|с\.)\s*№?\s*\d{1,4}(?:\s*(?:/|из)\s*\d{1,4})?$", re.IGNORECASE)
_ATTACHED = re.compile(r"приложени[ея]|к (?:протоколу|решению|приказу|постановлению|распоряжению)\b", re.IGNORECASE)
_SPEAKS = re.compile(r"срок|отв(?:етственн|\.)|исп(?:олнител|\.)|контроль\b", re.IGNORECASE)
_DEEP = 2  # lines from the top and from the foot of a page that may be furniture
_STEP = 3.0  # points by which the place of a running head may differ


def furniture(pages: list[list[Row]]) -> set[Row]:
    """The rows among those of all pages, each page from top to bottom, that are no text."""
    found: set[Row] = set()
    for _ in range(_DEEP):
        left = [[row for row in rows if row not in found] for rows in pages]
        edges = [(page, row) for page, rows in enumerate(left, start=1) for row in _edges(rows)]
        repeated = Counter(_key(row) for _, row in edges)
        for page, row in edges:
            often = repeated[_key(row)] > 1 and repeated[_key(row)] * 2 >= len(pages) - 1
            if _is_number(row.text, page) or (often and not _belongs(row.text)):
                found.add(row)
    return found


def _edges(rows: list[Row]) -> list[Row]:
    return [rows[0], rows[-1]] if len(rows) > 1 else []


def _belongs(text: str) -> bool:
    """«РЕШИЛИ:» and «Срок: постоянно» stand at the edge of many a page and are text all the same."""
    return text.endswith(":") or bool(_ATTACHED.match(text) or _SPEAKS.match(text))


def _key(row: Row) -> tuple[str, int]:
    return row.text, round(row.base / _STEP)


def _is_number(text: str, page: int) -> bool:
    plain = _NUMBER.match(text)
    # A number of the page itself, not of an item: the count may begin at the title page or behind it.
    return bool(_NAMED.match(text)) or (plain is not None and abs(int(plain[1] or plain[2]) - page) <= 2)
