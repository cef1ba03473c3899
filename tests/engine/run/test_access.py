"""The table of access, by hand: nothing is allowed that no row allows; the workspace has rows of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.definition.shipped import shipped
from engine.definition.workflow import Access, Workflow
from engine.messages import say
from engine.run.access import Row, allowing, may, table
from engine.run.case import Case
from engine.run.command import Correct, Plan, Prove, Record, TakeBack
from engine.run.decide import decide
from engine.run.duty import places
from engine.run.event import Event, Plain, Told
from engine.run.facts import Facts
from engine.run.fold import fold
from engine.run.office import OFFICE, TENURE, WAIVER, tenures
from engine.run.office_access import keepers_alone, left_to_nobody, may_in_office
from engine.run.refusal import Because, Refused
from engine.run.tenure import Tenure
from engine.run.undoing import not_allowed
from tests.engine.run.regulation import HERE, REQUEST, held
from tests.engine.run.test_decide import FACTS, NOTE, OPEN, TOLD, after, no
from tests.engine.run.test_office import office, tenure

DAY = date(2026, 11, 23)
WITH_ROWS = replace(
    REQUEST,
    access=(Access("clerk", ("open", "record", "prove"), (), HERE), Access("doer", ("prove",), ("checked",), HERE)),
)


def why_not(workflow: Workflow, case: Case, action: str, facts: Facts, told: Told) -> tuple[Because, ...]:
    roles = allowing(workflow, case.stage, action)
    return may(workflow, action, roles, places(workflow, roles, case, facts, told), facts, told)


def test_without_rows_the_clerk_may_do_all_of_it_and_nobody_else_anything() -> None:
    rows = {row.action: row for row in table(REQUEST) if row.role == "clerk"}
    assert rows["correct"] == Row("clerk", "correct", "office")
    other = TOLD._replace(on_behalf_of="Л-2")
    for command in (NOTE, Prove("З-1", "", {}), Plan("З-1", "draft", "Т-1"), Correct("З-1", {"mood": "bad"})):
        assert no(after(OPEN), command, other) == ["may-not"]
    assert no(None, OPEN, other) == ["may-not"]


def test_arrows_are_rows_of_their_roles() -> None:
    rows = table(REQUEST)
    assert Row("clerk", "check", "office", ("draft",)) in rows
    assert Row("doer", "close", "own", ("checked",)) in rows


def test_a_row_counts_in_its_stages_and_for_whoever_the_case_names() -> None:
    named = after(OPEN._replace(fields={"doer": ["Л-5"]}))
    told = TOLD._replace(on_behalf_of="Л-5")
    assert [reason.code for reason in why_not(WITH_ROWS, named, "prove", FACTS, told)] == ["may-not"]
    checked = named._replace(stage="checked")
    assert why_not(WITH_ROWS, checked, "prove", FACTS, told) == ()
    assert why_not(WITH_ROWS, checked, "prove", FACTS, told._replace(on_behalf_of="Л-6")) != ()
    assert why_not(WITH_ROWS, checked, "correct", FACTS, TOLD) != (), "no row, nobody"


def test_a_refusal_says_whose_right_it_is_in_both_languages() -> None:
    (reason,) = why_not(WITH_ROWS, after(OPEN), "prove", FACTS, TOLD._replace(on_behalf_of="Л-2"))
    assert reason.duty
    for lang in ("ru", "en"):
        facts = {name.removesuffix(f"_{lang}"): value for name, value in reason.facts.items()}
        said = say(reason.code, facts, lang)
        assert "clerk" in said and "Л-2" in said and "…" not in said
    (nobody,) = why_not(WITH_ROWS, after(OPEN), "plan", FACTS, TOLD)
    assert nobody.facts["allowed_en"] == "nobody's"


def test_who_types_for_another_is_a_clerk_whatever_is_done() -> None:
    told = TOLD._replace(typed_by="Л-7")
    assert [reason.code for reason in why_not(REQUEST, after(OPEN), "record", FACTS, told)] == ["not-clerk"]


def test_a_stand_in_may_what_the_absent_one_may_and_the_entry_says_so() -> None:
    facts = Facts(DAY, (*FACTS.tenures, Tenure("clerk", "Л-2", DAY, DAY, "Л-1")))
    outcome = decide(REQUEST, after(OPEN), NOTE, facts, TOLD._replace(on_behalf_of="Л-2", typed_by="Л-2"))
    assert not isinstance(outcome, Refused)
    assert outcome[0].data["instead_of"] == "Л-1"


# the workspace

FOUNDER = held(operator="Л-1", clerk="Л-1")
GRANT = Record("office", "РЛ-9", TENURE, {"role": "controller", "party": "Л-2"})


def judged(command: Record | Correct, tenures: tuple[Tenure, ...], who: str = "Л-1") -> list[str]:
    case = office(*(tenure(each.role, each.party) for each in tenures))
    told = TOLD._replace(on_behalf_of=who, typed_by=who)
    outcome = decide(OFFICE, case, command, Facts(DAY, tenures), told)
    return [reason.code for reason in outcome.because] if isinstance(outcome, Refused) else []


def test_the_founder_grants_roles_until_somebody_is_there_to_do_it() -> None:
    assert judged(GRANT, FOUNDER) == []
    assert judged(GRANT, FOUNDER, "Л-2") == ["may-not"]
    with_admin = (*FOUNDER, Tenure("role_admin", "Л-3"))
    assert judged(GRANT, with_admin) == ["may-not"]
    assert judged(GRANT, with_admin, "Л-3") == []


def test_the_day_of_the_entry_counts_for_roles_whatever_day_it_speaks_of() -> None:
    admin = (*FOUNDER, Tenure("role_admin", "Л-3", DAY))
    earlier = TOLD._replace(happened_on=DAY - timedelta(days=9))
    assert may_in_office("grant", Facts(DAY, admin), earlier)


def test_standing_leave_is_a_heads_to_give_or_that_of_one_who_is_alone() -> None:
    said: dict[str, Plain] = {"duties": ["SOD-2"], "who": "О-1", "why": "одна", "until": "2026-12-31"}
    leave = Record("office", "ИС-9", WAIVER, said)
    assert judged(leave, FOUNDER) == ["may-not"]
    assert judged(leave, (*FOUNDER, Tenure("head", "Л-3")), "Л-3") == []
    alone = leave._replace(fields={**said, "alone": True})
    assert judged(alone, FOUNDER) == []
    assert judged(alone, (*FOUNDER, Tenure("curator", "Л-2"))) == ["may-not"]


def keeping(role: str, who: str) -> Record:
    return Record("office", "РЛ-9", TENURE, {"role": role, "party": who})


def test_who_keeps_the_file_never_becomes_the_only_one_to_hold_checkpoints() -> None:
    file, point = Tenure("file_keeper", "Л-2"), Tenure("checkpoint_keeper", "Л-2")
    assert judged(keeping("file_keeper", "Л-2"), FOUNDER) == [], "nobody holds any yet"
    assert judged(keeping("checkpoint_keeper", "Л-2"), (*FOUNDER, file)) == ["keeper-alone"]
    assert judged(keeping("file_keeper", "Л-2"), (*FOUNDER, point)) == ["keeper-alone"]
    assert judged(keeping("checkpoint_keeper", "Л-3"), (*FOUNDER, file)) == []
    both = (*FOUNDER, file, Tenure("checkpoint_keeper", "Л-3"))
    assert judged(keeping("checkpoint_keeper", "Л-2"), both) == []


def test_a_withdrawal_that_leaves_the_keeper_of_the_file_alone_is_refused() -> None:
    tenures = (
        *FOUNDER,
        Tenure("file_keeper", "Л-2"),
        Tenure("checkpoint_keeper", "Л-2"),
        Tenure("checkpoint_keeper", "Л-3"),
    )
    last = len(tenures)  # the records of the office are numbered from 1
    assert judged(Correct("office", {"until": "2026-11-22"}, f"Р-{last}"), tenures) == ["keeper-alone"]
    assert judged(Correct("office", {"until": "2026-12-31"}, f"Р-{last}"), tenures) == ["keeper-alone"], (
        "on the day after"
    )
    assert judged(Correct("office", {"until": "2026-11-22"}, f"Р-{last - 1}"), tenures) == []


def test_a_stand_in_is_nobody_else_where_checkpoints_are_held() -> None:
    stands_in = Tenure("checkpoint_keeper", "Л-3", None, None, "Л-2")
    alone = (Tenure("file_keeper", "Л-2"), Tenure("checkpoint_keeper", "Л-2"), stands_in)
    assert keepers_alone(alone, DAY) == {"Л-2"}
    assert keepers_alone((Tenure("file_keeper", "Л-3"), *alone[1:]), DAY) == {"Л-3"}


@pytest.mark.parametrize("name", ["assignment", "protocol", "management_cycle"])
def test_the_shipped_regulations_say_who_may_do_what(name: str) -> None:
    workflow = shipped(name)
    assert workflow.access
    assert all(row.relation == ("own" if row.role == "executor" else "office") for row in table(workflow))


def test_once_a_workspace_stands_a_right_that_nobody_holds_is_nobodys() -> None:
    until = Tenure("operator", "Л-1", None, DAY - timedelta(days=1))
    assert judged(GRANT, (until, *held(clerk="Л-1"))) == ["may-not"], "however it came to that"
    assert judged(GRANT, (until,), "Л-2") == ["may-not"]
    assert judged(GRANT, FOUNDER) == []


def test_who_makes_a_workspace_grants_its_first_roles_and_nobody_does_later() -> None:
    new = office()._replace(opened=TOLD)
    later = TOLD._replace(recorded_at=TOLD.recorded_at + timedelta(minutes=1))
    for told, expected in ((TOLD, []), (later, ["may-not"])):
        outcome = decide(OFFICE, new, GRANT, Facts(DAY, ()), told._replace(on_behalf_of="Л-1", typed_by="Л-1"))
        assert ([reason.code for reason in outcome.because] if isinstance(outcome, Refused) else []) == expected


@pytest.mark.parametrize(
    ("others", "until", "because"),
    [
        ((), DAY - timedelta(days=1), ["nobody-grants"]),
        ((), DAY, ["nobody-grants"]),  # from tomorrow on
        ((Tenure("role_admin", "Л-2", None, DAY + timedelta(days=9)),), DAY + timedelta(days=9), ["nobody-grants"]),
        ((Tenure("role_admin", "Л-2", DAY + timedelta(days=9)),), DAY + timedelta(days=7), ["nobody-grants"]),
        ((Tenure("role_admin", "Л-2", DAY + timedelta(days=9)),), DAY + timedelta(days=8), []),
        ((Tenure("operator", "Л-2", None, None, "Л-1"),), DAY, ["nobody-grants"]),  # stands in for the one who goes
        ((Tenure("operator", "Л-2"),), DAY - timedelta(days=1), []),
        ((Tenure("operator", "Л-2", DAY + timedelta(days=1)),), DAY, []),
    ],
)
def test_the_right_to_grant_is_held_on_every_day_to_come(
    others: tuple[Tenure, ...], until: date, because: list[str]
) -> None:
    before, after = (Tenure("operator", "Л-1"), *others), (Tenure("operator", "Л-1", None, until), *others)
    assert [each.code for each in left_to_nobody(before, after, DAY)] == because
    assert left_to_nobody(before, before, DAY) == left_to_nobody(after, before, DAY) == ()


def test_a_right_that_is_lost_already_stands_in_nobodys_way() -> None:
    lost = (Tenure("operator", "Л-1", None, DAY - timedelta(days=1)),)
    assert left_to_nobody(lost, (*lost, Tenure("clerk", "Л-2")), DAY) == ()


def test_neither_taking_back_nor_bringing_back_leaves_the_right_to_nobody() -> None:
    """A journal of an earlier release may hold what is refused by now; taken back it would be so again."""
    said: dict[str, Plain] = {"role": "operator", "party": "Л-1", "until": "2026-11-01"}
    given: dict[str, Plain] = {"role": "role_admin", "party": "Л-2"}
    first: dict[str, Plain] = {
        "workflow": "office",
        "workflow_version": "1",
        "stage": "open",
        "subject": {},
        "fields": {},
        "trusted": [],
    }
    history = (
        Event("office", 1, "opened", TOLD, first),
        Event("office", 2, "recorded", TOLD, {"record": "РЛ-1", "kind": TENURE, "fields": said, "links": []}),
        Event("office", 3, "recorded", TOLD, {"record": "РЛ-2", "kind": TENURE, "fields": given, "links": []}),
    )
    told = TOLD._replace(on_behalf_of="Л-2", typed_by="Л-2")
    facts = Facts(DAY, tenures(fold(history)))
    back = TakeBack("office", "A-3", (3,))
    assert [each.code for each in not_allowed(history, back, OFFICE, facts, told)] == ["nobody-grants"]
    beside = (*history[:2], Event("office", 3, "recorded", TOLD, {**history[2].data, "record": "РЛ-3"}))
    two = (*beside, history[2]._replace(version=4))
    assert not_allowed(two, back._replace(versions=(4,)), OFFICE, facts, told) == ()
