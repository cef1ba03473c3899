"""Who stands above and below whom, worked out for many things of a scene together: what they share is walked once.

The short way to what `engine.rules.linked` says of one thing after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from engine.rules.reach import EVIDENCE

if TYPE_CHECKING:
    from engine.rules.thing import Index, Thing

MOST = 2_000_000  # places that are put together for a kind; from then on each thing is walked for itself
Places = tuple[int, ...]  # of things of one kind, among all of it
Onward = Callable[[str], Collection[str]]
NOWHERE: Places = ()


class Lineage:
    """The things of a scene by what they are linked with, kind by kind as one asks."""

    def __init__(self, index: Index, case: str) -> None:
        self._by_id, self._by_kind, self._pointing = index
        self._case = case
        self._ways: dict[str, tuple[Way, Way]] = {}
        self._shown: dict[int, tuple[Thing, ...]] = {}
        self._proving: dict[str, list[Thing]] | None = None
        self._steps: set[tuple[str, str]] | None = None

    def near(self, subject: Thing, kind: str) -> Sequence[Thing] | None:
        """The things of a kind above and below a subject; None where it has to be walked for itself."""
        if self._by_id.get(subject.id) is not subject:
            return None
        up, down = self._ways.get(kind) or self._made(kind)
        above, below = up.places(subject), down.places(subject)
        if above is None or below is None:
            return None
        things = self._by_kind.get(kind, ())
        if above and below:
            return tuple([things[n] for n in sorted({*above, *below})])
        places = above or below
        shown = self._shown.get(id(places))
        if shown is None:
            shown = self._shown[id(places)] = tuple([things[n] for n in places])
        return shown

    def proofs(self, subject: str) -> Sequence[Thing]:
        """What proves a thing of that id."""
        if self._proving is None:
            self._proving = {}
            for thing in self._by_kind.get(EVIDENCE, ()):
                for other in dict.fromkeys(thing.links):
                    self._proving.setdefault(other, []).append(thing)
        return self._proving.get(subject, ())

    def _made(self, kind: str) -> tuple[Way, Way]:
        """The ways up and down to the things of a kind."""
        own: dict[str, Places] = {}
        for n, thing in enumerate(self._by_kind.get(kind, ())):
            own[thing.id] = (*own.get(thing.id, NOWHERE), n)
        kinds, steps = {self._by_id[id].kind for id in own}, self._kinds_linked()
        up = Way(self._by_id, self._upwards, own, _leading(kinds, steps))
        down = Way(self._by_id, self._downwards, own, _leading(kinds, {(other, one) for one, other in steps}))
        made = self._ways[kind] = (up, down)
        return made

    def _kinds_linked(self) -> set[tuple[str, str]]:
        """Kinds of which one thing points back to one of the other."""
        if self._steps is None:
            of, every = self._by_id, chain(*self._by_kind.values())
            self._steps = {
                (of[thing.id].kind, of[other].kind) for thing in every for other in thing.links if other in of
            }
        return self._steps

    def _upwards(self, id: str) -> Collection[str]:
        return self._by_id[id].links if id != self._case else ()

    def _downwards(self, id: str) -> Collection[str]:
        return self._pointing.get(id, ())


def _leading(kinds: set[str], steps: set[tuple[str, str]]) -> set[str]:
    """The kinds from whose things one may come to some kinds by such steps."""
    found: set[str] = set()
    ahead = kinds
    while ahead:
        ahead = {one for one, other in steps if other in ahead} - found
        found |= ahead
    return found


class Way:
    """The ways from things, all up or all down, to those of one kind: what one of them leads to is worked out once.

    `leading` are the kinds that may lead there; whom the others lead to is not looked at.
    """

    def __init__(
        self, by_id: Mapping[str, Thing], onward: Onward, own: Mapping[str, Places], leading: set[str]
    ) -> None:
        self._by_id, self._onward, self._own, self._leading = by_id, onward, own, leading
        self._reached: dict[str, Places] = {}
        self._whole: dict[str, Places] = {}  # the same with the things themselves
        self._order: dict[str, int] = {}
        self._back: dict[str, int] = {}  # the earliest that one leads to, among those that still wait for their ring
        self._waiting: list[str] = []
        self._ahead: dict[str, list[str]] = {}  # whom these lead to themselves
        self._together = Together()

    def places(self, thing: Thing) -> Places | None:
        """Where they stand that a thing leads to; None once that is too much to be kept for all."""
        if thing.kind not in self._leading:
            return NOWHERE
        if self._together.spent > MOST:
            return None
        if thing.id not in self._reached:
            for ring in self._rings(thing.id):
                self._settle(ring)
                if self._together.spent > MOST:
                    return None
        return self._reached[thing.id]

    def _walk(self, id: str) -> Iterator[str]:
        of, own, leading = self._by_id, self._own, self._leading
        known = [each for each in self._onward(id) if each in own or (each in of and of[each].kind in leading)]
        self._ahead[id] = known
        return iter(known)

    def _settle(self, ring: list[str]) -> None:
        """Say where those lead that lead to each other; of whatever else they lead to it is known."""
        own, whole, one = self._own, self._whole, ring[0]
        ahead = self._ahead.pop(one)
        if len(ring) == 1 and one not in ahead:
            reached = self._reached[one] = self._together([whole[other] for other in ahead])
            whole[one] = self._together([reached, own[one]]) if one in own else reached
            return
        beyond = set(ahead).union(*(self._ahead.pop(each) for each in ring[1:])).difference(ring)
        mine = [own[each] for each in ring if each in own]
        reached = self._together([*(whole[other] for other in beyond), *mine])
        for each in ring:
            self._reached[each] = whole[each] = reached

    def _rings(self, start: str) -> Iterator[list[str]]:
        """What one leads to and it, those together that lead to each other; whoever is led to comes first (Tarjan)."""
        order, back = self._order, self._back
        path = [(start, self._walk(start))]
        while path:
            one, ahead = path[-1]
            if one not in order:
                order[one] = back[one] = len(order)
                self._waiting.append(one)
            other = next((each for each in ahead if each not in order or each in back), None)
            if other is None:
                path.pop()
                if path:
                    back[path[-1][0]] = min(back[path[-1][0]], back[one])
                if back[one] == order[one]:
                    yield self._ring(one)
            elif other in order:
                back[one] = min(back[one], order[other])
            else:
                path.append((other, self._walk(other)))

    def _ring(self, first: str) -> list[str]:
        """Those that have come since the first of them; they wait no more."""
        ring: list[str] = []
        while not ring or ring[-1] != first:
            ring.append(self._waiting.pop())
            del self._back[ring[-1]]
        return ring


class Together:
    """Several lists of places as one: the very same list for the very same several."""

    def __init__(self) -> None:
        self.spent = 0
        self._known: dict[frozenset[int], tuple[Places, list[Places]]] = {}

    def __call__(self, several: Iterable[Places]) -> Places:
        """All places of them, in their order."""
        found = {id(each): each for each in several if each}
        if len(found) < 2:
            return next(iter(found.values()), NOWHERE)
        known = self._known.get(frozenset(found))
        if known is None:
            parts = list(found.values())
            self.spent += sum(map(len, parts))
            # Who goes by the ids of lists holds on to these.
            known = self._known[frozenset(found)] = (tuple(sorted(set().union(*parts))), parts)
        return known[0]
