from __future__ import annotations

from datetime import date

import pytest

from engine.plan.calendar import (
    add_months,
    add_working_days,
    corrections,
    is_working,
    known_until,
    last_of_month,
    working_day_after,
    working_day_before,
    working_days_between,
)


@pytest.mark.parametrize(
    "day", [date(2022, 1, 7), date(2021, 12, 31), date(2022, 5, 10), date(2022, 3, 12), date(2022, 11, 4)]
)
def test_holidays_moved_days_and_weekends_are_off(day: date) -> None:
    assert not is_working(day)


@pytest.mark.parametrize("day", [date(2022, 3, 5), date(2021, 2, 20), date(2024, 11, 2), date(2022, 1, 10)])
def test_saturdays_that_are_worked_for_a_moved_day_and_plain_days_are_working(day: date) -> None:
    assert is_working(day)


def test_ten_working_days_pass_over_holidays() -> None:
    assert add_working_days(date(2021, 12, 29), 3) == date(2022, 1, 11)
    assert add_working_days(date(2022, 3, 15), 10) == date(2022, 3, 29)


def test_the_neighbouring_working_days() -> None:
    assert working_day_before(date(2022, 1, 15)) == date(2022, 1, 14)
    assert working_day_after(date(2022, 4, 29)) == date(2022, 5, 4)


def test_working_days_between_count_the_last_day_and_not_the_first() -> None:
    assert working_days_between(date(2021, 11, 26), date(2021, 12, 1)) == 3
    assert working_days_between(date(2021, 12, 1), date(2021, 12, 1)) == 0


def test_a_month_later_is_the_same_day_or_the_last_one() -> None:
    assert add_months(date(2022, 1, 31), 1) == date(2022, 2, 28)
    assert add_months(date(2021, 12, 15), 2) == date(2022, 2, 15)
    assert last_of_month(2024, 2) == date(2024, 2, 29)


def test_the_calendar_says_how_far_it_knows() -> None:
    assert known_until() >= date(2025, 12, 31)


def test_worked_saturdays_and_moved_days_off_correct_the_week() -> None:
    off, on = corrections(date(2024, 4, 20))
    assert date(2024, 4, 29) in off  # moved from Saturday 27 April
    assert date(2024, 4, 27) in on
    assert date(2024, 4, 22) not in off | on


@pytest.mark.parametrize("day", [date.min, date(1700, 1, 1), date.max])
def test_corrections_end_where_the_calendar_ends(day: date) -> None:
    off, on = corrections(day)
    assert not off & on
