"""What the desk itself relies on in the regulations that it opens: whoever replaces one has to leave it these.

Types and allowed values are those of the shipped regulation; everything else in it is for each office to change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.definition.workflow import Field, RecordKind, Workflow
from engine.desk.cycles import CYCLE
from engine.desk.importing import PROTOCOL, SIGNED
from engine.desk.tasks import WORKFLOW as ASSIGNMENT
from engine.protocol import TASK_KINDS, ItemKind
from engine.run.refusal import Because


@dataclass(frozen=True, slots=True)
class Needs:
    """Fields that are written, arrows that are taken and from which stage, kinds that are recorded.

    A kind that may be missing is written to where it is there. An arrow that a command takes is not needed: without it,
    that command is refused like any other that has no way there.
    """

    fields: tuple[str, ...]
    arrows: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    may_be_missing: tuple[str, ...] = ()


NEEDS: Mapping[str, Needs] = {
    ASSIGNMENT: Needs(
        fields=(
            *("text", "kind", "addressee", "executors", "executor_roles", "executors_raw", "deadline_raw"),
            *("deadline_kind", "start", "due", "recurrence", "control_due", "control_rule", "deadline_note", "decided"),
            *("mechanisms", "stages", "because", "predecessors", "offered", "lines"),
        ),
        may_be_missing=("report",),
    ),
    PROTOCOL: Needs(
        fields=(
            *("body", "number", "date", "kind", "organisation", "place", "topic", "agenda", "file", "sha256", "unread"),
            *("chair", "secretary", "controller", "members", "present", "absent", "invited"),
            *("quorum_required", "quorum_present", "regime", "signed_on", "registered_on", "answers", "left_out"),
            "revises",
        ),
        arrows=(("control", SIGNED),),
        kinds=tuple(kind.value for kind in ItemKind if kind not in TASK_KINDS),
    ),
    CYCLE: Needs(
        fields=("organisation", "mechanism", "period", "previous", "ground"),
    ),
}
STATED = {**dict.fromkeys(NEEDS[PROTOCOL].kinds, ("path", "text")), "report": ("text", "kind")}  # in every record


def lacking(workflow: Workflow) -> Iterator[Because]:
    """What a version of a regulation lacks that the desk could not do without; nothing of any other regulation."""
    needs = NEEDS.get(workflow.name)
    if needs is None:
        return
    from engine.definition.shipped import shipped  # reads YAML: when a version is put into the books only

    own = shipped(workflow.name)
    if set(workflow.subject) != set(own.subject):
        facts = {"found": ", ".join(workflow.subject) or "—", "wanted": ", ".join(own.subject)}
        yield Because("needs-subject", {"name": workflow.name, **facts})
    yield from _arrows(workflow, needs)
    yield from _fields(workflow, {name: own.fields[name] for name in needs.fields}, workflow.fields, "")
    for name in (*needs.kinds, *needs.may_be_missing):
        if name in workflow.records:
            yield from _of_kind(workflow, own.records[name], workflow.records[name])
        elif name in needs.kinds:
            yield Because("needs-record", {"name": workflow.name, "kind": name})


def _fields(
    workflow: Workflow, own: Mapping[str, Field], given: Mapping[str, Field], kind: str, missing: bool = True
) -> Iterator[Because]:
    """The fields that are not there, or that would not take what is written into them."""
    for name, field in own.items():
        found = given.get(name)
        facts = {"name": workflow.name, "field": f"{kind}.{name}" if kind else name, "type": field.type}
        if found is None:
            if missing:
                yield Because("needs-field", facts)
        elif found.type != field.type:
            yield Because("needs-type", {**facts, "found": found.type})
        elif found.values and not (field.values and set(field.values) <= set(found.values)):
            lost = ", ".join(value for value in field.values if value not in found.values) or "…"
            yield Because("needs-value", {**facts, "value": lost})


def _arrows(workflow: Workflow, needs: Needs) -> Iterator[Because]:
    """The desk takes them by itself, with nobody there to bring what they ask for."""
    for trigger, source in needs.arrows:
        arrow = workflow.arrow(source, trigger)
        facts = {"name": workflow.name, "trigger": trigger, "stage": source}
        if source not in workflow.stages:
            yield Because("needs-stage", {"name": workflow.name, "stage": source})
        elif arrow is None:
            yield Because("needs-arrow", facts)
        elif arrow.asks:
            yield Because("needs-no-question", {**facts, "asks": ", ".join(arrow.asks)})


def _of_kind(workflow: Workflow, own: RecordKind, given: RecordKind) -> Iterator[Because]:
    """A record is written with the fields that its kind has, so that only those may be required that always are."""
    yield from _fields(workflow, own.fields, given.fields, own.name, missing=False)
    always = STATED[own.name]
    for name, field in given.fields.items():
        if field.required and name not in always:
            yield Because("needs-no-more", {"name": workflow.name, "field": f"{own.name}.{name}"})
    for name in always if own.name == "report" else ():
        if name not in given.fields:
            yield Because("needs-field", {"name": workflow.name, "field": f"{own.name}.{name}", "type": "text"})
