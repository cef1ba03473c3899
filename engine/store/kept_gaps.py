"""The gaps of one case as they are written down, by the place of their sentence and by their thing."""

from __future__ import annotations

from collections.abc import Iterable, Set

from engine.store.journal import Row

Rows = list[Row]


class KeptGaps:
    """All gaps of a case, found without a look at those of other sentences."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._places: dict[int, dict[str, Rows]] = {}
        self.come(rows)

    @property
    def places(self) -> Set[int]:
        """The places of the sentences that do not hold."""
        return self._places.keys()

    def at(self, places: Set[int]) -> Rows:
        """The gaps of some sentences."""
        found: Rows = []
        for place in sorted(self._places.keys() & places):
            for rows in self._places[place].values():
                found += rows
        return found

    def of(self, thing: str, places: Iterable[int]) -> Rows:
        """The gaps of some sentences in one thing."""
        return [row for place in places for row in self._places.get(place, {}).get(thing, ())]

    def all(self) -> Rows:
        """Every gap of the case."""
        return self.at(self.places)

    def go(self, rows: Iterable[Row]) -> None:
        """Forget rows; of a sentence and a thing they are always all."""
        for row in rows:
            things = self._places.get(row["place"], {})
            things.pop(row["thing"], None)
            if not things:
                self._places.pop(row["place"], None)

    def come(self, rows: Iterable[Row]) -> None:
        """Keep more rows."""
        for row in rows:
            self._places.setdefault(row["place"], {}).setdefault(row["thing"], []).append(row)
