from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from engine.run.case import Case
from engine.run.command import Command, Connect, Correct, Fire, Open, Plan, Prove, Record
from engine.run.decide import decide
from engine.run.event import Event, Plain, Told
from engine.run.facts import Facts
from engine.run.fold import apply, fold
from engine.run.refusal import Refused
from engine.run.unknown import NotFound, UnknownWord
from tests.engine.run.regulation import REQUEST, held

TOLD = Told("Л-1", "Л-1", "", date(2026, 11, 23), datetime(2026, 11, 23, 9, tzinfo=UTC))
FACTS = Facts(date(2026, 11, 23), held(clerk="Л-1"))


def decided(case: Case | None, command: Command, told: Told = TOLD) -> tuple[Event, ...] | Refused:
    return decide(REQUEST, case, command, FACTS, told)  # type: ignore[arg-type]


def after(*commands: Command) -> Case:
    case: Case | None = None
    for command in commands:
        outcome = decided(case, command)
        assert not isinstance(outcome, Refused), outcome
        for event in outcome:
            case = apply(case, event)
    assert case is not None
    return case


def no(case: Case | None, command: Command, told: Told = TOLD) -> list[str]:
    outcome = decided(case, command, told)
    assert isinstance(outcome, Refused), outcome
    return [reason.code for reason in outcome.because]


OPEN = Open("З-1", "request", {"who": "Ким"})
NOTE = Record("З-1", "ЗП-1", "note", {"text": "Срочно"})


def test_a_case_begins_in_the_first_stage() -> None:
    case = after(OPEN)
    assert (case.stage, case.version, case.trusted, case.workflow_version) == ("draft", 1, (), "v1")


def test_a_case_begun_later_takes_the_earlier_stages_on_trust() -> None:
    assert after(OPEN._replace(at="checked")).trusted == ("draft",)


def test_a_case_is_about_something() -> None:
    assert no(None, Open("З-1", "request", {})) == ["subject-missing"]


def test_a_case_is_opened_once() -> None:
    assert no(after(OPEN), OPEN) == ["case-exists"]


def test_an_arrow_moves_the_case_and_sets_what_it_sets() -> None:
    case = after(OPEN, Fire("З-1", "move", {"due": "2026-12-01"}))
    assert (case.stage, case.fields) == ("draft", {"due": "2026-12-01", "mood": "bad"})


def test_an_arrow_of_another_stage_is_refused_and_an_unknown_one_is_wrong_usage() -> None:
    assert no(after(OPEN), Fire("З-1", "close")) == ["no-way"]
    with pytest.raises(UnknownWord) as error:
        decided(after(OPEN), Fire("З-1", "clsoe"))
    assert error.value.near == ("close",)


def test_what_an_arrow_asks_for_has_to_be_brought_and_nothing_else_may_be() -> None:
    case = after(OPEN)
    assert no(case, Fire("З-1", "move")) == ["not-brought"]
    assert no(case, Fire("З-1", "move", {"due": "завтра"})) == ["field-misstated"]
    with pytest.raises(UnknownWord):
        decided(case, Fire("З-1", "move", {"due": "2026-12-01", "colour": "red"}))


def test_all_reasons_are_given_at_once() -> None:
    stranger = TOLD._replace(on_behalf_of="Л-9")
    assert no(after(OPEN), Fire("З-1", "move"), stranger) == ["not-holder", "not-brought"]


def test_a_role_that_nobody_holds_is_nobodys() -> None:
    outcome = decide(REQUEST, after(OPEN), Fire("З-1", "check"), Facts(FACTS.today), TOLD)
    assert isinstance(outcome, Refused) and outcome.not_allowed
    assert [reason.code for reason in outcome.because] == ["nobody-holds"]


def test_a_role_named_in_the_case_is_held_by_those_whom_it_names() -> None:
    named = after(OPEN._replace(fields={"doer": ["Л-2"]}), Fire("З-1", "check"))
    assert no(named, Fire("З-1", "close")) == ["not-holder"]
    assert not isinstance(decided(named, Fire("З-1", "close"), TOLD._replace(on_behalf_of="Л-2")), Refused)


def test_a_case_that_names_nobody_is_open_to_whoever_types() -> None:
    assert after(OPEN, Fire("З-1", "check"), Fire("З-1", "close")).stage == "closed"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Record("З-1", "ЗП-2", "note", {}), "field-missing"),
        (Record("З-1", "ЗП-1", "note", {"text": "Снова"}), "record-exists"),
        (Record("З-1", "ЗП-2", "note", {"text": "Снова"}, ("ЗП-1",)), "link-misplaced"),
        (Correct("З-1", {"mood": "fair"}), "field-misstated"),
        (Correct("З-1", {"due": "01.12.2026"}), "field-misstated"),
        (Prove("З-1", "", {"date": "вчера"}), "field-misstated"),
        (Plan("З-1", "draft", "П-1.1"), "plan-exists"),
    ],
)
def test_what_does_not_fit_the_regulation_is_refused(command: Command, code: str) -> None:
    assert no(after(OPEN, NOTE, Plan("З-1", "draft", "П-1.1")), command) == [code]


@pytest.mark.parametrize(
    "command",
    [
        Record("З-1", "ЗП-2", "note", {"text": "Ещё"}),
        Record("З-1", "ОТ-1", "reply", {}, ("ЗП-1",)),
        Correct("З-1", {"mood": "good", "due": "2026-12-01"}),
        Correct("З-1", {"text": "Иначе"}, "ЗП-1"),
        Prove("З-1", "ЗП-1", {"date": "2026-11-01", "title": "письмо"}),
        Plan("З-1", "checked", "П-1.1"),
    ],
)
def test_what_fits_is_one_entry(command: Command) -> None:
    outcome = decided(after(OPEN, NOTE), command)
    assert not isinstance(outcome, Refused)
    assert [(event.case, event.version) for event in outcome] == [("З-1", 3)]


@pytest.mark.parametrize(
    "command",
    [
        Record("З-1", "ЗП-2", "nota", {}),
        Record("З-1", "ЗП-2", "note", {"txet": ""}),
        Plan("З-1", "drfat", "П-1.1"),
        Correct("З-1", {"colour": "red"}),
        Fire("З-1", "return", {"reason": "нет"}, "drfat"),
        OPEN._replace(case="З-2", at="later"),
    ],
)
def test_words_that_the_regulation_does_not_know_are_wrong_usage(command: Command) -> None:
    with pytest.raises(UnknownWord):
        decided(None if isinstance(command, Open) else after(OPEN), command)


@pytest.mark.parametrize("command", [Connect("З-1", "ОТ-1", "ЗП-7"), Connect("З-1", "ОТ-7", "ЗП-1")])
def test_records_that_are_not_there_are_not_found(command: Command) -> None:
    case = after(OPEN, NOTE, Record("З-1", "ОТ-1", "reply", {}))
    with pytest.raises(NotFound):
        decided(case, command)
    assert not isinstance(decided(case, Connect("З-1", "ОТ-1", "ЗП-1")), Refused)


def test_a_closed_case_takes_no_more_records_but_still_takes_proofs() -> None:
    closed = after(OPEN, NOTE, Fire("З-1", "check"), Fire("З-1", "close"))
    assert no(closed, Record("З-1", "ЗП-2", "note", {"text": "Поздно"})) == ["case-closed"]
    assert not isinstance(decided(closed, Prove("З-1", "ЗП-1", {"title": "письмо"})), Refused)


def test_deciding_changes_nothing() -> None:
    case = after(OPEN)
    before = fold_of(case)
    decided(case, Fire("З-1", "check"))
    assert fold_of(case) == before


def fold_of(case: Case) -> Mapping[str, Plain]:
    return {"stage": case.stage, "version": case.version, "moves": len(case.moves)}


def test_the_history_of_a_journey_folds_into_its_case() -> None:
    case: Case | None = None
    history: list[Event] = []
    for command in (OPEN, NOTE, Prove("З-1", "ЗП-1", {"title": "письмо"}), Fire("З-1", "check")):
        outcome = decided(case, command)
        assert not isinstance(outcome, Refused)
        for event in outcome:
            history.append(event)
            case = apply(case, event)
        assert fold(history) == case
