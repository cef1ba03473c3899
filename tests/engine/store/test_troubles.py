"""What a driver complains of is told as what it is; what only a mistake of ours explains is never told as trouble."""

from __future__ import annotations

import errno
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from engine.desk import tasks
from engine.desk.workspace import init, open_desk
from engine.store.errors import (
    Busy,
    DiskFails,
    Foreign,
    Full,
    Missing,
    NoMemory,
    NoRights,
    ReadOnly,
    Spoilt,
    StoreError,
    Unopened,
    Unreachable,
)
from engine.store.place import Server
from engine.store.postgres_trouble import trouble as server_trouble
from engine.store.seal.verify import verify
from engine.store.sqlite import SqliteStore, new_file
from engine.store.sqlite_file import looking
from engine.store.sqlite_trouble import trouble
from engine.store.window import look
from tests.office import Stopped, desk_in

SERVER = Server("postgresql://x@/x")


def result(name: str, kind: type[sqlite3.Error] = sqlite3.OperationalError, text: str = "told") -> sqlite3.Error:
    """An error as the driver gives it; one of its own has no result code."""
    error = kind(text)
    if name:
        error.sqlite_errorname = name
    return error


def state(sqlstate: str) -> psycopg.Error:
    """An error as a server gives it."""
    return psycopg.errors.lookup(sqlstate)("told")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    desk_in(tmp_path / "o.resheno")
    return tmp_path / "o.resheno"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("SQLITE_BUSY", Busy),
        ("SQLITE_BUSY_SNAPSHOT", Busy),
        ("SQLITE_LOCKED", Busy),
        ("SQLITE_PROTOCOL", Busy),
        ("SQLITE_SCHEMA", Busy),
        ("SQLITE_READONLY_DBMOVED", Busy),
        ("SQLITE_READONLY", ReadOnly),
        ("SQLITE_READONLY_DIRECTORY", ReadOnly),
        ("SQLITE_FULL", Full),
        ("SQLITE_NOMEM", NoMemory),
        ("SQLITE_IOERR_NOMEM", NoMemory),
        ("SQLITE_IOERR", DiskFails),
        ("SQLITE_IOERR_READ", DiskFails),
        ("SQLITE_IOERR_FSYNC", DiskFails),
        ("SQLITE_IOERR_CORRUPTFS", DiskFails),
        ("SQLITE_CANTOPEN", Unopened),
        ("SQLITE_PERM", Unopened),
        ("SQLITE_NOTADB", Foreign),
        ("SQLITE_CORRUPT_INDEX", Spoilt),
    ],
)
def test_a_result_code_is_told_as_what_it_is(office: Path, name: str, meant: type[StoreError]) -> None:
    assert type(trouble(office, result(name))) is meant


@pytest.mark.parametrize(
    "error",
    [
        result("SQLITE_MISMATCH", sqlite3.IntegrityError),
        result("SQLITE_CONSTRAINT_UNIQUE", sqlite3.IntegrityError),
        result("SQLITE_TOOBIG", sqlite3.DataError),
        result("SQLITE_RANGE", sqlite3.InterfaceError),
        result("SQLITE_MISUSE", sqlite3.InterfaceError),
        result("SQLITE_ERROR", text='near "SELCT": syntax error'),
        result("SQLITE_ERROR", text="no such function: json_each"),
        result("SQLITE_ERROR", text="no such module: fts5"),
        result("", sqlite3.ProgrammingError, "Cannot operate on a closed database."),
        OSError(errno.EINVAL, "Invalid argument"),
        state("23505"),
        state("22001"),
        state("42601"),
        state("42883"),
        state("54000"),
        psycopg.ProgrammingError("the query has 1 placeholder but 0 parameters were passed"),
        psycopg.InterfaceError("the cursor is closed"),
    ],
    ids=str,
)
def test_a_mistake_of_ours_ends_the_run_and_is_no_trouble_of_the_place(office: Path, error: Exception) -> None:
    with pytest.raises(type(error)) as met:
        raise server_trouble(SERVER, error) if isinstance(error, psycopg.Error) else trouble(office, error)
    assert met.value is error


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        (errno.ENOSPC, Full),
        (errno.EDQUOT, Full),
        (errno.EIO, DiskFails),
        (errno.EROFS, ReadOnly),
        (errno.EACCES, ReadOnly),
        (errno.ENOENT, Missing),
    ],
)
def test_what_the_system_says_is_told_too(office: Path, number: int, meant: type[StoreError]) -> None:
    assert type(trouble(office, OSError(number, "told"))) is meant


@pytest.mark.parametrize(
    ("sqlstate", "meant"),
    [
        ("08006", Unreachable),
        ("57P01", Unreachable),
        ("57P03", Unreachable),
        ("28P01", Unreachable),
        ("3D000", Missing),
        ("42P01", Foreign),
        ("42703", Foreign),
        ("42501", NoRights),
        ("25006", NoRights),
        ("40001", Busy),
        ("40P01", Busy),
        ("53300", Busy),
        ("55P03", Busy),
        ("57014", Busy),
        ("53100", Full),
        ("53200", NoMemory),
        ("58030", DiskFails),
        ("XX001", Spoilt),
    ],
)
def test_a_state_of_a_server_is_told_as_what_it_is(sqlstate: str, meant: type[StoreError]) -> None:
    assert type(server_trouble(SERVER, state(sqlstate))) is meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ('connection failed: FATAL:  database "x" does not exist', Missing),
        ('connection failed: ВАЖНО:  база данных "x" не существует', Missing),
        ('connection failed: FATAL:  role "x" does not exist', Unreachable),
        ("connection failed: Connection refused", Unreachable),
        ("the connection is closed", Unreachable),
    ],
)
def test_a_connection_that_does_not_come_about_has_words_only(said: str, meant: type[StoreError]) -> None:
    assert type(server_trouble(SERVER, psycopg.OperationalError(said))) is meant


def test_a_file_that_is_there_and_does_not_open_is_not_missing(office: Path) -> None:
    assert type(trouble(office, result("SQLITE_CANTOPEN"))) is Unopened
    assert type(trouble(office.with_name("nowhere"), result("SQLITE_CANTOPEN"))) is Missing


def test_a_statement_that_is_wrong_is_not_told_as_a_busy_file(office: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="syntax"), looking(office) as connection:
        connection.execute("SELCT 1")
    with closing(SqliteStore(office)) as store:
        with pytest.raises(sqlite3.IntegrityError), store.writing() as ledger:
            row = ledger._connection.execute("SELECT * FROM entry").fetchone()
            ledger._connection.execute(f"INSERT INTO entry VALUES ({', '.join('?' * len(row))})", tuple(row))
        with store.reading() as ledger:
            assert ledger.streams(), "the next moment has a connection of its own"
    with pytest.raises(sqlite3.ProgrammingError), new_file(office.with_name("n.resheno")):
        sqlite3.connect(":memory:").execute("SELECT ?", ())
    assert not office.with_name("n.resheno").exists()


def test_a_table_or_a_column_that_is_gone_is_a_spoilt_database(office: Path) -> None:
    with closing(sqlite3.connect(office)) as connection:
        connection.execute("ALTER TABLE refusal RENAME COLUMN wanted TO other")
        connection.execute("DROP TABLE task_party")
    with pytest.raises(Spoilt), look(office) as window:
        window.tasks(Stopped()().date())
    with pytest.raises(Spoilt):
        open_desk(office, clock=Stopped()).act(tasks.add(tasks.NewTask("Позвонить", executors=("Ким О.В.",))))


def test_text_that_is_none_is_a_spoilt_database(office: Path) -> None:
    with closing(sqlite3.connect(office)) as connection:
        connection.execute("UPDATE party SET name = CAST(x'ff' AS TEXT)")
        connection.commit()
    with pytest.raises(Spoilt), look(office) as window:
        window.parties()
    assert not verify(office).agrees


def test_a_server_that_gives_no_rights_says_so(server: Server) -> None:
    init(server, "Орлова Т.П.", "Заречье", Stopped())
    user = re.sub(r"//[^@/]*@", "//reader@", server.url)
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("CREATE ROLE reader LOGIN")
        try:
            with pytest.raises(NoRights), look(Server(user)) as window:
                window.cases()
            connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
            with look(Server(user)) as window:
                assert window.cases() == ()
            with pytest.raises(NoRights):
                open_desk(Server(user), clock=Stopped()).act(tasks.add(tasks.NewTask("Позвонить")))
        finally:
            connection.execute("DROP OWNED BY reader")
            connection.execute("DROP ROLE reader")
