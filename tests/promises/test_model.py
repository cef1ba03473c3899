"""V10: the engine does what a second, independent model of it does, step by step, whatever is asked of both."""

from __future__ import annotations

import copy
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from engine.desk import migrating, parties, undoing
from engine.desk.answer import Answer, Conflict, Done
from engine.desk.books import Books
from engine.desk.desk import Desk
from engine.desk.intent import Intent, Step
from engine.run import fold
from engine.run.case import Case
from engine.run.event import Event
from engine.run.refusal import Because, Refused
from engine.run.unknown import Unknown
from engine.store.memory import MemoryLedger, MemoryStore
from engine.store.sqlite import SqliteStore, new_file
from engine.store.store import Store
from tests.office import Stopped, desk_at, done
from tests.promises.model import Model, Wish
from tests.promises.model_wishes import FLOW, PEOPLE, Lot

STEPS = 50
RUNS = int(os.environ.get("RESHENO_FAULTS", "2000"))
IN_A_FILE = RUNS // 50
FAILED_ONCE: tuple[int, ...] = ()  # seeds of runs that went apart once


def intent_of(wish: Wish) -> Intent:
    """The wish as the desk takes it."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = wish.commands[0].case
        yield from wish.commands

    make = {"act": lambda: Intent("act", steps), "undo": lambda: undoing.undo(wish.intent)}
    intent = make.get(wish.what, lambda: undoing.redo(wish.intent))()
    return replace(intent, on_behalf_of=wish.whose, key=wish.key, expect=wish.expect, dry=wish.dry)


def plain(answer: Answer) -> tuple[Any, ...]:
    """An answer of the desk as the model gives it."""
    match answer:
        case Conflict():
            return ("conflict", answer.case, answer.expected, answer.found)
        case Refused():
            return ("refused", *sorted(map(_code, answer.because)))
        case Done():
            entries = tuple((entry.case, entry.version, entry.type) for entry in answer.entries)
            return ("done", answer.intent, answer.id, answer.repeated, entries)


def _code(reason: Because) -> str:
    return "duty" if reason.code == "unmet" and reason.duty else reason.code


def state_of(case: Case) -> dict[str, Any]:
    """A case as the model has it."""
    return {
        "stage": case.stage,
        "subject": dict(case.subject),
        "fields": dict(case.fields),
        "records": {
            record.id: {
                "kind": record.kind,
                "fields": dict(record.fields),
                "links": list(record.links),
                "evidence": [dict(proof) for proof in record.evidence],
            }
            for record in case.records.values()
        },
        "evidence": [dict(proof) for proof in case.evidence],
        "moves": [(move.trigger, move.source, move.target, dict(move.data)) for move in case.moves],
        "plans": list(case.plans),
        "trusted": list(case.trusted),
    }


def founded(store: Store) -> int:
    """An office with three people and the regulation; how many intents that has taken."""
    desk = desk_at(store)
    for intent in (migrating.publish(FLOW), *(parties.register("person", name) for name in ("Ким О.В.", "Рябов С.С."))):
        done(desk.act(intent))
    with store.reading() as ledger:
        return len(ledger.intents())


@dataclass
class Run:
    """One office and its model, side by side."""

    desk: Desk
    model: Model

    def step(self, wish: Wish) -> str:
        """Ask both, hold their answers and all that they have come to against each other; the kind of the answer."""
        expected = self.model.act(wish)
        try:
            found = plain(self.desk.act(intent_of(wish)))
        except Unknown as unknown:
            found = ("unknown", unknown.kind)
        assert found == expected, wish
        lengths, states = {}, {}
        with self.desk.store.reading() as ledger:
            for case in ledger.streams():
                lengths[case] = len(ledger.history(case))
                now = ledger.case(case)
                if now is not None:
                    states[case] = state_of(now)
            del lengths["office"], states["office"]
            assert lengths == self.model.length, wish
            assert states == self.model.stands(), wish
            assert len(ledger.refusals()) == self.model.refusals, wish
        return str(found[0])


class Offices:
    """Freshly founded offices, as many as are needed: each a copy of one."""

    def __init__(self, folder: Path) -> None:
        self.memory, self.path, self.folder = MemoryStore(), folder / "founded.resheno", folder
        self.intents = founded(self.memory)
        with new_file(self.path) as store:
            founded(store)

    def model(self) -> Model:
        held = frozenset({"Л-1"})
        return Model(FLOW, "Л-1", frozenset(PEOPLE), {"clerk": held, "controller": held}, self.intents)

    def in_memory(self) -> Run:
        store = MemoryStore()
        store._books = MemoryLedger(**{name: copy.copy(value) for name, value in vars(self.memory._books).items()})
        return Run(Desk(store, Stopped(), "Л-1"), self.model())

    @contextmanager
    def in_a_file(self) -> Iterator[Run]:
        with closing(SqliteStore(Path(shutil.copy(self.path, self.folder / "run.resheno")))) as store:
            yield Run(Desk(store, Stopped(), "Л-1"), self.model())


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Offices:
    return Offices(tmp_path_factory.mktemp("offices"))


def drawn(run: Run, seed: int, steps: int = STEPS) -> Counter[str]:
    """One run of so many steps; how often each kind of answer came. A failing one tells its seed."""
    lot, answers = Lot(random.Random(seed), run.model), Counter[str]()
    for number in range(steps):
        try:
            answers[run.step(lot.wish())] += 1
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, step {number}: {error}") from error
    return answers


def test_the_engine_does_what_the_model_does(offices: Offices) -> None:
    answers = sum((drawn(offices.in_memory(), seed) for seed in (*range(30), *FAILED_ONCE)), Counter[str]())
    assert {"done", "refused", "conflict", "unknown"} <= set(answers)
    assert answers["done"] > answers.total() / 3


@pytest.mark.deep
@pytest.mark.timeout(14400)
def test_two_thousand_runs_of_fifty_steps(offices: Offices) -> None:
    for seed in range(RUNS - IN_A_FILE):
        drawn(offices.in_memory(), seed)


@pytest.mark.deep
@pytest.mark.timeout(14400)
def test_a_part_of_the_runs_in_a_file(offices: Offices) -> None:
    for seed in range(RUNS, RUNS + IN_A_FILE):
        with offices.in_a_file() as run:
            drawn(run, seed)


def kept_one(whole: Callable[[Event], set[int]]) -> Callable[[Event], set[int]]:
    """An undo that leaves the first entry of an intent standing."""
    return lambda event: set(sorted(whole(event))[1:]) or whole(event)


def stood_still(whole: Callable[[Case, Event], dict[str, Any]]) -> Callable[[Case, Event], dict[str, Any]]:
    """An entry that says where the case has gone, and leaves it where it was."""
    return lambda case, event: {**whole(case, event), "stage": case.stage}


def written_all_the_same(whole: Callable[[Books, Intent], Done]) -> Callable[[Books, Intent], Done]:
    """A dry run that is recorded."""
    return lambda books, intent: whole(books, replace(intent, dry=False))


BROKEN: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "an undo that keeps one entry": lambda patch: patch.setattr(fold, "versions_of", kept_one(fold.versions_of)),
    "a key that is ignored": lambda patch: patch.setattr(MemoryLedger, "answered", lambda ledger, key: None),
    "a stage that is not changed": lambda patch: patch.setitem(
        fold._CHANGES, "moved", stood_still(fold._CHANGES["moved"])
    ),
    "a dry run that is recorded": lambda patch: patch.setattr(Books, "close", written_all_the_same(Books.close)),
    "a version that was not read": lambda patch: patch.setattr(Books, "version", lambda books, case: 0),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_engine_is_caught(fault: str, offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    BROKEN[fault](monkeypatch)
    with pytest.raises(AssertionError, match="seed"):
        for seed in range(40):
            drawn(offices.in_memory(), seed)
