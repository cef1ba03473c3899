"""Roles of the office: granted, withdrawn, stood in for during a term; nothing of it is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from engine.desk import tasks
from engine.desk.books import Books
from engine.desk.desk import Desk
from engine.desk.intent import Intent, Step
from engine.desk.parties import register
from engine.desk.roles import delegate, grant, withdraw
from engine.desk.undoing import redo, undo
from engine.run.command import Correct
from engine.run.office import ID as OFFICE_ID
from engine.run.office import roles, tenures
from engine.run.unknown import NotFound
from engine.store.sqlite import SqliteStore
from tests.office import DAY, OPERATOR, Stopped, done, refused
from tests.promises.golden import journals, loaded, read

LATER = DAY + timedelta(days=14)


@pytest.fixture
def kim(desk: Desk) -> str:
    """Somebody besides the operator."""
    return done(desk.act(register("person", "Ким О.В."))).id


def on(desk: Desk, role: str, day: date = DAY) -> set[str]:
    """Who holds a role on a day."""
    return set(roles(desk.case(OFFICE_ID), day).get(role, ()))


def test_a_role_is_granted_and_withdrawn(desk: Desk, kim: str) -> None:
    assert done(desk.act(grant("controller", "Ким О.В."))).id == kim
    assert on(desk, "controller") == {"Л-1", kim}
    done(desk.act(withdraw("controller", OPERATOR)))
    assert on(desk, "controller") == {kim} and "Л-1" in on(desk, "clerk")
    assert "Л-1" in on(desk, "controller", DAY - timedelta(days=1)), "what was held stays known"


def test_a_role_granted_twice_is_granted_once(desk: Desk, kim: str) -> None:
    done(desk.act(grant("controller", kim)))
    before = tenures(desk.case(OFFICE_ID))
    for again in (grant("controller", kim), grant("controller", kim, LATER), grant("controller", kim, DAY, LATER)):
        answer = done(desk.act(again))
        assert answer.repeated and answer.entries == ()
    assert tenures(desk.case(OFFICE_ID)) == before
    assert not done(desk.act(grant("controller", kim, DAY - timedelta(days=1)))).repeated


def test_a_role_may_begin_later_and_end(desk: Desk, kim: str) -> None:
    done(desk.act(grant("controller", kim, DAY + timedelta(days=1), LATER)))
    days = (DAY, DAY + timedelta(days=1), LATER, LATER + timedelta(days=1))
    assert [kim in on(desk, "controller", day) for day in days] == [False, True, True, False]
    assert refused(desk.act(grant("curator", kim, LATER, DAY))) == ["term-turned"]


def test_what_nobody_holds_is_not_withdrawn(desk: Desk, kim: str) -> None:
    assert refused(desk.act(withdraw("controller", kim))) == ["not-held"]
    done(desk.act(grant("controller", kim, LATER)))
    done(desk.act(withdraw("controller", kim)))
    assert kim not in on(desk, "controller", LATER), "nor does it begin when it was to begin"


def test_a_role_may_be_withdrawn_from_a_day_on(desk: Desk, kim: str) -> None:
    done(desk.act(grant("controller", kim)))
    done(desk.act(withdraw("controller", kim, LATER)))
    assert kim in on(desk, "controller", LATER - timedelta(days=1))
    assert kim not in on(desk, "controller", LATER)


def test_a_role_is_not_granted_to_an_id_that_nobody_bears(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.act(grant("controller", "Л-9"))


def test_somebody_stands_in_for_the_term_and_not_a_day_longer(desk: Desk, kim: str) -> None:
    answer = done(desk.act(delegate("controller", OPERATOR, kim, LATER, "приказ 5")))
    (entry,) = answer.entries
    assert entry.told.ground == "приказ 5"
    days = (DAY - timedelta(days=1), DAY, LATER, LATER + timedelta(days=1))
    assert [kim in on(desk, "controller", day) for day in days] == [False, True, True, False]
    assert done(desk.act(delegate("controller", OPERATOR, kim, LATER))).repeated


def test_standing_in_ends_with_the_role_that_it_stands_in_for(desk: Desk, kim: str) -> None:
    done(desk.act(delegate("controller", OPERATOR, kim, LATER)))
    done(desk.act(withdraw("controller", OPERATOR, DAY + timedelta(days=1))))
    assert kim in on(desk, "controller") and kim not in on(desk, "controller", LATER)


def test_standing_in_can_be_ended_by_itself(desk: Desk, kim: str) -> None:
    done(desk.act(delegate("controller", OPERATOR, kim, LATER)))
    done(desk.act(withdraw("controller", kim)))
    assert on(desk, "controller") == {"Л-1"}


@pytest.mark.parametrize(
    ("role", "whose", "to", "until", "because"),
    [
        ("controller", OPERATOR, "Ким О.В.", None, "delegation-endless"),
        ("controller", OPERATOR, OPERATOR, LATER, "delegation-to-oneself"),
        ("controller", OPERATOR, "Ким О.В.", DAY - timedelta(days=1), "term-turned"),
        ("controller", "Ким О.В.", OPERATOR, LATER, "not-held"),
    ],
)
def test_what_is_no_delegation(
    desk: Desk, kim: str, role: str, whose: str, to: str, until: date | None, because: str
) -> None:
    before = tenures(desk.case(OFFICE_ID))
    assert refused(desk.act(delegate(role, whose, to, until))) == [because]
    assert tenures(desk.case(OFFICE_ID)) == before


def test_who_stands_in_cannot_pass_it_on(desk: Desk, kim: str) -> None:
    done(desk.act(register("person", "Рябов С.С.")))
    done(desk.act(delegate("controller", OPERATOR, kim, LATER)))
    assert refused(desk.act(delegate("controller", kim, "Рябов С.С.", LATER))) == ["not-held"]


def test_a_role_that_cases_name_is_delegated_wherever_they_name_it(desk: Desk, kim: str) -> None:
    done(desk.act(delegate("executor", OPERATOR, kim, LATER)))
    (found,) = (each for each in tenures(desk.case(OFFICE_ID)) if each.role == "executor")
    assert (found.party, found.instead_of, found.until) == (kim, "Л-1", LATER)


def test_each_is_undone_and_brought_back_as_a_whole(desk: Desk, kim: str) -> None:
    done(desk.act(grant("controller", kim)))
    for intent in (
        grant("curator", kim),
        withdraw("controller", kim),
        withdraw("clerk", OPERATOR, LATER),
        delegate("clerk", OPERATOR, kim, LATER),
    ):
        before = tenures(desk.case(OFFICE_ID))
        done(desk.act(intent))
        after = tenures(desk.case(OFFICE_ID))
        assert after != before
        done(desk.act(undo()))
        assert tenures(desk.case(OFFICE_ID)) == before
        done(desk.act(redo()))
        assert tenures(desk.case(OFFICE_ID)) == after
        done(desk.act(undo()))


def test_a_dry_run_shows_the_entry_and_records_nothing(desk: Desk, kim: str) -> None:
    before = tenures(desk.case(OFFICE_ID))
    answer = done(desk.act(replace(delegate("controller", OPERATOR, kim, LATER), dry=True)))
    assert len(answer.entries) == 1 and answer.intent == ""
    assert tenures(desk.case(OFFICE_ID)) == before


def test_the_day_of_the_act_is_the_first_day(desk: Desk, kim: str) -> None:
    yesterday = DAY - timedelta(days=1)
    done(desk.act(replace(grant("controller", kim), happened_on=yesterday)))
    assert kim in on(desk, "controller", yesterday)


def test_who_grants_roles_acts_in_cases_as_long_as_that_was_not_so_or_is_taken_back(desk: Desk, kim: str) -> None:
    last_week = DAY - timedelta(days=7)
    added = (replace(tasks.add(tasks.NewTask(text)), happened_on=last_week) for text in ("Первое", "Второе"))
    first, second = (done(desk.act(each)).id for each in added)
    done(desk.act(grant("clerk", kim, last_week)))
    his = replace(desk, operator=kim)
    done(his.act(tasks.take(first, "deliver")))
    done(desk.act(replace(grant("role_admin", kim), happened_on=DAY - timedelta(days=2))))  # days ago, and told today
    deliver = tasks.take(second, "deliver")
    assert refused(his.act(deliver)) == ["unmet"]
    assert refused(his.act(tasks.edit(second, {"text": "Иное"}))) == ["unmet"]
    assert [way.open for way in his.may(second) if way.trigger == "deliver"] == [False]
    done(his.would(replace(deliver, happened_on=DAY - timedelta(days=3))))
    done(his.act(undo()))
    done(his.would(deliver))
    done(desk.act(redo()))
    assert refused(his.would(deliver)) == ["unmet"]


def test_the_last_who_can_grant_stays_until_another_can(desk: Desk, kim: str) -> None:
    assert refused(desk.act(withdraw("operator", OPERATOR))) == ["nobody-grants"]
    assert refused(desk.act(withdraw("operator", OPERATOR, LATER))) == ["nobody-grants"], "nor later on"
    done(desk.act(delegate("operator", OPERATOR, kim, LATER)))
    assert refused(desk.act(withdraw("operator", OPERATOR))) == ["nobody-grants"], "who stands in is nobody else"
    done(desk.act(grant("operator", kim, DAY + timedelta(days=3), LATER)))
    assert refused(desk.act(withdraw("operator", OPERATOR, DAY + timedelta(days=3)))) == ["nobody-grants"]
    done(desk.act(grant("operator", kim, LATER)))
    done(desk.act(withdraw("operator", OPERATOR, DAY + timedelta(days=3))))
    assert isinstance(desk.clock, Stopped)
    desk.clock.wait(3)
    assert refused(desk.act(grant("clerk", kim))) == ["may-not"]
    his = replace(desk, operator=kim)
    assert refused(his.act(withdraw("operator", kim, LATER))) == ["nobody-grants"]
    done(his.act(grant("clerk", kim)))


def put_right(record: str, **fields: str) -> Intent:
    def steps(books: Books) -> Iterator[Step]:
        yield Correct(OFFICE_ID, fields, record)

    return Intent("act", steps)


def test_no_record_that_is_put_right_by_hand_loses_the_right_to_grant(desk: Desk, kim: str) -> None:
    (id,) = [each.id for each in tenures(desk.case(OFFICE_ID)) if each.role == "operator"]
    for field, value in (("until", "2026-11-30"), ("role", "clerk"), ("instead_of", kim), ("since", "2027-01-01")):
        assert refused(desk.act(put_right(id, **{field: value}))) == ["nobody-grants"], field
    done(desk.act(put_right(id, party=kim)))
    assert on(desk, "operator") == {kim}


def test_what_an_old_map_says_of_the_founder_ends_on_the_day_another_begins(tmp_path: Path) -> None:
    """The databases of the first releases keep roles in a map, since ever and for ever."""
    path = next(path for path in journals() if path.parent.name == "before-tenures")
    with closing(SqliteStore(loaded(read(path), tmp_path / "o.resheno"))) as store:
        desk = Desk(store, Stopped(date(2027, 3, 1)), "Л-1")
        new = done(desk.act(register("person", "Ямщикова Ю.Ю."))).id
        assert refused(desk.act(withdraw("operator", "Л-1"))) == ["nobody-grants"]
        done(desk.act(grant("role_admin", new, date(2027, 4, 1))))
        assert refused(desk.act(withdraw("operator", "Л-1", date(2027, 3, 31)))) == ["nobody-grants"]
        done(desk.act(withdraw("operator", "Л-1", date(2027, 4, 1))))
        assert on(desk, "operator", date(2027, 3, 31)) == {"Л-1"} and not on(desk, "operator", date(2027, 4, 1))
