"""Duties are judged against the history: corrections, reassignments, stand-ins and leave, by who held what when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from engine.definition.shipped import shipped
from engine.rules.judging import failing
from engine.rules.rule import Rule
from engine.rules.thing import Scene
from engine.rules.verdict import Verdict
from engine.run import waiving
from engine.run.case import Case
from engine.run.command import Command, Connect, Correct, Fire, Open, Record
from engine.run.decide import decide
from engine.run.event import Event, Plain, Told
from engine.run.facts import Facts
from engine.run.fold import apply, fold
from engine.run.refusal import Refused
from engine.run.tenure import Tenure, Waived
from tests.engine.run.regulation import held
from tests.engine.run.test_decide import TOLD

TASK, CYCLE = shipped("assignment"), shipped("management_cycle")
DAY = date(2026, 11, 23)
NEXT, BEFORE = DAY + timedelta(days=1), DAY - timedelta(days=1)
CLERK, ANNA, BORIS, VERA, HEAD = "Л-1", "Л-2", "Л-3", "Л-4", "Л-5"
ROLES = held(clerk=CLERK, controller=f"{ANNA} {BORIS} {VERA}", curator=f"{ANNA} {BORIS} {VERA}", head=HEAD)
FACTS = Facts(DAY, ROLES)


def by(who: str, day: date = DAY, typed: str = CLERK) -> Told:
    return TOLD._replace(typed_by=typed, on_behalf_of=who, happened_on=day)


class Story:
    """What became of one case, act by act."""

    def __init__(self, workflow: object, *tenures: Tenure, waivers: tuple[Waived, ...] = ()) -> None:
        self.workflow = workflow
        self.facts = Facts(DAY, (*ROLES, *tenures), waivers=waivers)
        self.history: list[Event] = []

    @property
    def case(self) -> Case | None:
        return fold(self.history)

    def outcome(self, command: Command, told: Told) -> tuple[Event, ...] | Refused:
        facts = self.facts._replace(today=max(DAY, told.happened_on))  # what is put down has been done
        return decide(self.workflow, self.case, command, facts, told)  # type: ignore[arg-type]

    def then(self, command: Command, told: Told) -> Event:
        outcome = self.outcome(command, told)
        assert not isinstance(outcome, Refused), [(each.code, dict(each.facts)) for each in outcome.because]
        self.history += outcome
        return outcome[-1]

    def refused(self, command: Command, told: Told) -> list[str]:
        """The codes of a refusal, which must be about the person."""
        outcome = self.outcome(command, told)
        assert isinstance(outcome, Refused) and outcome.not_allowed
        return [each.code for each in outcome.because]

    def taken_back(self, *versions: int) -> None:
        last = self.history[-1].version + 1
        self.history.append(
            Event(self.history[0].case, last, "undone", TOLD, {"intent": "A", "versions": list(versions)})
        )


def reported(*tenures: Tenure, executor: str = ANNA, waivers: tuple[Waived, ...] = ()) -> Story:
    """An assignment that was reported on."""
    story = Story(TASK, *tenures, waivers=waivers)
    fields: dict[str, Plain] = {"text": "Справка", "kind": "recommendation", "executors": [executor]}
    story.then(Open("П-1.1", TASK.name, {"protocol": "П-1", "path": "1"}, fields), by(CLERK, BEFORE))
    story.then(Fire("П-1.1", "accept"), by(executor, BEFORE))
    story.then(Fire("П-1.1", "report", {"text": "готово"}), by(executor, BEFORE))
    return story


CONFIRM = Fire("П-1.1", "confirm")


def test_who_carried_it_out_does_not_take_it_off_control() -> None:
    assert reported().refused(CONFIRM, by(ANNA)) == ["unmet"]
    reported().then(CONFIRM, by(BORIS))


def test_a_former_executor_stays_one_after_a_correction() -> None:
    story = reported()
    story.then(Correct("П-1.1", {"executors": [BORIS]}), by(CLERK))
    assert story.refused(CONFIRM, by(ANNA)) == story.refused(CONFIRM, by(BORIS)) == ["unmet"]
    story.then(CONFIRM, by(VERA))


def test_a_correction_that_was_taken_back_made_nobody_an_executor() -> None:
    story = reported()
    wrong = story.then(Correct("П-1.1", {"executors": [BORIS]}), by(CLERK))
    story.taken_back(wrong.version)
    story.then(CONFIRM, by(BORIS))


def test_who_stood_in_for_the_executor_does_not_take_it_off_control_either() -> None:
    stood_in = Tenure("executor", BORIS, BEFORE, DAY, ANNA)
    assert reported(stood_in).refused(CONFIRM, by(BORIS)) == ["unmet"]
    long_ago = Tenure("executor", BORIS, date(2025, 7, 1), date(2025, 7, 14), ANNA)
    reported(long_ago).then(CONFIRM, by(BORIS))


def test_nobody_takes_it_off_control_in_the_place_of_an_executor() -> None:
    stands_in = Tenure("controller", HEAD, DAY, NEXT, ANNA)
    assert reported(stands_in).refused(CONFIRM, by(HEAD)) == ["unmet"]
    for_another = Tenure("controller", HEAD, DAY, NEXT, VERA)
    moved = reported(for_another).then(CONFIRM, by(HEAD))
    assert moved.data["data"] == {"instead_of": VERA}


def test_a_stand_in_acts_during_the_term_and_the_entry_says_for_whom() -> None:
    story = Story(TASK, Tenure("executor", HEAD, DAY, DAY, ANNA))
    fields: dict[str, Plain] = {"text": "Справка", "kind": "recommendation", "executors": [ANNA]}
    story.then(Open("П-1.1", TASK.name, {"protocol": "П-1", "path": "1"}, fields), by(CLERK, BEFORE))
    accept = Fire("П-1.1", "accept")
    for day in (BEFORE, NEXT):
        assert story.refused(accept, by(HEAD, day)) == ["not-holder"]
    assert story.then(accept, by(HEAD)).data["data"] == {"instead_of": ANNA}
    assert story.case is not None and story.case.moves[0].data["instead_of"] == ANNA


def test_the_day_of_the_act_decides_who_may_and_the_day_of_typing_who_types() -> None:
    past = (Tenure("controller", HEAD, None, BEFORE),)
    reported(*past).then(CONFIRM, by(HEAD, BEFORE))
    assert reported(*past).refused(CONFIRM, by(HEAD)) == ["not-holder"]
    was_clerk = Tenure("clerk", "Л-9", None, BEFORE)
    assert reported(was_clerk).refused(CONFIRM, by(BORIS, BEFORE, typed="Л-9")) == ["not-clerk"]


def test_where_nobody_is_named_a_clerk_says_whose_act_it_is() -> None:
    story = Story(TASK)
    fields: dict[str, Plain] = {"text": "Справка", "kind": "recommendation"}
    story.then(Open("П-1.1", TASK.name, {"protocol": "П-1", "path": "1"}, fields), by(CLERK, BEFORE))
    assert story.refused(Fire("П-1.1", "accept"), by("Л-9", typed="Л-9")) == ["nobody-holds"]
    story.then(Fire("П-1.1", "accept"), by("Л-9"))


# the cycle: authors, the only executor


def analysed(*tenures: Tenure, author: str = ANNA, waivers: tuple[Waived, ...] = ()) -> Story:
    """A cycle at its analysis, with a conclusion."""
    story = Story(CYCLE, *tenures, waivers=waivers)
    subject = {"organisation": "О-1", "mechanism": "1.2", "period": "2026"}
    story.then(Open("К-1", CYCLE.name, subject, dict(subject), "analysis"), by(CLERK, BEFORE))
    story.then(Record("К-1", "ИЗ-1", "measurement", {"text": "Замер"}), by(CLERK))
    story.then(Record("К-1", "ЗК-1", "conclusion", {"text": "Вывод"}, ("ИЗ-1",)), by(author))
    return story


APPROVE = Fire("К-1", "advance")


def test_the_author_of_a_conclusion_does_not_approve_the_analysis() -> None:
    assert analysed().refused(APPROVE, by(ANNA)) == ["unmet"]
    analysed().then(APPROVE, by(BORIS))


def test_who_measured_does_not_accept_the_collection() -> None:
    story = Story(CYCLE)
    subject = {"organisation": "О-1", "mechanism": "1.2", "period": "2026"}
    story.then(Open("К-1", CYCLE.name, subject, dict(subject), "monitoring"), by(CLERK, BEFORE))
    story.then(Record("К-1", "ИЗ-1", "measurement", {"text": "Замер"}), by(ANNA))
    assert story.refused(APPROVE, by(ANNA))[0] == "unmet"
    outcome = story.outcome(APPROVE, by(BORIS))
    assert not (isinstance(outcome, Refused) and outcome.not_allowed)


def test_who_puts_a_record_right_becomes_its_author_too() -> None:
    story = analysed()
    story.then(Correct("К-1", {"text": "Иной вывод"}, "ЗК-1"), by(BORIS))
    assert story.refused(APPROVE, by(ANNA)) == story.refused(APPROVE, by(BORIS)) == ["unmet"]
    story.then(APPROVE, by(VERA))


def test_who_is_told_to_be_the_author_is_and_not_who_put_it_down() -> None:
    story = analysed(author=VERA)
    stated = Record("К-1", "ЗК-2", "conclusion", {"text": "Вывод"}, ("ИЗ-1",), author=ANNA)
    assert story.then(stated, by(BORIS)).data["author"] == ANNA
    assert story.refused(APPROVE, by(ANNA)) == ["unmet"]
    story.then(APPROVE, by(BORIS))


def test_an_act_that_was_wrong_once_does_not_stop_those_that_come_later() -> None:
    waiver: dict[str, Plain] = {"who": HEAD, "why": "некому", "until": NEXT.isoformat()}
    story = analysed()
    story.then(Fire("К-1", "advance", {"waiver": waiver}), by(ANNA))
    story.then(Fire("К-1", "return", {"reason": "иначе"}, "analysis"), by(BORIS))
    assert story.refused(APPROVE, by(ANNA)) == ["unmet"]
    story.then(APPROVE, by(BORIS))


def measured(*people: str, tenures: tuple[Tenure, ...] = ()) -> Story:
    story = Story(CYCLE, *tenures)
    subject = {"organisation": "О-1", "mechanism": "1.2", "period": "2026"}
    story.then(Open("К-1", CYCLE.name, subject, dict(subject), "effectiveness"), by(CLERK, BEFORE))
    for n, who in enumerate(people, 1):
        story.then(Record("К-1", f"МР-{n}", "measure", {"text": "Мера", "responsible": [*who.split()]}), by(CLERK))
    return story


def effect(*links: str) -> Record:
    return Record("К-1", "ЭФ-1", "effect", {"text": "Стало лучше"}, links)


def test_the_only_executor_of_a_measure_does_not_assess_its_effect() -> None:
    assert measured(ANNA, BORIS).refused(effect("МР-1"), by(ANNA)) == ["unmet"]
    measured(ANNA, BORIS).then(effect("МР-2"), by(ANNA))
    measured(f"{ANNA} {BORIS}").then(effect("МР-1"), by(ANNA))


def test_an_effect_that_is_linked_with_no_measure_is_about_all_of_them() -> None:
    measured(ANNA, BORIS).then(effect(), by(ANNA))
    assert measured(ANNA, ANNA).refused(effect(), by(ANNA)) == ["unmet"]
    measured().then(effect(), by(ANNA))


def test_a_link_that_is_added_later_is_judged_by_who_assessed() -> None:
    story = measured(ANNA, BORIS)
    story.then(effect(), by(ANNA))
    assert story.refused(Connect("К-1", "ЭФ-1", "МР-1"), by(VERA)) == ["unmet"]
    story.then(Connect("К-1", "ЭФ-1", "МР-2"), by(VERA))


def test_a_stand_in_of_the_only_executor_is_nobody_else() -> None:
    stands_in = Tenure("executor", BORIS, None, NEXT, ANNA)
    story = measured(ANNA, tenures=(stands_in,))
    assert story.refused(effect("МР-1"), by(ANNA)) == story.refused(effect("МР-1"), by(BORIS)) == ["unmet"]


def test_where_nobody_is_named_one_waits_for_it() -> None:
    story = Story(CYCLE)
    subject = {"organisation": "О-1", "mechanism": "1.2", "period": "2026"}
    story.then(Open("К-1", CYCLE.name, subject, dict(subject), "effectiveness"), by(CLERK, BEFORE))
    story.then(Record("К-1", "МР-1", "measure", {"text": "Мера"}), by(CLERK))
    assert story.refused(effect("МР-1"), by(ANNA)) == ["unmet"]


# who grants the roles


@pytest.mark.parametrize("tenure", [Tenure("role_admin", ANNA, None, BEFORE), Tenure("role_admin", ANNA, DAY, BEFORE)])
def test_who_has_ever_granted_roles_does_nothing_in_cases(tenure: Tenure) -> None:
    assert analysed(tenure, author=BORIS).refused(APPROVE, by(ANNA)) == ["unmet"]
    assert analysed(tenure, author=BORIS).refused(Correct("К-1", {"text": "иначе"}, "ЗК-1"), by(ANNA)) == ["unmet"]
    later = replace(tenure, since=NEXT, until=None)
    analysed(later, author=BORIS).then(APPROVE, by(ANNA))


ADMIN = "role_admin"


@pytest.mark.parametrize(
    ("tenures", "before", "on_the_day"),
    [
        ((), True, True),
        ((Tenure(ADMIN, HEAD, DAY),), True, True),  # somebody else
        ((Tenure(ADMIN, ANNA, NEXT),), True, True),
        ((Tenure(ADMIN, ANNA, DAY),), True, False),
        ((Tenure(ADMIN, ANNA, BEFORE, BEFORE),), False, False),  # told late, and over
        ((Tenure(ADMIN, HEAD, DAY), Tenure(ADMIN, ANNA, DAY, DAY, HEAD)), True, False),
        ((Tenure(ADMIN, ANNA, DAY, DAY, HEAD),), True, True),  # in the place of somebody who never held it
    ],
)
def test_it_counts_from_the_first_day_that_anybody_has_granted_roles(
    tenures: tuple[Tenure, ...], before: bool, on_the_day: bool
) -> None:
    for day, goes in ((BEFORE, before), (DAY, on_the_day)):
        for command in (APPROVE, Correct("К-1", {"text": "иначе"}, "ЗК-1"), Correct("К-1", {"period": "2027"})):
            story = analysed(*tenures, author=BORIS)
            who = by(ANNA, day)
            assert story.then(command, who) if goes else story.refused(command, who) == ["unmet"]


def test_the_duty_of_those_who_grant_roles_is_not_judged_before_there_are_any(monkeypatch: pytest.MonkeyPatch) -> None:
    story = analysed(Tenure(ADMIN, HEAD, NEXT), author=BORIS)
    judged: list[str] = []

    def overheard(rule: Rule, scene: Scene) -> Verdict | None:
        judged.append(rule.sentence.code)
        return failing(rule, scene)

    monkeypatch.setattr(waiving, "failing", overheard)
    story.then(APPROVE, by(ANNA))
    assert "SOD-4" not in judged
    story.then(Fire("К-1", "return", {"reason": "иначе"}, "analysis"), by(ANNA, NEXT))
    assert "SOD-4" in judged


# leave


def test_leave_is_given_by_another_and_by_a_head_where_there_is_one() -> None:
    def given(who: str, until: date = NEXT) -> Fire:
        return Fire("К-1", "advance", {"waiver": {"who": who, "why": "некому", "until": until.isoformat()}})

    assert analysed().refused(given(ANNA), by(ANNA)) == ["unmet", "waiver-own", "waiver-no-head"]
    assert analysed().refused(given(CLERK), by(ANNA)) == ["unmet", "waiver-own", "waiver-no-head"]
    assert analysed().refused(given(BORIS), by(ANNA)) == ["unmet", "waiver-no-head"]
    assert analysed().refused(given(HEAD, BEFORE), by(ANNA)) == ["unmet", "waiver-over"]
    moved = analysed().then(given(HEAD), by(ANNA))
    kept = {
        "requirement": "утверждает анализ не автор заключения",
        "who": HEAD,
        "why": "некому",
        "until": NEXT.isoformat(),
    }
    assert moved.data["data"] == {"waived": [kept]}


def test_a_stand_in_of_the_head_gives_leave_and_anybody_else_where_there_is_no_head() -> None:
    waiver: dict[str, Plain] = {"who": BORIS, "why": "некому", "until": NEXT.isoformat()}
    given = Fire("К-1", "advance", {"waiver": waiver})
    analysed(Tenure("head", BORIS, DAY, DAY, HEAD)).then(given, by(ANNA))
    story = analysed()
    story.facts = story.facts._replace(tenures=tuple(each for each in story.facts.tenures if each.role != "head"))
    story.then(given, by(ANNA))


def test_leave_is_not_asked_for_where_the_requirement_holds() -> None:
    waiver: dict[str, Plain] = {"who": BORIS, "why": "х", "until": NEXT.isoformat()}
    moved = analysed().then(Fire("К-1", "advance", {"waiver": waiver}), by(BORIS))
    assert moved.data["data"] == {}


STANDING = Waived(("SOD-2", "SOD-5"), HEAD, "одна", DAY, id="ИС-1")


def test_standing_leave_is_taken_by_its_duty_within_its_term_and_kept_with_the_entry() -> None:
    story = analysed(waivers=(STANDING,))
    assert story.refused(APPROVE, by(ANNA, NEXT)) == ["unmet"]
    data: Any = story.then(APPROVE, by(ANNA)).data["data"]
    (kept,) = data["waived"]
    assert (kept["standing"], kept["who"], kept["until"]) == ("ИС-1", HEAD, DAY.isoformat())
    assert reported(waivers=(STANDING,)).refused(CONFIRM, by(ANNA)) == ["unmet"], "no leave from this one"


def test_nobody_goes_on_by_standing_leave_that_they_gave() -> None:
    mine = replace(STANDING, who=ANNA)
    assert analysed(waivers=(mine,)).refused(APPROVE, by(ANNA)) == ["unmet"]


def test_standing_leave_may_name_a_duty_by_its_sentence() -> None:
    said = replace(STANDING, duties=("утверждает анализ не автор заключения",))
    analysed(waivers=(said,)).then(APPROVE, by(ANNA))


def test_leave_for_a_record_is_kept_with_it() -> None:
    story = measured(ANNA)
    waiver: dict[str, Plain] = {"who": HEAD, "why": "некому", "until": NEXT.isoformat()}
    story.then(effect("МР-1")._replace(waiver=waiver), by(ANNA))
    assert story.case is not None
    assert [each["who"] for each in story.case.records["ЭФ-1"].waived] == [HEAD]


# what a case remembers


def test_a_case_remembers_what_its_fields_were_with_versions_and_days() -> None:
    story = reported()
    story.then(Correct("П-1.1", {"executors": [BORIS]}), by(CLERK, BEFORE))
    story.then(Correct("П-1.1", {"executors": [BORIS]}), by(CLERK))
    assert story.case is not None
    was = [(each.version, each.day, each.value) for each in story.case.past["executors"]]
    assert was == [(1, BEFORE, [ANNA]), (4, BEFORE, [BORIS])]
    assert "text" not in story.case.past


def test_a_record_remembers_who_had_a_hand_in_it() -> None:
    story = analysed()
    story.then(Correct("К-1", {"text": "Иной вывод"}, "ЗК-1"), by(BORIS))
    assert story.case is not None
    record = story.case.records["ЗК-1"]
    assert (record.version, record.touched, record.told.on_behalf_of) == (3, 4, ANNA)
    assert [(each.version, each.told.on_behalf_of) for each in record.corrected] == [(4, BORIS)]
    assert [each.value for each in record.past["text"]] == ["Вывод", "Иной вывод"]
    assert [move.version for move in apply(story.case, story.then(APPROVE, by(VERA))).moves][-1] == 5
