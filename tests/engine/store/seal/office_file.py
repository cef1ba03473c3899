"""A database in which every table holds something, and what of it lies where in the file."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from engine.desk import importing, records, tasks, undoing
from engine.desk.records import Proof
from engine.desk.tasks import NewTask
from engine.store.seal.kept import KEYS, TABLES
from tests.office import content_of, desk_in, done, protocol, refused

PIECE = 48  # a long value is scattered over pages; a piece of it is not, mostly


def office_in(path: Path) -> Path:
    """An office that imported, worked, was refused, took something back and brought it back."""
    desk = desk_in(path)
    paper = protocol()
    done(desk.act(importing.bring_in(paper, content_of(paper))))
    done(desk.act(tasks.add(NewTask("Позвонить", executors=("Ким О.В.",), due=date(2026, 12, 1)))))
    done(desk.act(tasks.take("П-1.2", "accept")))
    refused(desk.act(tasks.take("П-1.2.1", "confirm", outcome="done")))
    goal = done(desk.act(records.add("К-1", "goal", {"text": "Снизить долю", "grounds": "анализ"})))
    done(desk.act(records.prove(goal.id, Proof("приказ", number="5", content=b"order 5"))))
    done(desk.act(tasks.add(NewTask("Написать"))))
    done(desk.act(undoing.undo()))
    done(desk.act(undoing.redo()))
    done(desk.act(undoing.undo()))
    return path


def dump(path: Path) -> dict[str, list[object]]:
    """Every stored value with its type, read through every table and through every index; raises sqlite3.Error."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    connection.text_factory = bytes
    told: dict[str, list[object]] = {}
    try:
        told["sqlite_master"] = _typed(connection, "SELECT type, name, tbl_name, sql FROM sqlite_master")
        for table in TABLES:
            told[table] = _typed(connection, f"SELECT * FROM {table} NOT INDEXED")
        indexes = connection.execute("SELECT CAST(name AS BLOB), tbl_name FROM sqlite_master WHERE type = 'index'")
        for name, table in [(n.decode(), t.decode()) for n, t in indexes]:
            columns = connection.execute(f"SELECT name FROM pragma_index_info('{name}')").fetchall()
            listed = ", ".join(f'"{column[0].decode()}"' for column in columns)
            told[name] = _typed(connection, f"SELECT {listed} FROM {table} INDEXED BY {name} ORDER BY {listed}")
        return told
    finally:
        connection.close()


def _typed(connection: sqlite3.Connection, sql: str) -> list[object]:
    return [[(type(value), value) for value in row] for row in connection.execute(sql)]


def texts(path: Path) -> dict[tuple[str, str], list[bytes]]:
    """The stored texts and documents, column by column; numbers and empty texts have no bytes of their own."""
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    found: dict[tuple[str, str], list[bytes]] = {}
    for table in TABLES:
        for row in map(dict, _rows(connection, table)):
            for name, value in row.items():
                if isinstance(value, bytes) and value:
                    found.setdefault((table, name), []).append(value)
    connection.close()
    return found


def _rows(connection: sqlite3.Connection, table: str) -> list[sqlite3.Row]:
    connection.row_factory = sqlite3.Row
    return connection.execute(
        f"SELECT * FROM {table} ORDER BY {', '.join(f'[{key}]' for key in KEYS[table])}"
    ).fetchall()


def places(path: Path) -> dict[tuple[str, str], list[int]]:
    """Where in the file the bytes of each column's texts stand, copies in indexes and on free pages too."""
    content = path.read_bytes()
    found: dict[tuple[str, str], list[int]] = {}
    for column, values in texts(path).items():
        taken: set[int] = set()
        for value in dict.fromkeys(values):
            for start in range(0, len(value), PIECE):
                piece = value[start : start + PIECE]
                place = content.find(piece) if len(piece) > 3 or len(value) <= 3 else -1
                while place >= 0:
                    taken.update(range(place, place + len(piece)))
                    place = content.find(piece, place + 1)
        found[column] = sorted(taken)
    return found
