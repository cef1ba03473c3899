"""What has to stand between two records: a conclusion points at a measurement, and that at its indicator."""

from __future__ import annotations

from engine.definition.workflow import Workflow
from engine.run.case import Case, RecordOf


def first_missing(workflow: Workflow, case: Case, subject: RecordOf, wanted: str) -> tuple[str, RecordOf | None]:
    """The kind that is missing first on the way from a record to one of the wanted kind, and what it has to point at.

    Where no way of links leads there it is the wanted kind, which points at nothing.
    """
    last = subject
    for kind in way(workflow, subject.kind, wanted):
        found = next((each for each in case.records.values() if each.kind == kind and last.id in each.links), None)
        if found is None or kind == wanted:
            return kind, last
        last = found
    return wanted, None


def way(workflow: Workflow, below: str, wanted: str) -> tuple[str, ...]:
    """The kinds after one, each pointing back at the one before, up to the wanted kind; the shortest way, or none."""
    ways: list[tuple[str, ...]] = [(wanted,)]
    seen = {wanted}
    for kinds in ways:
        for back in workflow.records[kinds[0]].back:
            if back.kind == below:
                return kinds
            if back.kind not in seen:
                seen.add(back.kind)
                ways.append((back.kind, *kinds))
    return ()
