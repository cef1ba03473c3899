from __future__ import annotations

import pytest

from engine.definition.shipped import mechanisms
from engine.definition.workflow import Mechanism

BOTH_GROUPS = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4"]


def test_there_are_eight_in_two_groups() -> None:
    assert [one.code for one in mechanisms()] == BOTH_GROUPS


@pytest.mark.parametrize("mechanism", mechanisms(), ids=lambda one: str(one.code))
def test_each_has_its_names_and_the_words_it_is_recognised_by(mechanism: Mechanism) -> None:
    assert mechanism.title.ru and mechanism.title.en
    assert mechanism.aliases
    assert len(mechanism.words) >= 5


def test_no_phrase_stands_for_two_mechanisms() -> None:
    said = [(word.casefold(), one.code) for one in mechanisms() for word in dict.fromkeys(one.words)]
    phrases = [word for word, _ in said]
    assert sorted({word for word in phrases if phrases.count(word) > 1}) == []
