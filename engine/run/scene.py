"""A case and the facts around it, as the things that sentences are judged over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from engine.definition.derived import once
from engine.definition.workflow import Field, Workflow
from engine.rules.acting import RECORDING
from engine.rules.quantities import as_span
from engine.rules.reach import EVIDENCE
from engine.rules.thing import Act, Scene, Thing, Value
from engine.run.case import Case, RecordOf
from engine.run.event import Plain
from engine.run.facts import Facts
from engine.run.holding import Holding

CORRECTING = "correct"
NO_ROLES: Mapping[str, frozenset[str]] = MappingProxyType({})
EVIDENCE_DATES = frozenset({"date"})
LAST_DAYS = ("control_due", "due", "period")  # the fields of a case that say when all of it has to be there


def scene(workflow: Workflow, case: Case, facts: Facts, judged: tuple[Act, ...] | None = None) -> Scene:
    """All that one judgement may look at. Acts under judgement count as done, and are the only ones judged."""
    acts = tuple(acts_of(workflow, case))
    itself = case_thing(workflow, case)
    return Scene(
        case=itself,
        things=(itself, *_records(workflow, case), *_evidence(case), *facts.around),
        acts=acts if judged is None else (*acts, *(act for act in judged if act not in acts)),
        roles=NO_ROLES,
        today=facts.today,
        ends=_ends(workflow, case, itself),
        days_off=facts.days_off,
        days_on=facts.days_on,
        held=Holding(workflow, case, facts.tenures),
        judged=judged,
    )


def still_scene(workflow: Workflow, case: Case, facts: Facts) -> Scene:
    """What suffices for sentences that are not about who acts."""
    itself = case_thing(workflow, case)
    things = (itself, *_records(workflow, case), *_evidence(case), *facts.around)
    ends = _ends(workflow, case, itself)
    return Scene(itself, things, (), NO_ROLES, facts.today, ends, facts.days_off, facts.days_on)


def bare_scene(workflow: Workflow, case: Case, facts: Facts, judged: tuple[Act, ...]) -> Scene:
    """What suffices for sentences about who acts, where they speak of no record."""
    itself = Thing(workflow.lexicon.case or workflow.name, case.id)
    held = Holding(workflow, case, facts.tenures)
    return Scene(itself, (), judged, NO_ROLES, facts.today, held=held, judged=judged)


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
