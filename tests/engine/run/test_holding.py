"""Who held what by when: fields that changed, records of a kind, the office, and those who stood in meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from engine.definition.workflow import Role
from engine.rules.thing import Act
from engine.run.command import Correct, Record
from engine.run.holding import Holding
from engine.run.tenure import Tenure
from tests.engine.run.regulation import REQUEST, field, title
from tests.engine.run.test_decide import NOTE, OPEN, TOLD, after

DAY = TOLD.happened_on
BEFORE, NEXT = DAY - timedelta(days=1), DAY + timedelta(days=1)
NAMED = after(OPEN._replace(fields={"doer": ["Л-5"]}), NOTE, Correct("З-1", {"doer": ["Л-6"]}))
OF_NOTE = replace(
    REQUEST,
    roles={**REQUEST.roles, "reader": Role("reader", title("reader"), "note.readers")},
    records={
        **REQUEST.records,
        "note": replace(REQUEST.records["note"], fields={"readers": field("readers", "people")}),
    },
)


def act(order: int = 9, day: date = DAY, on: str = "З-1") -> Act:
    return Act("close", on, "Л-2", day, order)


def deputy(party: str, since: date, until: date | None = None, of: str = "Л-5", role: str = "doer") -> Tenure:
    return Tenure(role, party, since, until, of)


def test_a_field_that_changed_names_its_last_people_then_and_all_of_them_ever() -> None:
    holding = Holding(REQUEST, NAMED, ())
    assert holding.then("doer", act(), None) == {("Л-6", "Л-6")}
    assert holding.ever("doer", act(), None) == {("Л-5", "Л-5"), ("Л-6", "Л-6")}
    assert holding.then("doer", act(3), None) == holding.ever("doer", act(3), None) == {("Л-5", "Л-5")}


def test_before_the_first_entry_nobody_was_named() -> None:
    holding = Holding(REQUEST, NAMED, ())
    assert holding.then("doer", act(1), None) == holding.ever("doer", act(1), None) == frozenset()


def test_a_record_that_came_after_the_act_had_nobody_to_name() -> None:
    """Acts of long ago are judged again when leave has run out."""
    case = after(OPEN, NOTE)
    notes = {"ЗП-1": case.records["ЗП-1"]._replace(fields={"readers": ["Л-7"]})}
    holding = Holding(OF_NOTE, case._replace(records=notes), ())
    assert holding.then("reader", act(2), None) == holding.ever("reader", act(2), None) == frozenset()
    assert holding.then("reader", act(3), None) == holding.ever("reader", act(3), None) == {("Л-7", "Л-7")}
    assert holding.ever("reader", act(3), frozenset()) == frozenset()


def test_a_deputy_counts_while_the_one_in_whose_place_was_named() -> None:
    for since, until, met in ((DAY, None, True), (BEFORE, BEFORE, False), (NEXT, None, False)):
        holding = Holding(REQUEST, NAMED, (deputy("Л-8", since, until),))
        assert (("Л-8", "Л-5") in holding.ever("doer", act(), None)) is met
        assert (("Л-8", "Л-5") in holding.then("doer", act(3), None)) is met
        assert ("Л-8", "Л-5") not in holding.then("doer", act(), None)  # by then Л-6 is named


def test_a_role_of_the_office_had_whoever_had_begun_in_it() -> None:
    past, future = Tenure("clerk", "Л-1", None, BEFORE), Tenure("clerk", "Л-2", NEXT)
    in_place = [deputy("Л-3", BEFORE, BEFORE, "Л-1", "clerk"), deputy("Л-4", DAY, None, "Л-1", "clerk")]
    holding = Holding(REQUEST, NAMED, (past, future, *in_place))
    assert holding.ever("clerk", act(), None) == {("Л-1", "Л-1"), ("Л-3", "Л-1")}
    assert holding.then("clerk", act(), None) == frozenset()
    assert ("Л-2", "Л-2") in holding.ever("clerk", act(day=NEXT), None)


def test_a_tenure_taken_back_on_its_first_day_had_begun() -> None:
    taken_back = Tenure("clerk", "Л-1", DAY, BEFORE)
    holding = Holding(REQUEST, NAMED, (taken_back, deputy("Л-3", BEFORE, DAY, "Л-1", "clerk")))
    assert holding.ever("clerk", act(), None) == {("Л-1", "Л-1"), ("Л-3", "Л-1")}


def test_an_author_is_whoever_made_it_or_put_it_right_by_then() -> None:
    case = after(OPEN, NOTE, Record("З-1", "ЗП-2", "note", {"text": "Ещё"}, author="Л-9"))
    holding = Holding(REQUEST, case, ())
    assert holding.then("author", act(on="ЗП-2"), None) == {("Л-9", "Л-9")}
    assert holding.ever("author", act(), frozenset({"ЗП-1", "ЗП-2", "З-1"})) == {("Л-1", "Л-1"), ("Л-9", "Л-9")}
    assert holding.ever("author", act(3), frozenset({"ЗП-2"})) == frozenset()
