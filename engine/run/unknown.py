"""Words and ids that nobody knows: raised as lookups, told by the terminal as wrong usage, never journalled."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.run.refusal import Because


class Unknown(LookupError):
    """Somebody named what there is not. `kind` says what it should have been, `near` what may have been meant."""

    def __init__(self, kind: str, word: str, known: Iterable[str] = ()) -> None:
        self.kind = kind
        self.word = word
        self.known = tuple(known)
        self.near = tuple(get_close_matches(word, self.known, n=3, cutoff=0.5))
        super().__init__(f"unknown {kind}: {word}")


class UnknownWord(Unknown):
    """A word of a definition: a stage, an arrow, a kind, a field, a mechanism."""


class NotFound(Unknown):
    """An id, or a name, of something that is kept: a case, a record, a party, an intent."""


class Misnamed(Unknown):
    """A new name that nobody can be called by; `because` says what is wrong with it."""

    def __init__(self, name: str, because: Because) -> None:
        super().__init__("name", name)
        self.because = because
