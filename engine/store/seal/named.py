"""Whom and what the journal names, entry by entry: each of them must still stand in its register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.run.event import Event
from engine.run.office import OFFICE
from engine.store.projections import Rows
from engine.store.seal.finding import Finding, found
from engine.store.seal.kept import Kept

PEOPLE = "people"  # the type of fields that hold ids of the register
# Fields of the shipped regulations that are texts or lists by their type, and filled from the register only.
SEATS: Mapping[str, tuple[str, ...]] = {
    "protocol": ("organisation", "chair", "secretary", "controller", "members", "present", "absent", "invited"),
    "management_cycle": ("organisation",),
    OFFICE.name: ("party", "instead_of", "who"),
}
PARTIES = {"task_party": ("party",), "office": ("party", "instead_of")}  # columns of rows that are made
ID = re.compile(r"[^\W\d_]+-[1-9]\d*")


class Registers:
    """The ids of the parties and the fingerprints of the documents that are there."""

    def __init__(self, kept: Kept) -> None:
        self._parties = {row[0] for row in kept.values("party", ("id",), ("id",))}
        self._documents = {row[0] for row in kept.values("document", ("sha256",), ("sha256",))}

    def missing(self, case: str, history: Iterable[Event], workflow: Workflow, made: Rows) -> Iterator[Finding]:
        """Parties and documents that the entries of a case, or the rows made of them, speak of, and that are gone."""
        who = {name for event in history for name in _whom(event, workflow)}
        who |= {row[name] for table, names in PARTIES.items() for row in made.get(table, ()) for name in names}
        papers = {row["sha256"] for table in ("evidence", "protocol") for row in made.get(table, ())}
        for table, gone in (("party", who - self._parties), ("document", papers - self._documents)):
            for key in sorted(map(str, gone - {""})):
                yield found("named-missing", table=table, key=key, case=case)


def holes(kept: Kept) -> Iterator[Finding]:
    """Numbers of the register that nobody bears, though a later one was given out: they are given out without gaps."""
    last: dict[str, int] = {}
    for series, number in kept.values("party", ("series", "number"), ("series", "number")):
        if type(number) is not int:
            continue  # what that row is has been said
        first = last.get(series, 0) + 1
        if number > first:
            key = f"{series}-{first}" + (f" … {series}-{number - 1}" if number > first + 1 else "")
            yield found("party-hole", key=key, next=f"{series}-{number}")
        last[series] = number


def _whom(event: Event, workflow: Workflow) -> Iterator[str]:
    """Who typed it, whose act it is, who gave leave, and all whom its fields name."""
    data: Mapping[str, Any] = event.data
    yield event.told.typed_by
    yield event.told.on_behalf_of
    brought = data.get("data") or {}
    for name in _seats(workflow):
        for fields in (data.get("fields"), data.get("subject"), data.get("sets"), brought):
            if fields and name in fields:
                yield from _ids(fields[name])
    for leave in (data.get("waived"), brought.get("waived")):
        for each in leave if isinstance(leave, list) else [leave] if leave else ():
            yield from _ids(each.get("who"))
    yield from _ids([data.get("author"), data.get("instead_of"), brought.get("instead_of")])


@once
def _seats(workflow: Workflow) -> tuple[str, ...]:
    """The names of the fields, of the case or of its records, that hold ids of the register."""
    fields = (workflow.fields, *(kind.fields for kind in workflow.records.values()))
    people = [name for each in fields for name, field in each.items() if field.type == PEOPLE]
    return tuple(dict.fromkeys((*SEATS.get(workflow.name, ()), *people)))


def _ids(value: object) -> Iterator[str]:
    """The ids in a value; whoever embeds the program may have written a bare name, which is in no register."""
    for each in value if isinstance(value, list) else (value,):
        if isinstance(each, str) and ID.fullmatch(each):
            yield each
