"""Word's automatic numbers, which are nowhere in the text: counted as Word counts them while it draws the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from intake.formats.markup import Tree, at, is_on, number, value
from intake.formats.number_formats import bullet, write

LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as defined: where it starts, how it is written, what makes it start again."""

    start: int = 0
    number_format: str = "decimal"
    text: str = ""
    restart: int | None = None  # 0 is never, n is after a level up to n; None is after any level above
    legal: bool = False  # all numbers in digits
    style: str = ""  # the paragraph style that stands for this level


@dataclass(frozen=True, slots=True)
class Definition:
    """A list: its levels by depth from 0, the counters that it shares, and where it makes them start over."""

    family: str
    levels: dict[int, Level]
    overrides: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Counters:
    """Where each family of lists has got to; Word counts all lists of a family together."""

    definitions: dict[str, Definition]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, list_id: str, depth: int) -> str:
        """Count one more paragraph of a list and give its number as Word shows it."""
        definition = self.definitions.get(list_id)
        if definition is None:
            return ""
        depth = min(max(depth, 0), LEVELS - 1)
        counts = self._counts.setdefault(definition.family, {})
        start = definition.overrides.get(depth, definition.levels.get(depth, Level()).start)
        over = depth in definition.overrides and (list_id, depth) not in self._begun
        counts[depth] = counts[depth] + 1 if depth in counts and not over else start
        self._begun.add((list_id, depth))
        for deeper in [d for d in counts if d > depth]:
            restart = definition.levels.get(deeper, Level()).restart
            if restart is None or depth < restart:
                del counts[deeper]
        return _shown(definition, depth, counts)

    def depth_of_style(self, list_id: str, style: str) -> int | None:
        """The level of a list that a paragraph style stands for."""
        definition = self.definitions.get(list_id)
        levels = definition.levels if definition else {}
        return next((depth for depth, level in levels.items() if level.style and level.style == style), None)


def _shown(definition: Definition, depth: int, counts: dict[int, int]) -> str:
    level = definition.levels.get(depth, Level())
    if level.number_format == "bullet":
        return bullet(level.text)

    def blank(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        upper = definition.levels.get(place, Level())
        # A level above that has had no paragraph yet shows where it would start.
        count = counts.get(place, definition.overrides.get(place, upper.start))
        return write(count, "decimal" if level.legal and upper.number_format != "none" else upper.number_format)

    return re.sub(r"%([1-9])", blank, level.text).strip()


def read_numbering(numbering: Tree | None, styles: Tree | None) -> Counters:
    """All lists that a document defines."""
    if numbering is None:
        return Counters({})
    families = {tree.get("w:abstractNumId", ""): tree for tree in numbering.findall("w:abstractNum")}
    lists = {tree.get("w:numId", ""): tree for tree in numbering.findall("w:num")}
    return Counters({list_id: _definition(tree, families, lists, styles) for list_id, tree in lists.items()})


def _definition(tree: Tree, families: dict[str, Tree], lists: dict[str, Tree], styles: Tree | None) -> Definition:
    family = _family(value(tree, "w:abstractNumId"), families, lists, styles)
    levels = _levels(families.get(family))
    overrides: dict[int, int] = {}
    for override in tree.findall("w:lvlOverride"):
        depth = number(override.get("w:ilvl", "0"))
        own = at(override, "w:lvl")
        if own is not None:
            levels[depth] = _level(own)
        if at(override, "w:startOverride") is not None:
            overrides[depth] = number(value(override, "w:startOverride"))
    return Definition(family, levels, overrides)


def _family(family: str, families: dict[str, Tree], lists: dict[str, Tree], styles: Tree | None) -> str:
    """A definition may only name a list style, whose own list has the levels."""
    for _ in range(LEVELS):
        linked = value(families.get(family), "w:numStyleLink")
        if not linked or styles is None:
            break
        style = next((s for s in styles.findall("w:style") if s.get("w:styleId") == linked), None)
        named = value(lists.get(value(style, "w:pPr", "w:numPr", "w:numId")), "w:abstractNumId")
        if named in ("", family):
            break
        family = named
    return family


def _levels(family: Tree | None) -> dict[int, Level]:
    if family is None:
        return {}
    return {number(tree.get("w:ilvl", "0")): _level(tree) for tree in family.findall("w:lvl")}


def _level(tree: Tree) -> Level:
    restart = at(tree, "w:lvlRestart")
    level = Level(
        start=number(value(tree, "w:start")),
        number_format=value(tree, "w:numFmt", default="decimal"),
        text=value(tree, "w:lvlText"),
        restart=None if restart is None else number(restart.get("w:val", "0")),
        legal=bool(is_on(tree, "w:isLgl")),
        style=value(tree, "w:pStyle"),
    )
    picture = at(tree, "w:lvlPicBulletId") is not None
    return replace(level, number_format="bullet", text=level.text or "•") if picture else level
