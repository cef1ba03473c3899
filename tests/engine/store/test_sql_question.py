"""A question in SQL reads and does nothing else, whatever is asked; it comes to an end, and says where it is wrong."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.desk.workspace import init
from engine.store import sql_question
from engine.store.errors import Foreign, Missing
from engine.store.place import Server
from engine.store.postgres_server import connect
from engine.store.sql_question import Table, Unasked, ask
from engine.store.sqlite import keep_as
from engine.store.sqlite_file import Profile
from tests.office import OPERATOR, ORGANISATION, Stopped, desk_in, done

WRITING = [
    "DELETE FROM entry",
    "UPDATE party SET name = 'x'",
    "INSERT INTO party SELECT * FROM party",
    "REPLACE INTO party SELECT * FROM party",
    "WITH x AS (SELECT 1) DELETE FROM entry",
    "DROP TABLE entry",
    "CREATE TABLE x (a)",
    "CREATE TEMP TABLE x (a)",
    "CREATE TEMP VIEW v AS SELECT 1",
    "CREATE TRIGGER t AFTER INSERT ON entry BEGIN SELECT 1; END",
    "CREATE VIRTUAL TABLE v USING fts5(x)",
    "ALTER TABLE entry ADD COLUMN x",
    "PRAGMA query_only = 0",
    "PRAGMA writable_schema = 1",
    "PRAGMA journal_mode = WAL",
    "PRAGMA user_version = 9",
    "SELECT * FROM pragma_table_info('entry')",
    "SELECT * FROM pragma_user_version",
    "ATTACH ':memory:' AS other",
    "DETACH main",
    "VACUUM",
    "REINDEX",
    "ANALYZE",
    "BEGIN IMMEDIATE",
    "SAVEPOINT x",
    "COMMIT",
    "EXPLAIN DELETE FROM entry",
    "SELECT load_extension('libm.so')",
    "SELECT fts3_tokenizer('simple')",
]
WRITING_THERE = [
    "DELETE FROM entry",
    "WITH gone AS (DELETE FROM entry RETURNING *) SELECT * FROM gone",
    "UPDATE party SET name = 'x'",
    "DROP TABLE entry",
    "CREATE TEMP TABLE x (a int)",
    "SELECT 1 INTO x",
    "COPY (SELECT 1) TO PROGRAM 'touch never'",
    "COPY entry TO 'never'",
    "SET transaction_read_only = off",
    "SET TRANSACTION READ WRITE",
    "COMMIT",
    "ROLLBACK",
    "VACUUM",
    "DO $$ BEGIN DELETE FROM entry; END $$",
    "LOCK TABLE entry",
    "SELECT * FROM entry FOR UPDATE",
    "SELECT set_config('transaction_read_only', 'off', true), nextval('x')",
    "NOTIFY x",
]
SEVERAL = [
    "SELECT 1; DELETE FROM entry",
    "SELECT 1; SELECT 2",
    "SELECT 1;; COMMIT; DROP TABLE entry",
    "SELECT ';' ; DELETE FROM entry",
    "SELECT 1 /* ; */ ; DELETE FROM entry -- x",
]


@pytest.fixture(params=Profile)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An office in a file, in either profile."""
    desk_in(tmp_path / "o.resheno")
    keep_as(tmp_path / "o.resheno", request.param)
    return tmp_path / "o.resheno"


@pytest.fixture
def there(server: Server) -> Server:
    """An office on a server."""
    done(init(server, OPERATOR, ORGANISATION, Stopped()))
    return server


def refused(question: Callable[[], object]) -> Unasked:
    with pytest.raises(Unasked) as met:
        question()
    return met.value


def test_what_is_asked_is_answered(office: Path) -> None:
    before = office.read_bytes()
    assert ask(office, "SELECT count(*) AS n, 'да' FROM intent;") == Table(("n", "'да'"), ((1, "да"),), False)
    assert ask(office, "VALUES (1), (2)").rows == ((1,), (2,))
    nine = "WITH RECURSIVE c(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM c LIMIT 9) SELECT * FROM c"
    assert len(ask(office, nine).rows) == 9
    assert {"entry", "party"} <= {row[0] for row in ask(office, "SELECT name FROM sqlite_master").rows}
    assert ask(office, "SELECT 1 WHERE 0") == Table(("1",), (), False)
    assert office.read_bytes() == before


@pytest.mark.parametrize("statement", WRITING)
def test_nothing_that_writes_is_done(office: Path, statement: str) -> None:
    files = {path: path.read_bytes() for path in office.parent.iterdir() if path.suffix == ".resheno"}
    assert refused(lambda: ask(office, statement)).code in ("sql-writes", "sql-unread")
    assert {path: path.read_bytes() for path in office.parent.iterdir() if path.suffix == ".resheno"} == files


def test_a_connection_that_is_not_bound_is_caught(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_question, "_allowed", lambda *_: sqlite3.SQLITE_OK)
    with pytest.raises(AssertionError):
        test_what_is_forbidden_is_told_so(office)


def test_what_is_forbidden_is_told_so(office: Path) -> None:
    for statement in ("PRAGMA cache_size", "ATTACH ':memory:' AS other", "CREATE TEMP TABLE x (a)"):
        try:
            ask(office, statement)
        except Unasked as error:
            assert error.code == "sql-writes", statement
        else:
            raise AssertionError(statement)


@pytest.mark.parametrize("statement", SEVERAL)
def test_there_is_one_question_only(office: Path, statement: str) -> None:
    assert refused(lambda: ask(office, statement)).code == "sql-several"


@pytest.mark.parametrize("statement", ["", " ", ";", "-- nothing", "/* nothing */"])
def test_no_question_is_told(office: Path, statement: str) -> None:
    assert refused(lambda: ask(office, statement)).code == "sql-empty"


ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"
SORTED = ENDLESS.replace("count(*) FROM c", "x FROM c ORDER BY -x")


@pytest.mark.parametrize("statement", [ENDLESS, SORTED], ids=["counted", "sorted"])
def test_a_question_without_an_end_is_stopped(office: Path, statement: str) -> None:
    begun = time.monotonic()
    assert refused(lambda: ask(office, statement, seconds=0.3)).code == "sql-slow"
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT randomblob(1000000000)",
        "SELECT hex(zeroblob(19000000))",
        "SELECT replace(printf('%.*c', 1000000, 'x'), 'x', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')",
        "SELECT " + "1 + " * 50_000 + "1",
    ],
    ids=["blob", "hex", "replace", "long"],
)
def test_a_question_that_wants_too_much_is_refused(office: Path, statement: str) -> None:
    assert refused(lambda: ask(office, statement)).code in ("sql-too-much", "sql-unread")


def test_a_pattern_that_is_matched_for_ever_is_refused(office: Path) -> None:
    pattern = "%a" * 1_000
    begun = time.monotonic()
    refused(lambda: ask(office, f"SELECT printf('%.*c', 1000000, 'a') || 'b' LIKE '{pattern}c'"))
    assert time.monotonic() - begun < 5


def test_only_so_many_rows_and_so_many_bytes_are_taken(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x, zeroblob(1000) FROM c"
    assert [len(ask(office, many, most=n).rows) for n in (0, 7)] == [0, 7]
    assert ask(office, many, most=7).cut and not ask(office, f"{many} LIMIT 7", most=7).cut
    monkeypatch.setattr(sql_question, "BYTES", 10_500)
    assert len(ask(office, many).rows) == 10


@pytest.mark.parametrize(
    ("statement", "at"),
    [
        ("SELEC 1", 0),
        ("SELECT 1 FROM entry WHERE\n seq = = 2", 33),
        ("SELECT ')' FROM entry WHERE seq IN (1))", 38),
        ("SELECT nam FROM party", 7),
        ("SELECT * FROM parti", 14),
    ],
)
def test_the_place_of_what_is_wrong_is_told(office: Path, statement: str, at: int) -> None:
    error = refused(lambda: ask(office, statement))
    assert (error.code, error.at) == ("sql-unread", at)


def test_text_that_is_none_is_shown_as_far_as_it_can_be(office: Path) -> None:
    connection = sqlite3.connect(office)
    connection.execute("UPDATE party SET name = CAST(x'd0ff' AS TEXT)")
    connection.commit()
    connection.close()
    assert ask(office, "SELECT name FROM party LIMIT 1").rows == (("\ufffd\ufffd",),)


def test_what_is_no_database_of_ours_is_not_asked(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "x.db").execute("CREATE TABLE x (a)").connection.close()
    with pytest.raises(Foreign):
        ask(tmp_path / "x.db", "SELECT 1")
    with pytest.raises(Missing):
        ask(tmp_path / "none.db", "SELECT 1")


def test_a_server_answers_too(there: Server) -> None:
    assert ask(there, "SELECT count(*) AS n, 'да %s' AS a FROM intent;") == Table(("n", "a"), ((1, "да %s"),), False)
    assert len(ask(there, "SELECT generate_series(1, 100000)", most=1_200).rows) == 1_200
    assert ask(there, "SELECT 1 AS x WHERE false") == Table(("x",), (), False)
    error = refused(lambda: ask(there, "SELECT nam FROM party"))
    assert (error.code, error.at) == ("sql-unread", 7)
    assert refused(lambda: ask(there, "SELECT pg_sleep(60)", seconds=0.3)).code == "sql-slow"
    endless = "SELECT CASE WHEN n < 3000 THEN set_config('statement_timeout', '0', false) ELSE pg_sleep(60)::text END"
    endless += " FROM generate_series(1, 3001) AS n"
    begun = time.monotonic()
    assert refused(lambda: ask(there, endless, seconds=2)).code == "sql-slow"
    assert time.monotonic() - begun < 20
    assert refused(lambda: ask(there, " ; ")).code == "sql-empty"
    assert refused(lambda: ask(there, "delete from entry")).code == "sql-writes"
    assert refused(lambda: ask(there, "SELEC 1")).code == "sql-unread"
    assert refused(lambda: ask(there, "SELECT 1 / 0")).code == "sql-unread"


def test_nothing_is_done_on_a_server_either(there: Server) -> None:
    with connect(there) as connection:
        count = connection.execute("SELECT count(*) FROM entry").fetchone()
    for statement in (*WRITING_THERE, *SEVERAL):
        error = refused(lambda statement=statement: ask(there, statement))  # type: ignore[misc]
        assert error.code in ("sql-writes", "sql-unread", "sql-several"), statement
    with connect(there) as connection:
        assert connection.execute("SELECT count(*) FROM entry").fetchone() == count
