"""Cases taken through their stages: started, advanced, returned, closed into the next cycle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.definition.workflow import Workflow
from engine.desk.books import Books
from engine.desk.intent import Intent, Step, Steps, Waiver
from engine.desk.wording import leave
from engine.run.case import Case
from engine.run.command import Correct, Fire, Open
from engine.run.event import Plain
from engine.run.firing import WAIVER
from engine.run.refusal import Because
from engine.run.unknown import UnknownWord
from engine.store.projections import subject_key

SERIES = "К"
CYCLE = "management_cycle"
NEXT_CYCLE = "next_cycle"


def start(organisation: str, mechanism: str, period: str, at: str = "") -> Intent:
    """Start the cycle of an organisation (id or name), mechanism and period; stages before `at` are taken on trust."""

    def steps(books: Books) -> Iterator[Step]:
        check_mechanism(mechanism)
        subject = cycle_subject(books.register.named(organisation, "org"), mechanism, period)
        found = cycle(books, subject)
        books.about = found or books.new_id(SERIES)
        if found:
            yield Because("cycle-exists", {"case": found, "mechanism": mechanism, "period": period})
        yield Open(books.about, CYCLE, subject, dict(subject), at)

    return Intent("case.start", steps)


def start_other(workflow: str, subject: Mapping[str, str], fields: Mapping[str, Plain], at: str = "") -> Intent:
    """Start a case of any other regulation."""

    def steps(books: Books) -> Iterator[Step]:
        books.workflow(workflow)
        books.about = books.new_id(SERIES)
        yield Open(books.about, workflow, subject, fields, at)

    return Intent("case.start", steps)


def fire(case: str, trigger: str, data: Mapping[str, Plain], target: str = "", waiver: Waiver | None = None) -> Intent:
    """Take an arrow of a case; what begins after it (the next cycle) begins in the same intent."""
    return Intent(f"case.{trigger}", fired(case, trigger, data, target, waiver))


def fired(case: str, trigger: str, data: Mapping[str, Plain], target: str = "", waiver: Waiver | None = None) -> Steps:
    """The steps of it, for an intent that has more to do."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = case
        before = books.known_case(case)
        workflow = books.workflow_of(before)
        arrow = workflow.arrow(before.stage, trigger, target or None)
        brought = dict(data)
        if waiver is not None:
            brought[WAIVER] = leave(waiver, books.register)
        yield Fire(case, trigger, brought, target)
        if arrow is not None and arrow.then == NEXT_CYCLE:
            yield from _next(books, workflow, before)

    return steps


def advance(case: str, waiver: Waiver | None = None) -> Intent:
    """One stage on, if what completes this one holds, or somebody with the right to has waived it."""
    return fire(case, "advance", {}, waiver=waiver)


def back(case: str, to: str, reason: str) -> Intent:
    """Back to an earlier stage."""
    return fire(case, "return", {"reason": reason}, to)


def close(case: str, waiver: Waiver | None = None) -> Intent:
    """Close a cycle; the next one starts from what its effectiveness analysis has found."""
    return fire(case, "close", {}, waiver=waiver)


def cycle_subject(organisation: str, mechanism: str, period: str) -> dict[str, str]:
    """What a cycle is about."""
    return {"organisation": organisation, "mechanism": mechanism, "period": period}


def cycle(books: Books, subject: Mapping[str, str]) -> str:
    """The cycle that there is of this subject, or that this intent has opened, or ''."""
    known = books.ledger.find("subject", subject_key(CYCLE, dict(subject)))
    new = (case.id for case in books.opened if case.workflow == CYCLE and case.subject == subject)
    return next(iter(known), "") or next(new, "")


def _next(books: Books, workflow: Workflow, closed: Case) -> Iterator[Step]:
    """The cycle of the next period, new or already there, with the effects of this one as its ground."""
    period = str(closed.subject["period"])
    subject = {**closed.subject, "period": str(int(period) + 1) if period.isdecimal() else f"{period}+1"}
    fields: dict[str, Plain] = {"previous": closed.id, "ground": _effects(workflow, closed)}
    found = cycle(books, subject)
    if found:
        yield Correct(found, fields)
    else:
        yield Open(books.new_id(SERIES), workflow.name, subject, {**subject, **fields})


def _effects(workflow: Workflow, closed: Case) -> list[Plain]:
    """The records of the last stage before the end: what was reached, and what is proposed."""
    kinds = workflow.stages[closed.stage].produces
    records = [record for record in closed.records.values() if record.kind in kinds]
    return [{"record": record.id, **dict(record.fields)} for record in records]


def check_mechanism(code: str) -> None:
    """Raises UnknownWord for a mechanism that the cycle is not run for."""
    from engine.definition.shipped import mechanisms  # reads YAML: when a cycle is started by hand only

    known = [mechanism.code for mechanism in mechanisms()]
    if code not in known:
        raise UnknownWord("mechanism", code, known)
