"""Cases taken over together: all of them, none, or those that can be; each with its verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.definition.compiled import version_of
from engine.definition.reading import read
from engine.definition.shipped import source
from engine.definition.workflow import Workflow
from engine.desk import migrating, tasks, undoing
from engine.desk.answer import Conflict, Done
from engine.desk.desk import Desk
from engine.desk.intent import Intent
from engine.desk.migrating import Verdict, take_over, verdicts
from tests.office import OPERATOR, done, refused

COUNT = 4


def later(replaced: str, by: str) -> Workflow:
    """The assignment as it is shipped, with some words of its definition for others."""
    text = source("assignment").replace(replaced, by)
    assert text != source("assignment")
    workflow, problems = read(text, "assignment.yaml")
    assert workflow is not None, problems
    return replace(workflow, version=version_of(workflow))


RENAMED = later("in_work", "working")  # what takes its place is offered, and nobody has agreed to it yet
# Whoever carries a task out may do nothing else to it, and so may not take it over.
BARRED = later("  - SOD-4: действует не администратор ролей\n", "  - SOD-9: действует не исполнитель\n")


@pytest.fixture
def begun(desk: Desk) -> tuple[str, ...]:
    """Assignments, of which the first is in work and has no stage in RENAMED; the operator carries out the second."""
    for n in range(COUNT):
        new = tasks.NewTask(f"Дело {n}", executors=(OPERATOR if n == 1 else "Ким О.В.",))
        done(desk.act(tasks.add(new)))
    cases = tuple(case.id for case in desk.cases("assignment"))
    assert len(cases) == COUNT
    done(desk.act(tasks.take(cases[0], "accept")))
    return cases


def weighed(desk: Desk, cases: tuple[str, ...], to: Workflow, **mapping: str) -> dict[str, Verdict]:
    found = verdicts(desk, take_over(cases, to.version, mapping), cases, to.version, mapping)
    return {each.case.id: each for each in found}


def over(desk: Desk, to: Workflow) -> set[str]:
    return {case.id for case in desk.cases("assignment") if case.workflow_version == to.version}


def test_one_that_cannot_be_taken_over_keeps_all_back_unless_it_may_stay(desk: Desk, begun: tuple[str, ...]) -> None:
    done(desk.act(migrating.publish(RENAMED)))
    length = len(desk.case(begun[1]).moves)
    assert refused(desk.act(take_over(begun, RENAMED.version, {}))) == ["migrate-stage-gone"]
    assert over(desk, RENAMED) == set()
    answer = done(desk.act(take_over(begun, RENAMED.version, {}, where_possible=True)))
    assert over(desk, RENAMED) == {event.case for event in answer.entries} == set(begun[1:])
    assert [event.type for event in answer.entries] == ["migrated"] * (COUNT - 1)
    assert [(each.code, dict(each.facts)) for each in answer.remarks] == [
        ("migrate-stay", {"count": "1", "cases": begun[0]})
    ]
    assert len(desk.case(begun[1]).moves) == length


def test_where_all_can_be_taken_over_none_stays(desk: Desk, begun: tuple[str, ...]) -> None:
    done(desk.act(migrating.publish(RENAMED)))
    answer = done(desk.act(take_over(begun, RENAMED.version, {"in_work": "working"}, where_possible=True)))
    assert (over(desk, RENAMED), answer.remarks) == (set(begun), ())
    again = done(desk.act(take_over(begun, RENAMED.version, {}, where_possible=True)))
    assert (again.entries, again.intent, again.remarks) == ((), "", ())


def test_where_none_can_be_taken_over_it_is_a_refusal(desk: Desk, begun: tuple[str, ...]) -> None:
    done(desk.act(migrating.publish(RENAMED)))
    intents = len(intents_of(desk))
    assert refused(desk.act(take_over(begun[:1], RENAMED.version, {}, where_possible=True))) == ["migrate-none"]
    assert len(intents_of(desk)) == intents


def test_it_is_one_intent_and_taken_back_and_brought_back_as_one(desk: Desk, begun: tuple[str, ...]) -> None:
    done(desk.act(migrating.publish(RENAMED)))
    intents = len(intents_of(desk))
    answer = done(desk.act(take_over(begun, RENAMED.version, {}, where_possible=True)))
    assert len(intents_of(desk)) == intents + 1
    done(desk.act(undoing.undo(answer.intent)))
    assert over(desk, RENAMED) == set()
    done(desk.act(undoing.redo(answer.intent)))
    assert over(desk, RENAMED) == set(begun[1:])


def test_a_dry_run_has_the_entries_a_key_is_known_and_a_version_is_expected(desk: Desk, begun: tuple[str, ...]) -> None:
    done(desk.act(migrating.publish(RENAMED)))
    wanted = take_over(begun, RENAMED.version, {}, where_possible=True)
    shown = done(desk.act(replace(wanted, dry=True)))
    assert over(desk, RENAMED) == set()
    behind = desk.act(replace(wanted, expect={begun[1]: 99}))
    assert isinstance(behind, Conflict)
    answer = done(desk.act(replace(wanted, key="once", expect={begun[1]: desk.case(begun[1]).version})))
    assert (answer.entries, answer.remarks) == (shown.entries, shown.remarks)
    assert done(desk.act(replace(wanted, key="once"))) == Done(answer.intent, answer.id, repeated=True)


def test_every_case_has_its_verdict_beforehand_and_only_those_stay_that_have_to(
    desk: Desk, begun: tuple[str, ...]
) -> None:
    done(desk.act(migrating.publish(RENAMED)))
    found = weighed(desk, begun, RENAMED)
    assert [found[id].fit.verdict for id in begun] == ["mapped", "safe", "safe", "safe"]
    assert [bool(found[id].fit.because) for id in begun] == [True, False, False, False], "offered is not agreed to"
    mapped = weighed(desk, begun, RENAMED, in_work="working")
    assert (mapped[begun[0]].stage, mapped[begun[0]].fit.because) == ("working", ())
    done(desk.act(take_over(begun, RENAMED.version, {}, where_possible=True)))
    assert over(desk, RENAMED) == {id for id, each in found.items() if not each.fit.because}
    assert set(weighed(desk, begun, RENAMED)) == {begun[0]}, "what has the version already needs no verdict"


def test_a_duty_keeps_the_case_that_it_is_about_and_no_other(desk: Desk, begun: tuple[str, ...]) -> None:
    done(desk.act(migrating.publish(BARRED)))
    found = weighed(desk, begun, BARRED)
    assert {id for id, each in found.items() if each.fit.because} == {begun[1]}
    assert [reason.code for reason in found[begun[1]].fit.because] == ["unmet"]
    assert refused(desk.act(take_over(begun, BARRED.version, {}))) == ["unmet"]
    done(desk.act(take_over(begun, BARRED.version, {}, where_possible=True)))
    assert over(desk, BARRED) == {begun[0], *begun[2:]}


def test_who_may_not_take_over_at_all_takes_over_nothing(desk: Desk, begun: tuple[str, ...]) -> None:
    done(desk.act(migrating.publish(RENAMED)))
    kim = replace(desk, operator=desk_party(desk, "Ким О.В."))
    wanted: Intent = take_over(begun, RENAMED.version, {}, where_possible=True)
    assert refused(kim.act(wanted)) == ["may-not"]
    assert over(desk, RENAMED) == set()
    done(desk.act(wanted))


def desk_party(desk: Desk, name: str) -> str:
    with desk.store.reading() as ledger:
        return next(party.id for party in ledger.parties() if party.name == name)


def intents_of(desk: Desk) -> list[str]:
    with desk.store.reading() as ledger:
        return [each.intent for each in ledger.intents()]
