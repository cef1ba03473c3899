"""A table under «Дано поручение», read into things by the titles that the fields have in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from engine.rules.folding import fold, language
from engine.rules.givens import Given, read_given
from engine.rules.lexicon import Attribute, Lexicon
from engine.rules.thing import Thing, Value
from tests.engine.rules.kit import HERE

Rows = Sequence[Sequence[str]]
_DAY = re.compile(r"\d{2}\.\d{2}\.\d{4}$")


def day(text: str) -> date:
    """«09.12.2021»."""
    return date(int(text[6:]), int(text[3:5]), int(text[:2]))


def kind_of(text: str, lexicon: Lexicon) -> str:
    """The kind of thing that «Дано …» names."""
    given = read_given(text, lexicon, HERE)
    assert isinstance(given, Given), given
    return given.kind


def things_of(text: str, rows: Rows, above: Sequence[Thing], lexicon: Lexicon) -> list[Thing]:
    """One thing per row, linked with all things above it that its kind may point back to."""
    kind = kind_of(text, lexicon)
    links = tuple(thing.id for thing in above if thing.kind in lexicon.links.get(kind, ()))
    head, *body = rows
    fields = [field_of(title, lexicon.attributes[kind]) for title in head]
    found = []
    for number, row in enumerate(body, 1):
        values = {field.name.code: value_of(cell, field) for field, cell in zip(fields, row, strict=True)}
        found.append(Thing(kind, f"{kind} {number}", values, links))
    return found


def field_of(title: str, attributes: Mapping[str, Attribute]) -> Attribute:
    """The field that a column is headed with."""
    words = fold(title, language(title))
    found = [a for a in attributes.values() if words in (fold(a.name.ru, "ru"), fold(a.name.en, "en"))]
    assert len(found) == 1, f"{title}: no such field, or several"
    return found[0]


def value_of(cell: str, field: Attribute) -> Value:
    """What a cell holds, by the type of its field; an empty one holds nothing."""
    if not cell:
        return None
    codes = {title.casefold(): value.code for value in field.values for title in (value.ru, value.en)}
    if field.type == "date" and codes:
        written = _DAY.search(cell)
        kind = codes[cell.removesuffix(written[0] if written else "").strip().casefold()]
        return {"kind": kind, "due": day(written[0]) if written else None}
    if codes:
        return codes[cell.casefold()]
    if field.type == "date":
        return day(cell)
    return tuple(cell.split(", ")) if field.type in ("list", "people") else cell
