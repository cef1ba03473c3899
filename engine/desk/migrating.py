"""A new version of a regulation put into the books, and cases taken over to it: all, none, or those that can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.definition.workflow import Title, Workflow
from engine.desk.answer import Remark
from engine.desk.books import Books
from engine.desk.desk import Desk
from engine.desk.intent import Intent, Step
from engine.desk.needs import lacking
from engine.desk.workspace import NEVER_AT_FIRST
from engine.problems import NOTHING
from engine.run.case import Case
from engine.run.command import Migrate, Record
from engine.run.duty import OFFICE as HELD_IN_OFFICE
from engine.run.entitling import duties_of
from engine.run.migration import Fit, fit
from engine.run.office import ID as OFFICE_ID
from engine.run.office import RECORDS, TENURE, roles
from engine.run.office_access import may_in_office
from engine.run.refusal import Because
from engine.run.unknown import NotFound
from engine.store.store import Ledger

SHOWN = 6  # of the cases that stay


@dataclass(frozen=True, slots=True)
class Verdict:
    """What would become of one case: the version it has, the stage it would stand in, how it fits."""

    case: Case
    to: str
    stage: str
    title: Title
    fit: Fit


def publish(workflow: Workflow) -> Intent:
    """Put a version of a regulation into the books: new cases begin with it, those begun keep theirs.

    A role of the office that nobody holds is given to the operator, as all roles are when a workspace is founded.
    One that the program opens itself is not taken without what the program relies on.
    """

    def steps(books: Books) -> Iterator[Step]:
        books.about = f"{workflow.name}@{workflow.version}"
        if is_kept(books.ledger, workflow.name, workflow.version):
            if books.ledger.workflow(workflow.name).version != workflow.version:
                yield Because("version-kept", {"name": workflow.name, "version": workflow.version})
            books.repeated = True
            return
        yield from may_in_office("publish", books.here(), books.told())
        yield from lacking(workflow)
        books.define(workflow)
        yield from _granted(books, workflow)

    return Intent("workflow.publish", steps)


def is_kept(ledger: Ledger, name: str, version: str) -> bool:
    """Whether a version of a regulation is in the books."""
    try:
        return bool(ledger.workflow(name, version))
    except NotFound:
        return False


def _granted(books: Books, workflow: Workflow) -> Iterator[Step]:
    today = books.at.date()
    held = roles(books.case(OFFICE_ID), today)
    vacant = [one for one in workflow.roles.values() if one.held_by == HELD_IN_OFFICE and not held.get(one.name)]
    names = {party.id: party.name for party in books.ledger.parties()}
    may_grant = not may_in_office("grant", books.here(), books.told())
    for one in vacant:
        facts = {"role_ru": one.title.ru, "role_en": one.title.en, "who": names[books.operator]}
        if not may_grant or one.name in NEVER_AT_FIRST:
            books.remarks.append(Remark("role-vacant", {**facts, "role": one.name}))
        else:
            books.remarks.append(Remark("role-granted", facts))
            said = {"role": one.name, "party": books.operator, "since": today.isoformat()}
            yield Record(OFFICE_ID, books.new_id(RECORDS[TENURE].prefix), TENURE, said)


def take_over(
    cases: Sequence[str], version: str, mapping: Mapping[str, str], *, where_possible: bool = False
) -> Intent:
    """Take cases over to a version of their regulation; those that have it already stay as they are.

    Nothing is recorded if one of them cannot be, unless it is to be done `where_possible`: then those stay as well, and
    the answer says so. `verdicts` tells beforehand which, and why.
    """

    def steps(books: Books) -> Iterator[Step]:
        books.about = cases[0] if len(cases) == 1 else ""
        stay: list[str] = []
        taken = 0
        for id in cases:
            case = books.known_case(id)
            if case.workflow_version == books.workflow(case.workflow, version).version:
                continue
            if where_possible and _judged(books, case, version, mapping).because:
                stay.append(id)
                continue
            books.about = books.about or id
            taken += 1
            yield Migrate(id, version, mapping)
        if stay and not taken:
            yield Because("migrate-none", {"count": str(len(stay))})
        elif stay:
            books.remarks.append(Remark("migrate-stay", {"count": str(len(stay)), "cases": _some(stay)}))

    return Intent("case.migrate", steps)


def verdicts(
    desk: Desk, intent: Intent, cases: Sequence[str], version: str, mapping: Mapping[str, str]
) -> tuple[Verdict, ...]:
    """What an intent to take these cases over would come to, case by case, by whoever's act it is; nothing is done."""
    with desk.store.reading() as ledger:
        books = Books(ledger, intent, desk.operator, desk.clock())
        judged = (_verdict(books, books.known_case(id), version, mapping) for id in cases)
        return tuple(verdict for verdict in judged if verdict.case.workflow_version != verdict.to)


def _verdict(books: Books, case: Case, version: str, mapping: Mapping[str, str]) -> Verdict:
    new, judged = books.workflow(case.workflow, version), _judged(books, case, version, mapping)
    stage = judged.mapping.get(case.stage, case.stage)
    known = new if stage in new.stages else books.workflow_of(case)
    return Verdict(case, new.version, stage, known.stages[stage].title, judged)


def _judged(books: Books, case: Case, version: str, mapping: Mapping[str, str]) -> Fit:
    """How one case fits, its duties counted: what stands in the way of this case, and of no other."""
    new = books.workflow(case.workflow, version)
    found = fit(books.workflow_of(case), new, case, mapping)
    duties = duties_of(new, case, "migrate", books.here(), books.told())
    return replace(found, because=(*duties, *found.because), offer=NOTHING) if duties else found


def _some(cases: Sequence[str]) -> str:
    """The first of many; all of them are in the verdicts."""
    return ", ".join(cases[:SHOWN]) + (", …" if len(cases) > SHOWN else "")
