"""A passing night changes no reason: what is wrong from which day, and until when, is told by the facts alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.rules.judging import judge, reasons_ever
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Holds
from tests.engine.rules.kit import TASK, day, thing, understood
from tests.engine.rules.test_judging import CASE, GOAL, task

DAYS = [day("03-10") + timedelta(days=n) for n in range(12)]
OPEN = thing("predecessor", "П-1.2", "02-01")
MOMENTS = [
    ("дата закрытия не позже срока", task(deadline=day("03-15"))),
    ("дата закрытия раньше срока", task(deadline=day("03-15"))),
    ("дата закрытия не раньше срока", task(deadline=day("03-15"))),
    ("дата закрытия позже срока", task(deadline=day("03-15"))),
    ("начало работы не раньше даты закрытия предшественника", task(OPEN, started_on=day("03-15"))),
    ("начало работы раньше даты закрытия предшественника", task(OPEN, started_on=day("03-15"))),
    ("начало работы не позже даты закрытия предшественника", task(OPEN, started_on=day("03-15"))),
    ("начало работы позже даты закрытия предшественника", task(OPEN, started_on=day("03-15"))),
]


def at(scene: Scene, today: date) -> Scene:
    return replace(scene, today=today)


def read_on(sentence: str, scene: Scene, judged: date, read: date) -> Holds:
    """What a judgement of one day says on another one."""
    reasons = [r for r in reasons_ever(understood(sentence, TASK), at(scene, judged)) if not r.until or read < r.until]
    if any(reason.since and reason.since <= read for reason in reasons):
        return Holds.VIOLATED
    return Holds.PENDING if reasons else Holds.SATISFIED


@pytest.mark.parametrize(("sentence", "scene"), MOMENTS)
def test_what_was_judged_on_one_day_is_read_on_any_other_as_if_judged_then(sentence: str, scene: Scene) -> None:
    rule = understood(sentence, TASK)
    seen = set()
    for judged in DAYS:
        for read in DAYS:
            expected = judge(rule, at(scene, read)).holds
            assert read_on(sentence, scene, judged, read) == expected, (judged, read)
            seen.add(expected)
    assert len(seen) > 1  # each of these turns as the days pass


def test_a_moment_that_stays_away_turns_a_wait_into_a_fault_or_into_nothing() -> None:
    late, early = MOMENTS[0], MOMENTS[2]
    assert judge(understood(late[0], TASK), at(late[1], day("03-15"))).holds is Holds.PENDING
    assert judge(understood(late[0], TASK), at(late[1], day("03-16"))).holds is Holds.VIOLATED
    assert judge(understood(early[0], TASK), at(early[1], day("03-13"))).holds is Holds.PENDING
    assert judge(understood(early[0], TASK), at(early[1], day("03-14"))).holds is Holds.SATISFIED


@pytest.mark.parametrize("sentence", ["у каждой цели есть показатель", "у каждой цели указано обоснование"])
def test_what_has_to_be_there_is_missing_from_a_day_that_no_clock_tells(sentence: str) -> None:
    goal = Thing("goal", GOAL.id, {}, (), GOAL.day)
    case = CASE._replace(day=day("01-05"))
    told = [
        reasons_ever(understood(sentence), Scene(case, (case, goal), (), {}, today))
        for today in (day("03-10"), day("09-10"))
    ]
    assert told[0] == told[1] != ()
