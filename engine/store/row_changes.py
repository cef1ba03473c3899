"""What has to be written so that rows become others: only what differs, by the fewest statements."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any

from engine.store import statements as sql
from engine.store.journal import Row, Values

Writes = dict[str, list[Values]]  # statement → the values of each time that it is made


class RowChanges:
    """Gathers what differs; rows that go come first, for a new one may take the place of theirs.

    `gone`, `other` and `new` are there to be added to by whoever knows what has changed; `depends` says whether any
    assignment may wait for others than before.
    """

    __slots__ = ("depends", "gone", "new", "other")

    def __init__(self) -> None:
        self.gone: Writes = {}
        self.other: Writes = {}
        self.new: Writes = {}
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
                add(self.new, sql.insert(table, tuple(row)), tuple(row.values()))
            elif was != row:
                self.row(table, key, tuple(row), tuple(was[name] for name in row), tuple(row.values()), at(row))
        for row in left.values():
            add(self.gone, sql.remove(table, key), tuple(row[name] for name in key))

    def row(self, table: str, key: tuple[str, ...], names: tuple[str, ...], was: Values, now: Values, at: Any) -> None:
        """One row, of which some columns may say something else now."""
        differ = [n for n, value in enumerate(now) if was[n] != value]
        if differ:
            statement = sql.update(table, tuple(names[n] for n in differ), key)
            add(self.other, statement, (*(now[n] for n in differ), *(at if len(key) > 1 else (at,))))

    def writes(self) -> Iterable[tuple[str, list[Values]]]:
        """The statements in their order."""
        return chain(self.gone.items(), self.other.items(), self.new.items())


def add(writes: Writes, statement: str, values: Values) -> None:
    """Once more a statement, with these values."""
    known = writes.get(statement)
    if known is None:
        writes[statement] = [values]
    else:
        known.append(values)


@cache
def _key_of(table: str) -> itemgetter[Any]:
    return itemgetter(*sql.MADE[table])
