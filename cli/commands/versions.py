"""`workflow diff|export|publish`: two versions compared in words, a shipped file, a new one put into the books."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal
from engine.messages import say

Which = Annotated[str, typer.Argument(metavar="WORKFLOW", show_default=False)]


def diff(ctx: typer.Context, old: Which, new: Which) -> None:
    """Show what differs between two definitions: stages, arrows, requirements, fields, roles."""
    from cli.definitions import definition
    from engine.definition.difference import differences
    from engine.messages import in_language

    terminal = Terminal.of(ctx)
    found = differences(definition(terminal, old), definition(terminal, new))
    rows = [
        {
            "code": each.code,
            "text": say(each.code, in_language(each.facts, terminal.lang), terminal.lang),
            "facts": dict(each.facts),
        }
        for each in found
    ]
    if rows or terminal.format != "table":
        terminal.show(Sheet("workflow-diff", ("text",), rows))
    code = "differ-definition" if rows else "same-definition"
    terminal.talk(code, first=old, second=new, count=len(rows))


def export(ctx: typer.Context, workflow: Which) -> None:
    """Give out the file of a shipped workflow as it was written: what is to be changed starts from it."""
    from cli.complaint import unknown_word
    from cli.output import send
    from cli.suggest import nearest
    from engine.definition.shipped import SOURCES, source

    terminal = Terminal.of(ctx)
    if workflow not in SOURCES:
        raise unknown_word(terminal.words("word-workflow"), workflow, list(SOURCES), nearest(workflow, list(SOURCES)))
    if file := send(source(workflow), terminal.output):
        terminal.talk("wrote", file=file)


def publish(ctx: typer.Context, workflow: Which) -> Exit:
    """Put a version into the books; a file with problems is not taken."""
    from cli.acting import at_desk, dressed
    from cli.definitions import definition, errors, from_file, unsound
    from cli.done import tell_dry
    from cli.telling import done_as_json, tell
    from engine.desk.answer import Done
    from engine.desk.migrating import publish as published
    from engine.messages import in_language

    terminal = Terminal.of(ctx)
    if Path(workflow).is_file():
        found, problems = from_file(Path(workflow))
        if found is None or errors(problems):
            raise unsound(workflow, problems)
    else:
        found = definition(terminal, workflow)
    with at_desk(terminal) as (desk, window):
        answer = desk.act(dressed(terminal, window, published(found)))
    if not isinstance(answer, Done):
        return tell(terminal, answer, desk)
    code = "publish-dry" if terminal.dry_run else "published-before" if answer.repeated else "published"
    terminal.talk(code, mark=_mark(), name=found.name, version=found.version)
    if terminal.dry_run:
        tell_dry(terminal, answer)
    for remark in answer.remarks:
        terminal.talk(remark.code, **in_language(remark.facts, terminal.lang))
    if terminal.format == "json":
        data = {**done_as_json(answer), "name": found.name, "version": found.version}
        terminal.show_json({"schema": "resheno.published/1", "data": data, "as_of": terminal.today.isoformat()})
    return Exit.OK


def _mark() -> str:
    from cli.glyphs import glyphs_for

    return glyphs_for(sys.stderr.encoding).done
