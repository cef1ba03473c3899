"""Many command lines at one database at once, as whole processes; and bytes changed behind the back of all of them."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest

from cli.exits import Exit
from engine.desk import importing
from engine.desk.desk import Desk
from engine.store.seal.verify import Look
from engine.store.sqlite import SqliteStore, keep_as
from engine.store.sqlite_file import Profile
from engine.store.window import look
from tests.cli.conftest import Type
from tests.faults.figures import figure
from tests.office import DAY, content_of, desk_in, done, item, protocol

SIXTEEN = 16


def typed(root: Path, base: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command line as a process of its own."""
    command = [sys.executable, "-m", "cli.main", "--db", str(base), *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office that has received a protocol of two dozen assignments."""
    path = tmp_path / "o.resheno"
    paper = protocol([item(str(number), f"Подготовить отчёт № {number}") for number in range(1, 25)])
    with closing_desk(path) as desk:
        done(desk.act(importing.bring_in(paper, content_of(paper))))
    return path


@contextmanager
def closing_desk(path: Path) -> Iterator[Desk]:
    desk = desk_in(path)
    yield desk
    cast("SqliteStore", desk.store).close()


def tasks_of(root: Path, base: Path) -> list[dict[str, str]]:
    tasks: list[dict[str, str]] = json.loads(typed(root, base, "task", "list", "--format", "json").stdout)["data"]
    return tasks


@pytest.mark.deep
@pytest.mark.parametrize("profile", Profile)
def test_every_task_of_a_protocol_is_accepted_sixteen_at_a_time(office: Path, root: Path, profile: Profile) -> None:
    keep_as(office, profile)
    tasks = tasks_of(root, office)
    assert len(tasks) == 24
    with ThreadPoolExecutor(SIXTEEN) as pool:
        said = list(pool.map(lambda task: typed(root, office, "task", "accept", task["id"], "--yes"), tasks))
    assert [(each.returncode, each.stderr) for each in said if each.returncode] == []
    assert [task["stage"] for task in tasks_of(root, office)] == ["in_work"] * len(tasks)
    assert typed(root, office, "journal", "verify").returncode == Exit.OK


def places_of(text: str, content: bytes) -> list[tuple[int, int]]:
    """Every place of the file where a text stands: its first byte, and the one after its last."""
    found = re.finditer(re.escape(text.encode()), content)
    return [each.span() for each in found]


def assert_each_byte_counts(type_: Type, office: Path, texts: list[str], seed: int, most: int = 100) -> int:
    """Change one byte of each text at each of its places, or of so many of them, and ask; how many were changed."""
    chance, content = random.Random(seed), office.read_bytes()
    places = [(text, *place) for text in texts for place in places_of(text, content)]
    changed = min(most, len(places))
    for text, first, end in chance.sample(places, changed):
        at, bit = chance.randrange(first, end), 1 << chance.randrange(8)
        office.write_bytes(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])
        said = type_("--db", office, "journal", "verify")
        assert said.code == Exit.UNVERIFIED, f"seed {seed}: byte {at}, bit {bit}, of {text!r}"
    office.write_bytes(content)
    assert type_("--db", office, "journal", "verify").code == Exit.OK
    return changed


def test_a_byte_of_a_stored_text_is_missed_wherever_it_stands(type_: Type, office: Path) -> None:
    texts = ["Подготовить отчёт № 7", "Иванова И.И.", "Орлова Т.П.", "протокол.txt"]
    assert assert_each_byte_counts(type_, office, texts, seed=1, most=10) == 10


@pytest.mark.deep
def test_bytes_of_every_stored_text_are_missed_wherever_they_stand(type_: Type, office: Path) -> None:
    with look(office) as window:
        tasks, parties = window.tasks(DAY), window.parties()
        said = {value for entry in window.log() for value in entry.data.values() if isinstance(value, str)}
    texts = {task.text for task in tasks} | {party.name for party in parties} | said
    texts = {text for text in texts if len(text) > 3}
    assert assert_each_byte_counts(type_, office, sorted(texts), 2, figure(200, 2_000)) >= 200


def test_a_verify_that_looks_at_the_journal_only_is_caught(
    type_: Type, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Look, "everything", Look.journal)
    with pytest.raises(AssertionError, match="seed 1"):
        assert_each_byte_counts(type_, office, ["Подготовить отчёт № 7"], seed=1)
