"""Doubts at an import: asked once, remembered for the body, applied without asking, listed and withdrawn."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Type

HEAD = "РЕШЕНИЕ\nколлегии отдела озеленения города Липовска\n{day} № {number}\n\nКОЛЛЕГИЯ РЕШИЛА:\n"
ITEMS = (
    "1. Посадить липы.\nОтветственный: Липов И.И.\nСрок: 25.04.2026\n"  # a Saturday
    "2. Полить клёны.\nОтветственный: Клёнов П.П.\nСрок: 15.02.2025\n"  # before the document
)
END = "\nПредседатель коллегии          К.К. Дубов\n"


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    """Two documents of one body, with the same doubts."""
    made = []
    for number, day in (("3", "12.03.2026"), ("4", "13.03.2026")):
        made.append(tmp_path / f"decision-{number}.txt")
        made[-1].write_text(HEAD.format(number=number, day=day) + ITEMS + END, encoding="utf-8")
    return made


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch, at: Type) -> Type:
    """Type a command line with the answers to its questions: the first word is what is typed at them."""

    def typed(answers: str | Path, *words: str | Path) -> object:
        monkeypatch.setattr("sys.stdin", io.StringIO(str(answers)))
        return at(*words)

    return typed  # type: ignore[return-value]


def days(at: Type) -> dict[str, tuple[str, str, str]]:
    """Due day, day of control and its rule, by the ids of the assignments."""
    tasks = at("task list --all --format json").data
    return {task["id"]: (task["due"], task["day"], task["control_rule"]) for task in tasks}


def test_a_number_chooses_and_enter_leaves_it_as_read(papers: list[Path], types: Type, at: Type) -> None:
    said = types("\n1\nда\n", "protocol", "import", papers[0])
    assert said.code == 0
    assert "Пункт 1: срок 25.04.2026 — нерабочий день" in said.err
    assert "[3] пн 27.04.2026" in said.err
    assert days(at)["П-2.1"] == ("2026-04-25", "2026-04-24", "T6")
    assert days(at)["П-2.2"] == ("2027-02-15", "2027-02-15", "")
    assert at("protocol answers --format json").data == []


def test_a_day_may_be_typed_and_what_is_not_understood_is_asked_again(
    papers: list[Path], types: Type, at: Type
) -> None:
    said = types("9\n3\nзавтра\n01.06.2026\nда\n", "protocol", "import", papers[0])
    assert said.code == 0
    assert said.err.count("Не понято") == 2
    assert days(at)["П-2.1"] == ("2026-04-25", "2026-04-27", "answer")
    assert days(at)["П-2.2"][0] == "2026-06-01"


def test_an_answer_is_remembered_applied_shown_and_withdrawn(papers: list[Path], types: Type, at: Type) -> None:
    assert types("3 д\n1\nда\n", "protocol", "import", papers[0]).code == 0
    (answer,) = at("protocol answers --format json").data
    assert (answer["number"], answer["choice"], answer["withdrawn_on"]) == ("1", "day-after", None)
    second = types("1\nда\n", "протокол", "импорт", papers[1])
    assert second.code == 0
    assert "По ответу от" in second.err and "срок в выходной → рабочий день после" in second.err
    assert days(at)["П-3.1"] == ("2026-04-25", "2026-04-27", "answer")
    assert at("протокол ответы --отозвать 1").code == 0
    assert at("protocol answers --format json").data[0]["withdrawn_on"]
    assert at("undo").code == 0  # the withdrawal
    assert at("undo").code == 0  # the second import
    assert at("protocol answers --withdraw 1").code == 0
    assert types("\n\nда\n", "protocol", "import", papers[1]).code == 0
    assert days(at)["П-4.1"][1:] == ("2026-04-24", "T6")


def test_an_answer_holds_for_its_own_body_only(papers: list[Path], types: Type, at: Type, tmp_path: Path) -> None:
    types("3 д\n1\nда\n", "protocol", "import", papers[0])
    other = tmp_path / "other.txt"
    other.write_text(papers[1].read_text("utf-8").replace("Липовска", "Дубравска"), encoding="utf-8")
    assert at("protocol", "import", other, "--yes").code == 0
    assert days(at)["П-3.1"][1:] == ("2026-04-24", "T6")


def test_an_unknown_answer_is_not_withdrawn(at: Type, base: Path) -> None:
    before = base.read_bytes()
    assert at("protocol answers --withdraw 7").code == 9
    assert base.read_bytes() == before


def test_with_nobody_to_ask_what_is_certain_is_recorded_and_the_rest_comes_later(
    papers: list[Path], types: Type, at: Type
) -> None:
    first = at("protocol", "import", papers[0], "--no-input", "--format", "json")
    assert first.code == 0
    assert first.data[0]["left_out"] == ["2"]
    assert "Не записано, пока нет ответа: пункты 2" in first.err
    assert {id for id in days(at) if id.startswith("П-2")} == {"П-2.1"}
    again = at("protocol", "import", papers[0], "--no-input", "--format", "json")
    assert again.data[0]["repeated"] is True
    assert types("\n1\nда\n", "protocol", "import", papers[0]).code == 0
    assert days(at)["П-2.2"][0] == "2027-02-15"
    assert at("protocol", "import", papers[0], "--yes", "--format", "json").data[0]["repeated"] is True


def test_yes_records_all_of_it_as_it_was_read_and_lists_the_doubts(papers: list[Path], at: Type) -> None:
    said = at("protocol", "import", papers[0], "--yes", "--format", "json")
    assert [doubt["code"] for doubt in said.data[0]["doubts"]] == ["deadline-day-off", "deadline-before-document"]
    assert said.data[0]["left_out"] == []
    assert days(at)["П-2.2"][0] == "2025-02-15"


def test_the_answers_are_recorded_with_the_import(papers: list[Path], types: Type, at: Type) -> None:
    types("3 д\n1\nда\n", "protocol", "import", papers[0])
    intents = at("log --intents --format json").data
    assert [intent["what"] for intent in intents][2:] == ["answer.remember", "protocol.import"]
    entries = at("log", "П-2", "--format", "json").data
    kept = entries[0]["data"]["fields"]
    assert [(each["doubt"], each["choice"]) for each in kept["answers"]] == [
        ("deadline-day-off", "day-after"),
        ("deadline-before-document", "next-year"),
    ]
    assert kept["regime"] == "common"
    told = at("log", intents[2]["id"]).out
    assert "срок в выходной" in told and "None" not in told


@pytest.mark.parametrize(
    ("options", "day"),
    [
        ((), "2026-03-26"),  # ten working days from the document's day
        (("--registered", "16.03.2026"), "2026-03-30"),
    ],
)
def test_a_workspace_counts_by_its_regime(
    options: tuple[str, ...], day: str, type_: Type, tmp_path: Path, papers: list[Path]
) -> None:
    base = tmp_path / "regime.resheno"
    assert type_("--db", base, "init", "--regime", "sverdlovsk").code == 0
    paper = tmp_path / "term.txt"
    head = HEAD.format(number="5", day="12.03.2026")
    paper.write_text(f"{head}1. Посадить липы.\nОтветственный: Липов И.И.\nСрок: в течение 10 дней\n{END}", "utf-8")
    assert type_("--db", base, "protocol", "import", paper, "--yes", *options).code == 0
    (task,) = type_("--db", base, "task", "list", "--format", "json").data
    assert (task["day"], task["control_rule"]) == (day, "T2")
    assert task["due"] == "2026-03-22"


def test_a_regime_of_ones_own_is_named_and_one_that_is_not_there_is_not(type_: Type, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("regimes:\n  lipovsk:\n    count: calendar\n    no_term: one_month\n", encoding="utf-8")
    assert type_("--db", tmp_path / "a.resheno", "init", "--regimes", own).code == 0
    assert type_("--db", tmp_path / "b.resheno", "init", "--regime", "lipovks", "--regimes", own).code == 2
    own.write_text("regimes:\n  lipovsk:\n    kount: calendar\n", encoding="utf-8")
    assert type_("--db", tmp_path / "c.resheno", "init", "--regimes", own).code == 1
    assert not (tmp_path / "b.resheno").exists() and not (tmp_path / "c.resheno").exists()


def test_the_source_is_shown_with_what_was_understood(papers: list[Path], type_: Type) -> None:
    said = type_("protocol", "read", papers[0], "--source", "--lang", "en")
    assert said.code == 0
    line = next(each for each in said.out.splitlines() if "Ответственный: Липов" in each)
    assert "executors" in line and "Липов И.И." in line.split("Ответственный")[0]
