"""What is told in either language is read back as the same rule."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.messages import Lang
from engine.rules.lexicon import Lexicon
from engine.rules.reading import read
from engine.rules.rule import Rule, Sentence
from engine.rules.telling import tell
from tests.engine.rules.kit import CYCLE, HERE, TASK, meaning, understood
from tests.engine.rules.test_reading import TWINS

DATES = ("date", "moment")
WORDS = ["у", "каждой", "каждого", "цели", "показателя", "есть", "не", "менее", "2", "рост", "срок", "с", "без", "до"]
LANGS: tuple[Lang, Lang] = ("ru", "en")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("lexicon", "ru"), [(twin[0], twin[2]) for twin in TWINS], ids=[twin[2] for twin in TWINS])
def test_every_known_sentence_is_told_and_read_back(lexicon: Lexicon, ru: str, lang: Lang) -> None:
    rule = understood(ru, lexicon)
    assert meaning(understood(tell(rule, lexicon, lang), lexicon)) == meaning(rule)


@pytest.mark.parametrize(
    ("ru", "en"),
    [
        ("у каждой цели есть показатель", "each goal has an indicator"),
        ("у каждого показателя указаны плановые значения", "for each indicator, the targets are stated"),
        (
            "после каждого решения в течение 90 дней есть анализ эффективности",
            "after each decision, within 90 days, there is an effectiveness analysis",
        ),
    ],
)
def test_a_rule_is_told_as_one_would_write_it(ru: str, en: str) -> None:
    rule = understood(ru)
    assert (tell(rule, CYCLE, "ru"), tell(rule, CYCLE, "en")) == (ru, en)


def test_a_rule_whose_names_are_gone_is_told_as_it_was_written() -> None:
    assert tell(understood("у каждой цели есть показатель"), TASK, "ru") == "у каждой цели есть показатель"


def test_a_rule_is_plain_enough_for_json() -> None:
    rule = understood("у каждой меры с датой исполнения есть подтверждение вида «отчёт»")
    kept = json.loads(json.dumps(asdict(rule)))
    assert tuple(tuple(pair) for pair in kept["arguments"]) == rule.arguments


def linked_kinds() -> list[tuple[str, str]]:
    pairs = [(one, other) for one, others in CYCLE.links.items() for other in others]
    return [*pairs, *((other, one) for one, other in pairs)]


@st.composite
def counts(draw: st.DrawFn) -> Rule:
    subject, thing = draw(st.sampled_from(linked_kinds()))
    quantity = draw(st.sampled_from(["at least", "at most", "exactly", "no"]))
    number = 0 if quantity == "no" else draw(st.integers(1, 130))
    form = draw(st.sampled_from(["count", "after", "before"]))
    arguments = [("quantity", quantity), ("number", str(number)), ("thing", thing)]
    with_field = draw(st.sampled_from(["", *CYCLE.attributes.get(subject, {})]))
    if with_field:
        arguments.insert(0, ("subject.1", f"{draw(st.sampled_from(['with', 'without']))} {with_field}"))
    if form == "after" and draw(st.booleans()):
        unit = draw(st.sampled_from(["day", "working day", "week", "month", "year"]))
        arguments.append(("period", f"{draw(st.integers(1, 400))} {unit}"))
    return Rule(form, subject, tuple(arguments), Sentence("", HERE))


NUMBERS = st.integers(-(10**6), 10**6).map(str) | st.integers(-(10**6), 10**6).map(lambda n: f"{n}.5")


@st.composite
def comparisons(draw: st.DrawFn) -> Rule:
    kind = draw(st.sampled_from([kind for kind, found in CYCLE.attributes.items() if kind != "cycle" and found]))
    what = draw(st.sampled_from([found for found in CYCLE.attributes[kind].values() if not found.values]))
    start = [("what", what.name.code), ("type", what.type)]
    if what.type in DATES:
        op = draw(st.sampled_from(["earlier", "not earlier", "later", "not later", "equals", "differs"]))
        value = [("value", draw(st.dates()).isoformat()), ("value type", "date")]
    elif what.type == "number":
        op = draw(st.sampled_from(["at least", "at most", "more", "less", "equals"]))
        value = [("value", draw(NUMBERS)), ("value type", "number")]
    else:
        op = draw(st.sampled_from(["contains", "starts", "equals", "differs"]))
        text = draw(
            st.text(st.sampled_from("абвгд ёжXyz19-–,."), min_size=1, max_size=200).map(lambda t: " ".join(t.split()))
        )
        value = [("value", f"т{text}"), ("value type", "text")]
    return Rule("compare", kind, (*start, ("op", op), *value), Sentence("", HERE))


@settings(max_examples=150, deadline=None)
@given(rule=counts() | comparisons(), lang=st.sampled_from(LANGS))
def test_whatever_is_told_is_read_back(rule: Rule, lang: Lang) -> None:
    told = tell(rule, CYCLE, lang)
    found = read(told, CYCLE, HERE)
    assert isinstance(found, Rule), (told, found)
    assert meaning(found) == meaning(rule)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=450))
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    found = read(text, TASK, HERE)
    assert isinstance(found, Rule) or found.where == HERE


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=25,
    )
)
def test_no_heap_of_known_words_breaks_the_reader(words: list[str]) -> None:
    found = read(" ".join(words), CYCLE, HERE)
    assert isinstance(found, Rule) or found.code
