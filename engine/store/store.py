"""What a store must do, whatever it stands on; `tests/promises` holds every store to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Protocol

from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Event
from engine.run.refusal import Refused
from engine.store.projections import Rows

NOT_FOLDED: Mapping[str, Case | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Party:
    """A person (Л-1), an organisation (О-1) or a group (Г-1) of the register."""

    id: str
    type: str  # person | org | group
    name: str
    position: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes that were read; `content` is None where they were too many to keep."""

    sha256: str
    name: str
    size: int
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """An intent that is in the books: `about` is what it was mainly about."""

    intent: str
    what: str
    about: str
    key: str
    recorded_at: datetime


class Ledger(Protocol):
    """The books, open for one moment: everything read in it is of that moment, everything written comes at its end."""

    def history(self, case: str) -> tuple[Event, ...]:
        """All entries of a case in their order, those taken back too; none if there never was such a case."""
        ...

    def case(self, case: str) -> Case | None:
        """The case as it stands, or None."""
        ...

    def known_case(self, case: str) -> Case:
        """The case as it stands; raises NotFound with the ids that come near."""
        ...

    def cases(self) -> tuple[str, ...]:
        """The ids of all cases that stand."""
        ...

    def streams(self) -> tuple[str, ...]:
        """The ids of all cases that ever were, in the order of their first entries."""
        ...

    def find(self, name: str, value: str) -> tuple[str, ...]:
        """The cases that bear a key: 'subject', 'sha256', 'protocol', 'previous'."""
        ...

    def owner(self, record: str) -> str:
        """The case that a record stands in; raises NotFound."""
        ...

    def serving(self, task: str) -> tuple[tuple[str, str], ...]:
        """(case, stage) of every plan that an assignment serves."""
        ...

    def waiting_for(self, case: str) -> tuple[str, ...]:
        """The cases that need the result of this one."""
        ...

    def last_number(self, series: str) -> int:
        """The highest number of a series that was ever given out."""
        ...

    def workflows(self) -> tuple[str, ...]:
        """The names of all regulations that are kept."""
        ...

    def workflow(self, name: str, version: str = "") -> Workflow:
        """A regulation, the newest version unless one is named; raises NotFound."""
        ...

    def office(self) -> Mapping[str, frozenset[str]]:
        """Who holds which role of the workspace."""
        ...

    def parties(self) -> tuple[Party, ...]:
        """The whole register."""
        ...

    def answered(self, key: str) -> Recorded | None:
        """What was recorded under an idempotency key, whatever was said; its own key is as `keys.marked` made it."""
        ...

    def intents(self) -> tuple[Recorded, ...]:
        """All intents in their order."""
        ...

    def entries_of(self, intent: str) -> tuple[Event, ...]:
        """The entries of one intent."""
        ...

    def projections(self) -> Rows:
        """All rows of all projections, in the order of their keys."""
        ...

    def refusals(self) -> tuple[tuple[str, str], ...]:
        """(case, what was wanted) of every refusal."""
        ...

    def append(
        self,
        what: str,
        about: str,
        key: str,
        events: Iterable[Event],
        at: datetime,
        made: Mapping[str, Case | None] = NOT_FOLDED,
    ) -> str:
        """Write an intent with its entries and all that follows from them; raises Behind if a version is taken.

        `made` are cases as these entries have left them, from whoever has folded them already.
        """
        ...

    def refuse(self, refused: Refused) -> None:
        """Write a refusal into its own stream."""
        ...

    def register(self, party: Party) -> None:
        """Put a party into the register."""
        ...

    def correct(self, party: Party) -> None:
        """Put right what the register says of a party that is in it."""
        ...

    def keep(self, document: Document) -> None:
        """Keep a document, once."""
        ...

    def define(self, workflow: Workflow) -> None:
        """Keep a version of a regulation; it becomes the newest."""
        ...

    def rebuild(self) -> None:
        """Throw the projections away and make them again from the journal."""
        ...


class Store(Protocol):
    """A place where books are kept."""

    def writing(self) -> AbstractContextManager[Ledger]:
        """The books, for one writer at a time: all of it is kept at the end, or nothing if an exception passes."""
        ...

    def reading(self) -> AbstractContextManager[Ledger]:
        """The books as they are at one moment, to be read."""
        ...
