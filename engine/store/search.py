"""Words looked for in the texts of the books: in all their Russian forms, numbers as they are written.

What bears the very id or number comes first, then what has all the words, the newest before the older. Nothing is
worked out of the texts beforehand: the forms of the words that are asked for are, and they are few.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from engine import morphology
from engine.store.texts import Text

MOST_WORDS, MOST_LETTERS = 12, 200  # of a question; nobody means more of them
WORD = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+")  # 5.10 is one word, and another one than 5.1
_RUSSIAN = re.compile(r"[а-я]+")
_AS_WRITTEN = str.maketrans("abcehkmoptxy", "авсенкмортху", "№ \t\u00a0")


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: each word with all its forms, and the whole as an id or a number would be written."""

    words: tuple[frozenset[str], ...]
    names: frozenset[str]
    forms: frozenset[str]  # of all the words


class Hit(NamedTuple):
    """A text that was found. `words` are those of the question that it has, in the form in which it has them."""

    text: Text
    exact: bool
    whole: bool  # whether it has all the words
    words: tuple[str, ...]


def query(given: str, ids: Collection[str] = ()) -> Query | None:
    """A question as it is looked for, None if it has no word. `ids` are what it may mean as an id."""
    pieces = folded(given[:MOST_LETTERS]).split()
    telling = [piece for piece in pieces if not _joins(piece)] or pieces
    words = list(dict.fromkeys(WORD.findall(" ".join(telling))))[:MOST_WORDS]
    if not words:
        return None
    forms = tuple(map(_forms, words))
    return Query(forms, frozenset(map(_name, (given, *ids))), frozenset().union(*forms))


def search(asked: Query, texts: Iterable[Text]) -> list[Hit]:
    """What bears the very id or number, and what has all the words; where nothing does, what has most of them."""
    counted = [pair for text in texts if (pair := _hit(asked, text))]
    most = max((count for count, _ in counted), default=0)
    sure = any(hit.exact or hit.whole for _, hit in counted)
    kept = [hit for count, hit in counted if (hit.exact or hit.whole if sure else count == most)]
    kept.sort(key=lambda hit: hit.text.day, reverse=True)
    return sorted(kept, key=lambda hit: (not hit.exact, not hit.whole))


def _hit(asked: Query, text: Text) -> tuple[int, Hit] | None:
    """How many of the words a text has, and which; None where it has nothing to do with the question."""
    found = asked.forms.intersection(WORD.findall(folded(" ".join((text.title, *text.more, *text.numbers)))))
    exact = not asked.names.isdisjoint(map(_name, (text.id, *text.numbers)))
    if not found and not exact:
        return None
    count = sum(1 for word in asked.words if not word.isdisjoint(found))
    return count, Hit(text, exact, count == len(asked.words), tuple(sorted(found)))


def folded(text: str) -> str:
    """A text in which letter case and ё make no difference."""
    return text.casefold().replace("ё", "е")


def marked(text: str, forms: Collection[str], mark: Callable[[str], str]) -> str:
    """The text with each of these words marked."""
    return WORD.sub(lambda word: mark(word[0]) if folded(word[0]) in forms else word[0], text)


def _forms(word: str) -> frozenset[str]:
    if not _RUSSIAN.fullmatch(word) or len(word) < 3:
        return frozenset((word,))
    return frozenset((word, *map(folded, morphology.forms(word))))


def _joins(word: str) -> bool:
    """Whether a word only joins others: «о», «и», «по»."""
    return bool(_RUSSIAN.fullmatch(word)) and morphology.parse(word)[0].part in ("PREP", "CONJ", "PRCL")


def _name(given: str) -> str:
    """An id or a number without what people leave out or write in other letters: «№ 118-O» is «118-о»."""
    return folded(given).translate(_AS_WRITTEN)
