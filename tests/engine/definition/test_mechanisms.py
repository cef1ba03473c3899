from __future__ import annotations

from engine.definition.mechanisms import read_mechanisms
from engine.definition.workflow import Mechanism, Title

TWO = """\
mechanisms:
  "3.1": {title: {ru: Профилактика, en: Prevention}, aliases: [вакцинация], words: [прививка, ревакцинация]}
  "3.10": {title: {ru: Диспансеризация, en: Check-ups}, words: [осмотр]}
"""


def test_mechanisms_of_any_field_are_read_in_their_order() -> None:
    found, problems = read_mechanisms(TWO, "health.yaml")
    assert problems == ()
    assert found == (
        Mechanism("3.1", Title("Профилактика", "Prevention"), ("вакцинация",), ("прививка", "ревакцинация")),
        Mechanism("3.10", Title("Диспансеризация", "Check-ups"), (), ("осмотр",)),
    )


def test_a_name_of_two_mechanisms_is_told() -> None:
    found, problems = read_mechanisms(
        TWO.replace("words: [осмотр]", "aliases: [Вакцинация], words: [осмотр]"), "h.yaml"
    )
    (problem,) = problems
    assert (problem.code, str(problem.where)) == ("mechanism-twice", "h.yaml:3:3")
    assert len(found) == 2


def test_an_unknown_key_is_refused() -> None:
    _, problems = read_mechanisms(TWO.replace("aliases:", "alaises:"), "h.yaml")
    assert [problem.code for problem in problems] == ["unknown-key"]


def test_what_is_no_list_of_mechanisms_gives_none() -> None:
    assert read_mechanisms("- 1\n", "h.yaml")[0] == ()
    assert read_mechanisms("", "h.yaml")[0] == ()
