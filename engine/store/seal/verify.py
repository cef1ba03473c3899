"""The whole check of a database, in its order: the file, the entries, the other tables, the projections, the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from engine.store.errors import Foreign, Newer, Spoilt
from engine.store.place import Place
from engine.store.seal import tree
from engine.store.seal.against import Point, disagreements, held
from engine.store.seal.finding import Finding, Report, found
from engine.store.seal.kept import Damaged, Kept, lying_at
from engine.store.seal.projected import projections
from engine.store.seal.rows import entries, lasting
from engine.store.watching import Watch, unwatched


def verify(place: Place, against: Sequence[Point] = (), watch: Watch = unwatched) -> Report:
    """Look through a database and say what does not agree. Raises Missing, Newer, Busy; writes nothing."""
    look = Look(tuple(against), watch)
    findings: list[Finding] = []
    cases = 0
    try:
        with lying_at(place) as kept:
            for finding in look.everything(kept):
                findings.append(finding)  # one by one: what was found stays when the file cannot be read on
            cases = 0 if findings else kept.count_of_cases()
    except Newer:
        raise
    except Foreign as error:
        findings.append(found("file-foreign", detail=error.detail))
    except Spoilt as error:
        findings.append(found("file-damaged", detail=error.detail))
    except Damaged as error:
        findings.append(found("file-damaged", detail=error))
    return look.report(findings, cases)


class Look:
    """One look through a database: its hashed leaves as far as they were read, and how many of them are sound."""

    def __init__(self, against: tuple[Point, ...] = (), watch: Watch = unwatched) -> None:
        self.leaves: list[bytes] = []
        self._against = against
        self._watch = watch
        self._sound: int | None = None

    def everything(self, kept: Kept) -> Iterator[Finding]:
        """The file, the journal, the other tables, the projections, and what earlier points know."""
        self._watch("file", 0, 0)
        for line in kept.damage():
            yield found("file-damaged", detail=line)
        misshapen = kept.misshapen()
        for name in misshapen:
            yield found("table-misshapen", table=name)
        if misshapen:
            return  # what the columns mean is not known any more
        yield from self.lasting(kept)
        size = kept.count("entry")
        yield from projections(kept, self._watch, size)
        yield from disagreements(self.leaves, self._against, whole=len(self.leaves) == size)

    def lasting(self, kept: Kept) -> Iterator[Finding]:
        """What nothing can make again: the journal and the tables that stand beside it."""
        yield from self.journal(kept)
        yield from lasting(kept)

    def journal(self, kept: Kept) -> Iterator[Finding]:
        """The journal alone."""
        for finding in entries(kept, self.leaves, self._watch):
            self._sound = len(self.leaves) if self._sound is None else self._sound
            yield finding

    def report(self, findings: Sequence[Finding], cases: int = 0) -> Report:
        """What came of it."""
        sound = len(self.leaves) if self._sound is None else self._sound
        known = min(sound, held(self.leaves, self._against))
        origin = b"".join(self.leaves[:1])
        return Report(tuple(findings), len(self.leaves), cases, tree.root(self.leaves), sound, known, origin)


def held_against(leaves: list[bytes], point: Point) -> Report:
    """What one earlier point says of the journal with these hashed leaves."""
    return Report(tuple(disagreements(leaves, [point])), len(leaves), 0, tree.root(leaves), len(leaves))


class Unverified(Exception):
    """The journal does not agree, so nothing may be vouched for."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{len(report.findings)} findings")
        self.report = report


@contextmanager
def sound_journal(place: Place, watch: Watch = unwatched) -> Iterator[tuple[Kept, list[bytes]]]:
    """The journal with its hashed leaves, for whoever vouches for it; raises Unverified, and StoreError."""
    look = Look(watch=watch)
    with _sound(place, look, look.journal) as kept:
        yield kept, look.leaves


@contextmanager
def sound_books(place: Place, watch: Watch = unwatched) -> Iterator[Kept]:
    """All that nothing can make again, for whoever takes it over; raises Unverified, and StoreError."""
    look = Look(watch=watch)
    with _sound(place, look, look.lasting) as kept:
        yield kept


@contextmanager
def _sound(place: Place, look: Look, part: Callable[[Kept], Iterator[Finding]]) -> Iterator[Kept]:
    try:
        with lying_at(place) as kept:
            findings = tuple(part(kept))
            if findings:
                raise Unverified(look.report(findings))
            yield kept
    except Damaged as error:
        raise Unverified(look.report([found("file-damaged", detail=error)])) from error
