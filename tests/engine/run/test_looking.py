"""What a sentence looks at, told from the sentence alone."""

from __future__ import annotations

import pytest

from engine.definition.shipped import shipped
from engine.problems import Where
from engine.rules.rule import Rule, Sentence
from engine.run.asked import Asked, sentences
from engine.run.looking import Sight, sight


def asked(workflow: str, text: str) -> Asked:
    """A sentence of a shipped regulation."""
    return next(each for each in sentences(shipped(workflow)) if each.rule.sentence.text == text)


def seen(workflow: str, text: str) -> Sight:
    return asked(workflow, text).sight


def test_a_path_looks_at_the_values_of_the_kind_that_it_names_and_of_no_other() -> None:
    found = seen("assignment", "начало работы не раньше даты закрытия предшественника")
    assert found.kinds == {"assignment", "predecessor"}
    assert found.values == {("assignment", "begun"), ("predecessor", "closed")}


def test_a_quality_looks_at_a_value() -> None:
    found = seen("assignment", "у каждого поручения вида «поручение» без исхода дата отчёта не позже срока")
    assert found.values == {("assignment", name) for name in ("kind", "outcome", "reported", "due")}


def test_a_name_looks_at_the_code_and_the_name() -> None:
    rule = Rule("count", "stage", (("subject.1", "named goals"), ("field", "due")), Sentence("x", Where("x", 1)))
    assert sight(rule, "cycle").values == {("stage", "code"), ("stage", "name"), ("stage", "due")}


@pytest.mark.parametrize(
    ("workflow", "text", "walking"),
    [
        ("management_cycle", "у каждой цели есть показатель", True),
        ("management_cycle", "у каждой цели есть подтверждение", False),
        ("management_cycle", "есть цель", False),
        ("assignment", "срок не раньше срока предшественника", False),
    ],
)
def test_links_are_walked_from_a_record_to_another_one(workflow: str, text: str, walking: bool) -> None:
    assert seen(workflow, text).walking is walking


def test_something_may_be_waited_for_where_things_are_counted_and_not_where_values_are() -> None:
    assert seen("management_cycle", "у каждой цели есть показатель").waits_for == "indicator"
    assert seen("management_cycle", "у каждой цели указано обоснование").waits_for == ""


def test_where_there_is_no_subject_and_nothing_to_compare_with_a_sentence_has_nothing_to_say() -> None:
    assert asked("management_cycle", "у каждой цели есть показатель").needed == {"goal"}
    assert asked("assignment", "срок не раньше срока предшественника").needed == {"predecessor"}
    assert asked("management_cycle", "есть цель").needed == frozenset()


def test_each_assignment_of_a_protocol_is_judged_by_its_own_values() -> None:
    assert asked("protocol", "у каждого поручения указан исход").own("assignment")
    assert not asked("management_cycle", "у каждой цели есть показатель").own("goal")


def test_who_acts_is_no_thing() -> None:
    assert seen("assignment", "снимает с контроля не исполнитель") == Sight()
