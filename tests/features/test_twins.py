"""Every feature file has its twin in the other language, scenario for scenario, equal as values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.audit.rules import shipped_pack
from engine.rules.pack_rule import PackRule
from engine.rules.verdict import Holds
from tests.features.desk_words import understood
from tests.features.examples import FEATURES, Example, example_of, scenarios_of

EXAMPLES = "examples/protocol_rules.feature"


def files(lang: str) -> list[str]:
    return sorted(str(file.relative_to(FEATURES / lang)) for file in (FEATURES / lang).rglob("*.feature"))


def examples(lang: str) -> list[tuple[str, Example]]:
    return [example_of(scenario) for scenario in scenarios_of(f"{lang}/{EXAMPLES}")]


def test_file_for_file() -> None:
    assert files("ru") == files("en")
    assert EXAMPLES in files("ru")


def test_the_rules_mean_the_same() -> None:
    assert [rule.meaning for rule in shipped_pack("ru")] == [rule.meaning for rule in shipped_pack("en")]


def test_another_sign_or_another_blank_is_another_meaning() -> None:
    """The comparison of twins can fail: rules of one pack differ among themselves."""
    meanings = [rule.meaning for rule in shipped_pack("ru")]
    assert len(set(meanings)) == len(meanings)


def test_the_examples_give_and_want_the_same() -> None:
    assert examples("ru") == examples("en")


@pytest.mark.parametrize("rule", shipped_pack("ru"), ids=lambda rule: rule.id)
def test_every_rule_is_seen_kept_by_something_and_broken(rule: PackRule) -> None:
    own = [example for id, example in examples("ru") if id == rule.id]
    assert {example.wanted[0] for example in own if example.wanted} >= {Holds.SATISFIED, Holds.VIOLATED}
    assert any(example.verdict(rule).subjects for example in own if example.wanted == (Holds.SATISFIED, None))


@pytest.mark.parametrize("file", ["assignment.feature", "cycle.feature", "duties.feature"])
def test_what_happens_at_the_desk_is_the_same(file: str) -> None:
    assert told(f"ru/{file}") == told(f"en/{file}")


def told(path: str) -> list[list[tuple[str, object, tuple[tuple[str, ...], ...]]]]:
    """Each step as what it means, with the cells of its table below the titles."""
    return [
        [(step.sort, understood(step.text), step.rows[1:]) for step in scenario.steps]
        for scenario in scenarios_of(path)
    ]


def stands_as_wanted(rule: PackRule) -> bool:
    """Whether all examples of a rule stand as they say."""
    own = [example for id, example in examples("ru") if id == rule.id]
    return all(example.wanted and example.verdict(rule).holds is example.wanted[0] for example in own)


@pytest.mark.parametrize("rule", shipped_pack("ru"), ids=lambda rule: rule.id)
def test_no_sentence_of_a_rule_is_idle(rule: PackRule) -> None:
    """Without any one of its conditions or demands, some example of the rule would stand otherwise."""
    assert stands_as_wanted(rule)
    for place, sentence in enumerate(rule.given):
        less = replace(rule, given=rule.given[:place] + rule.given[place + 1 :])
        assert not stands_as_wanted(less), sentence.sentence.text
    for place, sentence in enumerate(rule.then):
        less = replace(rule, then=rule.then[:place] + rule.then[place + 1 :])
        assert not stands_as_wanted(less), sentence.sentence.text


def test_every_example_is_of_a_rule() -> None:
    assert {id for id, _ in examples("ru")} == {rule.id for rule in shipped_pack("ru")}
