"""Which sentences a step may turn: told by the kind of the step, before any value is looked at."""

from __future__ import annotations

from datetime import UTC, date, datetime

from engine.definition.shipped import shipped
from engine.run.case import Case
from engine.run.changing import WHOLE, Plan, changed, plan
from engine.run.event import Event, Plain, Told
from engine.run.fold import apply

TOLD = Told("Л-1", "Л-1", "", date(2026, 11, 23), datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
ASSIGNMENT, CYCLE = shipped("assignment"), shipped("management_cycle")


def case(stage: str) -> Case:
    """An assignment that has just come to a stage."""
    return Case("Т-1", "assignment", ASSIGNMENT.version, 1, stage, {"protocol": "", "path": ""}, opened=TOLD)


def entry(kind: str, **data: Plain) -> Event:
    return Event("Т-1", 2, kind, TOLD, data)


def moved(trigger: str, source: str, target: str, **data: Plain) -> Event:
    return entry("moved", trigger=trigger, **{"from": source, "to": target}, sets={}, data=data)


def planned(before: Case, event: Event) -> Plan:
    return plan(ASSIGNMENT, before, apply(before, event), [event])


def texts(found: Plan) -> list[str]:
    return [each.rule.sentence.text for each in found.asked]


def test_a_move_between_stages_that_ask_the_same_turns_nothing_and_nobody_sees_it() -> None:
    found = planned(case("registered"), moved("deliver", "registered", "delivered"))
    assert found == Plan()


def test_a_move_asks_what_is_expected_from_now_on() -> None:
    found = planned(case("delivered"), moved("accept", "delivered", "in_work"))
    assert texts(found) == ["начало работы не раньше даты закрытия предшественника"]
    assert not found.places and found.fields == {"begun"}


def test_what_is_asked_no_more_has_a_place_and_no_judgement() -> None:
    found = planned(case("reported"), moved("return", "reported", "in_work"))
    gone = {each for each in found.places if each not in {asked.place for asked in found.asked}}
    assert len(gone) == 2  # that the predecessors are closed, that there is evidence


def test_another_predecessor_turns_what_is_said_of_predecessors() -> None:
    found = planned(case("registered"), entry("corrected", record="", fields={"predecessors": ["Т-2"]}))
    assert texts(found) == ["срок не раньше срока предшественника"]


def test_a_plan_is_made_once() -> None:
    step = case("delivered"), moved("accept", "delivered", "in_work")
    assert planned(*step) is planned(*step)


def test_whoever_was_given_leave_is_asked_for_ever() -> None:
    leave: Plain = [{"requirement": "снимает с контроля не исполнитель", "until": "2026-12-31"}]
    found = planned(case("reported"), moved("confirm", "reported", "closed", waived=leave))
    assert "снимает с контроля не исполнитель" in texts(found)
    assert list(found.left) == ["снимает с контроля не исполнитель"]


def test_what_was_opened_taken_over_or_taken_back_is_judged_whole() -> None:
    stands = case("in_work")
    assert plan(ASSIGNMENT, None, stands, [entry("opened")]) is WHOLE
    assert plan(ASSIGNMENT, stands, stands, [entry("migrated")]) is WHOLE
    assert plan(ASSIGNMENT, stands, stands, [entry("undone")]) is WHOLE
    assert plan(ASSIGNMENT, stands, stands, [entry("corrected", record="ОТ-1", fields={"text": ""})]) is WHOLE


def test_a_stage_that_is_left_ends_the_waiting_for_what_it_makes() -> None:
    assert changed(CYCLE, [("moved", "goals", "indicators")]).ends == {"goal", "regional_goal", "programme"}
    assert changed(CYCLE, [("moved", "goals", "of an older version")]).ends == set(CYCLE.records)
    assert "evidence" in changed(CYCLE, [("corrected", "", "period")]).ends
