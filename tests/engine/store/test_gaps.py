"""Gaps are written with the step that opens or closes them, and are what anybody judging anew would find."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from engine.definition.reading import read as read_text
from engine.definition.workflow import Workflow
from engine.desk import closing, cycles, importing, records, tasks, undoing
from engine.desk.desk import Desk
from engine.desk.intent import Waiver
from engine.rules.judging import judge
from engine.rules.thing import Scene
from engine.rules.verdict import Holds
from engine.run import changing
from engine.run.asked import DUTY, asked, given
from engine.run.case import Case
from engine.run.changing import Plan
from engine.run.event import Event, Plain, Told
from engine.run.office import ID as OFFICE_ID
from engine.run.unknown import Unknown
from engine.store import gap_keeping
from engine.store.gap_keeping import all_gaps
from engine.store.gaps import scene_of
from engine.store.memory import MemoryStore
from engine.store.seal.verify import verify
from engine.store.store import Ledger
from tests.engine.store.asking_regulations import ASSIGNMENT
from tests.faults.figures import figure
from tests.office import DAY, ORGANISATION, SUPERIOR, Stopped, content_of, desk_at, desk_in, done, item, protocol
from tests.promises.random_office import THEMES, any_act

SEEDS = figure(6, 100)
ACTS = 30
TOLD = Told("Л-1", "Л-1", "", DAY, Stopped()())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path / "o.resheno")


def rows(desk: Desk, case: str = "") -> list[dict[str, Any]]:
    with desk.store.reading() as ledger:
        return [row for row in ledger.projections()["gap"] if case in ("", row["case"])]


def told(desk: Desk, case: str, guards: str = "stage") -> list[tuple[str, str, str]]:
    return [(r["requirement"], r["thing"], r["from_day"]) for r in rows(desk, case) if r["guards"] == guards]


def cycle_of(desk: Desk) -> str:
    return done(desk.act(cycles.start(ORGANISATION, "1.2", "2026"))).id


def test_what_is_missing_is_waited_for_until_the_end_of_the_period(desk: Desk) -> None:
    case = cycle_of(desk)
    assert told(desk, case) == [("есть цель", case, "2027-01-01")]
    goal = done(desk.act(records.add(case, "goal", {"text": "Снизить долю"}))).id
    assert told(desk, case) == [("у каждой цели указано обоснование", goal, DAY.isoformat())]
    done(desk.act(records.edit(goal, {"grounds": "анализ"})))
    assert told(desk, case) == []


def test_only_what_is_asked_by_now_is_a_gap(desk: Desk) -> None:
    case = cycle_of(desk)
    done(desk.act(records.add(case, "goal", {"text": "Снизить долю", "grounds": "анализ"})))
    assert [row for row in rows(desk, case) if row["step"] == "indicators"] == []
    done(desk.act(cycles.advance(case)))
    assert told(desk, case) == [("у каждой цели есть показатель", "ЦЛ-1", "2027-01-01")]
    done(desk.act(cycles.back(case, "goals", "ошибка")))
    assert told(desk, case) == []


def test_a_passing_night_writes_nothing(tmp_path: Path) -> None:
    clock = Stopped()
    desk = desk_in(tmp_path / "o.resheno", clock)
    case = cycle_of(desk)
    before = rows(desk, case)
    clock.wait(100)
    with desk.store.writing() as ledger:
        ledger.rebuild()
    assert rows(desk, case) == before != []


def test_a_predecessor_closes_the_gap_of_whoever_waits_for_it(desk: Desk) -> None:
    paper = protocol([item("1"), item("2", after=("1",))])
    done(desk.act(importing.bring_in(paper, content_of(paper))))
    for task in ("П-1.1", "П-1.2"):
        done(desk.act(tasks.take(task, "accept")))
        done(desk.act(tasks.report(task, "сделано")))
    wanted = "у каждого предшественника указана дата закрытия"
    assert wanted in {row["requirement"] for row in rows(desk, "П-1.2")}
    done(desk.act(closing.confirm("П-1.1", (records.Proof("справка", content=b"1"),))))
    assert wanted not in {row["requirement"] for row in rows(desk, "П-1.2")}
    done(desk.act(undoing.undo()))
    assert wanted in {row["requirement"] for row in rows(desk, "П-1.2")}


def test_whoever_is_told_later_to_wait_for_an_assignment_waits_for_it(desk: Desk) -> None:
    for text in ("Первое", "Второе"):
        done(desk.act(tasks.add(tasks.NewTask(text, executors=("Орлова Т.П.",)))))
    done(desk.act(tasks.take("Т-2", "accept")))
    wanted = "начало работы не раньше даты закрытия предшественника"
    assert wanted not in {row["requirement"] for row in rows(desk, "Т-2")}
    done(desk.act(tasks.edit("Т-2", {"predecessors": ["Т-1"]})))
    assert wanted in {row["requirement"] for row in rows(desk, "Т-2")}
    done(desk.act(tasks.edit("Т-2", {"predecessors": []})))
    assert wanted not in {row["requirement"] for row in rows(desk, "Т-2")}


def errands(ledger: Ledger, *entries: tuple[str, int, str, dict[str, Plain]]) -> None:
    """Entries of cases that run by a regulation of one's own, in an intent each."""
    for id, version, type, data in entries:
        ledger.append("errand", id, "", [Event(id, version, type, TOLD, data)], TOLD.recorded_at)


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "only spoken of"])
def test_a_case_of_ones_own_regulation_is_judged_again_for_its_predecessor(tmp_path: Path, declared: bool) -> None:
    text = ASSIGNMENT.replace("workflow: assignment", "workflow: errand").replace("WORK", "work")
    if not declared:
        text = re.sub(r"\n  predecessors: .*", "", text)
    errand, problems = read_text(text, "errand.yaml")
    assert errand and not problems
    desk = desk_in(tmp_path / "o.resheno")
    opened: dict[str, Plain] = {"workflow": "errand", "workflow_version": errand.version, "stage": "work"}
    opened |= {"subject": {"path": ""}, "trusted": []}
    closed: dict[str, Plain] = {"trigger": "go", "from": "work", "to": "closed", "data": {}, "sets": {}}
    wanted = "у каждого предшественника указана дата закрытия"
    with desk.store.writing() as ledger:
        ledger.define(errand)
        errands(ledger, ("Е-1", 1, "opened", {**opened, "fields": {}}))
        errands(ledger, ("Е-2", 1, "opened", {**opened, "fields": {"predecessors": ["Е-1"]}}))
    assert wanted in {row["requirement"] for row in rows(desk, "Е-2")}
    with desk.store.writing() as ledger:
        assert ledger.waiting_for("Е-1") == ("Е-2",)
        errands(ledger, ("Е-1", 2, "moved", closed))
    assert wanted not in {row["requirement"] for row in rows(desk, "Е-2")}
    with desk.store.writing() as ledger:
        errands(ledger, ("Е-1", 3, "undone", {"intent": "A-9", "versions": [2]}))
    assert wanted in {row["requirement"] for row in rows(desk, "Е-2")}
    with desk.store.writing() as ledger:
        errands(ledger, ("Е-2", 2, "corrected", {"record": "", "fields": {"predecessors": [], "offered": ["нечто"]}}))
        assert ledger.waiting_for("Е-1") == ()
    assert wanted not in {row["requirement"] for row in rows(desk, "Е-2")}
    assert verify(tmp_path / "o.resheno").findings == ()


def test_leave_is_written_with_its_last_day_and_the_requirement_counts_again_after_it(desk: Desk) -> None:
    case = cycle_of(desk)
    done(desk.act(cycles.advance(case, Waiver(SUPERIOR, "приказ в пути", date(2026, 12, 31)))))
    [gap] = [row for row in rows(desk, case) if row["requirement"] == "есть цель"]
    assert (gap["waived"], gap["from_day"]) == ("2026-12-31", (DAY + timedelta(days=1)).isoformat())


def test_what_was_taken_back_has_no_gaps(desk: Desk) -> None:
    case = cycle_of(desk)
    done(desk.act(undoing.undo()))
    assert rows(desk, case) == []
    done(desk.act(undoing.redo()))
    assert rows(desk, case) != []


def on(today: date, view: Scene) -> Scene:
    """All that there is to look at as plain values, on another day."""
    return Scene(**{part.name: getattr(view, part.name) for part in fields(Scene)} | {"today": today})


def judged(ledger: Ledger, today: date) -> set[tuple[str, str, str, bool]]:
    """What does not hold on a day, judged without a look at what is written: case, sentence, thing, whether broken."""
    found = set()
    for id in ledger.cases():
        case = ledger.known_case(id)
        workflow = ledger.workflow(case.workflow, case.workflow_version)
        view = on(today, scene_of(ledger, case, workflow))
        for each in asked(workflow, case) if id != OFFICE_ID else ():
            if each.rule.form != DUTY:
                reasons = judge(each.rule, view).reasons
                found |= {(id, each.rule.sentence.text, r.thing, bool(r.since and r.since <= today)) for r in reasons}
                assert (judge(each.rule, view).holds is Holds.SATISFIED) == (not reasons)
    return found


def read(ledger: Ledger, today: date) -> set[tuple[str, str, str, bool]]:
    """The same, as it is written down."""
    day = today.isoformat()
    return {
        (row["case"], row["requirement"], row["thing"], "" < row["from_day"] <= day)
        for row in ledger.projections()["gap"]
        if row["form"] != DUTY and (not row["until_day"] or day < row["until_day"])
    }


def walk(desk: Desk, theme: str, seed: int) -> int:
    """A random office; after each act what is written down is what anybody would judge, today and later."""
    chance, clock, most = random.Random(seed), cast(Stopped, desk.clock), 0
    for act in range(ACTS):
        with suppress(Unknown):
            desk.act(any_act(chance, desk, theme))
        clock.wait(chance.choice((0, 0, 1, 9)))
        with desk.store.reading() as ledger:
            for later in (0, 60, 500):
                day = clock().date() + timedelta(days=later)
                assert read(ledger, day) == judged(ledger, day), f"theme {theme}, seed {seed}, act {act}, +{later}"
            anew = [row for case in ledger.streams() for row in all_gaps(ledger, case)]
            written = ledger.projections()["gap"]
        assert sorted(map(repr, anew)) == sorted(map(repr, written)), f"theme {theme}, seed {seed}, act {act}"
        most = max(most, len(written))
    return most


@pytest.mark.deep
@pytest.mark.timeout(600)
@pytest.mark.parametrize("theme", THEMES)
def test_what_is_written_down_is_what_anybody_would_judge(theme: str, tmp_path: Path) -> None:
    most = 0
    for seed in range(SEEDS):
        most = max(most, walk(desk_in(tmp_path / f"{seed}.resheno"), theme, seed))
    assert most > 0, "nothing was ever missing"


@pytest.mark.deep
@pytest.mark.parametrize(
    "forgotten", ["corrected", "moved", "recorded", "linked", "evidenced"], ids=lambda kind: f"forgetting {kind}"
)
def test_a_judge_that_forgets_what_an_entry_changes_is_caught(
    forgotten: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembering = changing.plan

    def forgetful(workflow: Workflow, before: Case | None, after: Case, entries: Iterable[Event]) -> Plan:
        return remembering(workflow, before, after, [event for event in entries if event.type != forgotten])

    monkeypatch.setattr(gap_keeping, "plan", forgetful)
    with pytest.raises(AssertionError):
        for seed in range(12):
            link_and_prove(desk_in(tmp_path / f"{seed}.resheno"))
            walk(desk_in(tmp_path / f"w{seed}.resheno"), "cycles", seed)


def link_and_prove(desk: Desk) -> None:
    """A cycle in which a ground, a link and a proof are added afterwards; what is written down must follow."""
    case = cycle_of(desk)
    goal = done(desk.act(records.add(case, "goal", {"text": "Снизить долю"}))).id
    done(desk.act(records.edit(goal, {"grounds": "анализ"})))
    done(desk.act(cycles.advance(case)))
    indicator = done(desk.act(records.add(case, "indicator", {"name": "Доля"}))).id
    done(desk.act(records.link(indicator, goal)))
    done(desk.act(records.prove(goal, records.Proof("приказ", content=b"5"))))
    with desk.store.reading() as ledger:
        assert read(ledger, DAY) == judged(ledger, DAY)


def test_a_ground_a_link_and_a_proof_close_gaps(desk: Desk) -> None:
    link_and_prove(desk)


def test_cases_that_look_at_another_are_not_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: a predecessor closes, and nobody tells whoever waits for it."""
    monkeypatch.setattr(gap_keeping, "lookers", lambda *_: [])
    with pytest.raises(AssertionError):
        test_a_predecessor_closes_the_gap_of_whoever_waits_for_it(desk_in(tmp_path / "o.resheno"))


def test_a_duty_passed_over_by_leave_is_a_gap_when_the_leave_is_over() -> None:
    desk = desk_at(MemoryStore())
    done(desk.act(tasks.add(tasks.NewTask("Позвонить", executors=("Орлова Т.П.",)))))
    done(desk.act(tasks.take("Т-1", "accept")))
    done(desk.act(tasks.report("Т-1", "сделано")))
    waiver = Waiver(SUPERIOR, "в отделе один человек", date(2026, 12, 31))
    done(desk.act(closing.confirm("Т-1", (records.Proof("справка", content=b"1"),), waiver=waiver)))
    [gap] = [row for row in rows(desk, "Т-1") if row["form"] == DUTY]
    assert (gap["requirement"], gap["waived"]) == ("снимает с контроля не исполнитель", "2026-12-31")
    with desk.store.reading() as ledger:
        assert set(given(ledger.known_case("Т-1"))) == {"снимает с контроля не исполнитель"}
