"""People named in other cases or spellings, known again by those whom the document names in the nominative."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.protocol import Executor, Item

_ENDING = 3  # a declined surname differs in its last letters only: Малая, Малой; Стрижов, Стрижова


def _parts(name: str) -> tuple[str, str]:
    surname, _, initials = name.replace("ё", "е").rpartition(" ")
    return surname.lower(), initials


def _alike(one: str, other: str) -> bool:
    """Are two surnames one word but for its ending?"""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same >= 3 and max(len(one), len(other)) - same <= _ENDING


def known_name(name: str, known: Iterable[str]) -> str:
    """The name as the document's own lists give it, if exactly one person in them can be meant."""
    surname, initials = _parts(name)
    people = tuple(dict.fromkeys(known))
    if name in people or not surname or not initials:
        return name
    meant = [one for one in people if _parts(one)[1] == initials and _alike(surname, _parts(one)[0])]
    return meant[0] if len(meant) == 1 else name


def acquainted(items: Iterable[Item], known: Iterable[str]) -> tuple[Item, ...]:
    """The items with their people called as in the lists of the document."""
    people = tuple(filter(None, known))
    return tuple(replace(item, executors=tuple(_known(one, people) for one in item.executors)) for item in items)


def _known(executor: Executor, people: tuple[str, ...]) -> Executor:
    if executor.type != "person":
        return executor
    return replace(executor, name=known_name(executor.name, people))
