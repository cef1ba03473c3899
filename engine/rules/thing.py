"""What rules are judged over: the things of one case, with their values and links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from engine.rules.lazily import lazily
from engine.rules.lineage import Lineage

Value = str | int | bool | date | tuple["Value", ...] | Mapping[str, "Value"] | None
NO_VALUES: Mapping[str, Value] = MappingProxyType({})
NO_ENDS: Mapping[str, date] = MappingProxyType({})


class Thing(NamedTuple):
    """A case, a record, an evidence, a predecessor: whatever a sentence can name.

    `links` are ids of the things that this one points back to; `day` is when it happened (`happened_on`).
    """

    kind: str
    id: str
    values: Mapping[str, Value] = NO_VALUES
    links: tuple[str, ...] = ()
    day: date | None = None


class Act(NamedTuple):
    """Somebody did something to a thing: who acted on whose behalf, by which trigger, when.

    `order` is its number in the history of the case, `name` what the act is called besides its trigger, `principal`
    for whom the doer stood in.
    """

    trigger: str
    on: str
    doer: str
    day: date
    order: int = 0
    name: str = ""
    principal: str = ""


Held = frozenset[tuple[str, str]]  # who, and in whose place: the same one twice if in own right


class Holding(Protocol):
    """Who held what by when, as a history tells it; `among` are the ids of the things to look at (None: not asked)."""

    def then(self, role: str, act: Act, among: frozenset[str] | None) -> Held:
        """Who held a role when an act was done."""
        ...

    def ever(self, role: str, act: Act, among: frozenset[str] | None) -> Held:
        """Who had held it at any time until then."""
        ...


class Index(NamedTuple):
    """The things of a scene by id, by kind, and by what they point to."""

    by_id: Mapping[str, Thing]
    by_kind: Mapping[str, tuple[Thing, ...]]
    pointing: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Scene:
    """All that one judgement may look at. `case` is the thing that the sentence is about when it names no other.

    `roles` say who holds a role on the case: 'executor' → the ids of the parties; `today` is handed in. Where there is
    a history, `held` tells who held what by when, and is asked instead. `judged` are the acts under judgement, if they
    are not all that there are.
    `ends` is the last day on which a thing of a kind may still come (the end of the stage that produces it, the due day
    of an assignment): before it a missing one is waited for. `days_off` and `days_on` correct the five-day week.
    """

    case: Thing
    things: tuple[Thing, ...]
    acts: tuple[Act, ...]
    roles: Mapping[str, frozenset[str]]
    today: date
    ends: Mapping[str, date] = field(default_factory=lambda: NO_ENDS)
    days_off: frozenset[date] = frozenset()
    days_on: frozenset[date] = frozenset()
    held: Holding | None = None
    judged: tuple[Act, ...] | None = None

    @lazily
    def index(self) -> Index:
        """Its things as links and names find them: a pack has its many sentences judged over one scene in a row."""
        by_kind: dict[str, list[Thing]] = {}
        pointing: dict[str, list[str]] = {}
        for thing in self.things:
            by_kind.setdefault(thing.kind, []).append(thing)
            for other in thing.links:
                pointing.setdefault(other, []).append(thing.id)
        by_id = {thing.id: thing for thing in (*self.things, self.case)}
        return Index(by_id, {k: tuple(v) for k, v in by_kind.items()}, {k: tuple(v) for k, v in pointing.items()})

    @lazily
    def lineage(self) -> Lineage:
        """The same by what they are linked with through others: for scenes of many things."""
        return Lineage(self.index, self.case.id)

    @lazily
    def worked_out(self) -> dict[tuple[int, object], Any]:
        """What judges have worked out of many things at once, by the ids of what it is made of, which it holds."""
        return {}

    def of_kind(self, kind: str) -> tuple[Thing, ...]:
        """All things of a kind; there is one case."""
        return (self.case,) if kind == self.case.kind else self.index.by_kind.get(kind, ())
