"""Ids that begin in a certain way, each with a few words that tell a person what it is: for whoever is typing one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from engine.store.rows_as_lines import Row
from engine.store.window import Window

MOST = 200  # ids that are offered at once
_OPEN_FIRST = "c.final, t.id IS NOT NULL, c.workflow, c.series, c.number, c.position"
_CASES = (
    'SELECT c.id, coalesce(t.text, \'\') AS title, c.subject FROM case_now c LEFT JOIN task t ON t."case" = c."case"'
    f" WHERE c.workflow <> 'office' AND {{begins}} ORDER BY {_OPEN_FIRST} LIMIT {MOST}"
)
_TASKS = _CASES.replace("LEFT JOIN", "JOIN")
_PROTOCOLS = _CASES.replace("LEFT JOIN task t", "JOIN protocol t").replace("coalesce(t.text, '')", "t.topic")
_RECORDS = (
    "SELECT c.id, c.title, '{{}}' AS subject FROM record c WHERE c.\"case\" <> 'office' AND {begins}"
    f' ORDER BY c."case", c.n LIMIT {MOST}'
)
_STATEMENTS = {
    "case": (_CASES,),
    "task": (_TASKS,),
    "protocol": (_PROTOCOLS,),
    "record": (_RECORDS,),
    "any": (_RECORDS, _CASES),
    "party": (
        "SELECT c.id, c.name AS title, '{{}}' AS subject FROM party c WHERE {begins}"
        f" ORDER BY c.type DESC, c.series, c.number LIMIT {MOST}",
    ),
    "intent": (
        "SELECT c.id, c.what AS title, '{{}}' AS subject FROM intent c WHERE {begins}"
        f" ORDER BY c.number DESC LIMIT {MOST}",
    ),
}


def ids(window: Window, thing: str, beginnings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The ids of one kind of thing that begin like one of these, with titles: the open ones and the newest first."""
    begins = "(" + " OR ".join("substr(c.id, 1, length(?)) = ?" for _ in beginnings) + ")"
    values = [value for each in beginnings for value in (each, each)]
    names: dict[str, str] | None = None
    for statement in _STATEMENTS[thing]:
        for row in window._rows(statement.format(begins=begins), *values):
            if not row["title"] and names is None:
                names = window._names()
            yield row["id"], row["title"] or _about(row, names or {})


def _about(row: Row, names: dict[str, str]) -> str:
    subject = json.loads(row["subject"])
    return " · ".join(names.get(value, value) for value in subject.values() if value)
