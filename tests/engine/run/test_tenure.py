"""The roll of an office: who holds which role on which day, looked up, and never the roll of another office."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from engine.run import tenure
from engine.run.tenure import Tenure, holders, is_among, roll, standing_in

DAY = date(2026, 11, 23)
NEXT, BEFORE = DAY + timedelta(days=1), DAY - timedelta(days=1)
OFFICE = (
    Tenure("clerk", "Л-1", until=DAY),
    Tenure("clerk", "Л-2", since=NEXT),
    Tenure("clerk", "Л-3", DAY, NEXT, "Л-1"),
    Tenure("head", "Л-4"),
)


def test_a_role_is_held_by_the_day_and_whoever_stands_in_goes_with_the_one_stood_in_for() -> None:
    for _ in range(2):  # worked out, then looked up
        assert standing_in(OFFICE, "clerk", DAY) == {("Л-1", "Л-1"), ("Л-3", "Л-1")}
        assert standing_in(OFFICE, "clerk", NEXT) == {("Л-2", "Л-2")}
        assert holders(OFFICE, "clerk", DAY) == {"Л-1", "Л-3"}
        assert holders(OFFICE, "nobody's", DAY) == frozenset()


def test_who_stands_in_is_among_the_holders() -> None:
    held = standing_in(OFFICE, "clerk", DAY)
    assert [is_among(who, held) for who in ("Л-1", "Л-3", "Л-2")] == [True, True, False]


def test_deputies_are_those_of_a_role() -> None:
    assert [each.party for each in roll(OFFICE).deputies("clerk")] == ["Л-3"]
    assert list(roll(OFFICE).deputies("head")) == []


@pytest.mark.parametrize(
    "office",
    [
        (),
        (Tenure("clerk", "Л-1", NEXT), Tenure("clerk", "Л-2", DAY, DAY)),
        (Tenure("clerk", "Л-1", NEXT), Tenure("clerk", "Л-2", DAY, DAY, "Л-1")),  # stood in for nobody yet
        (Tenure("clerk", "Л-1", DAY, BEFORE),),  # taken back on the day it was given
        (Tenure("clerk", "Л-1", DAY), Tenure("clerk", "Л-2", until=BEFORE)),
    ],
)
def test_the_roll_knows_from_which_day_on_somebody_had_held_a_role(office: tuple[Tenure, ...]) -> None:
    since = roll(office).since.get("clerk")
    for day in (date.min, BEFORE, DAY, NEXT, date.max):
        assert bool(roll(office).ever("clerk", day)) == (since is not None and since <= day)


def test_an_office_that_has_changed_has_a_roll_of_its_own() -> None:
    assert roll(OFFICE) is roll(OFFICE)
    assert holders(OFFICE, "head", DAY) == {"Л-4"}
    assert holders(OFFICE[:3], "head", DAY) == frozenset()
    assert holders((*OFFICE, Tenure("head", "Л-5")), "head", DAY) == {"Л-4", "Л-5"}
    assert holders(OFFICE, "head", DAY) == {"Л-4"}


def test_days_that_were_asked_about_do_not_stay_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tenure, "DAYS", 3)
    many = roll((*OFFICE, Tenure("head", "Л-6", DAY)))
    days = [DAY + timedelta(days=number) for number in range(-5, 5)]
    assert [len(many.held("head", day)) for day in days] == [1] * 5 + [2] * 5
    assert len(many._held) <= 3
