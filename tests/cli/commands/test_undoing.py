"""`undo` and `redo` at the terminal: a refusal says what stands in the way, and by which commands one gets there."""

from __future__ import annotations

import io

import pytest

from cli.exits import Exit
from tests.cli.conftest import Type


def ways(said: str) -> list[str]:
    """The commands of a refusal, in their order."""
    return [line.strip().removeprefix("Исправить: ") for line in said.splitlines() if "resheno undo" in line]


@pytest.fixture
def worked(at: Type) -> Type:
    """After the import (A-2) a task is accepted (A-3), its term extended (A-4), another accepted (A-5)."""
    for words in (
        ("task", "accept", "П-1.1.2", "--yes"),
        ("task", "extend", "П-1.1.2", "--to", "2026-12-30", "--reason", "болезнь"),
        ("task", "accept", "П-1.1.3", "--yes"),
    ):
        assert at(*words).code == Exit.OK
    return at


def test_what_stands_on_it_is_named_with_the_way_there(worked: Type) -> None:
    said = worked("undo A-3")
    assert (said.code, "E-118" in said.err) == (Exit.FAILED, True)
    assert "Почему: A-4 от " in said.err and "Продлить срок, П-1.1.2" in said.err
    assert ways(said.err) == ["resheno undo A-4", "resheno undo A-3"], "what was done in another case is no obstacle"


def test_an_import_shows_all_that_was_done_since_and_the_way_leads_through(worked: Type) -> None:
    way = ways(worked("undo A-2").err)
    assert way == ["resheno undo A-5", "resheno undo A-4", "resheno undo A-3", "resheno undo A-2"]
    for command in way:
        assert worked(f"{command.removeprefix('resheno ')} --yes").code == Exit.OK
    assert worked("task list --format json").data == []


def test_a_long_way_is_cut_short_and_says_so(at: Type) -> None:
    for _ in range(5):
        assert at("task accept П-1.1.2 --yes").code == Exit.OK
        assert at("undo --yes").code == Exit.OK
    for number in range(9):
        assert at("task", "extend", "П-1.1.2", "--to", f"2026-12-{10 + number}", "--reason", "x").code == Exit.OK
    said = at("undo A-2").err
    assert "… и ещё 3" in said
    assert len(ways(said)) == 7


def test_in_english_too(worked: Type) -> None:
    said = worked("undo A-3 --lang en").err
    assert "cannot be undone yet" in said and "Extend the deadline" in said


def test_what_is_undone_already_and_what_never_is_are_told_apart(worked: Type) -> None:
    assert worked("undo A-5").code == Exit.OK
    again = worked("undo A-5")
    assert (again.code, "E-124" in again.err, "resheno redo A-5" in again.err) == (Exit.FAILED, True, True)
    founding = worked("undo A-1")
    assert (founding.code, "E-125" in founding.err, "Создать базу" in founding.err) == (Exit.FAILED, True, True)
    itself = worked("undo A-6")
    assert (itself.code, "A-6 не отменяют: Отменить A-5" in itself.err) == (Exit.FAILED, True)


@pytest.mark.parametrize("command", ["person add Лосев", "org add Лицей"])
def test_an_undo_without_a_name_means_the_last_intent_and_no_other(command: str, worked: Type) -> None:
    assert worked(command).code == Exit.OK
    said = worked("undo")
    assert (said.code, "A-6 не отменяют" in said.err, "resheno undo A-5" in said.err) == (Exit.FAILED, True, True)
    assert worked("undo A-5").code == Exit.OK
    rows = {row["id"]: row["undo_told"] for row in worked("log --intents --format json").data}
    assert (rows["A-4"], rows["A-5"], rows["A-6"]) == ("", "отменено", "не отменяют")


@pytest.mark.parametrize(("answer", "code"), [("да", Exit.OK), ("нет", Exit.DECLINED)])
def test_whoever_sits_at_the_terminal_is_asked_before_much_is_undone(
    answer: str, code: Exit, at: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cli.meant.attended", lambda terminal: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
    said = at("undo")
    assert said.code == code and "Это изменит дел" in said.err
    assert bool(at("task list --all --format json").data) is (code == Exit.DECLINED)


def test_nothing_to_undo_is_said_without_a_number(at: Type) -> None:
    assert at("undo --yes").code == Exit.OK
    assert "отменять нечего." in at("undo").err
    assert at("redo").code == Exit.OK
    assert "возвращать нечего." in at("redo").err


def test_what_stands_cannot_be_brought_back_and_order_is_kept(worked: Type) -> None:
    assert "E-126" in worked("redo A-3").err
    assert worked("undo A-4").code == worked("undo A-3").code == Exit.OK
    said = worked("redo A-4")
    assert (said.code, "E-127" in said.err, "resheno redo A-3" in said.err) == (Exit.FAILED, True, True)
    assert worked("redo A-3").code == worked("redo A-4").code == Exit.OK


def test_what_took_its_place_is_named(worked: Type) -> None:
    assert worked("undo A-4").code == Exit.OK
    assert worked("task", "extend", "П-1.1.2", "--to", "2026-12-20", "--reason", "x").code == Exit.OK
    said = worked("redo A-4")
    assert (said.code, "E-119" in said.err, "A-7 от " in said.err) == (Exit.FAILED, True, True)


def test_the_log_names_every_intent_and_marks_what_was_undone(worked: Type) -> None:
    assert worked("record", "add", "К-1", "Снизить долю", "--kind", "goal").code == Exit.OK
    assert worked("undo").code == worked("redo").code == worked("undo").code == Exit.OK
    told = {row["id"]: row["told"] for row in worked("log --intents --format json").data}
    assert told["A-4"] == "Продлить срок" and told["A-6"] == "Добавить материал: цель"
    assert (told["A-7"], told["A-8"]) == ("Отменить A-6", "Вернуть A-6")
    assert "(отменено)" in worked("log A-6").out and "(отменено)" not in worked("log A-4").out


def test_a_limited_log_shows_the_last_of_it(worked: Type) -> None:
    whole = worked("log --format json").data
    assert [row["seq"] for row in worked("log --limit 2 --format json").data] == [row["seq"] for row in whole[-2:]]
    assert [row["id"] for row in worked("log --intents --limit 1 --format json").data] == ["A-5"]
