"""An operation of the disk fails, or the disk is full: all or nothing, a known exit code, and the next run works."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from engine.desk import tasks
from engine.store.errors import Busy, DiskFails, Full, StoreError, Unopened
from engine.store.sqlite_file import Profile
from tests.faults.store.acts import ACTS, busy_office, desk_of, did
from tests.faults.store.disk import FAILING, Faulty, install
from tests.faults.store.keeping import Books, assert_kept_once, assert_whole, books_of, tidied
from tests.faults.store.processes import Tell, ran
from tests.office import done

WRITES = frozenset({"write", "sync", "truncate", "delete"})
EVERYTHING = frozenset(FAILING)
TOLD = (Busy, DiskFails, Unopened)


@pytest.fixture(scope="module", params=Profile)
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A busy office, to be copied."""
    return busy_office(tmp_path_factory.mktemp("office") / "o.resheno", request.param)


def tried(path: Path, name: str, faulty: Faulty) -> tuple[str, bool]:
    """What became of an act on a faulty disk, tried in a process of its own; and whether the fault came to pass."""

    def work(tell: Tell) -> None:
        install(faulty)
        try:
            answer = type(did(path, replace(ACTS[name](), key="once"))).__name__
        except StoreError as error:
            answer = "told" if isinstance(error, TOLD) else repr(error)
        tell(f"{answer} {faulty.fired}")

    answer, fired = ran(work)[-1].rsplit(" ", 1)
    return answer, fired == "True"


def survives(office: Path, folder: Path, name: str, of: frozenset[str], for_good: bool = False, step: int = 1) -> int:
    """Fail the first operation, the second, … until none is left to fail; how many were failed."""
    before = books_of(office)
    whole = Path(shutil.copy(office, folder / "whole.resheno"))
    did(whole, replace(ACTS[name](), key="once"))
    after = books_of(whole)
    nth = 1
    seen: set[tuple[str, bytes]] = set()  # most faults leave the same file: it goes on alike
    while True:
        path = Path(shutil.copy(office, folder / "o.resheno"))
        answer, fired = tried(path, name, Faulty(nth, of, for_good))
        if (answer, left := tidied(path)) not in seen:
            _assert_all_or_nothing(path, answer, before, after)
            did(path, replace(ACTS[name](), key="once"))
            assert books_of(path) == after, f"{name}: not the same after operation {nth} had failed"
            assert_whole(path)
            seen.add((answer, left))
        for each in folder.glob("o.resheno*"):
            each.unlink()
        if not fired:
            return nth // step
        nth += step


def _assert_all_or_nothing(path: Path, answer: str, before: Books, after: Books) -> None:
    assert answer in ("Done", "told")
    assert books_of(path) in ([after] if answer == "Done" else [before, after])
    assert_whole(path)


def test_a_write_or_sync_that_fails_leaves_nothing_half_done(office: Path, tmp_path: Path) -> None:
    assert survives(office, tmp_path, "tasks.take", frozenset({"sync", "delete"})) > 1


@pytest.mark.deep
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", ACTS)
def test_each_command_survives_each_write_that_fails(office: Path, tmp_path: Path, name: str) -> None:
    assert survives(office, tmp_path, name, WRITES) > 1


@pytest.mark.deep
@pytest.mark.timeout(900)
@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("name", ["tasks.report", "importing.bring_in"])
def test_any_operation_may_fail_once_or_from_then_on(office: Path, tmp_path: Path, name: str, for_good: bool) -> None:
    assert survives(office, tmp_path, name, EVERYTHING, for_good, step=1 if name == "tasks.report" else 7) > 20


def test_a_writer_that_commits_by_halves_is_caught(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.store.sql_ledger import SqlLedger

    together = SqlLedger._project

    def apart(ledger: SqlLedger, *given: object) -> None:
        ledger._connection.execute("COMMIT")
        ledger._connection.execute("BEGIN IMMEDIATE")
        together(ledger, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(SqlLedger, "_project", apart)
    with pytest.raises(AssertionError):
        survives(office, tmp_path, "tasks.take", frozenset({"sync"}))


def fill(path: Path, room: int) -> list[str]:
    """Write until the disk is full; the keys that were acknowledged."""

    def work(tell: Tell) -> None:
        install(Faulty(room=room))
        desk = desk_of(path)
        try:
            for number in range(10_000):
                done(desk.act(replace(tasks.add(tasks.NewTask(f"Дело {number}")), key=str(number))))
                tell(str(number))
        except Full:
            return
        raise AssertionError("it was never full")

    return ran(work)


def test_a_full_disk_is_boring(office: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(office, tmp_path))
    heard = fill(path, 10_000_000)
    assert len(heard) > 10
    assert_kept_once(path, heard, 1)
    assert_whole(path)
    assert desk_of(path).case("Т-3").stage == "registered", "reading works"
    did(path, tasks.add(tasks.NewTask("Когда место нашлось")))


def test_a_task_that_no_disk_kept_is_caught(office: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(office, tmp_path))
    with pytest.raises(AssertionError, match="lost"):
        assert_kept_once(path, [*fill(path, 2_000_000), "10000"], 1)


@pytest.mark.parametrize("profile", Profile)
def test_at_the_command_line_a_file_that_cannot_grow_is_told_as_the_disks_fault(
    tmp_path: Path, root: Path, profile: Profile
) -> None:
    """The limit is the kernel's own: a real write of a real process comes back with an error."""
    path = busy_office(tmp_path / "o.resheno", profile)
    before = books_of(path)
    most = path.stat().st_size - 8_192 if profile is Profile.FILE else 8_192

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    command = [sys.executable, "-m", "cli.main", "--db", str(path), "task", "add", "Позвонить", "--yes"]
    run = subprocess.run(command, cwd=root, preexec_fn=limited, capture_output=True, text=True, check=False)
    assert (run.returncode, "E-506" in run.stderr) == (1, True), run.stderr
    assert books_of(path) == before
    assert subprocess.run(command, cwd=root, capture_output=True, check=False).returncode == 0
    assert_whole(path)
