"""Text as normal forms, and phrases looked for in it: «одарённых детей» is the phrase «одарённые дети»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from engine.morphology import parse

_WORD = re.compile(r"\d+\+|[а-яёa-z]+|\d+|[.,;:()!?]", re.IGNORECASE)
_SMALL = frozenset(
    {
        "а", "в", "во", "до", "для", "ее", "его", "же", "за", "и", "из", "или", "их", "к", "ко", "ли", "на", "но",
        "о", "об", "обо", "от", "по", "при", "с", "со", "также", "у",
    }
)  # fmt: skip
_LIKELY = 0.05
_GAP = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its possible normal forms, its place, and the clause that it stands in."""

    lemmas: frozenset[str]
    form: str
    start: int
    end: int
    clause: int


@dataclass(frozen=True, slots=True)
class Element:
    """A word of a phrase: one of these normal forms, or any form that begins so; `reach` words may stand before it."""

    lemmas: frozenset[str] = frozenset()
    prefix: str = ""
    object: bool = False  # only as the object of a verb: nominative or accusative
    action: bool = False  # a verb or its noun, but no participle: «принятых мер» accepts nothing
    reach: int = _GAP

    def fits(self, word: Word) -> bool:
        """Is the word an instance of this element?"""
        if self.prefix:
            return word.form.startswith(self.prefix)
        if self.lemmas.isdisjoint(word.lemmas) or (self.object and not is_object(word.form)):
            return False
        return not (self.action and is_participle(word.form))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase to look for. `mark` is the sign it was written with («~», «?» or none)."""

    elements: tuple[Element, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase was found: the places of its words among the words of the text."""

    places: tuple[int, ...]
    mark: str = ""

    @property
    def gapless(self) -> bool:
        """Do the words of the phrase stand side by side?"""
        return self.places[-1] - self.places[0] + 1 == len(self.places)


@lru_cache(maxsize=30_000)
def lemmas_of(form: str) -> frozenset[str]:
    """The normal forms that a word may have, «ё» as «е»; unlikely ones are left out."""
    found = parse(form)
    return frozenset(r.lemma.replace("ё", "е") for n, r in enumerate(found) if n == 0 or r.score >= _LIKELY)


@lru_cache(maxsize=10_000)
def is_object(form: str) -> bool:
    """Can the word be the object or the subject of a verb?"""
    return any(r.case in ("acc", "nom") for r in parse(form) if r.score >= _LIKELY)


@lru_cache(maxsize=10_000)
def is_participle(form: str) -> bool:
    """Does the word say what was done to something?"""
    return parse(form)[0].part in ("PRTF", "PRTS")


@lru_cache(maxsize=2_000)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text that carry meaning: no prepositions; hyphens part words, punctuation parts clauses."""
    found, clause = [], 0
    for hit in _WORD.finditer(text):
        form = hit.group().lower().replace("ё", "е")
        if not form[0].isalnum():
            clause += 1
        elif form not in _SMALL and not form.isdigit():
            lemmas = frozenset((form,)) if form[0].isdigit() else lemmas_of(form)
            found.append(Word(lemmas, form, hit.start(), hit.end(), clause))
    return tuple(found)


def phrase(written: str, classes: Mapping[str, frozenset[str]] | None = None) -> Phrase:
    """A phrase as the YAML files write it: «[make] показатель!», «профориентац*», «~кадровый резерв»."""
    mark = written[0] if written[0] in "~?" else ""
    elements: list[Element] = []
    for part in re.findall(r"\[\w+\]|[\w+]+[*!]?", written.lstrip("~?").replace("ё", "е")):
        behind_class = bool(elements) and written.lstrip("~?").startswith("[") and len(elements) == 1
        reach = (25 if part.endswith("!") else 5) if behind_class else _GAP
        if part.startswith("["):
            elements.append(Element((classes or {})[part[1:-1]], action=True, reach=reach))
        elif part.endswith("*"):
            elements.append(Element(prefix=part[:-1].lower(), reach=reach))
        elif part.rstrip("!").lower() not in _SMALL:
            form = part.rstrip("!").lower()
            lemmas = frozenset((form,)) if form[0].isdigit() else lemmas_of(form)
            verb = parse(form)[0].part == "INFN"
            elements.append(Element(lemmas, object=part.endswith("!"), action=verb, reach=reach))
    return Phrase(tuple(elements), mark)


class Index:
    """Phrases by the normal forms of their first words, so that a text is searched once for all of them."""

    def __init__(self, phrases: Iterable[tuple[str, Phrase]]) -> None:
        self._by_lemma: dict[str, list[tuple[str, Phrase]]] = {}
        self._by_prefix: list[tuple[str, str, Phrase]] = []
        for key, one in phrases:
            first = one.elements[0]
            if first.prefix:
                self._by_prefix.append((first.prefix, key, one))
            for lemma in first.lemmas:
                self._by_lemma.setdefault(lemma, []).append((key, one))

    def matches(self, words: tuple[Word, ...]) -> Iterator[tuple[str, Match]]:
        """Each key with each place where one of its phrases stands."""
        for place, word in enumerate(words):
            seen: set[int] = set()
            for lemma in word.lemmas:
                for key, one in self._by_lemma.get(lemma, ()):
                    if id(one) not in seen:
                        seen.add(id(one))
                        yield from _from_here(key, one, words, place)
            for prefix, key, one in self._by_prefix:
                if word.form.startswith(prefix):
                    yield from _from_here(key, one, words, place)


def _from_here(key: str, one: Phrase, words: tuple[Word, ...], place: int) -> Iterator[tuple[str, Match]]:
    places = [place]
    if not one.elements[0].fits(words[place]):
        return
    for element in one.elements[1:]:
        following = _next(element, words, places[-1])
        if following is None:
            return
        places.append(following)
    yield key, Match(tuple(places), one.mark)


def _next(element: Element, words: tuple[Word, ...], here: int) -> int | None:
    """The place of the next element: within its reach, and in the same clause unless it is the object of a verb."""
    clause = words[here].clause
    for place in range(here + 1, min(here + 2 + element.reach, len(words))):
        word = words[place]
        if word.clause != clause and not element.object:
            return None
        if element.fits(word):
            return place
    return None


def written(text: str, words: tuple[Word, ...], match: Match) -> str:
    """The words of a match as the text has them."""
    return text[words[match.places[0]].start : words[match.places[-1]].end]
