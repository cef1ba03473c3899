"""A database moved from a file to a server and back: the exports are the same to the byte."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from cli.main import main
from engine.store import copying
from engine.store.copying import Unlike, copy
from engine.store.errors import Exists, Missing
from engine.store.place import Place, Server
from engine.store.postgres import PostgresStore
from engine.store.seal.verify import Unverified, verify
from engine.store.sql_ledger import SqlLedger
from engine.store.window import look
from tests.office import DAY


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with every example in it, one of them taken back."""
    path = tmp_path_factory.mktemp("office") / "base.resheno"
    head = ["--lang", "en", "--db", str(path), "--quiet"]
    assert main([*head, "init"]) == 0
    documents = sorted((Path(__file__).parents[3] / "examples").glob("*.txt"))
    assert documents
    for document in documents:
        main([*head, "protocol", "import", str(document), "--yes"])
    assert main([*head, "undo", "--yes"]) == 0
    return path


def exported(place: Place, to: Path) -> bytes:
    url = place.url if isinstance(place, Server) else str(place)
    assert main(["--quiet", "--db", url, "journal", "export", "-o", str(to)]) == 0
    return to.read_bytes()


def test_there_and_back_the_exports_are_the_same_to_the_byte(office: Path, server: Server, tmp_path: Path) -> None:
    counts = copy(office, server)
    assert counts["entry"] > 50 and counts["document"] > 0
    copy(server, tmp_path / "back.resheno")
    first = exported(office, tmp_path / "1")
    assert first == exported(server, tmp_path / "2") == exported(tmp_path / "back.resheno", tmp_path / "3")
    assert verify(office) == verify(server) == verify(tmp_path / "back.resheno")


def test_both_windows_show_the_same(office: Path, server: Server) -> None:
    copy(office, server)
    for day in (None, DAY.replace(year=2026, month=1)):
        with look(office, day) as one, look(server, day) as other:
            assert one.today(DAY) == other.today(DAY)
            assert one.tasks(DAY) == other.tasks(DAY)
            assert one.cases() == other.cases() and one.protocols() == other.protocols()
            assert one.log() == other.log() and one.intents() == other.intents()
            assert one.parties() == other.parties() and one.records() == other.records()
            for case in one.cases():
                assert one.status(case.id, DAY) == other.status(case.id, DAY)


def test_a_copy_never_lands_on_a_database(office: Path, server: Server, tmp_path: Path) -> None:
    copy(office, server)
    copy(server, tmp_path / "back.resheno")
    for target in (server, tmp_path / "back.resheno"):
        with pytest.raises(Exists):
            copy(office, target)


def test_what_does_not_agree_is_not_copied(office: Path, server: Server, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.resheno"
    spoilt.write_bytes(office.read_bytes())
    connection = sqlite3.connect(spoilt)
    connection.execute("UPDATE entry SET happened_on = '2020-01-01' WHERE seq = 3")
    connection.commit()
    connection.close()
    with pytest.raises(Unverified):
        copy(spoilt, server)
    with pytest.raises(Missing):
        PostgresStore(server)


def test_a_copy_that_is_not_the_same_is_not_left(office: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    class Forgetful(SqlLedger):
        def rebuild(self) -> None:
            pass

    monkeypatch.setattr("engine.store.postgres.SqlLedger", Forgetful)
    with pytest.raises(Unlike):
        copying.copy(office, server)
    with pytest.raises(Missing):
        PostgresStore(server)


def test_a_register_that_was_tampered_with_is_not_copied(office: Path, tmp_path: Path) -> None:
    spoilt = Path(shutil.copy(office, tmp_path / "spoilt.resheno"))
    spoil(spoilt, "UPDATE party SET name = 'Иванов И.И.'")
    with pytest.raises(Unverified):
        copy(spoilt, tmp_path / "copy.resheno")
    assert not (tmp_path / "copy.resheno").exists()


def test_tables_that_differ_from_the_journal_are_made_anew_on_request(office: Path, tmp_path: Path) -> None:
    spoilt, mended = Path(shutil.copy(office, tmp_path / "spoilt.resheno")), tmp_path / "mended.resheno"
    spoil(spoilt, "UPDATE task SET due = '2030-01-01'")
    with pytest.raises(Unlike):
        copy(spoilt, mended)
    copy(spoilt, mended, anew=True)
    assert verify(mended).agrees and exported(mended, tmp_path / "1") == exported(office, tmp_path / "2")


def spoil(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
