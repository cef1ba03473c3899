"""The projections against the journal: made again in memory, case by case, and compared row by row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from engine.definition.compiled import from_json
from engine.definition.workflow import Workflow
from engine.run.case import Case
from engine.run.office import OFFICE
from engine.store.gap_keeping import all_gaps
from engine.store.journal import Row, event_of
from engine.store.projections import Rows, project
from engine.store.seal.finding import Finding, found
from engine.store.seal.kept import KEYS, MADE, Kept
from engine.store.seen import SeenThere


def projections(kept: Kept) -> Iterator[Finding]:
    """Every row that is missing, too many or other than the journal says; and whoever is named but not kept."""
    workflows = Workflows(kept)
    seen = SeenThere(kept.connection, workflows.named)
    parties = {row["id"] for row in kept.rows("party")}
    documents = {row["sha256"] for row in kept.rows("document")}
    for case, rows in kept.by_case():
        try:
            history = tuple(map(event_of, rows.get("entry", [])))
            made = project(history, workflows.of) if history else {}
            made["gap"] = all_gaps(seen, case)
        except Exception:  # entries that were tampered with may fail anywhere; that they fail is what we look for
            yield found("case-unreadable", case=case)
            continue
        for table in MADE:
            yield from _differences(table, made.get(table, []), rows.get(table, []))
        yield from _named(case, rows, made, parties, documents)


class Workflows:
    """The definitions as they are kept."""

    def __init__(self, kept: Kept) -> None:
        self._bodies = {(row["name"], row["version"]): row["body"] for row in kept.rows("definition")}

    def of(self, case: Case) -> Workflow:
        """The definition that a case runs by; raises KeyError."""
        return self.named(case.workflow, case.workflow_version)

    def named(self, name: str, version: str) -> Workflow:
        """The same by its name."""
        return OFFICE if name == OFFICE.name else _compiled(self._bodies[name, version])


@lru_cache(maxsize=64)
def _compiled(body: str) -> Workflow:
    return from_json(body)


def _differences(table: str, made: list[Row], stored: list[Row]) -> Iterator[Finding]:
    expected, found_rows = _by_key(table, made), _by_key(table, stored)
    for key in {**expected, **found_rows}:
        if key not in found_rows:
            yield found("row-missing", table=table, key=_spelt(key))
        elif key not in expected:
            yield found("row-extra", table=table, key=_spelt(key))
        elif not _same(expected[key], found_rows[key]):
            yield found("row-differs", table=table, key=_spelt(key))


def _by_key(table: str, rows: list[Row]) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[name] for name in KEYS[table]): row for row in rows}


def _same(made: Row, stored: Row) -> bool:
    """Equal, with equal types, for 1 and 1.0 are one to Python; a bool is stored as a number."""
    if made != stored:
        return False
    kinds = ((type(value), type(stored[name])) for name, value in made.items())
    return all(kind is kept or (kind, kept) == (bool, int) for kind, kept in kinds)


def _spelt(key: tuple[Any, ...]) -> str:
    return " ".join(map(str, key))


def _named(case: str, rows: Rows, made: Rows, parties: set[Any], documents: set[Any]) -> Iterator[Finding]:
    """Parties and documents that the journal speaks of, and that were taken away."""
    who = {row[name] for row in rows.get("entry", []) for name in ("typed_by", "on_behalf_of")}
    who |= {row["party"] for table in ("task_party", "office") for row in made.get(table, [])}
    papers = {row["sha256"] for table in ("evidence", "protocol") for row in made.get(table, [])}
    for table, gone in (("party", who - parties), ("document", papers - documents)):
        for key in sorted(map(str, gone - {""})):
            yield found("named-missing", table=table, key=key, case=case)
