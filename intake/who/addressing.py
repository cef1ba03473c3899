"""The addressee that opens an item or a heading: «Комитету по образованию … во взаимодействии с … провести …»."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from engine.morphology import Case, parse
from engine.protocol import Executor
from intake.decisions.actions import is_infinitive, starts_with_action
from intake.terms.sentence import leading
from intake.terms.words import plain
from intake.who.nominative import TOKEN, head_at, nominative
from intake.who.parties import head_of
from intake.who.party_reading import read_executors
from intake.who.people import names, trimmed


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is told to act: as written, in the nominative, as executors; the item's own words begin at `rest_start`."""

    raw: str
    nominative: str
    executors: tuple[Executor, ...]
    rest_start: int


_ASKING = re.compile(
    r"^\s*(?:рекомендовать|поручить|предложить|просить|обязать|предписать|указать|рекомендации\s+для|для|рекомендуется|предлагается|поручается)\s+(?=\S)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?<![а-я])(?:(?:в\s+)?срок[иа]?(?![а-я])|(?:до|к|с)\s+\d|(?:до|к)\s+(?:конц|окончани|начал)|в\s+течени[еи]|не\s+поздн\w+|не\s+позже|в\s+цел(?:ях|ью)|с\s+целью|для\s+(?:обеспечения|повышения|достижения)"
    r"|в\s+(?:связи|период|дни|ходе)|в\s+соответствии|на\s+основании|по\s+(?:итогам|результатам|мере)|с\s+уч[её]том|при\s+(?!участии|содействии|поддержке|администраци|правительств|министерств)|учитывая|исходя"
    r"|ежеквартально|ежемесячно|ежегодно|еженедельно|ежедневно|постоянно|на\s+постоянной|незамедлительно|немедленно|систематически|после(?![а-я])|необходимо|следует|надлежит|дополнительно|также|ещ[её]\s+раз"
    r"|(?:в|во)\s+(?:\d|январ|феврал|март|апрел|мае|июн|июл|август|сентябр|октябр|ноябр|декабр|[а-я\d-]+\s+(?:дневн\w+\s+)?срок|[ivx]+\s+квартал|(?:перв|втор|трет|последн)\w+\s+(?:декад|половин|недел|квартал|полугод))|совместно\s+(?!с)|до\s+(?:январ|феврал|март|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*)"
)
_WORD = re.compile(r"[А-Яа-яЁё-]+|[:.«»()]")
_ACTING = re.compile(r"(?:и\.\s?о\.|врио|вр\.\s?и\.\s?о\.|исполняющ)\s*[а-яё]", re.IGNORECASE)
_VERB = re.compile(r"(?:ть|ти|чь)(?:ся)?$")
_HEADING = 260
_GROUND = re.compile(
    r"\s*(?:после|по\s+(?:итогам|результатам|завершении|окончании|мере)|на\s+осно(?:ве|вании)|с\s+уч[её]том|исходя\s+из"
    r"|в\s+(?:целях|связи|соответствии|рамках)|во\s+исполнение|с\s+целью)\s",
    re.IGNORECASE,
)
_BORDER = re.compile(r"[,)]\s+(?=[А-Яа-яё])")
_CONTROL = re.compile(
    r"возложить\s+(?:[^.]{0,200}?(?<![а-яё])на\s+)?(?P<who>.+)"
    r"|возлага\w+\s+на\s+(?P<whom>.+)"
    r"|(?<![а-яё])контрол[а-яё]{1,12}(?![а-яё])[^.]{0,160}?(?:\s[–—-]\s+за|(?:оставить|закрепить|сохранить)\s+за)\s+(?P<by>.+)"
    r"|^\W*контроль(?:\s+[а-яё]+){0,6}\s*(?::|\s[–—-])\s+(?P<name>[А-ЯЁ].+)"
    r"|(?<![а-яё])(?:контрол[а-яё]{1,12}|исполнени[а-яё]{1,3})(?![а-яё])[^.]{0,200}?(?:поручить|осуществлять)\s+(?P<to>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ANSWERS = re.compile(
    r"(?:^|[.;]\s+)(?:персональн[а-яё]+\s+)?(?:ответственность|исполнение|организаци[юя]|проведение)(?![а-яё])[^.;]{0,120}?"
    r"\s(?:возложить|возлагаю|возлагается)\s+на\s+(?P<on>.+)|(?:^|[.;]\s+)за\s+[^.;]{1,60}?\sотвеча[ею]т\s+(?P<name>.+)",
    re.IGNORECASE,
)
_CONTROL_CASES: dict[str, Case] = {"who": "acc", "whom": "acc", "by": "ins", "name": "nom", "to": "dat"}
_TERM_BEHIND = re.compile(r"\s*\(?(?<![а-яё])срок(?![а-яё])", re.IGNORECASE)


def find_addressee(text: str) -> Addressee | None:
    """The addressee that opens an item or a heading, or stands behind the ground that opens it, before its verb."""
    if not _GROUND.match(text):
        return _opening(text)
    for start in _behind_ground(text):
        found = _opening(text[start:])
        if found is not None and found.rest_start and starts_with_action(text[start + found.rest_start :]):
            return replace(found, rest_start=start + found.rest_start)
    return None


def _behind_ground(text: str) -> list[int]:
    """Where an addressee may begin, before the verb: behind a comma or bracket, at a man's name in the dative.

    «По итогам доклада Липовой И.И. подготовить …» names whose report it was.
    """
    verb = next((hit.start() for hit in _WORD.finditer(text) if is_infinitive(hit.group())), len(text))
    told = {who.start for who in names(text[:verb]) if who.surname.endswith(("у", "ю"))}
    return sorted(told | {hit.end() for hit in _BORDER.finditer(text, 0, verb)})


def _opening(text: str) -> Addressee | None:
    """The addressee at the very start, if the text opens with one; a heading may be nothing else."""
    lead = _ASKING.match(text)
    start = lead.end() if lead else len(text) - len(text.lstrip(" \t-–—•*\u00a0"))
    case = _case_behind(lead.group().split()[0].lower() if lead else "")
    term = leading(text[start:], None)
    start += term.end if term is not None else 0
    end, closed = _end(text, start)
    raw = trimmed(text[start:end])
    if not raw or len(raw) > _HEADING or not _names_somebody(raw, case, closed):
        return None
    executors = read_executors(raw, case)
    if not executors:
        return None
    named = ", ".join(_told(one) for one in executors) if _all_people(executors) else _nominative(raw, case)
    rest = end + (text[end : end + 1] == ":")
    return Addressee(raw, named, executors, rest + len(text[rest:]) - len(text[rest:].lstrip()))


def _case_behind(verb: str) -> Case:
    if verb in ("для", "рекомендации"):
        return "gen"
    return "acc" if verb in ("обязать", "просить") else "dat"


def _end(text: str, start: int) -> tuple[int, str]:
    """Where the addressee ends, and what closes it: a verb, a colon, a term, or nothing (then it is a heading)."""
    depth = 0
    stop = _STOP.search(plain(text), start)
    for hit in _WORD.finditer(text, start):
        word = hit.group()
        if stop and hit.start() >= stop.start() and depth == 0:
            return stop.start(), "term"
        depth = max(0, depth + (word in "«(") - (word in "»)")) if len(word) == 1 else depth
        if depth or (len(word) == 1 and word not in ":"):
            continue
        if word == ":":
            return hit.start(), "colon"
        if _VERB.search(word) and any(found.part == "INFN" for found in parse(word)[:2]):
            return hit.start(), "verb"
    return len(text.rstrip()), ""


def _names_somebody(raw: str, case: Case, closed: str) -> bool:
    """Is there a party in the case that the place asks for?"""
    people = names(raw)
    if people and people[0].start == 0:
        return True
    if people and _ACTING.match(raw):
        return True
    head = head_of(raw, case)
    if head is None:
        return case == "dat" and closed in ("verb", "colon") and _is_dative(raw)
    if head.lemma.isupper():
        return closed != "" or len(raw) < 120
    if head.case == case:
        return True
    return head.case == "nom" and closed == "colon" and len(raw) < 160


def _is_dative(raw: str) -> bool:
    """Whoever stands in the dative before a verb is to act, whatever the noun: «Районным кружкам провести …»."""
    at = head_at(TOKEN.findall(raw), "dat")
    return at is not None and at[1].case == "dat" and not any(r.case in ("nom", "acc") for r in parse(at[1].word))


def _all_people(executors: tuple[Executor, ...]) -> bool:
    return all(one.type == "person" for one in executors)


def _told(one: Executor) -> str:
    return f"{one.name}, {one.position}" if one.position and one.position != one.name else one.name


def _nominative(raw: str, case: Case) -> str:
    head = head_of(raw, case)
    return raw if head is not None and head.case != case else nominative(raw, case)


def find_answering(text: str) -> tuple[Executor, ...]:
    """Who is to answer for it, said in a sentence: «Исполнение возложить на …», «За подготовку отвечает …»."""
    hit = _ANSWERS.search(text)
    if hit is None:
        return ()
    return read_executors(trimmed(hit["on"] or hit["name"]), "acc" if hit["on"] else "nom")


def find_controller(text: str) -> Executor | None:
    """Whom «Контроль … возложить на …» names; None where nobody is named, as in «оставляю за собой»."""
    hit = _CONTROL.search(text)
    if hit is None:
        return None
    case: Case = _CONTROL_CASES[str(hit.lastgroup)]
    who = trimmed(_TERM_BEHIND.split(hit[str(hit.lastgroup)])[0])
    found = read_executors(who, case)
    return replace(found[0], role="controller") if found else None
