from __future__ import annotations

from datetime import date

import pytest

from engine.definition.shipped import shipped, shipped_names
from engine.protocol import TASK_KINDS, ItemKind
from engine.rules.judging import judge
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Holds

PROTOCOL = shipped("protocol")
DAY = date(2026, 3, 2)


def test_the_way_of_a_protocol() -> None:
    assert list(PROTOCOL.stages) == ["draft", "held", "signed", "on_control", "closed"]


def test_every_kind_of_item_that_is_no_task_is_a_record() -> None:
    assert set(PROTOCOL.records) == {kind.value for kind in ItemKind if kind not in TASK_KINDS}


@pytest.mark.parametrize(("outcome", "holds"), [("done", True), (None, False)])
def test_a_protocol_is_closed_when_each_of_its_assignments_has_an_outcome(outcome: str | None, holds: bool) -> None:
    close = PROTOCOL.arrow("on_control", "close")
    assert close is not None
    case = Thing("protocol", "П-1", {}, (), DAY)
    task = Thing("assignment", "П-1.2", {"outcome": outcome}, ("П-1",), DAY)
    verdicts = [judge(rule, Scene(case, (case, task), (), {}, DAY)).holds for rule in close.requirements]
    assert (verdicts == [Holds.SATISFIED]) is holds


def test_no_two_kinds_of_records_share_their_letters() -> None:
    letters = [record.prefix for name in shipped_names() for record in shipped(name).records.values()]
    assert len(letters) == len(set(letters))


def test_records_leave_the_letters_of_protocols_cases_and_people_alone() -> None:
    letters = {record.prefix for name in shipped_names() for record in shipped(name).records.values()}
    assert letters.isdisjoint({"П", "К", "А", "A", "F", "Л", "О", "Г"})
