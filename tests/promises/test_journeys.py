"""Random journeys through the desk: after every step the case read back is the case we had, in every store alike."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from engine.desk import closing, cycles, importing, records, tasks, undoing
from engine.desk.answer import Done
from engine.desk.desk import Desk
from engine.desk.intent import Intent, Waiver
from engine.run.case import Case
from engine.run.event import Event
from engine.run.fold import apply, fold
from engine.store.memory import MemoryStore
from tests.office import DAY, SUPERIOR, Stopped, content_of, desk_at, desk_in, item, protocol

WAIVER = Waiver(SUPERIOR, "справка в пути", date(2026, 12, 31))
TASKS = ("П-1.1", "П-1.2", "П-1.3", "П-2.1", "Т-1")
KINDS = ("goal", "indicator", "measurement", "conclusion", "effect")
SOME = {"text": "Текст", "name": "Доля", "grounds": "анализ"}
FIELDS = {"goal": ("text", "grounds"), "indicator": ("name",)}


class Journey(RuleBasedStateMachine):
    """One office on two stores; both get the same commands."""

    @initialize()
    def found(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Stopped()
        self.desks = self.offices()
        self.had: dict[str, Case | None] = {}
        self.events: dict[str, list[Event]] = {}
        self.length = 0
        with self.desks[0].store.reading() as ledger:
            self.take(tuple(event for case in ledger.streams() for event in ledger.history(case)))

    def offices(self) -> list[Desk]:
        """The same office on each store."""
        return [desk_at(MemoryStore(), self.clock), desk_in(Path(self.folder.name) / "o.resheno", self.clock)]

    def teardown(self) -> None:
        self.folder.cleanup()

    def act(self, intent: Intent) -> None:
        answers = [desk.act(intent) for desk in self.desks]
        assert all(answer == answers[0] for answer in answers)
        if isinstance(answers[0], Done):
            self.take(answers[0].entries)

    def take(self, entries: tuple[Event, ...]) -> None:
        """The case that we have, from the answers alone."""
        for event in entries:
            self.events.setdefault(event.case, []).append(event)
            if event.type in ("undone", "redone"):
                self.had[event.case] = fold(self.events[event.case])
            else:
                self.had[event.case] = apply(self.had.get(event.case), event)

    @rule(number=st.sampled_from(["7", "8"]), text=st.sampled_from(["Первая", "Вторая"]), revise=st.booleans())
    def import_protocol(self, number: str, text: str, revise: bool) -> None:
        one = item("1", text, mechanisms=("1.2",), stages=("goals", "analysis"))
        paper = protocol([one, item("2", after=("1",)), item("3", executors=())], number)
        self.act(importing.bring_in(paper, content_of(paper), revise))

    @rule(task=st.sampled_from(TASKS), trigger=st.sampled_from(["deliver", "accept"]))
    @precondition(lambda self: "П-1.1" in self.had)
    def take_task(self, task: str, trigger: str) -> None:
        self.on(task, tasks.take(task, trigger))

    @rule(task=st.sampled_from(TASKS))
    def report(self, task: str) -> None:
        self.on(task, tasks.report(task, "сделано"))

    @rule(task=st.sampled_from(TASKS), proven=st.booleans())
    def confirm(self, task: str, proven: bool) -> None:
        self.on(task, closing.confirm(task, (records.Proof("справка", content=b"1"),) if proven else ()))

    @rule(task=st.sampled_from(TASKS))
    def extend(self, task: str) -> None:
        self.on(task, tasks.take(task, "extend", due="2026-12-31", reason="болезнь"))

    @rule(task=st.sampled_from(TASKS))
    def send_back(self, task: str) -> None:
        self.on(task, tasks.take(task, "return", reason="не то"))

    @rule()
    def add_task(self) -> None:
        self.act(tasks.add(tasks.NewTask("Позвонить", executors=("Ким О.В.",), due=DAY)))

    @rule(kind=st.sampled_from(KINDS), data=st.data())
    def add_record(self, kind: str, data: st.DataObject) -> None:
        case = self.had.get("К-1")
        if case is not None:
            links = data.draw(st.lists(st.sampled_from(sorted(case.records)), max_size=2)) if case.records else []
            stated = {name: SOME[name] for name in FIELDS.get(kind, ("text",))}
            self.act(records.add("К-1", kind, stated, links))

    @rule(data=st.data())
    def prove(self, data: st.DataObject) -> None:
        case = self.had.get("К-1")
        if case is not None and case.records:
            record = data.draw(st.sampled_from(sorted(case.records)))
            self.act(records.prove(record, records.Proof("приказ", number="5", content=b"2")))

    @rule(waived=st.booleans())
    def advance(self, waived: bool) -> None:
        self.on("К-1", cycles.advance("К-1", WAIVER if waived else None))

    @rule()
    def close(self) -> None:
        self.on("К-1", cycles.close("К-1", WAIVER))

    @rule(to=st.sampled_from(["goals", "monitoring"]))
    def back(self, to: str) -> None:
        self.on("К-1", cycles.back("К-1", to, "ошибка"))

    @rule()
    def undo(self) -> None:
        self.act(undoing.undo())

    @rule()
    def redo(self) -> None:
        self.act(undoing.redo())

    @rule(days=st.integers(0, 40))
    def wait(self, days: int) -> None:
        self.clock.wait(days)

    def on(self, case: str, intent: Intent) -> None:
        """Only on what there is: an unknown id is a usage error, and no step of a journey."""
        if self.had.get(case) is not None:
            self.act(intent)

    @invariant()
    def the_case_read_back_is_the_case_we_had(self) -> None:
        for desk in self.desks:
            with desk.store.reading() as ledger:
                assert {case: ledger.case(case) for case in ledger.streams()} == self.had

    @invariant()
    def the_journal_only_grows(self) -> None:
        length = sum(map(len, self.events.values()))
        assert length >= self.length
        self.length = length

    @invariant()
    def projections_are_what_the_journal_says(self) -> None:
        made = [rows_made_again(desk) for desk in self.desks]
        assert all(rows == made[0] for rows in made)


def rows_made_again(desk: Desk) -> object:
    with desk.store.writing() as ledger:
        before = ledger.projections()
        ledger.rebuild()
        assert ledger.projections() == before
    return before


Journey.TestCase.settings = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestJourney = Journey.TestCase


@pytest.fixture
def journey() -> Iterator[Journey]:
    """A journey that has imported a document and taken it back."""
    begun = Journey()
    begun.found()
    begun.import_protocol("7", "Первая", False)
    yield begun
    begun.teardown()


def test_a_fold_that_forgets_an_undo_is_caught(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    journey.undo()
    journey.the_case_read_back_is_the_case_we_had()

    def forgetful(events: Iterable[Event]) -> Case | None:
        return reduce(apply, [event for event in events if event.type != "undone"], None)

    monkeypatch.setattr("engine.store.memory.fold", forgetful)
    with pytest.raises(AssertionError):
        journey.the_case_read_back_is_the_case_we_had()


def test_a_projection_that_says_what_the_journal_does_not_is_caught(journey: Journey) -> None:
    journey.projections_are_what_the_journal_says()
    with journey.desks[1].store.writing() as ledger:
        ledger._connection.execute("UPDATE case_now SET stage = 'closed' WHERE id = 'П-1.1'")  # type: ignore[attr-defined]
    with pytest.raises(AssertionError):
        journey.projections_are_what_the_journal_says()
