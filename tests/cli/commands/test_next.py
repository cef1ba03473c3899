"""`next`: what is mine to do and by which command; what waits for others is not mine, and an empty list says why."""

from __future__ import annotations

import shlex
from datetime import date, timedelta
from pathlib import Path

import pytest

from cli.steps import JUDGED
from tests.cli.conftest import Said, Type

FIRST, SECOND = "П-1.1.2", "П-1.1.3"  # both of Громов А.С.; the second needs the result of the first


def day(days: int) -> str:
    return f"{date.today() + timedelta(days=days):%d.%m.%Y}"


def commands(said: Said) -> dict[str, str]:
    return {row["id"]: row["command"] for row in said.data}


def mine(at: Type, *more: str) -> dict[str, str]:
    return commands(at("next", "--format", "json", *more))


def test_the_clerk_hands_over_and_the_executor_accepts(at: Type) -> None:
    assert mine(at)[FIRST] == f"resheno task deliver {FIRST}"
    assert mine(at, "--as", "Громов")[FIRST].startswith(f"resheno task accept {FIRST} --as Л-")
    assert at("task", "accept", FIRST, "--as", "Громов").code == 0
    assert FIRST not in mine(at)
    assert mine(at, "--as", "Громов")[FIRST].startswith(f"resheno task report {FIRST} --text")


def test_what_waits_for_others_is_left_out_until_it_is_there(at: Type) -> None:
    for task in (FIRST, SECOND):
        assert at("task", "accept", task, "--as", "Громов").code == 0
    assert at("task", "report", SECOND, "--text", "готово", "--as", "Громов").code == 0
    assert SECOND not in mine(at)  # its proof is missing, and it needs the first
    assert at("task", "report", FIRST, "--text", "готово", "--as", "Громов").code == 0
    assert FIRST in mine(at) and SECOND not in mine(at)


def test_every_command_that_is_told_does_what_it_says(at: Type) -> None:
    """Whatever is told can be typed as it stands, for the clerk as for an executor."""
    for who in ((), ("--as", "Громов")):
        rows = at("next", "--format", "json", "--limit", "100", *who).data
        assert rows
        for row in rows:
            dry = at(*shlex.split(row["command"])[1:], "-n")
            assert dry.code == 0, (row["command"], dry.err)


def test_what_a_step_lacks_and_i_can_bring_is_my_step(at: Type) -> None:
    row = next(row for row in at("next", "--format", "json").data if row["id"] == "К-1")
    assert row["lacks"] and row["command"].startswith("resheno record add К-1 --kind goal")
    assert at("record", "add", "К-1", "Снизить долю", "--kind", "goal", "--field", "grounds=анализ").code == 0
    assert mine(at)["К-1"] == "resheno case advance К-1"


def test_the_overdue_come_first_then_by_day_then_what_has_none(at: Type) -> None:
    for task, until in ((FIRST, 5), (SECOND, -3)):
        assert at("task", "edit", task, "--due", day(until)).code == 0
    rows = at("next", "--format", "json", "--limit", "100").data
    assert rows[0]["id"] == SECOND and rows[0]["late"] == 3
    terms = [row["term"] for row in rows if not row["late"]]
    assert [term for term in terms if term] == sorted(term for term in terms if term)
    assert terms == sorted(terms, key=lambda term: not term)
    assert f"{SECOND}  просрочено 3 дня" in at("next").out
    assert f"срок {day(5)}" in at("next").out


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("columns", ["60", "100"])
def test_a_command_is_never_torn_apart(at: Type, columns: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = at("--lang", lang, "next").out.splitlines()
    told = list(mine(at, "--lang", lang).values())[:10]
    assert [line.strip() for line in lines if line.strip().startswith("resheno")] == told
    assert max(len(line) for line in lines if "resheno" not in line) <= int(columns)


def test_a_screen_holds_ten_and_says_that_there_are_more(at: Type) -> None:
    assert len(at("next", "--format", "json", "--limit", "2").data) == 2
    cut = at("next", "--limit", "2")
    assert cut.out.count("resheno ") == 2 and "resheno next --limit 4" in cut.err


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_every_format_tells_the_same(at: Type, form: str) -> None:
    said = at("next", "--format", form)
    assert said.code == 0
    assert all(command.partition(" --")[0] in said.out for command in mine(at).values())


def test_somebody_without_a_role_is_told_what_would_bring_something(at: Type) -> None:
    assert at("person", "add", "Новиков Н.Н.").code == 0
    said = at("next", "--as", "Новиков")
    assert (said.code, said.out) == (0, "") and "resheno role grant" in said.err
    assert at("next", "--as", "Новиков", "--format", "json").data == []
    assert at("next", "--as", "Никто").code == 9


def test_whose_steps_all_wait_for_others_is_told_how_to_see_for_what(at: Type) -> None:
    assert at("person", "add", "Новиков Н.Н.").code == 0
    assert at("role", "grant", "controller", "Новиков").code == 0
    said = at("next", "--as", "Новиков")
    assert said.out == "" and "resheno why " in said.err


def test_an_empty_database_is_told_how_to_begin(tmp_path: Path, type_: Type) -> None:
    assert type_("--db", tmp_path / "new.resheno", "init").code == 0
    said = type_("--db", tmp_path / "new.resheno", "дальше")
    assert said.code == 0 and "resheno protocol import" in said.err


def test_whoever_stands_in_is_told_the_steps_of_the_other(at: Type) -> None:
    assert at("person", "add", "Новиков Н.Н.").code == 0
    assert at("role", "delegate", "clerk", "Орлова", "Новиков", "--until", day(30), "--ground", "приказ").code == 0
    assert mine(at, "--as", "Новиков")[FIRST].startswith(f"resheno task deliver {FIRST} --as ")


def test_nothing_is_written_and_not_everything_is_looked_into(at: Type, base: Path) -> None:
    before = base.read_bytes()
    assert at("next").code == 0 and at("next", "--as", "Громов").code == 0
    assert base.read_bytes() == before
    assert JUDGED >= 100
