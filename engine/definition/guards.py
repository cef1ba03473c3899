"""What has to hold for an arrow, and how many of a thing each of its sentences asks for or allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.definition.workflow import Arrow, Expectation, Workflow
from engine.rules.rule import Rule

COUNTING = ("count", "after", "before")
WINDOW = ("when", "day", "period")


def guards(workflow: Workflow, arrow: Arrow) -> tuple[Rule, ...]:
    """The arrow's own sentences, and for a step to the very next stage those that complete this one."""
    order = list(workflow.stages)
    onward = order.index(arrow.target) == order.index(arrow.source) + 1
    complete = workflow.stages[arrow.source].complete_when if onward else ()
    return (*complete, *arrow.requirements)


def expectations(workflow: Workflow, stage: str = "") -> tuple[Expectation, ...]:
    """What is expected of a case and guards nothing: by one stage, or by all of them in their order.

    An expectation counts from when a case stands in its stage. It may speak of what only later stages bring: its
    verdict is pending until then.
    """
    stages = workflow.stages.values() if not stage else (workflow.stages[stage],)
    return tuple(expectation for each in stages for expectation in each.expects)


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
    """The sentences that count something."""
    for rule in rules:
        if rule.form in COUNTING and (rule["thing"] or rule["field"]):
            number, quantity = int(rule["number"] or 1), rule["quantity"]
            yield Bound(
                rule,
                rule.subject,
                qualities(rule, "subject"),
                rule["thing"] or f".{rule['field']}",
                qualities(rule, "thing"),
                () if rule.form == "count" and not rule["when"] else (rule.form, *(rule[name] for name in WINDOW)),
                number if quantity in ("at least", "exactly") else 0,
                number if quantity in ("at most", "exactly", "no") else None,
            )


def qualities(rule: Rule, slot: str) -> frozenset[str]:
    """The qualifications that a sentence gives its subject, or the thing that it counts."""
    return frozenset(rule[f"{slot}.{nth}"] for nth in (1, 2) if rule[f"{slot}.{nth}"])
