"""What is typed and cannot be: names that no disk takes, days and periods out of bounds, files that are no text."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

import pytest

from cli.days import FIRST, LAST, day, period
from cli.definitions import LARGEST
from cli.endings import ending
from cli.terminal import Terminal
from tests.cli.conftest import Said, Type

LONG = "ж" * 200
NOT_UTF8 = "порядки:\n".encode("cp1251")


def told(said: Said, code: int, number: str) -> None:
    assert (said.code, number in said.err) == (code, True), said.err
    assert "Исправить: " in said.err or "Put right: " in said.err


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where nothing of a name is yet."""
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path / "x")
    return tmp_path / "x"


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ("workflow", "lint", f"{LONG}.yaml"),
        ("workflow", "show", f"{LONG}.yaml"),
        ("evidence", "add", "К-1", LONG),
        ("task", "confirm", "П-1.1.2", "--evidence", LONG),
        ("protocol", "import", f"{LONG}.txt"),
        ("task", "list", "-o", LONG),
        ("demo", LONG),
        ("demo", "x", "--documents", LONG),
        ("journal", "witness", LONG),
        ("init", "--regimes", LONG, "--db", "new.resheno"),
        ("init", "--db", f"{LONG}.resheno"),
        ("today", "--db", f"{LONG}.resheno"),
        ("db", "copy-to", f"{LONG}.resheno"),
        ("backup", "make", LONG),
        ("backup", "verify", LONG),
    ],
    ids=lambda words: " ".join(words)[:20],
)
def test_a_name_that_no_disk_takes_is_no_fault_of_the_program(
    words: tuple[str, ...], lang: str, base: Path, type_: Type, elsewhere: Path
) -> None:
    db = () if "--db" in words else ("--db", base)
    told(type_(*db, "--lang", lang, *words), 2, "E-042")
    assert not list(elsewhere.glob("*.resheno*"))


@pytest.mark.parametrize("command", ["workflow show", "draw", "task show", "status"])
def test_a_word_as_long_is_a_word_that_nobody_knows(command: str, at: Type) -> None:
    assert at(*command.split(), LONG).code in (2, 9)


@pytest.mark.parametrize("kind", ["code", "text"])
def test_a_pasted_text_may_be_longer_than_any_name(at: Type, kind: str) -> None:
    code = next(line for line in at("journal checkpoint").out.splitlines() if line.strip())
    text = code if kind == "code" else f"{'Выписка из журнала, лист 1. ' * 40}\n{at('journal checkpoint').out}\n"
    assert at("journal", "verify", "--checkpoint", text).code == 0
    other = at("journal", "verify", "--checkpoint", "Выписка без кода. " * 40)
    assert (other.code, "E-070" in other.err) == (2, False)


@pytest.mark.parametrize("command", ["workflow lint", "init --db new.resheno --regimes", "task list -o"])
def test_a_folder_is_told_from_a_file(command: str, at: Type, type_: Type, elsewhere: Path) -> None:
    (elsewhere / "folder").mkdir()
    told((type_ if "--db" in command else at)(*command.split(), "folder"), 2, "E-043")


def test_regimes_that_are_no_text_are_told(type_: Type, elsewhere: Path) -> None:
    (elsewhere / "r.yaml").write_bytes(NOT_UTF8)
    told(type_("init --db new.resheno --regimes r.yaml"), 1, "E-029")
    with (elsewhere / "r.yaml").open("wb") as file:
        file.truncate(LARGEST + 1)
    told(type_("init --db new.resheno --regimes r.yaml"), 1, "E-046")
    assert not (elsewhere / "new.resheno").exists()


def test_regimes_in_utf8_are_taken_with_a_mark_and_any_line_ends(type_: Type, elsewhere: Path) -> None:
    shipped = Path(__file__).parents[2] / "workflows" / "regimes.yaml"
    text = shipped.read_text("utf-8").replace("\n", "\r\n")
    (elsewhere / "r.yaml").write_bytes(("\ufeff" + text).encode("utf-8"))
    assert type_("init --db new.resheno --regimes r.yaml").code == 0


def test_a_definition_is_never_read_further_than_it_may_be(at: Type, elsewhere: Path) -> None:
    import threading

    os.mkfifo(elsewhere / "pipe.yaml")

    def endless() -> None:
        with open(elsewhere / "pipe.yaml", "wb") as pipe:
            try:
                while True:
                    pipe.write(b"# \n" * 100_000)
            except BrokenPipeError:
                pass

    writer = threading.Thread(target=endless, daemon=True)
    writer.start()
    told(at("workflow lint pipe.yaml"), 1, "E-028")
    writer.join(10)
    assert not writer.is_alive()


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize(
    "words",
    ["today --at 9999-12-31", "today --at 0001-01-01", "task list --at 31.12.9999", "audit run --at 3000-01-01"],
)
def test_a_day_out_of_all_bounds_is_told(words: str, lang: str, at: Type) -> None:
    told(at(f"{words} --lang {lang}"), 2, "E-044")


@pytest.mark.parametrize("given", ["1900-01-01", "31.12.2999", "28.11.26"])
def test_days_between_the_bounds_are_days(given: str, at: Type) -> None:
    assert FIRST <= day(given).year <= LAST
    assert at(f"today --at {given}").code == 0
    assert at(f"task list --at {given} --format json").code == 0


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("given", ["9999/10000", "9999", "0026", "20266", "2026/20277", "3000", "1" * 5000])
def test_a_period_out_of_all_bounds_is_told(given: str, lang: str, at: Type) -> None:
    told(at("case", "start", "Лесной", "1.3", "--period", given, "--lang", lang), 2, "E-045")
    assert at("case", "start", "Лесной", "1.3", given).code == 2


@pytest.mark.parametrize("given", ["2026", "2026/2027", "1900", "2999", "2026-2027"])
def test_periods_between_the_bounds_are_taken_as_they_were_typed(given: str, at: Type) -> None:
    assert period(given) == given
    assert at("case", "start", "Лесной", "1.3", "--period", given).code == 0
    assert given in {row["subject"].get("period") for row in at("case list --format json").data}


def test_a_report_has_a_name_that_nobody_knows_and_nobody_else_may_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t").mkdir()
    mine = tmp_path / "of another person"
    mine.write_text("нетронуто", "utf-8")
    (tmp_path / "t" / "resheno-report.txt").symlink_to(mine)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    before = os.umask(0)
    try:
        codes = [ending(ZeroDivisionError("секрет"), Terminal("ru"), debug=False) for _ in range(2)]
    finally:
        os.umask(before)
    assert codes == [70, 70]
    reports = sorted(each for each in (tmp_path / "t").iterdir() if not each.is_symlink())
    assert len(reports) == 2
    assert {stat.S_IMODE(each.stat().st_mode) for each in reports} == {0o600}
    said = capsys.readouterr().err
    assert all(str(each) in said for each in reports)
    assert all("ZeroDivisionError" in (text := each.read_text("utf-8")) and "секрет" not in text for each in reports)
    assert mine.read_text("utf-8") == "нетронуто"


def test_a_fault_of_the_program_is_still_told_as_one(at: Type, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def faulty(*_: object) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr("cli.terminal.Terminal.show", faulty)
    said = at("task list")
    assert (said.code, "E-070" in said.err) == (70, True)
