"""In a case of many records, which of them a step may have made judged otherwise: all others stay as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from engine.definition.derived import once
from engine.definition.workflow import Workflow
from engine.rules.reach import EVIDENCE
from engine.run.asked import RECORD, Asked, sentences
from engine.run.case import Case, RecordOf
from engine.run.changing import Plan
from engine.run.event import Event
from engine.run.looking import ITS_OWN, looks

FEW = 24  # records that are sooner judged all again than told apart
BEFORE = "before"  # where nothing is linked with a subject it looks at anything
BY_ITSELF = ITS_OWN | {"after", BEFORE}  # forms that judge each subject whatever becomes of another


class Narrow(NamedTuple):
    """Sentences about each record of a kind, and the records of it that are to be judged again."""

    asked: list[Asked]
    records: dict[str, RecordOf]


def narrowed(workflow: Workflow, case: Case, entries: Iterable[Event], own: Plan) -> tuple[Plan, list[Narrow]]:
    """The plan without the sentences that need not be judged over all of the case, and what is left of those."""
    touched = _touched(case, entries)
    if not touched or case.leave or own.waiting:
        return own, []
    found: dict[str, Narrow] = {}
    rest: list[Asked] = []
    for each in own.asked:
        records = _subjects(workflow, case, each, touched)
        if records is None:
            rest.append(each)
            continue
        for record in records:
            narrow = found.setdefault(record.kind, Narrow([], {}))
            narrow.records[record.id] = record
            if each not in narrow.asked[-1:]:
                narrow.asked.append(each)
    gone = {each.place for each in own.asked} - {each.place for each in rest}
    return own._replace(asked=tuple(rest), places=own.places - gone), list(found.values())


def _touched(case: Case, entries: Iterable[Event]) -> list[tuple[str, RecordOf]]:
    """What was done to which records; nothing where anything else was done."""
    found: list[tuple[str, RecordOf]] = []
    for event in entries:
        record = case.records.get(str(event.data.get("record") or ""))
        if record is None or event.type not in ("recorded", "corrected", "evidenced"):
            return []
        found.append((event.type, record))
    return found


def _subjects(
    workflow: Workflow, case: Case, each: Asked, touched: Iterable[tuple[str, RecordOf]]
) -> list[RecordOf] | None:
    """The subjects of a sentence that may be judged otherwise now; None where any may."""
    others = _linked_kinds(workflow).get(each.place)
    if others is None:
        return None
    subjects: list[RecordOf] = []
    for what, record in touched:
        if record.kind == each.rule.subject:
            subjects.append(record)
        if record.kind not in others or what == "evidenced":
            continue
        if what == "corrected" or each.rule.form == BEFORE:
            return None
        subjects += [other for other in _above(case, record) if other.kind == each.rule.subject]
    return subjects


@once
def _linked_kinds(workflow: Workflow) -> Mapping[int, frozenset[str]]:
    """The kinds of things that a sentence looks at for each of its subjects, which it judges one by one.

    A new record is seen by whom it points back to, directly or through others, and by nobody else: nothing points to
    it yet. A document is seen by the very record that it proves. Where a sentence looks on from what it looks at, or
    at things of its own kind, or is silent until there is a thing of another kind, it is left out.
    """
    found: dict[int, frozenset[str]] = {}
    for each in sentences(workflow):
        rule, case = each.rule, workflow.lexicon.case or workflow.name
        if rule.form not in BY_ITSELF or rule.subject not in workflow.records:
            continue
        seen = tuple(looks(rule, case))
        others = frozenset(look.kind for look in seen) - {""}
        onwards = any(look.kind and look.origin != rule.subject for look in seen)
        silent = each.guards == RECORD and each.step != rule.subject
        if not (onwards or silent or rule.subject in others or (rule.form == BEFORE and EVIDENCE in others)):
            found[each.place] = others
    return found


def _above(case: Case, record: RecordOf) -> Iterator[RecordOf]:
    """All records that one points back to, directly or through others."""
    seen: set[str] = set()
    ahead = [record]
    while ahead:
        for id in ahead.pop().links:
            other = case.records.get(id)
            if other is not None and id not in seen:
                seen.add(id)
                ahead.append(other)
                yield other
