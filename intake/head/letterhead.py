"""The lines over a title as one name: a department below its administration is that administration's department."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.morphology import Reading, decline, parse
from intake.head.lettering import PLACES, abbreviated, ordinary

_DEPARTMENTS = "управление отдел комитет департамент министерство служба агентство сектор главк"
_OTHERS = (
    "учреждение организация центр школа лицей гимназия институт академия колледж техникум интернат школа-интернат "
    "университет дом дворец музей больница поликлиника библиотека театр сад инспекция палата дума"
)
HOSTS = frozenset(["администрация", "мэрия", "правительство", "исполком"])
DEPARTMENTS = frozenset(_DEPARTMENTS.split())
AUTHORITIES = HOSTS | DEPARTMENTS | frozenset(_OTHERS.split())
_LEGAL = frozenset(["учреждение", "организация"])
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_CONTACT = re.compile(
    r"@|http|www\.|\bтел\b|телефон|факс|\b(?:инн|кпп|огрн|окпо)\b|\b(?:ул|пр|пер)\.|\d{5,}", re.IGNORECASE
)
_LINES, _SIGNS = 24, 300  # no letterhead is longer; a document without a title has all its lines above it
_HAS_HOST = re.compile(r"\b(?:администраци|мэри[ия]|правительств|исполком)", re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?:район[а-я]*|округ[а-я]*|област[ьи]|кра[йя]|республик[аи]|города?|сел[оа]|пос[её]л[а-я]+|станиц[аы]|деревн[яи])\b"
    r"|ск(?:ий|ое|ая)\s+(?:районн|городск|областн|краев)",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(r"(?:[,-]|\b(?:и|по|в|на|для|с))$", re.IGNORECASE)


@dataclass(slots=True)
class _Sign:
    """What a letterhead was read as: bodies from above, and places named on lines of their own."""

    units: list[tuple[str, str]] = field(default_factory=list)  # lemma, name
    places: list[str] = field(default_factory=list)


def placed(name: str) -> bool:
    """Does a name say which district, town or region it is of?"""
    return bool(_PLACED.search(name))


def letterhead(lines: Sequence[str]) -> str:
    """The body that a letterhead names, in the usual order of words; '' where it names none."""
    sign = _Sign()
    last = ""
    for line in _pieces(lines):
        lemma = opening(line)
        if _CONTACT.search(line):
            continue
        goes_on = bool(sign.units) and (_ENDS_OPEN.search(last) is not None or _goes_on(line))
        if goes_on:
            lemma, name = sign.units[-1]
            sign.units[-1] = (lemma, f"{name}{'' if name.endswith('-') else ' '}{line}")
        elif lemma in PLACES or lemma == "образование":
            sign.places += [line] if lemma not in ("федерация", "область", "край", "республика") else []
        elif lemma in AUTHORITIES or lemma == "МБОУ":
            sign.units.append((lemma, line))
        elif sign.units:
            break
        last = line
    return _composed(sign)


def opening(line: str) -> str:
    """The lemma of the noun in the nominative that opens a line, behind adjectives; «МБОУ» for any abbreviation."""
    words = [found.group() for found in _WORD.finditer(line)]
    for place, word in enumerate(words[:6]):
        if abbreviated(words, place):
            return "МБОУ" if place == 0 and word not in ("РФ", "РОССИЯ") else ""
        readings = [found for found in parse(word) if found.case == "nom" and found.number == "sg"]
        nouns = [found for found in readings if found.part == "NOUN"]
        if not readings:
            return ""
        if nouns and not (readings[0].part == "ADJF" and place + 1 < len(words)):
            return nouns[0].lemma
    return ""


def _goes_on(line: str) -> bool:
    """Does a line stand in a case or begin as none of its own does: «администрации …», «по образованию», «"Школа"»?"""
    if line[:1] in '«"“(№':
        return True
    words = _WORD.findall(line)
    if not words:
        return False
    readings = parse(words[0])
    if readings[0].part in ("PREP", "CONJ"):
        return True
    nominal = [found for found in readings if found.part in ("NOUN", "ADJF", "PRTF")]
    if not nominal or readings[0].part == "VERB":
        return False
    return not any(found.case == "nom" and found.number == "sg" for found in nominal)


def _pieces(lines: Sequence[str]) -> list[str]:
    """The lines, each cut where a second body in the nominative begins outside of quotation marks."""
    found: list[str] = []
    for line in lines[:_LINES]:
        text = line.strip()[:_SIGNS]
        start = 0
        for word in _WORD.finditer(text):
            before = text[start : word.start()]
            quoted = before.count("«") + before.count('"') % 2 > before.count("»")
            begins = _names(word.group()) or (word.group().isupper() and not before.isupper() and _title(word.group()))
            if before and not quoted and begins and _after_a_name(before):
                found.append(text[start : word.start()].strip())
                start = word.start()
        found.append(text[start:].strip())
    return [piece for piece in found if piece]


def _names(word: str) -> bool:
    first: Reading = parse(word)[0]
    return first.lemma in HOSTS | DEPARTMENTS and first.case == "nom" and first.number == "sg"


def _title(word: str) -> bool:
    """May a word in capitals behind a name in small letters be the title of the paper: «… ЗАПИСЬ СОВЕЩАНИЯ»?"""
    first = parse(word)[0]
    return first.known and first.part == "NOUN" and first.case == "nom" and len(word) > 3


def _after_a_name(before: str) -> bool:
    """Is what stands before complete: its last word no adjective in the nominative, and a body among its words?"""
    words = _WORD.findall(before)
    last = parse(words[-1])[0] if words else None
    return bool(last and not (last.part == "ADJF" and last.case == "nom") and opening(before) in AUTHORITIES)


def _composed(sign: _Sign) -> str:
    units = _with_legal_form([(lemma, ordinary(name)) for lemma, name in sign.units])
    if not units:
        return ""
    lemma, name = units[-1]
    if lemma in DEPARTMENTS and not _HAS_HOST.search(name):
        for above, whose in reversed(units[:-1]):
            if above in HOSTS or (above in DEPARTMENTS and not placed(name)):
                name = f"{name} {_small(decline(whose, 'gen'))}"
            if above in HOSTS:
                break
    if sign.places and lemma in HOSTS | DEPARTMENTS and not placed(name):
        name = f"{name} {decline(ordinary(sign.places[-1]), 'gen')}"
    return ordinary(name)


def _with_legal_form(units: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """«Муниципальное учреждение» over «Отдел парков» is one body: «Муниципальное учреждение «Отдел парков»»."""
    found: list[tuple[str, str]] = []
    for lemma, name in units:
        if found and found[-1][0] in _LEGAL and found[-1][1].lower().endswith(("учреждение", "организация")):
            found[-1] = (found[-1][0], f"{found[-1][1]} «{name}»")
        else:
            found.append((lemma, name))
    return found


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]
