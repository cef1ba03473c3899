"""The words of terms: months, ordinals, weekdays and counts, as they are written, and text made plain for matching."""

from __future__ import annotations

import re
from datetime import date, timedelta

_PLAIN = str.maketrans(
    {
        "ё": "е",
        "–": "-",
        "—": "-",
        "−": "-",
        "‑": "-",
        "‒": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\n": " ",
        "\t": " ",
        "\u00ad": " ",
    }
)

MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTH = (
    r"(?<![а-я])(январ(?:ь|я|ю|е|ем)|янв\.|феврал(?:ь|я|ю|е|ем)|февр?\.|март(?:а|у|е|ом)?|апрел(?:ь|я|ю|е|ем)|апр\.|ма(?:й|я|ю|е|ем)"
    r"|июн(?:ь|я|ю|е|ем)|июл(?:ь|я|ю|е|ем)|август(?:а|у|е|ом)?|авг\.|сентябр(?:ь|я|ю|е|ем)|сент?\.|октябр(?:ь|я|ю|е|ем)|окт\."
    r"|ноябр(?:ь|я|ю|е|ем)|нояб?\.|декабр(?:ь|я|ю|е|ем)|дек\.)(?![а-я])"
)
THIS_YEAR = r"т\s?\.\s?г\.?(?![а-я])|с\s?\.\s?г\.?(?![а-я])|(?:текущ|эт|нынешн|настоящ)\w{2,4}\s+год[ау]?"
NEXT_YEAR = r"(?:следующ|будущ)\w{2,4}\s+год[ау]?"
_SPELT_YEAR = r"две\s+тысячи\s+(?:двадцать\s+|тридцать\s+)?[а-я]{3,14}(?:ого|его)\s+года"
YEAR = (
    r"((?:20|19)\d\d)(?!\d)(?:\s*-?\s*(?:год[ауе]?(?![а-я])|гг?\.?(?![а-я])))?"
    rf"|{THIS_YEAR}|{NEXT_YEAR}|{_SPELT_YEAR}"
)

_ORDINALS = (
    "перв",
    "втор",
    "трет",
    "четверт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
)
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
ORDINAL = (
    r"(?<![а-яa-z\d.])([1-4](?:\s?-\s?[а-я]{1,3})?|i{1,3}|iv|1{2,3}"
    r"|перв\w{2,3}|втор\w{2,3}|трет\w{2,4}|четверт\w{2,3})(?![a-z\d])"
)
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот")
WEEKDAYS = "|".join(_WEEKDAYS)

_COUNTS = {
    "одн": 1,
    "один": 1,
    "дву": 2,
    "два": 2,
    "две": 2,
    "трех": 3,
    "три": 3,
    "тремя": 3,
    "четыр": 4,
    "пят": 5,
    "шест": 6,
    "сем": 7,
    "восьм": 8,
    "восем": 8,
    "девят": 9,
    "десят": 10,
    "двенадцат": 12,
    "четырнадцат": 14,
    "пятнадцат": 15,
    "двадцат": 20,
    "тридцат": 30,
    "сорок": 40,
    "шестьдесят": 60,
    "шестидесят": 60,
    "девяност": 90,
}
_DAYS_IN_WORDS = (
    ("двадцать ", 20),
    ("тридцать ", 30),
    ("", 0),
)
_TEENS = (
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
)


def plain(text: str) -> str:
    """Lower case, «ё» as «е», one kind of dash and of space; each character keeps its place."""
    return text.lower().translate(_PLAIN)


def month_number(word: str) -> int:
    """1 to 12 for a month in any case or shortened."""
    found = next(
        n for n, stem in enumerate(MONTHS, 1) if word.startswith(stem) and (stem != "ма" or not word.startswith("мар"))
    )
    return found


def ordinal(word: str) -> int:
    """1 for «I», «1», «1-й», «первый» and their forms; typists write «11» for «II» and «111» for «III»."""
    word = word.strip()
    if word in ("11", "111"):
        return len(word)
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    if word in _ROMAN:
        return _ROMAN[word]
    return next(n for n, stem in enumerate(_ORDINALS, 1) if word.startswith(stem))


def count(word: str) -> int | None:
    """How many a number or a number word in any case says: «10», «десяти», «двух»."""
    word = word.strip()
    if word.isdigit():
        return int(word)
    stems = [stem for stem in _COUNTS if word.startswith(stem)]
    return _COUNTS[max(stems, key=len)] if stems else None


def day_in_words(text: str) -> int | None:
    """The day of a month that is written out: «первого», «двадцать пятого», «тридцатому»."""
    for lead, tens in _DAYS_IN_WORDS:
        if lead and not text.startswith(lead):
            continue
        rest = text[len(lead) :]
        ones = next((n for n, stem in enumerate(_TEENS, 11) if rest.startswith(stem)), None)
        ones = ones or next((n for n, stem in enumerate(_ORDINALS[:10], 1) if rest.startswith(stem)), None)
        if ones is None and not lead:
            ones = 20 if rest.startswith("двадцат") else 30 if rest.startswith("тридцат") else None
        if ones is not None:
            return tens + ones
    return None


def weekday(text: str, since: date) -> date | None:
    """The next day after that one which is the weekday that a text names, if it names one."""
    which = next((n for n, stem in enumerate(_WEEKDAYS) if re.search(rf"(?<![а-я]){stem}", text)), None)
    return None if which is None else since + timedelta(days=(which - since.weekday() - 1) % 7 + 1)
