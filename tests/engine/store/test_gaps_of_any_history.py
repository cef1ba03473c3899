"""Whatever happens, in whatever order: the gaps that are brought up to date are those that judging anew would find."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.definition.workflow import Workflow
from engine.run import changing
from engine.run.case import Case
from engine.run.changing import Plan
from engine.run.event import Event
from engine.store import gap_keeping
from engine.store.gap_keeping import all_gaps
from engine.store.journal import Row
from engine.store.sqlite import SqliteStore, new_file
from engine.store.store import Ledger
from tests.engine.store.any_history import AT, Histories
from tests.engine.store.asking_regulations import regulations
from tests.faults.figures import figure

SEEDS = figure(40, 1_000)
INTENTS = 60


def walk(path: Path, seed: int) -> Counter[str]:
    """A random history; after each intent what is written down is held against what is judged anew, row by row."""
    histories, seen = Histories(random.Random(seed)), Counter[str]()
    with new_file(path) as store, store.writing() as ledger:
        for regulation in regulations():
            ledger.define(regulation)
    store = SqliteStore(path)
    for turn in range(INTENTS):
        if histories.chance.random() < 0.1:
            store.close()
            store = SqliteStore(path)  # nothing is remembered, as on another morning
        with store.writing() as ledger:
            made = histories.intent()
            ledger.append("act", "", "", made, AT)
            written, anew = ledger.projections()["gap"], _judged_anew(ledger)
        told = ", ".join(f"{event.case} {event.type}" for event in made)
        assert written == anew, f"seed {seed}, intent {turn}: {told}"
        seen.update(event.type for event in made)
        seen.update(f"{row['guards']} {row['form']}" for row in written)
        seen["waived"] += any(row["waived"] for row in written)
    store.close()
    return seen


def _judged_anew(ledger: Ledger) -> list[Row]:
    rows = [row for case in ledger.streams() for row in all_gaps(ledger, case)]
    return sorted(rows, key=lambda row: (row["case"], row["place"], row["thing"], row["n"]))


def test_a_few_histories(tmp_path: Path) -> None:
    for seed in range(2):
        walk(tmp_path / f"{seed}.resheno", seed)


@pytest.mark.deep
@pytest.mark.timeout(3_600)
def test_many_histories(tmp_path: Path) -> None:
    seen: Counter[str] = Counter()
    for seed in range(1_000, 1_000 + SEEDS):
        seen += walk(tmp_path / f"{seed}.resheno", seed)
    kinds = ("opened", "moved", "recorded", "linked", "evidenced", "corrected", "planned", "migrated")
    assert min(seen[kind] for kind in (*kinds, "undone", "redone", "waived")) > SEEDS, seen
    forms = ("count", "compare", "unique", "trend", "apart", "among", "after", "before", "acts")
    assert {form.partition(" ")[2] for form in seen if " " in form} == set(forms), seen


@pytest.mark.deep
@pytest.mark.parametrize("forgotten", ["moved", "recorded", "linked", "evidenced", "corrected"])
def test_whoever_forgets_what_an_entry_changes_is_caught(
    forgotten: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(workflow: Workflow, before: Case | None, after: Case, entries: Iterable[Event]) -> Plan:
        return changing.plan(workflow, before, after, [event for event in entries if event.type != forgotten])

    monkeypatch.setattr(gap_keeping, "plan", forgetful)
    _is_caught(tmp_path)


@pytest.mark.deep
@pytest.mark.parametrize("part", ["kinds", "values", "links", "ends", "fields"])
def test_whoever_overlooks_a_part_of_what_is_changed_is_caught(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = changing.changed
    nothing = changing.Changed()

    def careless(workflow: Workflow, changes: Iterable[changing.Change]) -> changing.Changed:
        return replace(changed(workflow, changes), **{part: getattr(nothing, part)})

    monkeypatch.setattr(changing, "changed", careless)
    _is_caught(tmp_path)


@pytest.mark.deep
def test_whoever_forgets_the_cases_that_look_at_another_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gap_keeping, "lookers", lambda *_: [])
    _is_caught(tmp_path)


def _is_caught(folder: Path) -> None:
    with pytest.raises(AssertionError, match="seed"):
        for seed in range(20):
            walk(folder / f"{seed}.resheno", seed)
