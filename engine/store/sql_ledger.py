# ruff: noqa: D102 - what each method does is said once, in engine.store.store.Ledger
"""The books over one SQL connection, inside one transaction; every statement has its name in `statements`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from engine.definition.compiled import from_json, to_json
from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Event
from engine.run.fold import fold
from engine.run.office import ID as OFFICE_ID
from engine.run.office import OFFICE, roles
from engine.run.refusal import Refused
from engine.run.unknown import NotFound
from engine.store import statements as sql
from engine.store.errors import Behind
from engine.store.journal import Row, entry_row, event_of, refusal_row, sealed, titles_of
from engine.store.projections import Rows, project
from engine.store.store import Document, Party, Recorded

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


class SqlLedger:
    """What each of these does is said in `engine.store.store.Ledger`.

    `definitions` are those that were read before: a version never changes. A history is read once, for nobody else
    writes while the books are open.
    """

    def __init__(self, connection: Connection, definitions: Definitions) -> None:
        self._connection = connection
        self._definitions = definitions
        self._histories: dict[str, tuple[Event, ...]] = {}

    def _all(self, statement: str, **values: Any) -> list[Row]:
        found = self._connection.execute(statement, values)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]

    def _column(self, statement: str, **values: Any) -> tuple[Any, ...]:
        return tuple(row[0] for row in self._connection.execute(statement, values).fetchall())

    def _one(self, statement: str, **values: Any) -> Any:
        return next(iter(self._column(statement, **values)), None)

    def history(self, case: str) -> tuple[Event, ...]:
        if case not in self._histories:
            self._histories[case] = tuple(map(event_of, self._all(sql.HISTORY, case=case)))
        return self._histories[case]

    def case(self, case: str) -> Case | None:
        return fold(self.history(case))

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

    def last_number(self, series: str) -> int:
        return int(self._one(sql.LAST_NUMBER, series=series) or 0)

    def workflows(self) -> tuple[str, ...]:
        return tuple(sorted(self._column(sql.DEFINITIONS)))

    def workflow(self, name: str, version: str = "") -> Workflow:
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
        return next(map(_recorded, self._all(sql.ANSWERED, key=key)), None)

    def intents(self) -> tuple[Recorded, ...]:
        return tuple(map(_recorded, self._all(sql.INTENTS)))

    def entries_of(self, intent: str) -> tuple[Event, ...]:
        return tuple(map(event_of, self._all(sql.ENTRIES_OF, intent=intent)))

    def projections(self) -> Rows:
        return {table: self._all(sql.everything(table, key)) for table, key in sql.MADE.items()}

    def refusals(self) -> tuple[tuple[str, str], ...]:
        return tuple((row["case"], row["wanted"]) for row in self._all(sql.REFUSALS))

    def append(self, what: str, about: str, key: str, events: Iterable[Event], at: datetime) -> str:
        entries = tuple(events)
        before = {case: self.history(case) for case in dict.fromkeys(event.case for event in entries)}
        self._follow(entries)
        number = self._last(sql.LAST_INTENT) + 1
        intent = f"A-{number}"
        row = {"number": number, "id": intent, "key": key or None, "what": what, "about": about}
        self._put("intent", [sealed({**row, "recorded_at": at.isoformat(timespec="microseconds")})])
        first = self._last(sql.LAST_ENTRY) + 1
        self._put("entry", [entry_row(event, first + n, intent) for n, event in enumerate(entries)])
        self._project(before)
        return intent

    def _follow(self, entries: tuple[Event, ...]) -> None:
        """Count the entries as history, each the next of its case."""
        for event in entries:
            last = self._version(event.case)
            if event.version != last + 1:
                raise Behind(event.case, event.version - 1, last)
            self._histories[event.case] = (*self.history(event.case), event)

    def _version(self, case: str) -> int:
        history = self.history(case)
        return history[-1].version if history else 0

    def refuse(self, refused: Refused) -> None:
        self._put("refusal", [refusal_row(refused, self._last(sql.LAST_REFUSAL) + 1)])

    def register(self, party: Party) -> None:
        series, _, number = party.id.partition("-")
        row = {"id": party.id, "series": series, "number": int(number), "type": party.type}
        self._put("party", [sealed({**row, "name": party.name, "position": party.position})])

    def correct(self, party: Party) -> None:
        self._connection.execute(sql.remove("party", ("id",)), {"id": party.id})
        self.register(party)

    def keep(self, document: Document) -> None:
        if self._one(sql.DOCUMENT, sha256=document.sha256) is None:
            row = {"sha256": document.sha256, "name": document.name, "size": document.size}
            self._put("document", [sealed({**row, "content": document.content})])

    def define(self, workflow: Workflow) -> None:
        row = {"number": self._last(sql.LAST_DEFINITION) + 1, "name": workflow.name, "version": workflow.version}
        self._put("definition", [sealed({**row, "body": to_json(workflow), "titles": titles_of(workflow)})])

    def take_over(self, table: str, rows: list[Row]) -> None:
        """Rows of a lasting table as another database had them, their hashes too."""
        self._put(table, rows)

    def rebuild(self) -> None:
        for table in sql.MADE:
            self._connection.execute(sql.clear(table))
        self._project(dict.fromkeys(self.streams(), ()))

    def _project(self, before: Mapping[str, tuple[Event, ...]]) -> None:
        """Bring the rows of these cases up to date: only those are written that the new entries have changed."""
        gone: Rows = {table: [] for table in sql.MADE}
        fresh: Rows = {table: [] for table in sql.MADE}
        for case, past in before.items():
            old, new = self._made(past), self._made(self.history(case))
            for table, key in sql.MADE.items():
                left, come = _difference(old.get(table, []), new.get(table, []), key)
                gone[table] += left
                fresh[table] += come
        for table, key in sql.MADE.items():
            if gone[table]:
                self._connection.executemany(sql.remove(table, key), gone[table])
        for table, rows in fresh.items():
            self._put(table, rows)

    def _made(self, history: tuple[Event, ...]) -> Rows:
        return project(history, lambda it: self.workflow(it.workflow, it.workflow_version)) if history else {}

    def _put(self, table: str, rows: list[Row]) -> None:
        if rows:
            self._connection.executemany(sql.insert(table, tuple(rows[0])), rows)

    def _last(self, statement: str) -> int:
        return int(self._one(statement) or 0)


def _difference(old: list[Row], new: list[Row], key: tuple[str, ...]) -> tuple[list[Row], list[Row]]:
    """The rows that have to go, and those that have to come."""
    if old == new:
        return [], []
    before, after = ({tuple(row[name] for name in key): row for row in rows} for rows in (old, new))
    gone = [row for at, row in before.items() if after.get(at) != row]
    return gone, [row for at, row in after.items() if before.get(at) != row]


def _recorded(row: Mapping[str, Any]) -> Recorded:
    at = datetime.fromisoformat(row["recorded_at"])
    return Recorded(row["id"], row["what"], row["about"], row["key"] or "", at)
