"""`protocol read|list|show`: documents as they are read, and as they are kept. `read` stores nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.protocol import Item, Protocol

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Id = Annotated[str, typer.Argument(metavar="ID", show_default=False)]
Source = Annotated[bool, typer.Option("--source")]


def read(ctx: typer.Context, file: File, source: Source = False) -> Exit:
    """Read a document and show what was understood; nothing is stored."""
    from cli.reading import no_items, read_document, tell_problems

    terminal = Terminal.of(ctx)
    protocol = read_document(terminal, file)
    _show_read(terminal, protocol, file if source else None)
    if not protocol.items:
        raise no_items(protocol, file)
    tell_problems(terminal, protocol.problems)
    return Exit.OK


def list_(ctx: typer.Context) -> None:
    """Show the documents that are kept."""
    from cli.looking import view
    from cli.rows import protocol_row

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        lines = window.protocols()
    rows = [{**protocol_row(line), "kind_title": terminal.words(f"kind-{line.kind}")} for line in lines]
    terminal.show(Sheet("protocols", ("id", "kind_title", "number", "date", "body", "tasks", "open_tasks"), rows))


def show(ctx: typer.Context, id: Id, source: Source = False) -> None:
    """Show a document with its items; with --source, which line was read as what."""
    from cli.finding import pick
    from cli.looking import view
    from cli.rows import protocol_row, record_row, task_row
    from cli.telling import titles

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        lines = {line.id: line for line in window.protocols()}
        line = lines[pick(id, lines)]
        stages = titles(window, "assignment", terminal.lang)
        tasks = [
            {**task_row(task), "kind_title": terminal.words(f"kind-{task.kind}"), "stage_title": stages[task.stage]}
            for task in window.tasks(terminal.today, protocol=line.id)
        ]
        records = [record_row(record) for record in window.records(line.id)]
        kept = window.document(line.sha256) if source and line.sha256 else None
    if kept:
        _show_kept(terminal, *kept)
    elif terminal.format == "json":
        whole = {**protocol_row(line), "items": tasks, "records": records}
        terminal.show_json({"schema": "resheno.protocol-kept/1", "data": whole, "as_of": terminal.today.isoformat()})
    else:
        number = line.number or terminal.words("no-number")
        head = {**protocol_row(line), "kind": terminal.words(f"kind-{line.kind}"), "number": number}
        terminal.talk("protocol-head", **head)
        terminal.show(Sheet("tasks", ("id", "kind_title", "text", "who", "term", "stage_title"), tasks))


def _show_kept(terminal: Terminal, name: str, content: bytes | None) -> None:
    """The kept bytes, read once more: so the source is shown as the reader of today understands it."""
    import tempfile

    from cli.reading import read_document

    if content is None:
        raise Complaint("not-kept", {"file": name}, Exit.NOT_FOUND, name)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / Path(name).name
        file.write_bytes(content)
        _show_read(terminal, read_document(terminal, file), file)


def _show_read(terminal: Terminal, protocol: Protocol, file: Path | None) -> None:
    from intake.contract import as_json

    if terminal.format == "json":
        terminal.show_json(as_json(protocol, terminal.lang))
    elif file is not None:
        from cli.marked import sheet_of_lines

        terminal.show(sheet_of_lines(terminal, protocol, file))
    else:
        terminal.talk("preview", file=protocol.source.file, **_facts(terminal, protocol))
        terminal.show(_sheet_of_items(terminal, protocol))


def _facts(terminal: Terminal, protocol: Protocol) -> dict[str, object]:
    date = protocol.date.isoformat() if protocol.date else "?"
    return {
        "kind": terminal.words(f"kind-{protocol.kind}"),
        "number": protocol.number or "?",
        "date": date,
        "body": protocol.body,
    }


def _sheet_of_items(terminal: Terminal, protocol: Protocol) -> Sheet:
    rows = [_item(terminal, item) for item in protocol.items]
    return Sheet("items", ("path", "kind_title", "text", "who", "term", "mechanisms", "stages"), rows)


def _item(terminal: Terminal, item: Item) -> dict[str, object]:
    return {
        "path": item.path,
        "kind": item.kind.value,
        "kind_title": terminal.words(f"kind-{item.kind}"),
        "text": item.text,
        "who": [executor.name for executor in item.executors],
        "term": item.deadline.due.isoformat() if item.deadline.due else item.deadline_raw,
        "mechanisms": list(item.mechanisms),
        "stages": [terminal.words(f"stage-{stage}") for stage in item.stages],
    }
