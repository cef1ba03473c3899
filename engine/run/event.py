"""What happened: the entries of the journal, frozen, each knowing five things about itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]  # what JSON holds, without floats
NO_DATA: Mapping[str, Plain] = MappingProxyType({})


class Told(NamedTuple):
    """The five facts of an entry, plus how well its author is known (claimed | authenticated | signed)."""

    typed_by: str  # who sat at the keyboard
    on_behalf_of: str  # whose act it is
    ground: str  # letter, number, minute
    happened_on: date
    recorded_at: datetime  # with time zone
    identity: str = "claimed"


class Event(NamedTuple):
    """One thing that happened to one case; (case, version) is unique, versions have no gaps and start at 1.

    Types: opened, moved, recorded, linked, evidenced, planned, corrected, migrated, undone, redone. `data` is what the
    type needs; undone and redone name the versions that `fold` passes over, or counts again.
    """

    case: str
    version: int
    type: str
    told: Told
    data: Mapping[str, Plain] = NO_DATA
