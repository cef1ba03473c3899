"""Somebody of the register from all sides: what they hold, who stands in, what waits, which names they bore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.awaited import awaited
from cli.output import Sheet
from cli.people import TENURES, People, party_row
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.window import Window


def show_party(terminal: Terminal, window: Window, id: str) -> None:
    """Somebody from all sides: what they hold and held, who stands in for them, what waits for them."""
    people = People(terminal, window)
    party = next(party for party in window.parties() if party.id == id)
    own = [people.row(each) for each in people.tenures if each.party == id]
    others = [people.row(each) for each in people.tenures if each.instead_of == id]
    waits, put_right = awaited(people, window, id), _put_right(terminal, window, id)
    row = party_row(people, party)
    if terminal.format == "json":
        data = {**row, "tenures": own, "stand_ins": others, "waits": waits, "corrections": put_right}
        terminal.show_json({"schema": "resheno.person/1", "data": data, "as_of": terminal.today.isoformat()})
        return
    facts = [
        {"name": terminal.words(f"col-{key.replace('_', '-')}"), "value": row[key]}
        for key in ("id", "type_title", "name", "position", "roles")
        if row[key] not in ("", [])
    ]
    terminal.show(Sheet("person", ("name", "value"), facts))
    tenures = tuple(key for key in TENURES if key != "party_name")
    _part(terminal, "person-roles", Sheet("tenures", tenures, own))
    _part(terminal, "person-stand-ins", Sheet("tenures", TENURES, others))
    _part(terminal, "person-waits", Sheet("waits", ("id", "act_title", "as_role", "term", "about"), waits))
    _part(terminal, "person-names", Sheet("corrections", ("happened_on", "intent", "deed", "by", "ground"), put_right))


def _put_right(terminal: Terminal, window: Window, id: str) -> list[dict[str, object]]:
    """What was put right of somebody, from what to what; those corrections that were taken back are in the log only."""
    from cli.deeds import Teller
    from cli.rows import entry_told

    teller = Teller(window, terminal.lang)
    gone = {intent.id for intent in window.intents() if intent.undone}
    told = (each for each in window.log(case="office") if each.type == "recorded" and each.intent not in gone)
    of_them = (each for each in told if each.data["kind"] == "name" and each.data["fields"]["party"] == id)
    return [entry_told(each, teller) for each in of_them]


def _part(terminal: Terminal, heading: str, sheet: Sheet) -> None:
    """A further sheet under its heading; nothing where it is empty."""
    if sheet.rows:
        if terminal.format == "table":
            terminal.show_text(f"\n{terminal.words(heading)}")
        terminal.show(sheet)
