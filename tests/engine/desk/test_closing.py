from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.desk import tasks
from engine.desk.closing import confirm
from engine.desk.cycles import advance, close, fire
from engine.desk.desk import Desk
from engine.desk.importing import bring_in
from engine.desk.intent import Waiver
from engine.desk.records import Proof, add
from engine.desk.roles import grant
from engine.desk.undoing import redo, undo
from tests.office import SUPERIOR, content_of, done, protocol, refused

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


def test_who_reported_is_the_author_of_what_came_of_it(office: Desk) -> None:
    executors = office.case("П-1.2").fields["executors"]
    done(office.act(confirm("П-1.2", (PROOF,))))
    (record,) = office.case("К-1").records.values()
    assert ([record.author], record.told.on_behalf_of) == (executors, "Л-1")


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


def test_a_task_that_names_nobody_is_taken_off_control_by_the_controller(office: Desk) -> None:
    done(office.act(tasks.take("П-1.4", "accept")))
    done(office.act(tasks.report("П-1.4", "сделано")))
    done(office.act(confirm("П-1.4", (PROOF,))))


def test_a_protocol_is_closed_when_each_of_its_assignments_has_its_outcome(office: Desk) -> None:
    assert refused(office.act(fire("П-1", "close", {}))) == ["unmet"]
    for task in ("П-1.2", "П-1.2.1", "П-1.3", "П-1.4"):
        done(office.act(tasks.take(task, "withdraw", reason="отпало")))
    done(office.act(fire("П-1", "close", {})))


def test_a_closed_cycle_takes_no_record_and_the_assignment_is_closed_all_the_same(office: Desk) -> None:
    waiver = Waiver(SUPERIOR, "год окончен", date(2026, 12, 31))
    for _ in range(6):
        done(office.act(advance("К-1", waiver)))
    done(office.act(close("К-1", waiver)))
    answer = done(office.act(confirm("П-1.2", (PROOF,))))
    assert [remark.code for remark in answer.remarks] == ["cycle-closed"]
    assert office.case("П-1.2").fields["outcome"] == "done"


def test_a_record_points_back_where_only_one_can_be_meant(office: Desk) -> None:
    done(office.act(add("К-1", "measurement", {"value": "12"})))
    done(office.act(confirm("П-1.2", (PROOF,))))
    assert office.case("К-1").records["ЗК-1"].links == ("ИЗ-1",)


def test_among_several_nobody_guesses(office: Desk) -> None:
    for value in ("12", "13"):
        done(office.act(add("К-1", "measurement", {"value": value})))
    done(office.act(confirm("П-1.2", (PROOF,))))
    assert office.case("К-1").records["ЗК-1"].links == ()
