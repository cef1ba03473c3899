"""`log`: what was done, by whom, and when; whole intents with --intents."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.output import Sheet
from cli.rows import log_row
from cli.terminal import Terminal

Id = Annotated[str, typer.Argument(metavar="[ID]", show_default=False)]
Intents = Annotated[bool, typer.Option("--intents")]


def log(ctx: typer.Context, id: Id = "", intents: Intents = False) -> None:
    """Show the journal, of one case, of one intent, or of everything."""
    from cli.finding import case_id
    from engine.store.window import look

    terminal = Terminal.of(ctx)
    with look(terminal.database()) as window:
        if intents:
            rows = [
                {"id": i.id, "what": i.what, "recorded_at": i.recorded_at, "entries": i.entries, "undone": i.undone}
                for i in window.intents()
            ]
            terminal.show(Sheet("intents", ("id", "what", "recorded_at", "entries", "undone"), rows))
            return
        known = {intent.id for intent in window.intents()}
        intent = next((name for name in (id, id.replace("А-", "A-"), id.replace("A-", "А-")) if name in known), "")
        case = "" if intent or not id else case_id(window, id)
        entries = window.log(case=case, intent=intent)
    columns = ("seq", "intent", "happened_on", "case", "type", "by", "ground")
    terminal.show(Sheet("log", columns, [log_row(entry) for entry in entries]))
