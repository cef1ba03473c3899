"""A case and the facts around it, as what sentences are judged over: each part is made when one first looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.rules.acting import RECORDING
from engine.rules.lazily import lazily
from engine.rules.quantities import as_span
from engine.rules.reach import EVIDENCE
from engine.rules.thing import NO_ENDS, Act, Scene, Thing
from engine.run.case import Case, RecordOf
from engine.run.facts import Facts
from engine.run.holding import Holding
from engine.run.things import case_thing as case_thing
from engine.run.things import proofs, reading, record_thing

NO_DAYS: frozenset[date] = frozenset()
CORRECTING = "correct"
NO_ROLES: Mapping[str, frozenset[str]] = MappingProxyType({})
LAST_DAYS = ("control_due", "due", "period")  # the fields of a case that say when all of it has to be there


class SceneOfCase(Scene):
    """All that one judgement may look at, made of a case: what not every sentence looks at is made when one does."""

    workflow: Workflow
    whose: Case
    facts: Facts
    roles = NO_ROLES

    def __init__(self, workflow: Workflow, case: Case, facts: Facts, judged: tuple[Act, ...] | None = None) -> None:
        itself = case_thing(workflow, case)
        vars(self).update(workflow=workflow, whose=case, case=itself, facts=facts, today=facts.today, judged=judged)

    @lazily
    def things(self) -> tuple[Thing, ...]:
        """The case, what was recorded, what proves it, and what is seen of other cases."""
        how = reading(self.workflow)
        records = [record_thing(how, record) for record in self.whose.records.values()]
        return (self.case, *records, *self.proofs, *self.facts.around)

    @lazily
    def proofs(self) -> tuple[Thing, ...]:
        """The documents of the case and of its records."""
        return proofs(self.whose)

    @lazily
    def recorded(self) -> frozenset[str]:
        """The kinds of which there are records."""
        return frozenset([record.kind for record in self.whose.records.values()])

    def of_kind(self, kind: str) -> tuple[Thing, ...]:
        """All things of a kind; records are made things of when a sentence speaks of some."""
        if kind == self.case.kind:
            return (self.case,)
        if kind in self.recorded:
            return self.index.by_kind[kind]
        around = self.facts.around
        seen = tuple([thing for thing in around if thing.kind == kind]) if around else ()
        return (*self.proofs, *seen) if kind == EVIDENCE else seen

    @lazily
    def acts(self) -> tuple[Act, ...]:
        """All that was done. Acts under judgement count as done, and are the only ones judged."""
        done = tuple(acts_of(self.workflow, self.whose))
        return done if self.judged is None else (*done, *(act for act in self.judged if act not in done))

    @lazily
    def ends(self) -> Mapping[str, date]:
        """Until when a record of a kind may still come."""
        return _ends(self.workflow, self.whose, self.case)

    @lazily
    def held(self) -> Holding | None:
        """Who held what by when."""
        return Holding(self.workflow, self.whose, self.facts.tenures)

    @lazily
    def days_off(self) -> frozenset[date]:
        """Days that would be worked but are not."""
        return self.facts.days_off

    @lazily
    def days_on(self) -> frozenset[date]:
        """Days that would not be worked but are."""
        return self.facts.days_on


class _Still(SceneOfCase):
    acts = ()
    held = None


class _OfSome(_Still):
    some: tuple[RecordOf, ...]

    @lazily
    def subjects(self) -> tuple[Thing, ...]:
        """The records that are judged."""
        how = reading(self.workflow)
        return tuple([record_thing(how, record) for record in self.some])

    @lazily
    def proofs(self) -> tuple[Thing, ...]:
        """Their documents."""
        return proofs(self.whose._replace(evidence=(), records={record.id: record for record in self.some}))

    def of_kind(self, kind: str) -> tuple[Thing, ...]:
        return self.subjects if kind == self.some[0].kind else super().of_kind(kind)


class _Bare(SceneOfCase):
    things = ()
    ends = NO_ENDS
    days_off = days_on = NO_DAYS

    def of_kind(self, kind: str) -> tuple[Thing, ...]:
        return (self.case,) if kind == self.case.kind else ()

    @lazily
    def acts(self) -> tuple[Act, ...]:
        return self.judged or ()


def scene(workflow: Workflow, case: Case, facts: Facts, judged: tuple[Act, ...] | None = None) -> Scene:
    """All that one judgement may look at. Acts under judgement count as done, and are the only ones judged."""
    return SceneOfCase(workflow, case, facts, judged)


def still_scene(workflow: Workflow, case: Case, facts: Facts) -> Scene:
    """What suffices for sentences that are not about who acts."""
    return _Still(workflow, case, facts)


def only_of(view: Scene, some: tuple[RecordOf, ...]) -> Scene:
    """A still scene for sentences about each record of a kind by itself, where only some of that kind are judged."""
    if not isinstance(view, _Still):
        raise TypeError(f"not a still scene of a case: {view}")
    narrow = _OfSome(view.workflow, view.whose, view.facts)
    vars(narrow).update(some=some)
    return narrow


def bare_scene(workflow: Workflow, case: Case, facts: Facts, judged: tuple[Act, ...]) -> Scene:
    """What suffices for sentences about who acts, where they speak of no record."""
    return _Bare(workflow, case, facts, judged)


def acts_of(workflow: Workflow, case: Case) -> Iterator[Act]:
    """All that was done in a case: what was recorded and put right, by whom, and the moves."""
    for record in case.records.values():
        kind = workflow.records.get(record.kind)
        yield from acts_on(record, kind.act if kind else "")
    named = _named(workflow)
    for move in case.moves:
        name = named.get((move.trigger, move.source, move.target), "") if named else ""
        told = move.told
        for_whom = str(move.data.get("instead_of") or "")
        yield Act(move.trigger, case.id, told.on_behalf_of, told.happened_on, move.version, name, for_whom)


@once
def _named(workflow: Workflow) -> Mapping[tuple[str, str, str], str]:
    """The acts that arrows bear besides their triggers."""
    return {(arrow.trigger, arrow.source, arrow.target): arrow.act for arrow in workflow.arrows if arrow.act}


def acts_on(record: RecordOf, name: str) -> Iterator[Act]:
    """How a record came about: each hand in it, judged by who held what when it was last touched."""
    order, author = record.touched, record.author or record.told.on_behalf_of
    yield Act(RECORDING, record.id, author, record.told.happened_on, order, name, record.instead_of)
    for each in record.corrected:
        yield Act(CORRECTING, record.id, each.told.on_behalf_of, each.told.happened_on, order, name, each.instead_of)


def _ends(workflow: Workflow, case: Case, itself: Thing) -> Mapping[str, date]:
    """Until when a record of a kind may still come: its stage was left, or the case as a whole has to end."""
    last = _last_day(itself)
    ends = dict.fromkeys((*workflow.records, EVIDENCE), last) if last else {}
    order = list(workflow.stages)
    passed = order[: order.index(case.stage)]  # after a step back, what comes later is still to come
    for move in case.moves:
        if move.source in passed:
            ends |= dict.fromkeys(workflow.stages[move.source].produces, move.told.happened_on)
    return ends


def _last_day(itself: Thing) -> date | None:
    for name in LAST_DAYS:
        span = as_span(itself.values.get(name))
        if span:
            return span[1]
    return None
