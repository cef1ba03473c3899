# ruff: noqa: D102 - what each method does is said once, in engine.store.store.Ledger
"""The books over one SQL connection, inside one transaction; every statement has its name in `statements`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from engine.definition.compiled import to_json
from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Event
from engine.run.refusal import Refused
from engine.store import statements as sql
from engine.store.errors import Behind, Tampered
from engine.store.gap_keeping import all_gaps, judged_again
from engine.store.journal import (
    ENTRY,
    INTENT,
    Row,
    entry_values,
    intent_values,
    is_as_written,
    moment,
    refusal_row,
    sealed,
    titles_of,
)
from engine.store.remembered import Step, Stream
from engine.store.row_changes import RowChanges
from engine.store.sql_reading import Connection, Definitions, SqlReading
from engine.store.store import NOT_FOLDED, Document, Party
from engine.store.touched import NUMBER_TAKEN, touch

__all__ = ["Connection", "Definitions", "SqlLedger"]

AT_ONCE = 1_000  # cases whose rows are made again and written together
PUT_INTENT = sql.insert("intent", INTENT)
PUT_ENTRY = sql.insert("entry", ENTRY)


class SqlLedger(SqlReading):
    """What each of these does is said in `engine.store.store.Ledger`."""

    def append(
        self,
        what: str,
        about: str,
        key: str,
        events: Iterable[Event],
        at: datetime,
        made: Mapping[str, Case | None] = NOT_FOLDED,
    ) -> str:
        entries, recorded = tuple(events), moment(at)
        steps = self._follow(entries, made)
        number, first = self._next(sql.LAST_INTENT), self._next(sql.LAST_ENTRY, len(entries))
        intent = f"A-{number}"
        self._connection.executemany(PUT_INTENT, [intent_values(number, what, about, key, recorded)])
        self._connection.executemany(PUT_ENTRY, entry_values(entries, first, intent, at, recorded))
        self._project(steps)
        self._judge(steps)
        return intent

    def _follow(self, entries: tuple[Event, ...], made: Mapping[str, Case | None]) -> list[Step]:
        """Count the entries as history, each the next of its case."""
        of_cases: dict[str, list[Event]] = {}
        for event in entries:
            of_cases.setdefault(event.case, []).append(event)
        known, steps = self._remembered, list[Step]()
        for case, events in of_cases.items():
            old = known.streams.get(case) or self._stream(case)
            if case in known.unproven:
                self._prove(case, old)
            for version, event in enumerate(events, old.version + 1):
                if event.version != version:
                    raise Behind(case, event.version - 1, version - 1)
            new = Stream((*old.history, *events), made[case]) if case in made else old.then(events)
            steps.append(self._step(case, old, new, events))
        for case, _, new, _, _ in steps:
            known.keep(case, new)
        return steps

    def _step(self, case: str, old: Stream, new: Stream, entries: Sequence[Event] = ()) -> Step:
        """What these entries, or all that there are, make of a case."""
        return Step(case, old, new, entries or new.history, self._workflow_of(new.case) if new.case else None)

    def _prove(self, case: str, stream: Stream) -> None:
        """Hold a stream against its hashes before anything is built upon it; raises Tampered."""
        entries = self._remembered.unproven[case]
        stands = entries[0][-1] if entries else self._one(sql.STANDS, case=case)
        if stands != (stream.version if stream.case else None):
            raise Tampered("", case)
        for entry in entries:
            if not is_as_written(entry[:-1]):
                raise Tampered("", case)
        del self._remembered.unproven[case]

    def refuse(self, refused: Refused) -> None:
        self._put("refusal", [refusal_row(refused, self._next(sql.LAST_REFUSAL))])

    def register(self, party: Party) -> None:
        series, _, number = party.id.partition("-")
        row = {"id": party.id, "series": series, "number": int(number), "type": party.type}
        self._put("party", [sealed({**row, "name": party.name, "position": party.position})])

    def correct(self, party: Party) -> None:
        self._connection.execute(sql.remove("party", ("id",)), (party.id,))
        self.register(party)

    def keep(self, document: Document) -> None:
        if document.sha256 in self._remembered.documents:
            return
        if self._one(sql.DOCUMENT, sha256=document.sha256) is None:
            row = {"sha256": document.sha256, "name": document.name, "size": document.size}
            self._put("document", [sealed({**row, "content": document.content})])
        self._remembered.document(document.sha256)

    def define(self, workflow: Workflow) -> None:
        row = {"number": self._next(sql.LAST_DEFINITION), "name": workflow.name, "version": workflow.version}
        self._put("definition", [sealed({**row, "body": to_json(workflow), "titles": titles_of(workflow)})])

    def take_over(self, table: str, rows: list[Row]) -> None:
        """Rows of a lasting table as another database had them, their hashes too."""
        self._put(table, rows)

    def rebuild(self) -> None:
        for table in sql.MADE:
            self._connection.execute(sql.clear(table))
        for known in (self._remembered.gaps, self._remembered.waiting, self._remembered.numbers):
            known.clear()
        cases = self.streams()
        for n in range(0, len(cases), AT_ONCE):
            self._project([self._step(case, Stream(), self._stream(case)) for case in cases[n : n + AT_ONCE]])
        for case in cases:
            self._put("gap", all_gaps(self, case))

    def _project(self, steps: Iterable[Step]) -> None:
        """Bring the rows of these cases up to date: only what the new entries have changed is written."""
        changes, remembered = RowChanges(), self._remembered
        for step in steps:
            touch(changes, step, self._workflow_of)
        if changes.depends:
            remembered.waiting.clear()
        for _, _, series, number in changes.new.get(NUMBER_TAKEN, ()):
            if series in remembered.numbers:
                remembered.numbers[series] = max(remembered.numbers[series], number)
        self._write(changes)

    def _judge(self, steps: Iterable[Step]) -> None:
        """Bring the gaps up to date, of these cases and of those that look at them."""
        changes: RowChanges | None = None
        for before, after in judged_again(self, steps):
            if before != after:
                changes = changes or RowChanges()
                changes.compare("gap", before, after)
                self._remember_gaps(before, after)
        if changes:
            self._write(changes)

    def _remember_gaps(self, before: list[Row], after: list[Row]) -> None:
        """What of one case is written down now, where all that is was known."""
        known = self._remembered.gaps.get((before or after)[0]["case"])
        if known is not None:
            known.go(before)
            known.come(after)

    def _workflow_of(self, case: Case) -> Workflow:
        return self.workflow(case.workflow, case.workflow_version)

    def _put(self, table: str, rows: list[Row]) -> None:
        if rows:
            names = tuple(rows[0])
            values = [tuple(row[name] for name in names) for row in rows]
            self._connection.executemany(sql.insert(table, names), values)

    def _write(self, changes: RowChanges) -> None:
        many = self._connection.executemany
        for statement, values in changes.writes():
            many(statement, values)

    def _next(self, last: str, count: int = 1) -> int:
        """The number after the last one that the statement gives; so many are taken."""
        known = self._remembered.last.get(last)
        number = int(self._one(last) or 0) if known is None else known
        self._remembered.last[last] = number + count
        return number + 1
