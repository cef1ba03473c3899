"""What the doctor says of an office: who could notice another journal, who gives leave, whose term is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from engine.audit.office import of_office
from engine.desk.desk import Desk
from engine.desk.parties import register
from engine.desk.roles import delegate, grant, withdraw
from engine.run.office import ID as OFFICE_ID
from engine.store.memory import MemoryStore
from tests.office import DAY, OPERATOR, desk_at, done

NAMES = {"Л-1": OPERATOR, "Л-2": "Ким О.В."}
LATER = DAY + timedelta(days=14)


@pytest.fixture
def desk() -> Desk:
    """An office of two, where one of them holds everything."""
    desk = desk_at(MemoryStore())
    done(desk.act(register("person", "Ким О.В.")))
    return desk


def found(desk: Desk, day: int = 0, relied: tuple[tuple[str, str], ...] = ()) -> list[str]:
    return [each.code for each in of_office(desk.case(OFFICE_ID), DAY + timedelta(days=day), relied, NAMES)]


def test_an_office_of_one_is_told_that_nobody_watches(desk: Desk) -> None:
    assert found(desk) == ["doctor-one-keeper", "doctor-no-head"]
    (keeper, _) = of_office(desk.case(OFFICE_ID), DAY, (), NAMES)
    assert keeper.facts["who"] == OPERATOR


def test_another_keeper_of_checkpoints_and_a_head_are_enough(desk: Desk) -> None:
    done(desk.act(grant("checkpoint_keeper", "Ким О.В.")))
    assert found(desk) == ["doctor-no-head"]
    done(desk.act(grant("head", "Ким О.В.")))
    assert found(desk) == []


def test_who_keeps_the_file_may_keep_checkpoints_but_not_alone(desk: Desk) -> None:
    done(desk.act(grant("head", "Ким О.В.")))
    done(desk.act(grant("file_keeper", "Ким О.В.")))
    done(desk.act(grant("checkpoint_keeper", OPERATOR)))
    assert found(desk) == [], "the founder no longer keeps the file"
    done(desk.act(withdraw("file_keeper", "Ким О.В.")))
    assert found(desk) == ["doctor-one-keeper"]


def test_standing_in_that_is_over_is_told_while_open_cases_stand_on_it(desk: Desk) -> None:
    done(desk.act(grant("head", "Ким О.В.")))
    done(desk.act(grant("checkpoint_keeper", "Ким О.В.")))
    done(desk.act(delegate("controller", OPERATOR, "Ким О.В.", LATER)))
    relied = (("Л-2", "Л-1"), ("Л-2", "Л-1"))
    assert found(desk, 14, relied) == []
    assert found(desk, 15) == [], "nothing stands on it"
    assert found(desk, 15, (("Л-1", "Л-2"),)) == [], "it is another pair"
    assert found(desk, 15, relied) == ["doctor-stand-in-over"]
    done(desk.act(delegate("controller", OPERATOR, "Ким О.В.", LATER + timedelta(days=9))))
    assert found(desk, 15, relied) == []


def test_where_there_is_no_office_yet_there_is_nothing_to_say() -> None:
    assert list(of_office(None, DAY, (), {})) == []
