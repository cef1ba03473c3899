"""`why`: why a case stands where it stands: what is open, what each closed way lacks, what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.exits import Exit
from cli.terminal import Terminal

if TYPE_CHECKING:
    from cli.refusing import Told
    from engine.desk.desk import Desk
    from engine.desk.ways import Way
    from engine.store.lines import Status

    Reasoned = tuple[Way, list[Told]]  # a way out, and why it is closed, in words

Id = Annotated[str, typer.Argument(metavar="ID", show_default=False)]


def why(ctx: typer.Context, id: Id) -> Exit:
    """Say what may be done with a case now, and what stands in the way of the rest."""
    from cli.finding import case_id
    from cli.looking import view_desk
    from cli.telling import explained, titles

    terminal = Terminal.of(ctx)
    with view_desk(terminal) as (desk, window):
        case = case_id(window, id)
        seen = window.status(case, terminal.today)
        stages = titles(window, seen.case.workflow, terminal.lang)
        ways = [
            (way, explained(desk, case, way.because, way.trigger, terminal.lang, _others(desk, case, way)))
            for way in desk.may(case)
        ]
    if terminal.format == "json":
        data = {
            "id": case,
            "stage": seen.case.stage,
            "ways": [_as_json(way, reasons, terminal) for way, reasons in ways],
        }
        terminal.show_json({"schema": "resheno.why/1", "data": data, "as_of": terminal.today.isoformat()})
    else:
        terminal.show_text("\n".join(_lines(terminal, seen, ways, stages)))
    return Exit.OK


def _others(desk: Desk, case: str, way: Way) -> tuple[str, ...]:
    """Who may take a way that a role or a duty bars to whoever asks."""
    from engine.desk.able import able
    from engine.desk.cycles import fire

    return able(desk, fire(case, way.trigger, {}, way.target), case) if any(b.duty for b in way.because) else ()


def _lines(terminal: Terminal, seen: Status, ways: list[Reasoned], stages: dict[str, str]) -> list[str]:
    from cli.moves import command_for
    from cli.viewing import waits

    id, words = seen.case.id, terminal.words
    lines = [words("why-stands", id=id, text=_about(seen), stage=stages.get(seen.case.stage, seen.case.stage))]
    lines += waits(terminal, seen)
    if not ways:
        lines.append(words("why-final", id=id))
    for way, reasons in ways:
        if not way.open:
            lines.append(words("why-closed", what=_name(way, terminal)))
            lines += _reasons(terminal, reasons)
    if any(way.open for way, _ in ways):
        lines.append(words("why-open"))
    commands = {command_for(seen.case.workflow, w.trigger, id, terminal.lang): w for w, _ in ways if w.open}
    widest = max((len(_name(way, terminal)) for way in commands.values()), default=0)
    lines += [f"  {_name(way, terminal).ljust(widest)}  {command}" for command, way in commands.items()]
    return lines


def _reasons(terminal: Terminal, reasons: list[Told]) -> list[str]:
    lines = []
    for n, reason in enumerate(reasons, 1):
        said = (
            reason.facts.get("requirement") if reason.code == "unmet" else terminal.words(reason.code, **reason.facts)
        )
        lines.append(terminal.words("why-reason", n=n, reason=said))
        lines += [f"     {each}" for each in (*reason.whys, *reason.ways)]
    return lines


def _about(seen: Status) -> str:
    text = " ".join((seen.task.text if seen.task else ", ".join(filter(None, seen.case.subject.values()))).split())
    return text if len(text) <= 100 else text[:99] + "…"


def _name(way: Way, terminal: Terminal) -> str:
    title: str = getattr(way.title, terminal.lang)
    return title


def _as_json(way: Way, reasons: list[Told], terminal: Terminal) -> dict[str, object]:
    because = [line for r in reasons for line in (terminal.words(r.code, **r.facts), *r.whys)]
    whole: dict[str, object] = {"trigger": way.trigger, "to": way.target, "role": way.role, "asks": list(way.asks)}
    return {**whole, "open": way.open, "because": because, "fix": [way for r in reasons for way in r.ways]}
