"""Signs that a screen does not show are taken out of every line, whatever file it came in."""

from __future__ import annotations

import re
import unicodedata

# Soft hyphens, zero-width signs, marks of direction, byte order marks, the end-of-file sign of DOS, other controls.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
# What moves the paper but ends no line: form feed, vertical tab, Unicode's own separators.
_MOVES = re.compile("[\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """A line without unseen signs, й and ё as one character each. It stays one line."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _MOVES.sub(" ", _UNSEEN.sub("", text)))
