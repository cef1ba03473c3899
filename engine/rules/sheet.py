"""What is read and what has been understood so far, while templates are laid over a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from engine.messages import Lang
from engine.rules.book import Book
from engine.rules.folding import fold
from engine.rules.lexicon import Attribute, Lexicon
from engine.rules.template import agreed


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
