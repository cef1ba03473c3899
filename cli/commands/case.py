"""`case start|list|show|advance|return`: cycles and cases of any other regulation, taken through their stages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.definition.workflow import Stage as StageOf
    from engine.desk.desk import Desk
    from engine.desk.intent import Intent
    from engine.store.lines import CaseLine
    from engine.store.window import Window

Id = Annotated[str, typer.Argument(metavar="ID", show_default=False)]
Subject = Annotated[list[str] | None, typer.Argument(metavar="[WORKFLOW] [SUBJECT…]", show_default=False)]
Organisation = Annotated[str, typer.Option("--organisation", metavar="NAME", show_default=False)]
Mechanism = Annotated[str, typer.Option("--mechanism", metavar="CODE", show_default=False)]
Period = Annotated[str, typer.Option("--period", metavar="YEAR", show_default=False)]
AtStage = Annotated[str, typer.Option("--at", "--at-stage", metavar="STAGE", show_default=False)]
WorkflowName = Annotated[str, typer.Option("--workflow", metavar="NAME", show_default=False)]
Stage = Annotated[str, typer.Argument(metavar="STAGE", show_default=False)]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", show_default=False)]
WaiveWho = Annotated[str, typer.Option("--waive", metavar="WHO", show_default=False)]
WaiveUntil = Annotated[str, typer.Option("--until", metavar="DAY", show_default=False)]
CYCLE = "management_cycle"


def start(
    ctx: typer.Context,
    subject: Subject = None,
    organisation: Organisation = "",
    mechanism: Mechanism = "",
    period: Period = "",
    at_stage: AtStage = "",
) -> Exit:
    """Start a cycle (organisation, mechanism, period), or a case of a workflow that is named first."""
    from cli.acting import act, at_desk, dressed

    terminal = Terminal.of(ctx)
    named = {"organisation": organisation, "mechanism": mechanism, "period": period}
    with at_desk(terminal) as (desk, window):
        intent = _started(terminal, desk, list(subject or ()), named, at_stage)
        ready = dressed(terminal, window, intent)
    return act(terminal, desk, ready)


def _started(terminal: Terminal, desk: Desk, words: list[str], named: dict[str, str], at: str) -> Intent:
    """The cycle that is meant, or a case of the regulation that is named first, by its name or its title."""
    from cli.days import period as read_period
    from cli.finding import one_of
    from engine.desk.cycles import start as cycle_started
    from engine.desk.cycles import start_other

    with desk.store.reading() as ledger:
        known = {name: ledger.workflow(name) for name in ledger.workflows()}
    besides = {title.casefold(): name for name, each in known.items() for title in (each.title.ru, each.title.en)}
    name = CYCLE
    if words and (words[0] in known or words[0].casefold() in besides or len(words) > len(known[CYCLE].subject)):
        name = one_of(terminal, "workflow", words.pop(0), known, besides)
    workflow = known[name]
    subject = {**dict(zip(workflow.subject, words, strict=False)), **{k: v for k, v in named.items() if v}}
    if name == CYCLE:
        subject.setdefault("period", str(terminal.today.year))
    if "period" in subject:
        subject["period"] = read_period(subject["period"])
    missing = [key for key in workflow.subject if not subject.get(key)]
    if missing:
        raise Complaint("missing-argument", {"name": ", ".join(missing), "path": "resheno case start"}, Exit.USAGE)
    if at:
        at = one_of(terminal, "stage", at, workflow.stages, by_title(workflow.stages))
    if name == CYCLE:
        return cycle_started(subject["organisation"], subject["mechanism"], subject["period"], at)
    return start_other(name, subject, dict(subject), at)


def by_title(stages: Mapping[str, StageOf]) -> dict[str, str]:
    """The stages by what a person calls them, in either language."""
    return {title.casefold(): code for code, each in stages.items() for title in (each.title.ru, each.title.en)}


def list_(ctx: typer.Context, workflow: WorkflowName = "", mechanism: Mechanism = "") -> None:
    """Show the cases, of one workflow or of all but the assignments."""
    from cli.finding import cases as every_case
    from cli.finding import one_of
    from cli.looking import view

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        every = every_case(window)
        known = window.workflows()
        besides = {title.casefold(): name for name in known for title in window.titles(name)["title"].values()}
        wanted = one_of(terminal, "workflow", workflow, known, besides) if workflow else ""
        cases = [c for c in every if (c.workflow == wanted if wanted else c.workflow != "assignment")]
        rows = [_row(terminal, window, line) for line in cases if mechanism in ("", line.subject.get("mechanism", ""))]
    columns = ("id", "mechanism", "organisation", "period", "stage_title", "standing")
    # The letter of an id tells a cycle from a document; cases of other regulations are named.
    named = any(line.workflow not in (CYCLE, "protocol") for line in cases)
    terminal.show(Sheet("cases", (*columns, *(("workflow_title",) if named else ())), rows))


def _row(terminal: Terminal, window: Window, line: CaseLine) -> dict[str, object]:
    """A case for a list; a document stands there with its body, its number and its date."""
    from cli.rows import case_row
    from cli.telling import title_of, titles

    stages = window.stages(line.id)
    stands = [stage.standing for stage in stages]
    has = sum(1 for each in stands if each in ("recorded", "proven"))
    facts = {"has": has, "planned": stands.count("planned")}
    subject = line.subject
    number = subject.get("number", "")
    return {
        **case_row(line),
        "workflow_title": title_of(window, line.workflow, terminal.lang),
        "stage_title": titles(window, line.workflow, terminal.lang).get(line.stage, line.stage),
        "mechanism": subject.get("mechanism", ""),
        "organisation": subject.get("organisation") or subject.get("body", ""),
        "period": subject.get("period") or (f"№ {number}" if number else ""),
        "standing": terminal.words("case-standing", **facts) if len(stands) > 1 else "",
    }


def show(ctx: typer.Context, id: Id) -> None:
    """Show a case from all sides."""
    from cli.finding import case_id
    from cli.looking import view
    from cli.viewing import show_status

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        show_status(terminal, window, case_id(window, id), history=True)


def advance(ctx: typer.Context, id: Id, waive: WaiveWho = "", reason: Reason = "", until: WaiveUntil = "") -> Exit:
    """Take a case one stage on; at the last stage, close it and begin the next cycle."""
    from cli.acting import act, at_desk, dressed, waiver
    from cli.finding import case_id
    from engine.desk.cycles import fire

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        case = case_id(window, id)
        ways = [way.trigger for way in desk.may(case)]
        forward = next((trigger for trigger in ways if trigger in ("advance", "close")), "advance")
        forward = ways[0] if forward not in ways and ways else forward
        intent = fire(case, forward, {}, waiver=waiver(terminal, waive, reason, until))
        ready = dressed(terminal, window, intent, case=case)
    return act(terminal, desk, ready)


def return_(ctx: typer.Context, id: Id, stage: Stage, reason: Reason = "") -> Exit:
    """Send a case back to an earlier stage, with the reason."""
    from cli.acting import act, at_desk, dressed
    from cli.finding import case_id, one_of
    from engine.desk.cycles import back

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        case = case_id(window, id)
        stages = desk.workflow_of(desk.case(case)).stages
        stage = one_of(terminal, "stage", stage, stages, by_title(stages))
        ready = dressed(terminal, window, back(case, stage, reason), case=case)
    return act(terminal, desk, ready)
