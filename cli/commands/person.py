"""`person add|list|show|edit`: who there is in the register, what they hold and what waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk.answer import Done
    from engine.desk.desk import Desk
    from engine.desk.intent import Intent

Who = Annotated[str, typer.Argument(metavar="WHO", show_default=False)]
FullName = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]
NewName = Annotated[str, typer.Option("--name", metavar="NAME", show_default=False)]
Position = Annotated[str | None, typer.Option("--position", metavar="TEXT", show_default=False)]


def add(ctx: typer.Context, full_name: FullName, position: Position = None) -> Exit:
    """Put somebody into the register, once."""
    from engine.desk.parties import register

    return added(Terminal.of(ctx), register("person", full_name, position or ""), full_name)


def added(terminal: Terminal, intent: Intent, name: str) -> Exit:
    """Have a party registered, and say under which id."""
    from cli.acting import answered, at_desk, dressed
    from engine.desk.answer import Done

    if not name.strip():
        raise Complaint("missing-argument", {"name": "NAME", "path": "resheno person add"}, Exit.USAGE)
    with at_desk(terminal) as (desk, window):
        ready = dressed(terminal, window, intent)
        answer = desk.act(ready)
    if isinstance(answer, Done):
        return _registered(terminal, answer, "party-added", name)
    return answered(terminal, answer, desk, ready)


def edit(ctx: typer.Context, who: Who, new_name: NewName = "", position: Position = None) -> Exit:
    """Put a name or a position right; the journal keeps what it was."""
    return corrected(Terminal.of(ctx), "person", who, new_name, position)


def corrected(terminal: Terminal, type: str, who: str, new_name: str, position: str | None = None) -> Exit:
    """Have a name or a position put right, and tell from what to what."""
    from cli.acting import answered, at_desk, dressed
    from cli.finding import party_id
    from engine.desk.answer import Done
    from engine.desk.parties import correct

    if not new_name.strip() and position is None:
        asked = "--name | --position" if type == "person" else "--name"
        raise Complaint("missing-argument", {"name": asked, "path": f"resheno {type} edit"}, Exit.USAGE)
    with at_desk(terminal) as (desk, window):
        # Whoever repeats the command with its key calls somebody by a name that was put right meanwhile.
        id = _answered(desk, terminal) or party_id(window, who, "org" if type == "org" else "")
        party = next(party for party in window.parties() if party.id == id)
        named = "org" if party.type == "org" else "person"
        intent = dressed(terminal, window, correct(id, new_name, position, named), case="office")
        answer = desk.act(intent)
    if isinstance(answer, Done) and answer.repeated and not answer.intent:
        return _registered(terminal, answer, "party-as-it-was", party.name)
    return answered(terminal, answer, desk, intent)


def _answered(desk: Desk, terminal: Terminal) -> str:
    """Who was put right under this idempotency key, or ''."""
    key = str(terminal.given.get("idempotency_key") or "")
    with desk.store.reading() as ledger:
        before = ledger.answered(key) if key else None
    return before.about if before and before.what in ("person.edit", "org.edit") else ""


def _registered(terminal: Terminal, answer: Done, code: str, name: str) -> Exit:
    """Tell what the register holds, where there is no entry of the journal to tell of."""
    import sys

    from cli.glyphs import glyphs_for
    from cli.telling import done_as_json

    if code == "party-added":
        code = "party-there" if answer.repeated else "party-dry" if terminal.dry_run else code
    terminal.talk(code, mark=glyphs_for(sys.stderr.encoding).done, id=answer.id, name=name)
    if terminal.format == "json":
        terminal.show_json({"schema": "resheno.done/1", "data": done_as_json(answer), "as_of": str(terminal.today)})
    return Exit.OK


def list_(ctx: typer.Context) -> None:
    """Show the people of the register, each with the roles that they hold on the day."""
    shown(Terminal.of(ctx), "person", "people", ("id", "name", "position", "roles"))


def shown(terminal: Terminal, type: str, sheet: str, columns: tuple[str, ...]) -> None:
    """A sheet of the parties of one type."""
    from cli.looking import view
    from cli.people import People, party_row

    with view(terminal) as window:
        people = People(terminal, window)
        rows = [party_row(people, party) for party in window.parties(type)]
    terminal.show(Sheet(sheet, columns, rows))


def show(ctx: typer.Context, who: Who) -> None:
    """Show what somebody holds, for whom they stand in, who stands in for them, and what waits for them."""
    from cli.finding import party_id
    from cli.looking import view
    from cli.party_view import show_party

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        show_party(terminal, window, party_id(window, who))
