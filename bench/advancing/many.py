"""A file with so many assignments that the desk would take an hour to open them: their rows are multiplied in SQL."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from engine.store.journal import fingerprint
from engine.store.statements import MADE

IDS = ("case", "id", "task")  # columns that name an assignment: Т-1 becomes Т-100001
NUMBERS = ("seq", "number")


def multiplied(path: Path, cases: int, times: int, target: Path) -> None:
    """The office of a file with so many times its assignments, each entry with a fingerprint of its own.

    All that an advance looks at or writes is there as if each had been opened by itself.
    """
    shutil.copy(path, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for table in ("entry", *MADE):
            columns = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
            for turn in range(1, times):
                values = ", ".join(_shifted(column, turn * cases) for column in columns)
                names = ", ".join(f'"{column}"' for column in columns)
                connection.execute(
                    f"INSERT INTO {table} ({names}) SELECT {values} FROM {table}"
                    f' WHERE "case" GLOB \'Т-*\' AND CAST(substr("case", 3) AS INTEGER) <= {cases}'
                )
        connection.executemany("UPDATE entry SET hash = ? WHERE seq = ?", list(_seals(connection)))
        connection.execute("COMMIT")


def _seals(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Every entry's own fingerprint: nothing is built upon a case whose entries do not agree with theirs."""
    entries = connection.execute("SELECT * FROM entry")
    names = [str(column[0]) for column in entries.description]
    for values in entries:
        row = dict(zip(names, values, strict=True))
        yield fingerprint(row), row["seq"]


def _shifted(column: str, by: int) -> str:
    if column in IDS:
        return f"'Т-' || (CAST(substr(\"{column}\", 3) AS INTEGER) + {by})"
    return f'"{column}" + {by}' if column in NUMBERS else f'"{column}"'
