"""The rows of a batch as somebody writes them who has SQLModel and no batch: a session and a commit for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sqlmodel import Session, SQLModel, create_engine

from bench.advancing.ours import Written
from bench.advancing.peers import Clock
from engine.store.tables import LASTING, PROJECTIONS

MODELS: dict[str, type[SQLModel]] = {str(model.__tablename__): model for model in (*LASTING, *PROJECTIONS)}
INSERT = re.compile(r"INSERT INTO (\w+) \((.+)\) VALUES")
UPDATE = re.compile(r"UPDATE (\w+) SET (.+) WHERE (.+)")
NAME = re.compile(r'"(\w+)"')


class Change(NamedTuple):
    """One row: its new values, and its key if it is there already."""

    model: type[SQLModel]
    values: dict[str, Any]
    key: dict[str, Any]


def changes(written: Written) -> Iterator[Change]:
    """Row by row what was written by the statements of one commit."""
    for statement, rows in written:
        if found := INSERT.match(statement):
            names = NAME.findall(found[2])
            yield from (Change(MODELS[found[1]], dict(zip(names, row, strict=True)), {}) for row in rows)
        elif found := UPDATE.match(statement):
            names, key = NAME.findall(found[2]), NAME.findall(found[3])
            for row in rows:
                values, at = row[: len(names)], row[len(names) :]
                there, other = dict(zip(key, at, strict=True)), dict(zip(names, values, strict=True))
                yield Change(MODELS[found[1]], other, there)
        else:
            raise ValueError(f"a batch of arrows removes nothing: {statement}")


def a_session_per_row(path: Path, written: Written, clock: Clock) -> tuple[int, float]:
    """How many rows they are, and the seconds that they take."""
    engine = create_engine(f"sqlite:///{path}")
    todo = list(changes(written))
    began = clock()
    for model, values, key in todo:
        with Session(engine) as session:
            row = session.get_one(model, key) if key else model(**values)
            for name, value in values.items() if key else ():
                setattr(row, name, value)
            session.add(row)
            session.commit()
    took = clock() - began
    engine.dispose()
    return len(todo), took
