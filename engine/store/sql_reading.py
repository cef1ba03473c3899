# ruff: noqa: D102 - what each method does is said once, in engine.store.store.Ledger
"""What is asked of the books over one SQL connection, inside one transaction, and remembered while it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from engine.definition.compiled import from_json
from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Event
from engine.run.office import ID as OFFICE_ID
from engine.run.office import OFFICE, roles
from engine.run.unknown import NotFound
from engine.store import statements as sql
from engine.store.journal import Row, event_of, event_told
from engine.store.kept_gaps import KeptGaps
from engine.store.keys import bears, span
from engine.store.projections import Rows
from engine.store.remembered import Remembered, Stream
from engine.store.store import Party, Recorded

Definitions = dict[tuple[str, str], Workflow]


class Connection(Protocol):
    """What the books need of a database: the driver of SQLite gives it, and `engine.store.dialect.Speaking`."""

    def execute(self, statement: str, values: Any = ..., /) -> Any:
        """One statement; what comes of it has `description` and rows that go by number."""
        ...

    def executemany(self, statement: str, rows: Any, /) -> Any:
        """One statement for many rows."""
        ...

    def commit(self) -> Any:
        """Keep what was done, where something was begun."""
        ...


class SqlReading:
    """What each of these does is said in `engine.store.store.Ledger`.

    `definitions` are those that were read before: a version never changes. A history is read once, for nobody else
    writes while the books are open; whoever hands in what is `remembered` answers for nobody having written since.
    """

    def __init__(self, connection: Connection, definitions: Definitions, remembered: Remembered | None = None) -> None:
        self._connection = connection
        self._definitions = definitions
        self._remembered = remembered or Remembered()

    def _all(self, statement: str, **values: Any) -> list[Row]:
        found = self._connection.execute(statement, values)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]

    def _column(self, statement: str, **values: Any) -> tuple[Any, ...]:
        return tuple([row[0] for row in self._connection.execute(statement, values).fetchall()])

    def _one(self, statement: str, **values: Any) -> Any:
        found = self._connection.execute(statement, values).fetchone()
        return found[0] if found else None

    def _stream(self, case: str) -> Stream:
        known = self._remembered.streams.get(case)
        if known is None:
            entries = self._connection.execute(sql.ENTRIES, {"case": case}).fetchall()
            known = self._remembered.keep(case, Stream.of(tuple(map(event_told, entries))))
            self._remembered.unproven[case] = entries
        return known

    def history(self, case: str) -> tuple[Event, ...]:
        return self._stream(case).history

    def case(self, case: str) -> Case | None:
        return (self._remembered.streams.get(case) or self._stream(case)).case

    def known_case(self, case: str) -> Case:
        found = self.case(case)
        if found is None:
            raise NotFound("case", case, self.cases())
        return found

    def cases(self) -> tuple[str, ...]:
        return self._column(sql.CASES)

    def streams(self) -> tuple[str, ...]:
        return self._column(sql.STREAMS)

    def find(self, name: str, value: str) -> tuple[str, ...]:
        return self._column(sql.FIND, name=name, value=value)

    def owner(self, record: str) -> str:
        found = self._one(sql.OWNER, id=record)
        if found is None:
            raise NotFound("record", record, self._column(sql.RECORDS))
        return str(found)

    def serving(self, task: str) -> tuple[tuple[str, str], ...]:
        return tuple((row["case"], row["stage"]) for row in self._all(sql.SERVING, task=task))

    def waiting_for(self, case: str) -> tuple[str, ...]:
        known = self._remembered.waiting.get(case)
        if known is None:
            known = self._remembered.waiting[case] = self._column(sql.WAITING_FOR, task=case)
        return known

    def gaps(self, case: str) -> KeptGaps:
        known = self._remembered.gaps.get(case)
        if known is None:
            known = self._remembered.gaps[case] = KeptGaps(self._all(sql.GAPS, case=case))
        return known

    def gaps_of(self, case: str, thing: str, places: Iterable[int]) -> list[Row]:
        known = self._remembered.gaps.get(case)
        return (known or KeptGaps(self._all(sql.GAPS_OF, case=case, thing=thing))).of(thing, places)

    def last_number(self, series: str) -> int:
        known = self._remembered.numbers.get(series)
        if known is None:
            known = self._remembered.numbers[series] = int(self._one(sql.LAST_NUMBER, series=series) or 0)
        return known

    def workflows(self) -> tuple[str, ...]:
        return tuple(sorted(self._column(sql.DEFINITIONS)))

    def workflow(self, name: str, version: str = "") -> Workflow:
        known = self._definitions.get((name, version))
        if known is not None:
            return known
        if name == OFFICE.name:
            return OFFICE
        key = (name, version or str(self._one(sql.NEWEST, name=name)))
        if key not in self._definitions:
            body = self._one(sql.DEFINITION, name=name, version=key[1])
            if body is None:
                raise NotFound("workflow", name, self._column(sql.DEFINITIONS))
            self._definitions[key] = from_json(body)
        return self._definitions[key]

    def office(self) -> Mapping[str, frozenset[str]]:
        return roles(self.case(OFFICE_ID))

    def parties(self) -> tuple[Party, ...]:
        return tuple(Party(row["id"], row["type"], row["name"], row["position"]) for row in self._all(sql.PARTIES))

    def answered(self, key: str) -> Recorded | None:
        found = map(_recorded, self._all(sql.ANSWERED, key=key, **span(key)))
        return next((recorded for recorded in found if bears(recorded.key, key)), None)

    def intents(self) -> tuple[Recorded, ...]:
        return tuple(map(_recorded, self._all(sql.INTENTS)))

    def entries_of(self, intent: str) -> tuple[Event, ...]:
        return tuple(map(event_of, self._all(sql.ENTRIES_OF, intent=intent)))

    def projections(self) -> Rows:
        return {table: self._all(sql.everything(table, key)) for table, key in sql.MADE.items()}

    def refusals(self) -> tuple[tuple[str, str], ...]:
        return tuple((row["case"], row["wanted"]) for row in self._all(sql.REFUSALS))


def _recorded(row: Mapping[str, Any]) -> Recorded:
    at = datetime.fromisoformat(row["recorded_at"])
    return Recorded(row["id"], row["what"], row["about"], row["key"] or "", at)
