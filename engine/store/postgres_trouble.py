"""What a PostgreSQL server complains of, in the words of whoever has to do something about it."""

from __future__ import annotations

import re
from collections.abc import Mapping

import psycopg

from engine.store.errors import (
    Busy,
    DiskFails,
    Foreign,
    Full,
    Missing,
    NoMemory,
    NoRights,
    Spoilt,
    StoreError,
    Unreachable,
)
from engine.store.place import Server

# By the beginning of the SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html); the longest that
# fits holds. What is not here only a mistake of ours can cause: a constraint, a wrong type, a statement that is none.
BY_STATE: Mapping[str, type[StoreError]] = {
    "08": Unreachable,
    "28": Unreachable,
    "57P": Unreachable,  # it shuts down, crashes or starts
    "3D": Missing,
    "42P01": Foreign,  # no such table
    "42703": Foreign,  # no such column
    "42501": NoRights,
    "25006": NoRights,  # a stand-by server only reads
    "40": Busy,  # two that cannot both be served, a deadlock
    "53": Busy,  # too many connections, a limit of the server
    "53100": Full,
    "53200": NoMemory,
    "55006": Busy,
    "55P03": Busy,
    "57014": Busy,  # cancelled by the server's own limit of time
    "58": DiskFails,
    "XX": Spoilt,  # it cannot read its own pages
}
# A connection that does not come about has no SQLSTATE, only a sentence, in the language of the server.
NOWHERE = re.compile(r'database ".*" does not exist|база данных ".*" не существует')


def trouble(server: Server, error: psycopg.Error) -> StoreError:
    """What an error of the server means to a person; what only a mistake of ours explains is raised on."""
    state, text = error.sqlstate or "", " ".join(str(error).split())
    meant = _of_state(state) if state else _of_connection(error, text)
    if meant is None:
        raise error
    return meant(str(server), text)


def _of_state(state: str) -> type[StoreError] | None:
    fits = [start for start in BY_STATE if state.startswith(start)]
    return BY_STATE[max(fits, key=len)] if fits else None


def _of_connection(error: psycopg.Error, text: str) -> type[StoreError] | None:
    """Only an operation of the driver fails by itself; its other errors say that it was used wrongly."""
    if not isinstance(error, psycopg.OperationalError):
        return None
    return Missing if NOWHERE.search(text) else Unreachable
