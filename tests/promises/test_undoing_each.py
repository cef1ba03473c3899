"""V34: each command that writes, done, taken back and brought back: every list is as it was, and the journal grew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.desk import undoing
from engine.desk.desk import Desk
from engine.run.office import ID as OFFICE
from engine.store.memory import MemoryStore
from tests.faults.store.acts import ACTS
from tests.faults.store.test_undoing import busy, length, shown
from tests.office import desk_at, done, refused
from tests.promises.golden import said

BEYOND = ("undoing.undo", "undoing.redo")  # taken back by each other
TOOLS = ("migrating.publish", "parties.register")  # the regulations, and who there is, stay


def everything(desk: Desk) -> object:
    """Every list, and every case; without the numbers of entries."""
    cases = {each.id: {**said(each), "version": 0} for each in (desk.case(OFFICE), *desk.cases())}
    return shown(desk), cases


@pytest.mark.parametrize("name", [name for name in ACTS if name not in (*BEYOND, *TOOLS)])
def test_what_is_taken_back_leaves_no_trace_and_comes_back_whole(name: str) -> None:
    desk = busy(desk_at(MemoryStore()))
    before, long = everything(desk), length(desk)
    answer = done(desk.act(ACTS[name]()))
    after, whose = everything(desk), answer.entries[0].told.on_behalf_of
    assert after != before
    done(desk.act(replace(undoing.undo(answer.intent), on_behalf_of=whose)))
    assert everything(desk) == before
    done(desk.act(replace(undoing.redo(answer.intent), on_behalf_of=whose)))
    assert everything(desk) == after
    assert length(desk) > long + len(answer.entries)


@pytest.mark.parametrize("name", TOOLS)
def test_what_is_no_part_of_a_case_is_not_taken_back(name: str) -> None:
    desk = busy(desk_at(MemoryStore()))
    answer = done(desk.act(ACTS[name]()))
    assert refused(desk.act(undoing.undo(answer.intent))) == ["nothing-to-undo"]


def test_an_undo_is_taken_back_by_a_redo_and_the_other_way_round() -> None:
    desk = busy(desk_at(MemoryStore()))
    before = shown(desk)
    done(desk.act(undoing.redo()))
    after = shown(desk)
    assert after != before
    done(desk.act(undoing.undo()))
    assert shown(desk) == before
    done(desk.act(undoing.redo()))
    assert shown(desk) == after
