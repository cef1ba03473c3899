"""What has to hold for an arrow, and how many of a thing each of its sentences asks for or allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.definition.workflow import Arrow, Workflow
from engine.rules.rule import Rule

COUNTING = ("count", "after", "before")
WINDOW = ("when", "day", "period")


def guards(workflow: Workflow, arrow: Arrow) -> tuple[Rule, ...]:
    """The arrow's own sentences, and for a step to the very next stage those that complete this one."""
    order = list(workflow.stages)
    onward = order.index(arrow.target) == order.index(arrow.source) + 1
    complete = workflow.stages[arrow.source].complete_when if onward else ()
    return (*complete, *arrow.requirements)


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


def demanded(rules: Iterable[Rule], there: Mapping[str, int]) -> dict[str, tuple[int, tuple[Rule, ...]]]:
    """How many of each kind there must be for the sentences to hold, and the chain of sentences that says so.

    `there` are the kinds of which something is known to be there already: «у каждой цели» speaks of nobody before that.
    """
    found: dict[str, tuple[int, tuple[Rule, ...]]] = {}
    asking = [bound for bound in bounds(rules) if bound.least and not bound.thing.startswith(".") and not bound.of]
    changed = True
    while changed:
        changed = False
        for bound in asking:
            chain = found[bound.subject][1] if bound.subject in found else ()
            spoken_of = not bound.subject or chain or there.get(bound.subject)
            if spoken_of and bound.least > found.get(bound.thing, (0,))[0]:
                found[bound.thing] = (bound.least, (*chain, bound.rule))
                changed = True
    return found


def surely_there(workflow: Workflow) -> Mapping[str, Mapping[str, int]]:
    """Stage → how many of each kind any case must have that has come to it, whichever way it came.

    Records are never removed, so what one arrow asked for is there at every later one.
    """
    there: dict[str, dict[str, int]] = {workflow.start: {}}
    changed = True
    while changed:
        changed = False
        for arrow in workflow.arrows:
            if arrow.source not in there:
                continue
            brought = dict(there[arrow.source])
            for kind, (least, _) in demanded(guards(workflow, arrow), brought).items():
                brought[kind] = max(least, brought.get(kind, 0))
            known = there.get(arrow.target)
            met = brought if known is None else {k: min(n, brought[k]) for k, n in known.items() if k in brought}
            if met != known:
                there[arrow.target] = met
                changed = True
    return there
