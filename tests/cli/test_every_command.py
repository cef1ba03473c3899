"""V8 at the terminal: a key makes a command happen once, a dry run shows the entries, a past day is as it was."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from cli.register import walk
from engine.definition.shipped import source
from engine.desk import answers, workspace
from engine.desk.books import Books
from engine.store.sql_ledger import SqlLedger
from tests.cli.conftest import DOCUMENT, EXAMPLES, Said, Type
from tests.cli.every_command import LOOKS, MAKES, OF_NOW, WRITES, Line


def test_every_command_has_its_place() -> None:
    """A new command: into WRITES, MAKES, LOOKS or OF_NOW of every_command.py, whichever it does."""
    places = {*WRITES, *MAKES, *LOOKS, *OF_NOW}
    assert places == {" ".join(words) for words, _ in walk()}
    assert not {*WRITES, *MAKES} & OF_NOW and not {*LOOKS} & OF_NOW


@pytest.fixture
def names(tmp_path: Path, at: Type) -> dict[str, str]:
    """What stands for the places in a line; the goal is recorded, the definition and the proof are written."""
    changed = source("management_cycle").replace("      - у каждой цели указано обоснование\n", "")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "cycle.yaml").write_text(changed, encoding="utf-8")
    (tmp_path / "own" / "proof.txt").write_text("справка", encoding="utf-8")
    goal = at("record add К-1 Повысить --kind goal --format json").data["id"]
    folder = tmp_path / "own"
    return {"examples": str(EXAMPLES), "folder": str(folder), "proof": str(folder / "proof.txt"), "goal": goal}


Typed = Callable[..., Said]


@pytest.fixture
def typed(at: Type, base: Path, names: dict[str, str]) -> Typed:
    """Type a line of the table, and something behind it."""

    def one(line: str, *more: str) -> Said:
        if line == "!remember":
            workspace.open_desk(base).act(answers.remember("Совет", {"deadline-vague": "none"}))
            return Said(0, "", "")
        if line == "!backup":
            return at("backup", "make", f"{names['folder']}/copies")
        words = [word.format_map(names) for word in line.split()]
        found = [str(next(Path(w).parent.glob(Path(w).name))) if "*" in w else w for w in words]
        return at(*found, *more)

    return one


def prepared(line: Line, typed: Typed) -> str:
    for before in line.before:
        assert typed(before).code == 0, before
    return line.words


def entries(at: Type) -> list[dict[str, Any]]:
    """The journal as it is handed out."""
    return [json.loads(text) for text in at("journal export").out.splitlines()]


def in_short(entry: dict[str, Any]) -> tuple[Any, ...]:
    data = json.loads(entry["data"]) if isinstance(entry["data"], str) else entry["data"]
    return (entry["case"], entry["version"], entry["type"], data)


def given_twice(name: str, typed: Typed, base: Path) -> None:
    line = prepared(WRITES[name], typed)
    first = typed(line, "--idempotency-key", "k-1")
    assert (first.code, "Traceback" in first.err) == (0, False), first.err
    after = base.read_bytes()
    second = typed(line, "--idempotency-key", "k-1")
    assert second.code == 0, second.err
    assert WRITES[name].again in second.err
    assert base.read_bytes() == after


@pytest.mark.deep
@pytest.mark.parametrize("name", WRITES)
def test_the_same_key_twice_is_once_and_the_second_says_so(name: str, typed: Typed, base: Path) -> None:
    given_twice(name, typed, base)


def test_a_key_that_is_ignored_is_caught(typed: Typed, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SqlLedger, "answered", lambda ledger, key: None)
    with pytest.raises(AssertionError):
        given_twice("record edit", typed, base)


def shown_before(name: str, at: Type, typed: Typed, base: Path) -> None:
    line = prepared(WRITES[name], typed)
    long, before = len(entries(at)), base.read_bytes()
    dry = typed(line, "-n", "--format", "json")
    assert dry.code == 0, dry.err
    assert base.read_bytes() == before
    shown = json.loads(dry.out)["data"]
    shown = shown[0] if isinstance(shown, list) else shown
    assert not shown["intent"] and "Проба" in dry.err
    assert typed(line).code == 0
    assert base.read_bytes() != before
    assert [in_short(entry) for entry in shown["entries"]] == [in_short(entry) for entry in entries(at)[long:]]


@pytest.mark.deep
@pytest.mark.parametrize("name", WRITES)
def test_a_dry_run_shows_the_very_entries_that_are_then_recorded(name: str, at: Type, typed: Typed, base: Path) -> None:
    shown_before(name, at, typed, base)


def test_a_dry_run_that_records_is_caught(at: Type, typed: Typed, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Books.close
    monkeypatch.setattr(Books, "close", lambda books, intent: whole(books, replace(intent, dry=False)))
    with pytest.raises(AssertionError):
        shown_before("task accept", at, typed, base)


@pytest.mark.deep
@pytest.mark.parametrize("name", MAKES)
def test_a_dry_run_makes_no_file(name: str, typed: Typed, base: Path) -> None:
    line = prepared(MAKES[name], typed)
    before = {path: path.read_bytes() for path in base.parent.rglob("*") if path.is_file()}
    dry = typed(line, "-n")
    assert dry.code == 0, dry.err
    assert {path: path.read_bytes() for path in base.parent.rglob("*") if path.is_file()} == before
    assert "Проба" in dry.err or name == "db upgrade"
    real = typed(line)
    assert real.code == 0, real.err


PAST, NOW = date(2026, 11, 20), date(2026, 12, 3)


def on(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this day be today."""

    class Calendar(date):
        @classmethod
        def today(cls) -> Calendar:
            return cls(day.year, day.month, day.day)

    monkeypatch.setattr("cli.terminal.date", Calendar)


@pytest.fixture(scope="module")
def two_days(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A database as it was on a day, and the same later: everything in it has changed since."""
    folder = tmp_path_factory.mktemp("days")
    then = lived_in(folder / "then.resheno", PAST, FIRST)
    return then, lived_in(Path(shutil.copy(then, folder / "later.resheno")), NOW, LATER)


FIRST = (
    "init --operator Орлова --organisation Заречье",
    f"protocol import {DOCUMENT} --yes",
    "record add К-1 Повысить --kind goal --field grounds=анализ",
    f"evidence add ЦЛ-1 {DOCUMENT}",
    "task accept П-1.1.2",
    "role delegate controller Орлова Ким --until 31.12.2026",
)
LATER = (
    "task report П-1.1.2 --text готово",
    "task edit П-1.1.3 --text Иначе --due 31.12.2026",
    "record edit ЦЛ-1 --field text=Снизить",
    "record add К-1 Доля --kind indicator --link ЦЛ-1",
    "case advance К-1 --waive Ким --reason утверждены",
    "case start Лесной 1.3 2026",
    "role grant clerk Ким",
    "role withdraw controller Ким",
    f"protocol import {EXAMPLES / 'lugovoy-decision.txt'} --yes",
    "undo --yes",
    "task confirm П-1.1.2",  # refused
)


def lived_in(path: Path, day: date, lines: tuple[str, ...]) -> Path:
    """Have these lines typed on that day."""
    with pytest.MonkeyPatch.context() as patch:
        on(day, patch)
        patch.setattr(workspace.init, "__defaults__", with_clock(workspace.init, day))
        patch.setattr(workspace.open_desk, "__defaults__", with_clock(workspace.open_desk, day))
        for line in lines:
            assert main(["--lang", "ru", "--quiet", "--db", str(path), *line.split()]) in (0, 1), line
    return path


def with_clock(function: Callable[..., Any], day: date) -> tuple[Any, ...]:
    """The defaults of a function, with a clock that stands on a day."""
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return tuple((lambda: at) if each is workspace.now else each for each in function.__defaults__ or ())


@pytest.mark.deep
@pytest.mark.parametrize("line", [line for lines in LOOKS.values() for line in lines])
@pytest.mark.parametrize("form", ["table", "json"])
def test_a_past_day_is_shown_as_it_was_on_that_day(
    line: str, form: str, two_days: tuple[Path, Path], type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    then, later = two_days
    words = [*line.format(goal="ЦЛ-1").split(), "--format", form]
    on(PAST, monkeypatch)
    was = type_("--db", then, *words)
    on(NOW, monkeypatch)
    told = type_("--db", later, "--at", PAST.isoformat(), *words)
    assert (was.code, told.code) == (0, 0), (was.err, told.err)
    assert told.out == was.out
    assert "20.11.2026" in told.err  # the line that says so


def test_a_view_that_forgets_its_day_is_caught(
    two_days: tuple[Path, Path], type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cli.terminal.Terminal.as_of", None)
    with pytest.raises(AssertionError):
        test_a_past_day_is_shown_as_it_was_on_that_day("task list", "json", two_days, type_, monkeypatch)


def test_what_has_happened_since_is_seen_without_a_day(two_days: tuple[Path, Path], type_: Type) -> None:
    then, later = two_days
    for line in ("task list", "case list", "log", "role list", "record list"):
        assert type_("--db", then, *line.split()).out != type_("--db", later, *line.split()).out, line
