"""Regulations at the terminal: which there are, what they ask for in both languages, the forms of their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.definition.shipped import SOURCES, shipped, shipped_names, source
from tests.cli.conftest import Type

DROPPED = "у каждого поручения со сроком с датой протокола срок не раньше даты протокола"


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The assignment with one sentence less."""
    text = source("assignment").replace(f"        - {DROPPED}  # R18\n", "")
    assert text != source("assignment")
    (tmp_path / "assignment.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "assignment.yaml"


def test_without_a_database_the_shipped_ones_are_listed(type_: Type, tmp_path: Path) -> None:
    rows = type_("workflow", "list", "--format", "json", "--db", tmp_path / "none.resheno").data
    assert [(row["name"], row["cases"], row["shipped"], row["newest"]) for row in rows] == [
        (name, None, True, False) for name in shipped_names()
    ]


def test_every_version_of_the_database_is_listed_with_its_cases(at: Type, changed: Path) -> None:
    before = {row["name"]: row for row in at("workflow list --format json").data}
    assert before["assignment"]["cases"] > 0 and before["assignment"]["newest"]
    assert at("workflow", "publish", changed).code == 0
    old, new = (row for row in at("workflow list --format json").data if row["name"] == "assignment")
    assert (old["version"], old["newest"], old["shipped"]) == (shipped("assignment").version, False, True)
    assert (new["cases"], new["newest"], new["shipped"]) == (0, True, False)
    assert "новые дела" in at("workflow list").out


def test_a_version_of_the_database_is_shown_by_its_first_letters(at: Type, changed: Path) -> None:
    assert at("workflow", "publish", changed).code == 0
    new = next(row for row in at("workflow list --format json").data if row["name"] == "assignment" and row["newest"])
    shown = at("workflow", "show", f"assignment@{new['version'][:5]}", "--format", "json").data
    assert shown["version"] == new["version"]
    assert DROPPED not in {row["ru"] for row in shown["sentences"]}
    assert at("workflow", "show", changed, "--format", "json").data["version"] == new["version"]
    assert at("workflow show assignment@zzz").code == 9


def test_requirements_are_told_in_both_languages_with_their_weight(at: Type) -> None:
    rows = at("workflow show management_cycle --format json").data["sentences"]
    told = {(row["severity"], row["ru"], row["en"]) for row in rows}
    assert ("must", "есть цель", "there is a goal") in told
    assert (
        "warning",
        "до каждого измерения есть приказ",
        "before each measurement, there is an order",
    ) in told
    english = at("workflow show management_cycle --lang en").out
    assert "before each measurement" in english and "до каждого измерения" in english


def test_the_forms_of_all_names_are_told_in_both_languages(at: Type) -> None:
    rows = at("workflow show management_cycle --words --format json").data
    goal = {row["case"]: (row["singular"], row["plural"]) for row in rows if row["code"] == "goal"}
    assert goal == {
        "nom": ("цель", "цели"),
        "gen": ("цели", "целей"),
        "dat": ("цели", "целям"),
        "acc": ("цель", "цели"),
        "ins": ("целью", "целями"),
        "few": ("", "цели"),
        "english": ("goal", "goals"),
    }
    assert {row["code"] for row in rows} >= {"controller", "indicator.targets", "evidence.kind"}
    table = at("workflow show management_cycle --words").out
    assert "региональной целью" in table and "regional goals" in table


def test_a_name_that_nobody_knows_is_wrong_usage(type_: Type, tmp_path: Path) -> None:
    said = type_("workflow", "show", "asignment", "--db", tmp_path / "none.resheno")
    assert said.code == 2 and "assignment" in said.err


@pytest.mark.parametrize(("name", "head"), [("faults.svg", b"<?xml"), ("faults.png", b"\x89PNG")])
def test_faults_are_drawn(name: str, head: bytes, type_: Type, changed: Path, tmp_path: Path) -> None:
    text = changed.read_text("utf-8").replace("role: controller", "role: contoller", 1)
    changed.write_text(text, encoding="utf-8")
    said = type_("workflow", "lint", changed, "--draw", tmp_path / name)
    assert said.code == 6 and name in said.err
    assert (tmp_path / name).read_bytes().startswith(head)


def test_a_file_of_which_nothing_could_be_read_has_no_picture(type_: Type, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("a: [", encoding="utf-8")
    said = type_("workflow", "lint", tmp_path / "broken.yaml", "--draw", tmp_path / "x.svg")
    assert said.code == 6 and "рисовать нечего" in said.err
    assert not (tmp_path / "x.svg").exists()


@pytest.mark.parametrize("name", SOURCES)
def test_a_shipped_file_is_given_out_byte_for_byte(type_: Type, tmp_path: Path, name: str) -> None:
    shipped_file = Path(__file__).parents[3] / "workflows" / f"{name}.yaml"
    target = tmp_path / "mine.yaml"
    assert type_("workflow", "export", name, "-o", target).code == 0
    assert target.read_bytes() == shipped_file.read_bytes()
    assert type_("регламент", "экспорт", name).out == shipped_file.read_text("utf-8")


def test_what_is_given_out_can_be_changed_and_published(at: Type, tmp_path: Path) -> None:
    target = tmp_path / "mine.yaml"
    assert at("workflow", "export", "assignment", "-o", target).code == 0
    assert at("workflow", "lint", target).code == 0
    target.write_text(target.read_text("utf-8").replace("ru: Поручение,", "ru: Задание,"), encoding="utf-8")
    assert at("workflow", "publish", target).code == 0
    target.write_text(target.read_text("utf-8").replace("[protocol, path]", "[text]"), encoding="utf-8")
    for lang, said in (("ru", "subject: text"), ("en", "the file has subject: text")):
        refused = at("workflow", "publish", target, "--lang", lang)
        assert refused.code == 1 and "E-180" in refused.err and said in refused.err
    assert at("task add Посадить").code == 0


def test_a_file_that_is_not_shipped_is_not_given_out(at: Type) -> None:
    said = at("workflow export asignment")
    assert said.code == 2 and "assignment" in said.err
    assert at("workflow export assignment@").code == 2


FAULTY = {
    "tab": "a:\n\tb: 1\n",
    "anchor": "a: &x 1\nb: *x\n",
    "double key": "workflow: a\nworkflow: b\n",
    "cut short": "a: [",
    "two documents": "a: 1\n---\nb: 2\n",
    "empty": "",
    "of another form": "stages: 5\n",
}


@pytest.mark.parametrize("fault", FAULTY)
def test_whatever_is_found_in_a_file_ends_with_one_code(fault: str, type_: Type, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(FAULTY[fault], encoding="utf-8")
    for lang, says in (("ru", "ОШИБКА E-024"), ("en", "ERROR E-024")):
        said = type_("--lang", lang, "workflow", "lint", file)
        assert (said.code, says in said.err) == (6, True)
    assert type_("workflow", "lint", file, "--fail-on", "never").code == 0


def test_what_cannot_be_read_at_all_ends_with_another(type_: Type, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_bytes("отчёт".encode("cp1251"))
    assert type_("workflow", "lint", file).code == 1
    assert type_("workflow", "lint", tmp_path / "none.yaml").code == 9
    file.write_text(source("assignment"), encoding="utf-8")
    assert type_("workflow", "lint", file).code == 0
