from __future__ import annotations

import pytest

from intake.decisions.actions import ends_with_action, has_action, is_infinitive, starts_with_action


@pytest.mark.parametrize("word", ["провести", "Обеспечить", "отчитаться", "найти", "учесть", "помочь", "разъезжаться"])
def test_an_infinitive_is_known_by_its_ending(word: str) -> None:
    assert is_infinitive(word)


@pytest.mark.parametrize(
    "word", ["область", "деятельность", "сети", "шести", "помощь", "отрасли", "путь", "есть", "часть"]
)
def test_nouns_that_end_alike_are_no_infinitives(word: str) -> None:
    assert not is_infinitive(word)


def test_adverbs_may_stand_before_the_action() -> None:
    assert starts_with_action("систематически проводить осмотр лип")
    assert not starts_with_action("Отделу озеленения проводить осмотр лип")


def test_an_action_is_found_anywhere_and_at_the_end() -> None:
    assert has_action("Отделу озеленения проводить осмотр лип")
    assert not has_action("Осмотр лип отделом озеленения")
    assert ends_with_action("Отделу озеленения обеспечить:")
    assert not ends_with_action("Отделу озеленения обеспечить полив:")
