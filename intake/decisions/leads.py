"""Headings over items: to whom, with what verb, for what purpose, by when; what their children inherit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from engine.morphology import Case
from engine.protocol import Executor
from intake.decisions.actions import ends_with_action, has_action, starts_with_action
from intake.who.executors import find_addressee, read_executors
from intake.who.names import names_in
from intake.who.nominative import nominative
from intake.who.people import names

_ASKS = re.compile(
    r"^(?:рекоменд(?:овать|ации|уем|ует)|поруч(?:ить|ения)|предложить|просить|обязать|адресные\s+рекомендации|обратиться\s+к|считать\s+необходимым)(?:\s+|:?$)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^(?:адресные\s+)?(?:рекомендации|предложения|поручения|задания)\s+(?:для|в\s+адрес)\s+", re.IGNORECASE
)
_DATIVE = re.compile(
    r"^[А-ЯЁ][а-яё-]+(?:ому|ему|ым|им|ой|ей|ам|ям|у|ю)\s+[А-Яа-яё«№-]+(?:ам|ям|у|ю|е)\b", re.IGNORECASE
)
_DATIVE_NAME = re.compile(r"(?:[уюе]|[оеы]му|[оеи][вн]ой|ской)$")  # over items «Лосевой А.П.:» is told what to do
_INITIAL = re.compile(r"\s[А-ЯЁ]\.$|\.\s?[А-ЯЁ]\.$")  # the full stop of «Лугову А.Б.» closes no sentence
_SHORT = 120  # characters; what has no verb and is longer is no addressee
_AND = re.compile(r"\s*(?:,|;|и|совместно\s+со?)\s*")
_GENERIC = re.compile(r"(?:необходимо|следует|надлежит|надо|рекомендуется|поручается|следующее)\s*:?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """What a heading says: `asks` is the verb it opens with, `raw` the addressee as written, if it names one."""

    text: str
    raw: str = ""
    nominative: str = ""
    executors: tuple[Executor, ...] = ()
    asks: str = ""
    only: bool = False  # nothing but an addressee, a purpose and at most a closing verb: a heading, no item


def read_lead(text: str) -> Lead:
    """Read a text that may be a heading over items."""
    body = text.rstrip(" :")
    group = _FOR.match(body)
    if group:
        raw = body[group.end() :]
        return Lead(text, raw, raw, read_executors(raw), "рекомендовать", only=True)
    asks = _ASKS.match(body)
    start = asks.end() if asks else 0
    if _only_people(body):
        told: Case | None = "dat" if any(_DATIVE_NAME.search(who.surname) for who in names(body)) else None
        return Lead(text, body, body, read_executors(body, told), only=True)
    addressed = find_addressee(body[start:])
    if addressed is None and _DATIVE.match(body[start:]) and not has_action(body[start:]) and len(body) < _SHORT:
        named = nominative(body[start:])
        return Lead(text, body[start:], named, read_executors(named), asks.group().strip() if asks else "", only=True)
    if addressed is None:
        return Lead(text, asks=asks.group().strip() if asks else "", only=bool(asks and not has_action(body[start:])))
    rest = body[start + addressed.rest_start :].strip(" ,–—-")
    return Lead(
        text,
        addressed.raw,
        addressed.nominative,
        addressed.executors,
        asks.group().strip() if asks else "",
        _nothing_more(rest),
    )


def _nothing_more(rest: str) -> bool:
    """Does what follows the addressee leave open what is to be done?"""
    if not rest or _GENERIC.search(rest):
        return True
    if not has_action(rest):
        return True
    return ends_with_action(rest) and not has_action(rest[: rest.rstrip().rfind(" ")] if " " in rest else "")


def _only_people(text: str) -> bool:
    """«Липов И.И. и Клёнова П.П.»: the people that the items beneath are for, in the nominative."""
    people = names_in(text)
    if not people or people[0].start:
        return False
    between = [text[one.end : other.start] for one, other in pairwise(people)]
    return not text[people[-1].end :].strip(" .,") and all(_AND.fullmatch(words) for words in between)


def only_asks(text: str) -> bool:
    """«Рекомендовать:», «поручить:»: a verb for all that follows, to nobody yet."""
    asks = _ASKS.match(text.rstrip(" :"))
    return asks is not None and asks.end() >= len(text.rstrip(" :"))


def is_bare_verb(text: str) -> bool:
    """«обеспечить:» and no more: what is to be ensured follows."""
    words = text.rstrip(" :").split()
    return text.endswith(":") and 0 < len(words) <= 2 and ends_with_action(text)


def speaks_only_to(text: str) -> bool:
    """Is it the name of an addressee and nothing else, though no colon follows?"""
    if len(text) > 200 or not text[:1].isupper() or has_action(text):
        return False
    if _only_people(text):
        return True
    if text.endswith((".", ";", ",", ":")) and not _INITIAL.search(text):
        return False
    lead = read_lead(text)
    return bool(lead.raw) and lead.raw == text


def is_heading_text(text: str) -> bool:
    """Does an unnumbered paragraph stand over items: it ends with a colon and is no order by itself?"""
    if not text.endswith(":") or len(text) > 700:
        return False
    return not starts_with_action(text) or bool(_ASKS.match(text))
