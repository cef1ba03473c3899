"""`undo` and `redo`: a whole intent taken back or brought back; the journal only grows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from cli.exits import Exit
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk import intent as engine_intent

Intent = Annotated[str, typer.Argument(metavar="[INTENT]", show_default=False)]


def undo(ctx: typer.Context, intent: Intent = "") -> Exit:
    """Take back an intent, the last one if none is named."""
    from engine.desk.undoing import undo as undone

    return _act(ctx, intent, undone)


def redo(ctx: typer.Context, intent: Intent = "") -> Exit:
    """Bring back an intent that was taken back."""
    from engine.desk.undoing import redo as redone

    return _act(ctx, intent, redone)


def _act(ctx: typer.Context, given: str, make: Callable[[str], engine_intent.Intent]) -> Exit:
    from cli.acting import answered, at_desk, dressed
    from cli.deeds import Teller
    from cli.finding import pick
    from cli.taking_back import EXPLAINED, tell_not_taken
    from engine.run.refusal import Refused

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        wanted = pick(given, [intent.id for intent in window.intents()]) if given else ""
        ready = dressed(terminal, window, make(wanted))
        answer = desk.act(ready)
        if isinstance(answer, Refused) and answer.because[0].code in EXPLAINED:
            with desk.store.reading() as ledger:
                return tell_not_taken(terminal, ledger, answer, Teller(window, terminal.lang))
    return answered(terminal, answer, desk, ready)
