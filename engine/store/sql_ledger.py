# ruff: noqa: D102 - what each method does is said once, in engine.store.store.Ledger
"""The books over one SQL connection, inside one transaction; Core statements, rows in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select
from sqlmodel import SQLModel

from engine.definition.compiled import from_json, to_json
from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Event
from engine.run.fold import fold
from engine.run.office import ID as OFFICE_ID
from engine.run.office import OFFICE, roles
from engine.run.refusal import Refused
from engine.run.unknown import NotFound
from engine.store.errors import Behind
from engine.store.journal import Row, entry_row, event_of, refusal_row, sealed, titles_of
from engine.store.projections import Rows, project
from engine.store.store import Document, Party, Recorded
from engine.store.tables import (
    PROJECTIONS,
    CaseKey,
    CaseNow,
    DefinitionRow,
    DocumentRow,
    Entry,
    IntentRow,
    PartyRow,
    PlanRow,
    RecordRow,
    RefusalRow,
    Taken,
)


def table_of(model: type[SQLModel]) -> Table:
    """The table behind a model; SQLModel hides its type."""
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table


ENTRY, INTENT, REFUSAL = table_of(Entry), table_of(IntentRow), table_of(RefusalRow)
DEFINITION, DOCUMENT, PARTY = table_of(DefinitionRow), table_of(DocumentRow), table_of(PartyRow)
CASE, KEY, TAKEN = table_of(CaseNow), table_of(CaseKey), table_of(Taken)
RECORD, PLAN = table_of(RecordRow), table_of(PlanRow)
MADE = {table.name: table for table in map(table_of, PROJECTIONS)}


@lru_cache(maxsize=64)
def _compiled(body: str) -> Workflow:
    return from_json(body)


class SqlLedger:
    """What each of these does is said in `engine.store.store.Ledger`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._workflows: dict[tuple[str, str], Workflow] = {}

    def _all(self, statement: Any) -> list[Mapping[str, Any]]:
        return [dict(row) for row in self._connection.execute(statement).mappings()]

    def history(self, case: str) -> tuple[Event, ...]:
        rows = self._all(select(ENTRY).where(ENTRY.c.case == case).order_by(ENTRY.c.version))
        return tuple(map(event_of, rows))

    def case(self, case: str) -> Case | None:
        return fold(self.history(case))

    def known_case(self, case: str) -> Case:
        found = self.case(case)
        if found is None:
            raise NotFound("case", case, self.cases())
        return found

    def cases(self) -> tuple[str, ...]:
        order = (CASE.c.workflow, CASE.c.series, CASE.c.number, CASE.c.position, CASE.c.id)
        return tuple(self._connection.execute(select(CASE.c.id).order_by(*order)).scalars())

    def streams(self) -> tuple[str, ...]:
        first = select(ENTRY.c.case).where(ENTRY.c.version == 1).order_by(ENTRY.c.seq)
        return tuple(self._connection.execute(first).scalars())

    def find(self, name: str, value: str) -> tuple[str, ...]:
        found = select(KEY.c.case).where(KEY.c.name == name, KEY.c.value == value)
        joined = found.join(CASE, CASE.c.case == KEY.c.case).order_by(CASE.c.series, CASE.c.number, CASE.c.position)
        return tuple(self._connection.execute(joined).scalars())

    def owner(self, record: str) -> str:
        found = self._connection.execute(select(RECORD.c.case).where(RECORD.c.id == record)).scalar()
        if found is None:
            raise NotFound("record", record, self._connection.execute(select(RECORD.c.id)).scalars())
        return str(found)

    def serving(self, task: str) -> tuple[tuple[str, str], ...]:
        found = select(PLAN.c.case, PLAN.c.stage).where(PLAN.c.task == task)
        return tuple((row["case"], row["stage"]) for row in self._all(found.order_by(PLAN.c.case, PLAN.c.n)))

    def last_number(self, series: str) -> int:
        highest = select(func.max(TAKEN.c.number)).where(TAKEN.c.series == series)
        return int(self._connection.execute(highest).scalar() or 0)

    def workflow(self, name: str, version: str = "") -> Workflow:
        if name == OFFICE.name:
            return OFFICE
        if (name, version) not in self._workflows:
            self._workflows[name, version] = _compiled(self._definition(name, version))
        return self._workflows[name, version]

    def _definition(self, name: str, version: str) -> str:
        found = select(DEFINITION.c.body).where(DEFINITION.c.name == name)
        if version:
            found = found.where(DEFINITION.c.version == version)
        body = self._connection.execute(found.order_by(DEFINITION.c.number.desc()).limit(1)).scalar()
        if body is None:
            raise NotFound("workflow", name, self._connection.execute(select(DEFINITION.c.name).distinct()).scalars())
        return str(body)

    def office(self) -> Mapping[str, frozenset[str]]:
        return roles(self.case(OFFICE_ID))

    def parties(self) -> tuple[Party, ...]:
        rows = self._all(select(PARTY).order_by(PARTY.c.series, PARTY.c.number))
        return tuple(Party(row["id"], row["type"], row["name"], row["position"]) for row in rows)

    def answered(self, key: str) -> Recorded | None:
        return next(map(_recorded, self._all(select(INTENT).where(INTENT.c.key == key))), None)

    def intents(self) -> tuple[Recorded, ...]:
        return tuple(map(_recorded, self._all(select(INTENT).order_by(INTENT.c.number))))

    def entries_of(self, intent: str) -> tuple[Event, ...]:
        return tuple(map(event_of, self._all(select(ENTRY).where(ENTRY.c.intent == intent).order_by(ENTRY.c.seq))))

    def projections(self) -> Rows:
        return {
            name: [dict(row) for row in self._all(select(table).order_by(*table.primary_key))]
            for name, table in MADE.items()
        }

    def refusals(self) -> tuple[tuple[str, str], ...]:
        rows = self._all(select(REFUSAL).order_by(REFUSAL.c.seq))
        return tuple((row["case"], row["wanted"]) for row in rows)

    def append(self, what: str, about: str, key: str, events: Iterable[Event], at: datetime) -> str:
        entries = tuple(events)
        self._check_versions(entries)
        number = self._last(INTENT.c.number) + 1
        intent = f"A-{number}"
        row = {"number": number, "id": intent, "key": key or None, "what": what, "about": about}
        self._put(INTENT, [sealed({**row, "recorded_at": at.isoformat(timespec="microseconds")})])
        first = self._last(ENTRY.c.seq) + 1
        self._put(ENTRY, [entry_row(event, first + n, intent) for n, event in enumerate(entries)])
        self._forget(dict.fromkeys(event.case for event in entries if event.version > 1))
        self._project(dict.fromkeys(event.case for event in entries))
        return intent

    def _check_versions(self, entries: tuple[Event, ...]) -> None:
        heads: dict[str, int] = {}
        for event in entries:
            if event.case not in heads:
                last = select(func.max(ENTRY.c.version)).where(ENTRY.c.case == event.case)
                heads[event.case] = int(self._connection.execute(last).scalar() or 0)
            if event.version != heads[event.case] + 1:
                raise Behind(event.case, event.version - 1, heads[event.case])
            heads[event.case] += 1

    def refuse(self, refused: Refused) -> None:
        self._put(REFUSAL, [refusal_row(refused, self._last(REFUSAL.c.seq) + 1)])

    def register(self, party: Party) -> None:
        series, _, number = party.id.partition("-")
        row = {"id": party.id, "series": series, "number": int(number), "type": party.type}
        self._put(PARTY, [sealed({**row, "name": party.name, "position": party.position})])

    def keep(self, document: Document) -> None:
        known = select(DOCUMENT.c.sha256).where(DOCUMENT.c.sha256 == document.sha256)
        if self._connection.execute(known).scalar() is None:
            row = {"sha256": document.sha256, "name": document.name, "size": document.size}
            self._put(DOCUMENT, [sealed({**row, "content": document.content})])

    def define(self, workflow: Workflow) -> None:
        self._workflows.clear()
        row = {"number": self._last(DEFINITION.c.number) + 1, "name": workflow.name, "version": workflow.version}
        self._put(DEFINITION, [sealed({**row, "body": to_json(workflow), "titles": titles_of(workflow)})])

    def rebuild(self) -> None:
        for table in MADE.values():
            self._connection.execute(delete(table))
        self._project(self.streams())

    def _forget(self, cases: Iterable[str]) -> None:
        for case in cases:
            for table in MADE.values():
                self._connection.execute(delete(table).where(table.c.case == case))

    def _project(self, cases: Iterable[str]) -> None:
        """Make the rows of these cases anew, table by table."""
        gathered: Rows = {name: [] for name in MADE}
        for case in cases:
            made = project(self.history(case), lambda it: self.workflow(it.workflow, it.workflow_version))
            for name, rows in made.items():
                gathered[name] += rows
        for name, rows in gathered.items():
            self._put(MADE[name], rows)

    def _put(self, table: Table, rows: list[Row]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

    def _last(self, column: Any) -> int:
        return int(self._connection.execute(select(func.max(column))).scalar() or 0)


def _recorded(row: Mapping[str, Any]) -> Recorded:
    at = datetime.fromisoformat(row["recorded_at"])
    return Recorded(row["id"], row["what"], row["about"], row["key"] or "", at)
