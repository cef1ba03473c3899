"""Names and positions that were put right: what the journal of the office says of those whom it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from engine.run.event import Event, Plain
from engine.run.fold import live
from engine.run.office import NAME

PUT_RIGHT = ("name", "position")  # what of a party can be put right
WAS = "_was"  # behind the name of a field: what it was before
Said = Mapping[str, str]


def said(party: str, before: Said, after: Said) -> dict[str, Plain]:
    """What an entry says of a correction: only what is another, with what it was."""
    others = [what for what in PUT_RIGHT if before[what] != after[what]]
    return {"party": party, **{what: after[what] for what in others}, **{what + WAS: before[what] for what in others}}


def is_correction(event: Event) -> bool:
    """Whether an entry of the office tells of a correction."""
    return event.type == "recorded" and event.data["kind"] == NAME


def fields_of(event: Event) -> dict[str, str]:
    """What a correction says."""
    return cast("dict[str, str]", event.data["fields"])


def names_follow(history: Iterable[Event], until: int | None = None) -> dict[str, dict[str, str]]:
    """What the register says by the journal: party → what was ever put right of it, as it is now.

    A correction that was taken back leaves what was there before the first of them. `until` is the last version that
    counts, for a look back: what was put right later still tells what there was then.
    """
    entries = tuple(history)
    counted = {event.version for event in live(entries[:until])}
    found: dict[str, dict[str, str]] = {}
    for event in filter(is_correction, entries):
        fields = fields_of(event)
        says = found.setdefault(fields["party"], {})
        for what in PUT_RIGHT:
            if what in fields and event.version in counted:
                says[what] = fields[what]
            elif what in fields:
                says.setdefault(what, fields[what + WAS])
    return found
