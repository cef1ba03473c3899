"""Files that the program writes: whole, in the place that was named, as whoever made that place wants it kept."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from cli.filing import put_file
from tests.cli.conftest import Type

DATA = "Номер;Текст\n".encode()


@pytest.fixture(autouse=True)
def _usual_mask() -> object:
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_a_new_file_is_made_as_any_other(tmp_path: Path) -> None:
    target = tmp_path / "реестр.csv"
    assert put_file(str(target), DATA) == str(target)
    assert (target.read_bytes(), mode(target)) == (DATA, 0o640)
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("kept", [0o600, 0o640, 0o664])
def test_a_file_keeps_its_mode(tmp_path: Path, kept: int) -> None:
    target = tmp_path / "реестр.csv"
    target.write_bytes(b"old")
    target.chmod(kept)
    put_file(str(target), DATA)
    assert (target.read_bytes(), mode(target)) == (DATA, kept)


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "общая").mkdir()
    behind, link = tmp_path / "общая" / "реестр.csv", tmp_path / "реестр.csv"
    behind.write_bytes(b"old")
    link.symlink_to(behind)
    assert put_file(str(link), DATA) == str(link)
    assert link.is_symlink()
    assert behind.read_bytes() == DATA
    assert list(behind.parent.iterdir()) == [behind]


def test_a_link_to_nothing_yet_makes_what_it_leads_to(tmp_path: Path) -> None:
    behind, link = tmp_path / "later.csv", tmp_path / "реестр.csv"
    link.symlink_to(behind)
    put_file(str(link), DATA)
    assert link.is_symlink()
    assert behind.read_bytes() == DATA


@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path, linked: bool) -> None:
    pipe = target = tmp_path / "pipe"
    os.mkfifo(pipe)
    if linked:
        target = tmp_path / "link"
        target.symlink_to(pipe)
    taken: list[bytes] = []
    reader = threading.Thread(target=lambda: taken.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert put_file(str(target), DATA) == str(target)
    reader.join(10)
    assert taken == [DATA]
    assert stat.S_ISFIFO(pipe.lstat().st_mode)
    assert target.is_symlink() == linked


def test_a_socket_is_left_alone(tmp_path: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as door, pytest.raises(PermissionError):
        door.bind(str(tmp_path / "s"))
        put_file(str(tmp_path / "s"), DATA)
    assert stat.S_ISSOCK((tmp_path / "s").lstat().st_mode)


def test_the_disk_has_the_file_and_its_name_before_we_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, synced = os.fsync, []

    def watched(handle: int) -> None:
        synced.append(stat.S_IFMT(os.fstat(handle).st_mode))
        assert sorted(each.suffix for each in tmp_path.iterdir()) == ([".part"] if len(synced) == 1 else [".csv"])
        real(handle)

    monkeypatch.setattr(os, "fsync", watched)
    put_file(str(tmp_path / "реестр.csv"), DATA)
    assert synced == [stat.S_IFREG, stat.S_IFDIR]


def test_half_a_file_never_stands_under_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "реестр.csv"
    target.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as told:
        put_file(str(target), DATA)
    assert told.value.filename == str(target)
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"old", [target])


def test_a_file_that_another_program_holds_open_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, real = tmp_path / "реестр.xlsx", os.replace
    target.write_bytes(b"open in Excel")

    def held(source: Path, name: Path) -> None:
        if Path(name) == target:
            raise PermissionError(13, "Permission denied")
        real(source, name)

    monkeypatch.setattr(os, "replace", held)
    assert put_file(str(target), DATA) == str(tmp_path / "реестр (2).xlsx")
    assert target.read_bytes() == b"open in Excel"


LONG = "ж" * 127 + "x"  # 255 bytes: the longest name that there is


def test_the_longest_name_is_a_name(tmp_path: Path) -> None:
    put_file(str(tmp_path / LONG), DATA)
    assert (tmp_path / LONG).read_bytes() == DATA


@pytest.mark.parametrize(
    ("target", "code", "number"),
    [
        ("no/such/x.svg", 9, "E-013"),
        (".", 2, "E-043"),
        ("folder", 2, "E-043"),
        ("new/", 2, "E-043"),
        (LONG + "y", 2, "E-042"),
        ("loop", 2, "E-042"),
        ("file/x.svg", 1, "E-020"),
    ],
)
@pytest.mark.parametrize("command", ["task list --format csv", "draw К-1", "journal export"])
def test_what_cannot_be_written_is_told_by_the_name_that_was_typed(
    target: str, code: int, number: str, command: str, at: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    said = at(*command.split(), "-o", target)
    assert (said.code, number in said.err) == (code, True), said.err
    assert target in said.err
    assert ".part" not in said.err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["base.resheno", "file", "folder", "loop"]


def test_a_book_is_kept_as_its_witness_keeps_it(at: Type, tmp_path: Path) -> None:
    book = tmp_path / "book"
    assert at("journal", "witness", book).code == 0
    book.chmod(0o600)
    assert at("task", "add", "Сдать отчёт", "--executor", "Ким О.В.", "--due", "2098-01-01").code == 0
    assert at("journal", "witness", book).code == 0
    assert (mode(book), len(book.read_text("utf-8").splitlines())) == (0o600, 2)


@pytest.mark.parametrize("command", ["task list", "draw К-1", "journal verifier", "journal export"])
def test_no_output_takes_the_place_of_a_database(command: str, at: Type, base: Path, tmp_path: Path) -> None:
    before, link = base.read_bytes(), tmp_path / "list.svg"
    link.symlink_to(base)
    said = at(*command.split(), "-o", link)
    assert said.code == 2 and "E-054" in said.err
    assert (link.is_symlink(), base.read_bytes()) == (True, before)
    link.unlink()
    link.write_text("SQLite is praised here, and this is only a text")
    assert at(*command.split(), "-o", link).code == 0
