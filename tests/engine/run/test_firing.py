from __future__ import annotations

from datetime import date

from engine.definition.guards import guards
from engine.definition.shipped import shipped
from engine.run.case import Case
from engine.run.command import Fire, Open, Record
from engine.run.decide import decide
from engine.run.event import Plain
from engine.run.facts import Facts
from engine.run.fold import apply
from engine.run.refusal import Refused
from tests.engine.run.regulation import held
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
