"""What was done, told to whoever did it: each deed in words, the intent to take it back by, the next command."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cli.glyphs import glyphs_for
from cli.intents import intent_told
from cli.terminal import Terminal
from engine.messages import words_for

if TYPE_CHECKING:
    from cli.deeds import Teller
    from engine.desk.answer import Done
    from engine.run.event import Event

MOST = 6  # deeds that are told one by one; `log` has all of them
TAKING_BACK = {"undone": "done-undone", "redone": "done-redone"}


def tell_done(terminal: Terminal, done: Done) -> None:
    """What was recorded, or what a dry run would have recorded."""
    from cli.deeds import Teller
    from engine.messages import in_language
    from engine.store.window import look

    with look(terminal.database()) as window:
        teller = Teller(window, terminal.lang)
        if terminal.dry_run:
            _tell_dry(terminal, done, teller)
        elif done.repeated:
            terminal.talk("repeated", id=done.id, intent=done.intent)
        elif done.entries and done.entries[0].type in TAKING_BACK:
            intent = next(intent for intent in window.intents() if intent.id == done.id)
            code = TAKING_BACK[done.entries[0].type]
            terminal.talk(code, mark=_mark(), id=done.id, what=intent_told(intent, terminal, teller))
        elif done.intent:
            _tell_deeds(terminal, done, teller)
    for remark in done.remarks:
        terminal.talk(remark.code, **in_language(remark.facts, terminal.lang))
    new = done.intent and not done.repeated and done.entries and done.entries[0].type not in TAKING_BACK
    if terminal.hints and new:
        terminal.talk("done-intent", intent=done.intent)
        _tell_next(terminal, done)


def _mark() -> str:
    return glyphs_for(sys.stderr.encoding).done


def tell_dry(terminal: Terminal, done: Done) -> None:
    """What a dry run would have recorded, entry by entry."""
    from cli.deeds import Teller
    from engine.store.window import look

    with look(terminal.database()) as window:
        _tell_dry(terminal, done, Teller(window, terminal.lang))


def _tell_dry(terminal: Terminal, done: Done, teller: Teller) -> None:
    terminal.talk("dry", count=len(done.entries))
    for entry in done.entries:
        terminal.talk("entry", case=teller.of(entry.case), version=entry.version, deed=_deed(entry, teller))


def _deed(entry: Event, teller: Teller) -> str:
    return teller.deed(entry.case, entry.type, entry.data)


def _tell_deeds(terminal: Terminal, done: Done, teller: Teller) -> None:
    """The moves and beginnings; where there are none, whatever else there is."""
    chief = [entry for entry in done.entries if entry.type in ("moved", "opened")] or list(done.entries)
    for entry in chief[:MOST]:
        code = "done-deed-by" if entry.type == "moved" else "done-deed"
        by = teller.name(entry.told.on_behalf_of)
        terminal.talk(code, mark=_mark(), id=teller.of(entry.case), by=by, deed=_deed(entry, teller))
    if len(chief) > MOST:
        terminal.talk("done-more", count=len(chief) - MOST, intent=done.intent)


def _tell_next(terminal: Terminal, done: Done) -> None:
    """The command that most likely comes next, where there is one."""
    last = next((e for e in done.entries if e.type in ("moved", "opened")), done.entries[-1])
    facts = {"id": last.case, "record": last.data.get("record") or last.case}
    match last.type:
        case "moved":
            code = f"after-{last.data['trigger']}" if last.data["from"] != last.data["to"] else ""
        case "opened":
            code = {"assignment": "after-task", "management_cycle": "after-cycle"}.get(str(last.data["workflow"]), "")
        case "recorded":
            code = "after-record" if last.case != "office" else ""
        case "evidenced":
            code = "after-evidence"
        case _:
            code = ""
    if code and _has_words(code):
        terminal.talk("next", command=terminal.words(code, **facts))


def _has_words(code: str) -> bool:
    try:
        words_for(code)
    except KeyError:
        return False
    return True
