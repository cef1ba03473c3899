from __future__ import annotations

import pytest

from engine.desk.answers import holding, remember, remembered, withdraw
from engine.desk.desk import Desk
from engine.desk.regime import as_plain, regime_of
from engine.plan.regimes import shipped_regimes
from engine.run.unknown import NotFound

BODY = "Коллегия отдела озеленения"


def test_an_answer_holds_for_its_body_until_it_is_withdrawn(desk: Desk) -> None:
    desk.act(remember(BODY, {"deadline-day-off": "day-after"}))
    office = desk.case("office")
    assert holding(office, "коллегия  отдела озеленения")["deadline-day-off"].choice == "day-after"
    assert holding(office, "Другая коллегия") == {}
    desk.act(withdraw("1"))
    assert holding(desk.case("office"), BODY) == {}
    assert [each.number for each in remembered(desk.case("office"))] == ["1"]


def test_the_last_answer_counts_and_the_numbers_go_on(desk: Desk) -> None:
    desk.act(remember(BODY, {"deadline-day-off": "day-after"}))
    desk.act(remember(BODY, {"deadline-day-off": "day-same", "lead-missing": "lead-first"}))
    office = desk.case("office")
    assert {code: each.number for code, each in holding(office, BODY).items()} == {
        "deadline-day-off": "2",
        "lead-missing": "3",
    }


def test_an_unknown_number_is_not_withdrawn(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.act(withdraw("1"))


@pytest.mark.parametrize("name", ["common", "federal_agency", "sverdlovsk"])
def test_a_regime_comes_back_from_the_journal_as_it_was(name: str, desk: Desk) -> None:

    office = desk.case("office")._replace(fields={"regime": as_plain(shipped_regimes()[name])})
    assert regime_of(office) == shipped_regimes()[name]
    assert regime_of(desk.case("office")).name == "common"
