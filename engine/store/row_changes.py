"""What has to be written so that rows become others: only what differs, by the fewest statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from engine.store import statements as sql
from engine.store.journal import Row

Values = tuple[Any, ...]
Writes = dict[str, list[Values]]  # statement → the values of each time that it is made
NO_ROWS: tuple[Row, ...] = ()


class RowChanges:
    """Gathers what differs; rows that go come first, for a new one may take the place of theirs."""

    def __init__(self) -> None:
        self._gone: Writes = {}
        self._other: Writes = {}
        self._new: Writes = {}

    def add(self, before: Mapping[str, Iterable[Row]], after: Mapping[str, Iterable[Row]]) -> None:
        """The rows of one case, table by table, as they are kept and as they have to be."""
        for table in {**before, **after}:
            old, new = before.get(table, NO_ROWS), after.get(table, NO_ROWS)
            if old != new:
                self._table(table, sql.MADE[table], old, new)

    def _table(self, table: str, key: tuple[str, ...], old: Iterable[Row], new: Iterable[Row]) -> None:
        at = itemgetter(*key)
        left = {at(row): row for row in old}
        for row in new:
            was = left.pop(at(row), None)
            if was is None:
                names = tuple(row)
                self._new.setdefault(sql.insert(table, names), []).append(tuple(row.values()))
            elif was != row:
                names = tuple(name for name, value in row.items() if was[name] != value)
                values = (*(row[name] for name in names), *(row[name] for name in key))
                self._other.setdefault(sql.update(table, names, key), []).append(values)
        for row in left.values():
            self._gone.setdefault(sql.remove(table, key), []).append(tuple(row[name] for name in key))

    def writes(self) -> Iterable[tuple[str, list[Values]]]:
        """The statements in their order."""
        return (*self._gone.items(), *self._other.items(), *self._new.items())
