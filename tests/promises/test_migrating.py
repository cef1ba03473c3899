"""Cases of two versions side by side: what is read back is what was done, also after undo and redo, in every store."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from engine.desk import cycles, migrating, records, undoing
from engine.desk.answer import Done
from engine.desk.desk import Desk
from engine.desk.intent import Intent
from engine.run.case import Case
from engine.run.event import Event
from engine.run.fold import apply, fold
from engine.run.refusal import Refused
from engine.store.memory import MemoryStore
from tests.engine.run.regulation import REQUEST, arrow, title
from tests.office import Stopped, desk_at, desk_in

# The second version calls «checked» otherwise and puts a stage before it.
LATER = replace(
    REQUEST,
    version="v2",
    stages=MappingProxyType(
        {
            "draft": REQUEST.stages["draft"],
            "sorted": replace(REQUEST.stages["draft"], name="sorted", title=title("sorted"), produces=()),
            "approved": replace(REQUEST.stages["checked"], name="approved"),
            "closed": REQUEST.stages["closed"],
        }
    ),
    arrows=(
        arrow("sort", "draft", "sorted"),
        arrow("check", "sorted", "approved"),
        arrow("close", "approved", "closed", "doer"),
        arrow("return", "approved", "draft", asks=("reason",)),
    ),
)
MAPS: tuple[dict[str, str], ...] = (
    {},
    {"checked": "approved"},
    {"approved": "checked"},
    {"checked": "approved", "sorted": "draft"},
)
CASES = ("К-1", "К-2")


class Migrations(RuleBasedStateMachine):
    """One office on two stores, whose cases go to and fro between two versions."""

    @initialize()
    def found(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Stopped()
        self.desks = self.offices()
        self.had: dict[str, Case | None] = {}
        self.events: dict[str, list[Event]] = {}
        for intent in (migrating.publish(REQUEST), *(cycles.start_other("request", {"who": n}, {}) for n in "аб")):
            self.act(intent)
        self.act(migrating.publish(LATER))

    def offices(self) -> list[Desk]:
        """The same office on each store."""
        return [desk_at(MemoryStore(), self.clock), desk_in(Path(self.folder.name) / "o.resheno", self.clock)]

    def teardown(self) -> None:
        self.folder.cleanup()

    def act(self, intent: Intent) -> Done | None:
        answers = [desk.act(intent) for desk in self.desks]
        assert all(answer == answers[0] for answer in answers)
        if not isinstance(answers[0], Done):
            assert isinstance(answers[0], Refused)
            return None
        for event in answers[0].entries:
            self.events.setdefault(event.case, []).append(event)
            taken = event.type in ("undone", "redone")
            past = self.events[event.case]
            self.had[event.case] = fold(past) if taken else apply(self.had.get(event.case), event)
        return answers[0]

    @rule(
        cases=st.lists(st.sampled_from(CASES), min_size=1, max_size=2, unique=True),
        to=st.sampled_from(["v1", "v2"]),
        mapping=st.sampled_from(MAPS),
        parted=st.booleans(),
    )
    def migrate(self, cases: list[str], to: str, mapping: dict[str, str], parted: bool = False) -> None:
        standing = [case for case in cases if self.had.get(case) is not None]
        wanted = migrating.take_over(standing, to, mapping, where_possible=parted)
        found = migrating.verdicts(self.desks[0], wanted, standing, to, mapping)
        going = {each.case.id for each in found if not each.fit.because}
        done = self.act(wanted)
        assert (done is None) == (bool(found) and not going if parted else len(going) < len(found))
        if done is not None:
            assert {event.case for event in done.entries} == going

    @rule(case=st.sampled_from(CASES), trigger=st.sampled_from(["check", "sort", "close", "return"]))
    def fire(self, case: str, trigger: str) -> None:
        had = self.had.get(case)
        known = REQUEST if had is None or had.workflow_version == "v1" else LATER
        if had is not None and any(each.trigger == trigger for each in known.arrows):
            self.act(cycles.fire(case, trigger, {"reason": "ошибка"} if trigger == "return" else {}))

    @rule(case=st.sampled_from(CASES))
    def add(self, case: str) -> None:
        if self.had.get(case) is not None:
            self.act(records.add(case, "note", {"text": "да"}))

    @rule()
    def undo(self) -> None:
        self.act(undoing.undo())

    @rule()
    def redo(self) -> None:
        self.act(undoing.redo())

    @invariant()
    def the_case_read_back_is_the_case_we_had(self) -> None:
        for desk in self.desks:
            with desk.store.reading() as ledger:
                assert {case: ledger.case(case) for case in self.had} == self.had

    @invariant()
    def every_case_stands_in_a_stage_of_its_version(self) -> None:
        with self.desks[1].store.reading() as ledger:
            for case in filter(None, self.had.values()):
                workflow = ledger.workflow(case.workflow, case.workflow_version)
                assert case.stage in workflow.stages

    @invariant()
    def projections_are_what_the_journal_says(self) -> None:
        for desk in self.desks:
            with desk.store.writing() as ledger:
                before = ledger.projections()
                ledger.rebuild()
                assert ledger.projections() == before


Migrations.TestCase.settings = settings(
    max_examples=20, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestMigrations = Migrations.TestCase


@pytest.fixture
def office() -> Iterator[Migrations]:
    begun = Migrations()
    begun.found()
    yield begun
    begun.teardown()


def test_a_case_keeps_its_version_until_it_is_taken_over_and_gets_it_back(office: Migrations) -> None:
    def version() -> str:
        case = office.had["К-1"]
        assert case is not None
        return case.workflow_version

    assert version() == "v1"
    office.migrate(["К-1", "К-2"], "v2", {})
    assert version() == "v2"
    office.undo()
    assert version() == "v1"
    office.redo()
    assert version() == "v2"
    new = office.act(cycles.start_other("request", {"who": "в"}, {}))
    assert new is not None and new.entries[0].data["workflow_version"] == "v2"


def test_one_that_cannot_be_taken_over_keeps_all_back_or_stays_alone(office: Migrations) -> None:
    office.fire("К-1", "check")
    office.migrate(["К-2", "К-1"], "v2", {})
    assert [case and case.workflow_version for case in map(office.had.get, CASES)] == ["v1", "v1"]
    office.migrate(["К-2", "К-1"], "v2", {}, parted=True)
    assert [case and case.workflow_version for case in map(office.had.get, CASES)] == ["v1", "v2"]
    office.undo()
    office.migrate(["К-2", "К-1"], "v2", {"checked": "approved"})
    assert [case and case.workflow_version for case in map(office.had.get, CASES)] == ["v2", "v2"]
    moved = office.had["К-1"]
    assert moved is not None and (moved.stage, moved.trusted) == ("approved", ("sorted",))


def test_a_fold_that_forgets_a_migration_is_caught(office: Migrations, monkeypatch: pytest.MonkeyPatch) -> None:
    office.migrate(["К-1"], "v2", {})
    office.the_case_read_back_is_the_case_we_had()

    def forgetful(events: tuple[Event, ...]) -> Case | None:
        return reduce(apply, [event for event in events if event.type != "migrated"], None)

    monkeypatch.setattr("engine.store.memory.fold", forgetful)
    with pytest.raises(AssertionError):
        office.the_case_read_back_is_the_case_we_had()
