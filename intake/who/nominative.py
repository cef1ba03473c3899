"""«Руководителям образовательных организаций» → «Руководители образовательных организаций»: headings as names.

Only what agrees with the head of the phrase changes: its adjectives, nouns coordinated with it, participles behind a
comma. What the head governs («отделу образования», «департаменту по науке») stands as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from engine.morphology import Case, Gender, Number, Reading, inflect, parse

TOKEN = re.compile(r"\s+|[,;:()/«»\"“”]|[^\s,;:()/«»\"“”]+")
_PREPOSITIONS = frozenset(
    [
        "по",
        "за",
        "в",
        "во",
        "на",
        "с",
        "со",
        "к",
        "ко",
        "о",
        "об",
        "от",
        "для",
        "при",
        "из",
        "у",
        "над",
        "под",
        "между",
        "через",
        "без",
    ]
)
_AGREEING = ("ADJF", "PRTF")
_TEACHERS = re.compile(r"\b([Уу]чител)и(?=-|\s|$)")  # the dictionary's plural is that of «учители церкви»
NOUNS_ALONE = ("заведующ", "управляющ", "военнослужащ")  # participles by form, posts by use
_OBLIQUE: tuple[Case, ...] = ("dat", "ins", "gen", "acc", "loc")


@lru_cache(maxsize=4_000)
def nominative(phrase: str, case: Case | None = None) -> str:
    """The phrase in the nominative. `case` says which case it stands in, where the place tells: a heading is dative."""
    tokens = TOKEN.findall(phrase)
    at = head_at(tokens, case)
    if at is None:
        return phrase
    place, reading = at
    if reading.case == "nom":
        return phrase
    return _TEACHERS.sub(r"\1я", "".join(_changed(tokens, place, reading)))


def head_at(tokens: list[str], case: Case | None = None) -> tuple[int, Reading] | None:
    """The place and the reading of the noun that the phrase is about; None where an abbreviation opens it."""
    agreeing: frozenset[tuple[str, str]] = frozenset()
    for place, token in enumerate(tokens):
        if token.isspace():
            continue
        if not token[:1].isalpha() or is_abbreviation(token) or token.lower() in _PREPOSITIONS:
            return None
        following = next((word for word in tokens[place + 1 :] if not word.isspace()), "")
        reading = _as_head(token, following, case, agreeing)
        if reading is not None:
            return place, reading
        forms = {(found.case, found.number) for found in parse(token) if found.part in _AGREEING}
        agreeing = frozenset(forms) or agreeing
        if not any(found.part in (*_AGREEING, "NUMR", "CONJ") or "Apro" in found.marks for found in parse(token)):
            return None
    return None


def is_abbreviation(word: str) -> bool:
    """Capitals only, as in «МКОУ», «ШНОР», «РУО», also with a hyphen: «ИМЦ-2»."""
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and sum(sign.isupper() for sign in letters) >= len(letters) - (len(letters) > 3)


def _as_head(
    word: str, following: str, case: Case | None, agreeing: frozenset[tuple[str, str]] = frozenset()
) -> Reading | None:
    """The word as the head noun, in the stated case or the likeliest one that agrees with the adjective before."""
    readings = parse(word)
    if word.lower().startswith(NOUNS_ALONE):
        wanted_cases = (case,) if case else ("nom", *_OBLIQUE)
        return next((found for wanted in wanted_cases for found in readings if found.case == wanted), None)
    nouns = [found for found in readings if found.part == "NOUN" and found.case and "Surn" not in found.marks]
    nouns = [found for found in nouns if (found.case, found.number) in agreeing] or nouns
    adjectives = [found for found in readings if found.part in _AGREEING and found.case]
    if adjectives and (not nouns or adjectives[0].score > nouns[0].score) and _leads(adjectives, following):
        return None
    if adjectives and nouns and not nouns[0].animate and _describes(adjectives, following):
        return None
    for wanted in (case,) if case else ("nom", *_OBLIQUE):
        for found in nouns:
            if found.case == wanted:
                return found
    if case and nouns:
        return nouns[0] if nouns[0].case == "nom" else None
    return None


def _describes(adjectives: list[Reading], following: str) -> bool:
    """«Диспетчерской службе»: a room that agrees with the noun behind it is the adjective of that noun."""
    return any(
        (noun.case, noun.number, noun.gender) == (mine.case, mine.number, mine.gender)
        for mine in adjectives
        for noun in parse(following)
        if noun.part == "NOUN"
    )


def _leads(adjectives: list[Reading], following: str) -> bool:
    """Does an adjective stand before the word that it agrees with, or before another adjective or «и»?"""
    if following in ("и", ",") or not following[:1].isalpha():
        return bool(following)
    return any(
        other.case == mine.case and (other.number == mine.number)
        for mine in adjectives
        for other in parse(following)
        if other.part in ("NOUN", *_AGREEING)
    ) or any(other.part in _AGREEING for other in parse(following))


def _changed(tokens: list[str], head: int, reading: Reading) -> list[str]:
    case, number = reading.case, "pl" if reading.number == "pl" else "sg"
    out = list(tokens)
    for place in range(head):
        out[place] = _agreed(tokens[place], reading, number) or tokens[place]  # type: ignore[arg-type]
    out[head] = inflect(tokens[head], "nom", number, reading=reading) or tokens[head]  # type: ignore[arg-type]
    governed, joined, group = False, False, reading
    for place in range(head + 1, len(tokens)):
        token = tokens[place]
        if token.isspace():
            continue
        if token in (",", "(", "/"):
            governed, joined = False, True
            continue
        if token == "и":
            joined = not governed
            continue
        if token == "не":
            continue
        if token.lower() in _PREPOSITIONS or token in ("«", '"', "“"):
            governed = True
        if joined and not governed and token[:1].isalpha() and not is_abbreviation(token):
            changed, group, stays_open = _joined(token, _next_word(tokens, place), case, group)
            out[place], joined = changed or token, stays_open
            governed = governed or changed is None
        else:
            joined = False
    return out


def _next_word(tokens: list[str], place: int) -> str:
    return next((word for word in tokens[place + 1 :] if word[:1].isalpha()), "")


def _joined(word: str, following: str, case: str, group: Reading) -> tuple[str | None, Reading, bool]:
    """A word behind «и», a comma or a bracket that stands in the head's case, made nominative."""
    readings = parse(word)
    participle = next((r for r in readings if r.part == "PRTF" and r.case == case and r.number == group.number), None)
    if participle:
        return _agreed(word, group, group.number or "sg"), group, False  # type: ignore[arg-type]
    noun = next((r for r in readings if r.part == "NOUN" and r.case == case), None)
    if noun and readings[0].part == "NOUN" and noun.animate == group.animate:
        return inflect(word, "nom", noun.number or "sg", reading=noun), noun, False  # type: ignore[arg-type]
    adjective = next((r for r in readings if r.part == "ADJF" and r.case == case), None)
    if adjective:
        agrees = [r for r in parse(following) if r.part == "NOUN" and r.case == case and r.number == adjective.number]
        if agrees and agrees[0].animate == group.animate:
            return _agreed(word, agrees[0], agrees[0].number or "sg"), group, True  # type: ignore[arg-type]
        if not agrees and adjective.number == group.number and following.lower() in _PREPOSITIONS:
            return _agreed(word, group, group.number or "sg"), group, False  # type: ignore[arg-type]
    return None, group, False


def _agreed(word: str, noun: Reading, number: Number) -> str | None:
    """An adjective or participle in the nominative that agrees with a noun."""
    gender: Gender = {"f": "f", "n": "n"}.get(noun.gender, "m")  # type: ignore[assignment]
    fitting = next((r for r in parse(word) if r.part in _AGREEING and r.case == noun.case), None)
    if fitting is None:
        return None
    return inflect(word, "nom", number, gender=gender, reading=fitting)
