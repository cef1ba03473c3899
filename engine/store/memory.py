# ruff: noqa: D102 - what each method does is said once, in engine.store.store.Ledger
"""A store that keeps its books in memory: for tests, and for trying things out."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Event
from engine.run.fold import fold
from engine.run.office import ID as OFFICE_ID
from engine.run.office import OFFICE, roles
from engine.run.refusal import Refused
from engine.run.unknown import NotFound
from engine.store.errors import Behind
from engine.store.gap_keeping import all_gaps, lookers
from engine.store.keys import bears
from engine.store.projections import Rows, project
from engine.store.store import NOT_FOLDED, Document, Party, Recorded
from engine.store.tables import PROJECTIONS


@dataclass
class MemoryLedger:
    """The books themselves; what is kept by whom is said in `engine.store.store.Ledger`."""

    streams_: dict[str, tuple[Event, ...]] = field(default_factory=dict)
    intents_: list[tuple[Recorded, tuple[Event, ...]]] = field(default_factory=list)
    refusals_: list[Refused] = field(default_factory=list)
    workflows_: list[Workflow] = field(default_factory=lambda: [OFFICE])
    parties_: dict[str, Party] = field(default_factory=dict)
    documents_: dict[str, Document] = field(default_factory=dict)
    rows_: dict[str, Rows] = field(default_factory=dict)

    def history(self, case: str) -> tuple[Event, ...]:
        return self.streams_.get(case, ())

    def case(self, case: str) -> Case | None:
        return fold(self.history(case))

    def known_case(self, case: str) -> Case:
        found = self.case(case)
        if found is None:
            raise NotFound("case", case, self.cases())
        return found

    def cases(self) -> tuple[str, ...]:
        return tuple(case for case in self.streams_ if self.case(case))

    def streams(self) -> tuple[str, ...]:
        return tuple(self.streams_)

    def find(self, name: str, value: str) -> tuple[str, ...]:
        wanted = {"name": name, "value": value}
        return tuple(
            case
            for case, rows in self.rows_.items()
            if any({"name": row["name"], "value": row["value"]} == wanted for row in rows.get("case_key", ()))
        )

    def owner(self, record: str) -> str:
        found = {row["id"]: row["case"] for rows in self.rows_.values() for row in rows.get("record", ())}
        if record not in found:
            raise NotFound("record", record, found)
        return str(found[record])

    def serving(self, task: str) -> tuple[tuple[str, str], ...]:
        plans = [row for rows in self.rows_.values() for row in rows.get("plan", ())]
        return tuple((row["case"], row["stage"]) for row in plans if row["task"] == task)

    def waiting_for(self, case: str) -> tuple[str, ...]:
        links = [row for rows in self.rows_.values() for row in rows.get("depends", ())]
        return tuple(sorted(row["case"] for row in links if row["on_task"] == case and row["explicit"]))

    def last_number(self, series: str) -> int:
        taken = [row for rows in self.rows_.values() for row in rows["taken"]]
        return max((row["number"] for row in taken if row["series"] == series), default=0)

    def workflows(self) -> tuple[str, ...]:
        return tuple(sorted({workflow.name for workflow in self.workflows_ if workflow is not OFFICE}))

    def workflow(self, name: str, version: str = "") -> Workflow:
        for workflow in reversed(self.workflows_):
            if workflow.name == name and version in ("", workflow.version):
                return workflow
        raise NotFound("workflow", name, (workflow.name for workflow in self.workflows_))

    def office(self) -> Mapping[str, frozenset[str]]:
        return roles(self.case(OFFICE_ID))

    def parties(self) -> tuple[Party, ...]:
        return tuple(self.parties_.values())

    def answered(self, key: str) -> Recorded | None:
        return next((recorded for recorded, _ in self.intents_ if bears(recorded.key, key)), None)

    def intents(self) -> tuple[Recorded, ...]:
        return tuple(recorded for recorded, _ in self.intents_)

    def entries_of(self, intent: str) -> tuple[Event, ...]:
        return next((events for recorded, events in self.intents_ if recorded.intent == intent), ())

    def projections(self) -> Rows:
        gathered: Rows = {}
        for table in PROJECTIONS:
            name = str(table.__tablename__)
            rows = [row for each in self.rows_.values() for row in each.get(name, ())]
            keys = [column.name for column in table.__table__.primary_key]  # type: ignore[attr-defined]
            gathered[name] = sorted(rows, key=lambda row: [row[key] for key in keys])
        return gathered

    def refusals(self) -> tuple[tuple[str, str], ...]:
        return tuple((refused.case, refused.wanted) for refused in self.refusals_)

    def append(
        self,
        what: str,
        about: str,
        key: str,
        events: Iterable[Event],
        at: datetime,
        made: Mapping[str, Case | None] = NOT_FOLDED,
    ) -> str:
        """What is said to be made is held against the entries here, so that a desk that folds wrongly is found out."""
        entries = tuple(events)
        before = {event.case: self.case(event.case) for event in entries}
        intent = f"A-{len(self.intents_) + 1}"
        for event in entries:
            found = len(self.history(event.case))
            if event.version != found + 1:
                raise Behind(event.case, event.version - 1, found)
            self.streams_[event.case] = (*self.history(event.case), event)
        for case, said in made.items():
            if said != self.case(case):
                raise ValueError(f"these entries have not made of {case} what is said of them")
        self.intents_.append((Recorded(intent, what, about, key, at), entries))
        touched = {event.case: before.get(event.case) for event in entries}
        for case in touched:
            self._project(case)
        self._judge(touched)
        return intent

    def refuse(self, refused: Refused) -> None:
        self.refusals_.append(refused)

    def register(self, party: Party) -> None:
        self.parties_[party.id] = party

    def correct(self, party: Party) -> None:
        self.parties_[party.id] = party

    def keep(self, document: Document) -> None:
        self.documents_.setdefault(document.sha256, document)

    def define(self, workflow: Workflow) -> None:
        self.workflows_.append(workflow)

    def rebuild(self) -> None:
        self.rows_ = {}
        for case in self.streams_:
            self._project(case)
        self._judge(dict.fromkeys(self.streams_))

    def _project(self, case: str) -> None:
        self.rows_[case] = project(self.history(case), lambda it: self.workflow(it.workflow, it.workflow_version))

    def _judge(self, before: Mapping[str, Case | None]) -> None:
        """Judge anew, wholly, the cases that stood so before and those that look at them."""
        others = [other for case, was in before.items() for other, _ in lookers(self, case, was, self.case(case))]
        for case in dict.fromkeys((*before, *others)):
            self.rows_[case] = {**self.rows_.get(case, {}), "gap": all_gaps(self, case)}


class MemoryStore:
    """Books that are gone when the program ends."""

    def __init__(self) -> None:
        self._books = MemoryLedger()

    @contextmanager
    def writing(self) -> Iterator[MemoryLedger]:
        """A copy to write in, which takes the place of the books if all went well."""
        draft = MemoryLedger(**{name: copy.copy(value) for name, value in vars(self._books).items()})
        yield draft
        self._books = draft

    @contextmanager
    def reading(self) -> Iterator[MemoryLedger]:
        """The books as they are."""
        yield self._books
