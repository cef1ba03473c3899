"""`protocol answers`: what was answered to doubts and holds for the documents of a body; an answer is withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk.desk import Desk
    from engine.store.window import Window

Withdraw = Annotated[str, typer.Option("--withdraw", metavar="N", show_default=False)]


def answers(ctx: typer.Context, withdraw: Withdraw = "") -> Exit:
    """List the answers that are remembered, or withdraw one."""
    from cli.acting import at_desk
    from cli.looking import view_desk

    terminal = Terminal.of(ctx)
    if withdraw:
        with at_desk(terminal) as (desk, window):
            return _withdraw(terminal, desk, window, withdraw)
    with view_desk(terminal) as (desk, _):
        from engine.desk.answers import remembered
        from engine.run.office import ID as OFFICE_ID

        rows = [
            {
                "number": each.number,
                "body": each.body,
                "rule": terminal.words(f"rule-{each.choice}"),
                "answered_on": each.answered_on,
                "withdrawn_on": each.withdrawn_on or None,
                "doubt": each.doubt,
                "choice": each.choice,
            }
            for each in remembered(desk.case(OFFICE_ID))
        ]
    terminal.show(Sheet("answers", ("number", "body", "rule", "answered_on", "withdrawn_on"), rows))
    return Exit.OK


def _withdraw(terminal: Terminal, desk: Desk, window: Window, number: str) -> Exit:
    from cli.acting import answered, dressed
    from engine.desk.answer import Done
    from engine.desk.answers import withdraw

    answer = desk.act(dressed(terminal, window, withdraw(number)))
    if isinstance(answer, Done) and not answer.repeated and not terminal.dry_run:
        terminal.talk("answer-withdrawn", number=number)
    return answered(terminal, answer, desk)
