"""Sentences that can never hold together, or say nothing: too many and too few of a thing, nobody left to act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from engine.definition.guards import Bound, bounds, demanded, guards, surely_there
from engine.definition.workflow import Arrow, Workflow
from engine.problems import Problem
from engine.rules.rule import Rule


def no_count_contradicts_another(workflow: Workflow) -> Iterator[Problem]:
    """At least three and at most one: of one thing, at one step, or of what an earlier step has asked for."""
    there, told = surely_there(workflow), set[tuple[object, ...]]()
    for arrow in workflow.arrows:
        rules = guards(workflow, arrow)
        for problem in (*_pairs(arrow, rules), *_overfull(workflow, arrow, rules, there.get(arrow.source, {}))):
            key = (problem.where, problem.facts["first"], problem.facts["second"])
            if key not in told:
                told.add(key)
                yield problem


def _pairs(arrow: Arrow, rules: tuple[Rule, ...]) -> Iterator[Problem]:
    counted = list(bounds(rules))
    for one, other in combinations(counted, 2):
        for low, high in ((one, other), (other, one)):
            if _same_things(low, high) and high.most is not None and low.least > high.most:
                yield _contradiction(arrow, low.rule, high.rule)
                break


def _same_things(low: Bound, high: Bound) -> bool:
    """Whether all that the one asks for is among what the other allows only so many of."""
    same = low.subject == high.subject and low.thing == high.thing
    nested = low.of <= high.of or high.of <= low.of
    return same and nested and high.which <= low.which and high.window in ((), low.window)


def _overfull(workflow: Workflow, arrow: Arrow, rules: tuple[Rule, ...], there: Mapping[str, int]) -> Iterator[Problem]:
    """More than is allowed is there already, or is asked for by a chain of sentences."""
    asked = demanded(rules, there)
    for high in bounds(rules):
        if high.subject or high.of or high.which or high.window or high.most is None:
            continue
        least, chain = asked.get(high.thing, (0, ()))
        if there.get(high.thing, 0) > high.most:
            facts = {**_facts(arrow, high.rule, high.rule), "kind": high.thing, "there": str(there[high.thing])}
            yield Problem(high.rule.sentence.where, "requirement-too-late", facts=facts)
        elif least > high.most and chain[-1].subject:  # what is asked for at once was compared in pairs
            yield _contradiction(arrow, chain[-1], high.rule)


def _contradiction(arrow: Arrow, one: Rule, other: Rule) -> Problem:
    return Problem(other.sentence.where, "requirements-contradict", facts=_facts(arrow, one, other))


def _facts(arrow: Arrow, one: Rule, other: Rule) -> dict[str, str]:
    way = f"{arrow.source} → {arrow.target}"
    return {"first": one.sentence.text, "second": other.sentence.text, "path": way, "stage": arrow.source}


def no_requirement_is_about_itself(workflow: Workflow) -> Iterator[Problem]:
    """A comparison of a thing with itself either never holds or says nothing."""
    for rule, path in _every_rule(workflow):
        if rule["what"] and rule["what"] == rule["other"]:
            facts = {"requirement": rule.sentence.text, "path": path}
            yield Problem(rule.sentence.where, "compared-with-itself", facts=facts)


def no_term_is_of_no_days(workflow: Workflow) -> Iterator[Problem]:
    """«В течение 0 дней» leaves nobody any time."""
    for rule, path in _every_rule(workflow):
        amount = rule["period"].partition(" ")[0]
        if rule.form in ("count", "after") and amount.isdecimal() and int(amount) == 0:
            facts = {"requirement": rule.sentence.text, "path": path}
            yield Problem(rule.sentence.where, "term-of-no-days", facts=facts)


def _every_rule(workflow: Workflow) -> Iterator[tuple[Rule, str]]:
    """Each sentence of a definition once, with the stage or the way that it stands at."""
    told = set()
    stages = [(rule, stage.name) for stage in workflow.stages.values() for rule in stage.complete_when]
    ways = [(rule, f"{arrow.source} → {arrow.target}") for arrow in workflow.arrows for rule in arrow.requirements]
    for rule, path in (*stages, *ways):
        if rule not in told:
            told.add(rule)
            yield rule, path


def somebody_may_take_every_arrow(workflow: Workflow) -> Iterator[Problem]:
    """Whoever holds the arrow's role must not be shut out by a sentence about who acts."""
    told = set()
    for arrow in workflow.arrows:
        acts = [rule for rule in guards(workflow, arrow) if rule.form == "acts" and not rule["role of"]]
        acts = [rule for rule in acts if rule["act"] in ("*", arrow.trigger)]
        only = {rule["role"]: rule for rule in acts if rule["who"] == "only"}
        for rule in acts:
            shut_out = rule["who"] == "not" and (rule["role"] == arrow.role or rule["role"] in only)
            if shut_out and rule not in told:
                told.add(rule)
                first = only[rule["role"]].sentence.text if rule["role"] in only else f"role: {arrow.role}"
                facts = {**_facts(arrow, rule, rule), "first": first, "role": rule["role"], "trigger": arrow.trigger}
                yield Problem(rule.sentence.where, "role-shut-out", facts=facts)
