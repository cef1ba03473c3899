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
from engine.rules.natures import ACTS
from engine.rules.rule import Rule
from engine.run.case import Case
from engine.run.looking import PREDECESSOR, Sight, sight

STAGE, ARROW, RECORD, EVERY_ACT = "stage", "arrow", "record", "act"
DUTY = ACTS.name  # a sentence about who acts is judged with the act, and what is done stays as it was judged
Left = Mapping[str, tuple["Leave", ...]]  # what somebody was given leave to pass over, by the sentences
NONE_GIVEN: Left = MappingProxyType({})
NO_SIGHT = Sight()
KEPT = 1_000  # answers about a regulation; there are as many as stages, if none was taken on trust
_WORD = re.compile(r"[^ .]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence and where it stands: it completes a stage, opens an arrow, is a record's own, or is only expected.

    `guards` is 'stage', 'arrow', 'record', or the severity of what is expected; `step` the stage, the trigger or the
    kind. `place` counts the sentences of the regulation. Of the kinds of things in `needed` there has to be something,
    or it says nothing.
    """

    place: int
    guards: str
    step: str
    source: str
    rule: Rule
    sight: Sight
    needed: frozenset[str]

    def own(self, kind: str) -> bool:
        """Whether it judges each thing of a kind by that thing's own values alone."""
        return self.rule.subject == kind and self.sight.its_own


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
    case, known = workflow.lexicon.case or workflow.name, {*workflow.records, PREDECESSOR}
    for place, (guards, step, source, rule) in enumerate(_rules(workflow), 1):
        seen = NO_SIGHT if rule.form == DUTY else sight(rule, case)
        needed = seen.needed & known | ({step} if guards == RECORD and rule.form != DUTY else frozenset())
        yield Asked(place, guards, step, source, rule, seen, needed)


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


def asked(workflow: Workflow, case: Case) -> tuple[Asked, ...]:
    """What is asked by now, and has anything in the case to speak of."""
    return speaking(asked_of(workflow, case), case)


def asked_of(workflow: Workflow, case: Case) -> tuple[Asked, ...]:
    """What is asked by now, of any record that there is."""
    if case.leave:
        return asked_at(workflow, case.stage, case.trusted, given(case).keys())
    known, at = _known(workflow), (case.stage, case.trusted)
    found = known.get(at)
    if found is None:
        if len(known) >= KEPT:
            known.clear()
        found = known[at] = asked_at(workflow, case.stage, case.trusted, frozenset())
    return found


@once
def _known(workflow: Workflow) -> dict[tuple[str, tuple[str, ...]], tuple[Asked, ...]]:
    """What is asked by stage and by the stages taken on trust, as far as somebody has wanted to know."""
    return {}


def speaking(wanted: Iterable[Asked], case: Case) -> tuple[Asked, ...]:
    """The sentences without those that have nothing to say, as there is none of the things that they speak of."""
    there: set[str] | None = None
    found = []
    for each in wanted:
        if each.needed:
            if there is None:
                there = _kinds_in(case)
            if not each.needed <= there:
                continue
        found.append(each)
    return tuple(found)


def _kinds_in(case: Case) -> set[str]:
    """The kinds of the things of a case, as far as sentences need them."""
    there = {record.kind for record in case.records.values()}
    if case.fields.get("predecessors"):
        there.add(PREDECESSOR)
    return there


def asked_at(workflow: Workflow, stage: str, trusted: tuple[str, ...], waived: Set[str]) -> tuple[Asked, ...]:
    """What completes the stages so far and opens the next arrows, what is expected since; of any record that there is.

    A stage that was taken on trust is asked nothing; what somebody gave leave to pass over is asked for ever.
    """
    order = list(workflow.stages)
    so_far = set(order[: order.index(stage) + 1]) - set(trusted)
    return tuple(each for each in sentences(workflow) if _is_asked(each, stage, so_far, waived))


def _is_asked(each: Asked, stage: str, so_far: set[str], waived: Set[str]) -> bool:
    if each.rule.form == DUTY:
        return each.rule.sentence.text in waived
    if each.guards == ARROW:
        return each.source == stage or each.rule.sentence.text in waived
    return each.guards == RECORD or each.step in so_far


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


def given(case: Case) -> Left:
    """The leave of a case by the sentences that it is from."""
    if not case.leave:
        return NONE_GIVEN
    found: dict[str, tuple[Leave, ...]] = {}
    for each in leave(case):
        found[each.text] = (*found.get(each.text, ()), each)
    return found
