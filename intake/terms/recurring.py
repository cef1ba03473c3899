"""Terms that come round: «ежеквартально до 5 числа», «по понедельникам», «не реже одного раза в полугодие»."""

from __future__ import annotations

import re
from datetime import date, timedelta

from engine.plan.calendar import last_of_month
from engine.protocol import Deadline
from intake.terms.days import days
from intake.terms.spans import span
from intake.terms.words import WEEKDAYS, weekday

_NEXT = r"следующего\s+за\s+отчетным"
# «Два раза в год» holds «раза в год», so the narrower period comes first.
PERIODS: dict[str, tuple[str, ...]] = {
    "half_year": (
        r"раза?\s+в\s+(?:полугодие|полгода)",
        r"кажд\w{2,3}\s+полугоди\w",
        r"(?:2|два)\s+раза\s+в\s+год",
        r"дважды\s+в\s+год",
        rf"{_NEXT}\s+полугоди\w+",
    ),
    "year": (
        r"ежегодно",
        r"кажд\w{2,3}\s+(?:календарн\w{2,3}\s+|учебн\w{2,3}\s+)?год\w{0,2}",
        r"раза?\s+в\s+(?:учебный\s+)?год",
        r"раза?\s+в\s+\w+\s+(?:года|лет)",
        rf"{_NEXT}\s+годом",
    ),
    "quarter": (
        r"ежеквартально",
        r"поквартально",
        r"кажд\w{2,3}\s+квартал\w{0,2}",
        r"раза?\s+в\s+квартал",
        rf"{_NEXT}\s+кварталом",
    ),
    "month": (
        r"ежемесячно",
        r"кажд\w{2,3}\s+месяц\w{0,2}",
        r"раза?\s+в\s+(?:\w+\s+)?месяц\w{0,2}",
        rf"{_NEXT}(?:\s+месяцем)?(?!\s+(?:кварт|пери|год|полуг))",
    ),
    "week": (
        r"еженедельно",
        r"кажд\w{2,3}\s+недел\w",
        r"раза?\s+в\s+(?:\w+\s+)?недел[юи]",
        rf"кажд\w{{2,3}}\s+(?:{WEEKDAYS})\w{{0,2}}",
        rf"по\s+(?:{WEEKDAYS})ам",
    ),
    "day": (r"ежедневно", r"кажд\w{2,3}\s+день", r"раза?\s+в\s+(?:день|сутки)"),
}
_PERIOD = {name: re.compile(rf"(?<![а-я])(?:{'|'.join(words)})(?![а-я])") for name, words in PERIODS.items()}
ANY = re.compile("|".join(one.pattern for one in _PERIOD.values()))
_NUMBER = r"(\d{1,2})(?:\s?-?\s?(?:го|му|ого|е))?"
_DAY_NUMBER = re.compile(
    rf"(?:до|к|по|не позднее|не позже|-)\s*{_NUMBER}(?:\s+(?:числ\w{{1,2}}|дня)|(?=\s+(?:каждого|месяца)))"
    rf"|{_NUMBER}\s+числ\w{{1,2}}"
)
_LAST_DAY = re.compile(
    r"последн\w{2,3}\s+(?:рабоч\w{2,3}\s+)?(?:день|дня|числ\w{1,2})|до\s+конца\s+(?:каждого\s+)?(?:месяца|квартала)"
)
_LAST_MONTH = re.compile(r"последнего\s+месяца")
_END = re.compile(r"(?:до|по)\s+(?:конца\s+)?$|в течение\s+$|на протяжении\s+$")
_TO_THE_END = re.compile(r"(?<![а-я])(?:до|по)\s+(?:конца|окончания)\s+(?!каждого|месяца|квартала|недели)")
_SINCE = re.compile(r"(?<![а-я])(?:начиная\s+)?с\s+$")
_LATER = re.compile(r"далее|затем|впоследствии")
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def recurring(text: str, decided: date | None) -> Deadline | None:
    """A term that repeats; due only where its end is stated, `recurrence` is the period and the first day."""
    period = next((name for name, pattern in _PERIOD.items() if pattern.search(text)), None)
    if period is None:
        return None
    start, due = _bounds(text, decided)
    since = decided if start is None or decided is None else max(start - timedelta(days=1), decided)
    first = _first_day(text, period, since)
    recurrence = f"{period} {first.isoformat()}" if first else period
    return Deadline(kind="recurring", start=start, due=due, recurrence=recurrence)


def _bounds(text: str, decided: date | None) -> tuple[date | None, date | None]:
    """The stated begin and end: whole days behind «с», «до», «по», or a stretch of time longer than the period."""
    found = [day for day in days(text, decided) if day.stated]
    if found:
        if _LATER.search(text):
            return None, None
        first = found[0].day if _SINCE.search(text[: found[0].start]) else None
        last = found[-1].day if _END.search(text[: found[-1].start]) else None
        return first, last
    until = _until(text, decided)
    if until is not None:
        return None, until
    rest = ANY.sub(lambda hit: " " * len(hit.group()), text)
    stretch = span(rest, decided)
    if stretch is None or not (stretch.stated or "учебн" in rest):
        return None, None
    before = rest[: stretch.start]
    if _SINCE.search(before):
        return stretch.first, None
    return (None if re.search(r"(?:до|по)\s+(?:конца\s+)?$", before) else stretch.first), stretch.last


def _until(text: str, decided: date | None) -> date | None:
    """The end that «…, до конца мая» states; the end of each month or quarter is none."""
    for hit in _TO_THE_END.finditer(text):
        stretch = span(text[hit.end() :], decided)
        if stretch is not None and not text[hit.end() : hit.end() + stretch.start].strip():
            return stretch.last
    return None


def _first_day(text: str, period: str, since: date | None) -> date | None:
    """The first day after that one on which the term falls."""
    if since is None:
        return None
    if period == "week":
        return weekday(text, since)
    stated = days(text, since)
    if stated and (period == "year" or _LATER.search(text)):
        return stated[0].day
    number = _DAY_NUMBER.search(text)
    months = _MONTHS.get(period)
    if months is None or (number is None and _LAST_DAY.search(text) is None):
        return None
    closing = number is None or bool(_LAST_MONTH.search(text))
    return _next_round(int(number[1] or number[2]) if number else 31, months, since, closing)


def _next_round(number: int, months: int, since: date, closing: bool) -> date | None:
    """The next day of that number in the month after a whole period, or in its last month where the term closes it."""
    year, month = since.year, since.month
    for _ in range(14):
        if (month if closing else month - 1) % months == 0:
            last = last_of_month(year, month)
            day = last.replace(day=min(number, last.day))
            if day > since:
                return day
        year, month = year + month // 12, month % 12 + 1
    return None
