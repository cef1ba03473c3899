"""A sentence is read once and then asked: it goes by the very rule, and what was forgotten is read again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.rules import judging
from engine.rules.judging import judge, reasons_ever
from engine.rules.lazily import lazily
from engine.rules.rule import Rule, Sentence
from engine.rules.verdict import Holds
from tests.engine.rules.kit import HERE, scene, thing, understood

CASE = thing("cycle", "К-1")
GOAL, OTHER = thing("goal", "ЦЛ-1", "01-10"), thing("goal", "ЦЛ-2", "01-10", grounds="анализ")
STATED = "у каждой цели указано обоснование"


def test_two_rules_of_one_meaning_say_each_its_own_words() -> None:
    rule = understood(STATED)
    twin = replace(rule, sentence=Sentence("for each goal, the grounds are stated", HERE))
    over = scene(CASE, GOAL)
    for each in (rule, twin, rule):
        assert judge(each, over).reasons[0].facts["what"] == each.sentence.text


def test_a_rule_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Rule] = []
    count = judging.JUDGES["count"]
    monkeypatch.setitem(judging.JUDGES, "count", lambda rule: read.append(rule) or count(rule))  # type: ignore[func-returns-value]
    rule = understood(STATED)
    for over in (scene(CASE, GOAL), scene(CASE, OTHER), scene(CASE)):
        judge(rule, over)
        reasons_ever(rule, over)
    assert len(read) == 1


def test_more_rules_than_are_kept_are_judged_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "KEPT", 2)
    over = scene(CASE, GOAL, OTHER)
    rules = [understood(text) for text in (STATED, "есть цель", "нет цели", "есть не менее 3 целей")]
    expected = [Holds.VIOLATED, Holds.SATISFIED, Holds.VIOLATED, Holds.PENDING]
    for _ in range(2):
        assert [judge(rule, over).holds for rule in rules] == expected
    assert len(judging._READY) <= 2


def test_a_rule_that_is_gone_leaves_its_place_to_no_other() -> None:
    over = scene(CASE, GOAL)
    for needed in range(200):
        rule = Rule(
            "count", "", (("quantity", "at least"), ("number", str(needed)), ("thing", "goal")), Sentence("", HERE)
        )
        assert (judge(rule, over).holds is Holds.SATISFIED) == (needed <= 1)


def test_a_part_is_made_once_when_it_is_looked_at() -> None:
    class Whole:
        made = 0

        @lazily
        def part(self) -> list[int]:
            self.made += 1
            return [self.made]

    whole = Whole()
    assert whole.made == 0
    assert whole.part is whole.part
    assert (whole.made, Whole().part) == (1, [1])
