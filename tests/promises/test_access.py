"""V29: the table of access holds – every role, command and stage of the shipped regulations against their own text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from engine.definition.shipped import shipped, shipped_names, source
from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.command import Connect, Correct, Fire, Open, Plan, Prove, Record
from engine.run.decide import decide
from engine.run.entitling import Judged
from engine.run.event import Event, Plain, Told
from engine.run.facts import Facts
from engine.run.fold import apply
from engine.run.office import OFFICE, TENURE, WAIVER
from engine.run.office_access import may_in_office
from engine.run.refusal import Because, Refused
from engine.run.tenure import Tenure
from tests.promises.told_plainly import page_of, roles_for

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
P, OTHER, THIRD, AUTHOR = "Л-1", "Л-9", "Л-8", "Л-2"
EXECUTORS: tuple[str, ...] = ("Л-4", "Л-3")
ABOUT = "2026-11-01"  # a text and a day, whatever the subject is
OFFICES = ("clerk", "controller", "curator", "head", "role_admin", "file_keeper", "checkpoint_keeper", "operator")
HOLDINGS = ("own", "stand-in", "over", "ahead", "stand-in over", "stand-in of nobody")
COUNTING = ("own", "stand-in")
BROUGHT: dict[str, Plain] = {"due": "2026-12-01", "executors": [OTHER]}


@dataclass(frozen=True)
class Seat:
    """Somebody who holds one role in one way, acting in person or typed for."""

    role: str
    holding: str
    typist: str

    @property
    def tenures(self) -> tuple[Tenure, ...]:
        """Everybody else's roles are held by others, so that none is open because nobody holds it."""
        others = tuple(Tenure(role, OTHER) for role in OFFICES if role != "role_admin")
        clerks = (Tenure("clerk", THIRD),)
        whose = EXECUTORS[0] if self.role == "executor" else OTHER
        mine = {
            "own": Tenure(self.role, P),
            "stand-in": Tenure(self.role, P, TODAY, TODAY, whose),
            "over": Tenure(self.role, P, None, YESTERDAY),
            "ahead": Tenure(self.role, P, TOMORROW),
            "stand-in over": Tenure(self.role, P, None, YESTERDAY, whose),
            "stand-in of nobody": Tenure(self.role, P, None, TODAY, "Л-7"),
        }[self.holding]
        absent = (Tenure("role_admin", OTHER),) if self.role == "role_admin" and "stand" in self.holding else ()
        return (*others, *clerks, *absent, mine)

    @property
    def told(self) -> Told:
        return Told({"self": P, "clerk": THIRD, "stranger": "Л-6"}[self.typist], P, "", TODAY, NOW)


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def seats(workflow: Workflow) -> Iterator[Seat]:
    for role in dict.fromkeys((*workflow.roles, *OFFICES)):
        for holding in HOLDINGS:
            for typist in ("self", "clerk", "stranger"):
                yield Seat(role, holding, typist)


def named(seat: Seat, role: str) -> list[Plain]:
    """Whom a case names: the one in the seat if the role is of that kind and held in own right, and always others."""
    return [*([P] if seat.role == role and seat.holding == "own" else []), *EXECUTORS]


def case_at(workflow: Workflow, stage: str, seat: Seat) -> Case:
    """A case at a stage with a record of each kind, all of it made by others."""
    told = Told(AUTHOR, AUTHOR, "", TODAY - timedelta(days=9), NOW)
    fields: dict[str, Plain] = {"executors": named(seat, "executor")} if workflow.name == "assignment" else {}
    subject: dict[str, Plain] = dict.fromkeys(workflow.subject, ABOUT)
    data: dict[str, Plain] = {"workflow": workflow.name, "workflow_version": workflow.version, "stage": stage}
    case = apply(None, Event("К-1", 1, "opened", told, {**data, "subject": subject, "fields": fields, "trusted": []}))
    for n, kind in enumerate(workflow.records, 2):
        stated: dict[str, Plain] = {"responsible": named(seat, "executor")} if kind == "measure" else {}
        case = apply(
            case, Event("К-1", n, "recorded", told, {"record": f"Р-{n}", "kind": kind, "fields": stated, "links": []})
        )
    return case


def commands(workflow: Workflow, case: Case) -> Iterator[tuple[str, str, Judged]]:
    """(action, target stage, command): every arrow by its name, and what is no arrow."""
    for trigger in dict.fromkeys(arrow.trigger for arrow in workflow.arrows):
        targets = {arrow.target for arrow in workflow.arrows if arrow.trigger == trigger}
        asks = next(arrow.asks for arrow in workflow.arrows if arrow.trigger == trigger)
        data: dict[str, Plain] = {name: BROUGHT.get(name, "х") for name in asks}
        for target in sorted(targets):
            yield trigger, target, Fire(case.id, trigger, data, target)
    records = [*case.records.values()]
    for kind in workflow.records:
        yield "record", "", Record(case.id, "Р-99", kind, {})
    if records:
        yield "link", "", Connect(case.id, records[-1].id, records[0].id)
        yield "correct", "", Correct(case.id, {}, records[-1].id)
    yield "prove", "", Prove(case.id, "", {"title": "письмо"})
    yield "plan", "", Plan(case.id, case.stage, "Т-9")
    yield "correct", "", Correct(case.id, {})


def verdict(workflow: Workflow, case: Case | None, command: Judged, seat: Seat) -> str:
    """'no way', 'not allowed', or 'may' – also where the state of things stands in the way."""
    outcome = decide(workflow, case, command, Facts(TODAY, seat.tenures), seat.told)
    if not isinstance(outcome, Refused):
        return "may"
    if outcome.because[0].code == "no-way":
        return "no way"
    return "not allowed" if outcome.not_allowed else "may"


def expected(page: Any, action: str, stage: str, target: str, seat: Seat) -> str:
    """The same by the text of the regulation alone."""
    roles = roles_for(page, action, stage, target)
    if roles is None:
        return "no way"
    counts = seat.holding in COUNTING and seat.role in roles and seat.typist != "stranger"
    return "may" if counts else "not allowed"


def held_against(name: str, text: str) -> tuple[int, list[str]]:
    """How many were asked, and where the engine and the text differ."""
    workflow, page = shipped(name), page_of(text)
    asked, differing = 0, []
    for seat in seats(workflow):
        for stage in workflow.stages:
            case = case_at(workflow, stage, seat)
            opening = Open("К-2", name, dict.fromkeys(workflow.subject, ABOUT), {}, stage)
            every = [("open", "", None, opening), *((*each[:2], case, each[2]) for each in commands(workflow, case))]
            for action, target, on, command in every:
                asked += 1
                # A record of others is linked and put right here: a case that is only being opened names nobody yet.
                own = on is None and workflow.roles.get(seat.role) and workflow.roles[seat.role].held_by != "office"
                wanted = "not allowed" if own else expected(page, action, stage, target, seat)
                found = verdict(workflow, on, command, seat)
                if found != wanted:
                    differing.append(f"{name} {stage} {action} {target} {seat}: {found}, by its text {wanted}")
    return asked, differing


@pytest.mark.deep
@pytest.mark.parametrize("name", shipped_names())
def test_every_role_may_do_at_every_stage_what_the_text_of_the_regulation_says(name: str) -> None:
    asked, differing = held_against(name, source(name))
    assert differing == []
    assert asked > 5_000


@pytest.mark.deep
def test_a_right_more_or_less_in_the_text_is_seen() -> None:
    text = source("protocol")
    less = text.replace("{role: controller, may: [prove, correct]}", "{role: controller, may: [prove]}")
    more = text.replace("{role: controller, may: [prove, correct]}", "{role: controller, may: [prove, correct, plan]}")
    other = text.replace(
        "{trigger: sign, from: held, to: signed, role: clerk}",
        "{trigger: sign, from: held, to: signed, role: controller}",
    )
    assert len({text, less, more, other}) == 4
    assert held_against("protocol", text)[1] == []
    for spoilt in (less, more, other):
        assert held_against("protocol", spoilt)[1]


# What is done to the workspace itself: who may, written down once more.
OFFICE_RIGHTS = {
    "grant": "role_admin",
    "withdraw": "role_admin",
    "delegate": "role_admin",
    "waive": "head",
    "answer": "clerk",
    "register": "clerk",
    "publish": "clerk",
    "migrate": "clerk",
    "undo": "clerk controller",
    "redo": "clerk controller",
}


def office_case() -> Case:
    told = Told(OTHER, OTHER, "", YESTERDAY, NOW)
    data: dict[str, Plain] = {
        "workflow": "office",
        "workflow_version": "1",
        "stage": "open",
        "subject": {},
        "trusted": [],
    }
    case = apply(None, Event("office", 1, "opened", told, {**data, "fields": {}}))
    said: dict[str, Plain] = {"role": "curator", "party": OTHER}
    return apply(
        case, Event("office", 2, "recorded", told, {"record": "РЛ-1", "kind": TENURE, "fields": said, "links": []})
    )


def office_verdict(action: str, tenures: tuple[Tenure, ...], told: Told) -> tuple[Because, ...]:
    """By the command where there is one, else by the question that the desk asks."""
    said: dict[str, Plain] = {"role": "curator", "party": OTHER}
    leave: dict[str, Plain] = {"duties": ["SOD-2"], "who": OTHER, "why": "х", "until": "2026-12-31"}
    by_command: dict[str, Judged] = {
        "grant": Record("office", "РЛ-9", TENURE, said),
        "delegate": Record("office", "РЛ-9", TENURE, {**said, "instead_of": THIRD, "until": "2026-12-31"}),
        "withdraw": Correct("office", {"until": "2026-11-30"}, "РЛ-1"),
        "waive": Record("office", "ИС-9", WAIVER, leave),
        "answer": Correct("office", {"answers": {}}),
    }
    facts = Facts(TODAY, tenures)
    if action not in by_command:
        return may_in_office(action, facts, told)
    outcome = decide(OFFICE, office_case(), by_command[action], facts, told)
    return outcome.because if isinstance(outcome, Refused) else ()


@pytest.mark.parametrize("action", OFFICE_RIGHTS)
def test_the_workspace_is_changed_by_nobody_but_those_who_may(action: str) -> None:
    for role in OFFICES:
        for holding in HOLDINGS:
            for typist in ("self", "clerk", "stranger"):
                seat = Seat(role, holding, typist)
                tenures = (*seat.tenures, Tenure("role_admin", "Л-5"))
                found = office_verdict(action, tenures, seat.told)
                may = role in OFFICE_RIGHTS[action].split() and holding in COUNTING and typist != "stranger"
                assert (found == ()) == may, (seat, found)
                assert all(reason.duty for reason in found)


def test_while_nobody_grants_roles_the_founder_does_and_no_longer() -> None:
    founder = (Tenure("operator", P),)
    told = Told(P, P, "", TODAY, NOW)
    assert office_verdict("grant", founder, told) == ()
    assert office_verdict("grant", (*founder, Tenure("role_admin", OTHER)), told)
    assert office_verdict("grant", (*founder, Tenure("role_admin", OTHER, TOMORROW)), told) == ()
    backdated = told._replace(happened_on=date(2020, 1, 1))
    assert office_verdict("grant", (*founder, Tenure("role_admin", OTHER, TODAY)), backdated), (
        "whatever day it speaks of"
    )
