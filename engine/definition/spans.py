"""How many records of each kind a case may have when it takes an arrow: what the sentences leave of it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.definition.guards import Bound, bounds, guards
from engine.definition.workflow import Arrow, Workflow
from engine.rules.rule import Rule

ANY = 1_000_000  # as many as one likes
Span = tuple[int, int]  # at least, at most


@dataclass(frozen=True, slots=True)
class Clash:
    """Nothing is left of a kind: `low` asks for more than `high` allows; None is what was so before this arrow.

    `there` is how many there must be.
    """

    kind: str
    low: Rule | None
    high: Rule | None
    there: int


class _Narrowing:
    """The spans while the sentences of one arrow are applied, and which sentence set which end."""

    def __init__(self, kinds: tuple[str, ...], spans: tuple[Span, ...]) -> None:
        self.spans = dict(zip(kinds, spans, strict=True))
        self.low: dict[str, Rule] = {}
        self.high: dict[str, Rule] = {}

    def raised(self, kind: str, least: int, rule: Rule) -> bool:
        low, high = self.spans[kind]
        if least <= low:
            return False
        self.spans[kind], self.low[kind] = (least, high), rule
        return True

    def lowered(self, kind: str, most: int, rule: Rule) -> bool:
        low, high = self.spans[kind]
        if most >= high:
            return False
        self.spans[kind], self.high[kind] = (low, most), rule
        return True

    def applied(self, bound: Bound) -> bool:
        """Whether a sentence has narrowed something."""
        kind, subject = bound.thing, bound.subject
        if kind not in self.spans or bound.of:
            return False
        if not subject:
            changed = self.raised(kind, bound.least, bound.rule)
            whole = bound.most is not None and not bound.which and not bound.window
            return (whole and self.lowered(kind, int(bound.most or 0), bound.rule)) or changed
        if subject not in self.spans or not bound.least:
            return False
        # Whoever needs others of its own kind is one more itself.
        least = bound.least + (kind == subject)
        if self.spans[subject][0]:
            return self.raised(kind, least, bound.rule)
        # Nobody of whom it is asked, where it cannot be had.
        return self.spans[kind][1] < least and self.lowered(subject, 0, bound.rule)

    def dealt(self, bound: Bound) -> bool:
        """Whether there cannot be as many of a thing that each belongs to a subject, which has at most so many."""
        whole = bound.most is not None and not bound.of and not bound.which and not bound.window
        if not whole or bound.subject not in self.spans or bound.thing not in self.spans:
            return False
        return self.lowered(bound.thing, int(bound.most or 0) * self.spans[bound.subject][1], bound.rule)


def narrowed(
    workflow: Workflow, arrow: Arrow, kinds: tuple[str, ...], spans: tuple[Span, ...]
) -> tuple[Span, ...] | Clash:
    """What is left of the spans if all sentences of an arrow hold, or the first kind of which nothing is left."""
    asked = tuple(bounds(guards(workflow, arrow)))
    owed = {(bound.subject, bound.thing) for bound in asked if bound.least and not bound.of and not bound.which}
    shared = [bound for bound in asked if (bound.thing, bound.subject) in owed]
    now = _Narrowing(kinds, spans)
    changed = True
    while changed:
        changed = any([now.applied(bound) for bound in asked] + [now.dealt(bound) for bound in shared])
        for kind, (low, high) in now.spans.items():
            if low > high:
                return Clash(kind, now.low.get(kind), now.high.get(kind), low)
    return tuple(now.spans.values())
