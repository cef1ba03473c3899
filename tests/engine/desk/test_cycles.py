from __future__ import annotations

from datetime import date

import pytest

from engine.desk import cycles, records
from engine.desk.desk import Desk
from engine.desk.intent import Waiver
from engine.run.unknown import NotFound, UnknownWord
from tests.office import SUPERIOR, done, refused

WAIVER = Waiver(SUPERIOR, "справка в пути", date(2026, 12, 31))

ALL_SEVEN = (
    ("goal", {"text": "Снизить долю", "grounds": "анализ прошлого года"}, ()),
    ("indicator", {"name": "Доля школ"}, ("ЦЛ-1",)),
    ("method", {"text": "Опрос", "source": "отчёты школ"}, ("ПК-1",)),
    ("measurement", {"value": "12,5"}, ("ПК-1",)),
    ("conclusion", {"text": "Доля растёт"}, ("ИЗ-1",)),
    ("recommendation", {"text": "Учить завучей", "addressee": "методисты"}, ("ЗК-1",)),
    ("measure", {"text": "Семинар", "responsible": "Ким О.В.", "due": "01.12.2026"}, ("РК-1",)),
    ("decision", {"text": "Провести", "executors": "Ким О.В.", "due": "01.12.2026"}, ("ЗК-1",)),
    ("effect", {"text": "Доля упала", "proposal": "продолжить"}, ("МР-1",)),
)


@pytest.fixture
def office(desk: Desk) -> Desk:
    """An office that has started one cycle."""
    done(desk.act(cycles.start("О-1", "1.2", "2026")))
    return desk


def fill(desk: Desk, kinds: int = len(ALL_SEVEN)) -> None:
    for kind, fields, links in ALL_SEVEN[:kinds]:
        done(desk.act(records.add("К-1", kind, fields, links)))


def test_a_stage_is_left_when_what_completes_it_holds(office: Desk) -> None:
    assert refused(office.act(cycles.advance("К-1"))) == ["unmet"]
    fill(office, 1)
    done(office.act(cycles.advance("К-1")))
    assert office.case("К-1").stage == "indicators"


def test_a_refusal_names_every_requirement_that_does_not_hold(office: Desk) -> None:
    done(office.act(records.add("К-1", "goal", {"text": "Снизить долю"})))
    answer = office.act(cycles.advance("К-1"))
    assert "у каждой цели указано обоснование" in str(answer)


def test_a_cycle_goes_through_all_seven_stages_into_the_next_one(office: Desk) -> None:
    fill(office)
    for _ in range(6):
        done(office.act(cycles.advance("К-1")))
    assert office.case("К-1").stage == "effectiveness"
    answer = done(office.act(cycles.close("К-1")))
    assert {event.case for event in answer.entries} == {"К-1", "К-2"}
    following = office.case("К-2")
    assert following.subject["period"] == "2027" and following.stage == "goals"
    assert following.fields["previous"] == "К-1"
    assert following.fields["ground"] == [{"record": "ЭФ-1", "text": "Доля упала", "proposal": "продолжить"}]


def test_the_next_cycle_that_is_there_already_learns_of_its_previous_one(office: Desk) -> None:
    done(office.act(cycles.start("О-1", "1.2", "2027")))
    fill(office)
    for _ in range(6):
        done(office.act(cycles.advance("К-1")))
    done(office.act(cycles.close("К-1")))
    assert office.case("К-2").fields["previous"] == "К-1"
    with office.store.reading() as ledger:
        assert "К-3" not in ledger.cases()


def test_a_waiver_lets_a_cycle_on_and_is_recorded_with_the_requirements_it_waived(office: Desk) -> None:
    done(office.act(cycles.advance("К-1", WAIVER)))
    (move,) = office.case("К-1").moves
    assert move.data["waived"] == [
        {"requirement": requirement, "who": "Л-2", "why": "справка в пути", "until": "2026-12-31"}
        for requirement in ["есть цель"]
    ]


def test_a_waiver_that_was_not_needed_leaves_no_trace(office: Desk) -> None:
    fill(office, 1)
    done(office.act(cycles.advance("К-1", WAIVER)))
    assert "waived" not in office.case("К-1").moves[0].data


def test_back_wants_a_reason_and_a_stage_there_is(office: Desk) -> None:
    done(office.act(cycles.advance("К-1", WAIVER)))
    assert refused(office.act(cycles.back("К-1", "goals", ""))) == ["not-brought"]
    with pytest.raises(UnknownWord) as error:
        office.act(cycles.back("К-1", "gaols", "ошибка"))
    assert error.value.near == ("goals",)
    done(office.act(cycles.back("К-1", "goals", "ошибка")))
    assert office.case("К-1").stage == "goals"


def test_a_cycle_begun_later_trusts_the_stages_before_and_says_so(desk: Desk) -> None:
    done(desk.act(cycles.start("О-1", "1.2", "2026", at="analysis")))
    assert desk.case("К-1").trusted == ("goals", "indicators", "monitoring")
    assert desk.case("К-1").stage == "analysis"


def test_one_cycle_per_organisation_mechanism_and_period(office: Desk) -> None:
    assert refused(office.act(cycles.start("О-1", "1.2", "2026"))) == ["cycle-exists"]
    assert done(office.act(cycles.start("Комитет Луговского", "1.2", "2026"))).id == "К-2"


def test_a_mechanism_that_nobody_knows_is_wrong_usage(desk: Desk) -> None:
    with pytest.raises(UnknownWord):
        desk.act(cycles.start("О-1", "9.9", "2026"))


def test_every_way_out_is_shown_with_what_stands_in_it(office: Desk) -> None:
    (ahead,) = office.may("К-1")
    assert (ahead.trigger, ahead.target, ahead.open) == ("advance", "indicators", False)
    assert [reason.facts["requirement"] for reason in ahead.because][:1] == ["есть цель"]
    fill(office, 1)
    assert office.may("К-1")[0].open


def test_looking_for_a_way_records_nothing(office: Desk) -> None:
    with office.store.reading() as ledger:
        before = ledger.streams(), ledger.refusals(), ledger.intents()
    office.may("К-1")
    with office.store.reading() as ledger:
        assert (ledger.streams(), ledger.refusals(), ledger.intents()) == before


def test_a_case_of_any_regulation_can_be_started(desk: Desk) -> None:
    subject = {"body": "Совет", "number": "1", "date": "2026-09-01"}
    answer = done(desk.act(cycles.start_other("protocol", subject, {"topic": "Итоги"})))
    assert (answer.id, desk.case(answer.id).stage) == ("К-1", "draft")
    done(desk.act(cycles.fire(answer.id, "hold", {})))
    with pytest.raises(NotFound):
        desk.act(cycles.start_other("protokol", subject, {}))


def test_cases_are_had_at_one_moment_with_their_regulation(office: Desk) -> None:
    (case,) = office.cases("management_cycle")
    assert office.cases() == (case,) and office.cases("protocol") == ()
    assert office.workflow_of(case).version == case.workflow_version
