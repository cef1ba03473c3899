"""Values as days, numbers, people and series: what a thing holds, understood for comparison."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from engine.rules.folding import plain
from engine.rules.thing import Scene, Value

# A number as people write it: the sign, up to thirty digits, thousands apart or not.
NUMBER = re.compile(r"([-‑–−]?)([0-9]{1,20}|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}){1,6})(?:[.,]([0-9]{1,10}))?")
MOST = 10**20  # a whole number that was brought as such is smaller
_YEAR = re.compile(r"[0-9]{4}")


def is_stated(value: Value) -> bool:
    """Whether there is something in it; a term of no kind and without a day is none."""
    if isinstance(value, str):
        return value != "" and value != "none"
    if value is None or isinstance(value, date):
        return value is not None
    if isinstance(value, Mapping):
        return any(is_stated(part) for part in value.values())
    return value != ()


def size(value: Value) -> int:
    """How many values it is: people and series count as their number, anything else as one."""
    if isinstance(value, tuple | list):
        return len(value)
    if isinstance(value, Mapping) and all(_YEAR.match(name) for name in value):
        return sum(is_stated(part) for part in value.values())
    return 1 if is_stated(value) else 0


def as_day(value: Value) -> date | None:
    """The day of a value: a date, its text, or the day on which a term is due."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str):
        return day_of(value)
    return as_day(value.get("due") or value.get("end")) if isinstance(value, Mapping) else None


def day_of(text: str) -> date | None:
    """The day that a text is in the one form in which days are kept: 2026-05-20."""
    if len(text) != 10 or text[7] != "-":  # 2026-W21-3 is as long
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def as_number(value: Value) -> Fraction | None:
    """The number of a value, without rounding; people count as their number."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return Fraction(value)
    if isinstance(value, tuple | list):
        return Fraction(len(value))
    return number_of(value) if isinstance(value, str) else None


def number_of(text: str) -> Fraction | None:
    """The number that a text is, in per cent or not; anything else is none: 70-75, 1e999, a page of digits."""
    found = NUMBER.fullmatch(text.removesuffix("%").strip())
    if found is None:
        return None
    sign, whole, part = found.groups(default="")
    digits = "".join(whole.split()) + part
    return Fraction(-int(digits) if sign else int(digits), 10 ** len(part))


def is_number(value: object) -> bool:
    """Whether a value can be kept as a number: what is kept is understood when it is judged."""
    if isinstance(value, str):
        return number_of(value) is not None
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < MOST


def as_names(value: Value) -> dict[str, str]:
    """The people of a value: spelling folded for comparison → as written."""
    if isinstance(value, str):
        return {plain(value): value} if value else {}
    if isinstance(value, tuple | list):
        return {folded: name for part in value for folded, name in as_names(part).items()}
    return as_names(value.get("name")) if isinstance(value, Mapping) else {}


def as_text(value: Value) -> str:
    """A value as one writes it; of a term, its kind."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return ", ".join(as_text(part) for part in value)
    if isinstance(value, Mapping):
        return str(value.get("kind") or value.get("due") or "")
    return value.isoformat() if isinstance(value, date) else str(value)


def as_series(value: Value) -> tuple[tuple[str, Fraction], ...]:
    """A series by year: from a mapping year → value, or from pairs, or from values in their order."""
    pairs = list(value.items()) if isinstance(value, Mapping) else []
    if isinstance(value, tuple | list):
        for place, part in enumerate(value):
            pairs.append(
                (str(part[0]), part[1]) if isinstance(part, tuple | list) and len(part) == 2 else (f"{place:04}", part)
            )
    numbers = [(year, as_number(part)) for year, part in pairs]
    return tuple(sorted((year, number) for year, number in numbers if number is not None))


def as_span(value: Value) -> tuple[date, date] | None:
    """From which day to which a period lasts: a start and an end, a year «2026», a school year «2025/2026».

    Years of a list, or of a series of values by year, last from the first to the last.
    """
    if value is None or isinstance(value, date):
        return (value, value) if value else None
    if isinstance(value, str):
        return _span_of(value)
    if isinstance(value, Mapping):
        start, end = as_day(value.get("start")), as_day(value.get("end") or value.get("due"))
        if start and end:
            return start, end
        return as_span(tuple(value)) if value and all(_YEAR.match(year) for year in value) else None
    if isinstance(value, tuple | list):
        spans = [span for part in value if (span := as_span(part))]
        return (min(s for s, _ in spans), max(e for _, e in spans)) if spans and len(spans) == len(value) else None
    return _span_of(as_text(value))


def _span_of(text: str) -> tuple[date, date] | None:
    day = day_of(text)
    if day:
        return day, day
    first, _, second = text.replace("-", "/").partition("/")
    if not _YEAR.fullmatch(first) or int(first) == 0:
        return None
    if not second:
        return date(int(first), 1, 1), date(int(first), 12, 31)
    if _YEAR.fullmatch(second) and int(second) == int(first) + 1:
        return date(int(first), 9, 1), date(int(second), 8, 31)
    return None


def later(day: date, period: str, scene: Scene) -> date:
    """The last day of a period that begins with a day, which is not counted; at most the last day of the calendar."""
    try:
        return _later(day, period, scene)
    except (OverflowError, ValueError):
        return date.max


def _later(day: date, period: str, scene: Scene) -> date:
    amount, unit = int(period.partition(" ")[0]), period.partition(" ")[2]
    if unit == "working day":
        while amount:
            day += timedelta(days=1)
            amount -= _is_worked(day, scene)
        return day
    if unit in ("month", "year"):
        months = day.month - 1 + amount * (12 if unit == "year" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return day + timedelta(days=amount * (7 if unit == "week" else 1))


def _is_worked(day: date, scene: Scene) -> bool:
    return day in scene.days_on or (day.weekday() < 5 and day not in scene.days_off)
