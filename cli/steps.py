"""What somebody can do next: of the steps that are theirs to take, those that nothing keeps from them, with a command.

A step that lacks something which they may bring themselves becomes that; what waits for somebody else is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cli.people import People
    from engine.desk.desk import Desk
    from engine.desk.prospects import Lack, Prospect
    from engine.store.window import Window

JUDGED = 300  # steps that are looked into unless more rows are wanted: each has its requirements judged
Row = dict[str, object]


class Steps(NamedTuple):
    """The rows that were asked for, how many steps were left unlooked at, and the cases that wait for others."""

    rows: list[Row]
    left: int
    waiting: list[str]


def steps(people: People, desk: Desk, window: Window, party: str, most: int) -> Steps:
    """What somebody can do, overdue first, then by day, then what has none; no more than `most` rows."""
    from cli.awaited import awaited

    theirs = sorted(awaited(people, window, party), key=_urgency)
    own, rows, waiting = replace(desk, operator=party), dict[str, Row](), list[str]()
    for n, row in enumerate(theirs):
        if len(rows) == most or n == max(JUDGED, 3 * most):
            return Steps(list(rows.values()), len(theirs) - n, waiting)
        case = str(row["id"])
        if case not in rows:
            found = _step(people, own, window, row)
            if found:
                rows[case] = found
            else:
                waiting.append(case)
    return Steps(list(rows.values()), 0, [case for case in dict.fromkeys(waiting) if case not in rows])


def _urgency(row: Row) -> tuple[bool, bool, str]:
    return (not row["late"], not row["term"], str(row["term"]))


def _step(people: People, desk: Desk, window: Window, row: Row) -> Row | None:
    """The row with its command, if somebody can do it now or bring what it lacks."""
    from cli.moves import command_for

    case, lang = str(row["id"]), people.terminal.lang
    wanted = (row["trigger"], row["role"])
    for prospect in desk.prospects(case):
        if (prospect.way.trigger, prospect.way.role) != wanted:
            continue
        if not prospect.way.open:
            return next(_bringing(people, desk, row, prospect), None)
        command = command_for(desk.case(case).workflow, prospect.way.trigger, case, lang)
        return {**row, "lacks": None, "command": _said_by(people, desk, command)}
    return None


def _bringing(people: People, desk: Desk, row: Row, prospect: Prospect) -> Iterator[Row]:
    """What somebody can bring for a closed way, unless another of its reasons waits for somebody else."""
    from cli.telling import explained

    if not all(_settled_by(desk, lack) for lack in prospect.lacks):
        return
    case, trigger, terminal = str(row["id"]), prospect.way.trigger, people.terminal
    for reason in explained(desk, case, prospect.way.because, trigger, terminal.lang):
        lacks = reason.facts.get("requirement") or terminal.words(reason.code, **reason.facts)
        commands = [way for way in reason.ways if way.startswith("resheno ")]
        if commands:
            yield {**row, "lacks": lacks, "command": _said_by(people, desk, commands[0])}


def _settled_by(desk: Desk, lack: Lack) -> bool:
    by_now = lack.earliest is None or lack.earliest <= desk.clock().date()
    return desk.operator in lack.who and not lack.chain and by_now


def _said_by(people: People, desk: Desk, command: str) -> str:
    """A command that says whose act it is, where that is not whoever sits at the keyboard."""
    named = people.terminal.given.get("actor")
    return f"{command} --as {desk.operator}" if named and "--as " not in command else command
