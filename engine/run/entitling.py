"""Who may do to a case, or to the workspace, what is no arrow; and the duties that such an act is judged by."""

from __future__ import annotations

from collections.abc import Mapping

from engine.definition.derived import once
from engine.definition.guards import Demands, demands
from engine.definition.workflow import Workflow
from engine.rules.thing import Act
from engine.run.access import allowing, may
from engine.run.case import Case
from engine.run.command import Connect, Correct, Fire, Open, Plan, Prove, Record
from engine.run.duty import binding, in_place_of, places
from engine.run.event import Event, Told
from engine.run.facts import Facts
from engine.run.firing import INSTEAD_OF
from engine.run.fold import apply
from engine.run.office import OFFICE
from engine.run.office_access import not_in_office, spoiling_office
from engine.run.order import not_done_yet, too_early
from engine.run.refusal import Because, Refused
from engine.run.scene import acts_on, bare_scene, scene
from engine.run.waiving import forgiven, unmet

Outcome = tuple[Event, ...] | Refused
Judged = Open | Fire | Record | Connect | Prove | Plan | Correct  # undoing is judged over a history, not over a case
ByHand = Open | Record | Connect | Prove | Plan | Correct
ACTION: Mapping[type, str] = {
    Open: "open",
    Record: "record",
    Connect: "link",
    Prove: "prove",
    Plan: "plan",
    Correct: "correct",
}

OF_RECORDS = (Record, Connect, Correct)


def entitled(
    workflow: Workflow, case: Case | None, command: ByHand, event: Event, facts: Facts, faults: tuple[Because, ...]
) -> Outcome:
    """The event of a command without faults, if this person may do it and no duty stands in the way."""
    told = event.told
    if told.happened_on != facts.today:
        faults = (*faults, *(not_done_yet(facts, told) or _too_early(case, told)))
    if workflow.name == OFFICE.name:
        because = (*faults, *not_in_office(case, command, event, facts))
        because = because or spoiling_office(case, command, event, facts)
        return _refused(command, because, told) if because else (event,)
    action = ACTION[type(command)]
    stage = case.stage if case else str(event.data["stage"])
    roles = allowing(workflow, stage, action)
    acting = places(workflow, roles, case, facts, told)
    because = (*faults, *may(workflow, action, roles, acting, facts, told))
    if because:
        return _refused(command, because, told)
    for_whom = in_place_of(told.on_behalf_of, acting)
    found = _unmet(workflow, case, command, event, facts, for_whom)
    if not (found or for_whom):
        return (event,)
    waived, left = forgiven(found, getattr(command, "waiver", None) or None, facts, told, for_whom)
    if left:
        return _refused(command, left, told)
    more = {name: value for name, value in (("waived", waived), (INSTEAD_OF, for_whom)) if value}
    return (event._replace(data={**event.data, **more}),)


def _too_early(case: Case | None, told: Told) -> tuple[Because, ...]:
    """The workspace has no first day: who held which role before there were books can be put down."""
    return () if case is None or case.workflow == OFFICE.name else too_early(case, told)


def _refused(command: ByHand, because: tuple[Because, ...], told: Told) -> Refused:
    return Refused(command.case, type(command).__name__.lower(), because, told)


def duties_of(workflow: Workflow, case: Case, action: str, facts: Facts, told: Told) -> tuple[Because, ...]:
    """The duties of every act that stand in the way of one that is neither an arrow nor about a record."""
    rules = binding(duties_on(workflow, action, ""), facts.tenures, told.happened_on)
    if not rules:
        return ()
    done = Act(action, case.id, told.on_behalf_of, told.happened_on, case.version + 1)
    found = unmet(rules, bare_scene(workflow, case, facts, (done,)), case.stage)
    return forgiven(found, None, facts, told, "")[1]


def duties_on(workflow: Workflow, action: str, name: str) -> Demands:
    """The duties by what an act is and by what else it is called."""
    known = _duties(workflow)
    found = known.get((action, name))
    if found is None:
        found = known[action, name] = demands(workflow, workflow.duties, action, name)
    return found


@once
def _duties(workflow: Workflow) -> dict[tuple[str, str], Demands]:
    """The duties by the acts that they concern, as far as somebody has wanted to know."""
    return {}


def _unmet(
    workflow: Workflow, case: Case | None, command: ByHand, event: Event, facts: Facts, for_whom: str
) -> tuple[Because, ...]:
    """The duties of every act, and what the kind of the record requires with the act counted as done."""
    if isinstance(command, OF_RECORDS) and asks_of_record(workflow, case, command):
        return _unmet_of_record(workflow, case, command, event, facts, for_whom)
    action, told = ACTION[type(command)], event.told
    asked = duties_on(workflow, action, "")
    rules = binding(asked, facts.tenures, told.happened_on)
    if not rules:
        return ()
    # Who holds a role of the office is the same whatever the act makes of the case.
    after = _after(case, event, for_whom) if asked.of_case or case is None else case
    done = Act(action, after.id, told.on_behalf_of, told.happened_on, event.version, "", for_whom)
    return unmet(rules, bare_scene(workflow, after, facts, (done,)), case.stage if case else after.stage)


def _after(case: Case | None, event: Event, for_whom: str) -> Case:
    """The case with the act counted as done."""
    return apply(case, event._replace(data={**event.data, INSTEAD_OF: for_whom}) if for_whom else event)


def _unmet_of_record(
    workflow: Workflow,
    case: Case | None,
    command: Record | Connect | Correct,
    event: Event,
    facts: Facts,
    for_whom: str,
) -> tuple[Because, ...]:
    after = _after(case, event, for_whom)
    stage, told, action = case.stage if case else after.stage, event.told, ACTION[type(command)]
    record = after.records[command.record]
    kind = workflow.records[record.kind]
    done = Act(action, record.id, told.on_behalf_of, told.happened_on, event.version, kind.act, for_whom)
    rules = binding(duties_on(workflow, action, kind.act), facts.tenures, told.happened_on)
    found = unmet(rules, bare_scene(workflow, after, facts, (done,)), stage) if rules else ()
    hands = tuple(dict.fromkeys((*acts_on(record, kind.act), *([done] if isinstance(command, Connect) else []))))
    return (*found, *unmet(kind.requirements, scene(workflow, after, facts, hands), stage))


def asks_of_record(workflow: Workflow, case: Case | None, command: Judged) -> bool:
    """Whether the command adds, links or puts right a record of a kind that asks something of whoever does."""
    if isinstance(command, Record):
        return command.kind in workflow.records and bool(workflow.records[command.kind].requirements)
    if case is None or not isinstance(command, OF_RECORDS) or not command.record:
        return False
    record = case.records.get(command.record)
    return record is not None and record.kind in workflow.records and bool(workflow.records[record.kind].requirements)
