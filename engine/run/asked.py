"""Which sentences of its regulation are asked of a case by now, and what each of them looks at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.rules.rule import Rule
from engine.run.case import Case

STAGE, ARROW, RECORD, EVERY_ACT = "stage", "arrow", "record", "act"
DUTY = "acts"  # a sentence about who acts is judged with the act, and what is done stays as it was judged
ITS_OWN = frozenset({"count", "compare", "apart", "among", "trend"})
NONE_GIVEN: Mapping[str, tuple[Leave, ...]] = MappingProxyType({})
WAITING = frozenset({"count", "after"})
_WORD = re.compile(r"[^ .]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence and where it stands: it completes a stage, opens an arrow, is a record's own, or is only expected.

    `guards` is 'stage', 'arrow', 'record', or the severity of what is expected; `step` the stage, the trigger or the
    kind. `place` counts the sentences of the regulation; `words` are the names of all that it looks at.
    """

    place: int
    guards: str
    step: str
    source: str
    rule: Rule
    words: frozenset[str]
    linking: bool  # whether it looks along links from one thing to another
    waiting: bool  # whether what is missing may still come, until the end of its stage or of the case

    def own(self, kind: str) -> bool:
        """Whether it judges each thing of a kind by that thing's own values alone."""
        rule = self.rule
        return rule.subject == kind and rule.form in ITS_OWN and not self.linking and not rule["when"]


@once
def sentences(workflow: Workflow) -> tuple[Asked, ...]:
    """All that a regulation asks, in its order.

    What was done stays as it was judged, so a sentence about who acts asks a case nothing, unless by somebody's leave.
    """
    return tuple(_sentences(workflow))


@once
def words_of(workflow: Workflow) -> frozenset[str]:
    """The names of all that any sentence of a regulation looks at, those about who acts too."""
    return frozenset().union(*(_words(rule) for _, _, _, rule in _rules(workflow)))


def _sentences(workflow: Workflow) -> Iterator[Asked]:
    for place, (guards, step, source, rule) in enumerate(_rules(workflow), 1):
        if rule.form == DUTY:
            yield Asked(place, guards, step, source, rule, frozenset(), False, False)
        else:
            waiting = rule.form in WAITING and rule["thing"] != ""
            yield Asked(place, guards, step, source, rule, _words(rule), _looks_along_links(rule), waiting)


def _words(rule: Rule) -> frozenset[str]:
    return frozenset(_WORD.findall(" ".join((rule.subject, *(value for _, value in rule.arguments)))))


def _rules(workflow: Workflow) -> Iterator[tuple[str, str, str, Rule]]:
    for name, stage in workflow.stages.items():
        yield from ((STAGE, name, name, rule) for rule in stage.complete_when)
        yield from ((each.severity.value, name, name, each.rule) for each in stage.expects)
    for arrow in workflow.arrows:
        yield from ((ARROW, arrow.trigger, arrow.source, rule) for rule in arrow.requirements)
    for kind in workflow.records.values():
        yield from ((RECORD, kind.name, "", rule) for rule in kind.requirements)
    yield from ((EVERY_ACT, "", "", rule) for rule in workflow.duties)


def _looks_along_links(rule: Rule) -> bool:
    """Whether the subject and what is looked for are two things; the case has all things without any link."""
    if rule.form not in ITS_OWN:
        return True
    paths = (rule["what"], rule["other"], rule["day"])
    others = (rule["thing"], *(path.rpartition(".")[0] for path in paths))
    qualities = (rule[f"{slot}.{nth}"] for slot in ("subject", "thing") for nth in (1, 2))
    return any(others) or any(" linked " in f" {quality} " for quality in qualities)


def asked(workflow: Workflow, case: Case) -> tuple[Asked, ...]:
    """What is asked by now: what completes the stages so far and opens the next arrows, what is expected since.

    A stage that was taken on trust is asked nothing; what somebody gave leave to pass over is asked for ever.
    """
    waived = given(case).keys()
    if waived or asks_of_records(workflow):
        return _asked(workflow, case, waived)
    known = _known(workflow)
    at = (case.stage, case.trusted)
    if at not in known:
        known[at] = _asked(workflow, case, waived)
    return known[at]


@once
def _known(workflow: Workflow) -> dict[tuple[str, tuple[str, ...]], tuple[Asked, ...]]:
    """What is asked by stage and by the stages taken on trust, as far as somebody has wanted to know."""
    return {}


@once
def asks_of_records(workflow: Workflow) -> bool:
    """Whether a kind of records has sentences of its own, so that what is asked goes by the records there are."""
    return any(each.guards == RECORD and each.rule.form != DUTY for each in sentences(workflow))


def _asked(workflow: Workflow, case: Case, waived: Set[str]) -> tuple[Asked, ...]:
    order = list(workflow.stages)
    so_far = set(order[: order.index(case.stage) + 1]) - set(case.trusted)
    return tuple(each for each in sentences(workflow) if _is_asked(each, case, so_far, waived))


def _is_asked(each: Asked, case: Case, so_far: set[str], waived: Set[str]) -> bool:
    if each.rule.form == DUTY:
        return each.rule.sentence.text in waived
    if each.guards == ARROW:
        return each.source == case.stage or each.rule.sentence.text in waived
    if each.guards == RECORD:
        return any(record.kind == each.step for record in case.records.values())
    return each.step in so_far


@dataclass(frozen=True, slots=True)
class Leave:
    """What somebody was given leave to pass over, for what; the day it was made use of, and the last that it counts."""

    text: str
    thing: str
    day: date
    until: date


def leave(case: Case) -> Iterator[Leave]:
    """All leave that was made use of; a step made again without any has none."""
    last = {(move.trigger, move.source, move.target): move for move in case.moves}
    for move in last.values():
        waived = move.data.get("waived")
        yield from _leave(case.id, move.told.happened_on, waived if isinstance(waived, list) else ())
    for record in case.records.values():
        yield from _leave(record.id, record.told.happened_on, record.waived)


def _leave(thing: str, day: date, waived: Iterable[Any]) -> Iterator[Leave]:
    for each in waived:
        if each.get("until"):
            yield Leave(str(each["requirement"]), thing, day, date.fromisoformat(str(each["until"])))


def given(case: Case) -> Mapping[str, tuple[Leave, ...]]:
    """The leave of a case by the sentences that it is from."""
    if not any("waived" in move.data for move in case.moves) and not any(it.waived for it in case.records.values()):
        return NONE_GIVEN  # as nearly always, and asked at every step
    found: dict[str, tuple[Leave, ...]] = {}
    for each in leave(case):
        found[each.text] = (*found.get(each.text, ()), each)
    return found
