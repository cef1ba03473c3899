"""The page about rules shows a pack that is understood, and a table that the vocabulary backs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from engine.audit.rules import check_protocol, read_protocol_pack
from engine.problems import Problem
from engine.protocol import ItemKind
from engine.rules.reading import read
from engine.rules.rule import Rule
from engine.rules.vocabulary import FORMS
from tests.engine.rules.kit import CYCLE, HERE, TASK
from tests.office import item, protocol

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")


def pack() -> str:
    found = re.search(r"```gherkin\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


def test_the_pack_of_the_page_is_understood() -> None:
    rules, problems = read_protocol_pack(pack(), "rules.md")
    assert problems == ()
    assert [rule.id for rule in rules] == ["О1", "О2"]


def test_it_finds_what_it_says() -> None:
    rules, _ = read_protocol_pack(pack(), "rules.md")
    plan = item("2", "Утвердить план", kind=ItemKind.APPROVE)
    paper = protocol(
        (item("1", due=date(2025, 12, 1)), plan, replace(plan, path="3", text="Утвердить план (приложение)"))
    )
    found = check_protocol(paper, rules, date(2026, 11, 23))
    assert [(each.rule, each.path) for each in found] == [("О1", "1"), ("О2", "2")]
    assert found[0].fix == "проверьте год в сроке пункта 1: написано 01.12.2025"


def test_the_page_counts_the_forms_right() -> None:
    assert len({form.name for form in FORMS}) == 9
    assert "nine forms" in PAGE


def test_every_thing_that_the_page_names_is_there() -> None:
    named = PAGE.split("names every thing and field:")[1].split(".")[0].replace("\n", " ").split(", ")
    for thing in named:
        text = (
            f"# language: ru\nФункция: П\n  @О1 @note\n  Сценарий: С\n    Дано {thing.strip()}\n    Тогда есть вопрос\n"
        )
        _, problems = read_protocol_pack(text, "x.feature")
        assert not [problem for problem in problems if problem.code == "pack-unknown-thing"], thing


def test_the_sentences_that_the_page_tells_of_are_read_or_refused_as_it_says() -> None:
    for said in ("у каждой меры со сроком есть анализ эффективности", "у каждой цели есть показатель"):
        assert isinstance(read(said, CYCLE, HERE), Rule)
    for said, code in (
        ("у каждого показатель есть цель", "rule-wrong-ending"),
        ("у каждой цели есть показатель и есть метод", "rule-joined"),
    ):
        problem = read(said, CYCLE, HERE)
        assert isinstance(problem, Problem) and problem.code == code
    refused = read("Ни у одного поручения срок не раньше даты протокола", TASK, HERE)
    assert isinstance(refused, Problem) and refused.facts["nearest"].startswith("у каждого поручения")
    assert "Ни у одного поручения срок не раньше даты протокола" in PAGE
