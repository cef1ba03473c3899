"""Which stages of which cycle are absent, planned, recorded or proven: for one document, and for the cases on file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from engine.audit.gaps import Sight, gaps
from engine.audit.row import CycleRow
from engine.audit.unmet import Unmet
from engine.definition.workflow import Mechanism, Workflow
from engine.protocol import Item, Protocol
from engine.run.case import Case
from engine.run.facts import Facts
from engine.run.standing import Standing, standing

# Readers tell the methods of collection apart, as the assessment does; in the cycle they belong to the indicators.
READ_AS: Mapping[str, str] = MappingProxyType({"collection": "indicators", "methods": "indicators"})
NO_NAMES: Mapping[str, str] = MappingProxyType({})
NOTHING_UNMET: Mapping[str, tuple[Unmet, ...]] = MappingProxyType({})


def cycle_stage(stage: str) -> str:
    """The stage of the cycle that a stage read in a document stands for."""
    return READ_AS.get(stage, stage)


def audit_document(protocol: Protocol, mechanisms: Iterable[Mechanism], workflow: Workflow) -> tuple[CycleRow, ...]:
    """A row per mechanism from one document, nothing stored: whatever an item of any kind serves is planned."""
    organisation = protocol.organisation or protocol.body
    period = str(protocol.date.year) if protocol.date else ""
    rows = []
    for mechanism in mechanisms:
        plans = _plans(protocol.items, mechanism.code)
        stages = {
            s.name: Standing.PLANNED if s.name in plans else Standing.ABSENT
            for s in workflow.stages.values()
            if s.produces
        }
        subject = {"organisation": organisation, "mechanism": mechanism.code, "period": period}
        sight = Sight(workflow, stages, plans, subject, file=protocol.source.file or "FILE")
        rows.append(CycleRow(organisation, mechanism.code, period, stages, gaps(sight)))
    return tuple(rows)


def _producing(workflow: Workflow) -> Iterable[str]:
    """The stages that there can be something to see of; a final stage only says that all is over."""
    return (name for name, stage in workflow.stages.items() if stage.produces)


def _plans(items: Iterable[Item], mechanism: str) -> Mapping[str, tuple[str, ...]]:
    plans: dict[str, tuple[str, ...]] = {}
    for item in items:
        if mechanism in item.mechanisms:
            for stage in dict.fromkeys(cycle_stage(stage) for stage in item.stages):
                plans[stage] = (*plans.get(stage, ()), item.path)
    return plans


def audit_cycles(
    cases: Iterable[Case],
    mechanisms: Iterable[Mechanism],
    workflow: Workflow,
    names: Mapping[str, str] = NO_NAMES,
    facts: Facts | None = None,
    unmet: Mapping[str, tuple[Unmet, ...]] = NOTHING_UNMET,
) -> tuple[CycleRow, ...]:
    """A row per cycle on file, and one per mechanism that an organisation has not touched in a period it works in.

    Cases of other regulations are passed over. `names` turns the ids of the register into what people call them;
    `facts` say which day it is, and who holds which role: without them no leave runs out. `unmet` are the sentences
    that do not hold, case by case.
    """
    codes = [mechanism.code for mechanism in mechanisms]
    rows = [
        _row(case, workflow, names, facts, unmet.get(case.id, ())) for case in cases if case.workflow == workflow.name
    ]
    seen = {(row.organisation, row.period): set[str]() for row in rows}
    for row in rows:
        seen[row.organisation, row.period].add(row.mechanism)
    for (organisation, period), touched in seen.items():
        rows += [_untouched(organisation, code, period, workflow) for code in codes if code not in touched]
    return tuple(sorted(rows, key=lambda row: (_as_read(row.organisation), row.period, row.mechanism, row.case)))


def _row(
    case: Case, workflow: Workflow, names: Mapping[str, str], facts: Facts | None, unmet: tuple[Unmet, ...]
) -> CycleRow:
    party = case.subject.get("organisation", "")
    subject = {**case.subject, "organisation": names.get(party, party)}
    plans: dict[str, tuple[str, ...]] = {}
    for stage, task in case.plans:
        plans[stage] = (*plans.get(stage, ()), task)
    stages = standing(workflow, case)
    found = gaps(Sight(workflow, stages, plans, subject, case, "", facts, names, unmet))
    place = (subject["organisation"], subject.get("mechanism", ""), subject.get("period", ""))
    return CycleRow(*place, stages, found, case.id, case.stage, case.trusted)


def _untouched(organisation: str, mechanism: str, period: str, workflow: Workflow) -> CycleRow:
    stages = dict.fromkeys(_producing(workflow), Standing.ABSENT)
    subject = {"organisation": organisation, "mechanism": mechanism, "period": period}
    return CycleRow(organisation, mechanism, period, stages, gaps(Sight(workflow, stages, {}, subject)))


def _as_read(name: str) -> str:
    """Russian words in their own order: ё after е and before ж, whatever its place in the code table."""
    return name.casefold().replace("ё", "е\uffff")
