"""What has to hold for an arrow, and how many of a thing each of its sentences asks for or allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import NamedTuple

from engine.definition.workflow import OFFICE, Arrow, Expectation, Workflow
from engine.rules.acting import ANY, AUTHOR
from engine.rules.natures import ACTS, COUNT, NATURES
from engine.rules.quantities import number_of
from engine.rules.reach import reaches_its_own
from engine.rules.rule import Rule

PATHS = ("what", "other")
WINDOW = ("when", "day", "period")
NOT_YET = ("equals", "differs", "not later", "earlier")  # a moment that has not come lies after today


def guards(workflow: Workflow, arrow: Arrow) -> tuple[Rule, ...]:
    """The arrow's own sentences, and for a step to the very next stage those that complete this one."""
    order = list(workflow.stages)
    onward = order.index(arrow.target) == order.index(arrow.source) + 1
    complete = workflow.stages[arrow.source].complete_when if onward else ()
    return (*complete, *arrow.requirements)


def concerning(rules: Iterable[Rule], *names: str) -> tuple[Rule, ...]:
    """Those of the sentences that can say anything of an act of these names: one about other acts, it never breaks."""
    return tuple(rule for rule in rules if rule.form != ACTS.name or rule["act"] in (ANY, *names))


class Demands(NamedTuple):
    """The sentences that an act is judged by.

    «… не R» on a role of the office is broken by nobody as long as nobody has held R: `unheld` are the sentences
    without those, and `roles` are what they speak of. `of_case` says that one of them asks more than who holds which
    role of the office: whom the case names, who made it, how it stands.
    """

    rules: tuple[Rule, ...]
    unheld: tuple[Rule, ...]
    roles: tuple[str, ...]
    of_case: bool


def demands(workflow: Workflow, rules: Iterable[Rule], *names: str) -> Demands:
    """What those of the sentences ask that can say anything of an act of these names."""
    every = concerning(rules, *names)
    unheld = tuple(rule for rule in every if not _on_former_holders(workflow, rule))
    roles = dict.fromkeys(rule["role"] for rule in every if rule not in unheld)
    of_case = any(rule["role of"] or not _of_office(workflow, rule) for rule in every)
    return Demands(every, unheld, tuple(roles), of_case)


def _on_former_holders(workflow: Workflow, rule: Rule) -> bool:
    return rule["who"] == "not" and _of_office(workflow, rule)


def _of_office(workflow: Workflow, rule: Rule) -> bool:
    """Whether a sentence is about who acts, by a role that the office gives."""
    if rule.form != ACTS.name or rule["role"] == AUTHOR:
        return False
    known = workflow.roles.get(rule["role"])
    return known is None or known.held_by == OFFICE


def expectations(workflow: Workflow, stage: str = "") -> tuple[Expectation, ...]:
    """What is expected of a case and guards nothing: by one stage, or by all of them in their order.

    An expectation counts from when a case stands in its stage. It may speak of what only later stages bring: its
    verdict is pending until then.
    """
    stages = workflow.stages.values() if not stage else (workflow.stages[stage],)
    return tuple(expectation for each in stages for expectation in each.expects)


def together(workflow: Workflow) -> Iterator[tuple[str, str, tuple[Rule, ...]]]:
    """The sentences that have to hold at once: at each arrow, and of each stage with what it expects besides.

    With the way or the stage at which they stand, and the stage.
    """
    for arrow in workflow.arrows:
        yield f"{arrow.source} → {arrow.target}", arrow.source, guards(workflow, arrow)
    for name, stage in workflow.stages.items():
        if stage.expects:
            yield name, name, (*stage.complete_when, *(expected.rule for expected in stage.expects))


def every_rule(workflow: Workflow) -> Iterator[tuple[Rule, str]]:
    """Each sentence of a definition once, with the stage, the way or the kind of record that it stands at."""
    told = set()
    stages = [(rule, stage.name) for stage in workflow.stages.values() for rule in stage.complete_when]
    stages += [(expected.rule, expected.stage) for expected in expectations(workflow)]
    ways = [(rule, f"{arrow.source} → {arrow.target}") for arrow in workflow.arrows for rule in arrow.requirements]
    kinds = [(rule, kind.name) for kind in workflow.records.values() for rule in kind.requirements]
    for rule, path in (*stages, *ways, *kinds, *((rule, workflow.name) for rule in workflow.duties)):
        if rule not in told:
            told.add(rule)
            yield rule, path


@dataclass(frozen=True, slots=True)
class Bound:
    """A sentence as numbers: each subject has at least `least` and at most `most` (None: any number) of a thing.

    `thing` is a kind of thing, or '.name' for a field of the subject. `of` and `which` are the qualifications of the
    subject and of the thing; `window` is when the thing has to come, empty if at any time.
    """

    rule: Rule
    subject: str
    of: frozenset[str]
    thing: str
    which: frozenset[str]
    window: tuple[str, ...]
    least: int
    most: int | None


def bounds(rules: Iterable[Rule]) -> Iterator[Bound]:
    """The sentences that count something, and those that need a value to be there before they can hold."""
    for rule in rules:
        yield from _values(rule)
        if NATURES[rule.form].counts and (rule["thing"] or rule["field"]):
            number, quantity = int(rule["number"] or 1), rule["quantity"]
            yield Bound(
                rule,
                rule.subject,
                qualities(rule, "subject"),
                rule["thing"] or f".{rule['field']}",
                qualities(rule, "thing"),
                () if rule.form == COUNT.name and not rule["when"] else (rule.form, *(rule[name] for name in WINDOW)),
                number if quantity in ("at least", "exactly") else 0,
                number if quantity in ("at most", "exactly", "no") else None,
            )


def _values(rule: Rule) -> Iterator[Bound]:
    """What a sentence about values says of how many there are: a missing one is no data, so the sentence waits."""
    if not NATURES[rule.form].values:
        return
    sizes: list[tuple[int, int | None]] = [(1, None)] if rule["type"] != "moment" or rule["op"] in NOT_YET else []
    if rule["type"] in ("people", "list") and rule["value type"] == "number" and not rule["share"]:
        sizes.append(_sizes(rule["op"], rule["value"]))
    for name, found in ((rule["what"], sizes), (rule["other"], [(1, None)] * (rule["other type"] != "moment"))):
        for least, most in found if name and "." not in name else ():
            yield Bound(rule, rule.subject, qualities(rule, "subject"), f".{name}", frozenset(), (), least, most)


def _sizes(op: str, value: str) -> tuple[int, int | None]:
    """People count as their number: «докладчики не менее 3»."""
    limit = number_of(value)
    if limit is None:
        return 0, None
    below, above = ceil(limit) - 1, floor(limit) + 1
    return {
        "at least": (ceil(limit), None),
        "more": (above, None),
        "at most": (0, floor(limit)),
        "less": (0, below),
        "equals": (ceil(limit), floor(limit)),
    }.get(op, (0, None))


def plainly(workflow: Workflow, rule: Rule) -> Rule:
    """The same sentence with its subject's own fields named as such: «дата дела» of a case is its «дата».

    What a record of a kind that is linked with its own kind says of that kind, it says of the others.
    """
    owner = rule.subject or workflow.lexicon.case
    if reaches_its_own(workflow.lexicon, owner):
        return rule
    told = ((name, said.removeprefix(f"{owner}.") if name in PATHS else said) for name, said in rule.arguments)
    return replace(rule, arguments=tuple(told))


def qualities(rule: Rule, slot: str) -> frozenset[str]:
    """The qualifications that a sentence gives its subject, or the thing that it counts."""
    return frozenset(rule[f"{slot}.{nth}"] for nth in (1, 2) if rule[f"{slot}.{nth}"])
