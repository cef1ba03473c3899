"""What waits for somebody: the open cases whose next step is theirs, in own right or for whom they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.people import People
    from engine.definition.workflow import Arrow, Workflow
    from engine.run.tenure import Tenure
    from engine.store.lines import CaseLine, TaskLine
    from engine.store.window import Window

OFFICE = "office"  # a role that is held there, not named by a case


def awaited(people: People, window: Window, party: str) -> list[dict[str, object]]:
    """A row for each step that is theirs to take, those with a term first, the soonest first."""
    held = people.held_by(party)
    tasks = {task.id: task for task in window.tasks(people.day, everything=False)}
    known: dict[tuple[str, str], Workflow] = {}
    rows = []
    for line in window.cases():
        if line.final:
            continue
        key, task = (line.workflow, line.workflow_version), tasks.get(line.id)
        known[key] = known.get(key) or _workflow(window, line)
        for arrow in forward(known[key], line.stage):
            if _is_theirs(known[key], arrow, party, held, task):
                rows.append(_row(people, line, arrow, task))
    return sorted(rows, key=lambda row: (not row["term"], str(row["term"])))


def _is_theirs(workflow: Workflow, arrow: Arrow, party: str, held: list[Tenure], task: TaskLine | None) -> bool:
    """Whether an arrow is for somebody: by a role of the office, or as whom the assignment names."""
    if workflow.roles[arrow.role].held_by == OFFICE:
        return any(each.role == arrow.role for each in held)
    own = {party, *(each.instead_of for each in held if each.role == arrow.role)}
    return task is not None and any(each.id in own for each in task.executors)


def forward(workflow: Workflow, stage: str) -> Iterator[Arrow]:
    """The arrows that take a case on, one for each role: not back, not in place, not to an early end."""
    order = list(workflow.stages)
    last = next((name for name in reversed(order) if not workflow.stages[name].final), "")
    seen: set[str] = set()
    for arrow in workflow.arrows:
        if arrow.source != stage or arrow.role in seen or order.index(arrow.target) <= order.index(stage):
            continue
        if workflow.stages[arrow.target].final and stage != last:
            continue
        seen.add(arrow.role)
        yield arrow


def _workflow(window: Window, line: CaseLine) -> Workflow:
    from engine.store.versions import kept

    return kept(window, line.workflow, line.workflow_version)


def _row(people: People, line: CaseLine, arrow: Arrow, task: TaskLine | None) -> dict[str, object]:
    about = task.text if task else " · ".join(value for value in line.subject.values() if value)
    return {
        "id": line.id,
        "trigger": arrow.trigger,
        "act_title": arrow.title.ru if people.terminal.lang == "ru" else arrow.title.en,
        "role": arrow.role,
        "as_role": people.role(arrow.role),
        "term": task.day if task else "",
        "late": task.late if task else 0,
        "about": " ".join(about.split()),
    }
