"""A moment is the first day on which a case came to a stage; nobody states it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from engine.run.case import Case
from engine.run.command import Correct, Fire
from engine.run.decide import decide
from engine.run.refusal import Refused
from engine.run.scene import case_thing
from tests.engine.run.regulation import REQUEST, field
from tests.engine.run.test_decide import FACTS, OPEN, TOLD, after

TIMED = replace(
    REQUEST,
    fields=MappingProxyType(
        {
            **REQUEST.fields,
            "began": replace(field("began", "moment"), reached="draft"),
            "checked_on": replace(field("checked_on", "moment"), reached="checked"),
        }
    ),
)
DAY = TOLD.happened_on


def moments(case: Case) -> tuple[object, object]:
    values = case_thing(TIMED, case).values
    return values["began"], values["checked_on"]


def later(case: Case, days: int) -> Case:
    """The same case with its last move that many days later."""
    *before, last = case.moves
    told = last.told._replace(happened_on=DAY + timedelta(days=days))
    return case._replace(moves=(*before, last._replace(told=told)))


def test_a_case_comes_to_its_first_stage_when_it_is_opened() -> None:
    assert moments(after(OPEN)) == (DAY, None)


def test_the_first_time_counts_whatever_comes_after_it() -> None:
    once = after(OPEN, Fire("З-1", "check"))
    back = later(after(OPEN, Fire("З-1", "check"), Fire("З-1", "return", {"reason": "опечатка"})), 3)
    again = Fire("З-1", "check")
    assert moments(once) == (DAY, DAY)
    assert moments(back) == (DAY, DAY)
    assert moments(later(after(OPEN, Fire("З-1", "check"), Fire("З-1", "return", {"reason": "x"}), again), 9)) == (
        DAY,
        DAY,
    )


def test_it_is_the_day_on_which_it_happened_not_the_day_on_which_it_was_typed() -> None:
    assert moments(later(after(OPEN, Fire("З-1", "check")), -2)) == (DAY, DAY - timedelta(days=2))


def test_a_stage_taken_on_trust_has_no_day() -> None:
    assert moments(after(OPEN._replace(at="checked"))) == (None, DAY)


def test_nobody_states_a_moment() -> None:
    case = after(OPEN)
    answer = decide(TIMED, case, Correct("З-1", {"checked_on": date(2026, 1, 1).isoformat()}), FACTS, TOLD)
    assert isinstance(answer, Refused)
    assert [because.code for because in answer.because] == ["field-misstated"]
