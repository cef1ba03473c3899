"""A value is a number, a day or a span in the one form that is kept, or it is none; nothing that is stored raises."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.quantities import as_day, as_number, as_series, as_span, is_number, size
from engine.rules.thing import Value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("70", Fraction(70)),
        ("-70", Fraction(-70)),
        ("−70,5", Fraction(-141, 2)),
        ("12.5", Fraction(25, 2)),
        ("74,5 %", Fraction(149, 2)),
        ("1 200", Fraction(1200)),
        ("1" * 20, Fraction(int("1" * 20))),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: Fraction) -> None:
    assert as_number(text) == number
    assert is_number(text)


NO_NUMBERS = (
    *("70-75", "5-", "--5", "", "-", "nan", "1e999", "1e5", "inf", "1.2.3", "1" * 21, "9" * 5_000, "0,", "٣", "70 75"),
    "5\n6",
)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_none_and_raises_nothing(text: str) -> None:
    assert as_number(text) is None
    assert not is_number(text)
    assert as_series({"2026": text, "2027": "75"}) == (("2027", Fraction(75)),)


def test_a_whole_number_of_the_journal_is_bounded_where_it_is_stated() -> None:
    assert is_number(-5) and is_number(10**20 - 1)
    assert not is_number(10**20) and not is_number(True)


@pytest.mark.parametrize("text", ["20260520", "2026-W21-3", "2026W213", "2026-05-20T00:00", "2026-5-20", "2026-02-30"])
def test_a_day_is_written_in_one_form(text: str) -> None:
    assert as_day(text) is None
    assert as_day("2026-05-20") == date(2026, 5, 20)


@pytest.mark.parametrize("text", ["9999/10000", "10000", "9999-10000", "0000", "2026/2028", "٢٠٢٦", "2025/026"])
def test_a_period_stays_within_the_calendar(text: str) -> None:
    assert as_span(text) is None
    assert as_span({text: "1"}) is None


def test_periods_of_years_and_school_years_are_understood() -> None:
    assert as_span("9999") == (date(9999, 1, 1), date(9999, 12, 31))
    assert as_span("2025/2026") == (date(2025, 9, 1), date(2026, 8, 31))
    assert as_span({"2026": "1", "2027": "2"}) == (date(2026, 1, 1), date(2027, 12, 31))


def test_a_series_counts_as_many_as_have_a_value() -> None:
    assert size({"2026": "70", "2027": "", "2028": "75"}) == 2
    assert size({"kind": "date", "due": date(2026, 1, 1)}) == 1
    assert size({}) == 0


VALUES: st.SearchStrategy[Value] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.dates() | st.from_regex(r"[0-9,./ -]{1,14}"),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(value=VALUES)
def test_no_value_at_all_breaks_the_understanding(value: Value) -> None:
    as_number(value), as_day(value), as_span(value), as_series(value), size(value)
