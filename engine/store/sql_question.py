"""One question in SQL, put to a database that cannot be written meanwhile; how long and how much is limited."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.store.opening import need_driver
from engine.store.place import Place, Server
from engine.store.sqlite_file import open_to_read
from engine.store.sqlite_trouble import trouble

ROWS = 10_000
BYTES = 50_000_000  # of all values together
SECONDS = 10.0
STEPS = 10_000  # of SQLite's machine between two looks at the clock
# What SQLite may be asked to do, of all that it asks leave for; so no PRAGMA, no ATTACH, nothing that writes.
READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
NEVER_CALLED = {"load_extension", "fts3_tokenizer"}
LIMITS = {
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_LENGTH: 20_000_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 500,  # a long one is matched for hours, and no clock is looked at
}
FORBIDDEN = re.compile("not authorized|authorization denied|prohibited")
BAD = ("SQLITE_ERROR", "SQLITE_RANGE", "SQLITE_MISMATCH", "SQLITE_MISUSE")
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The answer: the names of its columns, its rows, and whether there were more than may be shown."""

    columns: tuple[str, ...]
    rows: tuple[Values, ...]
    cut: bool


class Unasked(Exception):
    """A question that is none, or not one that may be put. `code` names its words; `at` is the sign in it, from 0."""

    def __init__(self, code: str, detail: str = "", at: int | None = None) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.at = at


def ask(place: Place, statement: str, most: int = ROWS, seconds: float = SECONDS) -> Table:
    """Put one question that only reads; raises Unasked, and StoreError for trouble with the database."""
    most = min(most, ROWS)
    if isinstance(place, Server):
        need_driver(place)
        from engine.store.postgres_question import ask_server

        return ask_server(place, statement, most, seconds)
    return _ask_file(place, statement, most, seconds)


def taken(columns: Iterable[str], rows: Iterable[Values], most: int) -> Table:
    """As many rows as may be shown, of values that are not too much together."""
    kept: list[Values] = []
    size = 0
    for row in rows:
        size += sum(len(value) if isinstance(value, str | bytes) else 8 for value in row)
        if len(kept) == most or size > BYTES:
            return Table(tuple(columns), tuple(kept), True)
        kept.append(row)
    return Table(tuple(columns), tuple(kept), False)


def _ask_file(path: Path, statement: str, most: int, seconds: float) -> Table:
    try:
        with closing(open_to_read(path)) as connection:
            _bind(connection, time.monotonic() + seconds)
            return _answer(connection, statement, most)
    except MemoryError as error:
        raise Unasked("sql-too-much") from error
    except (sqlite3.Error, sqlite3.Warning) as error:  # a warning, before Python 3.12: that there are two statements
        raise _unasked(error, statement) or trouble(path, error) from error


def _bind(connection: sqlite3.Connection, until: float) -> None:
    """Leave the connection nothing but reading, for a while."""
    connection.row_factory = None
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    for limit, most in LIMITS.items():
        connection.setlimit(limit, most)
    connection.set_authorizer(_allowed)
    connection.set_progress_handler(lambda: time.monotonic() > until, STEPS)


def _allowed(action: int, _: str | None, name: str | None, *__: str | None) -> int:
    if action not in READING or (action == sqlite3.SQLITE_FUNCTION and (name or "").casefold() in NEVER_CALLED):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def _answer(connection: sqlite3.Connection, statement: str, most: int) -> Table:
    try:
        cursor = connection.execute(statement)
    except sqlite3.OperationalError as error:
        if at := _near(connection, statement, str(error)):
            raise Unasked("sql-unread", str(error), at - 1) from error
        raise
    if cursor.description is None:
        raise Unasked("sql-empty")
    return taken((column[0] for column in cursor.description), cursor, most)


def _near(connection: sqlite3.Connection, statement: str, said: str) -> int:
    """The number of the sign at which SQLite stopped to understand, from 1; the driver does not hand it out.

    It is the first place of that word at which the statement, cut off behind it, is not understood for the same reason.
    """
    found = re.search(r'^near "(.*)": syntax error$', said, re.DOTALL)
    for place in re.finditer(re.escape(found[1]), statement) if found else ():
        try:
            connection.execute(f"EXPLAIN {statement[: place.end()]}")
        except (sqlite3.Error, sqlite3.Warning) as error:
            if str(error) == said:
                return place.start() + 1
    return 0


def _unasked(error: Exception, statement: str) -> Unasked | None:
    """What is wrong with the question; None where it is the database that is in trouble."""
    name, text = getattr(error, "sqlite_errorname", "") or "", str(error)
    if name == "SQLITE_AUTH" or FORBIDDEN.search(text):
        return Unasked("sql-writes")
    if name == "SQLITE_INTERRUPT":
        return Unasked("sql-slow")
    if name == "SQLITE_TOOBIG" or "too big" in text or "query string is too large" in text:
        return Unasked("sql-too-much")
    if "one statement at a time" in text:
        return Unasked("sql-several")
    if name in BAD or not name:
        word = re.search(r": ([\w.]+)$", text)
        at = re.search(rf"\b{re.escape(word[1])}\b", statement, re.IGNORECASE) if word else None
        return Unasked("sql-unread", text, at.start() if at else None)
    return None
