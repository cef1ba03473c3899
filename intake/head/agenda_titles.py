"""The questions of the agenda, found before the walk, and where their titles come again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.lines.cues import Cue
from intake.lines.notices import Notice

_WORDS = re.compile(r"[\w№]+")
_SHOWN = 6  # a title is known again by its first words; its end may be worded otherwise


def _key(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(text.lower().replace("ё", "е")))[:_SHOWN]


class Titles:
    """The titles of an agenda, by their first words."""

    def __init__(self, seen: Sequence[Notice]) -> None:
        self._first: dict[tuple[str, ...], int] = {}
        self._again: set[int] = set()
        listing = False
        for one in seen:
            if one.cue is Cue.AGENDA:
                listing = True
            elif one.cue in (Cue.DECIDED, Cue.HEARD):
                listing = False
            key = _key(one.words)
            if len(key) < 2 or one.row:
                continue
            if key in self._first and not listing_only(listing, self._first[key], one.number):
                self._again.add(one.number)
            elif listing:
                self._first.setdefault(key, one.number)

    def is_title(self, words: str) -> bool:
        """Do these words begin like a question of the agenda?"""
        return _key(words) in self._first

    def is_repeat(self, number: int) -> bool:
        """Does a question's title stand on this line once more, as the heading of its section?"""
        return number in self._again


def listing_only(listing: bool, first: int, number: int) -> bool:
    """The same line seen once: no repetition."""
    return listing and first == number
