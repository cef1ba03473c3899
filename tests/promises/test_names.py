"""Names put right, taken back and brought back: the register says what the journal says, now and on every day."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from engine.desk import parties, roles, undoing
from engine.desk.answer import Done
from engine.desk.desk import Desk
from engine.desk.intent import Intent
from engine.desk.workspace import open_desk
from engine.run.office import ID as OFFICE
from engine.run.office_names import names_follow
from engine.run.unknown import Unknown
from engine.store.copying import copy
from engine.store.journal import sealed
from engine.store.memory import MemoryStore
from engine.store.place import Place, Server
from engine.store.seal.verify import Unverified, verify
from engine.store.sqlite import SqliteStore
from engine.store.store import Party
from engine.store.window import look
from tests.office import Stopped, desk_at, desk_in

NAMES = ("Ким О.В.", "Рябов С.С.", "Иванова И.И.", "Школа", "Лицей")
SEEDS = 12
Said = dict[str, tuple[str, str]]  # party → name, position


def deed(chance: Random) -> Intent:
    """Something that touches names, or the office around them."""
    who, name = f"{chance.choice('ЛЛО')}-{chance.randint(1, 4)}", chance.choice(NAMES)
    return chance.choice(
        [
            parties.register(chance.choice(("person", "org")), name),
            *[parties.correct(who, name)] * 3,
            parties.correct(who, position=chance.choice(("", "директор"))),
            roles.grant("clerk", who),
            *[undoing.undo()] * 2,
            undoing.redo(),
        ]
    )


def act(desk: Desk, intent: Intent) -> bool:
    try:
        return isinstance(desk.act(intent), Done)
    except Unknown:  # nobody of this id yet
        return False


def register_of(desk: Desk) -> Said:
    with desk.store.reading() as ledger:
        return {each.id: (each.name, each.position) for each in ledger.parties()}


def shown_at(place: Place, day: date) -> Said:
    with look(place, day) as window:
        return {each.id: (each.name, each.position) for each in window.parties()}


def follows(desk: Desk) -> bool:
    """Whether everybody bears what the journal says of them."""
    with desk.store.reading() as ledger:
        says = names_follow(ledger.history(OFFICE))
        known = {each.id: {"name": each.name, "position": each.position} for each in ledger.parties()}
    return all({**known[id], **said} == known[id] for id, said in says.items())


def life(place: Place, seed: int) -> tuple[Path, dict[date, Said], int]:
    """An office over twelve days in a file and in memory; what the register said each evening, and what was done."""
    clock, chance, evenings, count = Stopped(), Random(seed), dict[date, Said](), 0
    desks = [desk_in(place, clock), desk_at(MemoryStore(), clock)]
    for _ in range(12):
        for _ in range(4):
            intent = deed(chance)
            outcomes = [act(desk, intent) for desk in desks]
            assert outcomes[0] == outcomes[1]
            assert register_of(desks[0]) == register_of(desks[1])
            assert all(map(follows, desks))
            count += outcomes[0]
        names = [(id[0], name) for id, (name, _) in register_of(desks[0]).items()]
        assert len(set(names)) == len(names), "two bear one name"
        evenings[clock().date()] = register_of(desks[0])
        clock.wait(1)
    assert isinstance(place, Path)
    return place, evenings, count


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_register_follows_the_journal_now_and_on_every_day(seed: int, tmp_path: Path) -> None:
    place, evenings, count = life(tmp_path / "o.resheno", seed)
    assert count > 10 and len({tuple(sorted(each.items())) for each in evenings.values()}) > 3
    assert verify(place).findings == ()
    for day, said in evenings.items():
        shown = shown_at(place, day)
        assert {id: shown[id] for id in said} == said


def test_a_copy_has_the_same_names_on_every_day(tmp_path: Path) -> None:
    place, evenings, _ = life(tmp_path / "o.resheno", 3)
    copy(place, tmp_path / "copy.resheno")
    for day in evenings:
        assert shown_at(tmp_path / "copy.resheno", day) == shown_at(place, day)
    assert verify(tmp_path / "copy.resheno").findings == ()


def test_a_server_keeps_them_in_the_same_way(server: Server, tmp_path: Path) -> None:
    place, evenings, _ = life(tmp_path / "o.resheno", 4)
    copy(place, server)
    for day in evenings:
        assert shown_at(server, day) == shown_at(place, day)
    later = date(2027, 1, 1)
    desk = open_desk(server, clock=Stopped(later))
    assert act(desk, parties.correct("Л-1", "Орлова Тамара"))
    assert register_of(desk)["Л-1"][0] == "Орлова Тамара" and follows(desk)
    assert verify(server).findings == ()
    assert act(desk, undoing.undo()) and shown_at(server, later) == shown_at(place, later)
    assert verify(server).findings == ()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """One in which a name was put right, another too and taken back, and a third never."""
    desk = desk_in(tmp_path / "o.resheno")
    for intent in (
        *(parties.register("person", name) for name in ("Кин О.В.", "Рябов С.С.", "Иванова И.И.")),
        parties.correct("Л-2", "Ким О.В."),
        parties.correct("Л-3", "Рябова С.С."),
        undoing.undo(),
    ):
        assert act(desk, intent)
    assert verify(tmp_path / "o.resheno").findings == ()
    return tmp_path / "o.resheno"


def behind(place: Path, party: str, change: Callable[[Party], Party]) -> None:
    """Rewrite a row of the register around the program, its hash too."""
    with closing(SqliteStore(place)) as store, store.writing() as ledger:
        ledger.correct(change(next(each for each in ledger.parties() if each.id == party)))


@pytest.mark.parametrize(
    ("party", "name", "position", "found"),
    [
        ("Л-2", "Рябов Т.", "", ["register-differs"]),  # put right
        ("Л-2", "Кин О.В.", "", ["register-differs"]),  # as it once was
        ("Л-3", "Рябова С.С.", "", ["register-differs"]),  # that was taken back
        ("Л-2", "Ким О.В.", "директор", []),  # no entry speaks of it
        ("Л-4", "Рябов Т.", "", []),  # nobody ever put that right: the journal knows no name
        ("Л-2", "Ким О.В.", "", []),  # as it is
    ],
)
def test_whoever_rewrites_a_name_that_the_journal_knows_is_found(
    party: str, name: str, position: str, found: list[str], office: Path, tmp_path: Path
) -> None:
    behind(office, party, lambda was: replace(was, name=name, position=position))
    assert [each.code for each in verify(office).findings] == found
    if found:
        with pytest.raises(Unverified):
            copy(office, tmp_path / "copy.resheno")
    else:
        copy(office, tmp_path / "copy.resheno")


def test_whoever_takes_somebody_away_whom_a_correction_names_is_found(office: Path, tmp_path: Path) -> None:
    for party, found in (("Л-2", True), ("Л-4", False)):  # that one is named by no entry
        place = Path(shutil.copy(office, tmp_path / f"{party}.resheno"))
        with closing(sqlite3.connect(place)) as connection:
            connection.execute("DELETE FROM party WHERE id = ?", (party,))
            connection.commit()
        assert ("named-missing" in {each.code for each in verify(place).findings}) == found


def test_a_correction_that_cannot_be_read_is_damage_and_no_fault_of_ours(office: Path) -> None:
    with closing(sqlite3.connect(office)) as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute("SELECT * FROM entry WHERE data LIKE '%name_was%' LIMIT 1").fetchone()
        row = sealed({**dict(found), "data": found["data"].replace('"party"', '"partu"')})
        connection.execute("UPDATE entry SET data = ?, hash = ? WHERE seq = ?", (row["data"], row["hash"], row["seq"]))
        connection.commit()
    assert "case-unreadable" in {each.code for each in verify(office).findings}


def test_what_is_done_elsewhere_in_the_office_repairs_no_name_in_passing(office: Path) -> None:
    behind(office, "Л-2", lambda was: replace(was, name="Рябов Т."))
    desk = open_desk(office, clock=Stopped())
    assert act(desk, roles.grant("clerk", "Л-4")) and act(desk, undoing.undo())
    assert act(desk, parties.correct("Л-4", "Иванова Инна")) and act(desk, undoing.undo())
    assert register_of(desk)["Л-2"][0] == "Рябов Т."
    assert [each.code for each in verify(office).findings] == ["register-differs"]


def test_a_register_that_does_not_follow_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.desk.books.FOLLOWED", ("recorded",))
    with pytest.raises(AssertionError):
        for seed in range(SEEDS):
            life(tmp_path / f"{seed}.resheno", seed)


def test_a_look_back_that_forgets_the_names_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, evenings, _ = life(tmp_path / "o.resheno", 0)
    monkeypatch.setattr("engine.store.as_of._turn_names_back", lambda _: None)
    shown = {day: shown_at(place, day) for day in evenings}
    assert any({id: shown[day][id] for id in said} != said for day, said in evenings.items())
