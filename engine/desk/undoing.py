"""A whole intent taken back, or brought back: an import of 34 items in one word, and the journal only grows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from engine.desk.books import Books
from engine.desk.cycles import CYCLE
from engine.desk.intent import Intent, Step
from engine.run.command import BringBack, TakeBack
from engine.run.event import Event
from engine.run.refusal import Because
from engine.run.undoing import turn_of
from engine.run.unknown import NotFound
from engine.store.projections import subject_key
from engine.store.store import Ledger, Recorded

BESIDES = ("undo", "redo", "init")  # what is not itself a thing that somebody did
NEVER_UNDONE = (
    *BESIDES,
    "workflow.publish",
    *("party.add", "person.add", "org.add", "group.add"),  # who there is, is no part of the journal
)
ONCE_UNKEPT = "person.edit"  # the journals of earlier releases do not say what it did


def undo(intent: str = "") -> Intent:
    """Take back an intent ('' is the last that stands), while its entries are the last in every case it touched.

    If the last one is never undone, that is said: nobody who has added a person means the import before it.
    """

    def steps(books: Books) -> Iterator[Step]:
        gone = set(taken_back(books.ledger))
        done = [each for each in books.ledger.intents() if each.what not in BESIDES and each.intent not in gone]
        standing = [each.intent for each in done if _stands(books, each)]
        last = intent or (done[-1].intent if done else "")
        yield from _pass(books, last, standing, "nothing-to-undo", TakeBack)

    return Intent("undo", steps)


def redo(intent: str = "") -> Intent:
    """Bring back an intent that was taken back ('' is the last one), if nothing has taken its place."""

    def steps(books: Books) -> Iterator[Step]:
        yield from _pass(books, intent, taken_back(books.ledger), "nothing-to-redo", BringBack)

    return Intent("redo", steps)


def _pass(
    books: Books, intent: str, candidates: list[str], nothing: str, make: Callable[..., TakeBack | BringBack]
) -> Iterator[Step]:
    known = [each.intent for each in books.ledger.intents()]
    if intent and intent not in known:
        raise NotFound("intent", intent, known)
    books.about = intent or (candidates[-1] if candidates else "")
    if books.about not in candidates:
        yield Because(nothing, {"intent": books.about, "instead": candidates[-1] if candidates else ""})
    entries = books.ledger.entries_of(books.about)
    yield from _already_there(books, entries, make)
    for case in dict.fromkeys(event.case for event in entries):
        yield make(case, books.about, tuple(event.version for event in entries if event.case == case))


def _already_there(
    books: Books, entries: tuple[Event, ...], make: Callable[..., TakeBack | BringBack]
) -> Iterator[Step]:
    """A document that was imported again, or a cycle that was opened anew, cannot be brought back besides."""
    for event in entries if make is BringBack else ():
        if event.type == "opened":
            found = [case for key in _only_once(event) for case in books.ledger.find(*key) if case != event.case]
            if found:
                yield Because("already-there", {"case": found[0]})


def _only_once(event: Event) -> list[tuple[str, str]]:
    """The keys of a case that no second case may bear."""
    fields, subject = cast("dict[str, str]", event.data["fields"]), cast("dict[str, str]", event.data["subject"])
    keys = [("sha256", fields["sha256"])] if "sha256" in fields else []
    return [*keys, ("subject", subject_key(CYCLE, subject))] if event.data["workflow"] == CYCLE else keys


def undoable(what: str, entries: int) -> bool:
    """Whether an intent of this command, with so many entries, can be taken back at all."""
    return what not in NEVER_UNDONE and (what != ONCE_UNKEPT or entries > 0)


def _stands(books: Books, intent: Recorded) -> bool:
    """The same of an intent of the books, whose entries are read only where they matter."""
    entries = len(books.ledger.entries_of(intent.intent)) if intent.what == ONCE_UNKEPT else 1
    return undoable(intent.what, entries)


def taken_back(ledger: Ledger) -> list[str]:
    """What is taken back now, the last one last."""
    gone: dict[str, None] = {}
    for each in ledger.intents():
        if each.what == "undo":
            gone[each.about] = None
        elif each.what == "redo":
            del gone[each.about]
    return list(gone)


def standing_on(ledger: Ledger, intent: str) -> tuple[Recorded, ...]:
    """What would have to be taken back before an intent, in this order: all that was done since in its cases.

    What was done in a case may have been done in another one as well, and then that stands on it too.
    """
    gone, found = set(taken_back(ledger)), []
    intents = ledger.intents()
    place = next(n for n, each in enumerate(intents) if each.intent == intent)
    touched = {event.case for event in ledger.entries_of(intent)}
    for each in intents[place + 1 :]:
        if each.what in ("undo", "redo") or each.intent in gone:
            continue
        cases = {event.case for event in ledger.entries_of(each.intent)}
        if cases & touched:
            touched |= cases
            found.append(each)
    return tuple(reversed(found))


def to_be_redone_first(ledger: Ledger, intent: str) -> str:
    """The intent whose turn it is to be brought back, where it is not that of this one; else ''."""
    cases = dict.fromkeys(event.case for event in ledger.entries_of(intent))
    turns = (turn_of(ledger.history(case)) for case in cases)
    return next((turn for turn in turns if turn not in ("", intent)), "")
