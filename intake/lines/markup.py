"""A line as a reader hears it: without stray markup, odd spaces and soft hyphens."""

from __future__ import annotations

import re

_TAG = re.compile(r"</?(?:p|i|b|u|em|strong|br|span|div|font)\b[^>]{0,80}/?>", re.IGNORECASE)
_STARS = re.compile(r"\*\*|__(?=\w)|(?<=\w)__(?!_)")
_STARS_BETWEEN = re.compile(r"(?<=[\w»])\*{2,}(?=[\w«])")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\ufeff]+")
_SPACED_LETTERS = re.compile(r"\b(?:[А-ЯЁа-яё] ){3,}[А-ЯЁа-яё]\b")
_BROKEN_WORD = re.compile(r"(?<=[а-яё])-$")


def plain(text: str) -> str:
    """The words of a line: no asterisks, tags or soft hyphens, single spaces; «Р Е Ш И Л И» is «РЕШИЛИ»."""
    text = _STARS.sub("", _STARS_BETWEEN.sub(" ", _TAG.sub(" ", text.replace("\u00ad", ""))))
    bullet = text.lstrip()[:2] in ("* ", "*\t")
    text = text if bullet else _EMPHASIS.sub("", text)
    text = _SPACES.sub(" ", text).strip().lstrip("#").strip()
    return _SPACED_LETTERS.sub(lambda found: found.group().replace(" ", ""), text)


def joined(lines: list[str]) -> str:
    """Lines of one paragraph as one string; a word broken at a line's end is whole again."""
    whole = ""
    for line in lines:
        if _BROKEN_WORD.search(whole) and line[:1].islower():
            whole = whole[:-1] + line
        else:
            whole = f"{whole} {line}" if whole else line
    return whole
