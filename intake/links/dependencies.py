"""Which items wait for which: stated by number or in words, else offered with a confidence and never enforced."""

from __future__ import annotations

from dataclasses import replace

from engine.protocol import Item
from intake.links.numbers import by_number
from intake.links.offers import Things, offered
from intake.links.wording import by_wording


def link(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The same items with `depends_on` filled in. An item never waits for itself, nor two for each other."""
    known = {item.path: item for item in items}
    things = Things(items)
    waits: dict[str, set[str]] = {}
    linked = []
    for place, item in enumerate(items):
        found = {one.path: one for one in by_number(item, known)}
        said = by_wording(item, items[:place]) if not found else None
        if said is not None:
            found[said.path] = said
        guess = offered(place, items, things) if not found else None
        if guess is not None:
            found[guess.path] = guess
        kept = tuple(one for one in found.values() if not _waits_for(one.path, item.path, waits))
        waits[item.path] = {one.path for one in kept}
        linked.append(replace(item, depends_on=kept))
    return tuple(linked)


def _waits_for(path: str, other: str, waits: dict[str, set[str]]) -> bool:
    """Does the item at `path`, through whatever lies between, already wait for `other`?"""
    seen: set[str] = set()
    todo = [path]
    while todo:
        here = todo.pop()
        if here == other:
            return True
        if here not in seen:
            seen.add(here)
            todo.extend(waits.get(here, ()))
    return False
