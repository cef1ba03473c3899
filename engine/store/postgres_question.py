"""One question in SQL, put to a server: by a cursor, in a transaction that only reads and does not last."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import psycopg
from psycopg.rows import tuple_row

from engine.store.errors import Missing
from engine.store.place import Server
from engine.store.postgres_server import connect, is_ours
from engine.store.postgres_trouble import trouble
from engine.store.sql_question import Table, Unasked, Values, taken

# The grammar of a cursor takes one SELECT or VALUES, and nothing in it that writes; prepared, it takes no second one.
BY_CURSOR = "DECLARE question NO SCROLL CURSOR FOR "
AT_ONCE = 100
COMMAND = re.compile(
    r"\s*(alter|analyze|begin|call|commit|copy|create|delete|do|drop|end|execute|grant|insert|lock|merge|notify"
    r"|prepare|reindex|revoke|rollback|savepoint|set|start|truncate|update|vacuum)\b",
    re.IGNORECASE,
)
SEVERAL = "multiple commands"
WRITES = ("25006", "0A000")  # it only reads; a cursor of what writes is none
SLOW = "57014"
NOT_UNDERSTOOD = "42601"
OF_STATEMENT = ("21", "22", "42", "54")


def ask_server(server: Server, statement: str, most: int, seconds: float) -> Table:
    """Put one question that only reads; raises Unasked and StoreError."""
    try:
        with connect(server) as connection:
            connection.read_only = True
            if not is_ours(connection):
                raise Missing(str(server))
            if not statement.strip().strip(";").strip():
                raise Unasked("sql-empty")
            with connection.cursor(row_factory=tuple_row) as cursor:
                until = time.monotonic() + seconds
                _limit(cursor, until)
                cursor.execute((BY_CURSOR + statement).encode(), prepare=True)
                cursor.execute("FETCH 0 FROM question")
                columns = [column.name for column in cursor.description or ()]
                return taken(columns, _rows(cursor, until), most)
    except psycopg.Error as error:
        raise _unasked(error, statement) or trouble(server, error) from error


def _limit(cursor: psycopg.Cursor[Values], until: float) -> None:
    """What is left of the time; said before each step, for the question itself may set it to another value."""
    left = int((until - time.monotonic()) * 1000)
    if left <= 0:
        raise Unasked("sql-slow")
    cursor.execute(f"SET LOCAL statement_timeout = {left}".encode())


def _rows(cursor: psycopg.Cursor[Values], until: float) -> Iterator[Values]:
    _limit(cursor, until)
    while rows := cursor.execute(f"FETCH {AT_ONCE} FROM question".encode()).fetchall():
        yield from rows
        _limit(cursor, until)


def _unasked(error: psycopg.Error, statement: str) -> Unasked | None:
    """What is wrong with the question; None where it is the server that is in trouble."""
    state, text = error.sqlstate or "", error.diag.message_primary or str(error)
    at = int(error.diag.statement_position or 0) - 1 - len(BY_CURSOR)
    if SEVERAL in text:
        return Unasked("sql-several")
    if state in WRITES or (state == NOT_UNDERSTOOD and COMMAND.match(statement)):
        return Unasked("sql-writes")
    if state == SLOW:
        return Unasked("sql-slow")
    if state.startswith(OF_STATEMENT):
        return Unasked("sql-unread", text, at if at >= 0 else None)
    return None
