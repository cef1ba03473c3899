"""Which gaps a step may have opened or closed, in the cases it touched and in those that look at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.run.asked import KEPT, Asked, asked, asked_of, sentences, speaking
from engine.run.case import Case
from engine.run.changing import WHOLE, Plan, plan
from engine.run.event import Event
from engine.run.looking import PREDECESSOR
from engine.store.gaps import PROTOCOL, Seen, gap_rows, protocol_of, scene_of, scene_with
from engine.store.kept_gaps import KeptGaps, Rows
from engine.store.remembered import Stream

NOTHING = Plan()
Places = dict[int, Asked]


class Written(Seen, Protocol):
    """What has to be known of the other cases, and which gaps are written down."""

    def gaps(self, case: str) -> KeptGaps:
        """The gaps of a case."""
        ...

    def gaps_of(self, case: str, thing: str, places: Iterable[int]) -> Rows:
        """The gaps of one thing in it, as far as some sentences speak of it."""
        ...


class Step(NamedTuple):
    """What happened to a case: how it stood, how it stands, and the entries between."""

    case: str
    before: Case | None
    after: Case | None
    entries: tuple[Event, ...]


def step_of(case: str, old: Stream, new: Stream) -> Step:
    """What the last entries of a stream have done."""
    return Step(case, old.case, new.case, new.history[len(old.history) :])


@dataclass(slots=True)
class Task:
    """What has to be judged again in one case: because of its own entries, and of what it sees of others.

    `over_all` are sentences about all of it; the others are judged for one thing only, a (case, kind) that is seen.
    """

    own: Plan = NOTHING
    over_all: Places = field(default_factory=dict)
    of_things: dict[tuple[str, str], Places] = field(default_factory=dict)


def all_gaps(seen: Seen, id: str) -> Rows:
    """Every gap of a case."""
    case = seen.case(id)
    if case is None:
        return []
    workflow = seen.workflow(case.workflow, case.workflow_version)
    wanted = asked(workflow, case)
    return gap_rows(case, scene_of(seen, case, workflow), wanted) if wanted else []


def judged_again(written: Written, steps: Iterable[Step]) -> Iterator[tuple[Rows, Rows]]:
    """The gaps that are written down and may be others now, case by case, and what they are."""
    tasks: dict[str, Task] = {}
    for step in steps:
        own = _own(written, step)
        if own.new or own.again or own.gone or own.waiting or own.whole:
            tasks.setdefault(step.case, Task()).own = own
        if own.fields or own.whole:
            _of_others(tasks, written, step, own)
    for id, task in tasks.items():
        yield from _judged(written, id, task)


def _own(seen: Seen, step: Step) -> Plan:
    """What a case has to be judged for again because of its own entries."""
    case = step.after
    if case is None:
        return WHOLE
    return plan(seen.workflow(case.workflow, case.workflow_version), step.before, case, step.entries)


def _of_others(tasks: dict[str, Task], written: Written, step: Step, own: Plan) -> None:
    """What the cases have to be judged for again that look at this one."""
    for looker, kind in lookers(written, step):
        case = written.case(looker)
        if case is None:
            continue
        come = own.whole or (kind != PREDECESSOR and PROTOCOL in own.fields)  # or gone to another protocol
        workflow = written.workflow(case.workflow, case.workflow_version)
        for each in looking_at(workflow, kind, None if come else own.fields):
            task = tasks.setdefault(looker, Task())
            places = task.of_things.setdefault((step.case, kind), {}) if each.own(kind) else task.over_all
            places[each.place] = each


def looking_at(workflow: Workflow, kind: str, fields: frozenset[str] | None) -> tuple[Asked, ...]:
    """The sentences that look at these fields of things of a kind; at anything of theirs, if none are named."""
    known = _known(workflow)
    found = known.get((kind, fields))
    if found is None:
        if len(known) >= KEPT:
            known.clear()
        every = [each for each in sentences(workflow) if kind in each.sight.kinds]
        values = None if fields is None else {(kind, name) for name in fields}
        found = tuple(each for each in every if values is None or not values.isdisjoint(each.sight.values))
        known[kind, fields] = found
    return found


@once
def _known(workflow: Workflow) -> dict[tuple[str, frozenset[str] | None], tuple[Asked, ...]]:
    """Which sentences look at what, as far as somebody has wanted to know."""
    return {}


def lookers(seen: Seen, step: Step) -> Iterator[tuple[str, str]]:
    """The cases that look at this one, and as what it stands in them."""
    for case in seen.waiting_for(step.case):
        yield case, PREDECESSOR
    stood, stands = step.before, step.after
    protocol = protocol_of(stands) if stands else ""
    if protocol and stands:
        yield protocol, stands.workflow
    if stood and stood is not stands and (earlier := protocol_of(stood)) not in ("", protocol):
        yield earlier, stood.workflow


def _judged(written: Written, id: str, task: Task) -> Iterator[tuple[Rows, Rows]]:
    case = None if task.own.whole else written.case(id)
    if case is None:
        yield written.gaps(id).all(), all_gaps(written, id)
        return
    workflow = written.workflow(case.workflow, case.workflow_version)
    if task.own is not NOTHING or task.over_all:
        yield from _some(written, case, workflow, task)
        return
    wanted = {each.place for each in asked_of(workflow, case)}
    for (thing, kind), places in task.of_things.items():
        again = [each for place, each in places.items() if place in wanted]
        if again:
            old = written.gaps_of(id, thing, places)
            yield old, gap_rows(case, scene_with(written, case, workflow, thing, kind), speaking(again, case))


def _some(written: Written, case: Case, workflow: Workflow, task: Task) -> Iterator[tuple[Rows, Rows]]:
    """Some sentences over all of a case: those that may turn, those newly asked, those that are asked no more."""
    own = task.own
    again = [*own.again, *_seen_otherwise(workflow, case, task)]
    old: Rows = []
    if again or own.gone or own.waiting:
        kept = written.gaps(case.id)
        again += [each for each in own.waiting if each.place in kept.places and each not in again]
        old = kept.at(own.gone.union([each.place for each in again]))
    now = speaking([*own.new, *again], case)
    new = gap_rows(case, scene_of(written, case, workflow), now) if now else []
    if old or new:
        yield old, new


def _seen_otherwise(workflow: Workflow, case: Case, task: Task) -> Iterator[Asked]:
    """What is asked of a case and may be judged otherwise for what it sees of others alone."""
    if not (task.over_all or task.of_things):
        return
    own = {each.place for each in (*task.own.new, *task.own.again)}
    seen = set(task.over_all).union(*task.of_things.values()) - own
    yield from (each for each in asked_of(workflow, case) if each.place in seen)
