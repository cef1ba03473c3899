from __future__ import annotations

from datetime import date

import pytest

from engine.definition.shipped import shipped
from engine.definition.workflow import Arrow
from engine.rules.judging import judge
from engine.rules.thing import Act, Scene, Thing
from engine.rules.verdict import Holds

ASSIGNMENT = shipped("assignment")
DAY = date(2026, 3, 2)


def arrow(stage: str, trigger: str) -> Arrow:
    """The arrow by which a trigger leaves a stage, which must be there."""
    found = ASSIGNMENT.arrow(stage, trigger)
    assert found is not None
    return found


def confirmed(kind: str = "assignment", by: str = "Л-1", around: tuple[Thing, ...] = ()) -> set[Holds]:
    """How the requirements of taking an assignment of Л-2 off control stand."""
    case = Thing("assignment", "П-1.2", {"kind": kind, "path": "2"}, (), DAY)
    acts = (Act("confirm", "П-1.2", by, DAY),)
    roles = {"executor": frozenset({"Л-2"}), "controller": frozenset({"Л-1", "Л-2"}), "clerk": frozenset({"Л-1"})}
    scene = Scene(case, (case, *around), acts, roles, DAY)
    return {judge(rule, scene).holds for rule in arrow("reported", "confirm").requirements}


PROOF = Thing("evidence", "П-1.2#1", {"kind": "справка"}, ("П-1.2",), DAY)


@pytest.mark.parametrize("stage", ["registered", "delivered"])
def test_work_may_always_begin(stage: str) -> None:
    accept = arrow(stage, "accept")
    assert accept.target == "in_work"
    assert (accept.requirements, accept.asks) == ((), ())
    assert ASSIGNMENT.stages[stage].complete_when == ()


def test_the_way_of_an_assignment() -> None:
    way = [("registered", "deliver"), ("delivered", "accept"), ("in_work", "report"), ("reported", "confirm")]
    assert [arrow(stage, trigger).target for stage, trigger in way] == ["delivered", "in_work", "reported", "closed"]
    assert arrow("reported", "return").target == "in_work"


def test_a_proven_assignment_is_taken_off_control() -> None:
    assert confirmed(around=(PROOF,)) == {Holds.SATISFIED}


def test_without_a_proof_it_is_not() -> None:
    assert Holds.VIOLATED in confirmed() or Holds.PENDING in confirmed()


def test_a_recommendation_needs_no_proof() -> None:
    assert confirmed(kind="recommendation") == {Holds.SATISFIED}


def test_the_executor_does_not_take_it_off_control() -> None:
    assert Holds.VIOLATED in confirmed(by="Л-2", around=(PROOF,))


def test_it_stays_on_control_while_what_it_needs_is_open() -> None:
    still_open = Thing("predecessor", "П-1.1", {"closed": None}, (), DAY)
    closed = Thing("predecessor", "П-1.1", {"closed": DAY}, (), DAY)
    assert confirmed(around=(PROOF, still_open)) != {Holds.SATISFIED}
    assert confirmed(around=(PROOF, closed)) == {Holds.SATISFIED}


@pytest.mark.parametrize("stage", ["registered", "delivered", "in_work"])
def test_an_extension_sets_the_term_that_was_brought(stage: str) -> None:
    extend = arrow(stage, "extend")
    assert extend.target == stage
    assert set(extend.asks) == {"due", "reason"}
    assert extend.sets == {"due": "{due}", "control_due": "{due}"}


@pytest.mark.parametrize(
    ("trigger", "outcome"),
    [("not_done", "not_done"), ("not_applicable", "not_applicable"), ("withdraw", "withdrawn"), ("confirm", "done")],
)
def test_every_closing_has_its_outcome(trigger: str, outcome: str) -> None:
    closing = arrow("reported", trigger)
    assert closing.target == "closed"
    assert closing.sets == {"outcome": outcome}
    assert closing.role == "controller"
    assert outcome in ASSIGNMENT.fields["outcome"].values


def test_every_way_to_the_end_fixes_an_outcome() -> None:
    assert all("outcome" in one.sets for one in ASSIGNMENT.arrows if one.target == "closed")
