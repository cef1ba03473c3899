"""The names that a definition gives its things, which the sentences of its requirements may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Name:
    """A thing's name: nominative titles in both languages, further names, and the Russian forms of the first title.

    `forms` keys are 'gen', 'dat', 'ins', 'acc', 'loc', 'gen.pl' and so on for the plural, 'few' behind 2, 3 and 4.
    A definition may give some of them; when it is read the others are generated and kept with it, and with them
    `agrees`, which is what the words around the name agree with: m, f, n or pl.
    """

    code: str
    ru: str
    en: str
    also_ru: tuple[str, ...] = ()
    also_en: tuple[str, ...] = ()
    forms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    agrees: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A field as sentences name it; `values` are the enumerated ones. Types as in `definition.workflow.Field`."""

    name: Name
    type: str
    values: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names of one definition. `case` is the code of the case itself among the kinds."""

    case: str
    kinds: Mapping[str, Name]
    attributes: Mapping[str, Mapping[str, Attribute]]  # kind → code → attribute
    links: Mapping[str, frozenset[str]]  # kind → the kinds that it points back to
    triggers: Mapping[str, Name]
    roles: Mapping[str, Name]
    stages: Mapping[str, Name]
