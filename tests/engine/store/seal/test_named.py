"""Whoever the journal names is in the register, and the register has no gap; what nothing counts is said to be so."""

from __future__ import annotations

import json
import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from engine.desk import parties, records, tasks, undoing
from engine.desk.tasks import NewTask
from engine.desk.workspace import open_desk
from engine.store.seal.finding import Finding
from engine.store.seal.verify import verify
from tests.engine.store.seal.test_verify import office, sql  # noqa: F401 - the office is a fixture
from tests.office import Stopped, done, refused


@pytest.fixture
def copy(office: Path, tmp_path: Path) -> Path:  # noqa: F811
    return Path(shutil.copy(office, tmp_path / "copy.resheno"))


def found(path: Path) -> list[Finding]:
    return list(verify(path).findings)


def parties_of(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    ids = [row[0] for row in connection.execute("SELECT id FROM party ORDER BY id")]
    connection.close()
    return ids


def keys(path: Path, code: str) -> set[str]:
    return {each.facts["key"] for each in found(path) if each.code == code}


def test_each_party_that_is_taken_away_is_missed(copy: Path, tmp_path: Path) -> None:
    """All of this office are named, each by another sort of entry; taken away by itself, each is told by its id."""
    assert found(copy) == []
    ids = parties_of(copy)
    assert len(ids) == 5
    for id in ids:
        less = Path(shutil.copy(copy, tmp_path / "less.resheno"))
        sql(less, f"DELETE FROM party WHERE id = '{id}'")
        assert id in keys(less, "named-missing") | keys(less, "party-hole"), id


def test_the_last_of_a_series_is_missed_wherever_it_is_named(copy: Path, tmp_path: Path) -> None:
    """In a field of people, in the leave for an act, in an entry that was taken back."""
    desk = open_desk(copy, clock=Stopped())
    done(desk.act(tasks.add(NewTask("Написать", executors=("Ящерицын Я.Я.",), due=date(2026, 12, 1)))))
    done(desk.act(undoing.undo()))
    done(desk.act(records.add("П-1", "control", {"path": "5", "text": "Контроль", "executors": "Юдин Ю.Ю."})))
    people = sorted((int(id[2:]) for id in parties_of(copy) if id.startswith("Л-")), reverse=True)
    for number in people[:2]:
        less = Path(shutil.copy(copy, tmp_path / "less.resheno"))
        sql(less, f"DELETE FROM party WHERE series = 'Л' AND number >= {number}")
        assert f"Л-{number}" in keys(less, "named-missing")


def test_a_word_that_only_looks_like_an_id_is_nobody(copy: Path) -> None:
    desk = open_desk(copy, clock=Stopped())
    done(desk.act(records.add("К-1", "goal", {"text": "Л-99", "grounds": "О-15"})))
    assert found(copy) == []


def test_a_hole_is_told_with_its_ends(copy: Path) -> None:
    desk = open_desk(copy, clock=Stopped())
    first = 1 + max(int(id[2:]) for id in parties_of(copy) if id.startswith("Л-"))
    for name in ("Абрамов А.А.", "Белов Б.Б.", "Власов В.В."):
        done(desk.act(parties.register("person", name)))
    assert found(copy) == [], "who is named nowhere is no finding"
    sql(copy, f"DELETE FROM party WHERE series = 'Л' AND number IN ({first}, {first + 1})")
    (only,) = found(copy)
    facts = {"key": f"Л-{first} … Л-{first + 1}", "next": f"Л-{first + 2}"}
    assert (only.code, dict(only.facts)) == ("party-hole", facts)


def test_the_last_of_a_series_that_nothing_names_is_the_stated_limit(copy: Path) -> None:
    done(open_desk(copy, clock=Stopped()).act(parties.register("person", "Абрамов А.А.")))
    sql(copy, "DELETE FROM party WHERE name = 'Абрамов А.А.'")
    assert found(copy) == []


def test_a_refusal_out_of_the_middle_is_missed(copy: Path) -> None:
    desk = open_desk(copy, clock=Stopped())
    for _ in range(2):
        refused(desk.act(tasks.take("П-1.2.1", "confirm", outcome="done")))
    assert found(copy) == []
    sql(copy, "DELETE FROM refusal WHERE seq = 2")
    assert {(each.code, each.facts["table"]) for each in found(copy)} == {("row-false", "refusal")}


def test_who_is_named_in_the_head_of_a_document_is_told(copy: Path) -> None:
    connection = sqlite3.connect(copy)
    data = json.loads(connection.execute("SELECT data FROM entry WHERE \"case\" = 'П-1' AND version = 1").fetchone()[0])
    connection.close()
    who = data["fields"]["chair"]
    sql(copy, f"DELETE FROM party WHERE id = '{who}'")
    assert who in keys(copy, "named-missing")
