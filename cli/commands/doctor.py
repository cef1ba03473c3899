"""`doctor`: the classic disasters, looked for before they come; each with its number and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from cli.exits import Exit
from cli.finding import one_of
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.health import Ailment

OURS = ("cli", "diagrams", "engine", "examples", "features", "intake", "workflows")
COUNTED = {"warning": ("warning", "error"), "error": ("error",), "never": ()}


def doctor(ctx: typer.Context) -> Exit:
    """Look at the database, its disk, its backups and this installation."""
    from engine.desk.workspace import now
    from engine.store.health import Around, ailments

    terminal = Terminal.of(ctx)
    limit = one_of(terminal, "other", str(terminal.given.get("fail_on") or "error"), COUNTED)
    found = [*ailments(terminal.db, Around.here(now())), *_of_office(terminal), *_of_installation()]
    found.sort(key=lambda each: each.level != "error")
    rows = [_row(terminal, each) for each in found]
    if terminal.format != "table":
        terminal.show(Sheet("ailments", ("number", "severity", "text", "fix"), rows))
    elif rows:
        terminal.show_text("\n".join(_told(terminal, row) for row in rows))
    else:
        terminal.show_text(terminal.words("doctor-well"))
    return Exit.FOUND if any(each.level in COUNTED[limit] for each in found) else Exit.OK


def _row(terminal: Terminal, found: Ailment) -> dict[str, object]:
    from engine.messages import fix, words_for

    text = terminal.words(found.code, **found.facts)
    way = fix(found.code, found.facts, terminal.lang)
    return {"number": words_for(found.code).number, "severity": found.level, "text": text, "fix": way}


def _told(terminal: Terminal, row: dict[str, object]) -> str:
    level = terminal.words(f"level-{row['severity']}")
    head = f"{row['number']} {level}: {row['text']}"
    return f"{head}\n     {terminal.words('put-right')}: {row['fix']}"


def _of_office(terminal: Terminal) -> Iterator[Ailment]:
    """Who holds which role; a database that cannot be opened has been told of already."""
    from engine.audit.office import of_office
    from engine.run.fold import fold
    from engine.run.office import ID
    from engine.store.as_of import history
    from engine.store.errors import StoreError
    from engine.store.window import look

    try:
        with look(terminal.db) as window:
            names = {party.id: party.name for party in window.parties()}
            office, relied = fold(history(window, ID)), window.stood_in()
    except StoreError:
        return
    yield from of_office(office, terminal.today, relied, names)


def _of_installation() -> Iterator[Ailment]:
    from engine.store.health import Ailment

    for name, owner in owners().items():
        yield Ailment("doctor-foreign-name", "error", {"name": name, "owner": owner})
    if not _can_draw():
        yield Ailment("doctor-no-dot", "warning", {})


def owners() -> dict[str, str]:
    """Which of our names another installed package holds too, and which one."""
    from importlib.metadata import packages_distributions

    held = packages_distributions()
    others = {name: sorted({each for each in held.get(name, ()) if each.casefold() != "resheno"}) for name in OURS}
    return {name: ", ".join(who) for name, who in others.items() if who}


def _can_draw() -> bool:
    from diagrams.dot import NoGraphviz, program

    try:
        return bool(program())
    except NoGraphviz:
        return False
