"""In a wide case only the records that a step has to do with are judged again, and nobody else needs to be."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from engine.definition.shipped import shipped
from engine.definition.workflow import Workflow
from engine.desk import cycles, records
from engine.desk.desk import Desk
from engine.run.case import Case, RecordOf
from engine.run.changing import Plan
from engine.run.event import Event, Plain, Told
from engine.store import gap_keeping, gap_narrowing
from engine.store.gap_keeping import all_gaps
from engine.store.gap_narrowing import Narrow, narrowed
from engine.store.sqlite import new_file
from engine.store.store import Ledger
from tests.engine.store import test_gaps_of_any_history as any_history
from tests.faults.figures import figure
from tests.office import DAY, ORGANISATION, Stopped, desk_in, done

CYCLE = shipped("management_cycle")
SEEDS = figure(3, 200)
TOLD = Told("Л-1", "Л-1", "", DAY, Stopped()())
KINDS = tuple(CYCLE.records)


def one_more(chance: random.Random, n: int, known: dict[str, str]) -> Event:
    """Something that happens to a record of a cycle: it comes, linked with any that it may point to; is put right; …"""
    what = (
        chance.choice(("recorded", "recorded", "recorded", "corrected", "evidenced", "linked")) if known else "recorded"
    )
    if what == "recorded":
        kind = CYCLE.records[chance.choice(KINDS)]
        may = [id for id, of in known.items() if of in {back.kind for back in kind.back}]
        links = chance.sample(may, min(len(may), chance.choice((0, 1, 1, 2))))
        known[f"{kind.prefix}-{n}"] = kind.name
        data: dict[str, Plain] = {"record": f"{kind.prefix}-{n}", "kind": kind.name, "links": [*links]}
        return Event("К-1", n, what, TOLD, {**data, "fields": stated(chance, kind.name)})
    record = chance.choice(list(known))
    if what == "corrected":
        return Event("К-1", n, what, TOLD, {"record": record, "fields": stated(chance, known[record])})
    if what == "evidenced":
        proof: dict[str, Plain] = {"title": "справка", "kind": chance.choice(("отчёт", "")), "date": "2026-11-20"}
        return Event("К-1", n, what, TOLD, {"record": chance.choice((record, "")), "evidence": proof})
    return Event("К-1", n, what, TOLD, {"record": record, "to": chance.choice(list(known))})


def stated(chance: random.Random, kind: str) -> dict[str, Plain]:
    values: dict[str, list[Plain]] = {
        **{"date": ["2026-11-20", "2025-03-01", ""], "number": ["7", "70"], "flag": [True], "people": [["Л-1"], []]},
        **{"series": [{"2025": "7", "2026": "9"}, {"2025": "9", "2026": "7"}], "list": [["2025"], ["2026", "2027"]]},
    }
    fields = CYCLE.records[kind].fields.values()
    return {each.name: chance.choice(values.get(each.type, ["да"])) for each in fields if chance.random() < 0.6}


def walk(path: Path, seed: int) -> None:
    """A cycle to which anything happens; what is written down is held against what is judged anew."""
    chance, known = random.Random(seed), dict[str, str]()
    opening: dict[str, Plain] = {"workflow": CYCLE.name, "workflow_version": CYCLE.version, "trusted": []}
    subject: dict[str, Plain] = {"organisation": "О-1", "mechanism": "1.2", "period": "2026"}
    stage = chance.choice(list(CYCLE.stages)[3:-1])
    with new_file(path) as store, store.writing() as ledger:
        ledger.define(CYCLE)
        opened = Event("К-1", 1, "opened", TOLD, {**opening, "stage": stage, "subject": subject, "fields": subject})
        ledger.append("act", "", "", [opened], TOLD.recorded_at)
        n = 2
        for _ in range(40):
            made = [one_more(chance, version, known) for version in range(n, n + chance.choice((1, 1, 1, 3)))]
            n += len(made)
            ledger.append("act", "", "", made, TOLD.recorded_at)
            assert written(ledger) == anew(ledger), f"seed {seed}: {[(event.type, event.data) for event in made]}"


def written(ledger: Ledger) -> list[dict[str, object]]:
    return ledger.projections()["gap"]


def anew(ledger: Ledger) -> list[dict[str, object]]:
    return sorted(all_gaps(ledger, "К-1"), key=lambda row: (row["case"], row["place"], row["thing"], row["n"]))


def test_gaps_that_are_kept_record_by_record_are_those_that_judging_anew_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gap_keeping, "FEW", -1)
    for seed in range(SEEDS):
        walk(tmp_path / f"{seed}.resheno", seed)


def test_so_they_are_of_any_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gap_keeping, "FEW", -1)
    any_history.walk(tmp_path / "any.resheno", 3)


def itself_only(case: Case, record: RecordOf) -> Iterable[RecordOf]:
    return ()


def all_by_themselves(workflow: Workflow) -> dict[int, frozenset[str]]:
    """Whoever holds that no sentence looks at any other thing."""
    return dict.fromkeys(range(1, 1_000), frozenset())


@pytest.mark.parametrize(
    ("name", "cut"), [("_above", itself_only), ("_linked_kinds", all_by_themselves)], ids=["above", "others"]
)
def test_whoever_overlooks_a_record_is_caught(
    name: str, cut: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gap_keeping, "FEW", -1)
    monkeypatch.setattr(gap_narrowing, name, cut)
    with pytest.raises(AssertionError, match="seed"):
        for seed in range(20):
            walk(tmp_path / f"{seed}.resheno", seed)


def test_one_more_goal_of_many_is_judged_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, found = desk_in(tmp_path / "o.resheno"), list[tuple[int, list[Narrow]]]()

    def noted(workflow: Workflow, case: Case, entries: Iterable[Event], own: Plan) -> tuple[Plan, list[Narrow]]:
        rest, some = narrowed(workflow, case, entries, own)
        found.append((len(rest.asked), some))
        return rest, some

    monkeypatch.setattr(gap_keeping, "narrowed", noted)
    case = done(desk.act(cycles.start(ORGANISATION, "1.2", "2026", "indicators"))).id
    goals = [a_goal(desk, case, n) for n in range(30)]
    indicator = done(desk.act(records.add(case, "indicator", {"name": "доля"}, goals[:1]))).id
    (_, before), (_, last) = found[-2:]
    assert len(found) == 30 - gap_narrowing.FEW + 1
    assert [list(some.records) for some in before] == [goals[-1:]]
    assert [list(some.records) for some in last] == [goals[:1], [indicator]]
    assert {rest for rest, _ in found} == {0}


def a_goal(desk: Desk, case: str, n: int) -> str:
    return done(desk.act(records.add(case, "goal", {"text": f"Цель {n}", "grounds": "анализ"}))).id
