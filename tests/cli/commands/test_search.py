"""`search` at the terminal: what is shown of it, how it is marked, what is said where nothing is found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cli.conftest import Type


def ids(said: object) -> list[str]:
    return [row["id"] for row in said.data]  # type: ignore[attr-defined]


def test_a_word_is_found_whatever_its_form(at: Type) -> None:
    assert ids(at("search", "анализом", "--format", "json")) == ids(at("найти", "анализы", "--format", "json")) != []


def test_a_person_is_found_with_what_they_have_to_do(at: Type) -> None:
    rows = at("найти", "Громова", "--format", "json").data
    assert {"task", "person"} <= {row["kind"] for row in rows}
    assert all(row["all_words"] and row["matched"] == ["громов"] for row in rows)
    assert "Громов А.С." in at("найти", "Громов").out


def test_the_very_id_comes_first(at: Type) -> None:
    assert ids(at("search", "п-1.1.2", "--format", "json"))[0] == "П-1.1.2"
    assert ids(at("search", "P-1.1.2", "--format", "json"))[0] == "П-1.1.2"


def test_words_are_set_off_on_a_screen_only(at: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in at("search", "анализа").out
    marked = at("search", "анализа", "--color", "always").out
    assert "\x1b[1mанализ\x1b[0m" in marked.casefold()
    assert "\x1b" not in at("search", "анализа", "--color", "always", "--format", "csv").out
    plain = marked.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert plain == at("search", "анализа").out  # marks take no room


@pytest.mark.parametrize("columns", ["60", "100"])
def test_no_line_is_longer_than_the_screen(at: Type, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, at("search", "школы").out.splitlines())) <= int(columns)


def test_more_than_a_screen_is_cut_and_said(at: Type) -> None:
    whole = ids(at("search", "школа", "--format", "json"))
    assert len(whole) > 2
    cut = at("search", "школа", "--limit", "2")
    assert f"ещё {len(whole) - 2} из {len(whole)}" in cut.err
    assert ids(at("search", "школа", "--limit", "2", "--format", "json")) == whole[:2]


def test_nothing_found_is_no_failure_and_says_what_comes_near(at: Type) -> None:
    nothing = at("search", "ничегошеньки")
    assert (nothing.code, nothing.out) == (0, "") and "Не нашлось" in nothing.err
    near = at("search", "анлиз")
    assert near.code == 0 and "Возможно, «анализ»?" in near.err
    assert at("search", "ничегошеньки", "--format", "json").data == []


def test_some_of_the_words_are_better_than_none(at: Type) -> None:
    said = at("search", "анализ ничегошеньки")
    assert said.out and "Всех этих слов сразу нет" in said.err


def test_what_is_no_word_is_wrong_usage(at: Type) -> None:
    said = at("search", "?!")
    assert said.code == 2 and "E-038" in said.err
    assert at("search").code == 2


def test_a_past_day_knows_what_was_there(at: Type) -> None:
    yesterday = f"{date.today() - timedelta(days=1):%d.%m.%Y}"
    assert at("search", "анализ", "--at", yesterday, "--format", "json").data == []
    before = at("search", "Громов", "--at", yesterday, "--format", "json")
    assert {row["kind"] for row in before.data} == {"person"} and "внесённые позже" in before.err
    assert "внесённые позже" not in at("search", "Громов").err


def test_it_speaks_english(at: Type) -> None:
    said = at("--lang", "en", "search", "Громов")
    assert "assignment" in said.out and "person" in said.out and "Kind" in said.out
    assert "Did you mean" in at("--lang", "en", "search", "анлиз").err


def test_nothing_is_written(at: Type, base: object) -> None:
    before = base.read_bytes()  # type: ignore[attr-defined]
    at("search", "школы")
    assert base.read_bytes() == before  # type: ignore[attr-defined]
