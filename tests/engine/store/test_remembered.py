"""What a connection remembers is true: whoever else writes is seen, however the desks take turns."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import cast

import pytest

from engine.desk import records, tasks, undoing
from engine.desk.answer import Done
from engine.desk.desk import Desk
from engine.desk.intent import Intent
from engine.desk.tasks import NewTask
from engine.desk.workspace import found, open_desk
from engine.run.event import Event, Plain, Told
from engine.run.fold import fold
from engine.run.unknown import Unknown
from engine.store import remembered, sqlite
from engine.store.errors import StoreError
from engine.store.remembered import Remembered, Stream
from engine.store.seal.verify import verify
from engine.store.sqlite import SqliteStore, new_file
from engine.store.sqlite_file import Profile
from engine.store.store import Document
from engine.store.window import look
from tests.office import DAY, OPERATOR, ORGANISATION, Stopped, done

TOLD = Told("Л-1", "Л-1", "", DAY, Stopped()())

ELSEWHERE = """
import sys
from pathlib import Path
from engine.desk import tasks
from engine.desk.workspace import open_desk
open_desk(Path(sys.argv[1])).act(tasks.take(sys.argv[2], "accept"))
"""


@pytest.fixture(params=Profile)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An office with one assignment, in either profile."""
    path = tmp_path / "o.resheno"
    with new_file(path, request.param) as store:
        done(found(store, OPERATOR, ORGANISATION, Stopped()))
        done(Desk(store, Stopped(), "Л-1").act(tasks.add(NewTask("Позвонить"))))
    return path


@pytest.fixture
def desks(place: Path) -> Iterator[tuple[Desk, ...]]:
    """Three desks, each with a connection of its own."""
    opened = tuple(open_desk(place, clock=Stopped()) for _ in range(3))
    yield opened
    for desk in opened:
        cast("SqliteStore", desk.store).close()


def at(place: Path, case: str) -> Stream:
    """A stream as somebody finds it who has never read before."""
    with closing(SqliteStore(place)) as store, store.reading() as ledger:
        return Stream(ledger.history(case), ledger.case(case))


def take_turns(place: Path, desks: tuple[Desk, ...], seed: int) -> None:
    """Acts of one desk after another; after each, every desk sees what somebody new would see."""
    chance = random.Random(seed)
    for _ in range(25):
        acts = [tasks.take("Т-1", "deliver"), tasks.take("Т-1", "extend", due="2026-12-31", reason="болезнь")]
        acts += [tasks.take("Т-1", "reassign", executors=["Л-1"], reason="отпуск"), undoing.undo(), undoing.redo()]
        acts += [tasks.report("Т-1", "сделано"), tasks.add(NewTask("Ещё"))]
        with suppress(Unknown):  # nobody knows a case any more that was taken back
            chance.choice(desks).act(chance.choice(acts))
        there = at(place, "Т-1")
        assert there.case == fold(there.history), f"seed {seed}"
        for desk in chance.sample(desks, 2):
            with desk.store.reading() as ledger:
                assert (ledger.history("Т-1"), ledger.case("Т-1")) == (there.history, there.case), f"seed {seed}"
    assert verify(place).findings == (), f"seed {seed}"


@pytest.mark.parametrize("seed", range(4))
def test_every_desk_sees_what_the_others_have_written(place: Path, desks: tuple[Desk, ...], seed: int) -> None:
    take_turns(place, desks, seed)


def test_another_process_is_seen(place: Path, desks: tuple[Desk, ...]) -> None:
    assert desks[0].case("Т-1").stage == "registered"
    subprocess.run([sys.executable, "-c", ELSEWHERE, str(place), "Т-1"], check=True)
    assert desks[0].case("Т-1").stage == "in_work"
    done(desks[0].act(tasks.report("Т-1", "сделано")))
    assert verify(place).findings == ()


def test_a_desk_that_does_not_look_who_has_written_is_caught(
    place: Path, desks: tuple[Desk, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_mark", lambda _: 1)
    with pytest.raises((AssertionError, StoreError)):
        for seed in range(4):
            take_turns(place, desks, seed)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said to the database from now on."""
    said: list[str] = []
    connect = sqlite._connect

    def overheard(path: Path) -> object:
        connection = connect(path)
        connection.set_trace_callback(said.append)
        return connection

    monkeypatch.setattr(sqlite, "_connect", overheard)
    return said


def test_who_is_alone_reads_a_case_and_proves_it_once(place: Path, asked: list[str]) -> None:
    with closing(SqliteStore(place)) as store:
        desk = Desk(store, Stopped(), "Л-1")
        for act in ("deliver", "accept"):
            done(desk.act(tasks.take("Т-1", act)))
    asked_for = [each for each in asked if "FROM entry" in each and "'Т-1'" in each]
    assert len(asked_for) == 1, "for what it tells, and to see that nobody has changed it"


def test_who_is_alone_asks_once_for_a_number_and_for_a_document(place: Path, asked: list[str]) -> None:
    with closing(SqliteStore(place)) as store:
        desk = Desk(store, Stopped(), "Л-1")
        proof = records.Proof("справка", content=b"1")
        for text in ("Первое", "Второе", "Третье"):
            id = done(desk.act(tasks.add(NewTask(text)))).id
            done(desk.act(records.prove(id, proof)))
    for table in ("taken", "document"):
        assert len([each for each in asked if each.startswith("SELECT") and f"FROM {table} " in each]) == 1, table
    assert id == "Т-4"
    assert verify(place).findings == ()


def test_what_was_not_kept_is_not_remembered(place: Path) -> None:
    paper = Document("ab" * 32, "справка", 1, b"1")
    opened: dict[str, Plain] = {"workflow": "assignment", "stage": "registered", "fields": {}, "trusted": []}
    with closing(SqliteStore(place)) as store:
        with pytest.raises(KeyboardInterrupt), store.writing() as ledger:
            opened |= {"subject": {}, "workflow_version": ledger.workflow("assignment").version}
            assert ledger.last_number("Т") == 1
            ledger.keep(paper)
            ledger.append("add", "Т-9", "", [Event("Т-9", 1, "opened", TOLD, opened)], TOLD.recorded_at)
            assert ledger.last_number("Т") == 9
            raise KeyboardInterrupt
        with store.writing() as ledger:
            assert (ledger.last_number("Т"), ledger.case("Т-9")) == (1, None)
            ledger.keep(paper)
    with look(place) as window:
        assert window.document(paper.sha256) == ("справка", b"1")


def test_more_cases_than_are_remembered_are_read_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "STREAMS", 2)
    desk = open_desk(place, clock=Stopped())
    ids = [done(desk.act(tasks.add(NewTask(f"Дело {n}")))).id for n in range(5)]
    for act in ("deliver", "accept"):
        assert all(isinstance(desk.act(tasks.take(id, act)), Done) for id in ids)
    assert [desk.case(id).stage for id in ids] == ["in_work"] * 5
    assert verify(place).findings == ()


def test_an_intent_over_several_cases_reads_none_of_them_twice(
    place: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However much was read before it: room is made by what is older."""
    monkeypatch.setattr(remembered, "STREAMS", 8)

    def taking(act: str, some: tuple[str, ...]) -> Intent:
        return Intent(act, lambda books: (step for id in some for step in tasks.take(id, act).steps(books)))

    with closing(SqliteStore(place)) as store:
        desk = Desk(store, Stopped(), "Л-1")
        ids = ("Т-1", *(done(desk.act(tasks.add(NewTask(f"Дело {n}")))).id for n in range(2, 13)))
        for act, together in (("deliver", 2), ("accept", 3)):
            for n in range(0, len(ids), together):
                asked.clear()
                done(desk.act(taking(act, ids[n : n + together])))
                read = [each for each in asked if "FROM entry WHERE" in each]
                assert len(read) == len(set(read)) <= together + 1, "with the office"
    assert verify(place).findings == ()


def test_what_is_remembered_goes_with_its_mark() -> None:
    known = Remembered()
    known.stands(1)
    known.keep("Т-1", Stream())
    known.last["number"] = known.numbers["Т"] = 5
    known.document("ab")
    known.stands(1)
    assert known.streams["Т-1"] == Stream() and known.last and known.numbers and known.documents
    known.stands(2)
    assert "Т-1" not in known.streams and not (known.last or known.numbers or known.documents)


def test_no_more_documents_are_remembered_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "DOCUMENTS", 2)
    known = Remembered()
    for sha256 in ("a", "b", "c"):
        known.document(sha256)
    assert known.documents == {"c"}
