"""V11: random sound definitions run to their ends, each on many random ways, and after every step all agrees.

`RESHENO_FAULTS` raises the figures from 500 definitions on 20 ways each to 5,000 on 30.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest

from engine.definition.reading import read
from engine.definition.soundness import check
from engine.definition.workflow import Workflow
from engine.desk.desk import Desk
from engine.desk.ways import Way
from engine.run.case import Case
from engine.run.event import Event
from engine.run.fold import fold
from tests.engine.definition.samples import read_well
from tests.engine.definition.test_unsound import FORKED
from tests.promises.made_definitions import World, made
from tests.promises.paths import CASE, Path, Stuck, office, walk

DEFINITIONS, WAYS = (5_000, 30) if os.environ.get("RESHENO_FAULTS") else (500, 20)
NOTHING = World({}, {}, {})


def sound(seed: int) -> tuple[Workflow, World]:
    """The definition of a seed, which reads well and passes."""
    text, world = made(Random(seed))
    workflow, problems = read(text, "made.yaml")
    assert workflow is not None and (*problems, *check(workflow)) == (), f"seed {seed}"
    return workflow, world


def run(definitions: Iterable[int], ways: int) -> Counter[str]:
    """Every definition on so many ways, each to its end; what was seen on them."""
    seen: Counter[str] = Counter()
    for seed in definitions:
        workflow, world = sound(seed)
        store = office(workflow)
        for way in range(ways):
            try:
                path = walk(store, workflow, world, Random(f"{seed}/{way}"))
                if way == 0:
                    path.look_at_all()
            except AssertionError as failed:
                raise AssertionError(f"definition {seed}, way {way}") from failed
            assert workflow.stages[path.case.stage].final
            seen.update(event.type for event in path.events)
            seen.update(move.trigger for move in path.case.moves)
            seen["waived"] += sum("waived" in move.data for move in path.case.moves)
            seen["refused"] += path.refused
            seen["ways"] += 1
    return seen


def test_a_few_definitions_run_to_their_ends() -> None:
    assert run(range(5), 8)["ways"] == 40


@pytest.mark.deep
@pytest.mark.timeout(14_400)
def test_five_hundred_definitions_run_to_their_ends_on_twenty_ways_each() -> None:
    seen = run(range(1_000, 1_000 + DEFINITIONS), WAYS)
    assert seen["ways"] == DEFINITIONS * WAYS
    acts = ("go", "put_off", "back", "drop", "recorded", "linked", "evidenced", "corrected", "undone", "redone")
    assert min(seen[act] for act in (*acts, "waived", "refused")) > DEFINITIONS / 10, seen


def test_the_sentences_of_the_definitions_are_of_all_forms() -> None:
    forms: Counter[str] = Counter()
    for seed in range(40):
        workflow, _ = sound(seed)
        rules = [rule for stage in workflow.stages.values() for rule in stage.complete_when]
        rules += [each.rule for stage in workflow.stages.values() for each in stage.expects]
        forms.update(
            rule.form for rule in (*rules, *(rule for arrow in workflow.arrows for rule in arrow.requirements))
        )
    assert forms.keys() == {"count", "after", "before", "compare", "unique", "trend", "apart", "among", "acts"}


@pytest.fixture
def path() -> Path:
    """The way of a case that has not ended yet."""
    workflow, world = sound(1_000)
    begun = Path(office(workflow), workflow, world, Random(1))
    begun.settle()
    return begun


def test_a_fold_that_forgets_a_field_is_caught(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(events: Iterable[Event]) -> Case | None:
        case = fold(events)
        return case._replace(fields={**case.fields, "due": ""}) if case and case.id == CASE else case

    path.look()
    monkeypatch.setattr("engine.store.memory.fold", forgetful)
    with pytest.raises(ValueError, match="have not made"):
        path.correct()


def test_a_projection_that_was_not_written_is_caught(path: Path) -> None:
    with path.store.reading() as ledger:
        ledger.rows_[CASE] = {**ledger.rows_[CASE], "case_now": []}
    with pytest.raises(AssertionError):
        path.look()
    with pytest.raises(AssertionError):
        path.look_at_all()


def test_a_may_that_always_says_yes_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Desk.may

    def yes(desk: Desk, case: str) -> tuple[Way, ...]:
        return tuple(replace(way, because=()) for way in told(desk, case))

    monkeypatch.setattr(Desk, "may", yes)
    with pytest.raises(AssertionError, match="definition"):
        run(range(1_000, 1_010), 20)


def test_a_definition_that_is_not_sound_gets_stuck() -> None:
    workflow = read_well(FORKED)
    assert check(workflow)
    with pytest.raises(Stuck):
        Path(office(workflow), workflow, NOTHING, Random(3)).finish()
