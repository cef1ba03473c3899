"""What a connection has read and written and need not read again, while nobody else has written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.event import Event
from engine.run.fold import apply, fold
from engine.store.journal import Values
from engine.store.kept_gaps import KeptGaps

PASSING_OVER = ("undone", "redone")  # entries that change which of the others count
STREAMS = 2_000  # of cases; a batch over more of them reads some a second time
DOCUMENTS = 20_000  # fingerprints


class Stream(NamedTuple):
    """All entries of a case in their order, and the case that they have made, if it stands."""

    history: tuple[Event, ...] = ()
    case: Case | None = None

    @classmethod
    def of(cls, history: tuple[Event, ...]) -> Stream:
        """The stream of these entries, which are all of its case."""
        return cls(history, fold(history))

    @property
    def version(self) -> int:
        """The number of the last entry; 0 if there is none."""
        return self.history[-1].version if self.history else 0

    def then(self, events: Iterable[Event]) -> Stream:
        """The same with more entries, and what they make of the case."""
        history, case = self.history, self.case
        for event in events:
            history = (*history, event)
            case = fold(history) if event.type in PASSING_OVER else apply(case, event)
        return Stream(history, case)


class Step(NamedTuple):
    """What some entries make of one case: how it stood before them and after; its regulation, if it stands then."""

    case: str
    old: Stream
    new: Stream
    entries: Sequence[Event]
    workflow: Workflow | None


class Remembered:
    """What was read, by the cases that it is about, and the last numbers by the statements that ask for them.

    Whoever keeps it over the end of a transaction has it forget as soon as somebody else may have written.
    """

    def __init__(self) -> None:
        self.last: dict[str, int] = {}
        self.numbers: dict[str, int] = {}  # the highest that was given out in a series
        self.documents: set[str] = set()  # fingerprints of some that are kept
        self.unproven: dict[str, list[Values]] = {}  # entries as they were read, not yet held against their hashes
        self.waiting: dict[str, tuple[str, ...]] = {}  # who waits for a case
        self.gaps: dict[str, KeptGaps] = {}  # all that are written down of a case
        self.streams: dict[str, Stream] = {}  # to be added to by `keep`
        self._mark: int | None = None

    def stands(self, mark: int) -> None:
        """Forget all of it unless the database bears the mark that it bore before."""
        if mark != self._mark:
            self.last.clear()
            self.numbers.clear()
            self.documents.clear()
            for known in (self.streams, self.unproven, self.waiting, self.gaps):
                known.clear()
            self._mark = mark

    def _forget_older(self) -> None:
        """Leave the newer half: what a long intent has read so far is asked for again when it is written down."""
        for case in list(self.streams)[: (len(self.streams) + 1) // 2]:
            del self.streams[case]
        for known in (self.unproven, self.waiting, self.gaps):
            for case in known.keys() - self.streams.keys():
                known.pop(case)

    def keep(self, case: str, stream: Stream) -> Stream:
        """Remember a stream; what was written in this transaction can be read back as well."""
        if case not in self.streams and len(self.streams) >= STREAMS:
            self._forget_older()
        self.streams[case] = stream
        return stream

    def document(self, sha256: str) -> None:
        """Remember that a document is kept."""
        if len(self.documents) >= DOCUMENTS:
            self.documents.clear()
        self.documents.add(sha256)
