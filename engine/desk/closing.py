"""An assignment taken off control: what was a plan in a cycle becomes a record there, with its proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.definition.workflow import RecordKind, Workflow
from engine.desk.answer import Remark
from engine.desk.books import Books
from engine.desk.cycles import fired
from engine.desk.intent import Intent, Step, Waiver
from engine.desk.records import Proof, kept
from engine.run.case import Case
from engine.run.command import Prove, Record
from engine.run.event import Plain


def confirm(task: str, proofs: tuple[Proof, ...] = (), text: str = "", waiver: Waiver | None = None) -> Intent:
    """Take an assignment off control as done; documents that are brought along are added to it first."""
    taken_off = fired(task, "confirm", {"text": text} if text else {}, waiver=waiver)

    def steps(books: Books) -> Iterator[Step]:
        books.about = task
        books.known_case(task)
        for proof in proofs:
            yield Prove(task, "", kept(books, proof))
        yield from taken_off(books)
        yield from _into_cycles(books, books.known_case(task))

    return Intent("task.confirm", steps)


def _into_cycles(books: Books, task: Case) -> Iterator[Step]:
    """A record in every stage of every cycle that the assignment was planned for."""
    for case_id, stage in books.ledger.serving(task.id):
        cycle = books.known_case(case_id)
        workflow = books.workflow_of(cycle)
        if workflow.stages[cycle.stage].final:
            books.remarks.append(Remark("cycle-closed", {"case": cycle.id, "task": task.id}))
        elif workflow.stages[stage].produces:
            yield from _record(books, workflow, cycle, workflow.records[workflow.stages[stage].produces[0]], task)


def _record(books: Books, workflow: Workflow, cycle: Case, kind: RecordKind, task: Case) -> Iterator[Step]:
    id = books.new_id(kind.prefix)
    books.remarks.append(Remark("became-record", {"task": task.id, "record": id, "case": cycle.id}))
    yield Record(cycle.id, id, kind.name, _stated(kind, task), _only_candidates(cycle, kind), reporter(task))
    for proof in proofs_of(task):
        yield Prove(cycle.id, id, proof)


def reporter(task: Case) -> str:
    """Whose report it is that was accepted: they made what comes of it, whoever took the assignment off control."""
    reports = [move.told.on_behalf_of for move in task.moves if move.trigger == "report"]
    return reports[-1] if reports else ""


def proofs_of(case: Case) -> tuple[Mapping[str, Plain], ...]:
    """All documents of a case: its own and those of its records."""
    return (*case.evidence, *(proof for record in case.records.values() for proof in record.evidence))


def _stated(kind: RecordKind, task: Case) -> dict[str, Plain]:
    """The fields of a record that the assignment itself tells: its words, its executors, its term."""
    told: dict[str, Plain] = {name: task.fields.get(name) for name in ("text", "executors", "due", "addressee")}
    told |= {"name": task.fields.get("text"), "responsible": task.fields.get("executors")}
    return {name: value for name, value in told.items() if name in kind.fields and value not in (None, "", [])}


def _only_candidates(cycle: Case, kind: RecordKind) -> tuple[str, ...]:
    """A link back where there is only one record that can be meant; among several nobody guesses."""
    by_kind = [[record.id for record in cycle.records.values() if record.kind == back.kind] for back in kind.back]
    return tuple(ids[0] for ids in by_kind if len(ids) == 1)
