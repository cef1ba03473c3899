"""Comparisons that leave no value: earlier and later, at least and at most, round a circle, or against a fixed day.

Each comparison is a bound on a difference of two values; a circle of them that comes to less than nothing never holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from engine.definition.guards import plainly, qualities, together
from engine.definition.workflow import Workflow
from engine.problems import Problem
from engine.rules.folding import same_text
from engine.rules.natures import COMPARE
from engine.rules.quantities import day_of, number_of
from engine.rules.rule import Rule

START, ENDS = "start", ("due", "control_due")  # the fields that a term begins and ends with, as everywhere
DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366), "working day": (1, None)}
NOT_MORE, LESS = ("at most", "not later", "less", "earlier"), ("less", "earlier")
NOT_LESS, MORE = ("at least", "not earlier", "more", "later"), ("more", "later")


@dataclass(frozen=True, slots=True)
class Limit:
    """`one` is at most `by` more than `other`, or less than that if `strict`; `rule` is None for what always holds."""

    one: str
    other: str
    by: Fraction
    strict: bool
    rule: Rule | None


def every_comparison_leaves_a_value(workflow: Workflow) -> Iterator[Problem]:
    """No two sentences of one step want a value to be before and after the same."""
    told = set()
    for path, _, found in together(workflow):
        compared = (plainly(workflow, rule) for rule in found if rule.form == COMPARE.name)
        rules = [rule for rule in compared if rule["what"] != rule["other"]]
        for of_one in _together(rules):
            for clash, term in _clashes(of_one):
                if clash in told or not clash:
                    continue
                told.add(clash)
                last = max(clash, key=lambda rule: (rule.sentence.where.line, rule.sentence.where.column))
                sentences = " ↔ ".join(rule.sentence.text for rule in of_one if rule in clash)
                facts = {"sentences": sentences, "path": path}
                code = "term-ends-before-it-starts" if term else "values-contradict"
                yield Problem(last.sentence.where, code, facts=facts)


def _together(rules: list[Rule]) -> Iterator[list[Rule]]:
    """The sentences that speak of one and the same subject: with its qualifications, or with fewer."""
    groups = {(rule.subject, qualities(rule, "subject")): None for rule in rules}
    for subject, of in groups:
        yield [rule for rule in rules if rule.subject == subject and qualities(rule, "subject") <= of]


def _clashes(rules: list[Rule]) -> Iterator[tuple[frozenset[Rule], bool]]:
    """Sets of sentences that never hold together, and whether the order of a term itself is one of the reasons."""
    limits = [limit for rule in rules for limit in _limits(rule)]
    limits += _terms(limits)
    circle = _circle(limits)
    if circle:
        yield _blamed(circle)
    else:
        for rule in rules:
            if rule["op"] == "differs" and (pair := _between(rule)):
                one, other, by = pair
                below = _circle([*limits, Limit(one, other, by, True, rule)])
                above = _circle([*limits, Limit(other, one, -by, True, rule)])
                if below and above:
                    yield _blamed([*below, *above])
    yield from ((clash, False) for clash in _texts(rules))


def _blamed(circle: list[Limit]) -> tuple[frozenset[Rule], bool]:
    return frozenset(limit.rule for limit in circle if limit.rule), any(limit.rule is None for limit in circle)


def _between(rule: Rule) -> tuple[str, str, Fraction] | None:
    """The two values that a sentence compares: both named, or one named and one fixed, which stands by itself."""
    if rule["share"]:
        return None
    if rule["other"]:
        return rule["what"], rule["other"], Fraction(0)
    fixed = _fixed(rule["value"], rule["value type"])
    return None if fixed is None else (rule["what"], f"={rule['value type']}", fixed)


def _fixed(value: str, sort: str) -> Fraction | None:
    if sort == "date":
        day = day_of(value)
        return None if day is None else Fraction(day.toordinal())
    return number_of(value) if sort == "number" else None


def _limits(rule: Rule) -> Iterator[Limit]:
    pair = _between(rule)
    if pair is None:
        return
    one, other, by = pair
    amount, _, unit = rule["period"].partition(" ")
    least, most = DAYS.get(unit, (0, 0))
    op, count = rule["op"], int(amount or 0)
    if op in NOT_MORE and most is not None:
        yield Limit(one, other, by + count * most, op in LESS, rule)
    if op in NOT_LESS:
        yield Limit(other, one, -by - count * least, op in MORE, rule)
    if op == "equals":
        yield Limit(one, other, by, False, rule)
        yield Limit(other, one, -by, False, rule)


def _terms(limits: Iterable[Limit]) -> list[Limit]:
    """A term does not end before it starts, whoever's term it is."""
    names = {name for limit in limits for name in (limit.one, limit.other)}
    owners = {name.removesuffix(START) for name in names if name.rpartition(".")[2] == START}
    pairs = [(owner + START, owner + end) for owner in sorted(owners) for end in ENDS]
    return [Limit(one, other, Fraction(0), False, None) for one, other in pairs if other in names]


def _circle(limits: list[Limit]) -> list[Limit]:
    """A circle of limits that comes to less than nothing, if there is one (Bellman and Ford)."""
    names = sorted({name for limit in limits for name in (limit.one, limit.other)})
    best = dict.fromkeys(names, (Fraction(0), 0))
    through: dict[str, Limit] = {}
    last = ""
    for _ in names:
        last = ""
        for limit in limits:
            total, strict = best[limit.other]
            reached = (total + limit.by, strict - limit.strict)
            if reached < best[limit.one]:
                best[limit.one], through[limit.one], last = reached, limit, limit.one
    if not last:
        return []
    for _ in names:  # what was still moving may hang on the circle; so many steps back lead into it
        last = through[last].other
    circle, name = [through[last]], through[last].other
    while name != last:
        circle.append(through[name])
        name = through[name].other
    return circle


def _texts(rules: list[Rule]) -> Iterator[frozenset[Rule]]:
    """A text that equals two, or equals what it must differ from."""
    said = [rule for rule in rules if rule["value type"] in ("text", "code") and rule["op"] in ("equals", "differs")]
    for n, one in enumerate(said):
        for other in said[n + 1 :]:
            alike = same_text(one["value"], other["value"])
            both = one["op"] == other["op"] == "equals"
            if one["what"] == other["what"] and ((both and not alike) or (alike and one["op"] != other["op"])):
                yield frozenset({one, other})
