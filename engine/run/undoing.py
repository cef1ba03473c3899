"""Taking back a whole intent: allowed while its entries are the last that count, case by case; nothing is removed."""

from __future__ import annotations

from engine.run.command import BringBack, TakeBack
from engine.run.event import Event, Plain, Told
from engine.run.fold import live
from engine.run.refusal import Because


def in_the_way(history: tuple[Event, ...], command: TakeBack | BringBack) -> tuple[Because, ...]:
    """What stands on the intent in one case, or has taken its place since."""
    counted = [event.version for event in live(history)]
    facts = {"case": command.case, "intent": command.intent}
    if isinstance(command, TakeBack):
        last = counted[-len(command.versions) :]
        return () if last == list(command.versions) else (Because("stood-upon", facts),)
    if _last_taken_back(history) != command.intent or (counted and counted[-1] > min(command.versions)):
        return (Because("place-taken", facts),)
    return ()


def _last_taken_back(history: tuple[Event, ...]) -> str:
    """The intent whose turn it is to be brought back: the last undone one that is not back yet."""
    undone: list[str] = []
    for event in history:
        if event.type == "undone":
            undone.append(str(event.data["intent"]))
        elif event.type == "redone":
            undone.remove(str(event.data["intent"]))
    return undone[-1] if undone else ""


def told_of(command: TakeBack | BringBack, version: int, told: Told) -> Event:
    """The entry that says so."""
    kind = "undone" if isinstance(command, TakeBack) else "redone"
    versions: Plain = list(command.versions)
    return Event(command.case, version, kind, told, {"intent": command.intent, "versions": versions})
