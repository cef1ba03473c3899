"""V10: the engine does what a second, independent model of it does, step by step, whatever is asked of both."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from engine.desk.answer import Done
from engine.desk.books import Books
from engine.desk.desk import Desk
from engine.desk.intent import Intent
from engine.run import entitling, firing, fold
from engine.run.case import Case
from engine.run.event import Event
from engine.run.holding import Holding
from engine.run.tenure import Tenure
from engine.run.unknown import Unknown
from engine.store.memory import MemoryLedger
from engine.store.store import Store
from tests.faults.figures import figure
from tests.office import Stopped
from tests.promises.model import Model, Wish
from tests.promises.model_wishes import Lot
from tests.promises.office_beside import Offices, in_memory_folder, intent_of, plain, shown, state_of

STEPS = 50
RUNS = figure(2_000, 50_000)
IN_A_FILE, PARTS = RUNS // 50, 8
FAILED_ONCE: tuple[int, ...] = ()  # seeds of runs that went apart once


@dataclass
class Run:
    """One office and its model, side by side."""

    store: Store
    clock: Stopped
    model: Model

    def step(self, wish: Wish) -> str:
        """Ask both, hold their answers and all that they have come to against each other; the kind of the answer."""
        expected = self.model.act(wish)
        try:
            found = plain(Desk(self.store, self.clock, wish.typed).act(intent_of(wish, self.model.today)))
        except Unknown as unknown:
            found = ("unknown", unknown.kind)
        assert found == expected, wish
        with self.store.reading() as ledger:
            streams = ledger.streams()
            assert {case: len(ledger.history(case)) for case in streams} == self.model.length, wish
            states = {case: state_of(now) for case in streams if (now := ledger.case(case))}
            assert states == shown(self.model), wish
            assert len(ledger.refusals()) == self.model.refusals, wish
        return str(found[0])

    def wait(self, days: int) -> None:
        """Let days go by."""
        self.clock.wait(days)
        self.model.today = self.clock().date()


def in_memory(offices: Offices) -> Run:
    return Run(offices.in_memory(), Stopped(), offices.model())


@pytest.fixture(scope="module")
def offices() -> Iterator[Offices]:
    with in_memory_folder() as folder:
        yield Offices(Path(folder))


def drawn(run: Run, seed: int, steps: int = STEPS) -> Counter[str]:
    """One run of so many steps; how often each kind of answer came. A failing one tells its seed."""
    lot, answers = Lot(random.Random(seed), run.model), Counter[str]()
    for number in range(steps):
        try:
            run.wait(lot.days())
            answers[run.step(lot.wish())] += 1
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, step {number}: {error}") from error
    return answers


def test_the_engine_does_what_the_model_does(offices: Offices) -> None:
    answers = sum((drawn(in_memory(offices), seed) for seed in (*range(30), *FAILED_ONCE)), Counter[str]())
    assert {"done", "refused", "conflict", "unknown"} <= set(answers)
    assert answers["done"] > answers.total() / 3


@pytest.mark.deep
@pytest.mark.timeout(14400)
@pytest.mark.parametrize("part", range(PARTS))
def test_two_thousand_runs_of_fifty_steps(part: int, offices: Offices) -> None:
    for seed in range(part, RUNS - IN_A_FILE, PARTS):
        drawn(in_memory(offices), seed)


@pytest.mark.deep
@pytest.mark.timeout(14400)
def test_a_part_of_the_runs_in_a_file(offices: Offices) -> None:
    for seed in range(RUNS, RUNS + IN_A_FILE):
        with offices.in_a_file() as store:
            drawn(Run(store, Stopped(), offices.model()), seed)


def kept_one(whole: Callable[[Event], set[int]]) -> Callable[[Event], set[int]]:
    """An undo that leaves the first entry of an intent standing."""
    return lambda event: set(sorted(whole(event))[1:]) or whole(event)


def stood_still(whole: Callable[[Case, Event], Case]) -> Callable[[Case, Event], Case]:
    """An entry that says where the case has gone, and leaves it where it was."""
    return lambda case, event: whole(case, event)._replace(stage=case.stage)


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
    "a duty that forgets former doers": lambda patch: patch.setattr(Holding, "ever", Holding.then),
    "a term without an end": lambda patch: patch.setattr(Tenure, "holds", Tenure.begun),
    "a table of access that nobody reads": lambda patch: patch.setattr(entitling, "may", lambda *about: ()),
    "an act on any day": lambda patch: patch.setattr(firing, "out_of_order", lambda *about: ()),
    "a right that nobody holds": lambda patch: patch.setattr(entitling, "spoiling_office", lambda *about: ()),
    "a version that was not read": lambda patch: patch.setattr(Books, "version", lambda books, case: 0),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_engine_is_caught(fault: str, offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    BROKEN[fault](monkeypatch)
    with pytest.raises(AssertionError, match="seed"):
        for seed in range(200):
            drawn(in_memory(offices), seed)
