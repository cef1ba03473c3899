from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.definition.guards import guards
from engine.definition.shipped import shipped
from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.command import Fire, Open, Record
from engine.run.decide import decide
from engine.run.event import Event, Plain
from engine.run.facts import Facts
from engine.run.firing import Conditions, conditions
from engine.run.fold import apply
from engine.run.refusal import Refused
from engine.run.unknown import UnknownWord
from tests.engine.run.regulation import REQUEST, arrow, held
from tests.engine.run.test_decide import TOLD

CYCLE = shipped("management_cycle")
FACTS = Facts(date(2026, 11, 23), held(clerk="Л-1", curator="Л-1", controller="Л-1"))
OPEN = Open("К-1", CYCLE.name, {"organisation": "О-1", "mechanism": "1.2", "period": "2026"})


def after(*commands: Open | Fire | Record) -> Case:
    case: Case | None = None
    for command in commands:
        outcome = decide(CYCLE, case, command, FACTS, TOLD)
        assert not isinstance(outcome, Refused), outcome
        case = apply(case, outcome[0])
    assert case is not None
    return case


def test_what_completes_a_stage_guards_the_step_to_the_next() -> None:
    outcome = decide(CYCLE, after(OPEN), Fire("К-1", "advance"), FACTS, TOLD)
    assert isinstance(outcome, Refused) and not outcome.not_allowed
    (reason,) = outcome.because
    assert (reason.code, reason.facts["requirement"]) == ("unmet", "есть цель")
    assert reason.verdict is not None and reason.requirement is not None


def test_a_stage_that_is_complete_is_left() -> None:
    goal = Record("К-1", "ЦЛ-1", "goal", {"text": "Снизить долю", "grounds": "анализ"})
    assert after(OPEN, goal, Fire("К-1", "advance")).stage == "indicators"


def test_the_way_back_is_not_guarded_by_what_completes_a_stage() -> None:
    back = next(arrow for arrow in CYCLE.arrows if arrow.trigger == "return")
    assert guards(CYCLE, back) == ()
    ahead = next(arrow for arrow in CYCLE.arrows if arrow.trigger == "advance")
    assert guards(CYCLE, ahead) == CYCLE.stages["goals"].complete_when


def test_the_stage_to_go_back_to_is_picked() -> None:
    late = after(OPEN._replace(at="analysis"))
    for target in ("goals", "monitoring"):
        outcome = decide(CYCLE, late, Fire("К-1", "return", {"reason": "ошибка"}, target), FACTS, TOLD)
        assert not isinstance(outcome, Refused) and outcome[0].data["to"] == target


def test_a_duty_that_is_broken_is_told_apart_from_a_requirement() -> None:
    task = shipped("assignment")
    fields: dict[str, Plain] = {"text": "Справка", "kind": "recommendation", "executors": ["Л-1"]}
    facts = Facts(date(2026, 11, 23), held(controller="Л-1 Л-2", clerk="Л-1"))
    case: Case | None = None
    for command in (
        Open("П-1.1", task.name, {"protocol": "П-1", "path": "1"}, fields),
        Fire("П-1.1", "accept"),
        Fire("П-1.1", "report", {"text": "готово"}),
    ):
        outcome = decide(task, case, command, facts, TOLD)
        assert not isinstance(outcome, Refused), outcome
        case = apply(case, outcome[0])
    own = decide(task, case, Fire("П-1.1", "confirm"), facts, TOLD)
    assert isinstance(own, Refused) and own.not_allowed
    other = decide(task, case, Fire("П-1.1", "confirm"), facts, TOLD._replace(on_behalf_of="Л-2"))
    assert not isinstance(other, Refused)


def asked(name: str, trigger: str) -> Conditions:
    return next(each for each in conditions(shipped(name)) if each.arrow.trigger == trigger)


def test_of_the_duties_only_those_are_judged_that_can_say_anything_of_an_arrow() -> None:
    assert [rule.sentence.code for rule in asked("assignment", "deliver").asked.rules] == ["SOD-4"], "of every act"
    (first, *_, last) = asked("assignment", "confirm").asked.rules
    assert (first.sentence.code, last.sentence.code) == ("SOD-1", "SOD-4")
    ways = (arrow("confirm", "draft", "checked"), arrow("check", "draft", "checked"))
    named = arrow("leave", "checked", "closed", act="confirm")
    found = conditions(replace(REQUEST, arrows=(*ways, named), duties=(first,)))
    assert [each.asked.rules for each in found] == [(first,), (), (first,)], (
        "by its trigger, or by what else it is called"
    )


def test_a_field_is_set_to_a_text_or_to_what_is_brought_whatever_its_name() -> None:
    setting = arrow("put", "draft", "draft", asks=("due2",), sets={"mood": "bad", "who": "{due2}"})
    workflow = replace(REQUEST, arrows=(setting,))
    case = apply(None, opened_in(workflow))
    outcome = decide(workflow, case, Fire("З-1", "put", {"due2": "завтра"}), FACTS, TOLD)
    assert not isinstance(outcome, Refused)
    assert outcome[0].data["sets"] == {"mood": "bad", "who": "завтра"}
    assert outcome[0].data["data"] == {"due2": "завтра"}


def test_what_an_arrow_neither_asks_nor_takes_is_wrong_usage() -> None:
    case = apply(None, opened_in(REQUEST))
    with pytest.raises(UnknownWord) as raised:
        decide(REQUEST, case, Fire("З-1", "check", {"colour": "red"}), FACTS, TOLD)
    assert (raised.value.word, raised.value.known) == ("colour", ("waiver",))


def opened_in(workflow: Workflow) -> Event:
    outcome = decide(workflow, None, Open("З-1", workflow.name, {"who": "Ким"}), FACTS, TOLD)
    assert not isinstance(outcome, Refused)
    return outcome[0]
