"""What has to be written so that rows become others: only what differs, by the fewest statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any

from engine.store import statements as sql
from engine.store.journal import Row, Values

Names = Iterable[str]
Writes = defaultdict[str, list[Values]]  # statement → the values of each time that it is made


class RowChanges:
    """Gathers what differs; rows that go come first, for a new one may take the place of theirs.

    `gone`, `other` and `new` are there to be added to by whoever knows what has changed; `depends` says whether any
    case may wait for others than before.
    """

    __slots__ = ("depends", "gone", "new", "other")

    def __init__(self) -> None:
        self.gone: Writes = defaultdict(list)
        self.other: Writes = defaultdict(list)
        self.new: Writes = defaultdict(list)
        self.depends = False

    def compare(self, table: str, old: Iterable[Row], new: Iterable[Row]) -> None:
        """Rows of one case in one table, as they are kept and as they have to be."""
        if old == new:
            return
        self.depends = self.depends or table == "depends"
        key, at = sql.MADE[table], _key_of(table)
        left = {at(row): row for row in old}
        for row in new:
            was = left.pop(at(row), None)
            if was is None:
                self.new[sql.insert(table, tuple(row))].append(tuple(row.values()))
            elif was != row:
                self.row(table, row, map(was.__getitem__, row), row.values(), [row[name] for name in key])
        for row in left.values():
            self.gone[sql.remove(table, key)].append(tuple([row[name] for name in key]))

    def row(self, table: str, names: Names, was: Iterable[Any], now: Iterable[Any], at: Iterable[Any]) -> None:
        """One row, of which some columns may say something else now; `at` are the values of its key."""
        differ = {name: value for name, before, value in zip(names, was, now, strict=True) if before != value}
        if differ:
            self.other[sql.update(table, tuple(differ), sql.MADE[table])].append((*differ.values(), *at))

    def writes(self) -> Iterable[tuple[str, list[Values]]]:
        """The statements in their order."""
        return chain(self.gone.items(), self.other.items(), self.new.items())


@cache
def _key_of(table: str) -> itemgetter[Any]:
    return itemgetter(*sql.MADE[table])
