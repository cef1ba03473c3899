from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.desk.answer import Answer
from engine.desk.desk import Desk
from engine.desk.importing import bring_in
from engine.protocol import Attendance, Protocol
from engine.run.standing import Standing, standing
from tests.office import ITEMS, content_of, done, item, protocol, refused, sealed


def brought(desk: Desk, paper: Protocol, revise: bool = False) -> Answer:
    """Whatever was changed in the paper by a test is what its file says."""
    return desk.act(bring_in(sealed(paper), content_of(paper), revise))


def test_bytes_that_were_not_read_are_not_taken() -> None:
    with pytest.raises(ValueError, match="is not the file that was read"):
        bring_in(protocol(), b"another file")


def test_one_import_is_one_intent_over_all_its_cases(desk: Desk) -> None:
    answer = done(brought(desk, protocol()))
    assert (answer.intent, answer.id) == ("A-2", "П-1")
    assert {event.case for event in answer.entries} == {"П-1", "П-1.2", "П-1.2.1", "П-1.3", "П-1.4", "К-1", "К-2"}


def test_assignments_and_recommendations_become_tasks_and_the_rest_stays_decided(desk: Desk) -> None:
    done(brought(desk, protocol()))
    with desk.store.reading() as ledger:
        assert ledger.find("protocol", "П-1") == ("П-1.2", "П-1.2.1", "П-1.3", "П-1.4")
    kept = desk.case("П-1").records
    assert [(record.kind, record.fields["path"]) for record in kept.values()] == [("take_note", "1")]
    assert desk.case("П-1").stage == "on_control"


def test_an_item_that_serves_a_stage_makes_it_planned_and_nothing_more(desk: Desk) -> None:
    done(brought(desk, protocol()))
    with desk.store.reading() as ledger:
        case = ledger.known_case("К-1")
        stands = standing(ledger.workflow(case.workflow), case)
    assert case.subject == {"organisation": "О-1", "mechanism": "1.2", "period": "2026"}
    planned = [stage for stage, how in stands.items() if how is Standing.PLANNED]
    assert planned == ["analysis", "decisions"]
    assert stands["goals"] is Standing.ABSENT


def test_collection_counts_as_indicators(desk: Desk) -> None:
    done(brought(desk, protocol()))
    assert ("indicators", "П-1.4") in desk.case("К-2").plans


def test_the_same_file_is_imported_once(desk: Desk) -> None:
    done(brought(desk, protocol()))
    again = done(brought(desk, protocol()))
    assert again.repeated and again.id == "П-1" and again.entries == () and again.intent == ""


def test_another_document_of_the_same_authority_serves_the_same_cycles(desk: Desk) -> None:
    done(brought(desk, protocol()))
    second = done(brought(desk, protocol(number="8")))
    assert second.id == "П-2"
    assert {event.case for event in second.entries if event.case.startswith("К")} == {"К-1", "К-2"}


def test_next_years_document_opens_next_years_cycle(desk: Desk) -> None:
    done(brought(desk, protocol()))
    done(brought(desk, protocol(number="1", day=date(2027, 1, 15))))
    assert desk.case("К-3").subject["period"] == "2027"


def test_only_what_the_document_says_has_to_wait_is_enforced(desk: Desk) -> None:
    done(brought(desk, protocol()))
    assert desk.case("П-1.2.1").fields["predecessors"] == ["П-1.2"]
    assert "predecessors" not in desk.case("П-1.3").fields
    assert desk.case("П-1.3").fields["offered"] == [{"task": "П-1.2", "why": "тот же предмет", "confidence": "medium"}]


def test_a_loop_is_refused_with_the_loop_written_out(desk: Desk) -> None:
    answer = brought(desk, protocol([item("1", after=("2",)), item("2", after=("1",))]))
    assert refused(answer) == ["loop"]
    assert "1 → 2 → 1" in str(answer) or "2 → 1 → 2" in str(answer)
    done(brought(desk, protocol([item("1", after=("2",)), item("2")])))


def test_a_number_that_comes_twice_is_told_apart(desk: Desk) -> None:
    done(brought(desk, protocol([item("9"), item("9", "Другое")])))
    assert desk.case("П-1.9-2").fields["text"] == "Другое"


def test_people_and_organisations_are_registered_once_and_the_journal_names_them_by_id(desk: Desk) -> None:
    answer = done(brought(desk, protocol()))
    with desk.store.reading() as ledger:
        names = [party.name for party in ledger.parties()]
    assert names.count("Иванова И.И.") == 1 and names.count("Орлова Т.П.") == 1
    told = [value for event in answer.entries for value in event.data.items() if event.case != "П-1"]
    assert "Иванова И.И." not in str(told)
    assert "Ивановой И.И." in str(told), "what the document says stays as it is"


@pytest.fixture
def revised() -> Protocol:
    """The same document in another wording: one term moved, one item new, one gone."""
    moved = replace(ITEMS[1], deadline=replace(ITEMS[1].deadline, due=date(2026, 12, 8)))
    return protocol([ITEMS[0], moved, *ITEMS[2:4], item("5", "Новое")])


def test_a_revision_is_shown_as_a_difference_and_not_recorded(desk: Desk, revised: Protocol) -> None:
    done(brought(desk, protocol()))
    answer = done(brought(desk, revised))
    assert answer.intent == "" and answer.entries == ()
    assert {(change.path, change.field) for change in answer.difference} == {
        ("П-1.2", "due"),
        ("П-1.4", ""),
        ("П-1.5", ""),
    }
    assert desk.case("П-1.2").fields["due"] == "2026-12-01"


def test_a_revision_is_recorded_when_asked(desk: Desk, revised: Protocol) -> None:
    done(brought(desk, protocol()))
    answer = done(brought(desk, revised, revise=True))
    assert answer.id == "П-1"
    assert desk.case("П-1.2").fields["due"] == "2026-12-08"
    assert desk.case("П-1.5").fields["text"] == "Новое"
    assert desk.case("П-1").fields["revises"] == protocol().source.sha256
    assert done(brought(desk, revised)).repeated


def test_a_document_without_a_date_is_never_taken_for_a_revision(desk: Desk) -> None:
    done(brought(desk, protocol(number="", day=None)))
    other = protocol([item("1", "Иное")], number="", day=None)
    assert done(brought(desk, other)).id == "П-2"


def test_a_rehearsal_gives_the_exact_entries_and_records_none(desk: Desk) -> None:
    paper = protocol()
    intent = bring_in(paper, content_of(paper))
    shown = done(desk.act(replace(intent, dry=True)))
    assert shown.intent == "" and shown.entries
    with desk.store.reading() as ledger:
        assert ledger.streams() == ("office",) and len(ledger.parties()) == 2
    assert done(desk.act(intent)).entries == shown.entries


def test_who_was_there_is_kept_by_id(desk: Desk) -> None:
    there = Attendance(present=("Орлова Т.П.", "Ким О.В."), absent=("Юн А.А.",), positions=(("Ким О.В.", "директор"),))
    paper = replace(protocol(), attendance=there, quorum=(2, 2))
    done(brought(desk, paper))
    fields = desk.case("П-1").fields
    assert (fields["present"], fields["quorum_required"], fields["chair"]) == (["Л-1", "Л-2"], 2, "Л-1")
    with desk.store.reading() as ledger:
        assert {party.name: party.position for party in ledger.parties()}["Ким О.В."] == "директор"
