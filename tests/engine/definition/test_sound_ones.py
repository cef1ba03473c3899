"""Sound definitions pass, and small ones are judged as two judges judge them who walk every way a case may take."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from engine.definition.guards import guards
from engine.definition.reading import read
from engine.definition.soundness import check
from engine.definition.workflow import Workflow
from engine.rules.judging import judge
from engine.rules.rule import Rule
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Holds
from tests.engine.definition.generated import small, sound
from tests.engine.definition.samples import read_well
from tests.engine.definition.test_unsound import FORKED
from tests.office import DAY

CALM = list(HealthCheck)
MOST = 3  # records of a kind in the bounded worlds: one more than any sentence of `small` speaks of

State = tuple[str, tuple[int, ...]]


def passes(text: str) -> None:
    workflow, problems = read(text, "made.yaml")
    assert workflow is not None and problems == (), (text, problems)
    assert check(workflow) == (), text


@settings(max_examples=60, deadline=None, suppress_health_check=CALM)
@given(text=sound())
def test_sound_definitions_pass(text: str) -> None:
    passes(text)


@pytest.mark.deep
@settings(max_examples=500, deadline=None, suppress_health_check=CALM)
@given(text=sound())
def test_five_hundred_sound_definitions_pass(text: str) -> None:
    passes(text)


def kinds_of(workflow: Workflow) -> tuple[str, ...]:
    return tuple(workflow.records)


def holds(workflow: Workflow, rules: tuple[Rule, ...], counts: tuple[int, ...]) -> bool:
    """Whether the sentences hold in some world of so many records: all linked with each other, where they may be."""
    ids = {kind: [f"{kind}-{n}" for n in range(many)] for kind, many in zip(workflow.records, counts, strict=True)}
    things = [Thing(workflow.lexicon.case, "К-1", {}, (), DAY)]
    for kind, names in ids.items():
        to = tuple(id for link in workflow.records[kind].back for id in ids[link.kind])
        things += [Thing(kind, name, {}, to, DAY) for name in names]
    scene = Scene(things[0], tuple(things), (), {}, DAY)
    return all(judge(rule, scene).holds is Holds.SATISFIED for rule in rules)


def walked(workflow: Workflow) -> tuple[set[State], dict[State, set[State]], set[int]]:
    """Every state of the bounded worlds, what leads where, and which arrows are ever taken."""
    first: State = (workflow.start, (0,) * len(workflow.records))
    states, ahead, taken = {first}, [first], set[int]()
    onward: dict[State, set[State]] = {}
    while ahead:
        state = ahead.pop()
        onward[state] = set()
        stage, counts = state
        if workflow.stages[stage].final:
            continue
        for n, kind in enumerate(workflow.records):
            if kind in workflow.stages[stage].produces and counts[n] < MOST:
                onward[state].add((stage, (*counts[:n], counts[n] + 1, *counts[n + 1 :])))
        for n, arrow in enumerate(workflow.arrows):
            if arrow.source == stage and holds(workflow, guards(workflow, arrow), counts):
                taken.add(n)
                onward[state].add((arrow.target, counts))
        ahead += onward[state] - states
        states |= onward[state]
    return states, onward, taken


def of_stages_only(workflow: Workflow) -> bool:
    """Whether the graph alone is sound: the exhaustive judge is about sentences."""
    from engine.definition.soundness import OF_STAGES

    return not [problem for one in OF_STAGES for problem in one(workflow)]


@settings(max_examples=150, deadline=None, suppress_health_check=CALM)
@given(text=small())
def test_what_passes_can_be_carried_out_in_a_bounded_world(text: str) -> None:
    """No arrow of a definition that passes is dead: all of them are taken in some world of up to three records."""
    workflow, problems = read(text, "made.yaml")
    assert workflow is not None and problems == (), (text, problems)
    assume(of_stages_only(workflow))
    dead = set(range(len(workflow.arrows))) - walked(workflow)[2]
    assert not check(workflow) or dead or shut_in(workflow), (text, check(workflow))
    if not check(workflow):
        assert not dead, (text, [workflow.arrows[n] for n in dead])


def shut_in(workflow: Workflow) -> bool:
    """Whether some state of the bounded worlds leads to no end."""
    states, onward, _ = walked(workflow)
    alive = {state for state in states if workflow.stages[state[0]].final}
    grown = True
    while grown:
        more = {state for state in states - alive if onward[state] & alive}
        grown = bool(more)
        alive |= more
    return bool(states - alive)


def test_the_small_ones_are_of_both_sorts() -> None:
    """Otherwise the comparison above would say nothing."""
    seen: Counter[bool] = Counter()

    @settings(max_examples=100, deadline=None, suppress_health_check=CALM, database=None)
    @given(text=small())
    def count(text: str) -> None:
        workflow, _ = read(text, "made.yaml")
        assert workflow is not None
        if of_stages_only(workflow):
            seen[bool(check(workflow))] += 1

    count()
    assert min(seen[True], seen[False]) >= 5, seen


def promela(workflow: Workflow) -> str:
    """The same bounded worlds in the language of spin: each arrow that is taken says so."""
    stages, kinds = list(workflow.stages), list(workflow.records)
    choices = []
    for name, stage in workflow.stages.items():
        made = () if stage.final else stage.produces
        at = f"at == {stages.index(name)}"
        choices += [f":: atomic {{ {at} && n{kinds.index(k)} < {MOST} -> n{kinds.index(k)}++ }}" for k in made]
    for n, arrow in enumerate(workflow.arrows):
        asked = [_in_promela(rule, kinds) for rule in guards(workflow, arrow)]
        when = " && ".join([f"at == {stages.index(arrow.source)}", *asked])
        said = f'c_code {{ printf("taken {n}\\n"); }}'
        choices.append(f":: atomic {{ {when} -> {said}; at = {stages.index(arrow.target)} }}")
    counts = "".join(f"byte n{n} = 0;\n" for n in range(len(kinds)))
    ended = " || ".join(f"at == {n}" for n, stage in enumerate(workflow.stages.values()) if stage.final)
    choices.append(f":: {ended} -> break")
    return f"byte at = 0;\n{counts}active proctype made() {{\n  do\n  " + "\n  ".join(choices) + "\n  od\n}\n"


def _in_promela(rule: Rule, kinds: list[str]) -> str:
    sign = {"at least": ">=", "at most": "<=", "exactly": "==", "no": "=="}[rule["quantity"]]
    asked = f"n{kinds.index(rule['thing'])} {sign} {rule['number']}"
    if not rule.subject:
        return asked
    assert rule.subject == rule["thing"]  # and nothing here is linked with anything
    return f"n{kinds.index(rule.subject)} == 0"


def taken_by_spin(workflow: Workflow, folder: Path) -> set[int]:
    """The arrows that spin takes on some way."""
    (folder / "made.pml").write_text(promela(workflow), encoding="utf-8")
    for command in (["spin", "-a", "made.pml"], ["gcc", "-w", "-DSAFETY", "-o", "pan", "pan.c"]):
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    said = subprocess.run(["./pan", "-E"], cwd=folder, check=True, capture_output=True, text=True, timeout=60).stdout
    assert "errors: 0" in said
    return {int(line.split()[1]) for line in said.splitlines() if line.startswith("taken ")}


needs_spin = pytest.mark.skipif(
    not (shutil.which("spin") and shutil.which("gcc")), reason="spin and gcc are not installed: apt install spin gcc"
)


@needs_spin
@settings(max_examples=12, deadline=None, suppress_health_check=CALM)
@given(text=small())
def test_spin_takes_the_same_arrows(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    workflow, _ = read(text, "made.yaml")
    assert workflow is not None
    assume(of_stages_only(workflow) and ", back: {k" not in text)
    taken = taken_by_spin(workflow, tmp_path_factory.mktemp("spin"))
    assert taken == walked(workflow)[2]
    if not check(workflow):
        assert taken == set(range(len(workflow.arrows)))


@needs_spin
def test_spin_sees_an_arrow_that_is_never_taken(tmp_path: Path) -> None:
    assert taken_by_spin(read_well(FORKED), tmp_path) == {0, 1}
