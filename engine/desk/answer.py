"""What the desk answers: done, refused, or changed by somebody else first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.problems import NOTHING
from engine.run.event import Event
from engine.run.refusal import Refused


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a difference: of which item, in which field, from what to what ('' is nothing)."""

    path: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth saying besides: a code of the messages and its facts."""

    code: str
    facts: Mapping[str, str] = field(default_factory=lambda: NOTHING)


class Done(NamedTuple):
    """It is recorded, as the intent of this id ('' for a dry run, or where nothing had to be recorded).

    `id` is what it was mainly about: the protocol imported, the task, the case, the record. `repeated` says that it had
    been done before and nothing was added. `difference` is what a revision of a known document would change; it is
    recorded only when asked. `entries` are the exact entries, also of a dry run.
    """

    intent: str
    id: str = ""
    entries: tuple[Event, ...] = ()
    repeated: bool = False
    difference: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody was first: the case stands at another version than the author had read."""

    case: str
    expected: int
    found: int


Answer = Done | Refused | Conflict
