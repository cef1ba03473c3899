"""A case and the facts around it, as the things that sentences are judged over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from engine.definition.workflow import Field, Workflow
from engine.rules.acting import RECORDING
from engine.rules.quantities import as_span
from engine.rules.reach import EVIDENCE
from engine.rules.thing import Act, Scene, Thing, Value
from engine.run.case import Case, RecordOf
from engine.run.duty import holders
from engine.run.event import Plain, Told
from engine.run.facts import Facts

EVIDENCE_DATES = frozenset({"date"})
LAST_DAYS = ("control_due", "due", "period")  # the fields of a case that say when all of it has to be there


def scene(workflow: Workflow, case: Case, facts: Facts, act: tuple[str, Told] | None = None) -> Scene:
    """All that one judgement may look at; the act that is being judged (trigger, told) is counted as done."""
    acts = [_act(RECORDING, record.id, record.told) for record in case.records.values()]
    acts += [_act(move.trigger, case.id, move.told) for move in case.moves]
    if act is not None:
        acts.append(_act(act[0], case.id, act[1]))
    itself = case_thing(workflow, case)
    return Scene(
        case=itself,
        things=(itself, *_records(workflow, case), *_evidence(case), *facts.around),
        acts=tuple(acts),
        roles={name: holders(workflow, name, case, facts) for name in workflow.roles},
        today=facts.today,
        ends=_ends(workflow, case, itself),
        days_off=facts.days_off,
        days_on=facts.days_on,
    )


def _act(trigger: str, on: str, told: Told) -> Act:
    return Act(trigger, on, told.on_behalf_of, told.happened_on)


def _ends(workflow: Workflow, case: Case, itself: Thing) -> Mapping[str, date]:
    """Until when a record of a kind may still come: its stage was left, or the case as a whole has to end."""
    spans = [span for name in LAST_DAYS if (span := as_span(itself.values.get(name)))]
    ends = {kind: spans[0][1] for kind in (*workflow.records, EVIDENCE) if spans}
    order = list(workflow.stages)
    passed = order[: order.index(case.stage)]  # after a step back, what comes later is still to come
    for move in case.moves:
        if move.source in passed:
            ends |= dict.fromkeys(workflow.stages[move.source].produces, move.told.happened_on)
    return ends


def case_thing(workflow: Workflow, case: Case, kind: str = "") -> Thing:
    """A case as a thing; seen from another case it may bear another kind there, such as 'predecessor'."""
    values = {name: _value(workflow.fields.get(name), value) for name, value in {**case.subject, **case.fields}.items()}
    # A move may lead to a stage of the version that the case was migrated from.
    ends = {name for name, stage in workflow.stages.items() if stage.final}
    closing = next((move for move in reversed(case.moves) if move.target in ends), None)
    values["closed"] = closing.told.happened_on if closing and workflow.stages[case.stage].final else None
    values |= {name: _reached(case, field.reached) for name, field in workflow.fields.items() if field.reached}
    day = case.opened.happened_on if case.opened else None
    return Thing(kind or workflow.lexicon.case or workflow.name, case.id, MappingProxyType(values), (), day)


def _reached(case: Case, stage: str) -> date | None:
    """The day on which a case first came to a stage; none for a stage that was taken on trust."""
    began = case.moves[0].source if case.moves else case.stage
    if began == stage:
        return case.opened.happened_on if case.opened else None
    return next((move.told.happened_on for move in case.moves if move.target == stage), None)


def _records(workflow: Workflow, case: Case) -> list[Thing]:
    return [_record(workflow, record) for record in case.records.values()]


def _record(workflow: Workflow, record: RecordOf) -> Thing:
    fields: Mapping[str, Field] = workflow.records[record.kind].fields if record.kind in workflow.records else {}
    values = {name: _value(fields.get(name), value) for name, value in record.fields.items()}
    return Thing(record.kind, record.id, MappingProxyType(values), record.links, record.told.happened_on)


def _evidence(case: Case) -> list[Thing]:
    proofs = [(case.id, proof) for proof in case.evidence]
    proofs += [(record.id, proof) for record in case.records.values() for proof in record.evidence]
    return [_proof(f"{target}#{number}", target, proof) for number, (target, proof) in enumerate(proofs, 1)]


def _proof(id: str, target: str, proof: Mapping[str, Plain]) -> Thing:
    values = {name: _day(value) if name in EVIDENCE_DATES else _plain(value) for name, value in proof.items()}
    return Thing(EVIDENCE, id, MappingProxyType(values), (target,), _day(proof.get("date")))


def _value(field: Field | None, value: Plain) -> Value:
    return _day(value) if field is not None and field.type == "date" else _plain(value)


def _day(value: Plain) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _plain(value: Plain) -> Value:
    if isinstance(value, list):
        return tuple(_plain(each) for each in value)
    if isinstance(value, dict):
        return MappingProxyType({key: _plain(each) for key, each in value.items()})
    return value if value != "" else None
