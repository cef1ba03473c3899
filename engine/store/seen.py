"""Other cases as a connection shows them, read and folded once each: for whoever judges gaps without a ledger."""

from __future__ import annotations

from collections.abc import Callable

from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.fold import fold
from engine.store import statements as sql
from engine.store.journal import event_of
from engine.store.remembered import STREAMS
from engine.store.sql_ledger import Connection

Definition = Callable[[str, str], Workflow]


class SeenThere:
    """What `engine.store.gaps.Seen` asks for; no more than a few thousand cases are kept in mind."""

    def __init__(self, connection: Connection, definition: Definition) -> None:
        self._connection = connection
        self._definition = definition
        self._cases: dict[str, Case | None] = {}

    def case(self, case: str) -> Case | None:
        """A case as its entries made it."""
        if case not in self._cases:
            rows = self._connection.execute('SELECT * FROM entry WHERE "case" = ? ORDER BY version', (case,))
            self.know(case, fold(event_of(dict(row)) for row in rows.fetchall()))
        return self._cases[case]

    def know(self, case: str, as_it_is: Case | None) -> None:
        """A case that somebody has folded already."""
        if len(self._cases) >= STREAMS:
            self._cases.clear()
        self._cases[case] = as_it_is

    def workflow(self, name: str, version: str = "") -> Workflow:
        """A regulation in a version."""
        return self._definition(name, version)

    def find(self, name: str, value: str) -> tuple[str, ...]:
        """The cases that bear a key."""
        return self._column(sql.FIND, name=name, value=value)

    def waiting_for(self, case: str) -> tuple[str, ...]:
        """The cases that need the result of this one."""
        return self._column(sql.WAITING_FOR, task=case)

    def _column(self, statement: str, **values: str) -> tuple[str, ...]:
        return tuple(str(row[0]) for row in self._connection.execute(statement, values).fetchall())
