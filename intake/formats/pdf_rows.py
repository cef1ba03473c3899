"""Pieces of text that stand on one base line, from left to right, with the blanks and columns between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from intake.formats.clean import clean
from intake.formats.pdf_page import Piece

BLANK = 0.16  # of the size of the letters: a wider gap is a blank
COLUMN = 1.8  # a wider gap than this parts columns
STRETCHED = 8.0  # unless a blank was typed in it: then the line may only be stretched to full width
_LABEL_TAB = re.compile(r"^(\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,5})[.)]?|\(?[а-яёa-z]\)|[-–—•*▪])\s*\t")
_FIRST_WORD = re.compile(r"[^\s-]*-?")  # a line may be broken behind a hyphen
_RAN_OUT = re.compile(r" {4,}")  # somebody pressed the space bar until the column was reached


@dataclass(frozen=True, slots=True)
class Row:
    """One line of print on a page; `first_word` is how wide its first word is.

    Tabs in `text` part columns; the last of them begins at `tail`.
    """

    left: float
    right: float
    base: float
    size: float
    text: str
    bold: bool
    first_word: float
    page: int = 0
    tail: float = 0.0

    @property
    def columns(self) -> bool:
        """Do several texts stand side by side here?"""
        return "\t" in self.text


def rows_of(pieces: list[Piece], page: int = 0) -> list[Row]:
    """The lines of print, from top to bottom."""
    return [row for line in print_lines(pieces) if (row := _row(line, page)) and row.text]


def print_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each line of print, from top to bottom."""
    lines: list[list[Piece]] = []
    for piece in sorted((piece for piece in pieces if piece.text), key=lambda piece: (-piece.base, piece.left)):
        line = lines[-1] if lines else []
        size = max((one.size for one in line[:50]), default=0.0)
        # Raised and lowered signs belong to the line; the next line is a whole size away.
        if line and line[0].base - piece.base < max(min(size, piece.size) * 0.5, 1.0):
            line.append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda piece: piece.left) for line in lines]


def _row(line: list[Piece], page: int) -> Row | None:
    pieces = _once(line)
    inked = [piece for piece in pieces if piece.text.strip()]
    if not inked:
        return None
    text, tail = "", inked[0].left
    for before, piece in zip([None, *pieces], pieces, strict=False):
        between = _between(before, piece)
        tail = piece.left if between == "\t" else tail
        text += between + piece.text
    text = _LABEL_TAB.sub(r"\1 ", clean(_RAN_OUT.sub("\t", text)).strip())
    text = re.sub(r"[ \t]*\t[ \t]*", "\t", re.sub(r" {2,}", " ", text))
    left, right = inked[0].left, max(_end(piece) for piece in inked)
    letters = sum(len(piece.text) for piece in inked)
    size = sum(piece.size * len(piece.text) for piece in inked) / letters
    first = _FIRST_WORD.match(text)
    first_word = (right - left) * len(first[0] if first else "") / max(len(text), 1)
    return Row(left, right, line[0].base, size, text, all(piece.bold for piece in inked), first_word, page, tail)


def _end(piece: Piece) -> float:
    """Where its ink ends: blanks behind it are not seen."""
    blanks = len(piece.text) - len(piece.text.rstrip(" "))
    return piece.right - blanks * piece.size / 4


def _once(pieces: list[Piece]) -> list[Piece]:
    """Text drawn twice on one spot, to look bold, is there once."""
    kept: list[Piece] = []
    for piece in pieces:
        if any(one.text == piece.text and abs(one.left - piece.left) < 0.8 for one in kept[-3:]):
            continue
        kept.append(piece)
    return kept


def _between(before: Piece | None, piece: Piece) -> str:
    if before is None:
        return ""
    gap, size = piece.left - before.right, max(before.size, piece.size, 1.0)
    blank = before.text.endswith(" ") or piece.text.startswith(" ")
    if gap > size * (STRETCHED if blank else COLUMN):
        return "\t"
    return " " if gap > size * BLANK and not blank else ""
