"""A term phrase as a whole: which of the forms it is, the most binding reading first."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from engine.plan.calendar import last_of_month
from engine.protocol import Deadline
from intake.terms.days import Day, days, without_clock
from intake.terms.recurring import recurring
from intake.terms.relative import relative
from intake.terms.spans import Span, school_year, span
from intake.terms.words import WEEKDAYS, plain, weekday

_NONE = re.compile(
    r"^(?:нет|без срока|срок не (?:установлен|определен|указан)\w?|не (?:установлен|определен|указан)\w{0,2}|_+|-+)$"
)
_PERMANENT = re.compile(
    r"(?<![а-я])(?:постоянно|бессрочно|непрерывно|регулярно|систематически"
    r"|на (?:постоянной|регулярной|системной) основе|в постоянном режиме|весь период|весь срок"
    r"|(?:в течение|на протяжении) (?:всего|отчетного) (?:срока|периода))(?![а-я])"
)
_EVENTS = (
    r"по\s[^.;]*",
    r"(?:согласно|в соответствии с|в рамках)\s[^.;]*",
    r"в сроки?,? (?:установлен|предусмотрен|определен|указан)\w+[^.;]*",
    r"в (?:установленн|указанн|определенн|назначенн)\w+ срок\w*",
    r"на (?:ближайш|следующ|очередн)\w+ \w*\s*(?:заседани|совещани|коллеги|совет|сесси)\w*",
    r"к (?:следующ|очередн|ближайш)\w+ [а-я]+",
    r"после|перед|накануне|во время|с момента|со дня|с даты",
    r"при (?:наличии|необходимости|поступлении|возникновении|получении|выявлении)",
    r"за (?:\d+|[а-я]+) (?:рабочих |календарных )?(?:дн|недел|месяц|сут|час)\w*",
    r"за (?:день|неделю|месяц|сутки)",
    r"до (?:начал|открыти|проведени|окончани|заверше|наступлени|отъезд)\w+",
    r"в (?:период|ходе|дни|день|каникул)\w*",
    r"(?:весь |в )?отопительн\w+ (?:период|сезон)\w{0,2}",
)
_EVENT = re.compile(rf"(?<![а-я])(?:{'|'.join(_EVENTS)})(?![а-я])")
_END_WORD = r"(?:конц[ауе]|конец|окончани[яюе]|завершени[яю]|исход[ауе])"
_OPEN_START = re.compile(
    rf"(?<![а-я])(?:до|к|ко|по|не\s+позднее(?:\s+чем)?|не\s+позже|{_END_WORD}(?:\s+(?:текущ|эт)\w{{2,3}})?)\s*[\"«]?\s*$"
)
_RANGE = re.compile(r"\sпо\s|-")
_NO_SUCH_DAY = re.compile(r"(?<![\d.])\d{2}\.\d{2}\.20\d\d(?!\d)")
_NEW_YEAR = re.compile(r"(?<![а-я])(?:до|к|под) нов(?:ого|ому|ый) год[ау]?(?![а-я])")
_FROM = re.compile(r"(?<![а-я])(?:начиная\s+)?(?:с|со|от)\s*[\"«]?\s*$")
_START_OF_SCHOOL = re.compile(
    r"(?<![а-я])(до|к|ко|не позднее)\s+начал[ауо]\s+(?:(?:нов|следующ|предстоящ|очередн)\w{2,3}\s+)?"
    r"(?:20\d\d\s?[-/]\s?(?:20)?\d\d\s+)?уч"
)
_END_OF_MONTH = re.compile(
    r"(?<![а-я])(?:до|к|в) конц[ауе] (?:текущего |этого )?(месяца|недели|квартала|полугодия)(?![а-я])"
)
_BY_WEEKDAY = re.compile(rf"(?<![а-я])(?:до|к|ко|не позднее) (?:конца )?(?:{WEEKDAYS})")
# «В период март-май», «до окончания учебного года» name a stretch, not an event.
_STRETCH = re.compile(
    r"(?:в период|до (?:окончания|завершения|конца|начала)|по окончании)?\s*(?:с\s+)?(?:[\d/ -]+)?"
    r"(?:текущ\w+\s+|нов\w+\s+|20\d\d|учебн|(?:\d+-?\w{0,2}|[ivx]+) (?:кварт|полуг)|года"
    r"|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)"
)


def read_phrase(raw: str, decided: date | None) -> Deadline:
    """What a term phrase says: kind, first and last day. A phrase that is no term has kind `none`."""
    text = without_clock(re.sub(r"\s", " ", plain(raw))).strip(" .,;:()[]-")
    if not text or _NONE.match(text):
        return Deadline()
    for reader in _READERS:
        found = reader(text, decided)
        if found is not None:
            return found
    return Deadline(kind="none", note=raw.strip())


def _permanent(text: str, decided: date | None) -> Deadline | None:
    if not _PERMANENT.search(text):
        return None
    dated = _dated(text, decided)
    if dated is not None and dated.due is not None:
        return dated
    return Deadline(kind="permanent", start=dated.start if dated else None)


def _dated(text: str, decided: date | None) -> Deadline | None:
    """One or more whole days: «до D», «к D», «D», «с D», «с D по E», «D - E»."""
    found = days(text, decided, short=True)
    if not found:
        return Deadline(kind="date") if _NO_SUCH_DAY.search(text) else None
    last = found[-1]
    since = _FROM.search(text[: found[0].start])
    if len(found) == 1:
        ahead = _shared_month(text, last)
        if ahead is not None:
            return Deadline(kind="period", start=_before(ahead, last.day), due=last.day)
        if since:
            return Deadline(kind="period", start=last.day)
        return Deadline(kind="date", due=last.day)
    if since or re.fullmatch(r"\s*(?:г\.|года)?\s*-\s*", text[found[0].end : found[1].start]):
        first = found[0].day
        if not found[0].stated and last.day and first:
            first = _before((first.month, first.day), last.day)
        return Deadline(kind="period", start=first, due=last.day)
    return Deadline(kind="date", due=last.day)


def _shared_month(text: str, last: Day) -> tuple[int, int] | None:
    """The first day of «с 1 по 15 марта 2022», «01.-05.03.2022», «1-15 марта», as (month, day)."""
    hit = re.search(r"(?<![\d.])(\d{1,2})(?:\s?(?:-?го|\.(\d{2})\.?))?\s*(?:-|по|до)\s*$", text[: last.start])
    if hit is None or last.day is None or not 1 <= int(hit[1]) <= 31:
        return None
    month = int(hit[2]) if hit[2] else last.day.month
    return (month, int(hit[1])) if 1 <= month <= 12 else None


def _before(start: tuple[int, int], last: date | None) -> date | None:
    """The last such day not after that one."""
    if last is None:
        return None
    month, day = start
    try:
        made = date(last.year, month, day)
        return made if made <= last else date(last.year - 1, month, day)
    except ValueError:
        return None


def _span(text: str, decided: date | None) -> Deadline | None:
    opening = _START_OF_SCHOOL.search(text)
    found = span(text, decided)
    if found is None:
        return _end_of(text, decided)
    if opening and found.kind == "academic_year":
        return _school_begins(opening, found, decided)
    before = text[: found.start]
    if _FROM.search(before) and not _RANGE.search(text[found.start : found.end]):
        return Deadline(kind="period", start=found.first)
    if _OPEN_START.search(before):
        return Deadline(kind=found.kind, due=found.last)
    return Deadline(kind=found.kind, start=found.first, due=found.last)


def _school_begins(opening: re.Match[str], found: Span, decided: date | None) -> Deadline:
    """«К началу учебного года» is 1 September, «до начала» the day before it."""
    first = found.first
    if not found.stated and decided is not None:
        year = school_year(decided, ahead=True)
        first = date(year, 9, 1) if year else None
    if first and opening[1] in ("до", "не позднее"):
        first = date(first.year, 8, 31)
    return Deadline(kind="date", due=first)


def _new_year(text: str, decided: date | None) -> Deadline | None:
    """«До Нового года»: the last day of this one."""
    if not _NEW_YEAR.search(text):
        return None
    return Deadline(kind="date", due=date(decided.year, 12, 31) if decided else None)


def _end_of(text: str, decided: date | None) -> Deadline | None:
    if _BY_WEEKDAY.search(text):
        return Deadline(kind="date", due=weekday(text, decided) if decided else None)
    hit = _END_OF_MONTH.search(text)
    if hit is None:
        return None
    if decided is None:
        return Deadline(kind="period")
    if hit[1] == "недели":
        return Deadline(kind="period", due=date.fromordinal(decided.toordinal() + 4 - min(decided.weekday(), 4)))
    length, kind = {"месяца": (1, "month"), "квартала": (3, "quarter"), "полугодия": (6, "half_year")}[hit[1]]
    return Deadline(kind=kind, due=last_of_month(decided.year, -(-decided.month // length) * length))


def _event(text: str, decided: date | None) -> Deadline | None:
    """Something whose day the document does not fix; a stretch that is named beside it bounds it."""
    if not _EVENT.search(text) or _START_OF_SCHOOL.search(text) or _STRETCH.match(text):
        return None
    found = span(text, decided)
    if found is None or not found.stated:
        return Deadline(kind="event")
    return Deadline(kind="event", start=found.first, due=found.last)


def _anchored(text: str, decided: date | None) -> Deadline | None:
    return None if days(text, decided) else relative(text, decided)


_READERS: tuple[Callable[[str, date | None], Deadline | None], ...] = (
    recurring,
    _new_year,
    _permanent,
    _anchored,
    _dated,
    _event,
    _span,
)
