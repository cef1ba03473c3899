"""Two lines of one sentence made one: a word that was broken between them is whole again, a real hyphen stays."""

from __future__ import annotations

import re

_BROKEN = re.compile(r"(?:^|[^\w-])([\w-]*\w)[-\u00ad\u2010]$")
_STARTS = re.compile(r"\w+")
_SLASH = re.compile(r"\w/$")  # «и/или» may be broken behind its stroke
_RUSSIAN = re.compile(r"[А-Яа-яЁё-]+")
_SOFT = ("\u00ad", "\u2010")


def sewn(first: str, second: str) -> str:
    """The two as one: «обра-» «зования» is «образования», «научно-» «методический» keeps its hyphen."""
    first, second = first.rstrip(), second.lstrip()
    if not first or not second:
        return first or second
    left, right = _BROKEN.search(first), _STARTS.match(second)
    if left is None or right is None:
        return first + second if _SLASH.search(first) else f"{first} {second}"
    if first.endswith(_SOFT):
        return first[:-1] + second
    if not _RUSSIAN.fullmatch(left[1] + right[0]):
        return first + second
    if not right[0][0].islower() or left[1][-1].isdigit() or left[1].isupper():
        return first + second
    return first + second if _is_compound(left[1].lower(), right[0].lower()) else first[:-1] + second


def _is_compound(left: str, right: str) -> bool:
    """Is the hyphen part of the word? Only here is the dictionary asked: it takes its time to load."""
    from engine.morphology import parse

    if any(reading.known for reading in parse(left.rpartition("-")[2] + right)[:1]):
        return False
    return any(reading.known for reading in parse(right)[:1]) and (left.endswith("о") or parse(left)[0].known)
