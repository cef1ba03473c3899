"""The projections against the journal: made again in memory, case by case, and compared row by row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Any

from engine.definition.compiled import from_json
from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.office import OFFICE
from engine.store.gap_keeping import all_gaps
from engine.store.journal import Row, event_in
from engine.store.projections import rows_of
from engine.store.remembered import Stream
from engine.store.seal.finding import Finding, found
from engine.store.seal.kept import COLUMNS, KEYS, MADE, Kept, Values
from engine.store.seal.named import Registers
from engine.store.seen import SeenThere
from engine.store.watching import Watch, unwatched


def projections(kept: Kept, watch: Watch = unwatched, size: int = 0) -> Iterator[Finding]:
    """Every row that is missing, too many or other than the journal says; and whoever is named but not kept."""
    workflows, typed = Workflows(kept), Typed(kept.mistyped())
    seen = SeenThere(kept.connection, workflows.named)
    registers = Registers(kept)
    done = 0
    for case, entries, stored in kept.by_case():
        done += len(entries)
        watch("projections", done, size)
        try:
            stream = Stream.of(tuple(map(event_in, entries)))
            seen.know(case, stream.case)  # folded once, for the rows and for the gaps
            made = rows_of(stream, workflows.of)
            made["gap"] = all_gaps(seen, case)
            gone = list(registers.missing(case, stream.history, workflows.behind(stream), made)) if entries else []
        except Exception:  # entries that were tampered with may fail anywhere; that they fail is what we look for
            yield found("case-unreadable", case=case)
            continue
        for table in MADE:
            if table in made or table in stored:
                yield from typed.differences(table, made.get(table, []), stored.get(table, []))
        yield from gone


class Workflows:
    """The definitions as they are kept."""

    def __init__(self, kept: Kept) -> None:
        self._bodies = {(row["name"], row["version"]): row["body"] for row in kept.rows("definition")}

    def of(self, case: Case) -> Workflow:
        """The definition that a case runs by; raises KeyError."""
        return self.named(case.workflow, case.workflow_version)

    def behind(self, stream: Stream) -> Workflow:
        """The same of a stream, also of one whose case was taken back whole."""
        if stream.case:
            return self.of(stream.case)
        opened = stream.history[0].data
        return self.named(str(opened["workflow"]), str(opened["workflow_version"]))

    def named(self, name: str, version: str) -> Workflow:
        """The same by its name."""
        return OFFICE if name == OFFICE.name else _compiled(self._bodies[name, version])


@lru_cache(maxsize=64)
def _compiled(body: str) -> Workflow:
    return from_json(body)


class Typed:
    """Rows compared in bulk, where the types need no second look; one by one in the tables where they do."""

    def __init__(self, mistyped: frozenset[str]) -> None:
        self._mistyped = mistyped

    def differences(self, table: str, made: list[Row], stored: list[Values]) -> Iterator[Finding]:
        """What a table should say of one case, and does not."""
        expected = sorted(map(_VALUES[table], made))
        if expected == stored and table not in self._mistyped:
            return
        size = len(KEYS[table])
        wanted, there = {row[:size]: row for row in expected}, {row[:size]: row for row in stored}
        for key in {**wanted, **there}:
            if key not in there:
                yield found("row-missing", table=table, key=_spelt(key))
            elif key not in wanted:
                yield found("row-extra", table=table, key=_spelt(key))
            elif not _same(wanted[key], there[key]):
                yield found("row-differs", table=table, key=_spelt(key))


_VALUES = {table: itemgetter(*COLUMNS[table]) for table in MADE}


def _same(made: Values, stored: Values) -> bool:
    """Equal, with equal types, for 1 and 1.0 are one to Python; a bool is stored as a number."""
    kinds = zip(map(type, made), map(type, stored), strict=True)
    return made == stored and all(kind is kept or (kind, kept) == (bool, int) for kind, kept in kinds)


def _spelt(key: tuple[Any, ...]) -> str:
    return " ".join(map(str, key))
