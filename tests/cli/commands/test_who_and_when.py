"""At the terminal: the right to grant is never lost, names that look alike are one, and a day has its order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cli.conftest import Type

TASK = "П-1.1.2"
OWN = (("ru", "ОТКАЗ", "ОШИБКА"), ("en", "REFUSED", "ERROR"))


def day(days: int) -> str:
    """So many days from today."""
    return (date.today() + timedelta(days=days)).isoformat()


def test_the_last_one_who_can_grant_roles_stays_and_nobody_else_grants(at: Type) -> None:
    last = at("role", "withdraw", "operator", "Орлова")
    assert last.code == 1 and "E-136" in last.err and "role grant role_admin" in last.err
    for line in (("grant", "clerk", "Белова"), ("withdraw", "clerk", "Орлова")):
        said = at("role", *line, "--as", "Белова", "--typed-by", "Белова")
        assert said.code == 4 and "E-130" in said.err
    assert at("role", "grant", "role_admin", "Белова").code == 0
    assert at("role", "withdraw", "operator", "Орлова", "--as", "Белова").code == 0
    assert "E-136" in at("role", "withdraw", "role_admin", "Белова", "--as", "Белова").err
    assert "E-130" in at("role", "grant", "controller", "Громов").err
    assert at("role", "grant", "controller", "Громов", "--as", "Белова").code == 0


@pytest.mark.parametrize(("lang", "refused", "error"), OWN)
def test_a_letter_that_looks_alike_makes_nobody_new(lang: str, refused: str, error: str, at: Type) -> None:
    before = at("person list --format json").data
    said = at("--lang", lang, "person", "add", "Гpомов А.С.")
    assert said.code == 1 and said.err.startswith(f"{refused} E-167") and "Гpомов" in said.err
    for name in ("Громов\nА.С.", "Громов А.С." + "а" * 300):
        said = at("--lang", lang, "person", "add", name)
        assert said.code == 1 and refused in said.err
    task = at("--lang", lang, "task", "add", "Справка", "--executor", "Нoвиков Н.Н.")
    assert task.code == 1 and "E-167" in task.err
    assert at("person list --format json").data == before
    there = at("--lang", lang, "person", "add", "Громов А. С.")
    assert there.code == 0 and "Громов А. С. (" in there.err, "who bears the same name is told what to add"
    assert at("person", "add", "Громов А.С. (методист)").code == 0
    assert len(at("person list --format json").data) == len(before) + 1


def test_a_name_is_found_with_letters_that_look_alike(at: Type) -> None:
    found = at("person show Громов --format json").data
    for name in ("Гpомов", "Гpoмoв A.C.", "ГРОМОВ"):
        assert at("person", "show", name, "--format", "json").data == found
    assert at("person", "show", "Гфомов").code == 9


@pytest.mark.parametrize(("lang", "refused", "error"), OWN)
def test_a_day_has_its_order(lang: str, refused: str, error: str, at: Type) -> None:
    def said(*words: str, ago: int) -> tuple[int, str]:
        typed = at("--lang", lang, *words, "--on", day(-ago))
        return typed.code, typed.err

    assert said("task", "add", "Подготовить справку", "--executor", "Громов", "--kind", "recommendation", ago=9)[0] == 0
    for ago, number in ((10, "E-156"), (9_999, "E-156"), (-1, "E-155"), (-99_999, "E-155")):
        code, err = said("task", "accept", "Т-1", ago=ago)
        assert (code, err.startswith(f"{refused} {number}"), "--on" in err) == (1, True, True), err
    assert said("task", "accept", "Т-1", ago=6)[0] == 0
    code, err = said("task", "report", "Т-1", "--text", "готово", ago=7)
    assert code == 1 and err.startswith(f"{refused} E-157") and "--on" in err
    assert said("task", "report", "Т-1", "--text", "готово", ago=3)[0] == 0
    assert at("role", "grant", "controller", "Белова", "--from", day(-20), "--until", day(-2)).code == 0
    assert "E-157" in said("task", "confirm", "Т-1", "--as", "Белова", ago=4)[1]
    assert said("task", "confirm", "Т-1", "--as", "Белова", ago=2)[0] == 0


@pytest.mark.parametrize(("lang", "refused", "error"), OWN)
def test_an_extension_goes_forward(lang: str, refused: str, error: str, at: Type) -> None:
    assert at("task", "add", "Подготовить справку", "--due", day(5)).code == 0
    for days in (4, -1, -400):
        back = at("--lang", lang, "task", "extend", "Т-1", "--to", day(days), "--reason", "x")
        assert back.code == 1 and back.err.startswith(f"{refused} E-158") and "task edit Т-1 --due" in back.err
    assert day(5) in at("log Т-1 --format json").out and day(4) not in at("log Т-1 --format json").out
    assert at("task", "extend", "Т-1", "--to", day(9), "--reason", "болезнь").code == 0
    assert at("task", "edit", "Т-1", "--due", day(3)).code == 0, "a misread term is put right"


def test_who_is_refused_is_not_told_to_be_the_one_who_may(at: Type) -> None:
    for line in ("role grant controller Громов", f"task accept {TASK}", f"task report {TASK} --text готово"):
        assert at(line).code == 0
    for leave in ((), ("--waive", "Орлова", "--reason", "отпуск")):
        said = at("task", "confirm", TASK, "--as", "Громов", *leave)
        assert said.code == 4
        (who,) = [line for line in said.err.splitlines() if "кто может" in line]
        assert "Орлова Т.П." in who and "Громов" not in who


def test_who_may_not_keep_the_register_is_called_by_name(at: Type) -> None:
    said = at("person", "add", "Павлов П.П.", "--as", "Громов")
    assert said.code == 4 and "Громов А.С. не вправе" in said.err and "Орлова Т.П." in said.err


@pytest.mark.parametrize(("lang", "refused", "error"), OWN)
def test_whom_the_register_does_not_hold_is_looked_up_there(lang: str, refused: str, error: str, at: Type) -> None:
    for line in (f"task accept {TASK} --as Щщщ", "role grant clerk Щщщ", "role grant clerk Л-99"):
        said = at(*("--lang", lang), *line.split())
        assert said.code == 9 and said.err.startswith(f"{error} E-022") and "resheno person list" in said.err
        assert "task list" not in said.err
    assert "task list" in at("--lang", lang, "task", "accept", "Щ-99").err


@pytest.mark.parametrize(("lang", "refused", "error"), OWN)
def test_a_record_of_another_case_is_told_with_its_case(lang: str, refused: str, error: str, at: Type) -> None:
    for case in ("К-1", "К-2"):
        assert at("record", "add", case, "Цель", "--kind", "goal").code == 0
    said = at("--lang", lang, "record", "add", "К-2", "Доля", "--kind", "indicator", "--link", "ЦЛ-1")
    assert said.code == 1 and said.err.startswith(f"{error} E-019") and "К-1" in said.err
    assert at("record", "add", "К-2", "Доля", "--kind", "indicator", "--link", "ЦЛ-2").code == 0
    assert "E-019" in at("--lang", lang, "record", "link", "ПК-1", "ЦЛ-1").err
    assert at("record", "add", "К-2", "Доля", "--kind", "indicator", "--link", "ЦЛ-9").code == 9
