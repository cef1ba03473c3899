"""Taking back a whole intent: allowed while its entries are the last that count, case by case; nothing is removed."""

from __future__ import annotations

from engine.definition.workflow import Workflow
from engine.run.command import BringBack, TakeBack
from engine.run.entitling import duties_of
from engine.run.event import Event, Plain, Told
from engine.run.facts import Facts
from engine.run.fold import apply, fold, live
from engine.run.office import OFFICE, tenures
from engine.run.office_access import action_of, left_to_nobody, may_in_office
from engine.run.refusal import Because


def in_the_way(history: tuple[Event, ...], command: TakeBack | BringBack) -> tuple[Because, ...]:
    """What stands on the intent in one case, or has taken its place since."""
    counted = [event.version for event in live(history)]
    facts = {"case": command.case, "intent": command.intent}
    if isinstance(command, TakeBack):
        last = counted[-len(command.versions) :]
        return () if last == list(command.versions) else (Because("stood-upon", facts),)
    if turn_of(history) != command.intent or (counted and counted[-1] > min(command.versions)):
        return (Because("place-taken", facts),)
    return ()


def turn_of(history: tuple[Event, ...]) -> str:
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


def not_allowed(
    history: tuple[Event, ...], command: TakeBack | BringBack, workflow: Workflow, facts: Facts, told: Told
) -> tuple[Because, ...]:
    """Why this person may not take back, or bring back, what an intent did to one case.

    It is for clerks, controllers and whoever typed it; what was done to roles and to leave from duties is for those
    who may do it.
    """
    entries = [event for event in history if event.version in command.versions]
    action = "undo" if isinstance(command, TakeBack) else "redo"
    if workflow.name == OFFICE.name:
        office = fold(history) or apply(None, history[0])
        actions = dict.fromkeys(action_of(office, event) for event in entries)
        because = [reason for each in actions if each != "answer" for reason in may_in_office(each, facts, told)]
        after = tenures(fold((*history, told_of(command, history[-1].version + 1, told))))
        because += left_to_nobody(tenures(office), after, facts.today)
        if because or "answer" not in actions:
            return tuple(because)
    typist = told.typed_by == told.on_behalf_of and all(event.told.typed_by == told.typed_by for event in entries)
    if not typist and may_in_office(action, facts, told):
        return (Because("undo-not-yours", {"intent": command.intent}, duty=True),)
    if workflow.name == OFFICE.name:
        return ()
    return duties_of(workflow, fold(history) or apply(None, history[0]), action, facts, told)
