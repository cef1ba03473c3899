"""One case from all sides on the screen: its facts, its stages, its records, what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.output import Sheet
from cli.rows import case_row, protocol_row, record_row, task_row
from cli.speech import line
from cli.telling import title_of, titles
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.lines import Status, TaskLine
    from engine.store.window import Window

# The facts that a person looks for; JSON holds all of them.
SHOWN = (
    *("id", "workflow_title", "kind", "body", "number", "date", "topic", "mechanism", "organisation", "period"),
    *("about", "text", "who", "term", "late", "stage", "outcome", "mechanisms", "stages", "tasks", "open_tasks"),
    *("changed_on", "version"),
)

LAST = 12  # entries of the history that are shown beside a case


def show_status(terminal: Terminal, window: Window, id: str, history: bool = False) -> None:
    """A case by its id, as sheets or as JSON; with its history, who did what on whose behalf."""
    from cli.prospects import gap_as_data
    from engine.store.gap_window import Stands, gaps

    seen, lines = window.status(id, terminal.today), gaps(window, terminal.today, case=id)
    if terminal.format == "json":
        data = {**status_as_json(seen), "gaps": [gap_as_data(each, terminal.today) for each in lines]}
        data |= {"history": _history(terminal, window, id)} if history else {}
        terminal.show_json({"schema": "resheno.case/1", "data": data, "as_of": terminal.today.isoformat()})
        return
    names = titles(window, seen.case.workflow, terminal.lang)
    terminal.show(_facts(terminal, window, seen, names))
    if len(seen.stages) > 1:
        _blank(terminal)
        terminal.show(_stages(terminal, seen, names))
    if seen.records:
        _blank(terminal)
        kinds = titles(window, seen.case.workflow, terminal.lang, "records")
        rows = [{**record_row(record), "kind_title": kinds.get(record.kind, record.kind)} for record in seen.records]
        terminal.show(Sheet("records", ("id", "kind_title", "title", "links", "proofs"), rows))
    if history:
        _blank(terminal)
        columns = ("happened_on", "deed", "by", "ground", "identity_told")
        terminal.show(Sheet("history", columns, _history(terminal, window, id)))
    for needed in waits(terminal, seen):
        line(needed)
    broken = {each.requirement for each in lines if each.stands(terminal.today) is Stands.BROKEN}
    if broken:
        line(terminal.words("show-gaps", count=len(broken), id=id))


def _history(terminal: Terminal, window: Window, id: str) -> list[dict[str, object]]:
    """The last entries of a case; `log` has all of them."""
    from cli.deeds import Teller
    from cli.rows import entry_told

    teller = Teller(window, terminal.lang)
    return [entry_told(entry, teller) for entry in window.log(case=id, limit=LAST)]


def _blank(terminal: Terminal) -> None:
    """A line between two tables on a screen; in a file they are told apart otherwise."""
    if terminal.format == "table":
        terminal.show_text("")


def waits(terminal: Terminal, seen: Status) -> list[str]:
    """What the case waits for, and by which words of the document."""
    return [
        terminal.words("why-needs" if enforced else "why-offered", id=task, why=f" ({why})" if why else "")
        for task, enforced, why in seen.depends_on
    ]


def _facts(terminal: Terminal, window: Window, seen: Status, names: dict[str, str]) -> Sheet:
    facts = case_row(seen.case)
    if seen.task:
        facts = {**task_row(seen.task), **_words_of_task(terminal, window, seen.task)}
    elif seen.protocol:
        facts = protocol_row(seen.protocol)
    else:
        facts |= {**seen.case.subject, "about": "" if seen.case.subject else facts["about"]}
    kind = str(facts.get("kind", ""))
    stage = names.get(seen.case.stage, seen.case.stage)
    facts |= {"stage": stage, "workflow_title": title_of(window, seen.case.workflow, terminal.lang)}
    if kind:
        facts |= {"kind": terminal.words(f"kind-{kind}"), "workflow_title": ""}
    rows = [
        {"name": terminal.words(f"col-{key.replace('_', '-')}"), "value": facts[key]}
        for key in SHOWN
        if facts.get(key) not in ("", None, [], {}, 0)
    ]
    return Sheet("case", ("name", "value"), rows)


def _words_of_task(terminal: Terminal, window: Window, task: TaskLine) -> dict[str, object]:
    """The codes of an assignment as people call them."""
    cycle = titles(window, "management_cycle", terminal.lang)
    outcome = terminal.words(f"outcome-{task.outcome}") if task.outcome else ""
    return {"stages": [_of_cycle(terminal, stage, cycle) for stage in task.stages], "outcome": outcome}


def _of_cycle(terminal: Terminal, stage: str, cycle: dict[str, str]) -> str:
    return cycle.get(stage) or terminal.words(f"stage-{stage}")


def _stages(terminal: Terminal, seen: Status, names: dict[str, str]) -> Sheet:
    rows = [
        {
            "stage": names.get(stage.stage, stage.stage),
            "standing": terminal.words(f"standing-{stage.standing}"),
            "records": stage.records,
            "planned_by": list(stage.tasks),
        }
        for stage in seen.stages
    ]
    return Sheet("stages", ("stage", "standing", "records", "planned_by"), rows)


def status_as_json(seen: Status) -> dict[str, object]:
    """One case from all sides, as data."""
    stages = [
        {
            "stage": stage.stage,
            "standing": stage.standing,
            "on_trust": stage.trusted,
            "records": stage.records,
            "tasks": list(stage.tasks),
        }
        for stage in seen.stages
    ]
    return {
        "case": case_row(seen.case),
        "task": task_row(seen.task) if seen.task else None,
        "protocol": protocol_row(seen.protocol) if seen.protocol else None,
        "stages": stages,
        "records": [record_row(record) for record in seen.records],
        "depends_on": [{"id": task, "enforced": enforced, "why": why} for task, enforced, why in seen.depends_on],
        "refused": [
            {"wanted": r.wanted, "by": r.on_behalf_of, "recorded_at": r.recorded_at, "because": list(r.because)}
            for r in seen.refused
        ],
    }
