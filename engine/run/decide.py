"""Judge a command: what it comes to, or why not. Nothing is stored, nothing is changed, nobody asks the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from engine.definition.workflow import Workflow
from engine.run import stating
from engine.run.case import Case
from engine.run.command import Command, Connect, Correct, Fire, Open, Plan, Prove, Record
from engine.run.entitling import Judged, Outcome, entitled
from engine.run.event import Event, Plain, Told
from engine.run.facts import Facts
from engine.run.firing import find, fire
from engine.run.refusal import Because, Refused
from engine.run.unknown import NotFound, UnknownWord


def decide(workflow: Workflow, case: Case | None, command: Judged, facts: Facts, told: Told) -> Outcome:
    """The events that a command comes to, or its refusal with all reasons at once.

    Raises UnknownWord or NotFound for words of no meaning in this regulation or case: those are wrong usage.
    """
    if isinstance(command, Open):
        return _open(workflow, case, command, facts, told)
    if case is None:
        raise NotFound("case", command.case)
    if isinstance(command, Fire):
        meant = find(workflow, case, command.trigger, command.target)
        if isinstance(meant, Because):
            return Refused(case.id, command.trigger, (meant,), told)
        return fire(workflow, case, meant, command, facts, told)
    kind, judge, tell = _BY_HAND[type(command)]
    because = judge(workflow, case, command)
    event = Event(case.id, case.version + 1, kind, told, tell(command))
    return entitled(workflow, case, command, event, facts, because)


def _open(workflow: Workflow, case: Case | None, command: Open, facts: Facts, told: Told) -> Outcome:
    if case is not None:
        return Refused(command.case, "open", (Because("case-exists", {"case": command.case}),), told)
    at = command.at or workflow.start
    stages = list(workflow.stages)
    if at not in stages:
        raise UnknownWord("stage", at, stages)
    missing = [name for name in workflow.subject if name not in command.subject]
    if missing:
        return Refused(
            command.case, "open", tuple(Because("subject-missing", {"what": name}) for name in missing), told
        )
    data: Mapping[str, Plain] = {
        "workflow": workflow.name,
        "workflow_version": workflow.version,
        "stage": at,
        "subject": dict(command.subject),
        "fields": dict(command.fields),
        "trusted": list(stages[: stages.index(at)]),
    }
    event = Event(command.case, 1, "opened", told, data)
    return entitled(workflow, None, command, event, facts, stating.misstated(workflow.fields, command.fields))


def _judge_record(workflow: Workflow, case: Case, command: Record) -> tuple[Because, ...]:
    kind = workflow.records.get(command.kind)
    if kind is None:
        raise UnknownWord("kind", command.kind, workflow.records)
    unknown = next((name for name in command.fields if name not in kind.fields), None)
    if unknown is not None:
        raise UnknownWord("field", unknown, kind.fields)
    because = [*_closed(workflow, case), *stating.missing(kind.fields, command.fields)]
    because += stating.misstated(kind.fields, command.fields)
    if command.record in case.records:
        because.append(Because("record-exists", {"record": command.record}))
    for link in command.links:
        because += stating.misplaced_link(workflow, case, command.record, kind, link)
    return tuple(because)


def _judge_connect(workflow: Workflow, case: Case, command: Connect) -> tuple[Because, ...]:
    record = stating.record_of(case, command.record)
    kind = workflow.records[record.kind]
    because = [*_closed(workflow, case), *stating.misplaced_link(workflow, case, record.id, kind, command.to)]
    if command.to in record.links:
        because.append(Because("link-exists", {"record": record.id, "to": command.to}))
    return tuple(because)


def _judge_prove(workflow: Workflow, case: Case, command: Prove) -> tuple[Because, ...]:
    if command.record:
        stating.record_of(case, command.record)
    return stating.misdated(command.evidence)


def _judge_plan(workflow: Workflow, case: Case, command: Plan) -> tuple[Because, ...]:
    if command.stage not in workflow.stages:
        raise UnknownWord("stage", command.stage, workflow.stages)
    if (command.stage, command.task) in case.plans:
        return (Because("plan-exists", {"stage": command.stage, "task": command.task}),)
    return ()


def _judge_correct(workflow: Workflow, case: Case, command: Correct) -> tuple[Because, ...]:
    fields = workflow.fields
    if command.record:
        fields = workflow.records[stating.record_of(case, command.record).kind].fields
    unknown = next((name for name in command.fields if name not in fields), None)
    if unknown is not None:
        raise UnknownWord("field", unknown, fields)
    return stating.misstated(fields, command.fields)


def _closed(workflow: Workflow, case: Case) -> tuple[Because, ...]:
    return (Because("case-closed", {"case": case.id}),) if workflow.stages[case.stage].final else ()


def _tell_record(command: Record) -> Mapping[str, Plain]:
    return {
        "record": command.record,
        "kind": command.kind,
        "fields": dict(command.fields),
        "links": list(command.links),
        **({"author": command.author} if command.author else {}),
    }


class Entry(NamedTuple):
    """What becomes of a command that is no arrow: the type of its entry, what speaks against it, what it says."""

    type: str
    judge: Callable[[Workflow, Case, Any], tuple[Because, ...]]
    tell: Callable[[Any], Mapping[str, Plain]]


_BY_HAND: Mapping[type[Command], Entry] = {
    Record: Entry("recorded", _judge_record, _tell_record),
    Connect: Entry("linked", _judge_connect, lambda c: {"record": c.record, "to": c.to}),
    Prove: Entry("evidenced", _judge_prove, lambda c: {"record": c.record, "evidence": dict(c.evidence)}),
    Plan: Entry("planned", _judge_plan, lambda c: {"stage": c.stage, "task": c.task}),
    Correct: Entry("corrected", _judge_correct, lambda c: {"record": c.record, "fields": dict(c.fields)}),
}
