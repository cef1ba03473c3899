"""`audit run|document`: which of the seven stages are absent, planned, recorded, proven, and what closes each gap."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.audit.row import CycleRow
    from engine.definition.workflow import Workflow

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Organisation = Annotated[str, typer.Option("--organisation", metavar="NAME", show_default=False)]
Mechanism = Annotated[str, typer.Option("--mechanism", metavar="CODE", show_default=False)]
Period = Annotated[str, typer.Option("--period", metavar="YEAR", show_default=False)]
CYCLE = "management_cycle"


def run(ctx: typer.Context, organisation: Organisation = "", mechanism: Mechanism = "", period: Period = "") -> Exit:
    """Audit the cycles of the database."""
    from cli.acting import at_desk
    from cli.finding import one_of
    from engine.audit.stages import audit_cycles
    from engine.definition.shipped import mechanisms, shipped

    terminal = Terminal.of(ctx)
    known = mechanisms()
    if mechanism:
        one_of(terminal, "mechanism", mechanism, [each.code for each in known])
    with at_desk(terminal) as (desk, window):
        names = {party.id: party.name for party in window.parties()}
        with desk.store.reading() as ledger:
            cases = [ledger.known_case(line.id) for line in window.cases(CYCLE)]
    rows = [
        row
        for row in audit_cycles(cases, known, shipped(CYCLE), names)
        if organisation.casefold() in row.organisation.casefold()
        and mechanism in ("", row.mechanism)
        and period in ("", row.period)
    ]
    return _tell(terminal, tuple(rows), shipped(CYCLE))


def document(ctx: typer.Context, file: File) -> Exit:
    """Audit one document by itself; nothing is stored."""
    from cli.reading import no_items, read_document, tell_problems
    from engine.audit.stages import audit_document
    from engine.definition.shipped import mechanisms, shipped

    terminal = Terminal.of(ctx)
    protocol = read_document(terminal, file)
    rows = audit_document(protocol, mechanisms(), shipped(CYCLE))
    code = _tell(terminal, rows, shipped(CYCLE))
    if not protocol.items:
        raise no_items(protocol, file)
    if terminal.given.get("verbose"):
        tell_problems(terminal, protocol.problems)
    return code


def _tell(terminal: Terminal, rows: tuple[CycleRow, ...], workflow: Workflow) -> Exit:
    """Show the rows; gaps are findings, and end with 6 only where --fail-on asks for it."""
    from cli.finding import one_of
    from engine.audit.answer import as_json

    if terminal.format == "json":
        data = as_json(rows, terminal.lang)
        terminal.show_json({"schema": "resheno.audit/1", "data": data, "as_of": terminal.today.isoformat()})
    elif terminal.format == "table":
        terminal.show_text("\n".join(audit_lines(terminal, rows, workflow)))
    else:
        terminal.show(_sheet(terminal, rows))
    limit = str(terminal.given.get("fail_on") or "never")
    one_of(terminal, "other", limit, ("warning", "error", "never"))
    return Exit.FOUND if limit != "never" and any(row.touched and row.gaps for row in rows) else Exit.OK


def audit_lines(terminal: Terminal, rows: tuple[CycleRow, ...], workflow: Workflow) -> list[str]:
    """The audit as somebody reads it; what nothing touches is one line per organisation and period."""
    from engine.audit.answer import finding, way_out

    lang = terminal.lang
    lines: list[str] = []
    for row in (row for row in rows if row.touched):
        case = f"({row.case})" if row.case else ""
        head = {"organisation": row.organisation, "mechanism": row.mechanism, "period": row.period, "case": case}
        lines.append(terminal.words("audit-row", **head).rstrip())
        standings = ((getattr(workflow.stages[name].title, lang), stands) for name, stands in row.stages.items())
        lines.append("  " + " · ".join(f"{title}: {terminal.words(f'standing-{how}')}" for title, how in standings))
        for gap in row.gaps:
            lines.append(terminal.words("audit-gap", text=finding(gap, lang)))
            lines.append(terminal.words("audit-fix", fix=way_out(gap, lang)))
    untouched: dict[tuple[str, str], list[str]] = {}
    for row in (row for row in rows if not row.touched):
        untouched.setdefault((row.organisation, row.period), []).append(row.mechanism)
    for (organisation, period), codes in untouched.items():
        place = " · ".join(filter(None, (organisation, period)))
        lines.append(terminal.words("untouched", place=place, mechanisms=", ".join(codes)))
    return lines or [terminal.words("audit-none")]


def _sheet(terminal: Terminal, rows: tuple[CycleRow, ...]) -> Sheet:
    from engine.audit.answer import finding

    flat = [
        {
            "organisation": row.organisation,
            "mechanism": row.mechanism,
            "period": row.period,
            "case": row.case,
            "stages": {name: terminal.words(f"standing-{how}") for name, how in row.stages.items()},
            "gaps": [finding(gap, terminal.lang) for gap in row.gaps],
        }
        for row in rows
    ]
    return Sheet("audit", ("organisation", "mechanism", "period", "case", "stages", "gaps"), flat)
