from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.audit.terms import days_of
from engine.protocol import Deadline
from engine.rules.thing import Value
from tests.office import item


def term(kind: str, due: str = "", raw: str = "", **more: object) -> dict[str, Value]:
    day = date.fromisoformat(due) if due else None
    deadline = replace(Deadline(kind, due=day), **more)  # type: ignore[arg-type]
    return days_of(replace(item("1"), deadline=deadline, deadline_raw=raw))


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("до 12.01.2022", date(2022, 1, 12)),
        ("с 01.02.2022 по 15.03.2022", date(2022, 3, 15)),
        ("до 31.02.2022", None),
        ("до 1 марта", None),
        ("№ 112.01.20221", None),
    ],
)
def test_the_last_day_in_figures_is_the_written_one(raw: str, written: date | None) -> None:
    assert term("date", raw=raw)["written_day"] == written


def test_a_month_and_a_school_year_have_their_last_day() -> None:
    assert term("month", "2024-02-10")["last_day"] == date(2024, 2, 29)
    assert term("academic_year", "2022-05-31")["last_day"] == date(2022, 8, 31)
    assert term("date", "2022-05-31")["last_day"] is None
    assert term("month")["last_day"] is None


def test_a_day_that_is_meant_as_a_day_has_its_nearest_working_day() -> None:
    assert term("date", "2022-01-15")["working_day"] == date(2022, 1, 17)
    assert term("date", "2022-01-17")["working_day"] == date(2022, 1, 17)


def test_the_end_of_a_month_or_period_is_no_appointment() -> None:
    assert term("month", "2022-07-31")["working_day"] is None
    assert term("period", "2022-07-31")["working_day"] is None
    assert term("period", "2022-07-31", "по 31.07.2022")["working_day"] == date(2022, 8, 1)


def test_an_event_is_what_the_term_waits_for() -> None:
    assert term("event", raw="по графику")["event"] == "по графику"
    assert term("event", raw="по графику", note="график ГИА")["event"] == "график ГИА"
    assert term("date", raw="по графику")["event"] == ""


@pytest.mark.parametrize("day", [date.min, date(1700, 1, 1), date.max])
def test_a_misread_year_is_no_trouble(day: date) -> None:
    assert term("date", day.isoformat())["working_day"] is not None
