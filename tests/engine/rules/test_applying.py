from __future__ import annotations

from engine.rules.applying import apply
from engine.rules.pack_rule import PackRule
from engine.rules.packs import read_pack
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Holds
from tests.engine.rules.kit import CYCLE, day, scene, thing

CASE = thing("cycle", "К-1", "01-10")


def rule(*steps: str, given: str = "показатель") -> PackRule:
    lines = "\n".join(f"    {step}" for step in steps)
    text = f"# language: ru\nФункция: П\n  @R1 @error\n  Сценарий: С\n    Дано {given}\n{lines}\n"
    (found,), problems = read_pack(text, "x.feature", CYCLE)
    assert problems == ()
    return found


def at(*things: Thing) -> Scene:
    return scene(CASE, CASE, *things, ends=dict.fromkeys(("goal", "indicator", "method"), day("01-31")))


UNIT = thing("indicator", "ПК-1", "02-01", unit="%")
BARE = thing("indicator", "ПК-2", "02-01")


def test_each_thing_is_judged() -> None:
    verdict = apply(rule("Тогда указана единица измерения"), at(UNIT, BARE))
    assert (verdict.holds, verdict.subjects) == (Holds.VIOLATED, 2)
    assert [reason.thing for reason in verdict.reasons] == ["ПК-2"]


def test_a_condition_leaves_out_whom_the_rule_does_not_concern() -> None:
    verdict = apply(rule("Если указана единица измерения", "Тогда есть метод"), at(UNIT, BARE))
    assert verdict.subjects == 1
    assert [reason.thing for reason in verdict.reasons] == ["ПК-1"]


def test_whom_no_condition_lets_in_is_not_judged() -> None:
    verdict = apply(rule("Если указана единица измерения", "Тогда есть метод"), at(BARE))
    assert (verdict.holds, verdict.subjects) == (Holds.SATISFIED, 0)


def test_several_conditions_must_all_hold() -> None:
    both = rule("Если указана единица измерения", "И указано пояснение", "Тогда есть метод")
    assert apply(both, at(UNIT)).subjects == 0
    assert apply(both, at(thing("indicator", "ПК-3", "02-01", unit="%", note="да"))).subjects == 1


def test_a_condition_about_linked_things_asks_about_ones_own() -> None:
    goal = thing("goal", "ЦЛ-1", "02-01", grounds="анализ")
    other = thing("goal", "ЦЛ-2", "02-01")
    mine, theirs = (thing("indicator", f"ПК-{n}", "02-01", (f"ЦЛ-{n}",)) for n in (1, 2))
    asked = rule("Если у каждой цели указано обоснование", "Тогда указана единица измерения")
    verdict = apply(asked, at(goal, other, mine, theirs))
    assert [reason.thing for reason in verdict.reasons] == ["ПК-1"]


def test_a_demand_about_linked_things_is_theirs_alone() -> None:
    goals = (thing("goal", "ЦЛ-1", "02-01"), thing("goal", "ЦЛ-2", "02-01"))
    mine = thing("indicator", "ПК-1", "02-01", ("ЦЛ-1",), unit="%")
    asked = rule("Если указана единица измерения", "Тогда у каждой цели указано обоснование")
    assert [reason.thing for reason in apply(asked, at(*goals, mine)).reasons] == ["ЦЛ-1"]


def test_a_given_with_a_qualification_is_about_those_only() -> None:
    qualified = rule("Тогда есть метод", given="показатель без пояснения")
    explained = thing("indicator", "ПК-3", "02-01", note="да")
    verdict = apply(qualified, at(UNIT, explained))
    assert [reason.thing for reason in verdict.reasons] == ["ПК-1"]
    assert verdict.subjects == 1


def test_the_case_itself_may_be_given() -> None:
    verdict = apply(rule("Тогда указан период", given="цикл"), at())
    assert (verdict.holds, verdict.subjects, verdict.reasons[0].thing) == (Holds.VIOLATED, 1, "К-1")


def test_scenes_judged_in_turn_do_not_mix() -> None:
    """The index of the last scene is kept, and belongs to that scene alone."""
    asked = rule("Тогда есть метод")
    bare, done = at(UNIT), at(UNIT, thing("method", "МТ-1", "02-01", ("ПК-1",)))
    assert [apply(asked, each).holds for each in (bare, done, bare, done)] == [Holds.VIOLATED, Holds.SATISFIED] * 2


def test_a_pack_over_many_things_does_not_take_the_square_of_their_number() -> None:
    many = at(*(thing("indicator", f"ПК-{n}", "02-01", (f"ЦЛ-{n}",)) for n in range(3_000)))
    assert len(apply(rule("Тогда у каждого показателя есть цель"), many).reasons) == 3_000
