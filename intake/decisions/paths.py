"""The numbers of items as text: as printed, with the heading's ordinal where numbering starts again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from intake.decisions.actions import has_action
from intake.decisions.outline import Node


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item's node with the number that it bears inside its group. `counted` says that nobody printed it."""

    node: Node
    group: tuple[int, int]
    number: str
    counted: bool


def number_items(roots: Sequence[Node], resolution: int) -> list[Numbered]:
    """Every item of an outline, in order, numbered inside its heading."""
    found: list[Numbered] = []
    counts: Counter[str] = Counter()
    for root in roots:
        _walk(root, (resolution, 0), "", found, counts)
    return found


def _walk(node: Node, group: tuple[int, int], above: str, found: list[Numbered], counts: Counter[str]) -> None:
    number, counted = "", False
    if node.point.form in ("heading", "topic", "purpose", "term") or (node.form == "roman" and node.lead):
        if node.point.form != "purpose":
            number = node.point.mark.number if node.point.mark else ""
            group, above = (group[0], node.point.first), number
    else:
        number, counted = _number(node, f"{group}{above}", above, counts)
        # A Roman number over words that ask for nothing is the title of a question, «III. Разное».
        titled = node.form == "roman" and not node.point.labels and not has_action(node.point.text)
        if node.lead is None and not titled:
            found.append(Numbered(node, group, number, counted))
    for child in node.children:
        _walk(child, group, number or above, found, counts)


def _number(node: Node, place: str, above: str, counts: Counter[str]) -> tuple[str, bool]:
    mark = node.point.mark
    if mark is None or mark.form == "dash":
        counts[place] += 1
        return (f"{above}#{counts[place]}" if above else str(counts[place])), True
    if mark.form in ("decimal", "roman") or mark.depth > 1 or not above:
        return mark.number, False
    return f"{above}.{mark.number}", False


def paths_of(found: Sequence[Numbered]) -> list[str]:
    """The path of each item: unique, and with the group's ordinal if numbering starts again in a second group.

    An unnumbered item after numbered ones closes the list: it takes the next number of the outermost row.
    """
    listed = [item for item in found if item.node.point.form != "closing"]
    firsts: dict[tuple[int, int], Numbered] = {}
    for item in listed:
        firsts.setdefault(item.group, item)
    starts = Counter(item.number for item in firsts.values())
    headed = any(item.counted and item.group[1] and "#" not in item.number for item in listed)
    again = headed or any(times > 1 for times in starts.values())
    ordinals = {group: place for place, group in enumerate(firsts, 1)}
    printed = [f"{ordinals[item.group]}/{item.number}" if again else item.number for item in listed]
    last = max((_outermost(path) for path in printed), default=0)
    given, closing = iter(printed), count(last + 1)
    return _unique([str(next(closing)) if item.node.point.form == "closing" else next(given) for item in found])


def _outermost(path: str) -> int:
    first = re.match(r"\d+", path)
    return int(first.group()) if first else 0


def _unique(paths: Sequence[str]) -> list[str]:
    met: Counter[str] = Counter()
    given: list[str] = []
    for path in paths:
        met[path] += 1
        given.append(path if met[path] == 1 else f"{path}({met[path]})")
    return given
