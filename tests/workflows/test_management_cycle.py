from __future__ import annotations

from itertools import pairwise

import pytest

from engine.definition.arrows import NEXT_CYCLE
from engine.definition.shipped import shipped

STAGES = ["goals", "indicators", "monitoring", "analysis", "recommendations", "decisions", "effectiveness"]
CYCLE = shipped("management_cycle")


def test_the_seven_stages_stand_in_their_order_and_then_it_is_closed() -> None:
    assert list(CYCLE.stages) == [*STAGES, "closed"]
    assert [name for name, stage in CYCLE.stages.items() if stage.final] == ["closed"]


def test_a_cycle_is_one_organisation_one_mechanism_one_period() -> None:
    assert CYCLE.subject == ("organisation", "mechanism", "period")


def test_a_cycle_goes_on_one_stage_at_a_time() -> None:
    onward = [(arrow.source, arrow.target) for arrow in CYCLE.arrows if arrow.trigger == "advance"]
    assert onward == list(pairwise(STAGES))


def test_a_cycle_may_return_to_every_earlier_stage_if_the_reason_is_told() -> None:
    back = [arrow for arrow in CYCLE.arrows if arrow.trigger == "return"]
    pairs = {(later, earlier) for place, later in enumerate(STAGES) for earlier in STAGES[:place]}
    assert {(arrow.source, arrow.target) for arrow in back} == pairs
    assert {arrow.asks for arrow in back} == {("reason",)}
    assert {arrow.role for arrow in back} == {"controller"}


def test_the_next_cycle_starts_from_effectiveness() -> None:
    assert [(arrow.source, arrow.target) for arrow in CYCLE.arrows if arrow.then == NEXT_CYCLE] == [
        ("effectiveness", "closed")
    ]


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_produces_something_and_says_when_it_is_complete(stage: str) -> None:
    assert CYCLE.stages[stage].produces
    assert CYCLE.stages[stage].complete_when


def test_every_record_but_goals_and_what_comes_from_outside_has_to_point_back() -> None:
    free = {name for name, record in CYCLE.records.items() if not any(link.least for link in record.back)}
    assert free == {"goal", "regional_goal", "programme", "order", "effect"}


def test_a_record_points_back_to_what_comes_no_later() -> None:
    order = list(CYCLE.stages)
    for record in CYCLE.records.values():
        for link in record.back:
            assert order.index(str(CYCLE.stage_of(link.kind))) <= order.index(str(CYCLE.stage_of(record.name)))


def test_the_requirements_use_the_forms_of_the_vocabulary() -> None:
    forms = {rule.form for stage in CYCLE.stages.values() for rule in stage.complete_when}
    assert forms == {"count", "before", "compare"}
