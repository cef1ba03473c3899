"""One difference between two definitions, and the facts that it is told with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.definition.workflow import Field, RecordKind, Stage, Title
from engine.problems import NOTHING

Facts = Mapping[str, str]
Titles = tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: a code of the messages and its facts; titles come as `name_ru` and `name_en`."""

    code: str
    facts: Facts = field(default_factory=lambda: NOTHING)


def names_of(codes: Iterable[str], of: Mapping[str, Field] | Mapping[str, Stage] | Mapping[str, RecordKind]) -> Titles:
    """What these are called; the code where nothing is called so."""
    return tuple(of[code].title if code in of else Title(code, code) for code in codes)


def listed(before: Titles, after: Titles, between: str = ", ") -> dict[str, str]:
    """From what to what, in both languages."""
    return {
        **{"before_ru": between.join(each.ru for each in before) or "—"},
        **{"before_en": between.join(each.en for each in before) or "—"},
        **{"after_ru": between.join(each.ru for each in after) or "—"},
        **{"after_en": between.join(each.en for each in after) or "—"},
    }


def named(title: Title, code: str, **more: str) -> dict[str, str]:
    """What a change is about, in both languages, and its code."""
    return {"name_ru": title.ru, "name_en": title.en, "code": code, **more}


def turned(old: Title, new: Title) -> dict[str, str]:
    """From one title to another."""
    return {"before_ru": old.ru, "before_en": old.en, "after_ru": new.ru, "after_en": new.en}
