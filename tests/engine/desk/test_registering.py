from __future__ import annotations

import pytest

from engine.desk.desk import Desk
from engine.desk.parties import grant, register, withdraw
from engine.desk.registering import folded
from engine.run.unknown import NotFound
from tests.office import OPERATOR, done


def test_two_spellings_of_a_name_are_one_party(desk: Desk) -> None:
    first = done(desk.act(register("person", "Семёнова А.Б.", "директор")))
    again = done(desk.act(register("person", "Семенова А. Б.")))
    assert again.id == first.id == "Л-2" and again.repeated and again.intent == ""
    assert done(desk.act(register("person", "Семёнова А.В."))).id == "Л-3"


def test_a_person_and_an_organisation_of_one_name_are_two(desk: Desk) -> None:
    assert done(desk.act(register("org", "Семёнова А.Б."))).id == "О-2"
    assert done(desk.act(register("group", "Руководители школ"))).id == "Г-1"


def test_names_are_compared_without_what_may_be_written_in_two_ways() -> None:
    assert folded(" Ким  О.В. ") == folded("КИМ О. В.") == "ким о. в."
    assert folded("Ким О.В.") != folded("Ким О.Б.")


def test_a_role_is_granted_and_withdrawn(desk: Desk) -> None:
    done(desk.act(register("person", "Ким О.В.")))
    done(desk.act(grant("controller", "Ким О.В.")))
    assert office(desk)["controller"] == {"Л-1", "Л-2"}
    assert done(desk.act(grant("controller", "Л-2"))).repeated
    done(desk.act(withdraw("controller", OPERATOR)))
    assert office(desk)["controller"] == {"Л-2"} and "Л-1" in office(desk)["clerk"]


def test_a_role_is_not_granted_to_an_id_that_nobody_bears(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.act(grant("controller", "Л-9"))


def office(desk: Desk) -> dict[str, frozenset[str]]:
    with desk.store.reading() as ledger:
        return dict(ledger.office())
