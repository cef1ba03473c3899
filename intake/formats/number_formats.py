"""How Word writes the number of a list level: 3, в, III, 03."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
# Word leaves out ё, й, ъ, ь: letters that no list is numbered by.
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
_BULLETS = "-–—−―*"
_DASHES = {"\uf02d": "-", "\uf0be": "–", "−": "–", "―": "—", "‑": "-", "‒": "–"}


def roman(number: int) -> str:
    """4 → IV; none for 0, as nothing is written then."""
    written = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written


def _letters(alphabet: str) -> Callable[[int], str]:
    """After the last letter Word doubles: я, аа, бб."""

    def write(number: int) -> str:
        if number < 1:
            return ""
        round_, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * (round_ + 1)

    return write


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": lambda number: _letters(LATIN)(number).upper(),
    "lowerLetter": _letters(LATIN),
    "russianUpper": lambda number: _letters(RUSSIAN)(number).upper(),
    "russianLower": _letters(RUSSIAN),
    "ordinal": lambda number: f"{number}-й",
    "decimalEnclosedParen": lambda number: f"({number})",
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
}


def write(number: int, number_format: str) -> str:
    """A number in a format of Word; a format that Russian documents do not use is written in digits."""
    return _WRITERS.get(number_format, str)(min(number, 10_000))


def bullet(sign: str) -> str:
    """The sign of a bulleted level: dashes stay dashes, a sign of a symbol font is a bullet."""
    sign = sign.strip()
    if not sign:
        return ""
    plain = _DASHES.get(sign, sign)
    return plain if plain in _BULLETS else "•"
