"""`demo`: a training region from documents, played by the very commands that a person would type."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.terminal import Terminal
from cli.training import AUDIT, CYCLE, PICTURES, REFUSAL, TASK, Step

if TYPE_CHECKING:
    from engine.store.lines import TaskLine
    from engine.store.window import Window

Folder = Annotated[Path, typer.Argument(metavar="[FOLDER]", show_default=False)]
Documents = Annotated[Path | None, typer.Option("--documents", metavar="FOLDER", show_default=False)]


def demo(ctx: typer.Context, folder: Folder = Path("demo"), documents: Documents = None) -> Exit:
    """Import documents, take a cycle through all its stages, show refusals, the audit and pictures."""
    terminal, began = Terminal.of(ctx), perf_counter()
    files = _files(documents)
    if terminal.dry_run:
        terminal.talk("dry-file", file=folder)
        return Exit.OK
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "demo.resheno"
    _make_way(terminal, database)
    stage = Stage(terminal, database)
    region = terminal.words("demo-organisation")
    terminal.talk("demo-database", db=database)
    stage.play([Step(("init", "--operator", "Орлова Т.П.", "--organisation", region), heading="demo-begin")], {})
    imports = [Step(("protocol", "import", str(file), "--yes")) for file in files]
    stage.play(
        [
            imports[0]._replace(heading="demo-import"),
            *imports[1:],
            Step(("protocol", "list")),
        ],
        {},
    )
    _play_rest(stage, folder, files[0])
    seconds = round(perf_counter() - began, 1)
    terminal.talk("demo-end", seconds=seconds, db=database, folder=folder, **_counts(terminal, database))
    terminal.talk("demo-next", db=database)
    return Exit.OK


class Stage:
    """Where the commands are played, each shown before it runs and stopped at the first surprise."""

    def __init__(self, terminal: Terminal, database: Path) -> None:
        self.terminal = terminal
        self.database = database

    def play(self, steps: Iterable[Step], names: Mapping[str, str]) -> None:
        """Run the steps; the names stand for ids, the kinds of records for the last one of their kind."""
        from cli.main import run

        for step in steps:
            known = {**names, **self._last_records(names.get("cycle", ""))}
            words = [word.format_map(known) for word in step.words]
            if step.heading:
                self._say("\n" + self.terminal.words(step.heading, **known))
            self._say("> resheno " + " ".join(f'"{word}"' if " " in word else word for word in words))
            lang = self.terminal.lang
            code = run([*words, "--db", str(self.database), "--lang", lang], lang, hints=False)
            sys.stderr.flush()
            if code != step.code:
                facts = {"command": " ".join(words), "code": code, "expected": step.code}
                raise Complaint("demo-went-wrong", facts, Exit.FAILED)

    def _say(self, text: str) -> None:
        self.terminal.show_text(text)
        sys.stdout.flush()

    def _last_records(self, cycle: str) -> dict[str, str]:
        from engine.store.window import look

        if not cycle:
            return {}
        with look(self.database) as window:
            return {record.kind: record.id for record in window.records(cycle)}


def _play_rest(stage: Stage, folder: Path, proof: Path) -> None:
    """All that comes after the import; which cycle and which assignment, the database tells."""
    from engine.store.window import look

    with look(stage.database) as window:
        names = {**_names(stage.terminal, window), "folder": str(folder), "proof": str(proof)}
    stage.play([Step(("today",)), *REFUSAL, *CYCLE], names)
    with look(stage.database) as window:
        cycles = window.cases("management_cycle")
        begun = [case for case in cycles if case.id != names["cycle"]]
        names |= {"next": cycles[-1].id, "other": begun[0].id, "other_mechanism": begun[0].subject["mechanism"]}
    stage.play([*TASK, *AUDIT, *PICTURES], names)


def _names(terminal: Terminal, window: Window) -> dict[str, str]:
    """A cycle that the documents touch, and an assignment that somebody can simply carry out."""
    cycle = window.cases("management_cycle")[0]
    task = next(task for task in window.tasks(terminal.today) if _simple(terminal, window, task))
    return {
        "cycle": cycle.id,
        "organisation": cycle.subject["organisation"],
        "period": cycle.subject["period"],
        "mechanism": cycle.subject["mechanism"],
        "task": task.id,
        "executor": task.executors[0].name,
        "protocol": _most_linked(terminal, window),
    }


def _most_linked(terminal: Terminal, window: Window) -> str:
    """The document whose items wait for each other most: the picture of it has the most to show."""
    links = {protocol.id: 0 for protocol in window.protocols()}
    for task in window.tasks(terminal.today):
        links[task.protocol] = links.get(task.protocol, 0) + len(window.status(task.id, terminal.today).depends_on)
    return max(links, key=lambda id: links[id])


def _simple(terminal: Terminal, window: Window, task: TaskLine) -> bool:
    waits = any(enforced for _, enforced, _ in window.status(task.id, terminal.today).depends_on)
    return not task.recommendation and bool(task.executors) and not waits


def _counts(terminal: Terminal, database: Path) -> dict[str, int]:
    """What there is now that was not there before."""
    from engine.store.window import look

    with look(database) as window:
        cycles = window.cases("management_cycle")
        counts = {"documents": len(window.protocols()), "tasks": len(window.tasks(terminal.today))}
        return {**counts, "cycles": len(cycles), "closed": sum(1 for cycle in cycles if cycle.final)}


def _files(documents: Path | None) -> list[Path]:
    """The documents of a folder, or the invented ones that are shipped."""
    if documents is None:
        from importlib.resources import files

        documents = Path(str(files("examples")))
    if not documents.is_dir():
        raise Complaint("no-file", {"file": documents}, Exit.NOT_FOUND, str(documents))
    found = sorted(documents.glob("*.txt"))
    if not found:
        raise Complaint("no-documents", {"folder": documents}, Exit.NOT_FOUND, str(documents))
    return found


def _make_way(terminal: Terminal, database: Path) -> None:
    """Remove the training database of an earlier demonstration, and nothing else."""
    from engine.store.errors import StoreError
    from engine.store.window import look

    if not database.exists():
        return
    try:
        with look(database) as window:
            ours = window.organisation() in ("Учебный регион", "Training region")
    except StoreError:
        ours = False
    if not ours:
        raise Complaint("demo-in-the-way", {"db": database}, Exit.FAILED, str(database))
    database.unlink()
