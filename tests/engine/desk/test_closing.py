from __future__ import annotations

from dataclasses import replace

import pytest

from engine.desk import tasks
from engine.desk.closing import confirm
from engine.desk.desk import Desk
from engine.desk.importing import bring_in
from engine.desk.parties import grant
from engine.desk.records import Proof
from engine.desk.undoing import redo, undo
from tests.office import content_of, done, protocol, refused

PROOF = Proof("справка.pdf", kind="справка", content=b"pdf")


@pytest.fixture
def office(desk: Desk) -> Desk:
    """An office where «Провести анализ» was reported on."""
    paper = protocol()
    done(desk.act(bring_in(paper, content_of(paper))))
    done(desk.act(tasks.take("П-1.2", "accept")))
    done(desk.act(tasks.report("П-1.2", "сделано")))
    return desk


def test_what_was_planned_becomes_a_record_with_its_proof(office: Desk) -> None:
    answer = done(office.act(confirm("П-1.2", (PROOF,))))
    (record,) = office.case("К-1").records.values()
    assert (record.id, record.kind, record.fields["text"]) == ("ЗК-1", "conclusion", "Провести анализ")
    assert [proof["title"] for proof in record.evidence] == ["справка.pdf"]
    assert [remark.code for remark in answer.remarks] == ["became-record"]


def test_an_assignment_without_proof_is_not_taken_off_control(office: Desk) -> None:
    assert refused(office.act(confirm("П-1.2"))) == ["unmet"]
    assert office.case("К-1").records == {}
    done(office.act(confirm("П-1.2", (PROOF,))))


def test_who_carried_it_out_does_not_take_it_off_control(office: Desk) -> None:
    done(office.act(grant("controller", "Л-2")))
    own = replace(confirm("П-1.2", (PROOF,)), on_behalf_of="Л-2")
    answer = office.act(own)
    assert refused(answer) == ["unmet"]
    assert answer.not_allowed  # type: ignore[union-attr]
    done(office.act(confirm("П-1.2", (PROOF,))))


def test_who_is_no_controller_may_not_take_it_off_control(office: Desk) -> None:
    answer = office.act(replace(confirm("П-1.2", (PROOF,)), on_behalf_of="Л-2"))
    assert "not-holder" in refused(answer)


def test_what_waits_for_another_is_not_confirmed_before_it(office: Desk) -> None:
    done(office.act(tasks.take("П-1.2.1", "accept")))
    done(office.act(tasks.report("П-1.2.1", "сделано")))
    assert refused(office.act(confirm("П-1.2.1", (PROOF,)))) == ["unmet"]
    done(office.act(confirm("П-1.2", (PROOF,))))
    done(office.act(confirm("П-1.2.1", (PROOF,))))


def test_a_recommendation_needs_no_proof(office: Desk) -> None:
    done(office.act(tasks.take("П-1.3", "accept")))
    done(office.act(tasks.report("П-1.3", "учтено")))
    done(office.act(confirm("П-1.3")))


def test_a_confirmation_is_taken_back_in_the_assignment_and_in_the_cycles(office: Desk) -> None:
    done(office.act(confirm("П-1.2", (PROOF,))))
    done(office.act(undo()))
    assert office.case("П-1.2").stage == "reported" and office.case("К-1").records == {}
    done(office.act(redo()))
    assert office.case("П-1.2").stage == "closed" and list(office.case("К-1").records) == ["ЗК-1"]
