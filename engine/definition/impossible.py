"""Sentences that can never hold where they stand, whatever anybody does: judged one by one, or two by two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from engine.definition.contradictions import contradiction
from engine.definition.guards import Bound, bounds, every_rule, guards, plainly, qualities, together
from engine.definition.workflow import Arrow, Field, Workflow
from engine.graph import Graph
from engine.problems import Problem
from engine.rules.lexicon import Lexicon
from engine.rules.natures import ACTS, AMONG, APART, BEFORE, COUNT
from engine.rules.reach import reaches, reaches_its_own
from engine.rules.rule import Rule

SEVERAL = ("people", "list", "series")  # types of fields that hold more than one value
WITH_LINKED = "with linked "


def no_required_field_has_to_be_empty(workflow: Workflow) -> Iterator[Problem]:
    """What must be stated of each thing of a kind cannot be missing."""
    for rule, path in every_rule(workflow):
        field = _field(workflow, rule)
        none = rule["quantity"] == "no" or (rule["quantity"] in ("at most", "exactly") and rule["number"] == "0")
        if rule.form == COUNT.name and none and field is not None and field.required:
            facts = {"requirement": rule.sentence.text, "path": path, "field": field.name}
            yield Problem(rule.sentence.where, "required-and-forbidden", facts=facts)


def nothing_is_asked_for_that_cannot_be_there(workflow: Workflow) -> Iterator[Problem]:
    """A goal that no goal points to has no goal, a day is one value: who asks for more holds up every case."""
    for rule, path in every_rule(workflow):
        for bound in bounds((rule,)):
            most = _room(workflow, bound)
            if most is not None and bound.least > most:
                facts = {"requirement": rule.sentence.text, "path": path, "most": str(most)}
                yield Problem(rule.sentence.where, "never-so-many" if most else "never-linked", facts=facts)


def _room(workflow: Workflow, bound: Bound) -> int | None:
    """How many of a thing a subject can have at the very most, by what they are; None where nothing limits it."""
    lexicon = workflow.lexicon
    owner = bound.subject or lexicon.case
    if bound.thing.startswith("."):
        attribute = lexicon.attributes.get(owner, {}).get(bound.thing[1:])
        return 1 if attribute is not None and attribute.type not in SEVERAL else None
    if bound.thing == lexicon.case:
        return 0 if owner == lexicon.case else 1
    linked = [quality.rpartition(" ")[2] for quality in bound.which if quality.startswith(WITH_LINKED)]
    if not all(_can_be_linked(lexicon, bound.thing, other) for other in linked):
        return 0
    # What comes before a thing may be anything of the case, one that came on the same day too.
    return None if bound.rule.form == BEFORE.name or _can_be_linked(lexicon, owner, bound.thing) else 0


def _can_be_linked(lexicon: Lexicon, one: str, other: str) -> bool:
    return reaches_its_own(lexicon, one) if one == other else reaches(lexicon, one, other)


def nobody_stands_among_those_he_is_apart_from(workflow: Workflow) -> Iterator[Problem]:
    """All of A among B, and nobody in both: only nobody at all, and that is no data."""
    told = set()
    for path, stage, rules in together(workflow):
        lists = [plainly(workflow, rule) for rule in rules if rule.form in (APART.name, AMONG.name)]
        for apart, among in permutations(lists, 2):
            same = apart.subject == among.subject and {apart["what"], apart["other"]} == {among["what"], among["other"]}
            nested = qualities(apart, "subject") <= qualities(among, "subject")
            nested = nested or qualities(among, "subject") <= qualities(apart, "subject")
            if (apart.form, among.form) == (APART.name, AMONG.name) and same and nested and (apart, among) not in told:
                told.add((apart, among))
                yield contradiction(path, stage, among, apart)


def nobody_is_shut_out_by_what_was_done_before(workflow: Workflow) -> Iterator[Problem]:
    """«Проводит не председатель» never holds behind an arrow that only the chair takes and no case goes round."""
    told = set()
    for arrow in workflow.arrows:
        for rule in (*guards(workflow, arrow), *workflow.duties):
            if rule.form != ACTS.name or rule["role of"] or rule["who"] != "not" or rule in told:
                continue
            acts = [one for one in workflow.arrows if rule["act"] in ("*", one.trigger, one.act)]
            done = [one for one in acts if one.role == rule["role"]]
            before = [one for one in done if one.source != arrow.source]
            if arrow not in done and before and not _goes_round(workflow, before, arrow.source):
                told.add(rule)
                yield _acted(workflow, rule, arrow, before)


def _acted(workflow: Workflow, rule: Rule, arrow: Arrow, before: list[Arrow]) -> Problem:
    graph = Graph(tuple(workflow.stages), tuple((one.source, one.target) for one in workflow.arrows))
    ways = graph.path(workflow.start, arrow.source)
    taken = next((one for one in before if one.source in ways), before[0])
    facts = {"requirement": rule.sentence.text, "path": " → ".join((*ways, arrow.target)), "role": rule["role"]}
    return Problem(rule.sentence.where, "role-acted-before", facts={**facts, "trigger": taken.trigger})


def _goes_round(workflow: Workflow, without: list[Arrow], stage: str) -> bool:
    """Whether a case may come to a stage although nobody takes these arrows."""
    left = tuple((one.source, one.target) for one in workflow.arrows if one not in without)
    return stage in Graph(tuple(workflow.stages), left).reachable(workflow.start)


def _field(workflow: Workflow, rule: Rule) -> Field | None:
    """The field that a sentence counts, of the case or of a kind of record."""
    kind = rule.subject
    fields = workflow.records[kind].fields if kind in workflow.records else {} if kind else workflow.fields
    return fields.get(rule["field"])
