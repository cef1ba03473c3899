from __future__ import annotations

import re
from pathlib import Path

from engine.definition.reading import read
from engine.definition.shape import KEYS, section
from engine.definition.soundness import check
from engine.definition.yaml_tree import parse
from engine.problems import Problem

MANUAL = Path(__file__).parents[3] / "docs" / "workflow-format.md"


def keys_in(manual: str) -> dict[str, dict[str, bool]]:
    """The tables of the manual: section → key → must it be there."""
    tables = {}
    for part in re.split(r"^### ", manual, flags=re.MULTILINE)[1:]:
        rows = re.findall(r"^\| `(\w+)` \| (yes|no) \|", part, flags=re.MULTILINE)
        tables[part.splitlines()[0].strip()] = {key: must == "yes" for key, must in rows}
    return tables


def test_the_manual_lists_exactly_the_keys_that_are_read() -> None:
    assert keys_in(MANUAL.read_text("utf-8")) == KEYS


def test_a_row_too_many_in_the_manual_would_be_seen() -> None:
    changed = MANUAL.read_text("utf-8").replace("| `final` | no |", "| `finale` | no |")
    assert keys_in(changed) != KEYS


def test_the_example_of_the_manual_is_a_sound_workflow() -> None:
    examples = re.findall(r"```yaml\n(.*?)```", MANUAL.read_text("utf-8"), flags=re.DOTALL)
    assert examples
    for example in examples:
        workflow, problems = read(example, "manual.yaml")
        assert problems == ()
        assert workflow is not None
        assert check(workflow) == ()


def test_an_unknown_key_is_told_with_the_nearest_known_one() -> None:
    tree, _ = parse("{title: x, prefix: ЦЛ, feilds: {}}", "f.yaml")
    problems: list[Problem] = []
    assert tree is not None
    section(tree, "record", problems)
    (problem,) = problems
    assert problem.code == "unknown-key"
    assert problem.facts["hint"] == "fields"
    assert str(problem.where) == "f.yaml:1:24"
