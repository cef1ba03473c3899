"""`next`: what somebody should do next, the most urgent first, each with the command to type."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from cli.output import Sheet, shortened, width
from cli.terminal import Terminal

if TYPE_CHECKING:
    from cli.people import People
    from cli.steps import Row, Steps
    from engine.store.window import Window

MOST = {"table": 10}  # rows on a screen
MOST_DATA = 100  # rows for a program, unless it says --limit
COLUMNS = ("id", "act_title", "term", "late", "about", "command")


def next_(ctx: typer.Context) -> None:
    """Show what whoever sits here, or whoever --as names, can do now; what waits for others is not told."""
    from cli.finding import party_id
    from cli.looking import view_desk
    from cli.people import People
    from cli.steps import steps

    terminal = Terminal.of(ctx)
    actor, most = terminal.given.get("actor"), terminal.limit or MOST.get(terminal.format, MOST_DATA)
    with view_desk(terminal) as (desk, window):
        who = party_id(window, str(actor)) if actor else desk.operator
        people = People(terminal, window)
        found = steps(people, desk, window, who, most)
        if terminal.format != "table":
            terminal.show(Sheet("next", COLUMNS, found.rows))
        elif found.rows:
            terminal.show_text("\n".join(_lines(people, who, found.rows)))
        _tell_rest(people, window, who, found, most)


def _lines(people: People, who: str, rows: Sequence[Row]) -> list[str]:
    terminal = people.terminal
    head = terminal.words("next-head", who=people.name(who), day=people.day.isoformat())
    widest = max(len(str(row["id"])) for row in rows)
    return [head, *(line for row in rows for line in _step(terminal, row, widest))]


def _step(terminal: Terminal, row: Row, widest: int) -> list[str]:
    """One step: how urgent it is, what it is and what it is about on one line, and below it the command, never cut."""
    from cli.glyphs import glyphs_for

    signs, words = glyphs_for(sys.stdout.encoding), terminal.words
    mark = signs.late if row["late"] else signs.soon if row["term"] else signs.dash
    day = words("next-late", late=row["late"]) if row["late"] else ""
    day = day or (words("next-due", day=row["term"]) if row["term"] else "")
    what = words("next-lacks", lacks=row["lacks"]) if row["lacks"] else str(row["act_title"])
    head = "  ".join(filter(None, (f"[{mark}] {str(row['id']).ljust(widest)}", day, what)))
    room = width() - len(head) - 3
    about = [f"    {shortened(str(row['about']), width() - 4)}"] if room < len(str(row["about"])) else []
    first = shortened(head, width()) if about else f"{head} · {row['about']}"
    return [first, *about, f"    {row['command']}"]


def _tell_rest(people: People, window: Window, who: str, found: Steps, most: int) -> None:
    """What there is besides; where there is nothing at all, what would bring something."""
    talk, name = people.terminal.talk, people.name(who)
    if found.left:
        talk("next-more", count=found.left, limit=max(most, 1) * 2)
    elif found.rows:
        return
    elif found.waiting:
        talk("next-waits", who=name, count=len(found.waiting), id=found.waiting[0])
    elif any(not case.final for case in window.cases()):
        talk("next-none" if people.held_by(who) else "next-roleless", who=name)
    else:
        talk("next-empty")
