"""The short way to the rows of a case comes out where the long one does, whatever has happened to the case."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from engine.definition.shipped import shipped
from engine.definition.workflow import NO_NAMES, Workflow
from engine.run.case import Case
from engine.run.event import Event, Plain, Told
from engine.run.fold import live
from engine.run.office import OFFICE
from engine.store import touched
from engine.store.made_rows import EVER
from engine.store.projections import Rows, project
from engine.store.remembered import Step, Stream
from engine.store.row_changes import RowChanges
from engine.store.schema import create
from engine.store.statements import MADE, everything

FIELDS: dict[str, tuple[Plain, ...]] = {
    "text": ("Позвонить", "Написать", None),
    "outcome": ("done", "withdrawn"),
    "due": ("2026-12-01", "2026-12-31", ""),
    "control_due": ("2026-11-30", None),
    "lines": ([3, 4], [], None),
    "mechanisms": (["1.1"], ["1.1", "1.2"]),
    "executors": (["Л-1"], ["Л-1", "Л-2"], []),
    "executor_roles": (["lead"], ["lead", "helper"]),
    "predecessors": (["Т-2"], ["Т-2", "Т-3"], []),
    "offered": ([{"task": "Т-4", "why": "тот же срок"}], []),
    "protocol": ("П-1", "", None),
    "sha256": ("ab", "cd"),
    "topic": ("О питании", "О ремонте"),
    "roles": ({"chair": ["Л-1"]}, {"chair": ["Л-1", "Л-2"]}, {}),
    "unheard_of": ("да", "нет"),
}


class Life:
    """A random history of one case, as it goes on."""

    def __init__(self, workflow: Workflow, id: str, chance: random.Random) -> None:
        self.chance, self.id, self.number = chance, id, 0
        stages = {name: replace(stage, final=not stage.final) for name, stage in workflow.stages.items()}
        fields = {name: field for name, field in workflow.fields.items() if name != "predecessors"}
        later = replace(workflow, version="later", stages=MappingProxyType(stages), fields=fields, lexicon=NO_NAMES)
        self.versions = {each.version: each for each in (workflow, later)}
        self.workflow = workflow
        self.history: tuple[Event, ...] = ()

    def workflow_of(self, case: Case) -> Workflow:
        return self.versions[case.workflow_version]

    def entry(self, type: str, data: dict[str, Plain]) -> Event:
        day = date(2026, 11, self.chance.randint(20, 24))
        event = Event(self.id, len(self.history) + 1, type, Told("Л-1", "Л-1", "", day, AT), data)
        self.history = (*self.history, event)
        return event

    def stated(self) -> dict[str, Plain]:
        names = self.chance.sample(list(FIELDS), self.chance.randint(0, 3))
        return {name: self.chance.choice(FIELDS[name]) for name in names}

    def go_on(self) -> Event:
        case = Stream.of(self.history).case
        if case is None:
            if self.history:
                return self.passed_over("redone", range(1, len(self.history) + 1))
            subject: dict[str, Plain] = {"protocol": "П-1", "path": "2"} if self.id.startswith("П-1.") else {}
            opening: dict[str, Plain] = {
                "workflow": self.workflow.name,
                "workflow_version": self.workflow.version,
                "trusted": [],
            }
            stage = next(iter(self.workflow.stages))
            return self.entry("opened", {**opening, "stage": stage, "subject": subject, "fields": self.stated()})
        return self.chance.choice(WAYS)(self, case)

    def moved(self, case: Case) -> Event:
        target = self.chance.choice(list(self.workflow.stages))
        data: dict[str, Plain] = {"trigger": "go", "from": case.stage, "to": target, "data": {}, "sets": {}}
        return self.entry("moved", {**data, "sets": self.stated() if self.chance.random() < 0.4 else {}})

    def recorded(self, case: Case) -> Event:
        self.number += 1
        kind = self.chance.choice([*self.workflow.records, "tenure"])
        fields: dict[str, Plain] = {"text": "Сделано", "role": "chair", "party": "Л-1"}
        return self.entry("recorded", {"record": f"МТ-{self.number}", "kind": kind, "fields": fields, "links": []})

    def linked(self, case: Case) -> Event:
        return self.entry("linked", {"record": self.some(case), "to": "МТ-1"}) if case.records else self.moved(case)

    def evidenced(self, case: Case) -> Event:
        target = self.chance.choice(["", *case.records])
        return self.entry("evidenced", {"record": target, "evidence": {"kind": "справка", "sha256": "ab"}})

    def planned(self, case: Case) -> Event:
        return self.entry("planned", {"stage": self.chance.choice(list(self.workflow.stages)), "task": "Т-7"})

    def corrected(self, case: Case) -> Event:
        if self.chance.random() < 0.5 or not case.records:
            return self.entry("corrected", {"record": "", "fields": self.stated()})
        return self.entry("corrected", {"record": self.some(case), "fields": {"text": "Иначе", "party": "Л-2"}})

    def migrated(self, case: Case) -> Event:
        version = self.chance.choice(list(self.versions))
        trusted: list[Plain] = list(self.chance.sample(list(self.workflow.stages), 1))
        data: dict[str, Plain] = {"workflow_version": version, "stage": case.stage, "trusted": trusted, "mapping": {}}
        return self.entry("migrated", data)

    def undone(self, case: Case) -> Event:
        """The last entries that count; what came before never builds upon them."""
        counting = [event.version for event in live(self.history)]
        return self.passed_over("undone", counting[-self.chance.randint(1, 4) :])

    def passed_over(self, type: str, versions: Any) -> Event:
        return self.entry(type, {"intent": f"A-{self.chance.randint(1, 3)}", "versions": list(versions)})

    def some(self, case: Case) -> str:
        return self.chance.choice(list(case.records))


AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
WAYS: tuple[Callable[[Life, Case], Event], ...] = (
    *(Life.moved, Life.moved, Life.recorded, Life.recorded, Life.linked, Life.evidenced, Life.planned),
    *(Life.corrected, Life.migrated, Life.undone),
)


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    create(tmp_path / "o.resheno")
    with closing(sqlite3.connect(tmp_path / "o.resheno")) as connection:
        yield connection


def kept(tables: sqlite3.Connection) -> Rows:
    found: Rows = {}
    for table, key in MADE.items():
        cursor = tables.execute(everything(table, key))
        names = [column[0] for column in cursor.description]
        found[table] = [dict(zip(names, row, strict=True)) for row in cursor]
    return found


def made(life: Life) -> Rows:
    rows = project(life.history, life.workflow_of)
    return {table: sorted(rows.get(table, []), key=lambda row: [row[name] for name in MADE[table]]) for table in MADE}


def step(life: Life, old: Stream, new: Stream, entries: list[Event]) -> Step:
    return Step(life.id, old, new, entries, life.workflow_of(new.case) if new.case else None)


def live_on(life: Life, tables: sqlite3.Connection, steps: int) -> None:
    """Intents of one to three entries, each followed by a look at all the rows."""
    stream = Stream()
    for _ in range(steps):
        entries = [life.go_on() for _ in range(life.chance.randint(1, 3))]
        old, stream = stream, stream.then(entries)
        changes = RowChanges()
        touched.touch(changes, step(life, old, stream, entries), life.workflow_of)
        for statement, values in changes.writes():
            tables.executemany(statement, values)
        assert kept(tables) == made(life), [event.type for event in life.history]


@pytest.mark.parametrize(
    ("workflow", "id"),
    [
        (shipped("assignment"), "П-1.2"),
        (replace(shipped("assignment"), name="errand"), "Е-1"),
        (shipped("protocol"), "П-1"),
        (shipped("management_cycle"), "К-1"),
        (OFFICE, "office"),
    ],
    ids=lambda each: each.name if isinstance(each, Workflow) else "",
)
@pytest.mark.parametrize("seed", range(10))
def test_rows_that_are_kept_are_the_rows_made_anew(
    workflow: Workflow, id: str, seed: int, tables: sqlite3.Connection
) -> None:
    live_on(Life(workflow, id, random.Random(seed)), tables, 40)


@pytest.mark.parametrize("part", ["records", "evidence", "plans", "fields.due", "fields.executors", EVER])
def test_a_part_that_is_overlooked_is_noticed(
    part: str, tables: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeing = touched.changed_parts
    monkeypatch.setattr(touched, "changed_parts", lambda *asked: seeing(*asked) - {part})
    with pytest.raises((AssertionError, sqlite3.Error)):
        for seed in range(20):
            live_on(Life(shipped("assignment"), f"П-1.{seed}", random.Random(seed)), tables, 40)


def test_a_move_writes_where_the_case_stands_and_no_more() -> None:
    life = Life(shipped("assignment"), "П-1.2", random.Random(1))
    life.go_on()
    old = Stream.of(life.history)
    assert old.case
    data: dict[str, Plain] = {"trigger": "deliver", "from": old.case.stage, "to": "delivered", "data": {}, "sets": {}}
    changes = RowChanges()
    entry = life.entry("moved", data)
    touched.touch(changes, step(life, old, old.then([entry]), [entry]), life.workflow_of)
    assert {statement.split()[1] for statement, _ in changes.writes()} <= {"case_now", "task"}
