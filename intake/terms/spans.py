"""Stretches of time as documents write them: months, ranges of months, quarters, half-years, years, school years."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from engine.plan.calendar import last_of_month
from intake.terms.days import year_of
from intake.terms.words import MONTH, ORDINAL, YEAR, month_number, ordinal


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch with the unit that names it, and where it stands in the text."""

    kind: str  # month quarter half_year period academic_year
    first: date | None
    last: date | None
    start: int
    end: int
    stated: bool = True  # is the year written?


_SCHOOL = r"(?:учебн\w{2,3}\s+год\w{0,2}|уч\.?\s*г(?:од\w{0,2})?\.?)(?![а-я])"
_SCHOOL_YEARS = re.compile(rf"((?:20|19)\d\d)\s?(?:г\.\s?)?[-/\\]\s?((?:20|19)?\d\d)\s*(?:-?\s?(?:го|м))?\s*{_SCHOOL}")
_SCHOOL_YEAR = re.compile(rf"(?:(текущ|эт|нов|следующ|предстоящ|очередн|будущ|настоящ)\w{{2,3}}\s+)?{_SCHOOL}")
_YEARS = re.compile(
    r"(?<!\d)((?:20|19)\d\d)\s?(?:г?\.?\s?)?(?:-|и|,)\s?((?:20|19)\d\d)(?!\d)"
    r"(?:\s*-?\s*(?:год(?:ы|ов|ах|а)|гг?\.?)(?![а-я]))?"
)
_YEAR = re.compile(rf"(?<![\d./-])({YEAR})")
_BARE_YEAR = re.compile(r"(?<![а-я])(?:календарн\w{2,3}\s+)?год[ау]?(?![а-я])")
_OF = rf"(?:\s*,?\s*({YEAR}))?"
_MONTHS = re.compile(rf"{MONTH}{_OF}\s*(?:-|по|\.\.\.?|…)\s*{MONTH}{_OF}")
_LISTED = re.compile(rf"{MONTH}\s*(?:,|и|или)\s*(?:{MONTH}\s*(?:,|и|или)\s*)?{MONTH}{_OF}")
_MONTH = re.compile(rf"{MONTH}{_OF}")
_PART = re.compile(
    rf"(?:{ORDINAL}\s+(декад|половин|недел)\w{{1,3}}|(?<![а-я])(начал|середин)\w{{0,2}}"
    rf"|(последн)\w{{2,3}}\s+(?:недел|дн)\w{{1,3}})\s+{MONTH}{_OF}"
)
_QUARTER_WORD = r"(?:-?\s?(?:й|го|м|ом|ый))?\s*(?:квартал(?:а|е|у|ом|ы|ах|ов)?|кв\.)(?![а-я])"
_QUARTERS = re.compile(rf"{ORDINAL}\s*(?:-|и|,)\s*{ORDINAL}{_QUARTER_WORD}{_OF}")
_QUARTER = re.compile(rf"{ORDINAL}{_QUARTER_WORD}{_OF}")
_HALF = re.compile(rf"{ORDINAL}\s*(?:-?\s?(?:е|го|м))?\s*(полугоди|половин\w{{1,2}}\s+(?:учебного\s+)?год)\w{{0,2}}")
_SEASON = re.compile(
    r"(?<![а-я])(весн|лет|осен|зим)(?:(?:а|ы|ой|о|ом|ь|и|ью|у|е)(?![а-я])"
    rf"|н{{1,2}}\w{{2,3}}\s+(?:период\w{{0,2}}|сезон\w{{0,2}}))\s*{_OF}"
)


def span(text: str, decided: date | None) -> Span | None:
    """The widest reading of the first stretch in a plain text, or None. Finer units are tried first."""
    for reader in _READERS:
        found = reader(text, decided)
        if found is not None:
            return found
    return None


def _years_of(text: str, decided: date | None) -> Span | None:
    hit = _SCHOOL_YEARS.search(text)
    if hit:
        began = int(hit[1])
        return Span("academic_year", date(began, 9, 1), date(began + 1, 8, 31), hit.start(), hit.end())
    hit = _SCHOOL_YEAR.search(text)
    if hit is None:
        return None
    first_year = school_year(decided, ahead=(hit[1] or "") in ("нов", "следующ", "предстоящ", "очередн", "будущ"))
    if first_year is None:
        return Span("academic_year", None, None, hit.start(), hit.end(), stated=False)
    first, last = date(first_year, 9, 1), date(first_year + 1, 8, 31)
    return Span("academic_year", first, last, hit.start(), hit.end(), stated=False)


def school_year(decided: date | None, ahead: bool = False) -> int | None:
    """The year in which the school year of that day began; in July and August it is the one about to begin."""
    if decided is None:
        return None
    if decided.month >= 9:
        return decided.year + ahead
    return decided.year if ahead or decided.month >= 7 else decided.year - 1


def _half(text: str, decided: date | None) -> Span | None:
    hit = _HALF.search(text)
    if hit is None:
        return None
    which = ordinal(hit[1])
    school = _years_of(text, decided)
    if school and school.first and school.last and which <= 2:
        first, last = (
            (school.first, date(school.first.year, 12, 31))
            if which == 1
            else (date(school.last.year, 1, 1), school.last)
        )
        return Span("half_year", first, last, hit.start(), max(hit.end(), school.end))
    after = _YEAR.match(text[hit.end() :].lstrip(" ,"))
    written = after[1] if after else ""
    months = (1, 6) if which == 1 else (7, 12)
    end = text.index(written, hit.end()) + len(written) if written else hit.end()
    return _months_span("half_year", months, written, decided, (hit.start(), end))


def _quarter(text: str, decided: date | None) -> Span | None:
    hit = _QUARTERS.search(text)
    if hit:
        months = (ordinal(hit[1]) * 3 - 2, ordinal(hit[2]) * 3)
        return _months_span("period", months, hit[3] or "", decided, hit.span())
    hit = _QUARTER.search(text)
    if hit is None or ordinal(hit[1]) > 4:
        return None
    which = ordinal(hit[1])
    return _months_span("quarter", (which * 3 - 2, which * 3), hit[2] or "", decided, hit.span())


def _part(text: str, decided: date | None) -> Span | None:
    hit = _PART.search(text)
    if hit is None:
        return None
    whole = _months_span("month", (month_number(hit[5]),) * 2, hit[6] or "", decided, hit.span())
    if whole is None or whole.first is None or whole.last is None:
        return whole
    which, unit = (ordinal(hit[1]) if hit[1] else 0), hit[2] or hit[3] or hit[4]
    bounds = {
        "декад": [(1, 10), (11, 20), (21, 31)][which - 1] if 1 <= which <= 3 else (1, 31),
        "половин": (1, 15) if which == 1 else (16, 31),
        "начал": (1, 10),
        "середин": (11, 20),
        "недел": (7 * which - 6, 7 * which),
        "последн": (whole.last.day - 6, 31),
    }[unit]
    first, last = whole.first.replace(day=bounds[0]), whole.last.replace(day=min(bounds[1], whole.last.day))
    return Span("period", first, last, hit.start(), hit.end(), whole.stated)


def _months(text: str, decided: date | None) -> Span | None:
    hit = _MONTHS.search(text)
    if hit:
        months = (month_number(hit[1]), month_number(hit[4]))
        own = year_of(hit[2], decided) if hit[2] else None
        return _months_span("period", months, hit[5] or "", decided, hit.span(), own)
    hit = _LISTED.search(text)
    if hit:
        return _months_span("period", (month_number(hit[1]), month_number(hit[3])), hit[4] or "", decided, hit.span())
    hit = _MONTH.search(text)
    if hit:
        month = month_number(hit[1])
        return _months_span("month", (month, month), hit[2] or "", decided, hit.span())
    return None


def _season(text: str, decided: date | None) -> Span | None:
    hit = _SEASON.search(text)
    if hit is None:
        return None
    months = {"весн": (3, 5), "лет": (6, 8), "осен": (9, 11), "зим": (12, 2)}[hit[1]]
    return _months_span("period", months, hit[2] or "", decided, hit.span())


def _calendar_year(text: str, decided: date | None) -> Span | None:
    hit = _YEARS.search(text)
    if hit:
        return Span("period", date(int(hit[1]), 1, 1), date(int(hit[2]), 12, 31), hit.start(), hit.end())
    hit = _YEAR.search(text) or _BARE_YEAR.search(text)
    if hit is None:
        return None
    year = year_of(hit.group(), decided)
    if year is None:
        return Span("period", None, None, hit.start(), hit.end(), stated=False)
    return Span("period", date(year, 1, 1), date(year, 12, 31), hit.start(), hit.end())


def _months_span(
    kind: str,
    months: tuple[int, int],
    written: str,
    decided: date | None,
    place: tuple[int, int],
    own: int | None = None,
) -> Span | None:
    """Months of the written year, or of the year in which they next end; «ноябрь-март» runs over the New Year."""
    over = months[0] > months[1]
    year = year_of(written, decided) if written else None
    if year is None and own is not None:
        year = own + over
    if year is None and decided is not None and not written:
        year = decided.year if last_of_month(decided.year, months[1]) >= decided else decided.year + 1
    if year is None:
        return Span(kind, None, None, *place, stated=False)
    first_year = own if own is not None else year - over
    return Span(kind, date(first_year, months[0], 1), last_of_month(year, months[1]), *place, stated=bool(written))


_READERS: tuple[Callable[[str, date | None], Span | None], ...] = (
    _half, _quarter, _part, _months, _years_of, _season, _calendar_year,
)  # fmt: skip
