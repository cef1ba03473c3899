from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.desk.parties import register
from engine.desk.roles import grant, withdraw
from engine.desk.workspace import init, open_desk
from engine.run.office import waivers
from engine.run.unknown import Misnamed, NotFound
from engine.store.errors import Exists, Foreign, Missing
from tests.office import OPERATOR, Stopped, done


def test_the_operator_holds_every_role_of_the_office(tmp_path: Path) -> None:
    done(init(tmp_path / "o.resheno", OPERATOR, "Управление"))
    with open_desk(tmp_path / "o.resheno").store.reading() as ledger:
        office = ledger.office()
    assert {role: set(who) for role, who in office.items() if role != "organisation"} == {
        role: {"Л-1"} for role in ("clerk", "controller", "curator", "operator")
    }
    assert office["organisation"] == {"О-1"}


def test_a_workspace_knows_the_shipped_regulations(tmp_path: Path) -> None:
    done(init(tmp_path / "o.resheno", OPERATOR, ""))
    with open_desk(tmp_path / "o.resheno").store.reading() as ledger:
        assert [ledger.workflow(name).name for name in ("assignment", "protocol", "management_cycle")]


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "o.resheno"
    path.write_text("письмо", "utf-8")
    with pytest.raises(Exists):
        init(path, OPERATOR, "")
    assert path.read_text("utf-8") == "письмо"


def test_a_founding_that_fails_leaves_no_file(tmp_path: Path) -> None:
    class Broken(Stopped):
        def __call__(self) -> object:  # type: ignore[override]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        init(tmp_path / "o.resheno", OPERATOR, "", Broken())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_name_with_signs_in_it_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "база №1?%20 #.resheno"
    done(init(path, OPERATOR, ""))
    assert open_desk(path).operator == "Л-1"


def test_no_database_and_no_database_of_ours_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        open_desk(tmp_path / "none.resheno")
    (tmp_path / "x.resheno").write_bytes(b"photo" * 100)
    with pytest.raises(Foreign):
        open_desk(tmp_path / "x.resheno")


def test_an_operator_is_known_by_name_or_id(tmp_path: Path) -> None:
    path = tmp_path / "o.resheno"
    done(init(path, OPERATOR, ""))
    assert open_desk(path, OPERATOR).operator == open_desk(path, "Л-1").operator == "Л-1"
    with pytest.raises(NotFound):
        open_desk(path, "Никто Н.Н.")


def test_a_founder_whose_role_was_withdrawn_still_opens_the_books(tmp_path: Path) -> None:
    path = tmp_path / "o.resheno"
    done(init(path, OPERATOR, "Управление"))
    done(open_desk(path).act(register("person", "Ким О.В.")))
    done(open_desk(path).act(grant("role_admin", "Ким О.В.")))
    done(replace(open_desk(path), operator="Л-2").act(withdraw("operator", OPERATOR)))
    assert open_desk(path).operator == "Л-1"


@pytest.mark.parametrize(
    ("operator", "organisation"), [("Oрлова Т.П.", "Управление"), (OPERATOR, "Управлениe"), ("Орлова\nТ.П.", "")]
)
def test_a_workspace_is_not_founded_by_a_name_that_only_looks_like_one(
    operator: str, organisation: str, tmp_path: Path
) -> None:
    with pytest.raises(Misnamed):
        init(tmp_path / "o.resheno", operator, organisation)
    assert list(tmp_path.iterdir()) == []
    done(init(tmp_path / "o.resheno", OPERATOR, "Управление"))


def test_an_office_of_one_begins_with_leave_from_duties_that_need_two(tmp_path: Path) -> None:
    path = tmp_path / "o.resheno"
    done(init(path, OPERATOR, "Управление", Stopped()))
    (leave,) = waivers(open_desk(path).case("office"))
    assert (leave.duties, leave.who, leave.until, leave.alone) == (
        ("SOD-2", "SOD-3", "SOD-5"),
        "О-1",
        date(2026, 12, 31),
        True,
    )
