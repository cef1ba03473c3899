"""Scenes of many things: what is worked out for all of them together is what one finds walking from each."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from engine.rules import comparing, counting, lineage, linked, sides
from engine.rules.judging import judge
from engine.rules.lineage import Way
from engine.rules.tallying import Tally, Window
from engine.rules.thing import Scene, Thing, Value
from engine.rules.verdict import Verdict
from tests.engine.rules.kit import day, scene, thing, understood
from tests.faults.figures import figure

SEEDS = figure(60, 2_000)
KINDS = ("goal", "indicator", "measurement", "conclusion", "recommendation", "measure", "regional_goal", "past_effect")
SENTENCES = tuple(
    understood(sentence)
    for sentence in (
        "у каждой цели есть подтверждение",
        "у каждой меры есть подтверждение вида «отчёт»",
        "у каждой цели есть показатель",
        "у каждого показателя есть цель",
        "у каждой цели есть измерение",
        "у каждой меры есть измерение с датой",
        "у каждой цели с показателем есть не более 2 измерений",
        "у каждой цели без меры нет заключения",
        "у каждого заключения есть ровно 1 рекомендация",
        "до каждой рекомендации есть измерение",
        "до каждого измерения есть измерение",
        "после каждого заключения в течение 20 дней есть рекомендация",
        "после каждой рекомендации есть мера",
        "у каждой цели дата сверки не раньше даты региональной цели",
        "у каждой цели дата сверки позже даты измерения",
        "у каждой меры срок не позже чем через 5 дней после даты измерения",
        "у каждой цели дата региональной цели раньше даты измерения",
        "у каждого показателя общее число не менее значения измерения",
        "у каждого показателя значение измерения меньше общего числа",
        "у каждого показателя общее число не менее 1/2 значения измерения",
        "у каждого показателя общее число не равно значению измерения",
        "дата измерения не раньше даты региональной цели",
    )
)
NUMBERS: tuple[Value, ...] = (1, 2, 3, "2", "1/2", "много", None, True, "", ("1", "2"))


def some_day(chance: random.Random) -> date | None:
    return day("02-01") + timedelta(days=chance.randrange(40)) if chance.random() < 0.9 else None


def by_chance(seed: int) -> Scene:
    """Things linked in any way: with themselves, in rings, with the case, with what is not there, all with one."""
    chance = random.Random(seed)
    ids = [f"{chance.choice(KINDS)}-{n}" for n in range(chance.randrange(2, 40))]
    hub, often = chance.choice(ids), chance.random()
    things = []
    for id in ids:
        links = [chance.choice([*ids, "К-1", "нет-1"]) for _ in range(chance.choice((0, 1, 1, 1, 2, 4)))]
        links += [hub] if chance.random() < often else []
        date_ = some_day(chance) if chance.random() < 0.95 else None
        values = {"date": date_, "checked_on": date_, "deadline": date_, "done_on": date_}
        numbers = {"total": chance.choice(NUMBERS), "value": chance.choice(NUMBERS[:3] if often > 0.5 else NUMBERS)}
        things.append(Thing(id.partition("-")[0], id, {**values, **numbers}, tuple(links), some_day(chance)))
    for n in range(chance.randrange(30)):
        proof = {"kind": chance.choice(("report", "order", None))}
        things.append(Thing("evidence", f"Д-{n}", proof, (chance.choice([*ids, "К-1"]),), some_day(chance)))
    if chance.random() < 0.3:  # the same case may be seen as things of two kinds
        things.append(Thing("past_effect", chance.choice(ids), {}, (chance.choice(ids),), some_day(chance)))
    chance.shuffle(things)
    return scene(thing("cycle", "К-1", "01-01"), *things, ends={"measurement": day("03-01")})


def of_many_from(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (linked, counting, comparing, sides):
        monkeypatch.setattr(module, "FEW", few)
    monkeypatch.setattr(linked, "WALKED", few)


def told(view: Scene) -> list[Verdict]:
    """What every sentence comes to over the same things, of which nothing was worked out before."""
    anew = Scene(view.case, view.things, view.acts, view.roles, view.today, view.ends)
    return [judge(rule, anew) for rule in SENTENCES]


def differing(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, str]]:
    for seed in range(SEEDS):
        view = by_chance(seed)
        of_many_from(10_000, monkeypatch)
        plainly = told(view)
        for few in (-1, 2):
            of_many_from(few, monkeypatch)
            for rule, short, plain in zip(SENTENCES, told(view), plainly, strict=True):
                if short != plain:
                    yield seed, rule.sentence.text


def test_the_short_way_says_what_the_plain_one_says(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(differing(monkeypatch)) == []


def test_the_scenes_are_such_that_each_sentence_holds_in_some_and_fails_in_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    of_many_from(10_000, monkeypatch)
    found = [told(by_chance(seed)) for seed in range(40)]
    for rule, verdicts in zip(SENTENCES, zip(*found, strict=True), strict=True):
        codes = {reason.code for verdict in verdicts for reason in verdict.reasons}
        assert codes - {"reason-no-data"} and any(len(each.reasons) < each.subjects for each in verdicts), (
            rule.sentence.text
        )


def _without_rings(way: Way, ring: list[str]) -> None:
    """Whoever leads to each other is taken for whoever leads nowhere."""
    if len(ring) == 1:
        SETTLE(way, ring)
        return
    for each in ring:
        way._ahead.pop(each)
        way._reached[each] = way._whole[each] = way._own.get(each, ())


def _one_step(kinds: set[str], steps: set[tuple[str, str]]) -> set[str]:
    return {one for one, other in steps if other in kinds}


def _counting_itself(tally: Tally, own: str, window: Window) -> tuple[int, date | None]:
    return WITHIN(tally, "", window)


def _the_first(op: str, left: sides.LongSide, right: sides.LongSide) -> tuple[tuple[Thing, Value], tuple[Thing, Value]]:
    return left.values[0], right.values[0]


SETTLE, WITHIN = Way._settle, Tally.within


@pytest.mark.parametrize(
    ("where", "name", "cut"),
    [
        (Way, "_settle", _without_rings),
        (lineage, "_leading", _one_step),
        (lineage.Together, "__call__", lambda together, several: next(iter(several), ())),
        (Tally, "within", _counting_itself),
        (comparing, "hardest", _the_first),
    ],
    ids=["rings", "leading", "together", "own", "hardest"],
)
def test_a_short_way_that_cuts_a_corner_is_found_out(
    where: object, name: str, cut: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, name, cut)
    assert next(differing(monkeypatch), None) is not None


def test_what_is_too_much_to_be_kept_for_all_is_walked_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = [thing("goal", "goal-0"), *(thing("indicator", f"i-{n}", "", (f"i-{n - 1}",)) for n in range(1, 60))]
    view = scene(thing("cycle", "К-1"), *chain, thing("indicator", "i-0", "", ("goal-0",)))
    rule = understood("у каждого показателя есть показатель")
    plain = judge(rule, view)
    of_many_from(-1, monkeypatch)
    monkeypatch.setattr(lineage, "MOST", 100)
    again = scene(view.case, *view.things)
    assert judge(rule, again) == plain
    last = next(each for each in again.things if each.id == "i-59")
    assert again.lineage.near(last, "indicator") is None
