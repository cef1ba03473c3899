from __future__ import annotations

from dataclasses import replace

import pytest

from engine.definition.soundness import OF_STAGES, check
from engine.messages import say
from engine.problems import Problem
from tests.engine.definition.samples import MEETING, changed, read_well

LOST = changed("  closed: {title:", "  lost: {title: {ru: Забыто, en: Lost}}\n  closed: {title:")


def told(text: str) -> dict[str, Problem]:
    """The faults of a definition that reads well, by code."""
    return {problem.code: problem for problem in check(read_well(text))}


def test_a_sound_definition_has_no_fault() -> None:
    assert check(read_well(MEETING)) == ()


def test_a_stage_that_nothing_enters() -> None:
    never = told(changed("to: any_earlier", "to: draft", LOST))["stage-never-entered"]
    assert never.facts["stage"] == "lost"
    assert never.where.line == LOST[: LOST.index("  lost:")].count("\n") + 1


def test_a_stage_that_only_the_unreached_enter() -> None:
    island = changed("  closed: {title:", "  found: {title: {ru: Найдено, en: Found}}\n  closed: {title:", LOST)
    island = changed("to: any_earlier", "to: draft", island)
    island += "  - {trigger: hold, from: lost, to: found, role: chair}\n"
    problems = told(island)
    assert problems["stage-not-reached"].facts["sources"] == "lost"
    assert (
        problems["arrow-never-taken"].facts["path"] == "found → draft"
        or "lost" in problems["arrow-never-taken"].facts["path"]
    )


def test_a_stage_without_a_way_out_is_told_with_the_way_into_it() -> None:
    trap = changed("to: any_earlier", "to: draft", LOST).replace("from: any_later", "from: held")
    trap += "  - {trigger: hold, from: held, to: lost, role: chair}\n"
    stuck = told(trap)["no-way-out"]
    assert stuck.facts["path"] == "draft → held → lost"
    assert "draft → held → lost" in say(stuck.code, stuck.facts, "ru")


def test_going_round_for_ever_is_no_end() -> None:
    ring = changed("from: any_later, to: any_earlier", "from: lost, to: lost", LOST)
    ring += "  - {trigger: hold, from: held, to: lost, role: chair}\n"
    ring = ring.replace("from: lost, to: lost", "from: lost, to: loop")
    ring = changed("  closed: {title:", "  loop: {title: {ru: Круг, en: Loop}}\n  closed: {title:", ring)
    ring += "  - {trigger: hold, from: loop, to: lost, role: chair}\n"
    assert told(ring)["no-way-to-an-end"].facts["path"].startswith("draft → held → lost")


def test_a_definition_without_an_end() -> None:
    assert list(told(changed(", final: yes", ""))) == ["no-final-stage"]


def test_an_arrow_written_twice() -> None:
    twice = told(MEETING + "  - {trigger: hold, from: draft, to: held, role: chair}\n")["arrow-twice"]
    line = MEETING[: MEETING.index("- {trigger: hold")].count("\n") + 1
    assert f"meeting.yaml:{line}:" in twice.facts["first"]
    assert twice.where.line == MEETING.count("\n") + 1


def test_an_arrow_without_a_role() -> None:
    assert told(changed("to: held, role: chair", "to: held"))["arrow-without-role"].facts["path"] == "draft → held"


def test_an_arrow_with_an_unknown_role() -> None:
    assert told(changed("to: held, role: chair", "to: held, role: chiar"))["unknown-role"].facts["hint"] == "chair"


def test_one_fault_of_an_arrow_for_many_stages_is_told_once() -> None:
    text = changed("to: any_earlier, role: chair", "to: any_earlier")
    assert [problem.code for problem in check(read_well(text))] == ["arrow-without-role"]


def test_a_way_out_of_an_end() -> None:
    text = MEETING + "  - {trigger: return, from: closed, to: held, role: chair, asks: [reason]}\n"
    assert told(text)["way-out-of-final"].facts["path"] == "closed → held"


@pytest.mark.parametrize("one", OF_STAGES, ids=lambda one: str(one.__name__))
def test_every_check_of_stages_finds_nothing_in_a_sound_definition_and_something_in_an_unsound_one(one: object) -> None:
    assert callable(one)
    sound = read_well(MEETING)
    unsound = replace(
        sound,
        arrows=(
            *(arrow for arrow in sound.arrows if arrow.target != "held"),
            *(replace(arrow, role="nobody", source="closed") for arrow in sound.arrows[:1]),
        ),
    )
    assert list(one(sound)) == []
    assert list(one(unsound)) != []
