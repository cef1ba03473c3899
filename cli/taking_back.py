"""Why something cannot be taken back, or brought back: what stands on it, and the commands that lead there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cli.exits import Exit
from cli.intents import intent_told
from cli.speech import line, tell_error
from cli.terminal import Terminal
from engine.messages import words_for

if TYPE_CHECKING:
    from cli.deeds import Teller
    from engine.run.refusal import Refused
    from engine.store.store import Ledger, Recorded

MOST = 6  # of what stands on an intent, told one by one
EXPLAINED = ("stood-upon", "place-taken", "nothing-to-undo", "nothing-to-redo")


def tell_not_taken(terminal: Terminal, ledger: Ledger, refused: Refused, teller: Teller) -> Exit:
    """The refusal of an undo or a redo in words, with the way to it where there is one."""
    reason = refused.because[0]
    intent = str(reason.facts["intent"])
    code, facts = reason.code, {"intent": intent, "case": reason.facts.get("case", "")}
    whys, ways = _nothing(), _nothing()
    if code == "stood-upon":
        code, whys, ways = _upon(terminal, ledger, intent, teller)
    elif code == "place-taken":
        code, whys, ways, facts["first"] = _taken(terminal, ledger, intent, teller)
    elif intent:
        code, facts["told"] = _no_candidate(terminal, ledger, intent, code, teller)
        instead = reason.facts.get("instead", "")
        ways = (f"resheno undo {instead}", "resheno log --intents") if code == "undo-never" and instead else ways
    tell_error(code, facts, terminal.lang, "", whys, "refusal", ways)
    line(f"resheno help {words_for(code).number}")
    return Exit.FAILED


def _nothing() -> tuple[str, ...]:
    return ()


def _upon(
    terminal: Terminal, ledger: Ledger, intent: str, teller: Teller
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """What stands on it, the last first, and the commands one after the other."""
    from engine.desk.undoing import NEVER_UNDONE, standing_on

    upon = standing_on(ledger, intent)
    whys = _listed(terminal, upon, teller)
    if any(each.what in NEVER_UNDONE for each in upon):
        return "stood-upon-for-good", whys, ()
    first = [f"resheno undo {each.intent}" for each in upon[:MOST]]
    rest = [terminal.words("upon-more-ways", count=len(upon) - MOST)] if len(upon) > MOST else []
    return "stood-upon", whys, (*first, *rest, f"resheno undo {intent}")


def _taken(
    terminal: Terminal, ledger: Ledger, intent: str, teller: Teller
) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    """What was done in its place since; or what was taken back after it, and has to come back first."""
    from engine.desk.undoing import standing_on, to_be_redone_first

    since = standing_on(ledger, intent)
    first = to_be_redone_first(ledger, intent)
    if not since and first:
        return "redo-first", (), (f"resheno redo {first}", f"resheno redo {intent}"), first
    return "place-taken", _listed(terminal, since, teller), (), ""


def _listed(terminal: Terminal, found: Sequence[Recorded], teller: Teller) -> tuple[str, ...]:
    lines = [
        terminal.words(
            "upon-line", id=each.intent, day=each.recorded_at.date(), told=intent_told(each, terminal, teller)
        )
        + (f", {each.about}" if each.about else "")
        for each in found[:MOST]
    ]
    more = len(found) - len(lines)
    return (*lines, *([terminal.words("upon-more", count=more)] if more else []))


def _no_candidate(terminal: Terminal, ledger: Ledger, intent: str, code: str, teller: Teller) -> tuple[str, str]:
    """Why an intent that was named is none that could be taken back, or brought back."""
    from engine.desk.undoing import taken_back

    recorded = next(each for each in ledger.intents() if each.intent == intent)
    told = intent_told(recorded, terminal, teller)
    if code == "nothing-to-redo":
        return "redo-stands", told
    return ("undo-gone" if intent in taken_back(ledger) else "undo-never"), told
