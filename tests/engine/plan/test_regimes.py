from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.messages import fix, say
from engine.plan.regimes import KEYS, Length, Regime, Said, controlled, read_regimes, shipped_regimes
from engine.protocol import Deadline
from engine.rules.book import LANGS

MONDAY = date(2022, 3, 14)
SATURDAY = date(2022, 1, 15)


@pytest.fixture
def federal() -> Regime:
    return shipped_regimes()["federal_agency"]


@pytest.fixture
def sverdlovsk() -> Regime:
    return shipped_regimes()["sverdlovsk"]


def test_a_due_day_on_a_day_off_moves_to_the_working_day_before(federal: Regime) -> None:
    found = controlled(Deadline("date", due=SATURDAY), federal, MONDAY)
    assert (found.due, found.control_due, found.control_rule) == (SATURDAY, date(2022, 1, 14), "T6")


def test_a_due_day_on_a_working_day_stays_and_names_no_rule(federal: Regime) -> None:
    found = controlled(Deadline("date", due=date(2022, 4, 1)), federal, MONDAY)
    assert (found.control_due, found.control_rule) == (date(2022, 4, 1), "")


def test_a_moved_day_off_counts_as_one(federal: Regime) -> None:
    found = controlled(Deadline("date", due=date(2021, 12, 31)), federal, date(2021, 11, 26))
    assert (found.control_due, found.control_rule) == (date(2021, 12, 30), "T6")


def test_no_term_is_a_month_where_the_regime_says_so(federal: Regime, sverdlovsk: Regime) -> None:
    assert controlled(Deadline(), federal, date(2022, 1, 31)).control_due == date(2022, 2, 28)
    assert controlled(Deadline(), federal, date(2022, 1, 31)).control_rule == "T1"
    assert controlled(Deadline(), sverdlovsk, date(2022, 1, 31)).control_due is None


def test_a_month_that_ends_on_a_day_off_names_both_rules(federal: Regime) -> None:
    found = controlled(Deadline(), federal, date(2022, 4, 1))  # 1 May is a Sunday and a holiday
    assert (found.control_due, found.control_rule) == (date(2022, 4, 29), "T1, T6")


def test_days_are_counted_as_the_regime_counts_them(federal: Regime, sverdlovsk: Regime) -> None:
    term = Deadline("relative", due=date(2022, 3, 24))
    said = Said("в течение 10 дней", Length(10, "day"))
    assert controlled(term, federal, MONDAY, said).control_due == date(2022, 3, 24)
    moved = controlled(term, sverdlovsk, MONDAY, said, registered=date(2022, 3, 16))
    assert (moved.due, moved.control_due, moved.control_rule) == (date(2022, 3, 24), date(2022, 3, 30), "T2")


@pytest.mark.parametrize(
    ("words", "federal_day", "sverdlovsk_day"),
    [
        ("срочно", date(2022, 3, 17), date(2022, 3, 17)),
        ("оперативно", date(2022, 3, 24), date(2022, 3, 28)),
        ("весьма срочно", date(2022, 3, 17), date(2022, 3, 15)),
    ],
)
def test_urgent_words_are_days(
    words: str, federal_day: date, sverdlovsk_day: date, federal: Regime, sverdlovsk: Regime
) -> None:
    term = Deadline("relative")
    assert controlled(term, federal, MONDAY, Said(words)).control_due == federal_day
    assert controlled(term, sverdlovsk, MONDAY, Said(words)).control_due == sverdlovsk_day


def test_what_comes_round_without_a_day_gets_the_regimes_day(federal: Regime, sverdlovsk: Regime) -> None:
    quarterly = Deadline("recurring", recurrence="quarter")
    found = controlled(quarterly, sverdlovsk, MONDAY)
    assert (found.control_due, found.control_rule) == (date(2022, 4, 8), "T7, T6")  # 10 April is a Sunday
    assert controlled(quarterly, federal, MONDAY).control_due is None
    stated = controlled(Deadline("recurring", recurrence="quarter 2022-04-05"), sverdlovsk, MONDAY)
    assert (stated.control_due, stated.control_rule) == (date(2022, 4, 5), "")


def test_permanent_work_is_reported_on_once_a_year(federal: Regime, sverdlovsk: Regime) -> None:
    assert controlled(Deadline("permanent"), sverdlovsk, MONDAY).control_rule == "T8"
    assert controlled(Deadline("permanent"), sverdlovsk, MONDAY).control_due == date(2023, 1, 20)
    assert controlled(Deadline("permanent"), federal, MONDAY).control_due is None


def test_an_event_has_no_control_day(federal: Regime) -> None:
    assert controlled(Deadline("event"), federal, MONDAY).control_due is None


def test_a_key_that_no_regime_has_is_refused_with_its_line() -> None:
    _, problems = read_regimes("regimes:\n  ours:\n    cuont: working\n", "ours.yaml")
    assert [(p.code, p.where.line, p.facts["hint"]) for p in problems] == [("unknown-key", 3, "count")]
    _, none = read_regimes("regimes:\n  ours:\n    count: working\n", "ours.yaml")
    assert none == ()


FAULTS = {
    "count: wrking": ("unknown-value", "working"),
    "from: signin": ("unknown-value", "signing"),
    "no_term: one_mnth": ("unknown-value", "one_month"),
    "day_off: working_day_befor": ("unknown-value", "working_day_before"),
    "undated_rounds: ten": ("number-out-of-bounds", "ten"),
    "undated_rounds: 31": ("number-out-of-bounds", "31"),
    "undated_rounds: 0": ("number-out-of-bounds", "0"),
    "undated_rounds: 99999999": ("number-out-of-bounds", "99999999"),
    "undated_rounds: ١": ("number-out-of-bounds", "١"),
    'permanent_report: "31.02"': ("no-day-of-year", "31.02"),
    'permanent_report: "29.02"': ("no-day-of-year", "29.02"),
    "permanent_report: 99999999": ("no-day-of-year", "99999999"),
    "permanent_report: 20.01.2027": ("no-day-of-year", "20.01.2027"),
    "urgent: {срочно: T4}": ("no-urgent-term", "T4"),
    "urgent: {срочно: T4 0}": ("no-urgent-term", "T4 0"),
    "urgent: {срочно: T4 99999999}": ("no-urgent-term", "T4 99999999"),
    "urgent: {срочно: [T4, 3]}": ("expected-text", ""),
    "urgent: [срочно]": ("expected-mapping", ""),
    "count: [working]": ("expected-text", ""),
}


@pytest.mark.parametrize("line", FAULTS)
def test_what_a_regime_cannot_say_is_told_with_its_place_and_what_is_near(line: str) -> None:
    code, told = FAULTS[line]
    found, (problem,) = read_regimes(f"regimes:\n  ours:\n    {line}\n", "ours.yaml")
    assert (problem.code, problem.where.line) == (code, 3)
    assert told in {problem.facts.get("hint", ""), problem.facts.get("found", "")}
    for lang in LANGS:
        assert told in say(problem.code, problem.facts, lang) + fix(problem.code, problem.facts, lang)
    assert [regime.name for regime in found] == ["ours"]  # it is read on, so that all is told at once


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("regmes: {ours: {}}", "unknown-key"),
        ("- regimes", "expected-mapping"),
        ("regimes: {ours: working}", "expected-mapping"),
        ("regimes: [ours]", "expected-mapping"),
        ("ours: {count: working}", "key-missing"),
        ("", "empty-definition"),
    ],
)
def test_a_file_that_holds_no_regimes_says_so(text: str, code: str) -> None:
    found, problems = read_regimes(text, "ours.yaml")
    assert found == () and code in {problem.code for problem in problems}


def test_all_that_a_regime_may_say_is_kept() -> None:
    lines = [
        'title: {ru: Наш, en: Ours}, count: working, from: registration, urgent: {Весьма  срочно: "T5 365"},',
        'no_term: one_month, day_off: working_day_before, undated_rounds: 28, permanent_report: "31.12"',
    ]
    found, problems = read_regimes("regimes: {ours: {" + " ".join(lines) + "}}", "ours.yaml")
    assert problems == ()
    urgent = {"весьма срочно": ("T5", 365)}
    assert found == (
        Regime("ours", "working", "registration", urgent, "one_month", "working_day_before", 28, (31, 12)),
    )


@settings(max_examples=150, deadline=None)
@given(key=st.sampled_from(KEYS), value=st.text(max_size=30) | st.integers().map(str))
def test_no_value_at_all_breaks_the_reading(key: str, value: str) -> None:
    found, problems = read_regimes(f"regimes:\n  ours:\n    {key}: {value}\n", "ours.yaml")
    assert found or problems
