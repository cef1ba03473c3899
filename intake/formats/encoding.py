"""Bytes of unknown encoding to text: a mark if there is one, UTF-8 if it holds, else what looks most like Russian."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from unicodedata import category

from intake.formats.russian import likeness
from intake.unreadable import unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ONE_BYTE = ("cp1251", "cp866", "koi8-r")
RARE = (
    "iso8859-5",
    "mac-cyrillic",
)  # believed only where they are clearly better: on a short word they may win by chance
_CLEARLY = 6
SAMPLE = 20_000  # bytes that are looked at; enough for a sure answer, and quick on a large file
_NO_TEXT = ("Cc", "Cn", "Co", "Cs")  # Unicode's controls, unassigned, private and half characters
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1a\x1b")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding that it was in; `lost` counts the characters that could not be read."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes) -> Decoded:
    """The text of a file.

    Raises:
        Unreadable: it is no text at all.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _wide(data[len(mark) :], encoding)
    wide = _unmarked_wide(data[:SAMPLE])
    if wide:
        return _wide(data, wide)
    if sum(byte in _CONTROLS for byte in data[:SAMPLE]) > len(data[:SAMPLE]) // 500:
        raise unreadable("paper-not-text")
    return _unicode(data) or _one_byte(data)


def _wide(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    strange = sum(category(char) in _NO_TEXT and char not in "\t\n\r\f\v\x1a" for char in text[:SAMPLE])
    if lost * 50 > len(text) or strange * 50 > len(text[:SAMPLE]):
        raise unreadable("paper-not-text")
    return Decoded(text, encoding, lost)


def _unmarked_wide(sample: bytes) -> str:
    """UTF-16 without a mark: in Russian text the high byte of nearly every character is 0 or 4."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(high.count(byte) for byte in (0, 4, 0x20, 0x21)) > pairs * 0.95:
            return encoding
    return ""


def _unicode(data: bytes) -> Decoded | None:
    """UTF-8, also with a few spoilt characters in it: other encodings hardly ever make its sequences."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    whole = sum(ord(char) > 127 for char in text) - lost
    return Decoded(text, "utf-8", lost) if whole > lost * 10 else None


def _one_byte(data: bytes) -> Decoded:
    sample = data[:SAMPLE]
    scores = {name: likeness(sample.decode(name, errors="replace")) for name in (*ONE_BYTE, *RARE)}
    best = max(scores, key=lambda name: scores[name] - (_CLEARLY if name in RARE else 0))
    if scores[best] < -len(sample):
        raise unreadable("paper-not-text")
    text = data.decode(best, errors="replace")
    return Decoded(text, best, text.count("\ufffd"))
