"""What is missing, broken or unproven in one cycle: each finding is a small function and one line in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from engine.audit.leave import State, given
from engine.audit.row import Gap
from engine.audit.unmet import Unmet
from engine.definition.workflow import Title, Workflow
from engine.problems import NOTHING
from engine.run.case import Case, RecordOf
from engine.run.facts import Facts
from engine.run.standing import Standing


@dataclass(frozen=True, slots=True)
class Sight:
    """All that the findings look at: how the stages stand, what plans them, and the case, if there is one.

    `file` is the document that was read, if this is the sight of a document and nothing is stored.
    """

    workflow: Workflow
    stages: Mapping[str, Standing]
    plans: Mapping[str, tuple[str, ...]]  # stage → the items or tasks that serve it
    subject: Mapping[str, str]
    case: Case | None = None
    file: str = ""
    facts: Facts | None = None  # who holds which role, and which day it is
    names: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    unmet: tuple[Unmet, ...] = ()

    def later(self, stage: str, *standings: Standing) -> str | None:
        """The first stage after this one that stands in one of these ways."""
        names = list(self.stages)
        return next((n for n in names[names.index(stage) + 1 :] if self.stages[n] in standings), None)

    def records(self) -> Iterator[tuple[str, RecordOf]]:
        """The records of the case, each with the stage that produces its kind."""
        for record in self.case.records.values() if self.case else ():
            stage = self.workflow.stage_of(record.kind)
            if stage is not None and stage in self.stages:
                yield stage, record

    def gap(self, rule: str, stage: str, facts: Mapping[str, str] | None = None) -> Gap:
        """A gap with the facts that every sentence may use: the stage, what it produces, the subject, the case."""
        here = self.workflow.stages[stage]
        kind = self.workflow.records[here.produces[0]]
        usual = {**titled("stage", here.title), "kind_code": kind.name, **titled("kind", kind.title)}
        place = {"case": self.case.id if self.case else "", "file": self.file}
        return Gap(rule, stage, {**self.subject, **usual, **place, **(facts or {})})


def titled(name: str, title: Title) -> dict[str, str]:
    """A title as two facts, one per language: the sentences of a language use their own, see `answer`."""
    return {f"{name}_ru": title.ru, f"{name}_en": title.en}


def absent_stages(sight: Sight) -> Iterator[Gap]:
    """A stage that there is nothing to see of; worse if a later one has been begun without it."""
    for stage, stands in sight.stages.items():
        if stands != Standing.ABSENT:
            continue
        done, planned = sight.later(stage, Standing.RECORDED, Standing.PROVEN), sight.later(stage, Standing.PLANNED)
        later = done or planned
        facts = titled("later", sight.workflow.stages[later].title) if later else {}
        yield sight.gap(_rule_of_absence(sight, stage, done, planned), stage, facts)


def _rule_of_absence(sight: Sight, stage: str, done: str | None, planned: str | None) -> str:
    if sight.file:
        return "paper-skipped" if planned else "paper-absent"
    if sight.case is None:
        return "gap-no-cycle"
    if stage in sight.case.trusted:
        return "gap-on-trust"
    if done:
        return "gap-out-of-order"
    return "gap-skipped" if planned else "gap-absent"


def planned_only(sight: Sight) -> Iterator[Gap]:
    """A plan of an analysis is no analysis: somebody still has to bring it, with its evidence."""
    for stage, stands in sight.stages.items():
        if stands is not Standing.PLANNED:
            continue
        served = sight.plans.get(stage, ())
        # What a protocol decides besides assignments plans a stage too, but nobody can report on it.
        task = next((plan for plan in served if "." in plan), "")
        rule = "paper-planned" if sight.file else "gap-planned" if task else "gap-decided"
        yield sight.gap(rule, stage, {"plans": ", ".join(served), "task": task})


def unproven_records(sight: Sight) -> Iterator[Gap]:
    """A record that no document proves."""
    for stage, record in sight.records():
        if not record.evidence:
            kind = sight.workflow.records[record.kind]
            yield sight.gap("gap-unproven", stage, {"record": record.id, **titled("kind", kind.title)})


def missing_links(sight: Sight) -> Iterator[Gap]:
    """A record that does not point back to what it has to follow from."""
    kinds = {record.id: record.kind for _, record in sight.records()}
    for stage, record in sight.records():
        kind = sight.workflow.records[record.kind]
        for back in kind.back:
            if sum(1 for to in record.links if kinds.get(to) == back.kind) < back.least:
                wanted = sight.workflow.records[back.kind]
                ends = {"record": record.id, **titled("kind", kind.title), **titled("back", wanted.title)}
                yield sight.gap("gap-no-link", stage, {**ends, "back_code": wanted.name})


def waivers(sight: Sight) -> Iterator[Gap]:
    """Leave to go on although a requirement did not hold: shown while it counts, and after its term until it holds."""
    for each in given(sight.workflow, sight.case, sight.facts) if sight.case else ():
        if each.stage in sight.stages and each.state is not State.KEPT:
            said = {"requirement": each.requirement, "why": each.why, "until": each.until}
            rule = "gap-waived" if each.state is State.COUNTS else "gap-waiver-over"
            yield sight.gap(rule, each.stage, {**said, "who": sight.names.get(each.who, each.who)})


def unmet(sight: Sight) -> Iterator[Gap]:
    """A sentence that does not hold; what another finding tells already is not told twice."""
    for each in sight.unmet:
        stage = each.stage if each.stage in sight.stages else next(iter(sight.stages))
        if sight.stages[stage] not in (Standing.ABSENT, Standing.PLANNED):
            yield sight.gap("gap-unmet", stage, {**each.facts, "things": ", ".join(each.things)})


FINDINGS: tuple[Callable[[Sight], Iterator[Gap]], ...] = (
    absent_stages,
    planned_only,
    unproven_records,
    missing_links,
    waivers,
    unmet,
)


def gaps(sight: Sight) -> tuple[Gap, ...]:
    """All findings, in the order of the stages."""
    order = list(sight.stages)
    found = [gap for finding in FINDINGS for gap in finding(sight)]
    return tuple(sorted(found, key=lambda gap: order.index(gap.stage)))
