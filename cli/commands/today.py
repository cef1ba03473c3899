"""`today`: what burns, what comes, who waits. Reads the narrow window only, so that it starts at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from cli.glyphs import glyphs_for
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.lines import TaskLine, Today

MOST = 10  # lines of one heading; who wants more has `task list`


def today(ctx: typer.Context) -> None:
    """Show what is late, what is due within three days, what waits for an answer."""
    from engine.store.window import look

    terminal = Terminal.of(ctx)
    with look(terminal.database()) as window:
        seen = window.today(terminal.today)
    if terminal.format != "table":
        _as_data(terminal, seen)
        return
    terminal.show_text("\n".join(_lines(terminal, seen)))


def _as_data(terminal: Terminal, seen: Today) -> None:
    from cli.output import Sheet
    from cli.rows import task_row

    groups = (("late", seen.late), ("soon", seen.soon), ("reported", seen.reported), ("waiting", seen.waiting))
    rows = [{"standing": name, **task_row(task)} for name, tasks in groups for task in tasks]
    terminal.show(Sheet("today", ("standing", "id", "who", "day", "late", "text"), rows))


def _lines(terminal: Terminal, seen: Today) -> list[str]:
    signs, words = glyphs_for(sys.stdout.encoding), terminal.words
    lines = [words("today-head", place=" · ".join(filter(None, (seen.day, seen.organisation))), count=seen.open)]
    for code, mark, tasks, shape in (
        ("today-late", signs.late, seen.late, "today-late-line"),
        ("today-soon", signs.soon, seen.soon, "today-line"),
        ("today-reported", signs.waits, seen.reported, "today-reported-line"),
        ("today-waiting", signs.dash, seen.waiting, "today-line"),
    ):
        if not tasks:
            continue
        lines.append(words(code, mark=mark, count=len(tasks)))
        lines += [words(shape, **_facts(terminal, task)) for task in tasks[:MOST]]
        if len(tasks) > MOST:
            lines.append(words("today-more", count=len(tasks) - MOST))
    return lines if len(lines) > 1 else [*lines, words("today-nothing")]


def _facts(terminal: Terminal, task: TaskLine) -> dict[str, object]:
    who = task.executors[0].name if task.executors else terminal.words("nobody")
    text = " ".join(task.text.split())
    short = text if len(text) <= 50 else text[:49] + "…"
    return {"id": task.id.ljust(9), "who": who[:30].ljust(30), "day": task.day, "late": task.late, "text": short}
