"""`today`: what burns, what comes, who waits. Reads the narrow window only, so that it starts at once."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import typer

from cli.glyphs import glyphs_for
from cli.output import shortened, width
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.lines import TaskLine, Today

MOST = 10  # lines of one heading; who wants more has `task list`
NAME, DAY, LEAST = 22, 10, 20  # letters of an executor, of a day, and of the text on however narrow a screen


def today(ctx: typer.Context) -> None:
    """Show what is late, what is due within three days, what waits for an answer."""
    from cli.looking import view

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
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
    """The report: what is told under a heading is not told again under a lower one."""
    signs, words = glyphs_for(sys.stdout.encoding), terminal.words
    weekday = words("weekdays").split()[date.fromisoformat(seen.day).weekday()]
    place = " · ".join(filter(None, (f"{weekday} {terminal.day(seen.day)}", seen.organisation)))
    lines, told = [words("today-head", place=place, count=seen.open)], set[str]()
    for code, mark, tasks, verb in (
        ("today-late", signs.late, seen.late, "today-why"),
        ("today-soon", signs.soon, seen.soon, ""),
        ("today-reported", signs.waits, seen.reported, "today-confirm"),
        ("today-waiting", signs.dash, seen.waiting, "today-accept"),
    ):
        fresh = [task for task in tasks if task.id not in told]
        if not fresh:
            continue
        told.update(task.id for task in fresh)
        command = words("today-do", verb=words(verb)) if verb else ""
        lines.append(words(code, mark=mark, count=len(fresh)) + command)
        widest = max(len(task.id) for task in fresh[:MOST])
        lines += [_line(terminal, task, widest) for task in fresh[:MOST]]
        if len(fresh) > MOST:
            lines.append(words("today-more", count=len(fresh) - MOST))
    return lines if len(lines) > 1 else [*lines, words("today-nothing")]


def _line(terminal: Terminal, task: TaskLine, widest: int) -> str:
    """One assignment on one line of the screen: id, executor, day, how late; what room is left is for the text."""
    words = terminal.words
    more = f" +{len(task.executors) - 1}" if len(task.executors) > 1 else ""
    who = shortened(task.executors[0].name if task.executors else words("nobody"), NAME - len(more))
    day = _day(terminal, task) if task.day else task.deadline_raw if len(task.deadline_raw) <= DAY else ""
    head = f"    {task.id.ljust(widest)}  {(who + more).ljust(NAME)}  {day.ljust(DAY)}"
    return f"{head}  {shortened(' '.join(task.text.split()), max(width() - len(head) - 2, LEAST))}".rstrip()


def _day(terminal: Terminal, task: TaskLine) -> str:
    return terminal.words("today-days", late=task.late) if task.late else terminal.day(task.day)
