from __future__ import annotations

import random

import pytest

from engine.definition.reading import read
from engine.definition.soundness import check
from engine.messages import fix, say
from tests.engine.definition.samples import MEETING

SIGNS = "{}[]:,-&*!#'\"\n\t абвXy%@|>?~."


def spoilt(text: str, chance: random.Random) -> str:
    """The text with a few passages cut, signs put in, lines swapped, as tired people do it."""
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text))
        lines = text.split("\n")
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        swapped = list(lines)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        text = chance.choice(
            [
                text[:place] + text[place + chance.randint(1, 12) :],
                text[:place] + chance.choice(SIGNS) + text[place:],
                "\n".join(lines[:one] + lines[one + 1 :]),
                "\n".join(swapped),
            ]
        )
    return text


@pytest.mark.parametrize("seed", range(0, 300, 50))
def test_a_spoilt_definition_gives_problems_with_words_and_places_and_never_an_exception(seed: int) -> None:
    told = 0
    for number in range(seed, seed + 50):
        workflow, problems = read(spoilt(MEETING, random.Random(number)), "meeting.yaml")
        found = (*problems, *(check(workflow) if workflow else ()))
        assert workflow is not None or problems, number
        for problem in found:
            told += 1
            assert problem.where.line > 0, number
            assert say(problem.code, problem.facts, "ru") and say(problem.code, problem.facts, "en")
            assert fix(problem.code, problem.facts, "ru") and fix(problem.code, problem.facts, "en")
    assert told > 25
