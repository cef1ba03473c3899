"""The only window onto pymorphy3: Russian words are parsed, inflected and declined here and nowhere else.

The analyzer is made at the first question, so that commands which ask none do not pay for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

Case = Literal["nom", "gen", "dat", "acc", "ins", "loc"]
Number = Literal["sg", "pl"]
Gender = Literal["m", "f", "n"]

CASES: tuple[Case, ...] = ("nom", "gen", "dat", "acc", "ins", "loc")
NUMBERS: tuple[Number, ...] = ("sg", "pl")

_CASES = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
_NUMBERS = {"sg": "sing", "pl": "plur"}
_GENDERS = {"m": "masc", "f": "femn", "n": "neut"}
_OURS = {theirs: ours for table in (_CASES, _NUMBERS, _GENDERS) for ours, theirs in table.items()}
_ADJECTIVES = ("ADJF", "PRTF")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a word. Grammatical facts that the word does not have are ''.

    `part` is the part of speech in OpenCorpora's letters (NOUN, ADJF, VERB …), `marks` all of its grammemes (Name,
    Surn, Patr, Abbr …); `known` says that the dictionary has the word, so that the reading is no guess by its ending.
    """

    word: str
    lemma: str
    part: str
    case: str
    number: str
    gender: str
    animate: bool
    known: bool
    score: float
    marks: frozenset[str]


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=20_000)
def _parses(word: str) -> tuple[tuple[Reading, Any], ...]:
    return tuple((_reading(found), found) for found in _analyzer().parse(word))


def _reading(found: Any) -> Reading:
    tag = found.tag
    return Reading(
        word=found.word,
        lemma=found.normal_form,
        part=str(tag.POS or ""),
        # The second genitive and locative («чаю», «в году») answer to the name of the first.
        case=_OURS.get({"gen2": "gent", "loc2": "loct"}.get(tag.case, tag.case), ""),
        number=_OURS.get(tag.number, ""),
        gender=_OURS.get(tag.gender, ""),
        animate=tag.animacy == "anim",
        known=bool(found.is_known),
        score=float(found.score),
        marks=frozenset(map(str, tag.grammemes)),
    )


def parse(word: str) -> tuple[Reading, ...]:
    """Every way to understand a word, the likeliest first."""
    return tuple(reading for reading, _ in _parses(word))


def lemma(word: str) -> str:
    """The dictionary form by the likeliest reading, in lower case."""
    found = parse(word)
    return found[0].lemma if found else word.lower()


@lru_cache(maxsize=4_000)
def forms(word: str) -> frozenset[str]:
    """Every form of a word, however it is understood, in lower case: «справки» is «справку» and «справкой» too."""
    return frozenset(form.word for _, found in _parses(word) for form in found.lexeme)


def inflect(
    word: str,
    case: Case,
    number: Number | None = None,
    *,
    gender: Gender | None = None,
    animate: bool | None = None,
    reading: Reading | None = None,
) -> str | None:
    """The word in another case, with its capitals kept; None where it has no such form.

    Without a number the word keeps its own. `gender` and `animate` are for words that agree with a noun; `reading`
    picks one of `parse(word)` instead of the likeliest.
    """
    parses = _parses(word)
    found = next((p for r, p in parses if reading is None or r == reading), None)
    if found is None:
        return None
    wanted = {_CASES[case], _NUMBERS[number or _OURS.get(found.tag.number, "sg")]}
    adjective = found.tag.POS in _ADJECTIVES
    if adjective and gender and "plur" not in wanted:
        wanted.add(_GENDERS[gender])
    if adjective and case == "acc" and animate is not None and (gender == "m" or "plur" in wanted):
        wanted.add("anim" if animate else "inan")
    given = found.inflect(wanted)
    return None if given is None else _in_capitals_of(word, given.word)


def _in_capitals_of(model: str, word: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


@dataclass(frozen=True, slots=True)
class Head:
    """The words of a nominative phrase that change: leading adjectives and the first noun, with what they agree in."""

    changing: tuple[Reading, ...]
    rest: tuple[str, ...]
    number: Number
    gender: Gender
    animate: bool


@lru_cache(maxsize=4_000)
def head(phrase: str) -> Head | None:
    """What of a nominative phrase can be declined; None where its words are unknown or are no name."""
    words = phrase.split()
    leading: list[Reading] = []
    for place, word in enumerate(words):
        adjective = _nominative(word, _ADJECTIVES)
        following = words[place + 1 : place + 2]
        if adjective and following and _agrees(adjective, following[0]):
            leading.append(adjective)
            continue
        # A participle may stand for a noun: «присутствующие», «ответственный за питание».
        noun = _noun(word, leading) or adjective
        if noun is None or not noun.known:
            return None
        return _head(leading, noun, tuple(words[place + 1 :]))
    return None


def _head(leading: list[Reading], noun: Reading, rest: tuple[str, ...]) -> Head:
    number: Number = "pl" if noun.number == "pl" else "sg"
    gender: Gender = {"f": "f", "n": "n"}.get(noun.gender, "m")  # type: ignore[assignment]
    return Head((*leading, noun), rest, number, gender, noun.animate or noun.part in _ADJECTIVES)


def _nominative(word: str, parts: tuple[str, ...], number: str = "", gender: str = "") -> Reading | None:
    for found in parse(word):
        fits = number in ("", found.number) and gender in ("", found.gender)
        if fits and found.part in parts and found.case == "nom":
            return found
    return None


def _noun(word: str, leading: list[Reading]) -> Reading | None:
    if not leading:
        return _nominative(word, ("NOUN",))
    last = leading[-1]
    return _nominative(word, ("NOUN",), last.number, last.gender)


def _agrees(adjective: Reading, word: str) -> bool:
    gender = adjective.gender if adjective.number == "sg" else ""
    return _nominative(word, ("NOUN", *_ADJECTIVES), adjective.number, gender) is not None


@lru_cache(maxsize=20_000)
def decline(phrase: str, case: Case, number: Number | None = None) -> str:
    """A nominative phrase in a case: its leading adjectives and first noun change, the rest stands.

    Without a number the phrase keeps its own, and so does one that is plural already («участники»). A phrase that
    cannot be declined comes back as it was; `head` tells.
    """
    found = head(phrase)
    if found is None:
        return phrase
    wanted: Number = "pl" if found.number == "pl" else number or "sg"
    return _joined(phrase, found, [(case, wanted)] * len(found.changing))


@lru_cache(maxsize=20_000)
def counted(phrase: str, number: int) -> str:
    """A nominative phrase behind a number: «2 ответственных исполнителя», «5 целей», «1 цель»."""
    found = head(phrase)
    if found is None:
        return phrase
    tens, ones = number // 10 % 10, number % 10
    if tens == 1 or ones == 0 or ones > 4:
        return decline(phrase, "gen", "pl")
    if ones == 1:
        return decline(phrase, "nom", "sg")
    last = found.changing[-1]
    if inflect(last.word, "gen", "sg", reading=last) is None:  # «сутки» have no singular
        return decline(phrase, "gen", "pl")
    noun: tuple[Case, Number] = ("gen", "pl") if found.changing[-1].part in _ADJECTIVES else ("gen", "sg")
    # «2 новых стола», but «2 новые цели»: adjectives of feminine names stand in the nominative.
    adjective: tuple[Case, Number] = ("nom", "pl") if found.gender == "f" else ("gen", "pl")
    return _joined(phrase, found, [*[adjective] * (len(found.changing) - 1), noun])


def _joined(phrase: str, found: Head, forms: list[tuple[Case, Number]] | list[Any]) -> str:
    changed = [
        inflect(reading_word, case, number, gender=found.gender, animate=found.animate, reading=reading) or reading_word
        for reading_word, reading, (case, number) in zip(phrase.split(), found.changing, forms, strict=False)
    ]
    return " ".join([*changed, *found.rest])
