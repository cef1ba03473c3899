"""The whole check of a database, in its order: the file, the entries, the other tables, the projections, the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from engine.store.errors import Foreign, Newer
from engine.store.place import Place
from engine.store.seal import tree
from engine.store.seal.checkpoint import Checkpoint, Code
from engine.store.seal.finding import Finding, Report, found
from engine.store.seal.kept import Damaged, Kept, lying_at
from engine.store.seal.projected import projections
from engine.store.seal.rows import entries, lasting


def verify(place: Place, against: Iterable[Checkpoint | Code] = ()) -> Report:
    """Look through a database and say what does not agree. Raises Missing, Newer, Busy; writes nothing."""
    leaves: list[bytes] = []
    findings: list[Finding] = []
    cases = 0
    try:
        with lying_at(place) as kept:
            for finding in _everything(kept, leaves, tuple(against)):
                findings.append(finding)  # one by one: what was found stays when the file cannot be read on
            cases = 0 if findings else kept.count_of_cases()
    except Newer:
        raise
    except Foreign as error:
        findings.append(found("file-foreign", detail=error.detail))
    except Damaged as error:
        findings.append(found("file-damaged", detail=error))
    return Report(tuple(findings), len(leaves), cases, tree.root(leaves))


def _everything(kept: Kept, leaves: list[bytes], against: Sequence[Checkpoint | Code]) -> Iterator[Finding]:
    for line in kept.damage():
        yield found("file-damaged", detail=line)
    misshapen = kept.misshapen()
    for name in misshapen:
        yield found("table-misshapen", table=name)
    if misshapen:
        return  # what the columns mean is not known any more
    yield from entries(kept, leaves)
    yield from lasting(kept)
    yield from projections(kept)
    yield from _points(leaves, against)


def _points(leaves: list[bytes], against: Sequence[Checkpoint | Code]) -> Iterator[Finding]:
    """What earlier checkpoints know: an end that was cut off, a journal that was written anew."""
    for point in against:
        if point.size > len(leaves):
            yield found("journal-cut", size=point.size, found=len(leaves))
        elif not point.holds_for(leaves):
            yield found("journal-rewritten", size=point.size)


def held_against(leaves: list[bytes], point: Checkpoint | Code) -> Report:
    """What one earlier checkpoint says of the journal with these hashed leaves."""
    return Report(tuple(_points(leaves, [point])), len(leaves), 0, tree.root(leaves))


class Unverified(Exception):
    """The journal does not agree, so nothing may be vouched for."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{len(report.findings)} findings")
        self.report = report


@contextmanager
def sound_journal(place: Place) -> Iterator[tuple[Kept, list[bytes]]]:
    """The journal with its hashed leaves, for whoever vouches for it; raises Unverified, and StoreError."""
    leaves: list[bytes] = []
    try:
        with lying_at(place) as kept:
            findings = tuple(entries(kept, leaves))
            if findings:
                raise Unverified(Report(findings, len(leaves), 0, tree.root(leaves)))
            yield kept, leaves
    except Damaged as error:
        finding = found("file-damaged", detail=error)
        raise Unverified(Report((finding,), len(leaves), 0, tree.root(leaves))) from error
