"""The little language that the rows of the vocabulary are written in.

`word`, `one|other` (the first is the one that is said), `{X:gen}` a slot with a case, `<каждого S>` a word that agrees
with a slot, `[…]` what may be missing; commas and dashes are said and not required.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_PART = re.compile(r"\{(\w):?([\w*]*)\}|<(\S+) (\w)>|(\[)|(\])|([^\s\[\]{}<>]+)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that stands; any of its spellings is read, the first is said."""

    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a name, a value or a part of the vocabulary; case '*' is the case of the slot around it."""

    name: str
    case: str


@dataclass(frozen=True, slots=True)
class Agreeing:
    """A word of a family («каждого», «указан») in the form that the slot asks for."""

    family: str
    slot: str


@dataclass(frozen=True, slots=True)
class Maybe:
    """What may be missing."""

    parts: tuple[Part, ...]


Part = Word | Slot | Agreeing | Maybe

FAMILIES: dict[str, dict[str, str]] = {
    "каждого": {"m": "каждого", "f": "каждой", "n": "каждого", "pl": "каждых"},
    "указан": {"m": "указан", "f": "указана", "n": "указано", "pl": "указаны"},
    "равен": {"m": "равен", "f": "равна", "n": "равно", "pl": "равны"},
    "единственный": {"m": "единственный", "f": "единственная", "n": "единственное", "pl": "единственные"},
    "один": {"m": "один", "f": "одна", "n": "одно", "pl": "одни"},
    "одного": {"m": "одного", "f": "одной", "n": "одного", "pl": "одних"},
    "два": {"m": "два", "f": "две", "n": "два", "pl": "два"},
    "растёт": {"pl": "растут", "": "растёт"},
    "убывает": {"pl": "убывают", "": "убывает"},
    "повторяется": {"pl": "повторяются", "": "повторяется"},
    "начинается": {"pl": "начинаются", "": "начинается"},
    "содержит": {"pl": "содержат", "": "содержит"},
    "is": {"pl": "are", "": "is"},
    "equals": {"pl": "equal", "": "equals"},
    "differs": {"pl": "differ", "": "differs"},
    "starts": {"pl": "start", "": "starts"},
    "contains": {"pl": "contain", "": "contains"},
    "grows": {"pl": "grow", "": "grows"},
    "falls": {"pl": "fall", "": "falls"},
    "does": {"pl": "do", "": "does"},
}


def agreed(family: str, agreement: str) -> str:
    """The word of a family that goes with m, f, n or pl."""
    forms = FAMILIES[family]
    return forms.get(agreement) or forms.get("") or forms["m"]


@lru_cache(maxsize=500)
def compiled(template: str) -> tuple[Part, ...]:
    """A template as its parts."""
    parts: list[Part] = []
    outer: list[Part] | None = None
    for slot, case, family, partner, opens, closes, word in _PART.findall(template):
        if opens:
            outer, parts = parts, []
        elif closes and outer is not None:
            parts, outer = [*outer, Maybe(tuple(parts))], None
        elif slot:
            parts.append(Slot(slot, case))
        elif family:
            parts.append(Agreeing(family, partner))
        else:
            parts.append(Word(tuple(word.split("|"))))
    return tuple(parts)
