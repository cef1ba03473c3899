"""`why`: why a case stands where it stands: what is open, what each closed way lacks, what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.exits import Exit
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.desk.ways import Way
    from engine.store.lines import Status

    Told = tuple[Way, list[str]]  # a way out, and why it is closed, in words

Id = Annotated[str, typer.Argument(metavar="ID", show_default=False)]


def why(ctx: typer.Context, id: Id) -> Exit:
    """Say what may be done with a case now, and what stands in the way of the rest."""
    from cli.acting import at_desk
    from cli.finding import case_id
    from cli.telling import lexicon_of, reasons, titles

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        case = case_id(window, id)
        seen = window.status(case, terminal.today)
        stages = titles(window, seen.case.workflow, terminal.lang)
        lexicon = lexicon_of(desk, case, terminal.lang)
        ways = [(way, reasons(way.because, lexicon, terminal.lang)) for way in desk.may(case)]
    if terminal.format == "json":
        data = {"id": case, "stage": seen.case.stage, "ways": [_as_json(*told) for told in ways]}
        terminal.show_json({"schema": "resheno.why/1", "data": data, "as_of": terminal.today.isoformat()})
    else:
        terminal.show_text("\n".join(_lines(terminal, seen, ways, stages)))
    return Exit.OK


def _lines(terminal: Terminal, seen: Status, ways: list[Told], stages: dict[str, str]) -> list[str]:
    from cli.viewing import waits

    id, words = seen.case.id, terminal.words
    lines = [words("why-stands", id=id, text=_about(seen), stage=stages.get(seen.case.stage, seen.case.stage))]
    lines += waits(terminal, seen)
    if not ways:
        lines.append(words("why-final", id=id))
    names = dict.fromkeys(_name(way, terminal) for way, _ in ways if way.open)
    if names:
        lines.append(words("why-open", id=id, what=", ".join(names)))
    for way, because in ways:
        if not way.open:
            lines.append(words("why-closed", id=id, what=_name(way, terminal)))
            lines += [words("why-reason", n=n, reason=reason) for n, reason in enumerate(because, 1)]
    return lines


def _about(seen: Status) -> str:
    text = " ".join((seen.task.text if seen.task else ", ".join(filter(None, seen.case.subject.values()))).split())
    return text if len(text) <= 100 else text[:99] + "…"


def _name(way: Way, terminal: Terminal) -> str:
    return f"{way.trigger} ({getattr(way.title, terminal.lang)})"


def _as_json(way: Way, because: list[str]) -> dict[str, object]:
    whole: dict[str, object] = {"trigger": way.trigger, "to": way.target, "role": way.role, "asks": list(way.asks)}
    return {**whole, "open": way.open, "because": because}
