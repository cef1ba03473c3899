from __future__ import annotations

from engine.run.command import BringBack, TakeBack
from engine.run.event import Event
from engine.run.undoing import in_the_way, told_of
from tests.engine.run.test_decide import TOLD
from tests.engine.run.test_fold import HISTORY, note, passed_over

SECOND = TakeBack("З-1", "A-2", (2,))
THIRD = TakeBack("З-1", "A-3", (3,))


def codes(history: tuple[Event, ...], command: TakeBack | BringBack) -> list[str]:
    return [reason.code for reason in in_the_way(history, command)]


def test_only_the_last_entries_that_count_are_taken_back() -> None:
    assert codes(HISTORY, SECOND) == ["stood-upon"]
    assert codes(HISTORY, THIRD) == []


def test_what_stood_upon_it_and_was_taken_back_stands_no_more_in_the_way() -> None:
    assert codes((*HISTORY, passed_over("undone", 4, "A-3", 3)), SECOND) == []


def test_what_was_taken_back_last_is_brought_back_first() -> None:
    history: tuple[Event, ...] = HISTORY
    history = (*history, passed_over("undone", 4, "A-3", 3), passed_over("undone", 5, "A-2", 2))
    assert codes(history, BringBack("З-1", "A-3", (3,))) == ["place-taken"]
    assert codes(history, BringBack("З-1", "A-2", (2,))) == []
    history = (*history, passed_over("redone", 6, "A-2", 2))
    assert codes(history, BringBack("З-1", "A-3", (3,))) == []


def test_what_was_done_instead_stands_in_the_way() -> None:
    history = (*HISTORY, passed_over("undone", 4, "A-3", 3), note(5))
    assert codes(history, BringBack("З-1", "A-3", (3,))) == ["place-taken"]


def test_the_entry_names_the_intent_and_its_versions() -> None:
    event = told_of(THIRD, 4, TOLD)
    assert (event.type, event.data) == ("undone", {"intent": "A-3", "versions": [3]})
