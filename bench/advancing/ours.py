"""Ours: advances of assignments through the whole desk; and the very rows that they write, written by bare sqlite3."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from unittest import mock

from bench.advancing.peers import AGAIN, BROUGHT, CONTENT, FIELDS, Clock
from engine.definition.shipped import shipped
from engine.desk import closing, records, tasks
from engine.desk.answer import Done
from engine.desk.desk import Desk
from engine.desk.intent import Intent, Step
from engine.desk.workspace import found, open_desk
from engine.run.event import Event, Plain, Told
from engine.store import sqlite
from engine.store.sqlite import new_file
from engine.store.sqlite_file import Profile

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TOLD = Told("Л-1", "Л-1", "", date(2026, 11, 23), AT)
PROOF = records.Proof("справка", number="5", content=CONTENT)
LIFE: tuple[Callable[[str], Intent], ...] = (
    lambda task: tasks.take(task, "deliver"),
    lambda task: tasks.take(task, "accept"),
    lambda task: tasks.report(task, BROUGHT["report"]["text"]),
    lambda task: closing.confirm(task, (PROOF,)),
)
REPORT, CONFIRM = LIFE[2:]
LONG = (*LIFE[:2], *(REPORT, lambda task: tasks.take(task, "return", **BROUGHT["return"])) * AGAIN, REPORT, CONFIRM)
BATCH = 1_000
Written = list[tuple[str, list[tuple[Any, ...]]]]  # statements and their rows, commit by commit


def office(path: Path, cases: int, profile: Profile) -> None:
    """A new office with so many assignments, Т-1 and on, none of them begun."""
    workflow = shipped("assignment")
    opening: dict[str, Plain] = {"workflow": workflow.name, "workflow_version": workflow.version, "stage": "registered"}
    subject: dict[str, Plain] = {"protocol": "", "path": ""}
    opened = {**opening, "subject": subject, "fields": FIELDS, "trusted": []}
    with new_file(path, profile) as store:
        found(store, "Орлова Т.П.", "Управление образования Заречья", lambda: AT)
        desk = Desk(store, lambda: AT, "Л-1")
        done(desk, tasks.add(tasks.NewTask("Первое", executors=("Иванова И.И.",))))
        for first in range(2, cases + 1, BATCH):
            last = min(first + BATCH, cases + 1)
            with store.writing() as ledger:
                events = [Event(f"Т-{number}", 1, "opened", TOLD, opened) for number in range(first, last)]
                ledger.append("bench", "", "", events, AT)


def done(desk: Desk, intent: Intent) -> None:
    """Have it done, or say loudly that it was not."""
    answer = desk.act(intent)
    if not isinstance(answer, Done) or not answer.entries:
        raise SystemExit(f"{intent.what} was not done: {answer}")


class Ours:
    """A desk that stays open, and the assignment whose turn it is. The numbers are spread over the whole file."""

    def __init__(self, path: Path, cases: int, clock: Clock) -> None:
        self._clock = clock
        self.desk = open_desk(path, clock=lambda: AT)
        self._order = iter((number * 7919) % cases + 1 for number in range(cases))

    def advance(self, count: int, life: Sequence[Callable[[str], Intent]] = LIFE) -> float:
        """Seconds that so many advances take, each assignment taken through a whole life."""
        began = self._clock()
        for _ in range(count // len(life)):
            task = f"Т-{next(self._order)}"
            for act in life:
                done(self.desk, act(task))
        return self._clock() - began

    def batch(self) -> float:
        """Seconds that a thousand advances take in one intent."""

        def steps(books: Any) -> Iterator[Step]:
            for _ in range(BATCH):
                yield from LIFE[0](f"Т-{next(self._order)}").steps(books)

        began = self._clock()
        done(self.desk, Intent("bench", steps))
        return self._clock() - began


class Recording:
    """A connection that remembers what it wrote."""

    def __init__(self, connection: sqlite3.Connection, written: list[Written]) -> None:
        self._connection, self._written = connection, written

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement == "COMMIT":
            self._written.append([])
        return self._connection.execute(statement, *values)

    def executemany(self, statement: str, rows: list[tuple[Any, ...]]) -> sqlite3.Cursor:
        self._written[-1].append((statement, list(rows)))
        return self._connection.executemany(statement, rows)

    def close(self) -> None:
        self._connection.close()


@contextmanager
def recorded() -> Iterator[list[Written]]:
    """What is written inside the block by whoever opens a file of ours."""
    written: list[Written] = [[]]
    connect = sqlite._connect
    with mock.patch.object(sqlite, "_connect", lambda path: Recording(connect(path), written)):
        yield written


class Bare:
    """The same rows in the same file with the same settings: one connection, no reading, no thinking."""

    def __init__(self, path: Path, written: list[Written], clock: Clock) -> None:
        self._clock = clock
        self._connection = sqlite._connect(path)
        self._turns = iter([turn for turn in written if turn])

    def advance(self, count: int) -> float:
        began = self._clock()
        for _ in range(count):
            self._connection.execute("BEGIN IMMEDIATE")
            for statement, rows in next(self._turns):
                self._connection.executemany(statement, rows)
            self._connection.execute("COMMIT")
        return self._clock() - began
