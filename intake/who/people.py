"""People as documents name them: «С.Л.Щепелина», «Аксенова С.А», «Ю.В. Таушанкову», «Ким Оксана Викторовна»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from engine.morphology import inflect, parse

_SURNAME = r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{3,}(?:-[А-ЯЁ]{3,})?)"
_INITIALS = r"[А-ЯЁ]\s?\.\s?(?:[А-ЯЁ](?:\s?\.|(?![а-яёА-ЯЁ])))?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич(?:а|у|ем|ем)?|вн(?:а|ы|е|у|ой)|ич(?:а|у|ем)?|ичн(?:а|ы|е|у|ой)|оглы|кызы)"
PERSON = re.compile(
    rf"(?<![А-ЯЁа-яё-])(?:(?P<s1>{_SURNAME})\s+(?P<n1>[А-ЯЁ][а-яё]+)\s+(?P<p1>{_PATRONYMIC})(?![а-яё])"
    rf"|(?P<n3>[А-ЯЁ][а-яё]+)\s+(?P<p3>{_PATRONYMIC})\s+(?P<s3>{_SURNAME})(?![а-яё])"
    rf"|(?P<s2>{_SURNAME})\s+(?P<i2>{_INITIALS})(?!\s?[А-ЯЁ]\.)"
    rf"|(?P<i4>{_INITIALS})\s*(?P<s4>{_SURNAME})(?![а-яё]))"
)
_NEAR = 60
_NAMED_AFTER = re.compile(r"(?:им\.|имени|ул\.|улица|пр\.|героя|памяти)\s*(?:[а-яё]+\s+){0,3}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in a text: «Фамилия И.О.», and its place."""

    surname: str
    initials: str
    start: int
    end: int
    case: str = ""  # as the patronymic tells it, where it is written out


@lru_cache(maxsize=4_000)
def names(text: str) -> tuple[Name, ...]:
    """The people that a text names, in order; streets and schools named after somebody are passed over."""
    found = []
    for hit in PERSON.finditer(text):
        if _NAMED_AFTER.search(text[max(0, hit.start() - _NEAR) : hit.start()]):
            continue
        surname = hit["s1"] or hit["s2"] or hit["s3"] or hit["s4"]
        if _is_word(surname, hit):
            continue
        initials = hit["i2"] or hit["i4"] or f"{hit['n1'] or hit['n3']} {hit['p1'] or hit['p3']}"
        end = hit.end() - len(hit.group()) + len(hit.group().rstrip())
        case = _patronymic_case(hit["p1"] or hit["p3"] or "")
        found.append(Name(surname, _initials(initials), hit.start(), end, case))
    return tuple(found)


def _is_word(surname: str, hit: re.Match[str]) -> bool:
    """«Школа А.» is no person: a common noun before one initial, unless the dictionary has it for a surname too."""
    if hit["s1"] or hit["s3"] or (surname.isupper() and len(surname) > 5):
        return False
    if len(re.findall(r"[А-ЯЁ]", hit["i2"] or hit["i4"])) > 1:
        return False
    readings = parse(surname)
    nouns = len(surname) > 2 and any(r.part == "NOUN" for r in readings)  # «Ан К.», «Ли К.»: no noun is written so
    return surname.isupper() or (nouns and not any("Surn" in r.marks or not r.known for r in readings))


def trimmed(text: str) -> str:
    """Without the punctuation round it, but with the full stop of an initial or of «др.»."""
    text = text.strip(" \t\n\u00a0,;:–—-")
    return text if _ABBREVIATED.search(text) else text.rstrip(" .;,")


_ABBREVIATED = re.compile(r"(?:(?<![А-ЯЁа-яё])[А-ЯЁ]|(?<![а-яё])(?:др|пр|т\.\s?д|т\.\s?п))\.$")


def _patronymic_case(patronymic: str) -> str:
    for ending, case in (
        ("чу", "dat"),
        ("ча", "acc"),
        ("чем", "ins"),
        ("не", "dat"),
        ("ну", "acc"),
        ("ной", "ins"),
        ("ны", "acc"),
    ):
        if patronymic.endswith(ending):
            return case
    return ""


def _initials(text: str) -> str:
    letters = re.findall(r"[А-ЯЁ]", text)
    return "".join(f"{letter}." for letter in letters[:2])


def is_surname(text: str) -> bool:
    """Is the text a surname and nothing else?"""
    return bool(re.fullmatch(_SURNAME, text)) and not text.isupper() and "Surn" in parse(text)[0].marks


def full_name(name: Name, case: str = "nom") -> str:
    """«Фамилия И.О.» in the nominative; `case` is the case that the place gives the name."""
    surname = name.surname.capitalize() if name.surname.isupper() else name.surname
    parts = [surname_nominative(part.capitalize(), name.case or case) for part in surname.split("-")]
    return f"{'-'.join(parts)} {name.initials}"


_STEM = r"(?:ов|ев|ёв|ин|ын)"


@lru_cache(maxsize=4_000)
def surname_nominative(surname: str, case: str) -> str:
    """A surname in the nominative. The sex is not in the initials, so the ending and the case of the post decide."""
    for pattern, ending in _ENDINGS[case]:
        hit = re.search(pattern, surname)
        if hit:
            return surname[: hit.start()] + hit[1] + ending
    return _by_dictionary(surname, case) or surname


_CERTAIN = (  # forms that no nominative has
    (r"(ск|цк)(?:ому|ого|им)$", "ий"),
    (r"(ск|цк)(?:ую)$", "ая"),
    (rf"({_STEM})ым$", ""),
    (r"(ч|ш|щ|ж|г|к|х)(?:ому|ого)$", "ий"),
    (r"([бвгджзклмнпрстфхцчшщ])(?:ому|ого)$", "ый"),
    (r"([бвгджзклмнпрстфхцчшщ])(?:ую)$", "ая"),
)
_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "nom": (*_CERTAIN, (r"(ов|ев|ёв)у$", ""), (r"([а-яё]{3,}(?:ин|ын))у$", "")),
    "dat": (
        *_CERTAIN,
        (rf"({_STEM})у$", ""),
        (rf"({_STEM})ой$", "а"),
        (r"(ск|цк|н|ж|ш|ч)(?:ой|ей)$", "ая"),
        (r"([бвгджзклмнпрстфхцчшщ])у$", ""),
        (r"([бвгджзлмнпрстф])ю$", "ь"),
        (r"([аеиоуыэюя])ю$", "й"),
        (r"([бвгджзклмнпрстфхцчшщ])е$", "а"),
    ),
    "acc": (
        *_CERTAIN,
        (rf"({_STEM})у$", "а"),
        (rf"({_STEM})ой$", "а"),
        (rf"({_STEM})а$", ""),
        (r"(ск|цк|н|ж|ш|ч)(?:ой|ей)$", "ая"),
        (r"([бвгджзклмнпрстфхцчшщ])у$", "а"),
        (r"([бвгджзклмнпрстфхцчшщ])а$", ""),
        (r"([бвгджзлмнпрстф])я$", "ь"),
        (r"([аеиоуыэюя])я$", "й"),
    ),
    "ins": (
        *_CERTAIN,
        (rf"({_STEM})ой$", "а"),
        (r"(ск|цк|н|ж|ш|ч)(?:ой|ей)$", "ая"),
        (r"([бвгджзклмнпрстфхцчшщ])ом$", ""),
    ),
}
_ENDINGS["gen"] = tuple((p, "" if (p, e) == (r"([бвгджзклмнпрстфхцчшщ])у$", "а") else e) for p, e in _ENDINGS["acc"])
_ENDINGS["loc"] = ()


def _by_dictionary(surname: str, case: str) -> str | None:
    """For the rest, what the dictionary of surnames says, if it knows one that stands in this case."""
    if case == "nom":
        return None
    for reading in parse(surname):
        if "Surn" in reading.marks and reading.case == case and reading.known:
            return inflect(surname, "nom", reading=reading)
    return None
