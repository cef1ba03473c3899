"""What the entries of a step may have changed for the sentences of a regulation: judged again is only what may turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.rules.reach import EVIDENCE
from engine.run.asked import NONE_GIVEN, Asked, Left, asked_at, given
from engine.run.case import Case
from engine.run.event import Event
from engine.run.looking import PREDECESSOR, Sight
from engine.run.scene import LAST_DAYS
from engine.run.things import CLOSED

KEPT = 1_000  # plans of a regulation; a step by hand is one of a few dozen
Change = tuple[str, ...]  # what an entry is, and the names in it: no ids, no values, so that few are different
Texts = frozenset[str]  # of sentences that somebody was given leave to pass over
Kind = tuple[str, str, tuple[str, ...], frozenset[Change], tuple[Texts, Texts, Texts]]  # of steps that have one plan
NO_LEAVE: tuple[Texts, Texts, Texts] = (frozenset(), frozenset(), frozenset())


class Plan(NamedTuple):
    """What has to be judged after a step, whatever the values are.

    `asked` are the sentences that are asked from now on and those that may turn; at `places` something may be written
    that is no more so, of those and of what is not asked any longer. What is `waiting` is judged again where something
    is missing, for the last day moves. `judges` says whether there is anything of this. `fields` are those of the case
    that are not what they were, `left` is the leave that was given in it. `whole` is a case that was opened, taken
    over, taken back or brought back.
    """

    asked: tuple[Asked, ...] = ()
    places: frozenset[int] = frozenset()
    waiting: tuple[Asked, ...] = ()
    judges: bool = False
    fields: frozenset[str] = frozenset()
    left: Left = NONE_GIVEN
    whole: bool = False


WHOLE = Plan(judges=True, whole=True)


@dataclass(frozen=True, slots=True)
class Changed:
    """`kinds` of things of which there are more or others now, and `values` (kind and field) that are others.

    `links` says that one thing was linked with another; `ends` are the kinds for which one waits until another day, and
    `fields` those of the case itself.
    """

    kinds: frozenset[str] = frozenset()
    values: frozenset[tuple[str, str]] = frozenset()
    links: bool = False
    ends: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()

    def turns(self, sight: Sight) -> bool:
        """Whether a sentence that sees so much may be judged otherwise now."""
        if self.links and sight.walking:
            return True
        return not (self.kinds.isdisjoint(sight.kinds) and self.values.isdisjoint(sight.values))


def plan(workflow: Workflow, before: Case | None, after: Case, entries: Iterable[Event]) -> Plan:
    """What has to be judged after these entries of one case: looked up, once somebody has wanted to know."""
    changes = _changes(after, entries) if before is not None else None
    if before is None or changes is None:
        return WHOLE
    if after.leave:  # it is never taken back but with the whole step
        return _with_leave(workflow, before, after, changes)
    step = (before.stage, after.stage, after.trusted, changes, NO_LEAVE)
    return _known(workflow).get(step) or _made(workflow, step)


def _with_leave(workflow: Workflow, before: Case, after: Case, changes: frozenset[Change]) -> Plan:
    was, left = given(before), given(after)
    others = (text for text in {**was, **left} if was.get(text) != left.get(text))
    texts = (frozenset(was), frozenset(left), frozenset(others))
    step = (before.stage, after.stage, after.trusted, changes, texts)
    return (_known(workflow).get(step) or _made(workflow, step))._replace(left=left)


def _made(workflow: Workflow, step: Kind) -> Plan:
    """A plan that nobody has wanted to know yet."""
    known = _known(workflow)
    if len(known) >= KEPT:
        known.clear()
    found = known[step] = _plan(workflow, *step)
    return found


@once
def _known(workflow: Workflow) -> dict[Kind, Plan]:
    """The plans of a regulation, as far as somebody has wanted to know."""
    return {}


def _changes(case: Case, entries: Iterable[Event]) -> frozenset[Change] | None:
    """What the entries of a case are; None if all of it may be another."""
    found: list[Change] = []
    for event in entries:
        data: Any = event.data
        kind = event.type
        if kind == "moved":
            found.append((kind, data["from"], data["to"], *data["sets"]))
        elif kind == "recorded":
            found.append((kind, data["kind"]))
        elif kind == "corrected" and not data["record"]:
            found.append((kind, "", *data["fields"]))
        elif kind == "corrected" and data["record"] in case.records:
            found.append((kind, case.records[data["record"]].kind, *data["fields"]))
        elif kind in ("linked", "evidenced"):
            found.append((kind,))
        elif kind != "planned":
            return None
    return frozenset(found)


def _plan(
    workflow: Workflow,
    before: str,
    after: str,
    trusted: tuple[str, ...],
    changes: Iterable[Change],
    leave: tuple[Texts, Texts, Texts],
) -> Plan:
    """The plan for a step from a stage to a stage, the leave that there was, that there is, and that is another."""
    was_given, given, others = leave
    made = changed(workflow, changes)
    old = {each.place for each in asked_at(workflow, before, trusted, was_given)}
    now = asked_at(workflow, after, trusted, given)
    turned = {each.place for each in now if made.turns(each.sight) or each.rule.sentence.text in others}
    asked = tuple(each for each in now if each.place in turned or each.place not in old)
    places = old & (turned | old.difference(each.place for each in now))
    rest = (each for each in now if each.place in old - turned)
    waiting = tuple(each for each in rest if each.sight.waits_for in made.ends)
    return Plan(asked, frozenset(places), waiting, bool(asked or places or waiting), made.fields)


def changed(workflow: Workflow, changes: Iterable[Change]) -> Changed:
    """What entries of these kinds come to."""
    kinds: set[str] = set()
    fields: set[str] = set()
    values: set[tuple[str, str]] = set()
    ends: set[str] = set()
    links = False
    for change in changes:
        match change:
            case ("moved", source, target, *sets):
                fields |= {*sets, *_moments(workflow, source, target)}
                ends.update(_passed(workflow, source, target))
            case ("recorded" | "evidenced" as what, *of_kind):
                kinds |= {*of_kind} if what == "recorded" else {EVIDENCE}
            case ("corrected", "", *names):
                fields |= {*names}
            case ("corrected", kind, *names):
                values |= {(kind, name) for name in names}
            case _:
                links = True
    if not fields.isdisjoint(LAST_DAYS):
        ends |= {*workflow.records, EVIDENCE}
    if "predecessors" in fields:
        kinds.add(PREDECESSOR)
    values |= {(workflow.lexicon.case or workflow.name, name) for name in fields}
    return Changed(frozenset(kinds), frozenset(values), links, frozenset(ends), frozenset(fields))


def _moments(workflow: Workflow, source: str, target: str) -> Iterator[str]:
    """The days that a move gives a case or takes from it."""
    yield from (name for name, each in workflow.fields.items() if each.reached == target)
    stages = [workflow.stages.get(name) for name in (source, target)]
    if any(stage is None or stage.final for stage in stages):
        yield CLOSED


def _passed(workflow: Workflow, source: str, target: str) -> Iterator[str]:
    """The kinds that are produced in the stages which a move has left behind, or come back to."""
    order = list(workflow.stages)
    if source not in order or target not in order:
        yield from workflow.records  # a stage of an older version, perhaps
        return
    first, last = sorted((order.index(source), order.index(target)))
    for name in order[first:last]:
        yield from workflow.stages[name].produces
