"""Dependencies that are only offered: the same thing in an earlier stage of the cycle, or approved before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from engine.morphology import parse
from engine.protocol import TASK_KINDS, Dependency, Item, ItemKind
from intake.sense.lemmas import words_of

_ORDER = {
    stage: n
    for n, stage in enumerate(
        ("goals", "indicators", "collection", "monitoring", "analysis", "recommendations", "decisions", "effectiveness")
    )
}
_MOST = 12  # a word in more items than this says nothing about two of them
_ENOUGH = 3
_ARROW = " → "


class Things:
    """The telling words of each item: nouns and adjectives that few items share."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._of = [_telling(item.text) for item in items]
        counted = Counter(lemma for lemmas in self._of for lemma in lemmas)
        most = min(_MOST, max(2, len(items) // 4))
        self._rare = {lemma for lemma, count in counted.items() if 2 <= count <= most}
        self._holders: dict[str, list[int]] = {}
        for place, lemmas in enumerate(self._of):
            for lemma in lemmas & self._rare:
                self._holders.setdefault(lemma, []).append(place)

    def shared(self, place: int) -> dict[int, set[str]]:
        """The earlier items that share telling words with this one, with those words."""
        found: dict[int, set[str]] = {}
        for lemma in self._of[place] & self._rare:
            for other in self._holders[lemma]:
                if other < place:
                    found.setdefault(other, set()).add(lemma)
        return found


def _telling(text: str) -> frozenset[str]:
    found: set[str] = set()
    for word in words_of(text):
        reading = parse(word.form)[0]
        if len(word.form) > 3 and reading.part in ("NOUN", "ADJF") and "Apro" not in reading.marks:
            found.add(reading.lemma)
    return frozenset(found)


def offered(place: int, items: Sequence[Item], things: Things) -> Dependency | None:
    """The best supposition about what an item waits for; None rather than a weak one."""
    item = items[place]
    if item.kind not in TASK_KINDS:
        return None
    adopted = _adopted(place, items)
    if adopted is not None:
        return adopted
    best: tuple[int, int] | None = None
    shared = things.shared(place)
    for other, lemmas in shared.items():
        if len(lemmas) >= _ENOUGH and _comes_first(items[other], item):
            best = max(best or (0, 0), (len(lemmas), other))
    if best is None:
        return None
    earlier = items[best[1]]
    stages = f"{_last(earlier)}{_ARROW}{_first(item)}"
    confidence = "medium" if best[0] > _ENOUGH and _in_time(earlier, item) else "low"
    return Dependency(earlier.path, False, confidence, f"{stages}: {', '.join(sorted(shared[best[1]]))}")


def _adopted(place: int, items: Sequence[Item]) -> Dependency | None:
    """Recommendations of an attachment hold once an earlier item has approved them."""
    item = items[place]
    if item.kind is not ItemKind.RECOMMENDATION or "/" not in item.path:
        return None
    for earlier in items[:place]:
        if earlier.kind is ItemKind.APPROVE and "recommendations" in earlier.stages:
            return Dependency(earlier.path, False, "high", _ARROW.join((earlier.kind.value, item.kind.value)))
    return None


def _comes_first(earlier: Item, item: Item) -> bool:
    """Does the earlier item deliver a stage that comes before what this one delivers, for the same direction?"""
    if not earlier.stages or not item.stages or earlier.kind in (ItemKind.CONTROL, ItemKind.DEREGISTER):
        return False
    if earlier.mechanisms and item.mechanisms and not set(earlier.mechanisms) & set(item.mechanisms):
        return False
    return _ORDER[_last(earlier)] < _ORDER[_first(item)] and _in_time(earlier, item)


def _last(item: Item) -> str:
    return max(item.stages, key=lambda stage: _ORDER.get(stage, 0))


def _first(item: Item) -> str:
    return min(item.stages, key=lambda stage: _ORDER.get(stage, 0))


def _in_time(earlier: Item, item: Item) -> bool:
    due, later = earlier.deadline.due, item.deadline.due
    return due is None or later is None or due <= later
