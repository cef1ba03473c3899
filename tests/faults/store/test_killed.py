"""A writing process is killed at any moment: what was acknowledged is there, nothing is doubled, nothing is torn."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from engine.desk import tasks
from engine.desk.desk import Desk
from engine.desk.intent import Intent
from engine.store import sql_ledger
from engine.store.sqlite_file import Profile
from tests.faults.figures import figure
from tests.faults.store.acts import busy_office, desk_of
from tests.faults.store.keeping import assert_kept_once, assert_whole
from tests.faults.store.processes import Tell, fork
from tests.office import DAY, done

KILLS, SEEDS = 100, range(figure(5, 50))  # on each profile
ADVANCES = 4  # fewer than so many are waited for
LONGEST = 0.02  # seconds that a writer lives after that: about an advance
FRESH = 40  # a new file after so many kills, for each of them is looked through whole

Writer = Callable[[Desk, Tell, int], None]


@pytest.fixture(scope="module", params=Profile)
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A busy office, to be copied."""
    return busy_office(tmp_path_factory.mktemp("office") / "o.resheno", request.param)


def advance(number: int, key: str) -> Intent:
    """Advances without end: a term is extended; each third time somebody new gets something new to do."""
    new = tasks.NewTask(f"Дело {number}", executors=(f"Лицо {number}",), due=DAY)
    intent = tasks.take("П-1.4", "extend", due="2026-12-31", reason="болезнь") if number % 3 else tasks.add(new)
    return replace(intent, key=key)


def acknowledging(desk: Desk, tell: Tell, turn: int) -> None:
    """Write without end, and tell each key as soon as the desk has said done."""
    for number in range(1_000_000):
        done(desk.act(advance(number, f"{turn}-{number}")))
        tell(f"{turn}-{number}")


def too_early(desk: Desk, tell: Tell, turn: int) -> None:
    """The negative control: a writer that says done before it is."""
    for number in range(1_000_000):
        tell(f"{turn}-{number}")
        done(desk.act(advance(number, f"{turn}-{number}")))


def _begin(writer: Writer, path: Path, turn: int, tell: Tell) -> None:
    desk = desk_of(path)
    tell("ready")
    writer(desk, tell, turn)


def killed(office: Path, folder: Path, times: int, writer: Writer, seed: int = 1) -> int:
    """Kill so many writers and look each time; how many advances were acknowledged in all."""
    chance, total = random.Random(seed), 0
    for turn in range(times):
        if turn % FRESH == 0:
            path, heard = Path(shutil.copy(office, folder / f"{turn}.resheno")), list[str]()
        child = fork(partial(_begin, writer, path, turn))
        child.ready()
        told = [child.line() for _ in range(chance.randrange(ADVANCES))]
        time.sleep(chance.uniform(0, LONGEST))
        child.kill()
        told += child.heard()
        assert child.ended() == -9, told
        heard += told
        total += len(told)
        unheard = turn % FRESH + 1  # each of those killed may have written one more than it could say
        assert_kept_once(path, heard, unheard)
        assert_whole(path)
    return total


def test_a_killed_writer_loses_nothing(office: Path, tmp_path: Path) -> None:
    assert killed(office, tmp_path, 12, acknowledging) > 0


@pytest.mark.deep
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_thousand_killed_writers_lose_nothing(office: Path, tmp_path: Path, seed: int) -> None:
    assert killed(office, tmp_path, KILLS, acknowledging, seed) > KILLS // 2


def test_a_writer_that_says_done_too_early_is_caught(office: Path, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="lost"):
        killed(office, tmp_path, 200, too_early)


def test_a_journal_and_projections_written_apart_are_caught(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = sql_ledger.SqlLedger._project

    def apart(ledger: sql_ledger.SqlLedger, *given: object) -> None:
        ledger._connection.execute("COMMIT")
        ledger._connection.execute("BEGIN IMMEDIATE")
        together(ledger, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(sql_ledger.SqlLedger, "_project", apart)
    with pytest.raises(AssertionError):
        killed(office, tmp_path, 200, acknowledging)
