from __future__ import annotations

import pytest

from engine.desk import tasks, undoing
from engine.desk.desk import Desk
from engine.desk.importing import bring_in
from engine.desk.tasks import NewTask
from engine.desk.undoing import redo, standing_on, taken_back, undo
from engine.run.unknown import NotFound
from engine.store.store import Ledger
from tests.office import content_of, done, protocol, refused


def bring(desk: Desk) -> str:
    paper = protocol()
    return done(desk.act(bring_in(paper, content_of(paper)))).id


def cases(desk: Desk) -> tuple[str, ...]:
    with desk.store.reading() as ledger:
        return ledger.cases()


def entries(desk: Desk) -> int:
    with desk.store.reading() as ledger:
        return sum(len(ledger.history(case)) for case in ledger.streams())


def test_an_import_is_taken_back_whole_and_brought_back_whole(desk: Desk) -> None:
    bring(desk)
    before, long = cases(desk), entries(desk)
    done(desk.act(undo()))
    assert cases(desk) == ("office",)
    longer = entries(desk)
    done(desk.act(redo()))
    assert cases(desk) == before
    assert long < longer < entries(desk)


def test_after_an_undo_the_same_file_may_be_imported_again(desk: Desk) -> None:
    bring(desk)
    done(desk.act(undo()))
    assert bring(desk) == "П-2"
    assert refused(desk.act(redo("A-2"))) == ["already-there"]


def test_a_cycle_that_was_opened_anew_is_not_brought_back_besides(desk: Desk) -> None:
    bring(desk)
    done(desk.act(undo()))
    other = protocol(number="8")
    done(desk.act(bring_in(other, content_of(other))))
    assert refused(desk.act(redo("A-2"))) == ["already-there"]
    done(desk.act(undo()))
    done(desk.act(redo()))


def test_what_something_stands_on_is_not_taken_back(desk: Desk) -> None:
    bring(desk)
    done(desk.act(tasks.take("П-1.2", "accept")))
    assert refused(desk.act(undo("A-2"))) == ["stood-upon"]
    done(desk.act(undo()))
    done(desk.act(undo("A-2")))
    assert cases(desk) == ("office",)


def test_undo_goes_back_step_by_step_and_redo_forward(desk: Desk) -> None:
    bring(desk)
    done(desk.act(tasks.take("П-1.2", "accept")))
    assert [done(desk.act(undo())).id for _ in range(2)] == ["A-3", "A-2"]
    assert refused(desk.act(undo())) == ["nothing-to-undo"]
    assert [done(desk.act(redo())).id for _ in range(2)] == ["A-2", "A-3"]
    assert refused(desk.act(redo())) == ["nothing-to-redo"]
    assert desk.case("П-1.2").stage == "in_work"


def test_what_has_taken_the_place_is_not_overwritten_by_a_redo(desk: Desk) -> None:
    bring(desk)
    done(desk.act(tasks.take("П-1.2", "accept")))
    done(desk.act(undo()))
    done(desk.act(tasks.take("П-1.2", "deliver")))
    assert refused(desk.act(redo())) == ["place-taken"]


def test_founding_the_office_is_never_taken_back(desk: Desk) -> None:
    assert refused(desk.act(undo())) == ["nothing-to-undo"]
    assert refused(desk.act(undo("A-1"))) == ["nothing-to-undo"]


def test_an_intent_that_never_was_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.act(undo("A-77"))


def test_what_stands_on_an_intent_is_known_through_other_cases_too(desk: Desk) -> None:
    bring(desk)
    done(desk.act(tasks.take("П-1.2", "accept")))
    done(desk.act(tasks.take("П-1.2", "report", text="x")))
    done(desk.act(undo()))
    done(desk.act(tasks.take("П-1.2.1", "deliver")))
    with desk.store.reading() as ledger:
        assert [each.intent for each in standing_on(ledger, "A-2")] == ["A-6", "A-3"], "what is undone is no obstacle"
        assert [each.intent for each in standing_on(ledger, "A-3")] == []
        assert taken_back(ledger) == ["A-4"]


def test_looking_for_the_last_intent_reads_the_intents_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal of ten thousand intents was once read ten thousand times for one undo."""
    bring(desk)
    for _ in range(20):
        done(desk.act(tasks.add(NewTask("Позвонить"))))
    calls = 0

    def counted(ledger: Ledger) -> list[str]:
        nonlocal calls
        calls += 1
        return taken_back(ledger)

    monkeypatch.setattr(undoing, "taken_back", counted)
    done(desk.act(undo()))
    assert calls == 1
