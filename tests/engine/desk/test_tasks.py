from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.desk import tasks
from engine.desk.desk import Desk
from engine.desk.importing import bring_in
from engine.desk.tasks import NewTask
from engine.run.unknown import NotFound, UnknownWord
from tests.office import Stopped, content_of, done, item, protocol, refused


@pytest.fixture
def office(desk: Desk) -> Desk:
    """An office that has imported a document."""
    paper = protocol()
    done(desk.act(bring_in(paper, content_of(paper))))
    return desk


def test_every_imported_task_can_be_accepted(office: Desk) -> None:
    """Also without an executor, also while what it waits for is open: work may always begin."""
    for task in ("П-1.2", "П-1.2.1", "П-1.3", "П-1.4"):
        done(office.act(tasks.take(task, "accept")))
        assert office.case(task).stage == "in_work"


def test_accepting_is_the_executors_act_typed_by_the_operator(office: Desk) -> None:
    (entry,) = done(office.act(tasks.take("П-1.2", "accept"))).entries
    assert (entry.told.typed_by, entry.told.on_behalf_of) == ("Л-1", "Л-2")


def test_a_task_that_names_nobody_is_accepted_by_whoever_types(office: Desk) -> None:
    (entry,) = done(office.act(tasks.take("П-1.4", "accept"))).entries
    assert entry.told.on_behalf_of == "Л-1"


def test_what_is_accepted_is_not_accepted_again(office: Desk) -> None:
    done(office.act(tasks.take("П-1.2", "accept")))
    assert refused(office.act(tasks.take("П-1.2", "accept"))) == ["no-way"]
    with office.store.reading() as ledger:
        assert ledger.refusals() == (("П-1.2", "accept"),)


def test_an_extension_needs_its_reason_and_moves_the_day_that_counts(office: Desk) -> None:
    assert refused(office.act(tasks.take("П-1.2", "extend", due="2026-12-31"))) == ["not-brought"]
    done(office.act(tasks.take("П-1.2", "extend", due="2026-12-31", reason="болезнь")))
    assert office.case("П-1.2").fields["control_due"] == "2026-12-31"


@pytest.mark.parametrize("due", ["2026-11-30", "2026-11-11"])
def test_an_extension_goes_forward(due: str, office: Desk) -> None:
    """П-1.2 is to be done by 2026-12-01."""
    assert refused(office.act(tasks.take("П-1.2", "extend", due=due, reason="болезнь"))) == ["term-back"]
    for later in ("2026-12-01", "2027-01-15"):
        done(office.act(tasks.take("П-1.2", "extend", due=later, reason="болезнь")))


def test_an_assignment_without_a_term_gets_one_that_is_not_over(office: Desk) -> None:
    for due in ("2026-11-11", "2026-11-22"):
        assert refused(office.act(tasks.take("П-1.3", "extend", due=due, reason="болезнь"))) == ["term-back"]
    done(office.act(tasks.take("П-1.3", "extend", due="2026-11-23", reason="болезнь")))


def test_what_was_extended_on_friday_is_put_down_on_monday(office: Desk) -> None:
    """The new day may be over by then: what counts is the day on which it was extended."""
    assert isinstance(office.clock, Stopped)
    office.clock.wait(14)
    late = tasks.take("П-1.2", "extend", due="2026-12-04", reason="болезнь")
    assert refused(office.act(late)) == ["term-back"]
    done(office.act(replace(late, happened_on=date(2026, 12, 1))))


def test_a_term_that_is_no_day_is_refused(office: Desk) -> None:
    bad = tasks.take("П-1.2", "extend", due="2026-02-30", reason="болезнь")
    assert refused(office.act(bad)) == ["field-misstated"]


def test_unknown_words_and_ids_are_raised_and_not_recorded(office: Desk) -> None:
    with pytest.raises(UnknownWord):
        office.act(tasks.take("П-1.2", "acept"))
    with pytest.raises(NotFound) as error:
        office.act(tasks.take("П-1.22", "accept"))
    assert "П-1.2" in error.value.near
    with office.store.reading() as ledger:
        assert ledger.refusals() == ()


def test_a_task_by_hand_goes_under_the_next_free_number(office: Desk) -> None:
    answer = done(office.act(tasks.add(NewTask("Позвонить", protocol="П-1", executors=("Ким О.В.",)))))
    assert answer.id == "П-1.5"
    assert office.case("П-1.5").fields["executors"] == ["Л-3"]


def test_a_task_of_no_protocol_has_a_series_of_its_own(office: Desk) -> None:
    new = NewTask("Позвонить", due=date(2026, 12, 1))
    assert done(office.act(tasks.add(new))).id == "Т-1"
    assert done(office.act(tasks.add(new))).id == "Т-2"
    assert office.case("Т-2").fields["due"] == "2026-12-01"


def test_a_task_by_hand_is_planned_in_the_cycle_it_serves(office: Desk) -> None:
    new = NewTask("Собрать данные", protocol="П-1", mechanisms=("1.2",), stages=("monitoring",))
    done(office.act(tasks.add(new)))
    assert ("monitoring", "П-1.5") in office.case("К-1").plans
    alone = done(office.act(tasks.add(NewTask("Собрать", mechanisms=("2.3",), stages=("goals", "methods")))))
    assert office.case("К-3").plans == (("goals", alone.id), ("indicators", alone.id))


def test_what_was_misread_is_put_right_and_the_old_value_stays_in_the_journal(office: Desk) -> None:
    done(office.act(tasks.edit("П-1.2", {"due": "2026-12-05"}, executors=("Ким О.В.",))))
    assert office.case("П-1.2").fields["due"] == "2026-12-05"
    assert office.case("П-1.2").fields["executors"] == ["Л-3"]
    with office.store.reading() as ledger:
        assert ledger.history("П-1.2")[0].data["fields"]["due"] == "2026-12-01"  # type: ignore[index,call-overload]


def test_only_fields_of_the_regulation_can_be_put_right(office: Desk) -> None:
    with pytest.raises(UnknownWord):
        office.act(tasks.edit("П-1.2", {"colour": "red"}))


def test_a_loop_by_hand_is_refused_with_the_loop_written_out(office: Desk) -> None:
    answer = office.act(tasks.edit("П-1.2", {"predecessors": ["П-1.2.1"]}))
    assert refused(answer) == ["loop"]
    assert "П-1.2 → П-1.2.1 → П-1.2" in str(answer)
    done(office.act(tasks.edit("П-1.2", {"predecessors": ["П-1.4"]})))


def test_a_report_stays_as_a_record(office: Desk) -> None:
    done(office.act(tasks.take("П-1.2", "accept")))
    done(office.act(tasks.report("П-1.2", "Справка готова")))
    case = office.case("П-1.2")
    assert case.stage == "reported"
    assert [(record.kind, record.fields["text"]) for record in case.records.values()] == [("report", "Справка готова")]


def test_reporting_without_having_accepted_is_refused_whole(office: Desk) -> None:
    assert refused(office.act(tasks.report("П-1.2", "Справка готова"))) == ["no-way"]
    assert office.case("П-1.2").records == {}


@pytest.mark.parametrize("trigger", ["not_done", "not_applicable", "withdraw"])
def test_the_outcomes_that_are_not_done_want_a_reason(office: Desk, trigger: str) -> None:
    assert refused(office.act(tasks.take("П-1.2", trigger))) == ["not-brought"]
    done(office.act(tasks.take("П-1.2", trigger, reason="закрыта школа")))
    assert office.case("П-1.2").stage == "closed"
    assert office.case("П-1.2").fields["outcome"] != "done"


def test_the_text_of_an_item_is_needed(office: Desk) -> None:
    paper = protocol([item("1", "Иное")], number="9")
    done(office.act(bring_in(paper, content_of(paper))))
    assert office.case("П-2.1").fields["text"] == "Иное"


def test_a_task_by_hand_may_wait_for_others(office: Desk) -> None:
    new = NewTask("Обобщить", protocol="П-1", predecessors=("П-1.2",))
    assert office.case(done(office.act(tasks.add(new))).id).fields["predecessors"] == ["П-1.2"]
    with pytest.raises(UnknownWord):
        office.act(tasks.add(NewTask("Обобщить", predecessors=("П-1",))))
    with pytest.raises(NotFound):
        office.act(tasks.add(NewTask("Обобщить", predecessors=("П-1.99",))))


def test_a_ring_that_does_not_come_back_to_the_task_ends_the_search(office: Desk) -> None:
    done(office.act(tasks.edit("П-1.4", {"predecessors": ["П-1.2.1", "П-1.3"]})))
    done(office.act(tasks.edit("П-1.3", {"predecessors": ["П-1.2"]})))
    assert refused(office.act(tasks.edit("П-1.2", {"predecessors": ["П-1.4"]}))) == ["loop"]
    new = NewTask("Обобщить", protocol="П-1", predecessors=("П-1.4", "П-1.3"))
    done(office.act(tasks.add(new)))


def test_an_assignment_is_given_to_others(office: Desk) -> None:
    assert refused(office.act(tasks.reassign("П-1.2", ("Ким О.В.",), ""))) == ["not-brought"]
    done(office.act(tasks.reassign("П-1.2", ("Ким О.В.",), "болезнь")))
    assert office.case("П-1.2").fields["executors"] == ["Л-3"]
    (entry,) = done(office.act(tasks.take("П-1.2", "accept"))).entries
    assert entry.told.on_behalf_of == "Л-3"
