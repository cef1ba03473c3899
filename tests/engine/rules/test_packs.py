from __future__ import annotations

import pytest

from engine.problems import Problem, Severity
from engine.rules.pack_rule import PackRule
from engine.rules.packs import read_pack
from tests.engine.rules.kit import TASK

RULE = """# language: ru
Функция: Правила
  @R18 @error
  Сценарий: Срок не раньше решения
    Исправить: проверьте год в сроке ({срок})
    Дано поручение
    Если указан срок
    И срок равен «дата»
    Тогда срок не раньше даты протокола
"""
TWIN = """# language: en
Feature: Rules
  @R18 @error
  Scenario: No deadline before the decision
    Fix: check the year of the deadline ({deadline})
    Given an assignment
    When the deadline is stated
    And the deadline equals "date"
    Then the deadline is not earlier than the date of the protocol
"""


def rules(text: str) -> tuple[PackRule, ...]:
    found, problems = read_pack(text, "rules.feature", TASK)
    assert problems == ()
    return found


def problems(text: str) -> tuple[Problem, ...]:
    return read_pack(text, "rules.feature", TASK)[1]


def problem(text: str) -> Problem:
    found = problems(text)
    assert len(found) == 1, found
    return found[0]


def test_a_scenario_is_a_rule() -> None:
    (rule,) = rules(RULE)
    assert (rule.id, rule.severity, rule.title) == ("R18", Severity.ERROR, "Срок не раньше решения")
    assert rule.subject == "assignment"
    assert [each.form for each in rule.given] == ["count", "compare"]
    assert [each.form for each in rule.then] == ["compare"]
    assert rule.fix == "проверьте год в сроке ({deadline})"
    assert (rule.where.file, rule.where.line) == ("rules.feature", 4)


def test_its_sentences_keep_the_words_and_the_place_that_they_were_written_in() -> None:
    (demand,) = rules(RULE)[0].then
    assert demand.sentence.text == "срок не раньше даты протокола"
    assert demand.sentence.where.line == 9


def test_twins_mean_the_same() -> None:
    assert rules(RULE)[0].meaning == rules(TWIN)[0].meaning


@pytest.mark.parametrize(
    "change",
    [
        ("не раньше", "не позже"),
        ("Если указан срок", "Если указано начало срока"),
        ("({срок})", "({исход})"),
        ("@error", "@note"),
        ("@R18", "@R19"),
    ],
)
def test_a_twin_that_says_otherwise_does_not(change: tuple[str, str]) -> None:
    assert rules(RULE.replace(*change))[0].meaning != rules(TWIN)[0].meaning


def test_a_given_may_have_qualifications() -> None:
    (rule,) = rules(KIND)
    assert rule.subject == "report"
    assert rule.then[0]["subject.1"] == "is kind final"


KIND = """# language: ru
Функция: Правила
  @R1 @note
  Сценарий: Итоговый отчёт
    Дано отчёт вида «итоговый»
    Тогда указан вид
"""


def test_a_sentence_may_be_about_each_of_something_else() -> None:
    text = RULE.replace("Тогда срок не раньше даты протокола", "Тогда у каждого предшественника указана дата закрытия")
    assert rules(text)[0].then[0].subject == "predecessor"


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("@R18 ", ""), "pack-one-id", 4),
        (("@R18 ", "@R18 @R19 "), "pack-one-id", 4),
        (("@error", "@eror"), "pack-one-severity", 4),
        (("@error", "@error @note"), "pack-one-severity", 4),
        (("Дано поручение", "Дано порученье"), "pack-unknown-thing", 6),
        (("Дано поручение", "Дано поручения"), "pack-unknown-thing", 6),
        (("    Дано поручение\n", ""), "pack-one-thing", 4),
        (("Дано поручение", "Дано поручение\n    И протокол"), "pack-one-thing", 7),
        (("{срок}", "{сорок}"), "pack-unknown-blank", 5),
        (("{срок}", "{срок"), "pack-unknown-blank", 5),
        (("{срок}", "{срок.__class__}"), "pack-unknown-blank", 5),
        (("    Тогда срок не раньше даты протокола\n", ""), "pack-no-then", 4),
        (("Тогда срок не раньше", "Тогда срок не раньшее"), "rule-unknown", 9),
        (("Дано поручение", "Дано поручение\n      | срок |"), "pack-no-place", 6),
    ],
)
def test_what_is_not_understood_is_told_with_its_place(change: tuple[str, str], code: str, line: int) -> None:
    found = problem(RULE.replace(*change))
    assert (found.code, found.where.line) == (code, line)


def test_the_nearest_sentence_is_offered_as_it_would_be_written_here() -> None:
    found = problem(RULE.replace("Тогда срок не раньше даты", "Тогда срок нераньше даты"))
    assert found.facts["nearest"] == "срок не раньше даты протокола"
    assert found.facts["sentence"] == "срок нераньше даты протокола"


def test_the_nearest_thing_is_offered() -> None:
    assert problem(RULE.replace("Дано поручение", "Дано порученье")).facts["known"] == "поручение"


def test_all_problems_are_told_at_once() -> None:
    text = RULE.replace("@error", "").replace("Если указан срок", "Если указан срк").replace("{срок}", "{сорок}")
    assert [each.code for each in problems(text)] == ["pack-one-severity", "rule-strange", "pack-unknown-blank"]


def test_a_rule_with_a_problem_is_left_out_and_the_others_stay() -> None:
    second = RULE.split("\n", 2)[2].replace("@R18", "@R19")
    found, told = read_pack(RULE.replace("указан срок", "указан срк") + second, "rules.feature", TASK)
    assert [rule.id for rule in found] == ["R19"]
    assert [each.code for each in told] == ["rule-strange"]


def test_an_id_is_given_once() -> None:
    found = problem(RULE + RULE.split("\n", 2)[2])
    assert (found.code, found.facts["line"]) == ("pack-id-twice", "4")


def test_a_file_without_rules_is_told() -> None:
    assert problem("# language: ru\nФункция: Правила\n").code == "pack-empty"
    assert problem("").code == "pack-empty"


def test_a_clause_may_stand_among_the_tags() -> None:
    assert rules(RULE.replace("@error", "@error @п.2.4")) == rules(RULE)


def test_a_negative_number_in_a_pack_is_a_fault_and_not_a_positive_one() -> None:
    last = "the deadline is not earlier than the date of the protocol"
    found = problem(TWIN.replace(last, "there are at least -2 executors"))
    assert (found.code, found.facts["found"]) == ("rule-no-count", "-2")
    (rule,) = rules(TWIN.replace(last, "there are at least 2 executors"))
    assert rule.then[0]["number"] == "2"
