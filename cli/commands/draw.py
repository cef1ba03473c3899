"""`draw`: a cycle with its live state, the life of an assignment, what waits for what in a protocol."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.terminal import Terminal

if TYPE_CHECKING:
    from datetime import date

    from diagrams.picture import Picture
    from engine.desk.desk import Desk
    from engine.protocol import Item
    from engine.store.lines import CaseLine, TaskLine
    from engine.store.window import Window

What = Annotated[str, typer.Argument(metavar="ID", show_default=False)]
MERMAID = (".mmd", ".mermaid")
INK: dict[str, Literal["svg", "png"]] = {"": "svg", ".svg": "svg", ".png": "png"}


def draw(ctx: typer.Context, what: What) -> Exit:
    """Draw a case by its id, a workflow by its name, or the items of a document by its file."""
    terminal = Terminal.of(ctx)
    put_picture(terminal, _picture(terminal, what), terminal.output)
    return Exit.OK


def put_picture(terminal: Terminal, picture: Picture, target: str) -> None:
    """Render a picture into a file, its kind by the file's name; without a file, SVG on stdout."""
    from cli.filing import put_file

    data = _rendered(picture, Path(target).suffix.casefold())
    if target in ("", "-"):
        sys.stdout.write(data.decode("utf-8"))
        return
    terminal.talk("wrote", file=put_file(target, data))


def _rendered(picture: Picture, ending: str) -> bytes:
    """The picture in ink, or as text that others draw; one that cannot be drawn is a complaint."""
    if ending in MERMAID:
        from diagrams.mermaid import render as as_text

        return as_text(picture).encode("utf-8")
    from diagrams.dot import Undrawn, render

    if ending not in INK:
        raise Complaint(
            "picture-kind", {"kind": ending, "kinds": ", ".join((*filter(None, INK), *MERMAID))}, Exit.USAGE
        )
    try:
        return render(picture, INK[ending])
    except Undrawn as error:
        raise Complaint(error.code, error.facts, Exit.FAILED) from error


def _picture(terminal: Terminal, what: str) -> Picture:
    from cli.finding import case_id
    from cli.looking import view_desk
    from diagrams.extract import draw as drawn
    from engine.definition.shipped import shipped, shipped_names

    if what in shipped_names():
        return drawn(shipped(what), terminal.lang)
    if os.path.isfile(what):  # where Path.is_file() fails, a name that is too long is no file
        return of_document(terminal, Path(what))
    with view_desk(terminal) as (desk, window):
        return of_case(terminal, desk, window, case_id(window, what))


def of_document(terminal: Terminal, file: Path) -> Picture:
    """The dependencies among the items of a document that is not kept."""
    from cli.reading import read_document

    protocol = read_document(terminal, file)
    return _network(terminal, protocol.items, {}, file.name)


def of_case(terminal: Terminal, desk: Desk, window: Window, case: str) -> Picture:
    """A kept document's dependencies, a cycle or an assignment with its live state."""
    from diagrams.extract import draw as drawn
    from engine.definition.shipped import shipped

    line = next(each for each in window.cases() if each.id == case)
    subtitle = subtitle_of(terminal, window, line)
    if line.workflow == "protocol":
        tasks = window.tasks(terminal.today, protocol=case)
        items = tuple(_item(task, window, terminal.today) for task in tasks)
        states = {task.path: "overdue" if task.late else task.stage for task in tasks}
        return _network(terminal, items, states, subtitle)
    return drawn(shipped(line.workflow), terminal.lang, desk.case(case), subtitle)


def subtitle_of(terminal: Terminal, window: Window, line: CaseLine) -> str:
    """What a picture is about, for somebody who has only the picture: whose cycle, which document, which assignment."""
    from cli.deeds import short
    from engine.definition.shipped import mechanisms

    if line.workflow == "protocol":
        found = next(each for each in window.protocols() if each.id == line.id)
        facts = {
            "kind": terminal.words(f"kind-{found.kind}"),
            "number": found.number or terminal.words("no-number"),
            "date": found.date,
        }
        return terminal.words("picture-protocol", id=line.id, body=found.body, **facts)
    if line.workflow == "assignment":
        task = next(each for each in window.tasks(terminal.today) if each.id == line.id)
        term = terminal.day(task.day) or task.deadline_raw
        due = terminal.words("picture-due", due=term) if term else ""
        who = ", ".join(party.name for party in task.executors)
        return " · ".join(filter(None, (line.id, short(task.text.rstrip(" ;,."), 110), who, due)))
    titles = {each.code: getattr(each.title, terminal.lang) for each in mechanisms()}
    code = line.subject.get("mechanism", "")
    mechanism = f"{code} {titles.get(code, '')}".strip()
    return " · ".join(filter(None, (line.id, line.subject.get("organisation"), mechanism, line.subject.get("period"))))


def _network(terminal: Terminal, items: tuple[Item, ...], states: dict[str, str], subtitle: str) -> Picture:
    from cli.reading import tell_problems
    from diagrams.network import waiting
    from engine.plan.dependencies import dependencies

    network, problems = dependencies(items, subtitle)
    tell_problems(terminal, problems)
    if network is None:
        raise Complaint("loop-among-items", {}, Exit.FAILED, subtitle)
    return waiting(network, terminal.lang, states, subtitle)


def _item(task: TaskLine, window: Window, today: date) -> Item:
    """A kept assignment as an item again, for the picture only."""
    from datetime import date as day

    from engine.protocol import Deadline, Dependency, Item, ItemKind

    needs = window.status(task.id, today).depends_on
    return Item(
        path=task.path,
        kind=ItemKind(task.kind),
        text=task.text,
        lines=(0, 0),
        deadline_raw=task.deadline_raw,
        deadline=Deadline(due=day.fromisoformat(task.due) if task.due else None),
        depends_on=tuple(
            Dependency(id.removeprefix(f"{task.protocol}."), explicit, "high" if explicit else "medium", why)
            for id, explicit, why in needs
        ),
    )
