"""`evidence add`: a document that proves a record, an assignment or a cycle."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.terminal import Terminal

Id = Annotated[str, typer.Argument(metavar="ID", show_default=False)]
File = Annotated[Path | None, typer.Argument(metavar="[FILE]", show_default=False)]
Title = Annotated[str, typer.Option("--title", metavar="TEXT", show_default=False)]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", show_default=False)]
Number = Annotated[str, typer.Option("--number", metavar="NUMBER", show_default=False)]
Date = Annotated[str, typer.Option("--date", metavar="DAY", show_default=False)]
Page = Annotated[str, typer.Option("--page", metavar="PAGE", show_default=False)]


def add(
    ctx: typer.Context,
    id: Id,
    file: File = None,
    title: Title = "",
    kind: Kind = "",
    number: Number = "",
    date: Date = "",
    page: Page = "",
) -> Exit:
    """Add a document, as a file or by its title, to what it proves."""
    from cli.acting import act, at_desk, dressed
    from cli.commands.moving import proof_of
    from cli.days import day
    from cli.finding import pick
    from engine.desk.records import Proof, prove

    terminal = Terminal.of(ctx)
    if file is None and not (title or number):
        raise Complaint("missing-argument", {"name": "FILE | --title", "path": "resheno evidence add"}, Exit.USAGE)
    proof = proof_of(file) if file else Proof(title=title or number)
    dated = day(date) if date else None
    proof = replace(proof, title=title or proof.title, kind=kind, number=number, date=dated, page=page)
    with at_desk(terminal) as (desk, window):
        known = {record.id: record.case for record in window.records()} | {case.id: case.id for case in window.cases()}
        proven = pick(id, known)
        ready = dressed(terminal, window, prove(proven, proof), case=known[proven])
    return act(terminal, desk, ready)
