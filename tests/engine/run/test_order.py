"""The order of days: nothing is done on a day to come, before its case, or before the case was at its stage."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from engine.definition.shipped import shipped
from engine.run.case import Case
from engine.run.command import Command, Correct, Fire, Open, Plan, Prove, Record
from engine.run.decide import decide
from engine.run.event import Plain
from engine.run.facts import Facts
from engine.run.fold import apply
from engine.run.office import OFFICE, TENURE
from engine.run.order import beginning
from engine.run.refusal import Refused
from tests.engine.run.regulation import held
from tests.engine.run.test_decide import TOLD
from tests.engine.run.test_office import office, tenure

TASK, CYCLE = shipped("assignment"), shipped("management_cycle")
DAY = date(2026, 11, 22)  # it is typed in on a Sunday
PAPER, FRIDAY = date(2026, 11, 12), DAY - timedelta(days=2)
FACTS = Facts(DAY, held(clerk="Л-1", controller="Л-1", curator="Л-1", operator="Л-1"))
SAID: dict[str, Plain] = {"text": "Справка", "kind": "recommendation", "executors": ["Л-2"], "decided": "2026-11-12"}
ACCEPT, REPORT = Fire("П-1.1", "accept"), Fire("П-1.1", "report", {"text": "готово"})


def task(**fields: Plain) -> Case:
    told = TOLD._replace(happened_on=DAY)
    (event,) = decide(
        TASK, None, Open("П-1.1", TASK.name, {"protocol": "П-1", "path": "1"}, fields or SAID), FACTS, told
    )  # type: ignore[misc]
    return apply(None, event)


def outcome(case: Case, command: Command, day: date, who: str) -> Case | list[str]:
    told = TOLD._replace(happened_on=day, on_behalf_of=who)
    found = decide(TASK, case, command, FACTS, told)  # type: ignore[arg-type]
    return [each.code for each in found.because] if isinstance(found, Refused) else apply(case, found[0])


def then(case: Case, *acts: tuple[Fire, date]) -> Case:
    for act, day in acts:
        case = outcome(case, act, day, "Л-2")  # type: ignore[assignment]
        assert isinstance(case, Case), case
    return case


def test_what_was_done_on_friday_is_put_down_on_sunday() -> None:
    reported = then(task(), (ACCEPT, FRIDAY), (REPORT, FRIDAY))
    assert reported.moves[-1].told.happened_on == FRIDAY
    assert then(task(), (ACCEPT, PAPER)).stage == "in_work", "work may begin on the day of the paper"


@pytest.mark.parametrize(
    ("day", "because"),
    [
        (DAY + timedelta(days=1), ["day-ahead"]),
        (date(9999, 12, 31), ["day-ahead"]),
        (PAPER - timedelta(days=1), ["before-case"]),
        (date(1, 1, 1), ["before-case"]),
    ],
)
def test_nothing_is_done_on_a_day_to_come_nor_before_its_paper(day: date, because: list[str]) -> None:
    case = outcome(task(), Record("П-1.1", "ОТ-1", "report", {"text": "а"}), DAY, "Л-1")
    assert isinstance(case, Case), case
    by_hand: tuple[Command, ...] = (
        Record("П-1.1", "ОТ-2", "report", {"text": "б"}),
        Prove("П-1.1", "", {"title": "справка", "date": "2019-01-01"}),
        Plan("П-1.1", "in_work", "Т-1"),
        Correct("П-1.1", {"text": "иное"}),
    )
    assert outcome(case, ACCEPT, day, "Л-2") == because
    for command in by_hand:
        assert outcome(case, command, day, "Л-1") == because, command
        assert isinstance(outcome(case, command, FRIDAY, "Л-1"), Case), command


def test_a_step_is_not_taken_before_the_one_that_led_to_it() -> None:
    at_work = then(task(), (ACCEPT, FRIDAY))
    assert outcome(at_work, REPORT, FRIDAY - timedelta(days=1), "Л-2") == ["before-stage"]
    assert outcome(at_work, Correct("П-1.1", {"text": "иное"}), FRIDAY - timedelta(days=1), "Л-1") != ["before-stage"]
    extended = outcome(at_work, Fire("П-1.1", "extend", {"due": "2026-12-30", "reason": "болезнь"}), DAY, "Л-1")
    assert isinstance(extended, Case), extended
    assert then(extended, (REPORT, FRIDAY)).stage == "reported", "what changes no stage comes in any order"


def test_a_day_that_cannot_be_says_which_one_can_in_both_languages() -> None:
    found = decide(TASK, then(task(), (ACCEPT, FRIDAY)), REPORT, FACTS, TOLD._replace(happened_on=PAPER))
    assert isinstance(found, Refused)
    (reason,) = found.because
    assert (reason.facts["first"], reason.facts["stage_ru"], reason.facts["stage_en"]) == (
        FRIDAY.isoformat(),
        "В работе",
        "In work",
    )
    assert not found.not_allowed, "it is not the person"


def test_a_case_begins_with_its_paper_its_year_or_its_opening() -> None:
    assert beginning(task()) == PAPER
    assert beginning(task(text="Справка", kind="recommendation")) == DAY
    assert beginning(task(text="Справка", kind="recommendation", decided="2027-01-01")) == DAY
    said = {"organisation": "О-1", "mechanism": "1.1", "period": "2026"}
    (event,) = decide(CYCLE, None, Open("К-1", CYCLE.name, said, said), FACTS, TOLD._replace(happened_on=DAY))  # type: ignore[misc]
    assert beginning(apply(None, event)) == date(2026, 1, 1)


def test_roles_are_not_given_on_a_day_to_come_but_for_days_long_ago() -> None:
    grant = Record("office", "РЛ-9", TENURE, {"role": "controller", "party": "Л-2"})
    case = office(*(tenure(each.role, each.party) for each in FACTS.tenures))._replace(opened=TOLD)
    for day, because in ((DAY + timedelta(days=1), ["day-ahead"]), (date(2020, 1, 1), [])):
        found = decide(OFFICE, case, grant, FACTS, TOLD._replace(happened_on=day))
        assert ([each.code for each in found.because] if isinstance(found, Refused) else []) == because


def test_a_case_with_a_day_of_an_earlier_release_that_is_to_come_goes_on_today() -> None:
    at_work = then(task(), (ACCEPT, DAY))
    (move,) = at_work.moves
    ahead = at_work._replace(moves=(move._replace(told=move.told._replace(happened_on=date(9999, 12, 31))),))
    assert then(ahead, (REPORT, DAY)).stage == "reported"
    assert outcome(ahead, REPORT, FRIDAY, "Л-2") == ["before-stage"]
