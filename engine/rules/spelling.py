"""The word forms of all names, written out when a definition is read: rules are told by them without morphology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.morphology import CASES, NUMBERS, counted
from engine.rules.book import FEW, agreement, written
from engine.rules.lexicon import Attribute, Lexicon, Name


def spelled(name: Name) -> dict[str, str]:
    """The Russian forms of a name as sentences must have them: nom, nom.pl, gen …, few (behind 2, 3 and 4)."""
    forms = {
        case if number == "sg" else f"{case}.pl": written(name, name.ru, case, number)
        for case in CASES
        for number in NUMBERS
    }
    return {**forms, FEW: name.forms.get(FEW) or counted(name.ru, 2)}


def spelled_out(lexicon: Lexicon) -> Lexicon:
    """The same names with all their forms. Stages are quoted and triggers are phrases: they have none."""
    return replace(
        lexicon,
        kinds=_names(lexicon.kinds),
        roles=_names(lexicon.roles),
        attributes={kind: _attributes(found) for kind, found in lexicon.attributes.items()},
    )


def _attributes(found: Mapping[str, Attribute]) -> dict[str, Attribute]:
    return {code: replace(attribute, name=_name(attribute.name)) for code, attribute in found.items()}


def _names(found: Mapping[str, Name]) -> dict[str, Name]:
    return {code: _name(name) for code, name in found.items()}


def _name(name: Name) -> Name:
    return replace(name, forms=spelled(name), agrees=agreement(name.ru))
