"""An audit of all cases reads what is written down; it says what an audit would that judged every case anew."""

from __future__ import annotations

import random
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from engine.audit.row import CycleRow
from engine.audit.stages import audit_cycles
from engine.audit.unmet import unmet
from engine.definition.shipped import mechanisms, shipped
from engine.desk import cycles, records
from engine.desk.desk import Desk
from engine.run.facts import Facts
from engine.run.office import ID as OFFICE_ID
from engine.run.office import tenures
from engine.run.unknown import Unknown
from engine.store.as_of import folded
from engine.store.gap_keeping import all_gaps
from engine.store.gap_window import GapLine, cases_shown, gaps
from engine.store.journal import Row
from engine.store.store import Ledger
from engine.store.window import Window, look
from tests.faults.figures import figure
from tests.office import DAY, ORGANISATION, Stopped, desk_in, done
from tests.promises.random_office import any_act

CYCLE = "management_cycle"
SEEDS = figure(5, 100)
LATER = date(2027, 6, 1)


def by_select(window: Window, ledger: Ledger, day: date) -> tuple[CycleRow, ...]:
    """The audit as the command does it."""
    by_leave = set(window.waived())
    cases = [folded(window, case.id) if case.id in by_leave else case for case in cases_shown(window, CYCLE)]
    return audited(cases, ledger, day, gaps(window, day, CYCLE))


def judged(ledger: Ledger, day: date) -> tuple[CycleRow, ...]:
    """The same over cases that are folded, with gaps that are judged on the spot."""
    cases = [case for case in map(ledger.known_case, ledger.cases()) if case.workflow == CYCLE]
    lines = [as_line(row) for case in cases for row in all_gaps(ledger, case.id)]
    today = day.isoformat()
    return audited(cases, ledger, day, [line for line in lines if not line.until_day or line.until_day > today])


def as_line(row: Row) -> GapLine:
    import json

    plain = {name: row[name] for name in GapLine._fields if name not in ("facts", "workflow", "stage")}
    return GapLine(**plain, facts=json.loads(row["facts"]), workflow=CYCLE, stage="")


def audited(cases: Iterable[object], ledger: Ledger, day: date, lines: Iterable[GapLine]) -> tuple[CycleRow, ...]:
    facts = Facts(day, tenures(ledger.case(OFFICE_ID)))
    broken = unmet(lines, shipped(CYCLE), day)
    return audit_cycles(cast("list[object]", cases), mechanisms(), shipped(CYCLE), {}, facts, broken)  # type: ignore[arg-type]


def both(path: Path, desk: Desk, day: date) -> tuple[tuple[CycleRow, ...], tuple[CycleRow, ...]]:
    with look(path) as window, desk.store.reading() as ledger:
        return by_select(window, ledger, day), judged(ledger, day)


def walk(path: Path, seed: int) -> int:
    """A random office of cycles; how many gaps of sentences its audits told."""
    desk, chance, told = desk_in(path, Stopped()), random.Random(seed), 0
    for act in range(40):
        with suppress(Unknown):
            desk.act(any_act(chance, desk, chance.choice(("cycles", "waivers", "undoing", "imports"))))
        cast(Stopped, desk.clock).wait(chance.choice((0, 1, 9)))
        for day in (desk.clock().date(), LATER):
            read, anew = both(path, desk, day)
            assert read == anew, f"seed {seed}, act {act}"
            told += sum(gap.rule == "gap-unmet" for row in read for gap in row.gaps)
    return told


@pytest.mark.deep
@pytest.mark.timeout(600)
def test_an_audit_that_reads_says_what_one_that_judges_would(tmp_path: Path) -> None:
    assert sum(walk(tmp_path / f"{seed}.resheno", seed) for seed in range(SEEDS)) > 0


def broken_cycle(path: Path) -> Desk:
    """A cycle with a goal that nothing justifies."""
    desk = desk_in(path)
    case = done(desk.act(cycles.start(ORGANISATION, "1.2", "2026"))).id
    done(desk.act(records.add(case, "goal", {"text": "Снизить долю"})))
    return desk


def test_a_broken_sentence_is_a_finding_with_the_things_that_break_it(tmp_path: Path) -> None:
    desk = broken_cycle(tmp_path / "o.resheno")
    read, anew = both(tmp_path / "o.resheno", desk, DAY)
    assert read == anew
    [gap] = [gap for row in read for gap in row.gaps if gap.rule == "gap-unmet"]
    assert (gap.stage, gap.facts["requirement_ru"], gap.facts["things"]) == (
        "goals",
        "у каждой цели указано обоснование",
        "ЦЛ-1",
    )


def test_what_is_only_waited_for_is_no_finding_until_its_day(tmp_path: Path) -> None:
    path = tmp_path / "o.resheno"
    desk = broken_cycle(path)
    done(desk.act(records.edit("ЦЛ-1", {"grounds": "анализ"})))
    done(desk.act(cycles.advance("К-1")))
    done(desk.act(records.add("К-1", "indicator", {"name": "Доля", "unit": "%"}, ["ЦЛ-1"])))
    wanted = "у каждого показателя есть метод"
    for day, told in ((DAY, False), (LATER, True)):
        read, _ = both(path, desk, day)
        said = [gap.facts.get("requirement_ru") for row in read for gap in row.gaps]
        assert (wanted in said) is told


def test_a_gap_that_nobody_wrote_down_is_caught(tmp_path: Path) -> None:
    """The negative control: a row taken away behind the journal's back."""
    path = tmp_path / "o.resheno"
    desk = broken_cycle(path)
    with desk.store.writing() as ledger:
        ledger._connection.execute("DELETE FROM gap")  # type: ignore[attr-defined]
    read, anew = both(path, desk, DAY)
    assert read != anew
