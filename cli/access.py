"""The table of access in words: role × action × relation × stage, of the regulations and of the workspace itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.terminal import Terminal

if TYPE_CHECKING:
    from cli.people import People
    from engine.definition.workflow import Workflow
    from engine.run.access import Row
    from engine.store.window import Window


def rows(terminal: Terminal, window: Window, of: str) -> list[dict[str, object]]:
    """The rows of a role, of a regulation, or all of them ('')."""
    from cli.people import People
    from engine.store.versions import kept, versions

    people = People(terminal, window)
    names = list(dict.fromkeys(line.name for line in versions(window)))
    workflow, role = _meant(people, window, names, of)
    found = [row for name in names if workflow in ("", name) for row in _of_workflow(people, kept(window, name))]
    found += _of_office(people) if workflow in ("", "office") else []
    return [row for row in found if role in ("", row["role"])]


def _meant(people: People, window: Window, names: list[str], of: str) -> tuple[str, str]:
    """The regulation and the role that one word means; the workspace is a regulation here."""
    if not of:
        return "", ""
    titles = {title.casefold(): name for name in names for title in window.titles(name)["title"].values()}
    known = {**titles, **{name: name for name in names}, "office": "office"}
    known[people.terminal.words("access-workspace")] = "office"
    return (known[of.casefold()], "") if of.casefold() in known else ("", people.code(of))


def _of_workflow(people: People, workflow: Workflow) -> Iterator[dict[str, object]]:
    from engine.run.access import table

    lang = people.terminal.lang
    triggers = {arrow.trigger: getattr(arrow.title, lang) for arrow in workflow.arrows}
    stages = {name: getattr(stage.title, lang) for name, stage in workflow.stages.items()}
    for row in table(workflow):
        said = triggers.get(row.action) or people.terminal.words(f"right.{row.action}")
        at = [stages[name] for name in row.stages] or [people.terminal.words("access-all-stages")]
        yield {
            **_row(people, row, said, at),
            "workflow": workflow.name,
            "workflow_title": getattr(workflow.title, lang),
        }


def _of_office(people: People) -> Iterator[dict[str, object]]:
    from engine.run.office_access import OFFICE_ROWS

    title = people.terminal.words("access-workspace")
    for row in OFFICE_ROWS:
        said = people.terminal.words(f"right.{row.action}")
        yield {**_row(people, row, said, []), "relation_told": "", "workflow": "office", "workflow_title": title}


def _row(people: People, row: Row, said: str, stages: list[str]) -> dict[str, object]:
    relation = "own" if row.relation == "own" else "office"
    return {
        "role": row.role,
        "role_name": people.role(row.role),
        "action": row.action,
        "act_title": said,
        "relation": relation,
        "relation_told": people.terminal.words(f"access-{relation}"),
        "states": list(row.stages),
        "stages": stages,
    }
