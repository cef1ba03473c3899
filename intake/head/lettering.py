"""Names in capitals in ordinary case: «УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЛУГОВОГО РАЙОНА» → «Управление … Лугового района»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.morphology import Reading, parse

_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_QUOTED = re.compile(r"[\"“„]([^\"“”„]+)[\"”“]")
_SHORTENED = (
    (re.compile(r"\bг\.\s*(?=[А-ЯЁ])", re.IGNORECASE), "города "),
    (re.compile(r"\bр-на\b", re.IGNORECASE), "района"),
    (re.compile(r"\bобл\.", re.IGNORECASE), "области"),
    (re.compile(r"\bм\.\s?р\.", re.IGNORECASE), "муниципального района"),
    (re.compile(r"\bг\.\s?о\.", re.IGNORECASE), "городского округа"),
)
_PARTICLES = "а без в во для за и из или к ко на не о об от по под при с со у"
_PLACES = "район округ город область край республика село посёлок поселок поселение станица федерация улус аул деревня"
_SETTLEMENTS = "город село посёлок поселок станица деревня аул хутор республика имя"
_WIDTHS = "муниципальный городской сельский автономный национальный районный областной краевой"
_TRADE = (
    "администрация управление отдел комитет департамент мэрия район округ область край город образование наука "
    "культура спорт политика молодёжь молодежь муниципальный городской сельский районный"
)
_SMALL = frozenset(_PARTICLES.split())
# A proper adjective stands before these …
PLACES = frozenset(_PLACES.split())
_NAMED = frozenset(_SETTLEMENTS.split())  # … a name behind these
# … and these say what sort of place it is, not which.
_SORTS = frozenset(_WIDTHS.split())
# Nouns that some papers capitalise in the middle of a name, where a name has them small.
_COMMON = frozenset(_TRADE.split())


def ordinary(text: str) -> str:
    """A name in ordinary case, its quotation marks «», its shortened words of place written out."""
    text = _QUOTED.sub(r"«\1»", re.sub(r"\s+", " ", text)).strip(" *_")
    for pattern, full in _SHORTENED:
        text = pattern.sub(full, text)
    words = list(_WORD.finditer(text))
    said = [word.group() for word in words]
    out, end = "", 0
    for place, word in enumerate(words):
        out += text[end : word.start()]
        opens = not out or out.endswith("«")
        initial = len(word.group()) == 1 and word.group().isupper() and text[word.end() : word.end() + 1] == "."
        named = place > 0 and len(said[place - 1]) == 1 and text[word.start() - 2 : word.start()].strip() == "."
        out += word.group() if initial else _capital(word.group()) if named else _cased(said, place, opens)
        end = word.end()
    return out + text[end:]


def _cased(words: Sequence[str], place: int, opens: bool) -> str:
    word = words[place]
    if abbreviated(words, place):
        return word
    if word.lower() in _SMALL and word.isupper():
        return word.lower()
    if opens:
        if word.isupper():
            return _capital(word) if _proper(words, place) else word.capitalize()
        return word[:1].upper() + word[1:]
    if not word.isupper():
        return word.lower() if word.istitle() and _lemma(word) in _COMMON and not _proper(words, place) else word
    return _capital(word) if _proper(words, place) else word.lower()


def abbreviated(words: Sequence[str], place: int) -> bool:
    """Is a word in capitals an abbreviation («МБОУ», «ЦОКО»): neither in the dictionary nor the name of a place?"""
    word = words[place]
    if not word.isupper() or word.lower() in _SMALL or len(word) == 1 or len(word) > 7:
        return False
    readings = parse(word)
    if any(reading.known and "Abbr" not in reading.marks for reading in readings):
        return len(word) == 2
    if place and _lemma(words[place - 1]) in (*_NAMED, "округ"):
        return False
    return not (len(word) > 5 and any(reading.part == "ADJF" or "Geox" in reading.marks for reading in readings))


def _proper(words: Sequence[str], place: int) -> bool:
    readings = parse(words[place])
    if any(reading.part == "ADJF" for reading in readings):
        return _proper_adjective(words, place, readings)
    before = _lemma(words[place - 1]) if place else ""
    lemma = readings[0].lemma
    if lemma in ("республика", "федерация"):
        after = words[place + 1] if place + 1 < len(words) else ""
        return _is_named(words, place - 1) or (bool(after) and parse(after)[0].part == "NOUN")
    if before == "округ":
        return lemma not in PLACES and any(reading.case == "nom" for reading in readings)
    return (before in _NAMED and lemma not in PLACES) or "Geox" in readings[0].marks


def _proper_adjective(words: Sequence[str], place: int, readings: Sequence[Reading]) -> bool:
    if _sort(words[place]):
        return False
    if not any(reading.known for reading in parse(words[place].rpartition("-")[2])):
        return True
    ahead = place + 1
    while ahead < len(words) and _sort(words[ahead]):
        ahead += 1
    if ahead < len(words) and _lemma(words[ahead]) in PLACES:
        return True
    return bool(place) and _lemma(words[place - 1]) in _NAMED


def _is_named(words: Sequence[str], place: int) -> bool:
    return place >= 0 and any(reading.part == "ADJF" for reading in parse(words[place])) and not _sort(words[place])


def _sort(word: str) -> bool:
    return any(reading.lemma in _SORTS for reading in parse(word))


def _lemma(word: str) -> str:
    return parse(word)[0].lemma


def _capital(word: str) -> str:
    """«УСТЬ-ЛУЖСКОГО» → «Усть-Лужского», «РОСТОВА-НА-ДОНУ» → «Ростова-на-Дону»."""
    return "-".join(part.lower() if part.lower() in _SMALL else part.capitalize() for part in word.split("-"))
