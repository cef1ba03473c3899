"""Terms that run from something: «в 10-дневный срок», «в течение 5 рабочих дней со дня подписания», «немедленно»."""

from __future__ import annotations

import re
from datetime import date, timedelta

from engine.plan.calendar import add_months, add_working_days
from engine.protocol import Deadline
from intake.terms.words import count

_N = r"(?<![\d.а-я])(\d{1,3}(?:\s?-?\s?(?:х|и|ти|ми)(?![а-я]))?|[а-я]{3,14}(?=\s|\())"
_IN_WORDS = r"(?:\s*\([^()]{2,20}\))?"
_SHORT = re.compile(
    r"(?<![а-я\d])(?:(\d{1,3})\s?-?\s?(?:х|и|ти|ми)?\s?-?\s?|([а-я]{0,14}))(дневн|суточн|недельн|месячн|часов)\w{2,3}\s+срок"
)
_LONG = re.compile(
    rf"{_N}{_IN_WORDS}\s*(?:(рабоч|календарн|учебн)\w{{1,3}}\s+)?(дн[яейюё]\w{{0,3}}|день|сут\w{{2,3}}|недел\w{{1,3}}|месяц\w{{0,3}}|час(?:а|ов)?)(?![а-я])"
)
_ONE = re.compile(
    r"(?:в течени[еи]|через|не позднее|спустя|не более|не позже)\s+(?:чем через\s+)?(?:(одн\w{2,3}|1)\s+)?"
    r"(?:(рабоч|календарн)\w{2,3}\s+)?(дня|суток|сутки|недел[июяь]|месяца?|полугода|часа)(?![а-я])"
)
_BARE = re.compile(r"^(?:срок\s*-?\s*)?(?:1\s+|одн\w{2}\s+)?(день|сутки|неделя|месяц)$")
_AT_ONCE = re.compile(
    r"(?<![а-я])(?:немедленно|незамедлительно|в день (?:подписания|принятия|заседания)|в тот же день|сегодня"
    r"|до конца (?:рабочего )?дня|в течение (?:рабочего )?дня(?! ))(?![а-я])"
)
_URGENT = re.compile(
    r"(?<![а-я])(?:весьма срочно|срочно|оперативно|в (?:кратчайши[ей]|сжаты[ей]|возможно короткий)\s+сроки?)"
    r"(?![а-я])"
)
_ANCHOR = re.compile(
    r"(?<![а-я])(?:(?:со|с|от)\s+(?:дня|даты|момента|числа)|после|от|(?:до|по)\s+(?=истечени|заверше|оконча|получ|поступл)|перед|"
    r"до\s+(?=начал|проведени|заседани|открыти|дня|дат|праздн|выезд|мероприят)|по\s+мере)\s*([^;.]*)"
)
_OWN = re.compile(
    r"^(?:(?:его|их|официальн\w{2,3}|настоящ\w{2,3}|данн\w{2,3})\s+)*(?:(?:подписани|приняти|утверждени|регистраци|издани|вынесени|оформлени)[а-я]\s*)?"
    r"(?:проведени[яе]\s+)?(?:(?:настоящ|данн|указанн)\w{2,3}\s+)?"
    r"(?:протокол\w{0,3}|решени[яе]|постановлени[яе]|распоряжени[яе]|приказа|резолюци[и]|документа|поручени[яе]|заседани[яе]|совещани[яе]|коллеги[и])?(?![а-я])"
)


def at_once(text: str) -> bool:
    """Is the day itself the term: «немедленно», «незамедлительно»?"""
    return bool(_AT_ONCE.search(text))


def urgent(text: str) -> bool:
    """A term that only a regime turns into days: «срочно», «оперативно»."""
    return bool(_URGENT.search(text))


def duration(text: str) -> tuple[int, str, int, int] | None:
    """Amount, unit (day, working_day, month) and place of a stated duration."""
    hit = _SHORT.search(text)
    if hit:
        amount = count(hit[1] or hit[2]) if hit[1] or hit[2] else 1
        if amount:
            return _measured(amount, hit[3], "", hit)
    hit = _LONG.search(text)
    if hit:
        amount = count(re.sub(r"\s?-?\s?(?:х|и|ти|ми)$", "", hit[1]) if hit[1][0].isdigit() else hit[1])
        if amount:
            return _measured(amount, hit[3], hit[2] or "", hit)
    hit = _ONE.search(text)
    if hit:
        return _measured(6 if hit[3] == "полугода" else 1, hit[3], hit[2] or "", hit)
    hit = _BARE.search(text)
    return _measured(1, hit[1], "", hit) if hit else None


def _measured(amount: int, unit: str, sort: str, hit: re.Match[str]) -> tuple[int, str, int, int]:
    if unit.startswith(("месяц", "месячн", "полугод")):
        return amount, "month", hit.start(), hit.end()
    if unit.startswith("час"):
        return max(1, -(-amount // 24)), "day", hit.start(), hit.end()
    if unit.startswith("недел"):
        return amount * 7, "day", hit.start(), hit.end()
    return amount, "working_day" if sort == "рабоч" else "day", hit.start(), hit.end()


def anchored_to_event(text: str) -> bool:
    """Does the term run from something other than the document itself?"""
    hit = _ANCHOR.search(text)
    if hit is None:
        return False
    what = hit[1].strip()
    own = _OWN.match(what)
    if not what or own is None or not own.group().strip():
        return True
    # «со дня подписания соглашения» is signed another day than the protocol is.
    return bool(
        re.match(
            r"\s+(?!(?:и|от|№|в|на|коллеги|комисси|совет|рабоч|штаб|кдн|настоящ|протокол|решени)(?![а-я])?)[а-я]",
            what[own.end() :],
        )
    ) and not _names_document(own.group())


def _names_document(text: str) -> bool:
    return bool(
        re.search(
            r"протокол|решени|постановлени|распоряжени|приказа|резолюци|документа|поручени|заседани|совещани|коллеги",
            text,
        )
    )


def relative(text: str, decided: date | None) -> Deadline | None:
    """A term computed from the document's day, which is not counted itself."""
    if at_once(text):
        behind = re.search(r"(?<![а-я])(?:после|по)\s+(?!мере)[а-я]{4,}", text)
        return Deadline(kind="event") if behind else Deadline(kind="relative", due=decided)
    measured = duration(text)
    if measured is None:
        return Deadline(kind="relative") if urgent(text) else None
    if anchored_to_event(text[measured[3] :]) or re.search(r"(?<![а-я])за\s+$", text[: measured[2]]):
        return Deadline(kind="event")
    return Deadline(kind="relative", due=due_after(decided, measured[0], measured[1]) if decided else None)


def due_after(day: date, amount: int, unit: str) -> date:
    """The last day of a term that runs from a day."""
    if unit == "month":
        return add_months(day, amount)
    return add_working_days(day, amount) if unit == "working_day" else day + timedelta(days=amount)
