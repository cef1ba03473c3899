from __future__ import annotations

import pytest

from engine.run.event import Event, Plain
from engine.run.fold import fold, live
from tests.engine.run.test_decide import TOLD

OPENED: dict[str, Plain] = {
    "workflow": "request",
    "workflow_version": "v1",
    "stage": "draft",
    "subject": {},
    "fields": {},
    "trusted": [],
}


def note(version: int) -> Event:
    data: dict[str, Plain] = {"record": f"ЗП-{version}", "kind": "note", "fields": {"text": "о"}, "links": []}
    return Event("З-1", version, "recorded", TOLD, data)


def passed_over(kind: str, version: int, intent: str, *versions: int) -> Event:
    return Event("З-1", version, kind, TOLD, {"intent": intent, "versions": list(versions)})


HISTORY = (Event("З-1", 1, "opened", TOLD, OPENED), note(2), note(3))


def test_nothing_folds_into_nothing() -> None:
    assert fold(()) is None


def test_what_was_taken_back_is_passed_over_and_counts_in_the_version() -> None:
    case = fold((*HISTORY, passed_over("undone", 4, "A-2", 3)))
    assert case is not None
    assert (list(case.records), case.version) == (["ЗП-2"], 4)


def test_what_was_brought_back_counts_again() -> None:
    case = fold((*HISTORY, passed_over("undone", 4, "A-2", 3), passed_over("redone", 5, "A-2", 3)))
    assert case is not None
    assert (list(case.records), case.version) == (["ЗП-2", "ЗП-3"], 5)


def test_a_case_of_which_all_was_taken_back_is_no_more() -> None:
    assert fold((*HISTORY, passed_over("undone", 4, "A-1", 1, 2, 3))) is None


def test_what_counts_is_told_without_the_entries_about_it() -> None:
    history = (*HISTORY, passed_over("undone", 4, "A-2", 2, 3))
    assert [event.version for event in live(history)] == [1]


def test_an_entry_of_no_known_type_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        fold((*HISTORY, Event("З-1", 4, "painted", TOLD)))


@pytest.mark.parametrize("kind", ["moved", "recorded", "linked", "corrected"])
def test_a_case_knows_that_leave_was_given_until_that_is_taken_back(kind: str) -> None:
    waived: list[Plain] = [{"requirement": "есть цель", "who": "Л-9", "why": "отпуск", "until": "2026-12-31"}]
    about: dict[str, dict[str, Plain]] = {
        "moved": {"trigger": "check", "from": "draft", "to": "checked", "sets": {}, "data": {"waived": waived}},
        "recorded": {"record": "ЗП-9", "kind": "note", "fields": {}, "links": [], "waived": waived},
        "linked": {"record": "ЗП-2", "to": "ЗП-3", "waived": waived},
        "corrected": {"record": "ЗП-2", "fields": {"text": "п"}, "waived": waived},
    }
    given = (*HISTORY, Event("З-1", 4, kind, TOLD, about[kind]))
    after = (*given, Event("З-1", 5, "evidenced", TOLD, {"record": "", "evidence": {}}))
    assert [case and case.leave for case in map(fold, (HISTORY, given, after))] == [False, True, True]
    back = fold((*after, passed_over("undone", 6, "A-2", 4)))
    assert back is not None and not back.leave
