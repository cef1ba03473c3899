"""Are the letters of a PDF what the page shows? Old programs say one letter and draw another."""

from __future__ import annotations

from dataclasses import replace

from intake.formats.pdf_page import Page
from intake.unreadable import unreadable


def mend_letters(pages: list[Page]) -> None:
    """Turn «Ïðîòîêîë» back into «Протокол».

    Raises:
        Unreadable: there is no text, or its letters cannot be known.
    """
    text = "".join(piece.text for page in pages for piece in page.pieces)
    shown = len("".join(text.split()))
    if sum(page.unreadable for page in pages) > shown or sum(map(_is_odd, text)) * 3 > max(shown, 1):
        raise unreadable("paper-without-letters")
    if not shown:
        raise unreadable("paper-scanned")
    western, russian = sum("À" <= sign <= "ÿ" for sign in text), sum("А" <= sign <= "я" for sign in text)
    if western > shown / 3 and western > russian * 5:
        for page in pages:
            page.pieces = [replace(piece, text="".join(map(_russian, piece.text))) for piece in page.pieces]


def _is_odd(sign: str) -> bool:
    """Signs of a private area, controls, letters of far languages: numbers of glyphs taken for letters."""
    private, far = "\ue000" <= sign <= "\uf8ff", "\u0180" <= sign <= "\u02af"
    return private or far or sign == "\ufffd" or (sign < " " and sign not in "\t\n\r")


def _russian(sign: str) -> str:
    try:
        return sign.encode("cp1252").decode("cp1251")
    except UnicodeError:
        return sign
