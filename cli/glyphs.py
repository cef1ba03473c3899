"""Signs that the stream can show: ✔ on UTF-8, + on the code pages of old consoles."""

from __future__ import annotations

import re
from typing import NamedTuple


class Glyphs(NamedTuple):
    """The few signs that the terminal draws with."""

    done: str
    late: str
    soon: str
    waits: str
    rule: str
    dash: str


RICH = Glyphs(done="✔", late="●", soon="○", waits="?", rule="─", dash="—")
CP866 = Glyphs(done="+", late="!", soon="*", waits="?", rule="─", dash="-")
PLAIN = Glyphs(done="+", late="!", soon="*", waits="?", rule="-", dash="-")
_WORDS = {"№": "N", "«": '"', "»": '"', "—": "-", "–": "-", "…": "...", "✔": "+", "→": "->", "−": "-", "●": "!",
          "○": "*", "₽": "р.", "≤": "<=", "≥": ">="}  # fmt: skip

# What a screen obeys and does not show: control signs, and what turns the direction of writing.
UNSEEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
BOLD = re.compile("(\x1b\\[[01]m)")


def tamed(text: str, bold: bool = False) -> str:
    """The text without what a screen would obey; every line ends in the one usual way.

    `bold` lets pass what our own tables set words off with.
    """
    if bold:
        return "".join(part if BOLD.fullmatch(part) else tamed(part) for part in BOLD.split(text))
    return "\n".join(UNSEEN.sub("", line) for line in ENDS.split(text))


def glyphs_for(encoding: str | None) -> Glyphs:
    """The signs that this encoding can show."""
    for signs in (RICH, CP866):
        if can_show("".join((signs.done, signs.late, signs.rule, signs.dash)), encoding):
            return signs
    return PLAIN


def can_show(text: str, encoding: str | None) -> bool:
    """Whether every character of the text exists in the encoding."""
    try:
        text.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def shown(text: str, encoding: str | None) -> str:
    """The text with the signs that the encoding lacks spelt otherwise: № is N, « is a straight quote."""
    if can_show(text, encoding):
        return text
    return "".join(c if can_show(c, encoding) else _WORDS.get(c, c) for c in text)
