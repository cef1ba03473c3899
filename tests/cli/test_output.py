"""Data on its way out: four formats, harmless cells, streams that lose nothing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cli.output import Manner, Sheet, as_json, written
from tests.cli.conftest import Type

ROWS = Sheet("tasks", ("id", "text"), [{"id": "П-1.1", "text": "=1+1", "more": 5}, {"id": "П-1.2", "text": "a | b; c"}])


def manner(form: str, excel: bool = False) -> Manner:
    return Manner(form, "ru", excel, "2026-11-23")


@pytest.mark.parametrize("command", ["task list", "log", "log --intents", "search мониторинг", "next", "case list"])
@pytest.mark.parametrize("limit", ["0", "-5"])
def test_a_list_of_no_rows_is_not_shown_as_an_empty_list(command: str, limit: str, at: Type) -> None:
    said = at(*command.split(), "--limit", limit)
    assert (said.code, said.out) == (2, "") and "E-052" in said.err
    assert at(*command.split(), "--limit", "1").code == 0


@pytest.mark.parametrize(("name", "code"), [("x.bmp", 2), ("x.pdf", 2), ("x.svg", 0), ("x.png", 0), ("x.mmd", 0)])
def test_a_picture_of_a_kind_that_is_not_drawn_is_refused(name: str, code: int, at: Type, tmp_path: Path) -> None:
    said = at("draw", "К-1", "-o", tmp_path / name)
    assert said.code == code and (tmp_path / name).exists() is (code == 0)
    assert ("E-053" in said.err) is (code == 2)


def test_json_holds_every_key_and_says_its_schema_and_day() -> None:
    whole = json.loads(written(ROWS, manner("json")))
    assert whole["schema"] == "resheno.tasks/1"
    assert whole["as_of"] == "2026-11-23"
    assert whole["data"][0] == {"id": "П-1.1", "text": "=1+1", "more": 5}


def test_csv_for_excel_has_a_mark_semicolons_and_no_live_formula() -> None:
    text = written(ROWS, manner("csv", excel=True))
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert rows == [["Номер", "Текст"], ["П-1.1", "'=1+1"], ["П-1.2", "a | b; c"]]


def test_plain_csv_has_commas_and_no_mark() -> None:
    assert written(ROWS, manner("csv")).splitlines()[0] == "Номер,Текст"


def test_markdown_escapes_its_own_signs() -> None:
    assert written(ROWS, manner("md")).splitlines()[3] == "| П-1.2 | a \\| b; c |"


def test_a_plain_table_is_aligned() -> None:
    lines = written(ROWS, manner("table")).splitlines()
    assert len({line.find("  ") for line in lines if "  " in line}) == 1


def test_json_on_an_old_console_escapes_what_it_cannot_show() -> None:
    assert as_json({"a": "№"}, "cp1251").isascii()
    assert json.loads(as_json({"a": "№"}, "cp1251")) == {"a": "№"}
    assert "№" in as_json({"a": "№"}, "utf-8")


@pytest.mark.parametrize(("lang", "sign"), [("ru", ";"), ("en", ",")])
def test_csv_follows_the_language(lang: str, sign: str, at: Type) -> None:
    assert sign in at(f"task list --format csv --lang {lang}").out.splitlines()[0]
    assert ";" in at(f"task list --format csv --lang {lang} --csv excel-ru").out.splitlines()[0]


def test_russian_words_do_the_same(at: Type) -> None:
    assert at("поручение список --формат csv").out == at("task list --format csv").out
    assert at("сегодня --на 2026-12-20").out == at("today --at 2026-12-20").out


def test_data_and_talk_do_not_mix(at: Type) -> None:
    said = at("case start Лесной 1.3 2026 --format json")
    assert json.loads(said.out)["schema"] == "resheno.done/1"
    assert "Действие" in said.err


def test_a_limit_cuts_rows(at: Type) -> None:
    assert len(at("task list --format json --limit 2").data) == 2


def test_today_tells_what_is_late_on_that_day(at: Type) -> None:
    assert at("task", "add", "Сдать отчёт", "--executor", "Ким О.В.", "--due", "2098-01-01").code == 0
    assert "ПРОСРОЧЕНО" in at("today --at 2099-12-01").out
    in_time, late = (at(f"task list --overdue --at {day} --format json").data for day in ("2098-01-01", "2098-01-02"))
    assert {row["id"] for row in late} - {row["id"] for row in in_time} == {"Т-1"}


def test_a_past_day_shows_what_was_recorded_by_then(at: Type) -> None:
    for view in ("today", "status", "task list", "case list", "protocol list", "record list", "log", "audit run"):
        past = at(f"{view} --at 2020-01-31 --format json")
        assert (past.code, past.data) == (0, []) or past.data["cycles"] == []
        assert "К концу 31.01.2020 в базе ещё ничего не было" in past.err
        assert at(f"{view} --format json").data != past.data


def test_what_changed_between_two_days(at: Type) -> None:
    same = at("diff 2020-01-01 2020-02-01 --format json")
    assert same.data == [] and "ничего не изменилось" in same.err
    said = at("diff 2020-01-01")
    assert "П-1" in said.out and "заведено" in said.out
    assert "заведено" in said.err
    opened = {row["case"] for row in at("diff 2020-01-01 --format json").data if row["code"] == "opened"}
    assert opened == {row["id"] for row in at("case list --format json").data} | {
        row["id"] for row in at("task list --all --format json").data
    }


def test_days_in_the_wrong_order_are_told_with_the_right_one(at: Type) -> None:
    said = at("diff 2020-02-01 2020-01-01")
    assert said.code == 2
    assert "resheno diff 01.01.2020 01.02.2020" in said.err
