"""`why` as a clerk reads it: what is missing, who can settle it, whom it hangs on, and when at the earliest."""

from __future__ import annotations

import csv
import shlex
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Said, Type

FIRST, SECOND = "П-1.1.2", "П-1.1.3"  # the second needs the result of the first, of Громов А.С.
SOON = date.today() + timedelta(days=30)


def day(of: date) -> str:
    return f"{of:%d.%m.%Y}"


@pytest.fixture
def reported(at: Type) -> Type:
    """The second has its report while the first is still open, its term in thirty days."""
    assert at("task", "extend", FIRST, "--to", day(SOON), "--reason", "болезнь").code == 0
    assert at("task", "accept", SECOND).code == 0
    assert at("task", "report", SECOND, "--text", "готово").code == 0
    return at


def test_the_chain_names_who_has_it_in_hand_and_the_term(reported: Type) -> None:
    said = reported("why", SECOND).out
    assert f"{SECOND} ждёт {FIRST} (Громов А.С.): срок {day(SOON)}" in said
    assert "может: Громов А.С. (исполнитель)" in said
    assert "Самое раннее: " in said


def test_a_chain_whose_term_has_passed_says_so(reported: Type) -> None:
    past = date.today() - timedelta(days=1)
    assert reported("task", "edit", FIRST, "--due", day(past)).code == 0
    said = reported("why", SECOND).out
    assert f"срок прошёл {day(past)}" in said
    assert "Самое раннее: сегодня" in said


def test_a_missing_record_names_who_may_bring_it_and_the_command(at: Type) -> None:
    said = at("why", "К-1").out
    assert "есть цель" in said
    assert 'resheno record add К-1 --kind goal "текст"' in said
    assert "может: Орлова Т.П. (" in said
    assert said.index("может: ") < said.index("с чьего-то разрешения")


def test_what_is_missing_first_in_a_chain_is_named_first_and_settles_it_when_typed(type_: Type, tmp_path: Path) -> None:
    """A conclusion points at a measurement, and that at an indicator: one that points at nothing settles nothing."""

    def at(*words: str) -> Said:
        return type_("--db", tmp_path / "base.resheno", *words)

    def ways() -> list[str]:
        return [line.strip() for line in at("why", "К-1").out.splitlines() if "resheno record add" in line]

    assert at("init", "--operator", "Орлова Т.П.", "--organisation", "Управление").code == 0
    assert at("case", "start", "Управление", "1.2", "2026", "--at", "Анализ").code == 0
    goal, measured = ("--link", "ЦЛ-1"), ("--link", "ПК-1")
    for text, kind, *link in (
        ("Охват", "goal"),
        ("Доля", "indicator", *goal),
        ("Число", "indicator", *goal),
        ("Опрос", "measurement", *measured),
    ):
        assert at("record", "add", "К-1", text, "--kind", kind, *link).code == 0
    add = "resheno record add К-1 --kind"
    assert ways() == [f'{add} conclusion "текст" --link ИЗ-1', f'{add} measurement "текст" --link ПК-2']
    for _ in range(3):
        assert at(*shlex.split(ways()[0])[1:]).code == 0
    assert ways() == [] and at("case", "advance", "К-1").code == 0


def test_english_is_english_throughout(reported: Type) -> None:
    said = reported("--lang", "en", "why", SECOND).out
    assert f"{SECOND} waits for {FIRST}" in said and "At the earliest: " in said
    own = [line for line in said.splitlines() if line.startswith(("Expected", "  “", "     who can"))]
    assert any(line.startswith("  “the start of work") for line in own)


def test_what_a_program_reads(reported: Type) -> None:
    whole = reported("why", SECOND, "--format", "json").data
    [confirm] = [way for way in whole["ways"] if way["trigger"] == "confirm"]
    assert confirm["open"] is False
    first = confirm["requirements"][0]
    assert (first["holds"], first["roles"], first["who_names"]) == ("violated", ["executor"], ["Громов А.С."])
    assert [(each["case"], each["waits_for"]) for each in first["chain"]] == [(SECOND, FIRST)]
    assert confirm["earliest"] >= SOON.isoformat()
    assert {"requirement", "stands", "from", "thing"} <= set(whole["gaps"][0])
    opened = next(way for way in whole["ways"] if way["open"])
    assert (opened["requirements"], opened["earliest"]) == ([], None)


@pytest.mark.parametrize(("lang", "head"), [("ru", "Название,Можно,Почему"), ("en", "Title,Open,Because")])
def test_rows_for_a_spreadsheet_and_for_a_page(reported: Type, lang: str, head: str) -> None:
    whole = reported("why", SECOND, "--format", "json").data
    said = reported("--lang", lang, "why", SECOND, "--format", "csv", "--csv", "rfc")
    first, *rows = csv.reader(said.out.splitlines())
    assert said.code == 0 and ",".join(first).startswith(head)
    opened = [row for row in rows if row[1] in ("да", "yes")]
    closed = [row for row in rows if row[1] in ("нет", "no")]
    assert len(opened) == sum(way["open"] for way in whole["ways"]) and all("resheno " in row[3] for row in opened)
    assert len(closed) == sum(len(way["requirements"]) for way in whole["ways"]) > 0 and all(row[2] for row in closed)
    page = reported("--lang", lang, "why", SECOND, "--format", "md").out.splitlines()
    assert len(page) == len(rows) + 2 and all(line.startswith("| ") and line.endswith(" |") for line in page)


def test_an_earlier_day_is_told_as_it_was(reported: Type) -> None:
    said = reported("why", SECOND, "--at", day(date.today()))
    assert said.code == 0 and FIRST in said.out


def test_nothing_is_written(reported: Type, base: Path) -> None:
    before = base.read_bytes()
    for case in ("П-1", FIRST, SECOND, "К-1"):
        assert reported("why", case).code == 0
    assert base.read_bytes() == before


def test_a_case_says_shortly_what_does_not_hold(reported: Type) -> None:
    said = reported("task", "show", SECOND)
    assert f"Каких и что поможет: resheno why {SECOND}" in said.out + said.err
    gaps = reported("task", "show", SECOND, "--format", "json").data["gaps"]
    assert {"violated"} <= {gap["stands"] for gap in gaps}


def test_a_goal_closes_the_gap(at: Type) -> None:
    at("record", "add", "К-1", "Снизить долю", "--kind", "goal", "--field", "grounds=анализ")
    [advance] = [way for way in at("why", "К-1", "--format", "json").data["ways"] if way["trigger"] == "advance"]
    assert advance["open"] is True
