"""`org add|list|edit`: the organisations of the register."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.exits import Exit
from cli.terminal import Terminal

Who = Annotated[str, typer.Argument(metavar="WHO", show_default=False)]
NewName = Annotated[str, typer.Option("--name", metavar="NAME", show_default=False)]
FullName = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]


def add(ctx: typer.Context, full_name: FullName) -> Exit:
    """Put an organisation into the register, once."""
    from cli.commands.person import added
    from engine.desk.parties import register

    return added(Terminal.of(ctx), register("org", full_name), full_name)


def list_(ctx: typer.Context) -> None:
    """Show the organisations of the register."""
    from cli.commands.person import shown

    shown(Terminal.of(ctx), "org", "organisations", ("id", "name"))


def edit(ctx: typer.Context, who: Who, new_name: NewName = "") -> Exit:
    """Put the name of an organisation right; the journal keeps what it was."""
    from cli.commands.person import corrected

    return corrected(Terminal.of(ctx), "org", who, new_name)
