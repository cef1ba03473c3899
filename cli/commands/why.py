"""`why`: why a case stands where it stands: what is open, what each closed way lacks, what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.exits import Exit
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk.ways import Way
    from engine.store.lines import Status

Id = Annotated[str, typer.Argument(metavar="ID", show_default=False)]


def why(ctx: typer.Context, id: Id) -> Exit:
    """Say what may be done with a case now, and what stands in the way of the rest."""
    from cli.acting import at_desk
    from cli.finding import case_id
    from cli.telling import titles

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        case = case_id(window, id)
        seen, found = window.status(case, terminal.today), desk.may(case)
        stages = titles(window, seen.case.workflow, terminal.lang)
    if terminal.format == "json":
        data = {"id": case, "stage": seen.case.stage, "ways": [_as_json(way, terminal) for way in found]}
        terminal.show_json({"schema": "resheno.why/1", "data": data, "as_of": terminal.today.isoformat()})
    else:
        terminal.show_text("\n".join(_lines(terminal, seen, found, stages)))
    return Exit.OK


def _lines(terminal: Terminal, seen: Status, found: tuple[Way, ...], stages: dict[str, str]) -> list[str]:
    text = " ".join((seen.task.text if seen.task else ", ".join(seen.case.subject.values())).split())
    stage = stages.get(seen.case.stage, seen.case.stage)
    lines = [terminal.words("why-stands", id=seen.case.id, text=text[:80], stage=stage)]
    for task, enforced, reason in seen.depends_on:
        lines.append(terminal.words("why-needs" if enforced else "why-offered", id=task, why=reason))
    if not found:
        lines.append(terminal.words("why-final", id=seen.case.id))
    open_ways = [way for way in found if way.open]
    if open_ways:
        lines.append(
            terminal.words("why-open", id=seen.case.id, what=", ".join(_name(way, terminal) for way in open_ways))
        )
    for way in found:
        if not way.open:
            lines.append(terminal.words("why-closed", id=seen.case.id, what=_name(way, terminal)))
            reasons = _reasons(way, terminal)
            lines += [terminal.words("why-reason", n=n, reason=reason) for n, reason in enumerate(reasons, 1)]
    return lines


def _name(way: Way, terminal: Terminal) -> str:
    return f"{way.trigger} ({getattr(way.title, terminal.lang)})"


def _reasons(way: Way, terminal: Terminal) -> list[str]:
    from cli.telling import reasons

    return reasons(way.because, terminal.lang)


def _as_json(way: Way, terminal: Terminal) -> dict[str, object]:
    told = {"open": way.open, "because": _reasons(way, terminal)}
    return {"trigger": way.trigger, "to": way.target, "role": way.role, "asks": list(way.asks), **told}
