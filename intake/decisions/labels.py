"""Labelled tails and lines, «Срок: …», «(отв. – …)»: found, named and cut off the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGN = r"\s*(?::\s*[-–—]?|[-–—])\s*"
_WHAT = r"(?:исполнени[ея]|выполнени[ея]|реализаци[юи]|представления|сдачи|проведения|подготовки|завершения)"
_FOR = rf"(?:\s+(?:за\s+)?{_WHAT})?"
_PERSON = r"(?:\s+(?:исполнител[ьи]|лиц[оа]|сотрудник[и]?))?"
_NEXT = r"(?-i:(?=[А-ЯЁ]))"
_TERM = rf"(?:контрольный\s+)?срок(?:и)?{_FOR}"
_DOER = (
    rf"(?:ответственн(?:ый|ые|ая){_PERSON}{_FOR}|отв\.(?:\s*исп(?:олнител[ьи]|\.))?|исполнител[ьи]|исп\.(?=\s*[:–—-]))"
)
_DONE_BY = rf"(?:исполнить\s+(?=\S)|исполнение{_SIGN})"  # «Исполнить до 10.09.2024» after the sentence
_HELPER = r"(?:соисполнител[ьи]|соисп\.)"
_WATCH = r"(?:контролирует|контрол[ёе]р|контроль(?:\s+(?:за\s+)?(?:исполнени[яе]м?|выполнени[яе]м?))?)"
_VALUE_OF_TERM = (
    r"(?=до\b|с\s+\d|не\s+позднее|в\s+(?:течение|соответствии|срок)|к\s+\d|постоянно|не\s+(?:установлен|определ|указан)|без\s+срока|ежемес|ежекв|ежегод|еженед|\d"
    r"|январ|феврал|март|апрел|ма[йя]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)"
)

# Kind, what it looks like at the start of a line, what it looks like inside one.
LABELS: tuple[tuple[str, str, str], ...] = (
    (
        "deadline",
        rf"{_TERM}(?:{_SIGN}|\s*$|\s+{_VALUE_OF_TERM})",
        rf"(?:{_TERM}(?:{_SIGN}|\s+{_VALUE_OF_TERM})|{_DONE_BY})",
    ),
    ("helpers", rf"{_HELPER}(?:{_SIGN}|\s*$|\s+{_NEXT})", rf"{_HELPER}{_SIGN}"),
    (
        "executors",
        rf"{_DOER}(?:{_SIGN}|\s*$|\s+{_NEXT})",
        rf"(?:{_DOER}{_SIGN}|отв\.\s*(?:исп\.)?\s*{_NEXT}|(?:(?<=\()|(?-i:(?=[ОИ])))(?:ответственн(?:ый|ая|ые)|исполнител[ьи])\s+{_NEXT})",
    ),
    ("watch", rf"{_WATCH}{_SIGN}", rf"{_WATCH}{_SIGN}"),
)
_START = re.compile("|".join(rf"(?P<{kind}>\(?\s*{start})" for kind, start, _ in LABELS), re.IGNORECASE)
_INSIDE = re.compile(
    "|".join(
        rf"(?P<{kind}>(?:(?<=[.;,)»])\s*|\(\s*|(?<=\s)(?-i:(?=[А-ЯЁ])))(?<![а-яё]\s[а-яё]\s){inside})"
        for kind, _, inside in LABELS
    ),
    re.IGNORECASE,
)
_ORDER = re.compile(r"(?<=[.;])\s+(?=[А-ЯЁ][а-яё]+(?:ть|ти|чь)(?:ся)?\s)")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says: `kind` is deadline, executors, helpers or watch."""

    kind: str
    value: str


def _trim(value: str) -> str:
    value = value.strip(" ;,")
    if value.count(")") > value.count("("):
        value = value[: value.rindex(")")] + value[value.rindex(")") + 1 :]
    return re.sub(r"\.{2,}$", ".", value.strip(" ;,("))


def cut(text: str, whole_line: bool = True) -> tuple[str, tuple[Label, ...]]:
    """The sentence without its labelled tails, and the tails; nothing is left of a line that is all label."""
    first = _START.match(text) if whole_line else None
    marks = [first] if first else []
    marks += [found for found in _INSIDE.finditer(text) if not first or found.start() >= first.end()]
    if not marks:
        return text, ()
    ends = [found.start() for found in marks[1:]] + [len(text)]
    labels = tuple(
        Label(str(found.lastgroup), _trim(text[found.end() : end])) for found, end in zip(marks, ends, strict=True)
    )
    return text[: marks[0].start()].rstrip(" (,;–—-"), labels


def order_behind(text: str) -> tuple[str, tuple[Label, ...]]:
    """«Ответственный: Липов И.И. Посадить липы.»: the order that follows its labels, and the labels; or nothing."""
    hit = _ORDER.search(text) if _START.match(text) else None
    return (text[hit.end() :], cut(text[: hit.start()])[1]) if hit else ("", ())


def labels_of_line(text: str) -> tuple[Label, ...]:
    """The labels of a line that is nothing but labels; none for any other line."""
    return cut(text)[1] if _START.match(text) else ()
