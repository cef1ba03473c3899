"""Which gaps a step may have opened or closed, in the cases it touched and in those that look at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from engine.definition.workflow import Workflow
from engine.run.asked import Asked, asked, given, sentences, words_of
from engine.run.case import Case
from engine.run.changing import Changed, changed, turning
from engine.run.event import Event
from engine.store.gaps import PREDECESSOR, PROTOCOL, Seen, gap_rows, scene_of, scene_with
from engine.store.journal import Row
from engine.store.remembered import Stream

Rows = list[Row]


class Written(Seen, Protocol):
    """What has to be known of the other cases, and which gaps are written down."""

    def gaps(self, case: str, thing: str = "") -> Rows:
        """The gaps of a case; of one thing in it, if that is named."""
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
    """What has to be judged again in one case: all of it, some sentences, or some sentences for one thing only."""

    whole: bool = False
    places: dict[int, Asked] = field(default_factory=dict)
    of_things: dict[tuple[str, str], dict[int, Asked]] = field(default_factory=dict)  # by (case, kind) seen
    ends_of: Case | None = None  # how it stood before the days changed until which something may be waited for


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
    changes = [(step, _own(tasks, written, step)) for step in steps]
    for step, change in changes:
        if change.whole or change.fields:
            _of_others(tasks, written, step, change)
    for id, task in tasks.items():
        yield from _judged(written, id, task)


def _own(tasks: dict[str, Task], seen: Seen, step: Step) -> Changed:
    """What a case has to be judged for again because of its own entries."""
    case = step.after
    if case is None:
        tasks[step.case] = Task(whole=True)
        return Changed(whole=True)
    workflow = seen.workflow(case.workflow, case.workflow_version)
    change = changed(workflow, step.before, step.entries)
    turned = {each.place: each for each in turning(workflow, change)}
    turned |= _left(workflow, step.before, case)
    if change.whole or turned or change.ends:
        tasks[step.case] = Task(change.whole, turned, ends_of=step.before if change.ends else None)
    return change


def _left(workflow: Workflow, before: Case | None, after: Case) -> dict[int, Asked]:
    """What somebody has been given leave to pass over, or is bound by again."""
    was, now = given(before) if before else {}, given(after)
    if was == now:
        return {}
    texts = {text for text in {**was, **now} if was.get(text) != now.get(text)}
    return {each.place: each for each in sentences(workflow) if each.rule.sentence.text in texts}


def _of_others(tasks: dict[str, Task], written: Written, step: Step, change: Changed) -> None:
    """What the cases have to be judged for again that look at this one."""
    for looker, kind in lookers(written, step):
        task = tasks.get(looker) or Task()
        case = None if task.whole else written.case(looker)
        if case is None:
            continue
        workflow = written.workflow(case.workflow, case.workflow_version)
        for each in sentences(workflow) if kind in words_of(workflow) else ():
            if kind in each.words and (change.whole or not change.fields.isdisjoint(each.words)):
                places = task.of_things.setdefault((step.case, kind), {}) if each.own(kind) else task.places
                places[each.place] = each
                tasks[looker] = task


def lookers(seen: Seen, step: Step) -> Iterator[tuple[str, str]]:
    """The cases that look at this one, and as what it stands in them."""
    for case in seen.waiting_for(step.case):
        yield case, PREDECESSOR
    for case, workflow in dict.fromkeys((_protocol(it), it.workflow) for it in (step.before, step.after) if it):
        if case:
            yield case, workflow


def _protocol(case: Case) -> str:
    return str({**case.subject, **case.fields}.get(PROTOCOL) or "")


def _judged(written: Written, id: str, task: Task) -> Iterator[tuple[Rows, Rows]]:
    case = None if task.whole else written.case(id)
    if case is None:
        yield written.gaps(id), all_gaps(written, id)
        return
    workflow = written.workflow(case.workflow, case.workflow_version)
    wanted = {each.place: each for each in asked(workflow, case)}
    if task.places or task.ends_of:
        yield from _some(written, case, workflow, task, wanted)
        return
    for (thing, kind), places in task.of_things.items():
        again = [each for place, each in places.items() if place in wanted]
        if again:
            old = [row for row in written.gaps(id, thing) if row["place"] in places]
            yield old, gap_rows(case, scene_with(written, case, workflow, thing, kind), again)


def _some(
    written: Written, case: Case, workflow: Workflow, task: Task, wanted: Mapping[int, Asked]
) -> Iterator[tuple[Rows, Rows]]:
    """Some sentences over all of a case: those that may turn, those newly asked, those that are asked no more."""
    again = set(task.places).union(*task.of_things.values())
    if task.ends_of:
        again |= {each.place for each in asked(workflow, task.ends_of)} ^ wanted.keys()
    waiting = {each.place for each in wanted.values() if each.waiting} if task.ends_of else set[int]()
    if not again and not waiting:
        return
    old = written.gaps(case.id)
    again |= {row["place"] for row in old if row["place"] in waiting}
    now = [each for place, each in wanted.items() if place in again]
    if again:
        new = gap_rows(case, scene_of(written, case, workflow), now) if now else []
        yield [row for row in old if row["place"] in again], new
