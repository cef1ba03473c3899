"""Names are declined once and matched exactly; names that sentences cannot use are reported."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from engine.rules.book import _OPENED, KEPT, book, check_names, is_plural_en, plural_en
from engine.rules.lexicon import Name
from engine.rules.spelling import spelled
from tests.engine.rules.kit import CYCLE, HERE, fields

ROOT = Path(__file__).parents[3]


def test_a_form_knows_its_name_case_and_what_agrees_with_it() -> None:
    found = list(book(CYCLE, "ru").at(("региональной", "цели", "есть"), 0, "kind"))
    assert {(form.code, form.case, form.agreement) for form in found} >= {("regional_goal", "gen", "f")}
    assert list(book(CYCLE, "ru").at(("региональный", "цель"), 0, "kind")) == []


def test_the_forms_of_a_name_can_be_shown() -> None:
    forms = spelled(Name("executor", "ответственный исполнитель", "executor", forms={"ins": "ответисполнителем"}))
    assert (forms["gen"], forms["nom.pl"]) == ("ответственного исполнителя", "ответственные исполнители")
    assert (forms["few"], forms["ins"]) == ("ответственных исполнителя", "ответисполнителем")


def test_a_name_that_nobody_can_decline_is_reported_unless_its_forms_are_given() -> None:
    bare = replace(CYCLE, kinds={**CYCLE.kinds, "school": Name("school", "ШНОР", "weak school")})
    assert [problem.facts["name"] for problem in check_names(bare, HERE)] == ["ШНОР"]
    given = Name("school", "ШНОР", "weak school", forms={"gen": "ШНОР"})
    assert check_names(replace(CYCLE, kinds={**CYCLE.kinds, "school": given}), HERE) == ()


@pytest.mark.parametrize(
    ("ru", "en", "also_ru"), [("Метод", "way", ()), ("способ", "method", ()), ("способ", "way", ("показатели",))]
)
def test_two_names_with_one_form_are_reported(ru: str, en: str, also_ru: tuple[str, ...]) -> None:
    twice = replace(CYCLE, kinds={**CYCLE.kinds, "way": Name("way", ru, en, also_ru)})
    assert [problem.code for problem in check_names(twice, HERE)] == ["name-twice"]
    assert check_names(CYCLE, HERE) == ()


def test_fields_of_different_kinds_may_share_a_name() -> None:
    more = {**CYCLE.attributes, "order": fields(("date", "дата", "date", "date"))}
    assert check_names(replace(CYCLE, attributes=more), HERE) == ()


@pytest.mark.parametrize(
    ("title", "plural"),
    [
        ("goal", "goals"),
        ("body", "bodies"),
        ("day", "days"),
        ("unit of measurement", "units of measurement"),
        ("effectiveness analysis", "effectiveness analyses"),
        ("responsible person", "responsible people"),
        ("targets", "targets"),
        ("status", "statuses"),
        ("item taken note of", "items taken note of"),
        ("deadline as written", "deadlines as written"),
        ("person in charge", "people in charge"),
    ],
)
def test_an_english_title_has_its_plural(title: str, plural: str) -> None:
    assert plural_en(title) == plural
    assert is_plural_en(plural) or plural.endswith("is")


def test_judging_needs_no_dictionary() -> None:
    code = "import sys, engine.rules.judging; sys.exit('pymorphy3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads that give way to each other after every few steps."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("restless")
def test_many_threads_read_their_definitions_beside_each_other() -> None:
    few = replace(CYCLE, kinds={"goal": CYCLE.kinds["goal"]}, attributes={}, roles={}, stages={}, triggers={})

    def opened(n: int) -> str:
        own = replace(few, kinds={"goal": Name(f"goal{n}", "цель", "goal")})
        return next(book(own, "en").at(("goal",), 0, "kind")).code

    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(opened, range(12_000))) == [f"goal{n}" for n in range(12_000)]
    assert len(_OPENED) <= KEPT
