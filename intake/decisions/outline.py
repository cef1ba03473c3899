"""Points to an outline: what stands under what, which points are headings, which are parts of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.decisions.actions import has_action, starts_with_action
from intake.decisions.labels import Label
from intake.decisions.leads import Lead, is_bare_verb, read_lead
from intake.decisions.point import Point
from intake.lines.marks import Mark

_LEVELS = {"roman": 1, "decimal": 2}


@dataclass(slots=True)
class Node:
    """A point with what stands under it. `lead` is set on headings only."""

    point: Point
    level: int
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    lead: Lead | None = None

    @property
    def form(self) -> str:
        """The form of its mark, or how it stands without one."""
        return self.point.mark.form if self.point.mark else self.point.form


def outline(points: Sequence[Point]) -> list[Node]:
    """The points as trees, with headings told from items."""
    roots: list[Node] = []
    stack: list[Node] = []
    for point in points:
        node = Node(point, _level(point, stack))
        while stack and not _holds(stack[-1], node):
            stack.pop()
        node.parent = stack[-1] if stack else None
        (node.parent.children if node.parent else roots).append(node)
        stack.append(node)
    for root in roots:
        _settle(root)
    return roots


def _level(point: Point, stack: Sequence[Node]) -> int:
    if point.form in ("purpose", "topic", "term", "closing"):
        return -1
    if point.form == "heading":
        return 0
    mark = point.mark
    if mark is None:
        return 2
    if mark.form == "roman":
        return 1
    if mark.form == "decimal" or (mark.form == "bracket" and mark.depth > 1):
        return 1 + mark.depth
    return _beneath(mark, stack)


def _beneath(mark: Mark, stack: Sequence[Node]) -> int:
    """A bracket, letter or bullet stands beside the last of its form and sign, else under what is open."""
    for node in reversed(stack):
        if node.form == mark.form and node.point.mark and node.point.mark.sign == mark.sign:
            return node.level
    if stack and stack[-1].level >= 2:
        return stack[-1].level + 1
    return 2


def _holds(upper: Node, lower: Node) -> bool:
    if upper.level >= lower.level or upper.point.form == "closing":
        return False
    mark, over = lower.point.mark, upper.point.mark
    if mark and over and mark.form == over.form == "decimal":
        return mark.number.startswith(f"{over.number}.")
    return True


def _settle(node: Node) -> None:
    for child in node.children:
        _settle(child)
    if node.point.form in ("heading", "topic", "purpose", "term"):
        node.lead = read_lead(node.point.text)
        return
    if not node.children:
        return
    node.lead = _lead_of(node)
    numbered = any(child.form in ("decimal", "roman") or child.point.mark is None for child in node.children)
    if node.lead is None and not numbered:
        _merge(node)
    elif node.lead is not None and not numbered:
        _share_tail(node)


def _lead_of(node: Node) -> Lead | None:
    """Is a numbered point with others under it a heading? Then what it says."""
    point = node.point
    lead = read_lead(point.text)
    kids = node.children
    if any(child.form == "decimal" for child in kids):
        return lead if point.text.endswith(":") or not has_action(point.text) else None
    if not point.text.endswith(":") and (has_action(point.text) or not lead.raw):
        return None
    own = sum(bool(child.point.labels) or child.lead is not None for child in kids)
    if own > 1 or (own == 1 and len(kids) == 1) or (own and not kids[-1].point.labels):
        return lead
    if is_bare_verb(point.text):
        return lead
    acting = sum(starts_with_action(child.point.text) for child in kids)
    if lead.only and (acting * 2 > len(kids) or (lead.raw and not has_action(point.text))):
        return lead
    if lead.only and lead.raw and not own and not point.labels:
        return lead
    return lead if acting == len(kids) and not starts_with_action(point.text) else None


def _merge(node: Node) -> None:
    """The children are parts of the sentence: take in their words, lines and tails."""
    point = node.point
    for child in node.children:
        mark = child.point.mark
        sign = "" if mark is None else "- " if mark.form == "dash" else f"{mark.number}) "
        point.more.append(f"{sign}{child.point.text}")
        point.lines.extend(child.point.lines)
        point.block.extend(child.point.block)
        point.labels.extend(child.point.labels)
        if child.point.rows:
            point.rows = child.point.rows
    point.close()
    node.children = []


def _share_tail(node: Node) -> None:
    """«а) …; б) …. Срок: …»: a tail after the last of a list closed by semicolons is the tail of them all."""
    kids = [child.point for child in node.children]
    if len(kids) < 2 or not kids[-1].labels or any(kid.labels for kid in kids[:-1]):
        return
    if not all(kid.text.endswith((";", ",")) for kid in kids[:-1]):
        return
    tails: list[Label] = kids[-1].labels
    node.point.labels.extend(tails)
    kids[-1].labels = []
