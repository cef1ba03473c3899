"""From a command to the desk and back: the desk opened, the intent dressed with the global options, the answer told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from cli.complaint import Complaint
from cli.exits import Exit
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk.answer import Answer
    from engine.desk.books import Books
    from engine.desk.desk import Desk
    from engine.desk.intent import Intent, Step, Waiver
    from engine.store.window import Window


@contextmanager
def at_desk(terminal: Terminal, writing: bool = True) -> Iterator[tuple[Desk, Window]]:
    """The desk of the database that is meant, and the window to look through beforehand."""
    from cli.clock import trusted
    from engine.desk.workspace import now, open_desk
    from engine.store.window import look

    path = terminal.database()
    if writing and terminal.given.get("at"):
        raise Complaint("at-is-for-views", {}, Exit.USAGE)
    with look(path) as window:
        if writing and not terminal.dry_run:
            trusted(window, now())
        yield open_desk(path, typist(terminal, window)), window


def typist(terminal: Terminal, window: Window) -> str:
    """Who sits at the keyboard: --typed-by, RESHENO_TYPED_BY, or '' for whoever made the database. Nobody checks it."""
    import os

    from cli.finding import party_id

    named = str(terminal.given.get("typed_by") or os.environ.get("RESHENO_TYPED_BY") or "")
    return party_id(window, named) if named else ""


def dressed(terminal: Terminal, window: Window, intent: Intent, case: str = "", ground: str = "") -> Intent:
    """The intent with what the global options say about it: whose act, on what ground, when, which version was read."""
    from cli.days import day
    from cli.finding import party_id

    given = terminal.given
    actor, on, version = given.get("actor"), given.get("on"), given.get("expect_version")
    if version is not None and not case:
        raise Complaint("version-of-nothing", {"version": version}, Exit.USAGE)
    return replace(
        intent,
        on_behalf_of=party_id(window, actor) if actor else intent.on_behalf_of,
        ground=str(given.get("ground") or ground or intent.ground),
        happened_on=day(on) if on else intent.happened_on,
        key=str(given.get("idempotency_key") or intent.key),
        said=terminal.said,
        expect={case: int(version)} if version is not None else intent.expect,
        dry=terminal.dry_run,
    )


def waiver(terminal: Terminal, who: str, why: str, until: str) -> Waiver | None:
    """Leave to go on against a requirement, if somebody gave it; to the end of the year unless a day is named."""
    from datetime import date

    from cli.days import day
    from cli.finding import party_id
    from engine.desk.intent import Waiver
    from engine.store.window import look

    if not who:
        return None
    if not why:
        raise Complaint("waiver-unfounded", {"who": who}, Exit.USAGE)
    with look(terminal.database()) as window:
        return Waiver(party_id(window, who), why, day(until) if until else date(terminal.today.year, 12, 31))


def together(intents: Sequence[Intent]) -> Intent:
    """Several intents as one: carried out in their order, whole or not at all."""

    def steps(books: Books) -> Iterator[Step]:
        for intent in intents:
            yield from intent.steps(books)

    return replace(intents[0], steps=steps)


def act(terminal: Terminal, desk: Desk, intent: Intent) -> Exit:
    """Have the desk carry an intent out, and tell what came of it."""
    return answered(terminal, desk.act(intent), desk, intent)


def answered(terminal: Terminal, answer: Answer, desk: Desk | None = None, intent: Intent | None = None) -> Exit:
    """Tell an answer; as JSON on stdout where that was asked for."""
    from cli.telling import done_as_json, tell
    from engine.desk.answer import Done

    code = tell(terminal, answer, desk, intent)
    if isinstance(answer, Done) and terminal.format == "json":
        terminal.show_json({"schema": "resheno.done/1", "data": done_as_json(answer), "as_of": str(terminal.today)})
    return code
