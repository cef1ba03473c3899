"""What somebody with an editor for SQLite can do to a database, and that it is found."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.store.errors import Missing, Newer
from engine.store.journal import sealed
from engine.store.seal.checkpoint import Checkpoint, Code, take, understand
from engine.store.seal.export import leaves
from engine.store.seal.finding import Report
from engine.store.seal.kept import TABLES
from engine.store.seal.tree import root
from engine.store.seal.verify import Unverified, sound_journal, verify
from engine.store.sqlite import SqliteStore
from tests.engine.store.seal.office_file import office_in

Row = dict[str, Any]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_in(tmp_path_factory.mktemp("office") / "o.resheno")


@pytest.fixture
def copy(office: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(office, tmp_path / "copy.resheno"))


def point_of(path: Path) -> Checkpoint:
    with sound_journal(path) as (_, leaves):
        return take(leaves, "2026-11-23")


def sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def codes(path: Path, *points: Checkpoint | Code) -> set[str]:
    return {finding.code for finding in verify(path, points).findings}


def rewrite(path: Path, change: Callable[[list[Row]], list[Row]], *, seal: bool) -> None:
    """Write the journal anew; with `seal` all hashes and projections follow, as a clever forger would see to."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    rows = change([dict(row) for row in connection.execute("SELECT * FROM entry ORDER BY seq")])
    connection.execute("DELETE FROM entry")
    for row in rows:
        row = sealed(row) if seal else row
        names = ", ".join(f'"{name}"' for name in row)
        connection.execute(f"INSERT INTO entry ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    connection.commit()
    connection.close()
    if seal:
        with SqliteStore(path).writing() as ledger:
            ledger.rebuild()


def renumbered(rows: list[Row]) -> list[Row]:
    versions: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        versions[row["case"]] = versions.get(row["case"], 0) + 1
        row |= {"seq": number, "version": versions[row["case"]]}
    return rows


def edited(chance: random.Random) -> Callable[[list[Row]], list[Row]]:
    def change(rows: list[Row]) -> list[Row]:
        row = chance.choice(rows)
        name = chance.choice(["ground", "happened_on", "recorded_at", "typed_by", "type", "data", "intent", "case"])
        return [{**each, name: each[name] + "1"} if each is row else each for each in rows]

    return change


def deleted(chance: random.Random) -> Callable[[list[Row]], list[Row]]:
    def change(rows: list[Row]) -> list[Row]:
        gone = chance.randrange(len(rows) - 1)
        return [row for place, row in enumerate(rows) if place != gone]

    return change


def inserted(chance: random.Random) -> Callable[[list[Row]], list[Row]]:
    def change(rows: list[Row]) -> list[Row]:
        twin = dict(chance.choice(rows))
        place = chance.randrange(len(rows))
        return renumbered([dict(row) for row in [*rows[:place], twin, *rows[place:]]])

    return change


def swapped(chance: random.Random) -> Callable[[list[Row]], list[Row]]:
    def change(rows: list[Row]) -> list[Row]:
        one, other = chance.sample(range(len(rows)), 2)
        rows[one], rows[other] = {**rows[other], "seq": rows[one]["seq"]}, {**rows[one], "seq": rows[other]["seq"]}
        return rows

    return change


ATTACKS = {"edit": edited, "delete": deleted, "insert": inserted, "swap": swapped}


def missed(office: Path, copy: Path, attack: str, times: int) -> int:
    chance, unseen = random.Random(f"{attack} 15"), 0
    for _ in range(times):
        shutil.copy(office, copy)
        rewrite(copy, ATTACKS[attack](chance), seal=False)
        unseen += verify(copy).agrees
    return unseen


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_journal_that_was_tampered_with_is_found(office: Path, copy: Path, attack: str) -> None:
    assert missed(office, copy, attack, 15) == 0


@pytest.mark.deep
@pytest.mark.parametrize("attack", ATTACKS)
def test_it_is_found_a_thousand_times(office: Path, copy: Path, attack: str) -> None:
    assert missed(office, copy, attack, 1_000) == 0


SEALED: dict[str, Callable[[random.Random], Callable[[list[Row]], list[Row]]]] = {
    "cut": lambda chance: lambda rows: rows[: chance.randrange(1, len(rows))],
    "re-chain": lambda chance: lambda rows: regrounded(rows, chance.randrange(len(rows)), str(chance.random())),
}


def regrounded(rows: list[Row], place: int, ground: str) -> list[Row]:
    return [{**row, "ground": ground} if n == place else row for n, row in enumerate(rows)]


def missed_by_a_checkpoint(office: Path, copy: Path, attack: str, times: int) -> tuple[int, int]:
    """How often a forger who sees to every hash is not found, with the checkpoint and with its code."""
    chance, point = random.Random(f"{attack} 15"), point_of(office)
    unseen, unseen_by_code = 0, 0
    for _ in range(times):
        shutil.copy(office, copy)
        rewrite(copy, SEALED[attack](chance), seal=True)
        unseen += verify(copy, [point]).agrees
        unseen_by_code += verify(copy, [understand(point.code)]).agrees
    return unseen, unseen_by_code


@pytest.mark.parametrize("attack", SEALED)
def test_a_forger_who_sees_to_every_hash_is_found_by_a_checkpoint(office: Path, copy: Path, attack: str) -> None:
    assert missed_by_a_checkpoint(office, copy, attack, 8) == (0, 0)


@pytest.mark.deep
@pytest.mark.parametrize("attack", SEALED)
def test_he_is_found_a_thousand_times(office: Path, copy: Path, attack: str) -> None:
    assert missed_by_a_checkpoint(office, copy, attack, 1_000) == (0, 0)


def test_the_harness_would_see_a_look_that_sees_nothing(
    office: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blind = Report((), 0, 0, b"")
    monkeypatch.setattr("tests.engine.store.seal.test_verify.verify", lambda *_: blind)
    assert missed(office, copy, "edit", 5) == 5
    assert missed_by_a_checkpoint(office, copy, "cut", 5) == (5, 5)


def test_writing_the_same_journal_again_changes_nothing(copy: Path) -> None:
    rewrite(copy, lambda rows: rows, seal=False)
    assert verify(copy).agrees
    rewrite(copy, lambda rows: rows, seal=True)
    assert verify(copy).agrees


def cut(rows: list[Row]) -> list[Row]:
    return rows[:-1]


def grounded(rows: list[Row]) -> list[Row]:
    return [{**row, "ground": "письмо задним числом"} if row["seq"] == 5 else row for row in rows]


@pytest.mark.parametrize(("change", "code"), [(cut, "journal-cut"), (grounded, "journal-rewritten")])
def test_a_journal_that_was_cut_or_sealed_anew_is_found_by_an_earlier_checkpoint(
    copy: Path, change: Callable[[list[Row]], list[Row]], code: str
) -> None:
    point = point_of(copy)
    rewrite(copy, change, seal=True)
    assert codes(copy) == set(), "without a checkpoint nothing can be told"
    assert codes(copy, point) == {code}
    unsure = {"journal-cut": "point-longer", "journal-rewritten": "point-unlike"}[code]
    assert codes(copy, understand(point.code)) == {unsure}, "the code from a paper is enough to see that it differs"


def test_a_checkpoint_holds_while_the_journal_grows(office: Path, copy: Path) -> None:
    early = rewrite_to(copy, 10)
    assert verify(office, [early, understand(early.code), point_of(office)]).agrees


def rewrite_to(path: Path, size: int) -> Checkpoint:
    rewrite(path, lambda rows: rows[:size], seal=True)
    return point_of(path)


def test_an_edit_of_a_definition_is_found_even_when_it_was_sealed(copy: Path) -> None:
    resealed(copy, "definition", "body", lambda body: body.replace('"final":true', '"final":false', 1))
    assert codes(copy) >= {"row-false"}


def test_a_document_that_was_exchanged_is_found_even_when_it_was_sealed(copy: Path) -> None:
    resealed(copy, "document", "content", lambda content: content[:-1] + b"!")
    assert codes(copy) == {"row-false"}


def test_a_name_that_was_corrected_as_the_register_does_it_is_no_finding(copy: Path) -> None:
    resealed(copy, "party", "name", lambda name: "—")
    assert codes(copy) == set()


def resealed(path: Path, table: str, column: str, change: Callable[[Any], Any]) -> None:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    before = dict(connection.execute(f"SELECT * FROM {table} ORDER BY rowid LIMIT 1").fetchone())
    after = sealed({**before, column: change(before[column])})
    assert after != before
    connection.execute(
        f"UPDATE {table} SET {column} = ?, hash = ? WHERE hash = ?", (after[column], after["hash"], before["hash"])
    )
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("DELETE FROM refusal WHERE seq = 1", ""),
        ("UPDATE refusal SET because = '[]'", "row-changed"),
        ("UPDATE intent SET what = 'import' WHERE number = 3", "row-changed"),
        ("UPDATE intent SET key = '' WHERE number = 3", "row-changed"),
        ("DELETE FROM document", "named-missing"),
        ("DELETE FROM party WHERE id = 'Л-1'", "named-missing"),
        ("DELETE FROM party WHERE id = 'Л-2'", "party-hole"),
        ("DELETE FROM definition WHERE name = 'assignment'", "case-unreadable"),
        ("UPDATE task SET due = '2027-01-01' WHERE due != ''", "row-differs"),
        ("UPDATE case_now SET final = 3 WHERE NOT final", "row-differs"),
        ("UPDATE case_now SET version = version + 0.5", "row-differs"),
        ("DELETE FROM depends", "row-missing"),
        ("INSERT INTO office SELECT 'К-9', n, role, party, since, until, instead_of FROM office", "row-extra"),
        ("UPDATE gap SET from_day = '2099-01-01'", "row-differs"),
        ("DELETE FROM gap", "row-missing"),
        ("UPDATE gap SET thing = thing || '!'", "row-extra"),
        ("INSERT INTO undone SELECT \"case\", 'A-1' FROM case_now LIMIT 1", "row-extra"),
        ("UPDATE entry SET ground = CAST(x'ff' AS TEXT) WHERE seq = 4", "entry-changed"),
        ("UPDATE entry SET data = '[]' WHERE seq = 4", "entry-changed"),
        ("DROP TABLE plan", "table-misshapen"),
        ("DROP INDEX ix_task_protocol", "table-misshapen"),
        ("ALTER TABLE task ADD COLUMN secret", "table-misshapen"),
        ("CREATE TRIGGER sly AFTER INSERT ON entry BEGIN DELETE FROM refusal; END", "table-misshapen"),
        ("CREATE VIEW sly AS SELECT 1", "table-misshapen"),
    ],
)
def test_what_was_done_in_sql_is_found(copy: Path, statement: str, code: str) -> None:
    sql(copy, statement)
    if code:
        assert code in codes(copy)
    else:
        assert codes(copy) == set(), "the only refusal, gone whole, is known to nobody: a stated limit"


def test_a_copy_in_an_index_that_differs_from_its_table_is_found(copy: Path) -> None:
    content, name = copy.read_bytes(), "Ким О.В.".encode()
    places = [place for place in range(len(content)) if content.startswith(name, place)]
    assert len(places) >= 2, "once in the register, once in its index"
    said = []
    for place in places:
        copy.write_bytes(content[:place] + "Ким О.Б.".encode() + content[place + len(name) :])
        said.append(codes(copy))
    assert {"file-damaged"} in said, "the copy of the index alone"
    assert all(said)


@pytest.mark.parametrize("content", [b"", b"x" * 5_000, b"SQLite format 3\x00" + b"x" * 5_000])
def test_a_file_that_is_no_database_any_more_is_a_finding(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "o.resheno").write_bytes(content)
    assert codes(tmp_path / "o.resheno") == {"file-foreign"}


@pytest.mark.parametrize("length", [100, 512, 4_096, 5_000, 70_000])
def test_a_file_that_was_cut_short_is_a_finding(copy: Path, length: int) -> None:
    copy.write_bytes(copy.read_bytes()[:length])
    assert codes(copy) & {"file-damaged", "table-misshapen"}


def test_no_file_and_a_newer_one_are_told_as_everywhere(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(Missing):
        verify(tmp_path / "none.resheno")
    sql(copy, "PRAGMA user_version = 99")
    with pytest.raises(Newer):
        verify(copy)


def test_looking_changes_nothing(copy: Path) -> None:
    before = copy.read_bytes()
    assert verify(copy).agrees
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_nobody_vouches_for_a_journal_that_does_not_agree(copy: Path) -> None:
    sql(copy, "UPDATE entry SET ground = 'x' WHERE seq = 2")
    with pytest.raises(Unverified) as error, sound_journal(copy):
        pass
    assert [finding.code for finding in error.value.report.findings] == ["entry-changed"]


def test_every_table_is_looked_at(office: Path) -> None:
    connection = sqlite3.connect(office)
    made = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    assert set(TABLES) == made


def test_what_is_good_all_the_same_is_known(copy: Path) -> None:
    early = Checkpoint(3, root(leaves_of(copy)[:3]), "2026-11-01")
    sql(copy, "UPDATE entry SET ground = 'x' WHERE seq = 9")
    report = verify(copy, [early])
    assert (report.sound, report.held, report.size) == (8, 3, len(leaves_of(copy)))
    sql(copy, "DELETE FROM entry WHERE seq = 6")
    assert (verify(copy).sound, verify(copy).size) == (5, 5)


def leaves_of(path: Path) -> list[bytes]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute("SELECT * FROM entry ORDER BY seq")]
    connection.close()
    return leaves(rows)


def test_a_gap_in_the_middle_is_not_taken_for_a_cut_end(copy: Path) -> None:
    point = point_of(copy)
    sql(copy, "DELETE FROM entry WHERE seq = 6")
    assert "journal-cut" not in codes(copy, point)
    assert "entry-gap" in codes(copy, point)


def test_only_what_can_be_made_again_is_told_from_what_cannot(copy: Path) -> None:
    assert not verify(copy).is_of_projections
    sql(copy, "UPDATE task SET due = '2027-01-01'")
    assert verify(copy).is_of_projections
    sql(copy, "UPDATE party SET name = 'x'")
    assert not verify(copy).is_of_projections


def test_a_name_that_is_no_utf_8_any_more_does_not_stop_the_look(copy: Path) -> None:
    sql(copy, "UPDATE task SET text = CAST(x'd0ff' AS TEXT)", "UPDATE party SET name = CAST(x'ff' AS TEXT)")
    assert codes(copy) >= {"row-differs", "row-changed"}


def test_how_far_it_has_come_is_told(office: Path) -> None:
    said: list[tuple[str, int, int]] = []
    report = verify(office, watch=lambda *step: said.append(step))
    assert [what for what, _, _ in said][:2] == ["file", "entries"]
    assert ("entries", report.size, report.size) in said and ("projections", report.size, report.size) in said


def test_the_facts_of_a_finding_can_be_printed(copy: Path) -> None:
    sql(copy, "UPDATE entry SET \"case\" = CAST(x'ff' AS TEXT) WHERE seq = 4")
    said = [dict(finding.facts) for finding in verify(copy).findings]
    assert said and json.dumps(said, ensure_ascii=False).encode()
