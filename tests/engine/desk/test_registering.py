from __future__ import annotations

from dataclasses import replace

import pytest

from engine.desk import records
from engine.desk.desk import Desk
from engine.desk.intent import Intent
from engine.desk.names import folded
from engine.desk.parties import correct, register
from engine.desk.roles import grant
from engine.desk.undoing import redo, undo
from engine.run.command import Correct
from engine.run.office import ID as OFFICE
from engine.run.office import NAME
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
    assert (answer.id, answer.repeated) == (kim, False)
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


def test_the_journal_says_what_was_put_right_by_whom_and_on_what_ground(desk: Desk) -> None:
    kim = done(desk.act(register("person", "Кин О.В.", "методист"))).id
    (entry,) = done(desk.act(replace(correct(kim, "Ким О.В."), ground="паспорт"))).entries
    assert (entry.case, entry.type, entry.told.ground, entry.told.typed_by) == (OFFICE, "recorded", "паспорт", "Л-1")
    assert entry.data["fields"] == {"party": kim, "name": "Ким О.В.", "name_was": "Кин О.В."}, "and not the position"
    (entry,) = done(desk.act(correct(kim, position="директор"))).entries
    assert entry.data["fields"] == {"party": kim, "position": "директор", "position_was": "методист"}


def test_a_correction_is_taken_back_and_brought_back(desk: Desk) -> None:
    kim = done(desk.act(register("person", "Кин О.В.", "методист"))).id
    first = done(desk.act(correct(kim, "Ким О.В."))).intent
    second = done(desk.act(correct(kim, "Ким Ольга", position=""))).intent
    assert parties(desk)[kim] == ("Ким Ольга", "")
    done(desk.act(undo(second)))
    assert parties(desk)[kim] == ("Ким О.В.", "методист")
    assert refused(desk.act(undo("A-2"))) == ["nothing-to-undo"], "who was registered stays"
    done(desk.act(undo(first)))
    assert parties(desk)[kim] == ("Кин О.В.", "методист")
    done(desk.act(redo(first)))
    done(desk.act(correct(kim, "Ким В.")))
    assert refused(desk.act(redo(second))) == ["place-taken"]
    assert parties(desk)[kim] == ("Ким В.", "методист")
    other = done(desk.act(correct("Управление образования Заречья", "Управление", type="org")))
    assert parties(desk)[other.id][0] == "Управление"


def test_a_name_that_another_bears_by_now_does_not_come_back(desk: Desk) -> None:
    kim = done(desk.act(register("person", "Кин О.В."))).id
    first = done(desk.act(correct(kim, "Ким О.В."))).intent
    other = done(desk.act(register("person", "Кин О. В."))).id
    assert refused(desk.act(undo(first))) == ["name-taken-since"]
    assert parties(desk)[kim][0] == "Ким О.В."
    second = done(desk.act(correct(other, "Кинг О.В."))).intent
    done(desk.act(undo(second)))
    assert refused(desk.act(undo(first))) == ["name-taken-since"]
    done(desk.act(redo(second)))
    done(desk.act(grant("clerk", kim)))
    assert parties(desk)[other][0] == "Кинг О.В.", "what is no correction leaves names alone"


def test_a_correction_is_neither_made_nor_changed_by_hand(desk: Desk) -> None:
    kim = done(desk.act(register("person", "Кин О.В."))).id
    done(desk.act(correct(kim, "Ким О.В.")))
    by_hand = (
        Intent("record.edit", lambda _: iter((Correct(OFFICE, {"name": "Рябов С.С."}, "ПР-1"),))),
        records.add(OFFICE, NAME, {"party": kim, "name": "Рябов С.С.", "name_was": "Кин О.В."}),
        records.add(OFFICE, NAME, {"party": kim, "name": "Рябов С.С."}),
        records.add(OFFICE, NAME, {"party": kim, "name": "", "name_was": "Ким О.В."}),
        records.add(OFFICE, NAME, {"party": kim}),
    )
    assert [refused(desk.act(each)) for each in by_hand] == [["name-by-hand"]] * len(by_hand)
    with pytest.raises(NotFound):
        desk.act(records.add(OFFICE, NAME, {"party": "Л-9", "name": "Рябов С.С.", "name_was": "Ким О.В."}))
    assert parties(desk)[kim][0] == "Ким О.В."
    done(desk.act(records.add(OFFICE, NAME, {"party": kim, "name": "Ким О.", "name_was": "Ким О.В."})))
    assert parties(desk)[kim][0] == "Ким О.", "who knows what there is says the same as the command"


def test_what_an_earlier_release_put_right_is_no_act_to_be_taken_back(desk: Desk) -> None:
    kim = done(desk.act(register("person", "Кин О.В."))).id
    known = done(desk.act(grant("clerk", kim))).intent
    with desk.store.writing() as ledger:
        ledger.correct(replace(next(each for each in ledger.parties() if each.id == kim), name="Ким О.В."))
        before = ledger.append("person.edit", kim, "", (), desk.clock())
    assert refused(desk.act(undo(before))) == refused(desk.act(undo())) == ["nothing-to-undo"]
    assert done(desk.act(undo(known))).id == known
    done(desk.act(correct(kim, "Ким Ольга")))
    done(desk.act(undo()))
    assert parties(desk)[kim][0] == "Ким О.В."


def parties(desk: Desk) -> dict[str, tuple[str, str]]:
    with desk.store.reading() as ledger:
        return {party.id: (party.name, party.position) for party in ledger.parties()}
