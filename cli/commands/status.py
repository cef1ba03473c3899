"""`status`: where everything stands, or one case from all sides."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.output import Sheet
from cli.terminal import Terminal

Id = Annotated[str, typer.Argument(metavar="[ID]", show_default=False)]


def status(ctx: typer.Context, id: Id = "") -> None:
    """Show how many cases stand in which stage; with an id, that case."""
    from cli.finding import case_id, cases
    from cli.looking import view
    from cli.telling import title_of, titles
    from cli.viewing import show_status

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        if id:
            show_status(terminal, window, case_id(window, id))
            return
        counts: dict[tuple[str, str], int] = {}
        for case in cases(window):
            counts[case.workflow, case.stage] = counts.get((case.workflow, case.stage), 0) + 1
        rows = [
            {
                "workflow": name,
                "workflow_title": title_of(window, name, terminal.lang),
                "stage": stage,
                "stage_title": titles(window, name, terminal.lang)[stage],
                "cases": n,
            }
            for (name, stage), n in counts.items()
        ]
    terminal.show(Sheet("status", ("workflow_title", "stage_title", "cases"), rows))
