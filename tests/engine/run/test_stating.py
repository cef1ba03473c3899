"""What is stated is of the kind that its field asks for, in the form in which it is judged later."""

from __future__ import annotations

import pytest

from engine.run.event import Plain
from engine.run.stating import SHOWN, misdated, misstated
from tests.engine.run.regulation import field


def said(type: str, value: Plain) -> str:
    """What is told of a value in a field of that kind, or nothing."""
    return next((because.facts["value"] for because in misstated({"it": field("it", type)}, {"it": value})), "")


@pytest.mark.parametrize("value", ["70", "-70", "70,5", "-0.5", "1" * 20, 5, -5])
def test_a_number_is_taken(value: Plain) -> None:
    assert said("number", value) == ""
    assert said("series", {"2026": value, "2027": ""}) == ""


@pytest.mark.parametrize("value", ["70-75", "5-", "1e999", "nan", "9" * 5_000, "1.2.3", True, 10**50, ["70"]])
def test_what_cannot_be_judged_as_a_number_is_refused(value: Plain) -> None:
    assert said("number", value)
    told = said("series", {"2026": "70", "2027": value})
    assert told.startswith("2027=") and "2026" not in told
    assert len(told) < SHOWN + 10


@pytest.mark.parametrize("value", ["20260520", "2026-W21-3", "2026-05-20T10:00", "20.05.2026", "2026-02-30", 20260520])
def test_a_day_is_refused_in_any_other_form(value: Plain) -> None:
    assert said("date", value)
    assert misdated({"date": value})


def test_a_day_is_taken_as_it_is_kept() -> None:
    assert said("date", "2026-05-20") == ""
    assert misdated({"date": "2026-05-20"}) == misdated({}) == ()


def test_even_a_number_that_nobody_could_print_is_told() -> None:
    assert said("number", 10**5_000) == "10^20…"
