"""Databases of every earlier schema, brought up to date: whole or not at all, in a file and on a server."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from engine.store import upgrading
from engine.store.errors import Older
from engine.store.opening import open_store
from engine.store.place import Place, Server
from engine.store.seal.verify import verify
from engine.store.sql_ledger import Connection, SqlLedger
from engine.store.sqlite_file import SCHEMA
from engine.store.upgrading import upgrade, version_at
from engine.store.window import look
from tests.engine.store.earlier import emptied, everything, file_of, lasting, server_of
from tests.faults.figures import figure
from tests.faults.store.processes import Tell, fork

TIMES = figure(50, 500)
EARLIER = range(1, SCHEMA)


@pytest.fixture(params=[(schema, kind) for schema in EARLIER for kind in ("file", "server")])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An office of an earlier release."""
    schema, kind = request.param
    file = file_of(schema, tmp_path / "old.resheno")
    return server_of(schema, request.getfixturevalue("server"), file) if kind == "server" else file


def test_there_is_a_database_of_every_earlier_schema(tmp_path: Path) -> None:
    for schema in EARLIER:
        assert version_at(file_of(schema, tmp_path / f"{schema}.resheno")) == schema


def test_an_earlier_database_is_not_used_before_it_is_upgraded(old: Place) -> None:
    with pytest.raises(Older), look(old):
        pass
    with pytest.raises(Older):
        open_store(old)


def test_what_lasts_stays_to_the_letter_and_the_rest_is_made_anew(old: Place) -> None:
    before, schema = lasting(old), version_at(old)
    assert upgrade(old) == (schema, SCHEMA)
    assert lasting(old) == before
    report = verify(old)
    assert report.agrees, report.findings
    assert report.size == len(before["entry"])


def test_it_can_be_worked_with_again(old: Place) -> None:
    upgrade(old)
    store = open_store(old)
    with store.writing() as ledger:
        before = ledger.projections()
        ledger.rebuild()
        assert ledger.projections() == before
        assert before["case_now"] and before["office"]
    store.close()


def test_a_second_upgrade_changes_nothing(old: Place) -> None:
    upgrade(old)
    before = everything(old)
    assert upgrade(old) == (SCHEMA, SCHEMA)
    assert everything(old) == before


def killed(old: Place, times: int, seed: int, folder: Path) -> dict[str, int]:
    """Upgrade and kill so many times; how often the old and how often the new was found, and nothing else ever."""
    chance, ends = random.Random(seed), {"old": 0, "new": 0}
    before, kept = everything(old), lasting(old)
    reach = _time_of_an_upgrade(old, folder) * 1.2  # grows and shrinks with what the machine gives the child
    for _ in range(times):
        place = old if isinstance(old, Server) else Path(shutil.copy(old, folder / "try.resheno"))
        child = fork(partial(_upgrading, place))
        child.ready()
        time.sleep(chance.uniform(0, reach))
        child.kill()
        child.heard()
        child.ended()
        if _settled(place) == 1:
            ends["old"] += 1
            reach *= 1.15
            assert everything(place) == before, f"neither old nor new, seed {seed}"
            continue
        ends["new"] += 1
        reach *= 0.85
        assert lasting(place) == kept and verify(place).agrees, f"neither old nor new, seed {seed}"
        if isinstance(place, Server):
            server_of(1, emptied(place), file_of(1, folder / "again.resheno"))
    return ends


def _upgrading(place: Place, tell: Tell) -> None:
    tell("ready")
    upgrade(place)


def _settled(place: Place) -> int:
    """The version that a killed upgrade has left; a server may still be ending what the dead client began."""
    if isinstance(place, Server):
        from engine.store.postgres_server import altering

        with altering(place):
            pass
    return version_at(place)


def _time_of_an_upgrade(old: Place, folder: Path) -> float:
    if isinstance(old, Server):
        upgrade(old)
        server_of(1, emptied(old), file_of(1, folder / "again.resheno"))
        began = time.monotonic()
        upgrade(old)
        took = time.monotonic() - began
        server_of(1, emptied(old), file_of(1, folder / "again.resheno"))
        return took
    upgrade(Path(shutil.copy(old, folder / "timed.resheno")))
    began = time.monotonic()
    upgrade(Path(shutil.copy(old, folder / "timed.resheno")))
    return time.monotonic() - began


@pytest.mark.deep
@pytest.mark.timeout(300)
def test_an_upgrade_that_is_killed_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    ends = killed(file_of(1, tmp_path / "old.resheno"), TIMES, 4, tmp_path)
    assert ends["old"] and ends["new"], ends


@pytest.mark.deep
@pytest.mark.timeout(300)
def test_an_upgrade_on_a_server_that_is_killed_leaves_the_old_or_the_new(server: Server, tmp_path: Path) -> None:
    old = server_of(1, server, file_of(1, tmp_path / "old.resheno"))
    ends = killed(old, TIMES, 5, tmp_path)
    assert ends["old"] and ends["new"], ends


def test_an_upgrade_in_two_steps_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: tables made in one transaction and filled in another."""

    def apart(connection: Connection, statements: Iterable[str]) -> None:
        for statement in statements:
            connection.execute(statement)
        connection.execute("COMMIT")
        time.sleep(0.05)
        connection.execute("BEGIN IMMEDIATE")
        SqlLedger(connection, {}).rebuild()

    monkeypatch.setattr(upgrading, "_make_anew", apart)
    with pytest.raises(AssertionError, match="neither old nor new"):
        killed(file_of(1, tmp_path / "old.resheno"), 60, 6, tmp_path)
