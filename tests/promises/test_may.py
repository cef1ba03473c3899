"""`may` says a way is open exactly when the command then succeeds; and it does nothing."""

from __future__ import annotations

import copy
import os
import random
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import pytest

from engine.desk import cycles, records, ways
from engine.desk.answer import Done
from engine.desk.desk import Desk
from engine.desk.intent import Intent
from engine.desk.ways import Way
from engine.run.event import Plain
from engine.run.office import ID as OFFICE_ID
from engine.run.refusal import Refused
from engine.run.unknown import Unknown
from engine.store.memory import MemoryLedger, MemoryStore
from tests.office import ORGANISATION, Stopped, desk_at, done
from tests.promises.random_office import THEMES, any_act, live, lived, waiver

STATES = max(500, int(os.environ.get("RESHENO_FAULTS", "0")))
ACTS = 40  # of one office, with a state looked at after each
BROUGHT: dict[str, Plain] = {"reason": "так решили", "due": "2026-12-31", "executors": ["Л-1"], "text": "сделано"}


@dataclass
class Seen:
    """What was looked at: how many states and ways, which stages and triggers, how many ways were open."""

    states: int = 0
    open: int = 0
    shut: int = 0
    stages: set[tuple[str, str]] = field(default_factory=set)
    triggers: set[tuple[str, str]] = field(default_factory=set)


def elsewhere(store: MemoryStore) -> MemoryStore:
    """The same books, to be written in without a trace in these."""
    other = MemoryStore()
    other._books = MemoryLedger(**{name: copy.copy(value) for name, value in vars(store._books).items()})
    return other


def tried(desk: Desk, case: str, way: Way) -> bool:
    """Whether the command of a way succeeds, when it is given all that it asks for."""
    brought = {name: BROUGHT[name] for name in way.asks}
    there = replace(desk, store=elsewhere(cast(MemoryStore, desk.store)))
    answer = there.act(cycles.fire(case, way.trigger, brought, way.target))
    assert isinstance(answer, Done | Refused), answer
    return isinstance(answer, Done)


def look(desk: Desk, seed: int, seen: Seen, chance: random.Random) -> None:
    """Ask of a random case, as somebody of the register, which ways are open; try each of them."""
    with desk.store.reading() as ledger:
        cases = [case for case in ledger.cases() if case != OFFICE_ID]
        people = [party.id for party in ledger.parties() if party.type == "person"]
        before = copy.deepcopy(ledger.projections()), ledger.intents(), ledger.refusals()
    case = chance.choice(cases)
    somebody = replace(desk, operator=chance.choice((desk.operator, *people)))
    stands = desk.case(case)
    told = somebody.may(case)
    assert [way.trigger for way in told] == [
        arrow.trigger for arrow in desk.workflow_of(stands).arrows if arrow.source == stands.stage
    ]
    with desk.store.reading() as ledger:
        assert (ledger.projections(), ledger.intents(), ledger.refusals()) == before, (
            f"seed {seed}: something is written"
        )
    for way in told:
        assert way.open == tried(somebody, case, way), f"seed {seed}: {case} in {stands.stage}, {way}"
        seen.triggers.add((stands.workflow, way.trigger))
        seen.open += way.open
        seen.shut += not way.open
    seen.states += 1
    seen.stages.add((stands.workflow, stands.stage))


def onward(chance: random.Random, desk: Desk) -> Intent | None:
    """Mostly some arrow of some case, by somebody's leave, rather ahead than not: so that every stage is come to."""
    case = chance.choice(desk.cases())
    workflow = desk.workflow_of(case)
    order = list(workflow.stages)
    arrows = [arrow for arrow in workflow.arrows if arrow.source == case.stage]
    ahead = [each for each in arrows if order.index(each.target) == order.index(case.stage) + 1]
    if not arrows or chance.random() < 0.3:
        return None
    arrow = chance.choice(ahead if ahead and chance.random() < 0.8 else arrows)
    brought = {name: BROUGHT[name] for name in arrow.asks}
    return cycles.fire(case.id, arrow.trigger, brought, arrow.target, waiver())


def walk(seed: int, seen: Seen) -> None:
    chance, clock = random.Random(seed), Stopped()
    desk = desk_at(MemoryStore(), clock)
    live(desk, "imports", seed, 3)
    for _ in range(ACTS):
        with suppress(Unknown):
            desk.act(onward(chance, desk) or any_act(chance, desk, chance.choice(THEMES)))
        clock.wait(chance.choice((0, 0, 1, 3)))
        look(desk, seed, seen, chance)


@pytest.mark.deep
@pytest.mark.timeout(600)
def test_a_way_is_open_exactly_when_its_command_succeeds() -> None:
    seen = Seen()
    for seed in range(-(-STATES // ACTS)):
        walk(seed, seen)
    assert seen.states >= STATES
    assert seen.open and seen.shut, seen
    assert {"registered", "delivered", "in_work", "reported", "closed"} <= {stage for _, stage in seen.stages}, seen
    assert {"advance", "return", "confirm", "report", "accept", "extend"} <= {name for _, name in seen.triggers}, seen


def test_may_that_looks_at_no_requirement_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "unmet_requirements", lambda *_: ())
    with pytest.raises(AssertionError, match="seed"):
        for seed in range(4):
            walk(seed, Seen())


def test_may_that_asks_nobody_for_a_role_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "not_entitled", lambda *_: ())
    with pytest.raises(AssertionError, match="seed"):
        for seed in range(4):
            walk(seed, Seen())


def test_not_one_byte_of_a_file_changes_when_somebody_asks(tmp_path: Path) -> None:
    from engine.desk.workspace import open_desk

    path = lived(tmp_path / "o.resheno", "everything", 3, 25)
    before = path.read_bytes()
    desk = open_desk(path, clock=Stopped())
    for case in desk.cases():
        desk.may(case.id)
        desk.prospects(case.id)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def approve_ones_own_analysis() -> bool:
    """One person writes a conclusion and goes on from the analysis, by the leave that an office of one begins with."""
    desk = desk_at(MemoryStore())
    case = done(desk.act(cycles.start(ORGANISATION, "1.2", "2026"))).id
    for _ in range(3):
        done(desk.act(cycles.advance(case, waiver())))
    measured = done(desk.act(records.add(case, "measurement", {"value": "70"}))).id
    done(desk.act(records.add(case, "conclusion", {"text": "Разрыв снижается"}, [measured])))
    [way] = [way for way in desk.may(case) if way.trigger == "advance"]
    assert way.open == tried(desk, case, way), f"seed none: {way}"
    return way.open


def test_standing_leave_opens_a_way() -> None:
    assert approve_ones_own_analysis()


def test_may_that_forgets_standing_leave_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "forgiven", lambda found, *_: ([], found))
    with pytest.raises(AssertionError, match="seed"):
        approve_ones_own_analysis()
