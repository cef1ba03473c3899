"""`undo` and `redo`: a whole intent taken back or brought back; the journal only grows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk import intent as engine_intent
    from engine.desk.answer import Answer
    from engine.store.window import Window

MANY = 3  # cases that change without a question
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
        _ask(terminal, window, desk.would(ready))
        answer = desk.act(ready)
        if isinstance(answer, Refused) and answer.because[0].code in EXPLAINED:
            with desk.store.reading() as ledger:
                return tell_not_taken(terminal, ledger, answer, Teller(window, terminal.lang))
    return answered(terminal, answer, desk, ready)


def _ask(terminal: Terminal, window: Window, weighed: Answer) -> None:
    """Show a person at the terminal what would change, where that is much; a script has said what it wants."""
    from cli.deeds import Teller
    from cli.intents import intent_told
    from cli.meant import attended
    from engine.desk.answer import Done

    if terminal.dry_run or terminal.yes or not attended(terminal) or not isinstance(weighed, Done):
        return
    count = len({entry.case for entry in weighed.entries})
    meant = next(intent for intent in window.intents() if intent.id == weighed.id)
    told = intent_told(meant, terminal, Teller(window, terminal.lang))
    if count > MANY and not terminal.agreed("ask-undo", intent=weighed.id, told=told, count=count):
        raise Complaint("declined", {}, Exit.DECLINED)
