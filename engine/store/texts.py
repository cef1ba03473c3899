"""Everything in the books that has words: documents, assignments, cases, records, proofs, whoever the register names.

Read through the window in as many statements as there are kinds of things: a search goes through all of it, so no
table of words has to be kept in step with the journal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from engine.store.window import Window

KINDS = ("protocol", "task", "case", "record", "evidence", "person", "org", "group")
_NO_OTHER = (
    'NOT EXISTS (SELECT 1 FROM task t WHERE t."case" = c."case")'
    ' AND NOT EXISTS (SELECT 1 FROM protocol p WHERE p."case" = c."case")'
)


class Text(NamedTuple):
    """One thing with its words. `numbers` are what people call it by besides its id: a number, an item."""

    id: str
    kind: str
    case: str
    title: str
    numbers: tuple[str, ...]
    more: tuple[str, ...]  # what it is found by and what its title does not say: names, terms, files
    day: str


def texts(window: Window) -> Iterator[Text]:
    """Every text that the window shows."""
    names = window._names()
    yield from _protocols(window)
    yield from _tasks(window)
    yield from _cases(window, names)
    yield from _records(window, names)
    yield from _proofs(window)
    for party in window.parties():
        yield Text(party.id, party.type, "", party.name, (), (party.position,), "")


def _protocols(window: Window) -> Iterator[Text]:
    for row in window._rows("SELECT * FROM protocol ORDER BY number_of"):
        title = " · ".join(filter(None, (row["body"], f"№ {row['number']}" if row["number"] else "", row["topic"])))
        numbers = tuple(filter(None, (row["number"],)))
        more = (*_day(row["date"]), row["file"])
        yield Text(row["id"], "protocol", row["id"], title, numbers, more, row["date"])


def _tasks(window: Window) -> Iterator[Text]:
    parties: dict[str, tuple[str, ...]] = {}
    who = "SELECT t.task, p.name FROM task_party t JOIN party p ON p.id = t.party ORDER BY t.task, t.n"
    for task, name in window._rows(who):
        parties[task] = (*parties.get(task, ()), name)
    rows = window._rows(
        'SELECT t.id, t.text, t.path, t.deadline_raw, t.day, c.opened_on FROM task t JOIN case_now c ON c."case" ='
        ' t."case" ORDER BY t.series, t.number, t.position'
    )
    for id, text, path, deadline, day, opened in rows:
        more = (*parties.get(id, ()), deadline, *_day(day))
        yield Text(id, "task", id, text, (path,) if path else (), more, opened)


def _cases(window: Window, names: dict[str, str]) -> Iterator[Text]:
    rows = window._rows(
        f"SELECT c.id, c.subject, c.opened_on FROM case_now c WHERE c.workflow <> 'office' AND {_NO_OTHER}"
        " ORDER BY c.workflow, c.series, c.number, c.position"
    )
    for row in rows:
        subject = [names.get(value, value) for value in json.loads(row["subject"]).values() if value]
        yield Text(row["id"], "case", row["id"], " · ".join(subject), (), (), row["opened_on"])


def _records(window: Window, names: dict[str, str]) -> Iterator[Text]:
    for record in window.records():
        more = tuple(names.get(word, word) for word in _words(record.fields))
        yield Text(record.id, "record", record.case, record.title, (), more, record.happened_on)


def _proofs(window: Window) -> Iterator[Text]:
    rows = window._rows(
        'SELECT e.*, c.id, c.changed_on, d.name FROM evidence e JOIN case_now c ON c."case" = e."case"'
        " LEFT JOIN document d ON d.sha256 = e.sha256 WHERE c.workflow <> 'office' ORDER BY e.\"case\", e.n"
    )
    for row in rows:
        number = f"№ {row['number']}" if row["number"] else ""
        title = " · ".join(filter(None, (row["kind"], row["title"], number)))
        numbers, day = tuple(filter(None, (row["number"],))), row["date"] or row["changed_on"]
        more = (*_day(row["date"]), row["name"] or "")
        yield Text(row["record"] or row["id"], "evidence", row["id"], title, numbers, more, day)


def _words(value: Any) -> Iterator[str]:
    """The texts in the fields of a record, however deep they lie."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _words(each)
    elif value is not None:
        yield str(value)


def _day(day: str) -> tuple[str, ...]:
    """A day as it is written in documents, and as programs write it: somebody may look for either."""
    return (".".join(reversed(day.split("-"))), day) if day else ()
