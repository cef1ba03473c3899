"""Terms that come round: «ежеквартально до 5 числа», «по понедельникам», «не реже одного раза в полугодие»."""

from __future__ import annotations

import re
from datetime import date, timedelta

from engine.plan.calendar import last_of_month
from engine.protocol import Deadline
from intake.terms.days import days
from intake.terms.spans import span

PERIODS = {
    "day": r"ежедневно|кажд\w{2,3}\s+день|раза?\s+в\s+(?:день|сутки)",
    "week": r"еженедельно|кажд\w{2,3}\s+недел\w|раза?\s+в\s+неделю|кажд\w{2,3}\s+(?:понедельник|вторник|сред|четверг|пятниц|суббот)\w{0,2}"
    r"|по\s+(?:понедельник|вторник|сред|четверг|пятниц)ам",
    "month": r"ежемесячно|кажд\w{2,3}\s+месяц\w{0,2}|раза?\s+в\s+месяц|следующего\s+за\s+отчетным(?:\s+месяцем)?(?!\s+(?:кварт|пери|год|полуг))",
    "quarter": r"ежеквартально|кажд\w{2,3}\s+квартал\w{0,2}|раза?\s+в\s+квартал|следующего\s+за\s+отчетным\s+кварталом|поквартально",
    "half_year": r"раза?\s+в\s+полугодие|раза?\s+в\s+полгода|кажд\w{2,3}\s+полугоди\w|(?:2|два)\s+раза\s+в\s+год|дважды\s+в\s+год|следующего\s+за\s+отчетным\s+полугоди\w+",
    "year": r"ежегодно|кажд\w{2,3}\s+(?:календарн\w{2,3}\s+|учебн\w{2,3}\s+)?год\w{0,2}|раза?\s+в\s+(?:учебный\s+)?год|следующего\s+за\s+отчетным\s+годом",
}
_PERIOD = {name: re.compile(rf"(?<![а-я])(?:{words})(?![а-я])") for name, words in PERIODS.items()}
# «Два раза в год» holds «раза в год»: the narrower words are tried first.
_PRIORITY = ("half_year", "year", "quarter", "month", "week", "day")
ANY = re.compile("|".join(rf"(?<![а-я])(?:{words})(?![а-я])" for words in PERIODS.values()))
_DAY_NUMBER = re.compile(
    r"(?:до|к|по|не позднее|не позже|-)\s*(\d{1,2})(?:\s?-?\s?(?:го|му|ого))?(?:\s+(?:числ\w{1,2}|дня)|(?=\s+(?:каждого|месяца)))|(\d{1,2})(?:\s?-?\s?(?:го|му|е|ого))?\s+числ\w{1,2}"
)
_LAST_DAY = re.compile(
    r"последн\w{2,3}\s+(?:рабоч\w{2,3}\s+)?(?:день|дня|числ\w{1,2})|до\s+конца\s+(?:каждого\s+)?(?:месяца|квартала)"
)
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот")
_END = re.compile(r"(?:до|по)\s+(?:конца\s+)?$|в течение\s+$|на протяжении\s+$")
_LATER = re.compile(r"далее|затем|впоследствии|начиная")


def recurring(text: str, decided: date | None) -> Deadline | None:
    """A term that repeats; due only where its end is stated, `recurrence` is the period and the first day."""
    period = next((name for name in _PRIORITY if _PERIOD[name].search(text)), None)
    if period is None:
        return None
    first = _first_day(text, period, decided)
    start, due = _bounds(text, period, decided)
    recurrence = f"{period} {first.isoformat()}" if first else period
    return Deadline(kind="recurring", start=start, due=due, recurrence=recurrence)


def _bounds(text: str, period: str, decided: date | None) -> tuple[date | None, date | None]:
    """The stated end: a whole day behind «до» or «по», or a stretch of time longer than the period."""
    found = [day for day in days(text, decided) if day.stated]
    if found:
        if _LATER.search(text):
            return (found[0].day, None)
        first = found[0].day if len(found) > 1 or re.search(r"(?<![а-я])с\s+$", text[: found[0].start]) else None
        last = found[-1].day if _END.search(text[: found[-1].start]) else None
        return first, last
    rest = ANY.sub(lambda hit: " " * len(hit.group()), text)
    stretch = span(rest, decided)
    if stretch is None or not (stretch.stated or "учебн" in rest):
        return None, None
    open_start = re.search(r"(?:до|по)\s+(?:конца\s+)?$", rest[: stretch.start])
    return (None if open_start else stretch.first), stretch.last


def _first_day(text: str, period: str, decided: date | None) -> date | None:
    """The first day on or after the document's on which the term falls."""
    if decided is None:
        return None
    if period == "week":
        which = next((n for n, stem in enumerate(_WEEKDAYS) if re.search(rf"(?<![а-я]){stem}", text)), None)
        return None if which is None else decided + timedelta(days=(which - decided.weekday() - 1) % 7 + 1)
    stated = days(text, decided)
    if stated and period == "year":
        return stated[0].day
    if stated and _LATER.search(text):
        return stated[0].day
    number = _DAY_NUMBER.search(text)
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}.get(period)
    if months is None or (number is None and _LAST_DAY.search(text) is None):
        return None
    return _next_round(int(number[1] or number[2]) if number else 0, months, decided)


def _next_round(number: int, months: int, decided: date) -> date | None:
    """The next day of that number in a month that follows a whole period; 0 is the last day of the period itself."""
    year, month = decided.year, decided.month
    for _ in range(14):
        opens = (month - 1) % months == 0 if number else month % months == 0
        if opens:
            last = last_of_month(year, month)
            day = last if not number else last.replace(day=min(number, last.day))
            if day > decided:
                return day
        year, month = year + month // 12, month % 12 + 1
    return None
