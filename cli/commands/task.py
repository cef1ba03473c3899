"""`task add|edit|list|show`: assignments as they stand, and the two ways of writing them by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.run.event import Plain

Id = Annotated[str, typer.Argument(metavar="ID", show_default=False)]
Text = Annotated[str, typer.Argument(metavar="TEXT", show_default=False)]
NewText = Annotated[str, typer.Option("--text", metavar="TEXT", show_default=False)]
Executors = Annotated[list[str] | None, typer.Option("--executor", metavar="NAME", show_default=False)]
Due = Annotated[str, typer.Option("--due", metavar="DAY", show_default=False)]
Protocol = Annotated[str, typer.Option("--protocol", metavar="ID", show_default=False)]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", show_default=False)]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", show_default=False)]
Stage = Annotated[str, typer.Option("--stage", metavar="STAGE", show_default=False)]
Executor = Annotated[str, typer.Option("--executor", metavar="NAME", show_default=False)]
Mechanism = Annotated[str, typer.Option("--mechanism", metavar="CODE", show_default=False)]
Everything = Annotated[bool, typer.Option("--all")]
Overdue = Annotated[bool, typer.Option("--overdue")]


def list_(
    ctx: typer.Context,
    all: Everything = False,
    overdue: Overdue = False,
    protocol: Protocol = "",
    executor: Executor = "",
    stage: Stage = "",
    mechanism: Mechanism = "",
) -> None:
    """Show the open assignments; with --all the closed ones too."""
    from cli.finding import one_of, pick
    from cli.looking import view
    from cli.rows import task_row
    from cli.telling import titles

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        of = pick(protocol, [line.id for line in window.protocols()]) if protocol else ""
        tasks = window.tasks(terminal.today, everything=all or bool(stage), protocol=of)
        stages = titles(window, "assignment", terminal.lang)
        if stage:
            stage = one_of(terminal, "stage", stage, stages, {title.casefold(): code for code, title in stages.items()})
    kept = [
        task
        for task in tasks
        if (not overdue or task.late) and stage in ("", task.stage) and mechanism in ("", *task.mechanisms)
    ]
    if executor:
        named = executor.casefold()
        kept = [task for task in kept if any(named in party.name.casefold() for party in task.executors)]
    rows = [
        {**task_row(task), "kind_title": terminal.words(f"kind-{task.kind}"), "stage_title": stages[task.stage]}
        for task in kept
    ]
    terminal.show(Sheet("tasks", ("id", "kind_title", "text", "who", "term", "late", "stage_title"), rows))


def show(ctx: typer.Context, id: Id) -> None:
    """Show one assignment: its fields, what it waits for, its history."""
    from cli.finding import pick
    from cli.looking import view
    from cli.viewing import show_status

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        task = pick(id, [line.id for line in window.tasks(terminal.today)])
        show_status(terminal, window, task, history=True)


def add(
    ctx: typer.Context,
    text: Text,
    executor: Executors = None,
    due: Due = "",
    protocol: Protocol = "",
    kind: Kind = "assignment",
    mechanism: Mechanism = "",
    stage: Stage = "",
) -> Exit:
    """Put an assignment on control that no document was read for, or that was missed in one."""
    from cli.acting import act, at_desk, dressed
    from cli.days import day
    from cli.finding import executors, one_of, pick
    from engine.desk.tasks import NewTask
    from engine.desk.tasks import add as added

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        new = NewTask(
            text=text,
            executors=executors(window, executor or ()),
            due=day(due) if due else None,
            kind=one_of(terminal, "kind", kind, ("assignment", "recommendation")),
            protocol=pick(protocol, [line.id for line in window.protocols()]) if protocol else "",
            mechanisms=(mechanism,) if mechanism else (),
            stages=(stage,) if stage else (),
        )
        ready = dressed(terminal, window, added(new))
    return act(terminal, desk, ready)


def edit(
    ctx: typer.Context, id: Id, text: NewText = "", executor: Executors = None, due: Due = "", reason: Reason = ""
) -> Exit:
    """Put right what was misread; the old values stay in the journal."""
    from cli.acting import act, at_desk, dressed
    from cli.complaint import Complaint
    from cli.days import day
    from cli.finding import executors, pick
    from engine.desk.tasks import edit as edited

    terminal = Terminal.of(ctx)
    if not (text or executor or due):
        raise Complaint("nothing-to-correct", {"id": id}, Exit.USAGE)
    fields: dict[str, Plain] = {"text": text} if text else {}
    if due:
        fields |= {"due": day(due).isoformat(), "deadline_kind": "date"}
    with at_desk(terminal) as (desk, window):
        task = pick(id, [line.id for line in window.tasks(terminal.today)])
        others = executors(window, executor) if executor else None
        ready = dressed(terminal, window, edited(task, fields, others), case=task, ground=reason)
    return act(terminal, desk, ready)
