"""The only window onto gherkin-official: the text of a feature file → frozen scenarios with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gherkin.errors import CompositeParserException, ParserError
from gherkin.parser import Parser

from engine.problems import Problem, Where

LONGEST = 200_000  # characters, as of a workflow
_SORTS = {"Context": "given", "Action": "when", "Outcome": "then"}
_PLACE = re.compile(r"^\(\d+:\d+\): ")


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a scenario. `sort` is given, when or then; an «И» goes with the line before. `rows` are its table."""

    sort: str
    text: str
    where: Where
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario as it is written. `tags` are without their @; `outline` says that it has examples to fill in."""

    title: str
    description: str
    tags: tuple[str, ...]
    steps: tuple[Step, ...]
    outline: bool
    where: Where


def read_feature(text: str, file: str) -> tuple[tuple[Scenario, ...], tuple[Problem, ...]]:
    """The scenarios of a feature file, in their order; a file that is no Gherkin has problems instead."""
    if len(text) > LONGEST:
        return (), (Problem(Where(file), "pack-too-long", facts={"most": str(LONGEST)}),)
    try:
        page: Any = Parser().parse(text)
    except CompositeParserException as faults:
        return (), tuple(_problem(fault, file) for fault in faults.errors)
    except ParserError as fault:
        return (), (_problem(fault, file),)
    feature = page.get("feature") or {"children": []}
    backgrounds = list(_parts(feature, "background"))
    if backgrounds:
        facts = {"what": backgrounds[0]["keyword"]}
        return (), (Problem(_where(backgrounds[0], file), "pack-no-place", facts=facts),)
    return tuple(_scenario(node, file) for node in _parts(feature, "scenario")), ()


def _problem(fault: Any, file: str) -> Problem:
    location = getattr(fault, "location", None) or {}
    where = Where(file, location.get("line", 0), location.get("column", 0))
    return Problem(where, "pack-syntax", facts={"found": _PLACE.sub("", str(fault))})


def _parts(owner: Any, name: str) -> Iterator[Any]:
    """The parts of that name, those under a «Правило:» heading too."""
    for child in owner["children"]:
        if name in child:
            yield child[name]
        elif "rule" in child:
            yield from _parts(child["rule"], name)


def _scenario(node: Any, file: str) -> Scenario:
    steps: list[Step] = []
    for step in node["steps"]:
        before = steps[-1].sort if steps else ""
        rows = tuple(tuple(cell["value"] for cell in row["cells"]) for row in step.get("dataTable", {}).get("rows", ()))
        sort = _SORTS.get(step["keywordType"], before)
        steps.append(Step(sort, step["text"].strip(), _where(step, file), rows))
    return Scenario(
        title=node["name"],
        description=node["description"],
        tags=tuple(tag["name"].removeprefix("@") for tag in node["tags"]),
        steps=tuple(steps),
        outline=bool(node["examples"]),
        where=_where(node, file),
    )


def _where(node: Any, file: str) -> Where:
    return Where(file, node["location"]["line"], node["location"]["column"])
