"""Values that a sentence writes out: numbers, days, texts in quotes, shares, periods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from engine.rules.folding import fold, same_text
from engine.rules.lexicon import Attribute, Name
from engine.rules.quantities import number_of
from engine.rules.sheet import Sheet

# unit → Russian words for 1, 2–4, 5 in the accusative; for 1 and more in the genitive; English for 1 and more
UNITS: dict[str, tuple[tuple[str, str, str], tuple[str, str], tuple[str, str]]] = {
    "day": (("день", "дня", "дней"), ("дня", "дней"), ("day", "days")),
    "working day": (
        ("рабочий день", "рабочих дня", "рабочих дней"),
        ("рабочего дня", "рабочих дней"),
        ("working day", "working days"),
    ),
    "week": (("неделю", "недели", "недель"), ("недели", "недель"), ("week", "weeks")),
    "month": (("месяц", "месяца", "месяцев"), ("месяца", "месяцев"), ("month", "months")),
    "year": (("год", "года", "лет"), ("года", "лет"), ("year", "years")),
}

_NUMERALS = {
    "nom": ("один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"),
    "gen": ("одного", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти"),
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}
_FEMININE = {"одна": ("один", 1), "одно": ("один", 1), "две": ("два", 2), "одной": ("одного", 1)}
MOST = 100_000
_DAY_SHAPED = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")


def number_at(sheet: Sheet, place: int, case: str) -> Iterator[tuple[int, int, str]]:
    """A number at that place: the place behind it, the number, the family that it must agree in ('' if none).

    What nothing can be counted by, `no_count`, is given whole and without its sign, so that it can be told.
    """
    word = sheet.word(place)
    if _is_written(word):
        found = number_of(word)
        yield place + 1, MOST if found is None else min(abs(int(found)), MOST), ""
    row = _NUMERALS["en" if sheet.lang == "en" else "gen" if case == "gen" else "nom"]
    if word in row:
        yield place + 1, row.index(word) + 1, word if word in ("один", "два", "одного") else ""
    elif word in _FEMININE and _FEMININE[word][0] in row:
        yield place + 1, _FEMININE[word][1], _FEMININE[word][0]


def no_count(word: str) -> bool:
    """Whether a number is written there that nothing can be counted by: below nothing, in parts, far too many."""
    return _is_written(word) and not (word.isdecimal() and len(word) <= len(str(MOST)) and int(word) <= MOST)


def _is_written(word: str) -> bool:
    return word.removeprefix("-")[:1].isdigit() and "/" not in word


def unit_words(amount: int, unit: str, case: str, lang: str) -> str:
    """The words of a unit behind a number: «5 рабочих дней», «1 неделю», «2 weeks»."""
    accusative, genitive, english = UNITS[unit]
    tens, ones = amount // 10 % 10, amount % 10
    one = ones == 1 and tens != 1
    if lang == "en":
        return english[0] if amount == 1 else english[1]
    if case == "gen":
        return genitive[0] if one else genitive[1]
    few = ones in (2, 3, 4) and tens != 1
    return accusative[0] if one else accusative[1] if few else accusative[2]


def counted_units(sheet: Sheet, place: int, case: str) -> Iterator[tuple[int, str]]:
    """A period at that place: the place behind it and «90 day»."""
    for behind, amount, _ in number_at(sheet, place, case):
        for unit in UNITS:
            cases = (case,) if sheet.strict else ("gen", "acc")
            spellings = {fold(unit_words(n, unit, c, sheet.lang), sheet.lang) for c in cases for n in (amount,)}
            if not sheet.strict:
                spellings |= {fold(unit_words(n, unit, c, sheet.lang), sheet.lang) for c in cases for n in (1, 2, 5)}
            for words in spellings:
                if sheet.words[behind : behind + len(words)] == words:
                    yield behind + len(words), f"{amount} {unit}"


def literal(sheet: Sheet, place: int, attribute: Attribute | None) -> Iterator[tuple[int, str, str]]:
    """A value at that place: the place behind it, its text and its sort: number, date, text, code.

    The sorts «unknown», «no day» and «no number» are of what can be no value there.
    """
    word = sheet.word(place)
    if word.startswith("«"):
        text = word.strip("«»")
        values = attribute.values if attribute is not None else ()
        code = next((name.code for name in values if _means(name, text)), None)
        if code is not None:
            yield place + 1, code, "code"
        else:
            yield place + 1, text, "unknown" if values else "text"
    elif _is_written(word) and sheet.word(place + 1) != "%":
        day = _day(word)
        other = "no day" if _DAY_SHAPED.fullmatch(word) else "number" if number_of(word) is not None else "no number"
        yield place + 1, day or word, "date" if day else other


def _means(name: Name, text: str) -> bool:
    return any(same_text(text, title) for title in (name.ru, name.en, *name.also_ru, *name.also_en))


def _day(word: str) -> str:
    parts = word.split(".")
    if not _DAY_SHAPED.fullmatch(word):
        return ""
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0])).isoformat()
    except ValueError:
        return ""


def share(sheet: Sheet, place: int) -> Iterator[tuple[int, str]]:
    """A share at that place: «1/2» as it is, «50 %» as «50/100»."""
    word = sheet.word(place)
    whole, _, parts = word.partition("/")
    if whole.isdecimal() and parts.isdecimal() and int(parts) > 0:
        yield place + 1, word
    elif word.isdecimal() and sheet.word(place + 1) == "%":
        yield place + 2, f"{word}/100"
