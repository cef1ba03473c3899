from __future__ import annotations

from dataclasses import replace

import pytest

from engine.desk.desk import Desk
from engine.desk.parties import correct, register
from engine.desk.registering import folded
from engine.desk.roles import grant
from engine.run.unknown import NotFound
from tests.office import done, refused


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


def test_a_name_is_put_right_under_the_same_id(desk: Desk) -> None:
    kim = done(desk.act(register("person", "Кин О.В.", "методист"))).id
    answer = done(desk.act(correct("Кин О.В.", "Ким О.В.")))
    assert (answer.id, answer.entries, answer.repeated) == (kim, (), False)
    assert parties(desk)[kim] == ("Ким О.В.", "методист")
    assert done(desk.act(correct(kim, "Ким О.В."))).repeated
    done(desk.act(correct(kim, position="")))
    assert parties(desk)[kim] == ("Ким О.В.", "")


def test_no_two_people_may_bear_one_name(desk: Desk) -> None:
    done(desk.act(register("person", "Ким О.В.")))
    done(desk.act(register("person", "Рябов С.С.")))
    assert refused(desk.act(correct("Рябов С.С.", "КИМ О. В."))) == ["name-taken"]
    assert done(desk.act(correct("Ким О.В.", "Ким О. В."))).repeated is False


def test_nobody_is_put_right_whom_nobody_knows(desk: Desk) -> None:
    for who in ("Рябов С.С.", "Л-9"):
        with pytest.raises(NotFound):
            desk.act(correct(who, "Иванов И.И."))


def test_the_register_is_kept_by_clerks(desk: Desk) -> None:
    kim = done(desk.act(register("person", "Ким О.В."))).id
    other = replace(desk, operator=kim)
    assert refused(other.act(register("person", "Рябов С.С."))) == ["may-not"]
    assert refused(other.act(correct(kim, "Рябов С.С."))) == ["may-not"]
    assert done(other.act(register("person", "Ким О.В."))).repeated, "to find somebody is no act"
    done(desk.act(grant("clerk", kim)))
    done(other.act(register("person", "Рябов С.С.")))


def test_a_dry_run_leaves_the_register_as_it_is(desk: Desk) -> None:
    kim = done(desk.act(register("person", "Кин О.В."))).id
    assert done(desk.act(replace(correct(kim, "Ким О.В."), dry=True))).intent == ""
    assert parties(desk)[kim][0] == "Кин О.В."


def parties(desk: Desk) -> dict[str, tuple[str, str]]:
    with desk.store.reading() as ledger:
        return {party.id: (party.name, party.position) for party in ledger.parties()}
