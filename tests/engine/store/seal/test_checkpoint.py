"""Checkpoints are read back as they were written, and hold for the very journal that they were taken of."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from engine.store.seal.checkpoint import Checkpoint, Code, Step, Unreadable, read, take, understand, write
from engine.store.seal.tree import consistency
from tests.engine.store.seal.test_tree import leaves_of

LEAVES = leaves_of(20)
OLD, NEW = take(LEAVES[:12], "2026-11-22"), take(LEAVES, "2026-11-30")
STEP = Step(OLD, NEW, consistency(LEAVES, OLD.size))


def test_a_checkpoint_is_read_back() -> None:
    assert read(write(NEW)) == (NEW, None)
    assert read(write(NEW, STEP)) == (NEW, STEP)


def test_a_checkpoint_is_understood_as_file_as_code_and_in_a_text() -> None:
    assert understand(write(OLD)) == OLD
    told = understand(OLD.code)
    assert isinstance(told, Code) and told.size == 12
    assert understand(f"Протокол №7\nкод {OLD.code.lower()}\n") == told


@pytest.mark.parametrize("point", [OLD, understand(OLD.code)], ids=["file", "code"])
def test_it_holds_for_its_journal_and_for_what_grew_from_it(point: Checkpoint | Code) -> None:
    assert point.holds_for(LEAVES[:12])
    assert point.holds_for(LEAVES)
    assert not point.holds_for(LEAVES[:11]), "a cut journal"
    assert not point.holds_for([*LEAVES[:11], LEAVES[12], *LEAVES[12:]]), "a rewritten journal"


def test_a_step_holds_only_for_its_two_journals() -> None:
    assert STEP.holds
    assert not Step(OLD, take(LEAVES[:19], ""), STEP.proof).holds
    assert not Step(take(LEAVES[:11], ""), NEW, STEP.proof).holds


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("size", -1),
        ("size", True),
        ("size", "12"),
        ("size", 1 << 30),
        ("root", "ab"),
        ("root", 5),
        ("date", 5),
        ("code", "0"),
        ("schema", "resheno.checkpoint/2"),
        ("since", {}),
    ],
)
def test_a_spoilt_checkpoint_is_unreadable(part: str, value: object) -> None:
    said = {**json.loads(write(OLD)), part: value}
    with pytest.raises(Unreadable):
        read(json.dumps(said))


@pytest.mark.parametrize("text", ["", "[]", "null", "12", "{", "{}", "[" * 100_000])
def test_what_is_no_checkpoint_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        read(text)
    with pytest.raises(Unreadable):
        understand(text)


def test_a_mistyped_code_is_told_from_no_code_at_all() -> None:
    typed = OLD.code[:-1] + ("0" if OLD.code[-1] != "0" else "1")
    with pytest.raises(Unreadable, match="code-mistyped"):
        understand(typed)
    with pytest.raises(Unreadable, match="checkpoint-unreadable"):
        understand("Протокол №7")


def test_a_checkpoint_tells_of_which_journal_it_is() -> None:
    assert (OLD.origin, NEW.origin) == (LEAVES[0], LEAVES[0])
    assert take([], "").origin == b""
    said = json.loads(write(NEW))
    for untrue in (said["origin"][:-2], "zz", 5):
        with pytest.raises(Unreadable):
            read(json.dumps({**said, "origin": untrue}))
    del said["origin"]
    assert read(json.dumps(said))[0] == replace(NEW, origin=b""), "as it was written before it told"
