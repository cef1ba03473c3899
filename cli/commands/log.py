"""`log`: what was done, by whom, and when; whole intents with --intents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.done import intent_told
from cli.output import Sheet
from cli.rows import entry_told
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.window import Window

Id = Annotated[str, typer.Argument(metavar="[ID]", show_default=False)]
Intents = Annotated[bool, typer.Option("--intents")]


def log(ctx: typer.Context, id: Id = "", intents: Intents = False) -> None:
    """Show the journal, of one case, of one intent, or of everything."""
    from cli.deeds import Teller
    from cli.finding import case_id
    from cli.looking import view

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        if intents:
            terminal.show(
                Sheet("intents", ("id", "told", "recorded_at", "entries", "undone"), _intents(terminal, window))
            )
            return
        known = {intent.id for intent in window.intents()}
        intent = next((name for name in (id, id.replace("А-", "A-"), id.replace("A-", "А-")) if name in known), "")
        case = "" if intent or not id else case_id(window, id)
        teller = Teller(window, terminal.lang)
        rows = [entry_told(entry, teller) for entry in window.log(case=case, intent=intent)]
    # Of one case or intent, how well its authors are known too: whoever looks so closely wants to know.
    columns = ("seq", "intent", "happened_on", "case_told", "deed", "by", "ground", "identity_told")
    terminal.show(Sheet("log", columns if id else columns[:-1], rows))


def _intents(terminal: Terminal, window: Window) -> list[dict[str, object]]:
    return [
        {
            "id": intent.id,
            "what": intent.what,
            "told": intent_told(intent.what, terminal),
            "recorded_at": intent.recorded_at,
            "entries": intent.entries,
            "undone": intent.undone,
        }
        for intent in window.intents()
    ]
