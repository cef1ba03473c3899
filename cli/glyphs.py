"""Signs that the stream can show: ✔ on UTF-8, + on the code pages of old consoles."""

from __future__ import annotations

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
