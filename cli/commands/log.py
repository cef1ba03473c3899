"""`log`: what was done, by whom, and when; whole intents with --intents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cli.intents import intent_told
from cli.output import Sheet
from cli.rows import entry_told
from cli.terminal import Terminal

if TYPE_CHECKING:
    from cli.deeds import Teller
    from engine.store.lines import IntentLine

Id = Annotated[str, typer.Argument(metavar="[ID]", show_default=False)]
Intents = Annotated[bool, typer.Option("--intents")]


def log(ctx: typer.Context, id: Id = "", intents: Intents = False) -> None:
    """Show the journal, of one case, of one intent, or of everything; with --limit the last of it."""
    from cli.deeds import Teller
    from cli.finding import case_id
    from cli.looking import view

    terminal = Terminal.of(ctx)
    last = terminal.limit or 0
    with view(terminal) as window:
        teller = Teller(window, terminal.lang)
        if intents:
            rows = _intents(terminal, window.intents()[-last:], teller)
            terminal.show(Sheet("intents", ("id", "told", "about", "recorded_at", "entries", "undo_told"), rows))
            return
        known = {intent.id: intent.undone for intent in window.intents()}
        intent = next((name for name in (id, id.replace("А-", "A-"), id.replace("A-", "А-")) if name in known), "")
        case = "" if intent or not id else case_id(window, id)
        rows = [entry_told(entry, teller) for entry in window.log(case=case, intent=intent, limit=last)]
    for row in rows:
        row["undone"] = known.get(str(row["intent"]), False)
        row["deed"] = terminal.words("deed-gone", deed=row["deed"]) if row["undone"] else row["deed"]
    # Of one case or intent, how well its authors are known too: whoever looks so closely wants to know.
    columns = ("seq", "intent", "happened_on", "case_told", "deed", "by", "ground", "identity_told")
    terminal.show(Sheet("log", columns if id else columns[:-1], rows))


def _intents(terminal: Terminal, intents: Sequence[IntentLine], teller: Teller) -> list[dict[str, object]]:
    return [
        {
            "id": intent.id,
            "what": intent.what,
            "told": intent_told(intent, terminal, teller),
            "about": "" if intent.what in ("undo", "redo") else teller.of(intent.about),
            "recorded_at": intent.recorded_at,
            "entries": intent.entries,
            "undone": intent.undone,
            "undo_told": _undo_told(terminal, intent),
        }
        for intent in intents
    ]


def _undo_told(terminal: Terminal, intent: IntentLine) -> str:
    """Whether it was undone, or never can be; nothing is said of all the others."""
    from engine.desk.undoing import undoable

    if intent.undone:
        return terminal.words("intent-undone")
    return "" if undoable(intent.what, intent.entries) else terminal.words("intent-for-good")
