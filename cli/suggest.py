"""Did you mean: the nearest known word, over typing errors, both alphabets and the wrong keyboard layout."""

from __future__ import annotations

from collections.abc import Iterable

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбю."
_TO_CYRILLIC = str.maketrans(_LATIN + _LATIN.upper(), _CYRILLIC + _CYRILLIC.upper())
_TO_LATIN = str.maketrans(_CYRILLIC[:-1] + _CYRILLIC[:-1].upper(), _LATIN[:-1] + _LATIN[:-1].upper())
_SOUNDS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip


def other_layout(word: str) -> str:
    """The same keys on the other keyboard layout: «ыефегы» is `status`, `cnfnec` is «статус»."""
    return word.translate(_TO_LATIN if any("а" <= c <= "ё" for c in word.casefold()) else _TO_CYRILLIC)


def in_latin(word: str) -> str:
    """A Russian word as it sounds in Latin letters: «протокол» is `protokol`."""
    return "".join(_SOUNDS.get(c, c) for c in word.casefold())


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that this one most likely stands for, or an empty string."""
    import difflib

    names = list(known)
    folded = {name.casefold(): name for name in names}
    for spelling in (word.casefold(), other_layout(word).casefold()):
        close = difflib.get_close_matches(spelling, folded, n=1, cutoff=0.7)
        if close:
            return folded[close[0]]
    sounding = {in_latin(name): name for name in names}
    close = difflib.get_close_matches(in_latin(word), sounding, n=1, cutoff=0.75)
    return sounding[close[0]] if close else ""
