"""The columns of a plan of measures, told by the words of their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# What a column holds, and the words of its head that tell.
COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:№|n\b|п/п|пункт$|номер)", re.IGNORECASE)),
    (
        "deadline",
        re.compile(
            r"срок|дата\s+(?:исполнения|проведения|выполнения|реализации|завершения)|период\s+(?:исполнения|проведения)|когда",
            re.IGNORECASE,
        ),
    ),
    ("helpers", re.compile(r"^соисполнител", re.IGNORECASE)),
    ("executors", re.compile(r"ответственн|исполнител|^кому(?:\s|$)|^(?:за\s+)?кто|^адресат", re.IGNORECASE)),
    (
        "text",
        re.compile(
            r"мероприят|поручен|содержание|наименование|решени|мер[аы]\b|действи|задач|работ[аы]?\b|что\s+сделать|договор[её]нност",
            re.IGNORECASE,
        ),
    ),
)
# «Дата» alone is the term only where no other column is: beside «Срок» it is the day on which the task was given.
BARE_DAY = re.compile(
    r"^(?:дат[аы]|период|время|месяц|квартал)\b(?!\s+(?:поручени|выдач|внесени|регистраци))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table of measures holds what; -1 where none does."""

    number: int
    text: int
    deadline: int
    executors: int
    helpers: int


def columns_of(head: Sequence[str]) -> Columns | None:
    """The columns of a plan of measures, or None if the head belongs to another kind of table."""
    places: dict[str, int] = {}
    for at, cell in enumerate(head):
        kind = next((kind for kind, pattern in COLUMNS if pattern.search(cell)), "")
        if kind and kind not in places:
            places[kind] = at
    if "deadline" not in places:
        free = [at for at in range(len(head)) if at not in places.values()]
        places["deadline"] = next((at for at in free if BARE_DAY.search(head[at])), -1)
    if "text" not in places or (places["deadline"] < 0 and "executors" not in places):
        return None
    return Columns(*(places.get(kind, -1) for kind in ("number", "text", "deadline", "executors", "helpers")))
