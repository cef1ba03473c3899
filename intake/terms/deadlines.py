"""Terms: reads a term phrase, finds one inside a sentence, and knows a line that is labelled as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from engine.plan.regimes import Length, Regime, Said, controlled
from engine.protocol import Deadline
from intake.terms.phrase import read_phrase
from intake.terms.relative import duration
from intake.terms.sentence import terms
from intake.terms.words import plain


@dataclass(frozen=True, slots=True)
class Found:
    """A term inside a sentence: as written, what it says, and where it stands."""

    raw: str
    deadline: Deadline
    start: int = 0
    end: int = 0


_WHOSE = (
    r"(?:исполнени|выполнени|реализаци|проведени|представлени|предоставлени|сдач|завершени|рассмотрени|подготовк|контрол|отчет)"
    r"[а-яё]{1,3}"
)
_WHAT = r"(?:поручени|решени|пункт|мероприяти|отчет|протокол|информаци|материал|документ|сведени|работ|план)\w{0,3}"
_OPENING = (
    r"(?:по|до|к|не\s+поздн|с|в|янв|февр|март|апр|ма[йя]|июн|июл|авг|сент|октябр|ноябр|декабр|\d|[ivх]+\s"
    r"|постоянн|ежем|ежек|ежен|ежег|немедл|незамедл)"
)
_LABEL = re.compile(
    rf"^\W{{0,4}}(?:(?:контрольн|окончательн|предельн|планов)\w{{2,3}}\s+)?(?:срок[иа]?|дата|период)(?![а-я])"
    rf"(?:\s+{_WHOSE})?(?:\s+{_WHAT})?(?:\s+(?P<term>{_OPENING})|\s*(?:[:=.]|-))"
)
_KIND_OF_LABEL = re.compile(r"^\W{0,4}(?:дата|период)")


def read_deadline(raw: str, decided: date | None) -> Deadline:
    """What a term phrase says; `decided` is the document's day, from which terms without a year are counted."""
    return read_phrase(raw, decided)


def with_control(
    deadline: Deadline,
    raw: str,
    decided: date | None,
    regime: Regime,
    signed: date | None = None,
    registered: date | None = None,
) -> Deadline:
    """The deadline with the control day that a regime makes of its words, and with the rules that made it.

    `decided` is the document's day; it stands for the day of signing, and that for the day of registration, where
    they are not known.
    """
    measured = duration(plain(raw))
    length = Length(measured[0], measured[1]) if measured else None
    return controlled(deadline, regime, signed or decided, Said(plain(raw), length, decided), registered)


def in_working_days(raw: str) -> bool:
    """Whether a term is counted in working days: «в течение 10 рабочих дней»."""
    measured = duration(plain(raw))
    return measured is not None and measured[1] == "working_day"


def find_deadline(text: str, decided: date | None) -> Found | None:
    """The term that a sentence itself names for its action, if it names one; dates of other things are passed over."""
    found = next(terms(text, decided), None)
    return None if found is None else Found(found.raw, found.deadline, found.start, found.end)


def looks_like_deadline_line(text: str) -> str | None:
    """The term of a labelled line: «Срок: март 2022», «Срок до 12.01.2022г.», «(Срок – I квартал)»; else None."""
    smooth = plain(text)
    label = _LABEL.match(smooth)
    if label is None:
        return None
    separated = label["term"] is None
    start = label.end() if separated else label.start("term")
    raw = text[start:].strip(" \t\n\u00a0:–—-=").strip()
    raw = re.sub(r"^[.]\s*", "", raw)
    if raw.endswith(")") and raw.count(")") > raw.count("("):
        raw = raw[:-1]
    if not raw or ((not separated or _KIND_OF_LABEL.match(smooth)) and read_phrase(raw, None).kind == "none"):
        return None
    return raw.rstrip(";, ").strip()
