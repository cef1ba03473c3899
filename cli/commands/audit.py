"""`audit run|document`: which of the seven stages are absent, planned, recorded, proven, and what closes each gap."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from cli.leave import LeaveOf
    from engine.audit.row import CycleRow
    from engine.definition.workflow import Workflow

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Organisation = Annotated[str, typer.Option("--organisation", metavar="NAME", show_default=False)]
Mechanism = Annotated[str, typer.Option("--mechanism", metavar="CODE", show_default=False)]
Brief = Annotated[bool, typer.Option("--brief")]
Period = Annotated[str, typer.Option("--period", metavar="YEAR", show_default=False)]
CYCLE = "management_cycle"


def run(
    ctx: typer.Context,
    organisation: Organisation = "",
    mechanism: Mechanism = "",
    period: Period = "",
    brief: Brief = False,
) -> Exit:
    """Audit the cycles of the database."""
    from cli.finding import one_of
    from cli.leave import facts_of, leave_of
    from cli.looking import view
    from cli.people import People
    from engine.audit.stages import audit_cycles
    from engine.audit.unmet import unmet
    from engine.definition.shipped import mechanisms, shipped
    from engine.store.as_of import folded
    from engine.store.gap_window import cases_shown, gaps

    terminal = Terminal.of(ctx)
    known = mechanisms()
    if mechanism:
        one_of(terminal, "mechanism", mechanism, [each.code for each in known])
    with view(terminal) as window:
        people, names = People(terminal, window), {party.id: party.name for party in window.parties()}
        leave, facts = leave_of(people, window, CYCLE), facts_of(people)
        by_leave = set(window.waived())  # what was passed over by leave is told by the journal alone
        cases = [folded(window, case.id) if case.id in by_leave else case for case in cases_shown(window, CYCLE)]
        broken = unmet(gaps(window, people.day, CYCLE), shipped(CYCLE), people.day)
    rows = [
        row
        for row in audit_cycles(cases, known, shipped(CYCLE), names, facts, broken)
        if organisation.casefold() in row.organisation.casefold()
        and mechanism in ("", row.mechanism)
        and period in ("", row.period)
    ]
    leave = leave._replace(given=()) if organisation or mechanism or period else leave
    return _tell(terminal, tuple(rows), shipped(CYCLE), brief, leave=leave)


def document(ctx: typer.Context, file: File, brief: Brief = False) -> Exit:
    """Audit one document by itself; nothing is stored."""
    from cli.reading import no_items, read_document, tell_problems
    from engine.audit.stages import audit_document
    from engine.definition.shipped import mechanisms, shipped

    terminal = Terminal.of(ctx)
    protocol = read_document(terminal, file)
    rows = audit_document(protocol, mechanisms(), shipped(CYCLE))
    code = _tell(terminal, rows, shipped(CYCLE), brief, str(file))
    if not protocol.items:
        raise no_items(protocol, file)
    if terminal.given.get("verbose"):
        tell_problems(terminal, protocol.problems)
    return code


def _tell(
    terminal: Terminal,
    rows: tuple[CycleRow, ...],
    workflow: Workflow,
    brief: bool,
    file: str = "",
    leave: LeaveOf | None = None,
) -> Exit:
    """Show the rows; gaps are findings, and end with 6 only where --fail-on asks for it."""
    from cli.finding import one_of
    from engine.audit.answer import as_json

    if terminal.format == "json":
        whole = {"schema": "resheno.audit/1", "data": as_json(rows, terminal.lang)}
        more = {"leave": leave.as_data()} if leave else {}
        terminal.show_json({**whole, **more, "as_of": terminal.today.isoformat()})
    elif terminal.format == "table":
        from cli.auditing import Report
        from engine.definition.shipped import mechanisms

        report = Report(terminal, workflow, mechanisms())
        lines = leave.lines() if leave else []
        terminal.show_text("\n".join([*report.lines(rows, brief=brief, file=file), *([""] if lines else []), *lines]))
    else:
        terminal.show(_sheet(terminal, rows))
    limit = str(terminal.given.get("fail_on") or "never")
    one_of(terminal, "other", limit, ("warning", "error", "never"))
    found = any(row.touched and row.gaps for row in rows) or (leave is not None and leave.broken)
    return Exit.FOUND if limit != "never" and found else Exit.OK


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
