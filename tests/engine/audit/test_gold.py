"""The audit of real documents against the cells that an annotator found in them."""

from __future__ import annotations

import json
from pathlib import Path

from engine.audit.stages import audit_document, cycle_stage
from engine.definition.shipped import mechanisms, shipped
from engine.run.standing import Standing
from intake.reading import read_file

LEAST = 0.92
Cells = set[tuple[str, str]]


def cells_of_gold(file: Path) -> Cells:
    found = json.loads(file.read_text("utf-8"))["cycle_audit"]
    return {
        (mechanism, cycle_stage(stage))
        for mechanism, stages in found["direct"].items()
        for stage in (*stages, *found["via_all"])
    }


def cells_of_document(file: Path) -> Cells:
    rows = audit_document(read_file(file), mechanisms(), shipped("management_cycle"))
    return {(row.mechanism, stage) for row in rows for stage, how in row.stages.items() if how is not Standing.ABSENT}


def f1(gold: Cells, got: Cells) -> float:
    return 2 * len(gold & got) / (len(gold) + len(got))


def test_the_cells_of_the_five_documents_are_mostly_those_of_the_annotator(seeds: Path) -> None:
    gold: Cells = set()
    got: Cells = set()
    for file in sorted(seeds.glob("*.gold.json")):
        name = file.name.removesuffix(".gold.json")
        gold |= {(f"{name} {mechanism}", stage) for mechanism, stage in cells_of_gold(file)}
        got |= {(f"{name} {mechanism}", stage) for mechanism, stage in cells_of_document(seeds / f"{name}.txt")}
    assert f1(gold, got) >= LEAST


def test_the_measure_falls_with_every_cell_that_is_wrong() -> None:
    gold = {("1.1", "goals"), ("1.1", "analysis")}
    assert f1(gold, gold) == 1.0
    assert f1(gold, gold | {("1.2", "goals")}) == 0.8
    assert f1(gold, {("1.1", "goals")}) < LEAST
