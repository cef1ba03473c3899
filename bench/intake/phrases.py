"""The phrases and what a careful clerk reads in them: bench/phrases/*.tsv, written before and without the rules."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "phrases"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a protocol. `how` says where it stands: a term or a label's text alone, or a whole sentence."""

    row: str
    how: str
    text: str
    fields: tuple[tuple[str, tuple[str, ...]], ...]  # what is asked for, with the right answers
    decided: str = ""


def deadlines() -> list[Phrase]:
    """Terms: the first day, the last day; «a|b» are both right, an empty one means that no day is right too."""
    return [
        Phrase(
            row["row"],
            row["how"],
            row["phrase"],
            (("start", tuple(row["start"].split("|"))), ("due", tuple(row["due"].split("|")))),
            row["decided"],
        )
        for row in _rows("deadlines")
    ]


def people() -> list[Phrase]:
    """People as «Фамилия И.О.»; «met» asks only who is meant, whatever the case and the sex of the surname."""
    return [
        Phrase(
            row["row"],
            row["how"],
            row["phrase"],
            (("people", _list(row["people"])), ("met", met(_list(row["people"])))),
        )
        for row in _rows("people")
    ]


def met(people: Sequence[str]) -> tuple[str, ...]:
    """Names cut to the first letters of the surname and the initials."""
    return tuple(f"{name.partition(' ')[0][:3]} {name.partition(' ')[2]}" for name in people)


def bodies() -> list[Phrase]:
    """Bodies and groups, as written and in the nominative."""
    return [
        Phrase(
            row["row"],
            row["how"],
            row["phrase"],
            (("as written", _list(row["as_written"])), ("nominative", _list(row["nominative"]))),
        )
        for row in _rows("bodies")
    ]


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return [
            {key: value.replace("\\n", "\n") for key, value in row.items()}
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
