"""A scene that makes of a case only what a sentence looks at says what one says that had everything from the start."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta

import pytest

from engine.definition.guards import every_rule
from engine.definition.workflow import Workflow
from engine.rules.judging import judge, reasons_ever
from engine.rules.thing import Act, Scene, Thing
from engine.run.case import Case
from engine.run.facts import Facts
from engine.run.office import ID as OFFICE
from engine.run.office import tenures
from engine.run.scene import SceneOfCase, scene, still_scene
from engine.run.things import OfCase
from engine.store.gaps import scene_of
from engine.store.memory import MemoryStore
from tests.faults.figures import figure
from tests.office import DAY, desk_at
from tests.promises.random_office import THEMES, live

SEEDS = figure(2, 40)
ACTS = 25
DEEDS = ("confirm", "advance", "close", "accept", "record", "correct")


def lived(theme: str, seed: int) -> Iterator[tuple[Workflow, Case, Facts]]:
    """Every case of an office that has lived by chance, with what a judgement may know besides."""
    desk = desk_at(MemoryStore())
    live(desk, theme, seed, ACTS)
    with desk.store.reading() as ledger:
        held = tenures(ledger.known_case(OFFICE))
        for id in sorted(set(ledger.cases()) - {OFFICE}):
            case = ledger.known_case(id)
            workflow = ledger.workflow(case.workflow, case.workflow_version)
            view = scene_of(ledger, case, workflow)
            around = view.facts.around if isinstance(view, SceneOfCase) else ()
            yield workflow, case, Facts(DAY + timedelta(days=40), held, around)


def plainly(view: Scene) -> Scene:
    """The same with everything made at once."""
    made: dict[str, object] = {part.name: getattr(view, part.name) for part in fields(Scene)}
    things = tuple(_plain(thing) for thing in view.things)
    return Scene(**made | {"case": _plain(view.case), "things": things})  # type: ignore[arg-type]


def _plain(thing: Thing) -> Thing:
    return thing._replace(values=dict(thing.values))


def some_acts(chance: random.Random, case: Case, facts: Facts) -> tuple[Act, ...] | None:
    people = [each.party for each in facts.tenures]
    some = [
        Act(chance.choice(DEEDS), chance.choice([case.id, *case.records]), chance.choice(people), DAY, case.version + 1)
        for _ in range(chance.randrange(3))
    ]
    return tuple(some) if some else None


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_made_when_asked_is_what_was_there_all_along(theme: str) -> None:
    spoken = set()
    for seed in range(SEEDS):
        chance = random.Random(seed)
        for workflow, case, facts in lived(theme, seed):
            judged = some_acts(chance, case, facts)
            all_at_once = plainly(scene(workflow, case, facts, judged))
            still = plainly(still_scene(workflow, case, facts))
            assert isinstance(scene(workflow, case, facts).case.values, OfCase)
            for rule, _ in every_rule(workflow):
                told = judge(rule, scene(workflow, case, facts, judged))
                assert told == judge(rule, all_at_once), (theme, seed, case.id, rule.sentence.text)
                assert reasons_ever(rule, still_scene(workflow, case, facts)) == reasons_ever(rule, still)
                spoken |= {reason.code for reason in told.reasons}
    assert spoken >= {"reason-too-few"}
