"""V9: what three writers do to one case at once can be told as one story, in a file and on a server."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from psycopg import IsolationLevel

from engine.desk.desk import Desk
from engine.run.event import Event
from engine.run.fold import fold
from engine.store.place import Server
from engine.store.postgres import PostgresStore, new_database
from engine.store.sql_ledger import SqlLedger
from engine.store.sqlite import SqliteStore
from engine.store.store import Store
from tests.faults.figures import figure
from tests.office import Stopped
from tests.promises.linear import live_at_once, one_story
from tests.promises.model import Model
from tests.promises.office_beside import Offices, founded, in_memory_folder

HISTORIES = figure(2_000, 10_000)
WRITERS, IN_ONE_FILE = 3, 100
LEVELS = ("READ_COMMITTED", "REPEATABLE_READ", "SERIALIZABLE")


def untold(desks: list[Desk], model_of: Callable[[Store], Model], seeds: range) -> Iterator[int]:
    """The seeds of the histories that nobody can tell as one story."""
    with ThreadPoolExecutor(len(desks)) as pool:
        for seed in seeds:
            model = model_of(desks[0].store)
            done = live_at_once(desks, model, f"К-{seed + 1}", seed, pool)
            if not one_story(done, model, f"К-{seed + 1}"):
                yield seed


@pytest.fixture(scope="module")
def offices() -> Iterator[Offices]:
    with in_memory_folder() as folder:
        yield Offices(Path(folder))


@contextmanager
def in_a_file(offices: Offices, kind: type[SqliteStore] = SqliteStore) -> Iterator[list[Desk]]:
    """An office, and a desk with a store of its own for each writer."""
    with offices.in_a_file() as office, ExitStack() as opened:
        stores = [opened.enter_context(closing(kind(office.path))) for _ in range(WRITERS)]
        yield [Desk(store, Stopped(), "Л-1") for store in stores]


def test_what_writers_do_at_once_in_a_file_is_one_story(offices: Offices) -> None:
    with in_a_file(offices) as desks:
        assert list(untold(desks, offices.model, range(20))) == []


@pytest.mark.deep
@pytest.mark.parametrize("first", range(0, HISTORIES, IN_ONE_FILE))
def test_two_thousand_histories_in_a_file(first: int, offices: Offices) -> None:
    with in_a_file(offices) as desks:
        assert list(untold(desks, offices.model, range(first, first + IN_ONE_FILE))) == []


@pytest.mark.deep
@pytest.mark.timeout(14400)
@pytest.mark.parametrize("level", LEVELS)
def test_histories_on_a_server_at_every_level(
    level: str, server: Server, offices: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_database(server) as founding:
        founded(founding)
    levels = {"REPEATABLE_READ": IsolationLevel.REPEATABLE_READ, "SERIALIZABLE": IsolationLevel[level]}
    monkeypatch.setattr(psycopg, "IsolationLevel", SimpleNamespace(**levels))  # the writers' level
    desks = [Desk(PostgresStore(server), Stopped(), "Л-1") for _ in range(WRITERS)]
    assert list(untold(desks, offices.model, range(HISTORIES // 40))) == []


class Outside(SqliteStore):
    """A store that reads a case before its transaction begins, and writes behind whatever it finds then."""

    @contextmanager
    def writing(self) -> Iterator[SqlLedger]:
        with self.reading() as before:
            read = {case: before.history(case) for case in before.streams()}
        with super().writing() as ledger:
            true, append = ledger.history, ledger.append

            def behind(what: str, about: str, key: str, events: Iterable[Event], at: datetime, _: object) -> str:
                entries = tuple(events)
                there = {case: len(true(case)) for case in {entry.case for entry in entries}}
                moved = [e._replace(version=e.version + there[e.case] - len(read.get(e.case, ()))) for e in entries]
                vars(ledger).pop("history")
                return append(what, about, key, moved, at)

            vars(ledger).update(history=lambda case: read.get(case, ()), append=behind)
            vars(ledger).update(case=lambda case: fold(read.get(case, ())))
            yield ledger


class Late(SqliteStore):
    """A store that shows the books as they were at the last reading."""

    @contextmanager
    def reading(self) -> Iterator[SqlLedger]:
        with super().reading() as ledger:
            now = {case: ledger.case(case) for case in ledger.streams()}
            shown = {**now, **vars(self).get("was", {})}
            vars(self)["was"] = now
            vars(ledger).update(known_case=lambda case: shown[case])
            yield ledger


@pytest.mark.parametrize("broken", [Outside, Late])
def test_a_store_that_reads_outside_its_transaction_is_caught(broken: type[SqliteStore], offices: Offices) -> None:
    with in_a_file(offices, broken) as desks:
        assert next(untold(desks, offices.model, range(200)), None) is not None
