"""Tags of feature files are ids of rules, not marks of pytest; the steps of a scenario find their rule by them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytest_bdd.parser import Feature, Scenario

from engine.audit.rules import shipped_pack
from engine.messages import Lang
from engine.rules.pack_rule import PackRule

SCENARIO = pytest.StashKey[tuple[Lang, frozenset[str]]]()


def pytest_bdd_apply_tag(tag: str, function: Callable[..., object]) -> bool:
    """Pytest is told nothing of a tag."""
    return True


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
    """Keep the language and the tags where the steps can see them."""
    lang: Lang = "ru" if feature.language == "ru" else "en"
    request.node.stash[SCENARIO] = (lang, frozenset(scenario.tags))


@pytest.fixture
def rule(request: pytest.FixtureRequest) -> PackRule:
    """The rule that the scenario is an example of, as the pack of its own language has it."""
    lang, tags = request.node.stash[SCENARIO]
    (found,) = (rule for rule in shipped_pack(lang) if rule.id in tags)
    return found
