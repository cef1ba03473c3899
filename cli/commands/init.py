"""`init`: make a database; whoever makes it is its clerk and controller from the first minute."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from cli.exits import Exit
from cli.glyphs import glyphs_for
from cli.terminal import Terminal

Operator = Annotated[str, typer.Option("--operator", metavar="NAME", show_default=False)]
Organisation = Annotated[str, typer.Option("--organisation", metavar="NAME", show_default=False)]


def init(ctx: typer.Context, operator: Operator = "", organisation: Organisation = "") -> Exit:
    """Create the database with the shipped regulations."""
    from cli.acting import answered
    from engine.desk.workspace import init as made

    terminal = Terminal.of(ctx)
    path = terminal.db
    if not path.parent.is_dir():
        from cli.complaint import no_file

        raise no_file(path.parent)
    operator = operator or _user()
    answer = made(path, operator, organisation)
    who = ", ".join(filter(None, (operator, organisation)))
    terminal.talk("created", mark=glyphs_for(sys.stderr.encoding).done, db=path, who=who)
    if terminal.format == "json":
        answered(terminal, answer)
    if terminal.hints:
        terminal.talk("next", command=terminal.words("next-import"))
    return Exit.OK


def _user() -> str:
    """The name under which somebody is logged in here; an office of one needs no other."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "operator"
