"""One command as its author meant it: over one case or many, recorded whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from engine.run.command import Command
from engine.run.refusal import Because

if TYPE_CHECKING:
    from engine.desk.books import Books

Step = Command | Because  # a Because says no before any command could
Steps = Callable[["Books"], Iterator[Step]]
NO_VERSIONS: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Intent:
    """What somebody wants, not yet judged; made by the functions beside the desk.

    `steps` is run at the desk with the books open: it yields commands one by one, and sees each carried out before it
    yields the next; the first refusal ends the whole intent. The rest is set with `dataclasses.replace`:
    `on_behalf_of` a party ('' is whoever the arrow's role suggests), `ground` the letter or minute, `happened_on` the
    day if it was not today, `key` makes a repetition harmless, `said` is the author's command as text, if it is known:
    another one under the same key is refused. `expect` the versions that the author has read, `dry`
    asks for the entries without recording them.
    """

    what: str
    steps: Steps
    on_behalf_of: str = ""
    ground: str = ""
    happened_on: date | None = None
    key: str = ""
    said: str = ""
    expect: Mapping[str, int] = field(default_factory=lambda: NO_VERSIONS)
    dry: bool = False


@dataclass(frozen=True, slots=True)
class Waiver:
    """Leave to go on although a requirement does not hold: who gave it (by id or name), why, and until when."""

    who: str
    why: str
    until: date
