"""Every statement that the ledger speaks, by name: plain SQL, without loading the models of the tables."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from engine.store.journal import ENTRY


def _columns(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


# The projections and their keys, in the order of `engine.store.tables.PROJECTIONS`; a test holds the two together.
MADE: Mapping[str, tuple[str, ...]] = {
    "taken": ("case", "id"),
    "undone": ("case", "intent"),
    "case_now": ("case",),
    "case_key": ("case", "name"),
    "case_stage": ("case", "n"),
    "plan": ("case", "n"),
    "record": ("case", "n"),
    "evidence": ("case", "n"),
    "protocol": ("case",),
    "task": ("case",),
    "task_party": ("case", "n"),
    "depends": ("case", "n"),
    "office": ("case", "n"),
    "gap": ("case", "place", "thing", "n"),
}

STANDS = 'SELECT version FROM case_now WHERE "case" = :case'
ENTRIES = f'SELECT {_columns(ENTRY)}, ({STANDS}) AS stands FROM entry WHERE "case" = :case ORDER BY version'
STREAMS = 'SELECT "case" FROM entry WHERE version = 1 ORDER BY seq'
ENTRIES_OF = "SELECT * FROM entry WHERE intent = :intent ORDER BY seq"
LAST_ENTRY = "SELECT max(seq) FROM entry"

INTENTS = "SELECT * FROM intent ORDER BY number"
ANSWERED = "SELECT * FROM intent WHERE key = :key OR (key >= :first AND key < :beyond) ORDER BY number"
LAST_INTENT = "SELECT max(number) FROM intent"

REFUSALS = 'SELECT "case", wanted FROM refusal ORDER BY seq'
LAST_REFUSAL = "SELECT max(seq) FROM refusal"

PARTIES = "SELECT * FROM party ORDER BY series, number"
DOCUMENT = "SELECT 1 FROM document WHERE sha256 = :sha256"

NEWEST = "SELECT version FROM definition WHERE name = :name ORDER BY number DESC LIMIT 1"
DEFINITION = "SELECT body FROM definition WHERE name = :name AND version = :version"
DEFINITIONS = "SELECT DISTINCT name FROM definition"
LAST_DEFINITION = "SELECT max(number) FROM definition"

CASES = "SELECT id FROM case_now ORDER BY workflow, series, number, position, id"
FIND = (
    'SELECT found."case" FROM case_key AS found JOIN case_now AS now ON now."case" = found."case"'
    " WHERE found.name = :name AND found.value = :value ORDER BY now.series, now.number, now.position"
)
OWNER = 'SELECT "case" FROM record WHERE id = :id'
RECORDS = "SELECT id FROM record"
SERVING = 'SELECT "case", stage FROM plan WHERE task = :task ORDER BY "case", n'
WAITING_FOR = 'SELECT "case" FROM depends WHERE on_task = :task AND explicit ORDER BY "case"'
GAPS = 'SELECT * FROM gap WHERE "case" = :case ORDER BY place, thing, n'
GAPS_OF = 'SELECT * FROM gap WHERE "case" = :case AND thing = :thing ORDER BY place, n'
LAST_NUMBER = "SELECT max(number) FROM taken WHERE series = :series"


@cache
def insert(table: str, names: tuple[str, ...]) -> str:
    """A new row with these columns."""
    return f"INSERT INTO {table} ({_columns(names)}) VALUES ({', '.join('?' * len(names))})"


@cache
def insert_once(table: str, names: tuple[str, ...]) -> str:
    """The same, unless a row with its key is there."""
    return f"{insert(table, names)} ON CONFLICT DO NOTHING"


@cache
def update(table: str, names: tuple[str, ...], key: tuple[str, ...]) -> str:
    """Other values in these columns, in the row of a key."""
    return f"UPDATE {table} SET {_each(names, ', ')} WHERE {_each(key, ' AND ')}"


@cache
def remove(table: str, key: tuple[str, ...]) -> str:
    """Away with the row of a key."""
    return f"DELETE FROM {table} WHERE {_each(key, ' AND ')}"


def _each(names: tuple[str, ...], between: str) -> str:
    return between.join(f'"{name}" = ?' for name in names)


@cache
def clear(table: str) -> str:
    """Away with all rows."""
    return f"DELETE FROM {table}"


@cache
def everything(table: str, key: tuple[str, ...]) -> str:
    """All rows in the order of their key."""
    return f"SELECT * FROM {table} ORDER BY " + ", ".join(f'"{name}"' for name in key)
