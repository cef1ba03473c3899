"""The rules of a protocol, over their examples, in both languages, by two steps: a thing, and a sentence."""

from __future__ import annotations

import pytest
from pytest_bdd import given, scenarios, step
from pytest_bdd.parsers import StepParser

from engine.rules.pack_rule import PackRule
from tests.features.examples import STANDS, TODAY, Example

scenarios("ru/examples/protocol_rules.feature", "en/examples/protocol_rules.feature")


class Sentence(StepParser):
    """A sentence about the day or the rule."""

    def is_matching(self, name: str) -> bool:
        return bool(TODAY.fullmatch(name) or STANDS.fullmatch(name))

    def parse_arguments(self, name: str) -> dict[str, str]:
        return {"sentence": name}


class AThing(StepParser):
    """Anything else that is given: a thing by its name."""

    def is_matching(self, name: str) -> bool:
        return not Sentence(name).is_matching(name)

    def parse_arguments(self, name: str) -> dict[str, str]:
        return {"thing": name}


@pytest.fixture
def example() -> Example:
    """What the scenario tells, step by step."""
    return Example()


@given(AThing("a thing"))
def _thing(example: Example, thing: str, datatable: list[list[str]]) -> None:
    example.given(thing, datatable)


@step(Sentence("a sentence"))
def _sentence(example: Example, sentence: str, rule: PackRule) -> None:
    example.told(sentence)
    if example.wanted is not None:
        holds, since = example.wanted
        verdict = example.verdict(rule)
        assert verdict.holds is holds, [(reason.thing, reason.code) for reason in verdict.reasons]
        assert since is None or {reason.since for reason in verdict.reasons} == {since}
