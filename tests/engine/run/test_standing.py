from __future__ import annotations

from engine.run.command import Fire, Open, Plan, Prove, Record
from engine.run.standing import Standing, standing
from tests.engine.run.regulation import REQUEST
from tests.engine.run.test_decide import NOTE, OPEN, after


def stands(*commands: Open | Fire | Record | Plan | Prove) -> dict[str, Standing]:
    return dict(standing(REQUEST, after(*commands)))


def test_a_stage_goes_from_absent_over_planned_and_recorded_to_proven() -> None:
    plan, proof = Plan("З-1", "draft", "П-1.1"), Prove("З-1", "ЗП-1", {"title": "письмо"})
    journey = [(OPEN,), (OPEN, plan), (OPEN, plan, NOTE), (OPEN, plan, NOTE, proof)]
    assert [stands(*commands)["draft"].value for commands in journey] == ["absent", "planned", "recorded", "proven"]


def test_one_record_without_a_document_leaves_the_stage_unproven() -> None:
    second = Record("З-1", "ЗП-2", "note", {"text": "Ещё"})
    assert stands(OPEN, NOTE, Prove("З-1", "ЗП-1", {}), second)["draft"] is Standing.RECORDED


def test_being_past_a_stage_or_trusting_it_proves_nothing() -> None:
    assert stands(OPEN, Fire("З-1", "check"))["draft"] is Standing.ABSENT
    assert stands(Open("З-1", "request", {"who": "Ким"}, at="checked"))["draft"] is Standing.ABSENT


def test_a_stage_that_produces_nothing_does_not_stand_at_all() -> None:
    assert "closed" not in stands(OPEN)
