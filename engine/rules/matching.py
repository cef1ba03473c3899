"""Templates are laid over the words of a sentence: every way in which one fits is given, none is chosen here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from engine.messages import Lang
from engine.rules.book import Book
from engine.rules.folding import fold
from engine.rules.lexicon import Attribute, Lexicon
from engine.rules.template import FAMILIES, Agreeing, Maybe, Part, Slot, Word, agreed, compiled
from engine.rules.vocabulary import PARTS


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence whose shape is right and whose names do not go together: the code and facts of the problem."""

    code: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is read: the words, the names to look for, and whether endings have to be right."""

    words: tuple[str, ...]
    lang: Lang
    lexicon: Lexicon
    book: Book
    strict: bool = True

    def word(self, place: int) -> str:
        """The word at that place, '' behind the end."""
        return self.words[place] if 0 <= place < len(self.words) else ""


@dataclass(frozen=True, slots=True)
class Found:
    """What has been understood so far. `owed` are words that must agree with a slot that was not yet read."""

    arguments: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    each: bool = False
    agreements: Mapping[str, str] = field(default_factory=dict)
    owed: tuple[tuple[str, str, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    attribute: Attribute | None = None  # the last one read, whose values a literal may name

    def told(self, *pairs: tuple[str, str]) -> Found:
        """The same with more arguments."""
        return replace(self, arguments={**self.arguments, **dict(pairs)})

    def agreeing(self, slot: str, agreement: str) -> Found:
        """The same, knowing what words around a slot agree with."""
        return replace(self, agreements={**self.agreements, slot: agreement})

    def doubting(self, code: str, **facts: str) -> Found:
        """The same with a doubt."""
        return replace(self, doubts=(*self.doubts, Doubt(code, tuple(facts.items()))))

    @property
    def agrees(self) -> bool:
        """Whether every Russian word that had to agree does; English readers forgive «the targets grows»."""
        return all(
            word in fold(agreed(family, self.agreements.get(slot, "")), "ru") for family, word, slot in self.owed
        )


Fits = Iterator[tuple[int, Found]]


def match(parts: tuple[Part, ...], sheet: Sheet, place: int, found: Found, case: str = "") -> Fits:
    """Every way to read these parts from that place on: the place behind them and what was found."""
    if not parts:
        yield place, found
        return
    for behind, more in _step(parts[0], sheet, place, found, case):
        yield from match(parts[1:], sheet, behind, more, case)


def _step(part: Part, sheet: Sheet, place: int, found: Found, case: str) -> Fits:
    match part:
        case Word():
            yield from _word(part, sheet, place, found)
        case Agreeing():
            yield from _agreeing(part, sheet, place, found)
        case Maybe():
            yield from match(part.parts, sheet, place, found, case)
            yield place, found
        case Slot():
            yield from _slot(part, sheet, place, found, case)


def _word(part: Word, sheet: Sheet, place: int, found: Found) -> Fits:
    for spelling in part.spellings:
        words = fold(spelling, sheet.lang)
        if sheet.words[place : place + len(words)] == words:
            yield place + len(words), found
            return


def _agreeing(part: Agreeing, sheet: Sheet, place: int, found: Found) -> Fits:
    forms = {word for form in FAMILIES[part.family].values() for word in fold(form, sheet.lang)}
    if sheet.word(place) in forms:
        owed = ((part.family, sheet.word(place), part.slot),) if sheet.lang == "ru" else ()
        yield place + 1, replace(found, owed=(*found.owed, *owed))


def _slot(part: Slot, sheet: Sheet, place: int, found: Found, case: str) -> Fits:
    # Names are read in a module of their own, which itself reads parts of the vocabulary.
    from engine.rules.phrases import TERMINALS

    wanted = case if part.case == "*" else part.case
    if part.name in PARTS:
        for row in PARTS[part.name]:
            template = row.ru if sheet.lang == "ru" else row.en
            yield from match(compiled(template), sheet, place, found.told(*row.sets), wanted)
    else:
        yield from TERMINALS[part.name](sheet, place, found, part.name, wanted)
