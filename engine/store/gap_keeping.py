"""Which gaps a step may have opened or closed, in the cases it touched and in those that look at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple, Protocol

from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.run.asked import KEPT, NONE_GIVEN, Asked, asked, asked_of, given, sentences, speaking
from engine.run.case import Case
from engine.run.changing import WHOLE, Plan, plan
from engine.run.looking import PREDECESSOR
from engine.run.scene import only_of
from engine.store.gap_narrowing import FEW, Narrow, narrowed
from engine.store.gaps import PROTOCOL, Seen, gap_rows, protocol_of, scene_of, scene_with
from engine.store.kept_gaps import KeptGaps, Rows
from engine.store.remembered import Step

NO_PLACES: Set[int] = frozenset()


class Written(Seen, Protocol):
    """What has to be known of the other cases, and which gaps are written down."""

    def gaps(self, case: str) -> KeptGaps:
        """The gaps of a case."""
        ...

    def gaps_of(self, case: str, thing: str, places: Iterable[int]) -> Rows:
        """The gaps of one thing in it, as far as some sentences speak of it."""
        ...


class Sighted(NamedTuple):
    """What has to be judged again in a case because of what it sees of others.

    `over_all` are sentences about all of it; the others are judged for one thing only, a (case, kind) that is seen.
    """

    case: Case
    over_all: dict[int, Asked]
    of_things: dict[tuple[str, str], dict[int, Asked]]

    @property
    def places(self) -> set[int]:
        """The places of all these sentences."""
        return set(self.over_all).union(*self.of_things.values())


def all_gaps(seen: Seen, id: str) -> Rows:
    """Every gap of a case."""
    case = seen.case(id)
    if case is None:
        return []
    workflow = seen.workflow(case.workflow, case.workflow_version)
    wanted = asked(workflow, case)
    return gap_rows(case, scene_of(seen, case, workflow), wanted, given(case)) if wanted else []


def judged_again(written: Written, steps: Iterable[Step]) -> Iterator[tuple[Rows, Rows]]:
    """The gaps that are written down and may be others now, case by case, and what they are."""
    touched: list[tuple[Step, Plan]] = []
    seen: dict[str, Sighted] = {}
    for step in steps:
        id, old, new, entries, workflow = step
        own = plan(workflow, old.case, new.case, entries) if workflow and new.case else WHOLE
        if own.judges:
            touched.append((step, own))
        if own.fields or own.whole:
            _of_others(seen, written, id, old.case, new.case, own)
    for (id, old, new, entries, workflow), own in touched:
        sighted = seen.pop(id, None) if seen else None
        case = new.case
        if own.whole or workflow is None or case is None:
            yield written.gaps(id).all() if old.history else [], all_gaps(written, id)
        else:
            if not own.fields and len(case.records) > FEW and sighted is None:
                own, some = narrowed(workflow, case, entries, own)
                yield from (_judged_some(written, case, workflow, each) for each in some)
            yield _judged(written, case, workflow, own, sighted)
    for sighted in seen.values():
        yield from _seen_again(written, sighted)


def _of_others(
    seen: dict[str, Sighted], written: Written, id: str, before: Case | None, after: Case | None, own: Plan
) -> None:
    """What the cases have to be judged for again that look at this one."""
    for looker, kind in lookers(written, id, before, after):
        case = written.case(looker)
        if case is None:
            continue
        come = own.whole or (kind != PREDECESSOR and PROTOCOL in own.fields)  # or gone to another protocol
        workflow = written.workflow(case.workflow, case.workflow_version)
        for each in looking_at(workflow, kind, None if come else own.fields):
            sighted = seen.setdefault(looker, Sighted(case, {}, {}))
            places = sighted.of_things.setdefault((id, kind), {}) if each.own(kind) else sighted.over_all
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


def lookers(seen: Seen, id: str, before: Case | None, after: Case | None) -> list[tuple[str, str]]:
    """The cases that look at this one, as it stood or as it stands, and as what it stands in them."""
    waiting = seen.waiting_for(id)
    found = [(case, PREDECESSOR) for case in waiting] if waiting else []
    stands = protocol_of(after) if after else ""
    if stands and after:
        found.append((stands, after.workflow))
    if before and not (after and before.fields is after.fields):
        stood = protocol_of(before)
        if stood and stood != stands:
            found.append((stood, before.workflow))
    return found


def _judged(written: Written, case: Case, workflow: Workflow, own: Plan, sighted: Sighted | None) -> tuple[Rows, Rows]:
    """Some sentences over all of a case: those that may turn, those newly asked, those that are asked no more."""
    asked, places = own.asked, own.places
    if sighted or own.waiting:
        more = _more(written, case, workflow, own, sighted)
        asked, places = (*asked, *more), places.union([each.place for each in more])
    old = written.gaps(case.id).at(places) if places else []
    now = speaking(asked, case)
    return old, gap_rows(case, scene_of(written, case, workflow), now, own.left) if now else []


def _judged_some(written: Written, case: Case, workflow: Workflow, some: Narrow) -> tuple[Rows, Rows]:
    """Some sentences over some records of a case."""
    kept, places = written.gaps(case.id), [each.place for each in some.asked]
    old = [row for id in some.records for row in kept.of(id, places)]
    view = only_of(scene_of(written, case, workflow), tuple(some.records.values()))
    return old, gap_rows(case, view, speaking(some.asked, case), NONE_GIVEN)


def _more(written: Written, case: Case, workflow: Workflow, own: Plan, sighted: Sighted | None) -> list[Asked]:
    """What is waited for and missing, and what may be judged otherwise for what a case sees of others."""
    missing = written.gaps(case.id).places if own.waiting else NO_PLACES
    places = {each.place for each in own.waiting if each.place in missing}
    places |= (sighted.places if sighted else NO_PLACES) - {each.place for each in own.asked}
    return [each for each in asked_of(workflow, case) if each.place in places]


def _seen_again(written: Written, sighted: Sighted) -> Iterator[tuple[Rows, Rows]]:
    """The same where nothing but what a case sees of others may have turned them."""
    case = sighted.case
    workflow = written.workflow(case.workflow, case.workflow_version)
    if sighted.over_all:
        yield _judged(written, case, workflow, Plan(left=given(case)), sighted)
        return
    wanted = {each.place for each in asked_of(workflow, case)}
    for (thing, kind), places in sighted.of_things.items():
        again = [each for place, each in places.items() if place in wanted]
        if again:
            view = scene_with(written, case, workflow, thing, kind)
            yield written.gaps_of(case.id, thing, places), gap_rows(case, view, speaking(again, case), given(case))
