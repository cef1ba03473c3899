"""The only window onto holidays: the Russian production calendar, with moved days and Saturdays that are worked.

A term in working days is counted here. The calendar knows the yearly decrees up to `known_until()`; beyond it only
weekends and the holidays of the Labour Code are certain, and whoever shows such a day should say so.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def _year(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The holidays of a year (moved ones too), and the days of rest in it that are worked."""
    from holidays.countries.russia import Russia

    made: Any = Russia
    found = made(years=year)
    return frozenset(found), frozenset(getattr(found, "weekend_workdays", ()))


@lru_cache(maxsize=1)
def known_until() -> date:
    """The last day for which the moved days off have been decreed and are in the calendar."""
    from holidays.countries.russia import RussiaStaticHolidays

    return date(max(RussiaStaticHolidays.special_public_holidays), 12, 31)


def is_working(day: date) -> bool:
    """Is this a working day of the five-day week?"""
    off, worked = _year(day.year)
    if day in worked:
        return True
    return day.weekday() < 5 and day not in off


def working_day_before(day: date) -> date:
    """The last working day before this one."""
    day -= ONE_DAY
    while not is_working(day):
        day -= ONE_DAY
    return day


def working_day_after(day: date) -> date:
    """The first working day after this one."""
    day += ONE_DAY
    while not is_working(day):
        day += ONE_DAY
    return day


def add_working_days(day: date, count: int) -> date:
    """The day on which a term of so many working days ends; the day it runs from is not counted."""
    for _ in range(count):
        day = working_day_after(day)
    return day


def working_days_between(first: date, last: date) -> int:
    """How many working days there are after the first day up to the last one, the last included."""
    count, day = 0, first
    while day < last:
        day += ONE_DAY
        count += is_working(day)
    return count


def add_months(day: date, count: int) -> date:
    """The same day number so many months later, or that month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + years, month + 1
    return min(date(year, month, 1) + timedelta(days=day.day - 1), last_of_month(year, month))


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - ONE_DAY


def corrections(around: date, before: int = 400, after: int = 1100) -> tuple[frozenset[date], frozenset[date]]:
    """What corrects the five-day week around a day: the weekdays that are off, the days of rest that are worked."""
    first, last = max(1, around.toordinal() - before), min(date.max.toordinal(), around.toordinal() + after)
    span = [date.fromordinal(number) for number in range(first, last + 1)]
    off = frozenset(day for day in span if day.weekday() < 5 and not is_working(day))
    return off, frozenset(day for day in span if day.weekday() >= 5 and is_working(day))
