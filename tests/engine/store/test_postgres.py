"""What only a server can do wrong: many writers, settings, foreign tables, a copy that is not the same."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from engine.desk import tasks
from engine.desk.answer import Done
from engine.desk.workspace import init, open_desk
from engine.run.office import ID as OFFICE_ID
from engine.store import postgres
from engine.store.dialect import in_postgres
from engine.store.errors import Behind, Exists, Missing, Newer, Unreachable
from engine.store.journal import entry_row
from engine.store.place import Server, place_of
from engine.store.postgres import PostgresStore, new_database
from engine.store.postgres_server import connect
from engine.store.seal.verify import verify
from engine.store.window import look
from tests.office import DAY, OPERATOR, ORGANISATION, Stopped, done
from tests.promises.test_stores import AT, opened, recorded

WRITERS, EACH = 20, 3


@pytest.fixture
def office(server: Server) -> Server:
    """A workspace on a server."""
    done(init(server, OPERATOR, ORGANISATION, Stopped()))
    return server


def put_tasks(office: Server, count: int) -> None:
    desk = open_desk(office, clock=Stopped())
    for _ in range(count):
        assert isinstance(desk.act(tasks.add(tasks.NewTask("Позвонить", executors=("Ким О.В.",), due=DAY))), Done)


def seqs(office: Server) -> list[int]:
    with look(office) as window:
        return [entry.seq for entry in window.log()]


def test_many_writers_lose_nothing_and_leave_no_gap(office: Server) -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda _: put_tasks(office, EACH), range(WRITERS)))
    with look(office) as window:
        assert len(window.tasks(DAY)) == WRITERS * EACH
    assert seqs(office) == list(range(1, len(seqs(office)) + 1))
    assert verify(office).agrees


@pytest.mark.deep
def test_two_hundred_writers_at_once_are_more_than_the_server_takes_and_none_fails(office: Server) -> None:
    with ThreadPoolExecutor(200) as pool:
        list(pool.map(lambda _: put_tasks(office, 1), range(200)))
    with look(office) as window:
        assert len(window.tasks(DAY)) == 200
    assert seqs(office) == list(range(1, len(seqs(office)) + 1))


def test_without_the_lock_writers_do_meet(office: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: what the writers above would have met, had they not waited for each other."""
    monkeypatch.setattr(postgres, "ONE_WRITER", "SELECT 1")
    with ThreadPoolExecutor(WRITERS) as pool:
        met = [each.exception() for each in [pool.submit(put_tasks, office, EACH) for _ in range(WRITERS)]]
    assert any(met)
    assert seqs(office) == list(range(1, len(seqs(office)) + 1))  # the keys hold even so


def test_one_version_has_one_winner(office: Server) -> None:
    store = PostgresStore(office)
    with store.writing() as ledger:
        ledger.append("case.start", "К-1", "", [opened()], AT)

    def race(n: int) -> bool:
        try:
            with store.writing() as ledger:
                ledger.append("goal.add", "ЦЛ", "", [recorded(2, f"ЦЛ-{n}")], AT)
        except Behind:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(race, range(8))) == 1


def test_a_version_cannot_stand_twice_even_past_the_ledger(office: Server) -> None:
    with PostgresStore(office).reading() as ledger:
        first = ledger.history(OFFICE_ID)[0]
    row = entry_row(first, 999, "A-1")
    names = ", ".join(f'"{name}"' for name in row)
    with pytest.raises(psycopg.errors.UniqueViolation), connect(office) as connection:
        marks = ", ".join(["%s"] * len(row))
        connection.execute(f"INSERT INTO entry ({names}) VALUES ({marks})".encode(), tuple(row.values()))


def test_a_founding_that_fails_leaves_nothing(server: Server) -> None:
    with pytest.raises(ZeroDivisionError), new_database(server) as store:
        with store.writing() as ledger:
            ledger.append("case.start", "К-1", "", [], AT)
        raise ZeroDivisionError
    with pytest.raises(Missing):
        PostgresStore(server)
    with new_database(server):
        pass
    assert PostgresStore(server)


def test_a_second_founding_is_refused(office: Server) -> None:
    with pytest.raises(Exists), new_database(office):
        pass


def test_a_later_release_is_refused_by_writers_and_readers(office: Server) -> None:
    with connect(office) as connection:
        connection.execute("UPDATE resheno SET schema = 99")
    with pytest.raises(Newer):
        PostgresStore(office)
    with pytest.raises(Newer), look(office):
        pass


def test_a_server_that_is_not_there_is_trouble_that_passes(tmp_path: Path) -> None:
    with pytest.raises(Unreachable):
        PostgresStore(Server(f"postgresql://x@/x?host={tmp_path}"))


def test_the_window_cannot_write(office: Server) -> None:
    with look(office) as window, pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        window._connection.execute("DELETE FROM task")
    put_tasks(office, 1)
    with look(office) as window:
        assert len(window.tasks(DAY)) == 1


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ("UPDATE task SET text = 'другое'", "row-differs"),
        ("DELETE FROM task", "row-missing"),
        ("UPDATE entry SET ground = ground || 'x' WHERE seq = 2", ""),
        ("ALTER TABLE task DROP CONSTRAINT task_id_key", "table-misshapen"),
        ('ALTER TABLE task ALTER COLUMN text TYPE text COLLATE "POSIX"', "table-misshapen"),
        ("CREATE RULE quiet AS ON INSERT TO task DO INSTEAD NOTHING", "table-misshapen"),
    ],
)
def test_what_was_changed_around_the_program_is_found(office: Server, change: str, finding: str) -> None:
    put_tasks(office, 1)
    assert verify(office).agrees
    with connect(office) as connection:
        connection.execute(change.encode())
    report = verify(office)
    assert not report.agrees
    assert not finding or finding in {each.code for each in report.findings}


def test_statements_are_said_in_the_words_of_the_driver() -> None:
    assert in_postgres("SELECT a FROM main.b WHERE c = :c AND d = ?") == (
        "SELECT a FROM public.b WHERE c = %(c)s AND d = %s"
    )


def test_an_address_never_shows_its_password() -> None:
    place = place_of("postgresql://office:secret@host:5432/office")
    assert isinstance(place, Server)
    assert "secret" not in str(place) and place.name == "office"
    assert place_of("office.resheno") == Path("office.resheno")


def test_today_in_a_file_loads_no_driver_of_servers(tmp_path: Path) -> None:
    init(tmp_path / "o.resheno", OPERATOR, ORGANISATION, Stopped())
    code = (
        "import sys; from cli.main import main; main(['--db', sys.argv[1], 'today']);"
        "print([name for name in ('psycopg', 'sqlalchemy', 'sqlmodel') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "o.resheno")],
        capture_output=True,
        text=True,
        env={**os.environ, "RESHENO_LANG": "en"},
        check=True,
    )
    assert run.stdout.splitlines()[-1] == "[]"
