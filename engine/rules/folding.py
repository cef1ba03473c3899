"""A sentence as words: what a typist may vary without meaning anything is folded away before any name is looked for.

Case, ё, spaces, dashes, commas, the shape of quotes, Latin letters in Russian words, English articles. A dash in front
of a number is no pause: it is the sign of the number if it touches that and no word, else it stands as a dash.
"""

from __future__ import annotations

import re
from functools import lru_cache

from engine.messages import Lang

LONGEST = 400
_TOKEN = re.compile(
    r"""[«“„"]([^«»“”„"]*)[»”“"]          # a value in quotes
      | (?:(?<!\S)[-‑–—−])?\d+(?:[.,/]\d+)*  # 5, 12,5, -3, 1.2, 01.09.2026, 1/2
      | ([-‑–—−])(?=\s*\d)                # 5-10: what it means, nobody guesses
      | [^\W\d_]+(?:[-‑][^\W\d_]+)*       # a word
      | \S""",
    re.VERBOSE,
)
_PAUSES = frozenset("-–—−,:")
_ARTICLES = frozenset({"the", "a", "an"})
_LOOKALIKES = str.maketrans("ABCEHKMOPTXYaceopxykmt", "АВСЕНКМОРТХУасеорхукмт")
_LATIN_LOOKALIKES = frozenset("ABCEHKMOPTXYaceopxykmt")
_CYRILLIC = re.compile("[а-яёА-ЯЁ]")


def language(text: str) -> Lang:
    """Russian if there is a Russian letter outside the quotes, else English."""
    bare = re.sub('[«“„"][^«»“”„"]*[»”“"]', "", text)
    return "ru" if _CYRILLIC.search(bare) else "en"


@lru_cache(maxsize=4_000)
def fold(text: str, lang: Lang) -> tuple[str, ...]:
    """The words of a sentence; a value in quotes is one word, «as it was written»."""
    words = [_folded(found, lang) for found in _TOKEN.finditer(text.strip().removesuffix("."))]
    return tuple(word for word in words if word and not (lang == "en" and word in _ARTICLES))


def _folded(found: re.Match[str], lang: Lang) -> str:
    if found[1] is not None:
        return f"«{' '.join(found[1].split())}»"
    word = found[0]
    if found[2] is not None:
        return "-"
    if word in _PAUSES:
        return ""
    if word[0].isdigit():
        return word.replace(",", ".")
    if word[1:2].isdigit():
        return "-" + word[1:].replace(",", ".")
    if lang == "ru" and (_CYRILLIC.search(word) or set(word) <= _LATIN_LOOKALIKES):
        word = word.translate(_LOOKALIKES)
    return word.lower().replace("ё", "е").replace("‑", "-")


def same_text(one: str, other: str) -> bool:
    """Whether two values are the same words, however they are typed."""
    return plain(one) == plain(other)


def plain(value: str) -> str:
    """A value in one spelling, for comparison: case, ё and spaces folded."""
    return " ".join(value.lower().replace("ё", "е").split())
