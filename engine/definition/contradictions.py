"""Sentences that can never hold together, or say nothing: too many and too few of a thing, nobody left to act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from engine.definition.guards import Bound, bounds, every_rule, guards, plainly, together
from engine.definition.workflow import Arrow, Workflow
from engine.problems import Problem
from engine.rules.natures import ACTS, NATURES
from engine.rules.rule import Rule


def no_count_contradicts_another(workflow: Workflow) -> Iterator[Problem]:
    """At least three and at most one of one thing at one step: of any single subject that is meant."""
    told = set[tuple[Rule, Rule]]()
    for path, stage, rules in together(workflow):
        for low, high in _pairs(rules):
            if (low, high) not in told:
                told.add((low, high))
                yield contradiction(path, stage, low, high)


def _pairs(rules: tuple[Rule, ...]) -> Iterator[tuple[Rule, Rule]]:
    for one, other in combinations(bounds(rules), 2):
        for low, high in ((one, other), (other, one)):
            if _same_things(low, high) and high.most is not None and low.least > high.most:
                yield low.rule, high.rule


def _same_things(low: Bound, high: Bound) -> bool:
    """Whether all that the one asks for is among what the other allows only so many of."""
    same = low.subject == high.subject and low.thing == high.thing
    nested = low.of <= high.of or high.of <= low.of
    return same and nested and high.which <= low.which and high.window in ((), low.window)


def contradiction(path: str, stage: str, low: Rule, high: Rule) -> Problem:
    """Two sentences of one step: the one asks for more than the other allows."""
    return Problem(high.sentence.where, "requirements-contradict", facts=_facts(path, stage, low, high))


def too_late(arrow: Arrow, high: Rule, kind: Mapping[str, str], there: int) -> Problem:
    """A sentence that allows less than earlier steps have asked for: records are never removed."""
    facts = {**_facts(way_of(arrow), arrow.source, high, high), **kind, "there": str(there)}
    return Problem(high.sentence.where, "requirement-too-late", facts=facts)


def way_of(arrow: Arrow) -> str:
    """An arrow as the way that it is."""
    return f"{arrow.source} → {arrow.target}"


def _facts(path: str, stage: str, one: Rule, other: Rule) -> dict[str, str]:
    return {"first": one.sentence.text, "second": other.sentence.text, "path": path, "stage": stage}


def no_requirement_is_about_itself(workflow: Workflow) -> Iterator[Problem]:
    """A comparison of a thing with itself either never holds or says nothing."""
    for rule, path in every_rule(workflow):
        plain = plainly(workflow, rule)
        if plain["what"] and plain["what"] == plain["other"]:
            facts = {"requirement": rule.sentence.text, "path": path}
            yield Problem(rule.sentence.where, "compared-with-itself", facts=facts)


def no_term_is_of_no_days(workflow: Workflow) -> Iterator[Problem]:
    """«В течение 0 дней» leaves nobody any time."""
    for rule, path in every_rule(workflow):
        amount = rule["period"].partition(" ")[0]
        if NATURES[rule.form].waits and amount.isdecimal() and int(amount) == 0:
            facts = {"requirement": rule.sentence.text, "path": path}
            yield Problem(rule.sentence.where, "term-of-no-days", facts=facts)


def somebody_may_take_every_arrow(workflow: Workflow) -> Iterator[Problem]:
    """Whoever holds the arrow's role must not be shut out by a sentence about who acts."""
    told = set()
    for arrow in workflow.arrows:
        rules = (*guards(workflow, arrow), *workflow.duties)
        acts = [rule for rule in rules if rule.form == ACTS.name and not rule["role of"]]
        acts = [rule for rule in acts if rule["act"] in ("*", arrow.trigger, arrow.act)]
        only = {rule["role"]: rule for rule in acts if rule["who"] == "only"}
        for rule in acts:
            shut_out = rule["who"] == "not" and (rule["role"] == arrow.role or rule["role"] in only)
            if shut_out and rule not in told:
                told.add(rule)
                first = only[rule["role"]].sentence.text if rule["role"] in only else f"role: {arrow.role}"
                facts = {
                    **_facts(way_of(arrow), arrow.source, rule, rule),
                    "first": first,
                    "role": rule["role"],
                    "trigger": arrow.trigger,
                }
                yield Problem(rule.sentence.where, "role-shut-out", facts=facts)
