"""A sentence that was understood: one frozen value per form of the vocabulary, comparable between the two languages."""

from __future__ import annotations

from dataclasses import dataclass

from engine.problems import Where


@dataclass(frozen=True, slots=True)
class Sentence:
    """A requirement as it was written; `code` is what it is called by, if it bears a name: SOD-2."""

    text: str
    where: Where
    code: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence with its meaning: the form's name, the kind of thing it speaks of ('' is the case), and its arguments.

    Arguments are plain text and numbers in the order that the form's row declares, so that a rule can be stored as JSON
    and judged later without dictionaries; two twins, Russian and English, are equal but for `sentence`.
    """

    form: str
    subject: str
    arguments: tuple[tuple[str, str], ...]
    sentence: Sentence

    def __getitem__(self, name: str) -> str:
        """The argument of that name, or '' if this rule has none."""
        for known, value in self.arguments:
            if known == name:
                return value
        return ""
