"""Whatever stands where the database should be has its number and its exit code, and not a byte of it is changed."""

from __future__ import annotations

import ctypes
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from cli.exits import Exit
from engine.store.sqlite_file import Profile
from tests.cli.conftest import Type
from tests.engine.store.seal.test_verify import cut, grounded, rewrite
from tests.office import Stopped, desk_in

READ, WRITE, VERIFY, VOUCH = "today", "task add Позвонить --yes", "journal verify", "backup make"
Spoil = Callable[[Path], object]


def another_programs(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE entry (seq)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50_000])


FOREIGN = {READ: (1, "E-503"), WRITE: (1, "E-503"), VOUCH: (1, "E-503"), VERIFY: (7, "E-550"), "db check": (7, "E-550")}
TOLD = {"undo --yes": (1, "E-503"), "db info": (1, "E-503"), "init": (1, "E-502")}
CHANGED = {
    VERIFY: (7, "E-550"),
    VOUCH: (7, "E-550"),
    "journal export": (7, "E-550"),
    "journal checkpoint": (7, "E-550"),
}
NOWHERE = {line: (9, "E-010") for line in (READ, WRITE, VOUCH, VERIFY, "db info", "undo --yes")}
INPUT: dict[str, tuple[Spoil, dict[str, tuple[int, str]]]] = {
    "another program's": (another_programs, FOREIGN | TOLD),
    "an empty file": (lambda path: path.write_bytes(b""), FOREIGN | TOLD),
    "a text": (lambda path: path.write_text("Протокол № 7\n" * 40, "utf-8"), FOREIGN | TOLD),
    "a file cut short": (
        cut_short,
        {VERIFY: (7, "E-550"), "db check": (7, "E-550"), "db info": (7, "E-550"), VOUCH: (7, "E-507")}
        | {line: (7, "E-507") for line in (READ, WRITE, "undo --yes")},
    ),
    "a newer one": (newer, {line: (1, "E-504") for line in (READ, WRITE, VOUCH, VERIFY, "db info", "db upgrade")}),
    "a folder": (folder, {line: (2, "E-043") for line in (*NOWHERE, "init")}),
    "nothing": (Path.unlink, NOWHERE),
    "an edited journal": (lambda path: rewrite(path, grounded, seal=False), CHANGED),
    "a journal cut": (lambda path: rewrite(path, cut, seal=False), {VERIFY: (7, "E-559"), VOUCH: (7, "E-559")}),
}
ALL = [(name, line) for name, (_, lines) in INPUT.items() for line in lines]


def everything_in(place: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in place.rglob("*") if file.is_file() and file.suffix != ".json"}


@pytest.mark.parametrize(("name", "line"), ALL, ids=lambda each: each.replace(" ", "-"))
def test_it_has_its_number_and_its_code_and_stays_as_it_is(at: Type, base: Path, name: str, line: str) -> None:
    spoil, lines = INPUT[name]
    spoil(base)
    before = everything_in(base.parent)
    said = at(line)
    assert (said.code, lines[line][1] in said.err) == (lines[line][0], True), said.err
    assert "Traceback" not in said.err
    assert everything_in(base.parent) == before


@pytest.mark.parametrize("change", [cut, grounded], ids=["cut", "written anew"])
def test_a_journal_sealed_again_is_told_by_an_earlier_checkpoint(
    at: Type, base: Path, change: Callable[[list[dict[str, object]]], list[dict[str, object]]]
) -> None:
    paper = base.parent / "paper.json"
    assert at("journal", "checkpoint", "-o", paper).code == Exit.OK
    rewrite(base, change, seal=True)
    before = everything_in(base.parent)
    assert at(VERIFY).code == Exit.OK, "nothing else knows"
    said = at("journal", "verify", "--checkpoint", paper)
    assert (said.code, "E-550" in said.err) == (Exit.UNVERIFIED, True)
    assert everything_in(base.parent) == before


@pytest.fixture
def later(tmp_path: Path) -> Iterator[Path]:
    """A database whose last entry was made ten years from now; by it, the clock of this machine was set back."""
    ahead = date(date.today().year + 10, 11, 22)
    yield desk_path(tmp_path / "later.resheno", ahead)


def desk_path(path: Path, day: date) -> Path:
    desk_in(path, Stopped(day))
    return path


def test_a_clock_set_back_by_ten_years_records_nothing(
    type_: Type, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything_in(later.parent)
    for line in (WRITE, "undo --yes", "person add Ким"):
        said = type_("--db", str(later), *line.split())
        assert (said.code, "E-517" in said.err) == (Exit.FAILED, True), said.err
    for line in (READ, "log", VERIFY, f"{WRITE} -n"):
        assert type_("--db", str(later), *line.split()).code == Exit.OK
    assert everything_in(later.parent) == before
    assert "D-05" in type_("--db", str(later), "doctor").out
    monkeypatch.setenv("RESHENO_CLOCK", "right")
    assert type_("--db", str(later), *WRITE.split()).code == Exit.OK
    assert type_("--db", str(later), *VERIFY.split()).code == Exit.OK


def test_a_clock_that_is_a_little_late_is_nobodys_trouble(type_: Type, tmp_path: Path) -> None:
    path = desk_path(tmp_path / "o.resheno", date.fromordinal(date.today().toordinal() + 20))
    assert type_("--db", str(path), *WRITE.split()).code == Exit.OK


@pytest.mark.parametrize("profile", Profile)
def test_a_file_that_may_only_be_read(made: Path, tmp_path: Path, root: Path, profile: Profile) -> None:
    path = Path(shutil.copy(made, tmp_path / "base.resheno"))
    if profile is Profile.SERVER:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
    path.chmod(0o444)
    before = everything_in(tmp_path)
    run = subprocess.run(
        [sys.executable, "-m", "cli.main", "--db", str(path), *WRITE.split()],
        cwd=root,
        preexec_fn=like_anybody,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, "E-518" in run.stderr) == (Exit.FAILED, True), run.stderr
    assert {name: content for name, content in everything_in(tmp_path).items() if name in before} == before


def like_anybody() -> None:
    """Whoever is root may write everything: the child gives that up."""
    drop_from_bounding_set, override, read_and_search = 24, 1, 2
    for right in (override, read_and_search):
        ctypes.CDLL(None).prctl(drop_from_bounding_set, right, 0, 0, 0)
