"""`role list|grant|withdraw|delegate|access`: who holds which role, who stands in for whom, who may do what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from datetime import date

Role = Annotated[str, typer.Argument(metavar="ROLE", show_default=False)]
Who = Annotated[str, typer.Argument(metavar="WHO", show_default=False)]
Whose = Annotated[str, typer.Argument(metavar="WHOSE", show_default=False)]
StandIn = Annotated[str, typer.Argument(metavar="STAND-IN", show_default=False)]
FromDay = Annotated[str, typer.Option("--from", metavar="DAY", show_default=False)]
Until = Annotated[str, typer.Option("--until", metavar="DAY", show_default=False)]
Everything = Annotated[bool, typer.Option("--all")]
RoleFilter = Annotated[str, typer.Argument(metavar="[ROLE]", show_default=False)]
AccessOf = Annotated[str, typer.Argument(metavar="[ROLE|WORKFLOW]", show_default=False)]
WhoFilter = Annotated[str, typer.Option("--who", metavar="WHO", show_default=False)]


def list_(
    ctx: typer.Context, role_filter: RoleFilter = "", who_filter: WhoFilter = "", all: Everything = False
) -> None:
    """Show who holds which role on the day; with --all what is over and what is yet to come too."""
    from cli.finding import party_id
    from cli.looking import view
    from cli.people import TENURES, People

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        people = People(terminal, window)
        role = people.code(role_filter) if role_filter else ""
        who = party_id(window, who_filter) if who_filter else ""
        rows = [
            people.row(each)
            for each in people.tenures
            if role in ("", each.role) and who in ("", each.party, each.instead_of) and (all or people.holds(each))
        ]
    terminal.show(Sheet("roles", TENURES if all else tuple(key for key in TENURES if key != "counts"), rows))


def grant(ctx: typer.Context, role: Role, who: Who, from_day: FromDay = "", until: Until = "") -> Exit:
    """Give somebody a role of the office, for good or until a day."""
    from cli.acting import act, at_desk, dressed
    from cli.finding import party_id
    from cli.people import People
    from engine.desk.roles import grant as granted

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        code = People(terminal, window).code(role)
        intent = granted(code, party_id(window, who), _day(from_day), _day(until))
        ready = dressed(terminal, window, intent, case="office")
    return act(terminal, desk, ready)


def withdraw(ctx: typer.Context, role: Role, who: Who, from_day: FromDay = "") -> Exit:
    """Take a role from somebody: from that day on they hold it no longer, nor stand in for it."""
    from cli.acting import act, at_desk, dressed
    from cli.finding import party_id
    from cli.people import People
    from engine.desk.roles import withdraw as withdrawn

    terminal = Terminal.of(ctx)
    with at_desk(terminal) as (desk, window):
        intent = withdrawn(People(terminal, window).code(role), party_id(window, who), _day(from_day))
        ready = dressed(terminal, window, intent, case="office")
    return act(terminal, desk, ready)


def delegate(
    ctx: typer.Context, role: Role, whose: Whose, stand_in: StandIn, from_day: FromDay = "", until: Until = ""
) -> Exit:
    """Have somebody stand in for a holder of a role, or for an executor, until a day."""
    from cli.acting import act, at_desk, dressed
    from cli.finding import party_id
    from cli.people import People
    from engine.desk.roles import delegate as delegated

    terminal = Terminal.of(ctx)
    ground = str(terminal.given.get("ground") or "")
    with at_desk(terminal) as (desk, window):
        pair = party_id(window, whose), party_id(window, stand_in)
        intent = delegated(People(terminal, window).code(role), *pair, _day(until), ground, _day(from_day))
        ready = dressed(terminal, window, intent, case="office")
    return act(terminal, desk, ready)


def access(ctx: typer.Context, access_of: AccessOf = "") -> None:
    """Show who may do what: role, action, whose cases, stages; of a role, of a workflow, or all of it."""
    from cli.access import rows
    from cli.looking import view

    terminal = Terminal.of(ctx)
    with view(terminal) as window:
        found = rows(terminal, window, access_of)
    terminal.show(Sheet("access", ("workflow_title", "role_name", "act_title", "relation_told", "stages"), found))
    terminal.talk("access-deny")


def _day(given: str) -> date | None:
    from cli.days import day

    return day(given) if given else None
