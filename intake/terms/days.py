"""Days as documents write them: «12.01.2022г.», «1 сентября», «15-го мая т.г.», «2022-01-12», «25 числа»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from intake.terms.words import MONTH, NEXT_YEAR, YEAR, day_in_words, month_number

_NUMERIC = re.compile(
    r"(?<![\d.])(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?((?:19|20)\d\d|\d\d)(?!\d)(?:\s*(?:года?(?![а-я])|г\.?(?![а-я])))?"
    r"|(?<![\d-])(\d{1,2})-(\d{2})-((?:19|20)\d\d)(?!\d)"
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_WORDED = re.compile(
    rf"(?<![\d.,])[\"«“]?\s?(\d{{1,2}})\s?[\"»”]?\s*(?:-?\s?(?:го|ого|ому|му|ое|е)(?![а-я])\s*)?{MONTH}(?:\s*,?\s*({YEAR}))?"
)
_SPELT = re.compile(
    rf"(?<![а-я])((?:двадцать |тридцать )?[а-я]{{3,14}}(?:ого|его|ому|ему|ое|е))\s+{MONTH}(?:\s*,?\s*({YEAR}))?"
)
_SHORT = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?![\d%])(?!\.\d)")
_OF_MONTH = re.compile(
    r"(?<![\d.])(\d{1,2})(?:\s?-?\s?(?:го|му|е))?\s+числа?у?(?![а-я])(?:\s+(текущего|следующего|этого)\s+месяца)?"
)
_CLOCK = re.compile(
    r"(?:(?<![а-я])до\s+)?(?<![\d.])\d{1,2}\s?(?::\s?\d\d|[-.]\d\d(?=\s*(?:час|ч\.|ч(?![а-я]))))(?:\s*(?:час\w*|ч\.?)(?![а-я]))?"
    r"|(?<!\d)(?<!течение )(?<!течении )\d{1,2}\s?ч(?:ас\w*|\.)?(?![а-я])(?:\s*\d\d\s?мин\w*\.?)?(?=\s+\d|\s*$|\s*,)"
    r"|(?<![\d.-])[01]\d-00(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in a text, with its place; `stated` says that the year is written with it."""

    day: date | None
    start: int
    end: int
    stated: bool = True


def without_clock(text: str) -> str:
    """The text with hours blanked out, so that «18.00» is no day; places stay."""
    return _CLOCK.sub(lambda hit: " " * len(hit.group()), text)


def days(text: str, decided: date | None, short: bool = False) -> list[Day]:
    """The days in a plain text, in order. `short` also takes «12.01» for one, which elsewhere is an item's number."""
    found: list[Day] = []
    for day in _all(text, decided, short):
        if not any(day.start < other.end and other.start < day.end for other in found):
            found.append(day)
    return sorted(found, key=lambda day: day.start)


def _all(text: str, decided: date | None, short: bool) -> Iterator[Day]:
    for hit in _NUMERIC.finditer(text):
        day, month, year = hit.group(1, 2, 3) if hit.group(1) else hit.group(4, 5, 6)
        made = _made(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))
        if made:
            yield Day(made, hit.start(), hit.end())
    for hit in _ISO.finditer(text):
        made = _made(int(hit[1]), int(hit[2]), int(hit[3]))
        if made:
            yield Day(made, hit.start(), hit.end())
    for pattern in (_WORDED, _SPELT):
        for hit in pattern.finditer(text):
            number = int(hit[1]) if hit[1].isdigit() else day_in_words(hit[1])
            if number and 1 <= number <= 31:
                yield _worded(hit, number, month_number(hit[2]), decided)
    if short:
        for hit in _SHORT.finditer(text):
            if 1 <= int(hit[1]) <= 31 and 1 <= int(hit[2]) <= 12:
                yield Day(next_such(int(hit[2]), int(hit[1]), decided), hit.start(), hit.end(), stated=False)
        for hit in _OF_MONTH.finditer(text):
            yield Day(_day_of_month(int(hit[1]), hit[2] or "", decided), hit.start(), hit.end(), stated=False)


def _worded(hit: re.Match[str], number: int, month: int, decided: date | None) -> Day:
    written = hit[3]
    made = _made(year_of(written, decided) or 0, month, number) if written else next_such(month, number, decided)
    return Day(made, hit.start(), hit.end(), stated=bool(written))


def year_of(written: str, decided: date | None) -> int | None:
    """The year that «2022 г.», «т.г.», «следующего года» mean in a document of that day."""
    digits = re.search(r"\d{4}", written)
    if digits:
        return int(digits.group())
    if written.startswith("две"):
        return 2000 + (day_in_words(" ".join(written.split()[2:-1])) or 0)
    if decided is None:
        return None
    return decided.year + bool(re.search(NEXT_YEAR, written))


def next_such(month: int, day: int, decided: date | None) -> date | None:
    """The next day of this number and month after the document's."""
    if decided is None:
        return None
    for year in range(decided.year, decided.year + 9):  # 29 February may be eight years off
        made = _made(year, month, day)
        if made and made > decided:
            return made
    return None


def _day_of_month(number: int, which: str, decided: date | None) -> date | None:
    if decided is None:
        return None
    first = decided.replace(day=1)
    if which == "следующего" or (not which and number <= decided.day):
        first = (first + timedelta(days=32)).replace(day=1)
    return _made(first.year, first.month, number)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
