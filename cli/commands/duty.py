"""`duty list|waive`: which duties are kept apart, where they are judged, and what standing leave there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from cli.people import People
    from engine.audit.duties import Duty, Leave
    from engine.definition.workflow import Workflow
    from engine.store.window import Window

Duties = Annotated[list[str], typer.Argument(metavar="DUTY…", show_default=False)]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", show_default=False)]
Until = Annotated[str, typer.Option("--until", metavar="DAY", show_default=False)]


def list_(ctx: typer.Context) -> None:
    """Show each duty with its sentence, where it is judged, and the standing leave from it."""
    from cli.looking import view
    from cli.people import People
    from engine.audit.duties import duties, standing_leave

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        people = People(terminal, window)
        given = standing_leave(people.office, people.day)
        rows = [_row(people, duty, given) for duty in duties(_newest(window))]
    terminal.show(Sheet("duties", ("code", "sentence", "judged", "leave"), rows))


def _newest(window: Window) -> list[Workflow]:
    """The regulations by which new cases run."""
    from engine.store.versions import kept, versions

    return [kept(window, name) for name in dict.fromkeys(line.name for line in versions(window))]


def _row(people: People, duty: Duty, given: tuple[Leave, ...]) -> dict[str, object]:
    terminal = people.terminal
    places = dict.fromkeys(code for code, _, _ in duty.places)
    leave = [each for each in given if duty.names & set(each.waived.duties)]
    return {
        "code": duty.code,
        "sentence": duty.sentence(terminal.lang),
        "judged": [_place(terminal, duty, code) for code in places],
        "leave": [leave_told(people, each) for each in leave],
        "waivers": [leave_as_data(people, each) for each in leave],
    }


def _place(terminal: Terminal, duty: Duty, code: str) -> str:
    """Where a duty is judged, all places of a kind together."""
    titles = [(getattr(one, terminal.lang), getattr(of, terminal.lang)) for at, one, of in duty.places if at == code]
    return terminal.words(code, of=", ".join(f"{one}: {of}" if of not in ("", one) else one for one, of in titles))


def leave_told(people: People, leave: Leave) -> str:
    """Standing leave in a line: who gave it, why, until when, and whether it still counts."""
    waived = leave.waived
    until = people.terminal.day(waived.until) if waived.until else ""
    facts = {"id": waived.id, "who": people.name(waived.who), "why": waived.why, "until": until}
    code = "leave-counts" if leave.counts else "leave-over" if leave.over else "leave-ended"
    return people.terminal.words(code, **facts)


def leave_as_data(people: People, leave: Leave) -> dict[str, object]:
    """The same for a program."""
    waived = leave.waived
    said = {"id": waived.id, "duties": list(waived.duties), "who": waived.who, "who_name": people.name(waived.who)}
    until = waived.until.isoformat() if waived.until else None
    return {**said, "why": waived.why, "until": until, "alone": waived.alone, "counts": leave.counts}


def waive(ctx: typer.Context, duties: Duties, reason: Reason = "", until: Until = "") -> Exit:
    """Give standing leave from duties; it is the act of a head (--as), and every audit shows it."""
    from cli.acting import act, at_desk, dressed
    from cli.days import day
    from cli.finding import one_of, party_id
    from engine.audit.duties import duties as every
    from engine.desk.roles import waive_duty

    terminal = Terminal.of(ctx)
    missing = ", ".join(name for name, given in (("--reason", reason), ("--until", until)) if not given)
    if missing:
        raise Complaint("missing-argument", {"name": missing, "path": "resheno duty waive"}, Exit.USAGE)
    with at_desk(terminal) as (desk, window):
        codes = [duty.code for duty in every(_newest(window)) if duty.code]
        named = [one_of(terminal, "duty", given.upper(), codes) for given in duties]
        actor = terminal.given.get("actor")
        who = party_id(window, str(actor)) if actor else desk.operator
        ready = dressed(terminal, window, waive_duty(named, who, reason, day(until)), case="office")
    return act(terminal, desk, ready)
