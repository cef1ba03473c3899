"""`diff`: what became of everything between the ends of two days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.run.case import Case
    from engine.run.difference import Difference
    from engine.store.window import Window

Day = Annotated[str, typer.Argument(metavar="DAY", show_default=False)]
LastDay = Annotated[str, typer.Argument(metavar="[DAY]", show_default=False)]


def diff(ctx: typer.Context, first_day: Day, last_day: LastDay = "") -> None:
    """Show what was opened, moved, recorded and extended after the first day, until the end of the last."""
    from cli.days import day
    from cli.deeds import Teller
    from cli.differing import told
    from engine.store.window import look

    terminal = Terminal.of(ctx)
    first, last = day(first_day), day(last_day) if last_day else terminal.today
    if last < first:
        raise Complaint("days-turned", {"first": first.isoformat(), "last": last.isoformat()}, Exit.USAGE)
    path, now = terminal.database(), date.today()
    with look(path, first) as before, look(path, last if last < now else None) as after:
        teller = Teller(after, terminal.lang)
        found = _between(before, after)
        rows = [told(each, case, teller) for each, case in found]
    terminal.show(Sheet("diff", ("case", "what", "told", "before", "after"), rows))
    counts: dict[str, int] = {}
    for each, _ in found:
        counts[each.what] = counts.get(each.what, 0) + 1
    summed = "; ".join(terminal.words(f"diff-{what}-count", count=n) for what, n in counts.items())
    days = {"first": first.isoformat(), "last": last.isoformat()}
    terminal.talk("diff-sum", **days, told=summed or terminal.words("diff-same"))


def _between(before: Window, after: Window) -> list[tuple[Difference, Case]]:
    """The differences case by case, in the order in which the cases were touched."""
    from engine.run.difference import differences
    from engine.run.fold import fold
    from engine.run.office import ID as OFFICE_ID
    from engine.store.as_of import history

    last = max((entry.seq for entry in before.log(limit=1)), default=0)
    touched = dict.fromkeys(entry.case for entry in after.log() if entry.seq > last and entry.case != OFFICE_ID)
    found = []
    for case in touched:
        was, now = fold(history(before, case)), fold(history(after, case))
        some = now or was
        found += [(each, some) for each in differences(was, now) if some is not None]
    return found
