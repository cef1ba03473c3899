"""What is done with assignments: added by hand, put right, taken through their life."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.desk.books import Books
from engine.desk.cycles import CYCLE, check_mechanism
from engine.desk.intent import Intent, Step
from engine.desk.planning import STAGE_OF, Serves, plan
from engine.desk.waiting import loop
from engine.messages import words_for
from engine.protocol import Executor
from engine.rules.quantities import day_of
from engine.run.command import Correct, Fire, Open, Record
from engine.run.event import Plain
from engine.run.office import ID as OFFICE_ID
from engine.run.office import roles
from engine.run.refusal import Because
from engine.run.unknown import UnknownWord

ALONE = "Т"  # the series of assignments that no protocol gave
WORKFLOW = "assignment"


@dataclass(frozen=True, slots=True)
class NewTask:
    """An assignment as a person writes it. `due` is a day, `deadline_raw` the words; parties are ids or names."""

    text: str
    protocol: str = ""
    path: str = ""
    kind: str = "assignment"
    executors: Sequence[str | Executor] = ()
    due: date | None = None
    deadline_raw: str = ""
    mechanisms: Sequence[str] = ()
    stages: Sequence[str] = ()
    predecessors: Sequence[str] = ()


def add(task: NewTask) -> Intent:
    """Put an assignment on control: into a protocol, under the next free number if none is given, or alone."""

    def steps(books: Books) -> Iterator[Step]:
        yield from _sayable(books, task)
        if task.protocol:
            books.known_case(task.protocol)
            path = task.path or _free_path(books, task.protocol)
            books.about = f"{task.protocol}.{path}"
        else:
            path = task.path
            books.about = books.new_id(ALONE)
        fields: dict[str, Plain] = {"text": task.text, "kind": task.kind, "deadline_raw": task.deadline_raw}
        fields |= _people(books, task.executors)
        fields |= {"mechanisms": list(task.mechanisms), "stages": list(task.stages)}
        if task.due:
            fields |= {"due": task.due.isoformat(), "deadline_kind": "date"}
        if task.predecessors:
            yield from _waits(books, books.about, task.predecessors)
            fields["predecessors"] = [books.known_case(each).id for each in task.predecessors]
        yield Open(books.about, WORKFLOW, {"protocol": task.protocol, "path": path}, fields)
        organisation, year = _decided(books, task.protocol)
        if organisation:
            yield from plan(books, organisation, year, [Serves(books.about, task.mechanisms, task.stages)])

    return Intent("task.add", steps)


def _sayable(books: Books, task: NewTask) -> Iterator[Step]:
    """Says no to an assignment of nothing; raises UnknownWord for a mechanism or a stage that there is not."""
    text = books.workflow(WORKFLOW).fields["text"]
    if not task.text.strip():
        yield Because("text-missing", {"field_ru": text.title.ru, "field_en": text.title.en})
    for mechanism in task.mechanisms:
        check_mechanism(mechanism)
    stages = books.workflow(CYCLE).stages
    for stage in task.stages:
        if stage not in stages and stage not in STAGE_OF:
            raise UnknownWord("stage", stage, stages)


def edit(task: str, fields: Mapping[str, Plain], executors: Sequence[str | Executor] | None = None) -> Intent:
    """Put right what was misread: fields as the definition names them, days as ISO text, executors as ids or names."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = task
        books.known_case(task)
        changed = dict(fields)
        if executors is not None:
            changed |= _people(books, executors)
        waits_for = changed.get("predecessors")
        if isinstance(waits_for, list):
            yield from _waits(books, task, [str(each) for each in waits_for])
        if "due" in changed and "control_due" not in changed:
            changed |= {"control_due": "", "control_rule": ""}  # it was reckoned from the day that was wrong
        yield Correct(task, changed)

    return Intent("task.edit", steps)


def take(task: str, trigger: str, **data: Plain) -> Intent:
    """Take an arrow of an assignment: deliver, accept, return, extend, not_done, not_applicable, withdraw.

    `data` is what the arrow asks for: reason, due (ISO text).
    """

    def steps(books: Books) -> Iterator[Step]:
        books.about = task
        yield from _turned_back(books, task, data["due"]) if trigger == "extend" and "due" in data else ()
        yield Fire(task, trigger, data)

    return Intent(f"task.{trigger}", steps)


def _turned_back(books: Books, task: str, due: Plain) -> Iterator[Step]:
    """A no where the new term is before the one there is, before the act itself, or before the paper."""
    said, new = books.known_case(task).fields, day_of(str(due))
    present = str(said.get("due") or said.get("control_due") or "")
    bounds = {"term": present, "act": books.told().happened_on.isoformat(), "paper": str(said.get("decided") or "")}
    for what, text in bounds.items():
        than = day_of(text)
        if new is not None and than is not None and new < than:
            names = words_for(f"than-{what}")
            facts = {"case": task, "due": str(due), "than": text, "what_ru": names.ru, "what_en": names.en}
            yield Because("term-back", facts)


def report(task: str, text: str) -> Intent:
    """Report on an assignment; the report stays as a record of it, to which documents can be added."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = task
        case = books.known_case(task)
        workflow = books.workflow_of(case)
        kind = workflow.records.get("report")
        if kind is not None and text and case.stage == workflow.stage_of("report"):
            yield Record(task, books.new_id(kind.prefix), kind.name, {"text": text, "kind": "final"})
        yield Fire(task, "report", {"text": text})

    return Intent("task.report", steps)


def reassign(task: str, executors: Sequence[str | Executor], reason: str) -> Intent:
    """Give an assignment to others."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = task
        books.known_case(task)
        yield Fire(task, "reassign", {"executors": _people(books, executors)["executors"], "reason": reason})

    return Intent("task.reassign", steps)


def _people(books: Books, executors: Sequence[str | Executor]) -> dict[str, Plain]:
    ids = [books.register.named(each) if isinstance(each, str) else books.register.executor(each) for each in executors]
    parts = ["responsible" if isinstance(each, str) else each.role for each in executors]
    return {"executors": list(ids), "executor_roles": list(parts)}


def _decided(books: Books, protocol: str) -> tuple[str, str]:
    """Whose cycles a task by hand serves: those of its protocol's authority, or of this office, in its year."""
    case = books.case(protocol) if protocol else None
    if case is not None:
        day = str(case.fields.get("date") or books.at.date().isoformat())
        return str(case.fields.get("organisation") or ""), day[:4]
    return min(roles(books.case(OFFICE_ID), books.at.date()).get("organisation", {""})), str(books.at.year)


def _waits(books: Books, task: str, predecessors: Sequence[str]) -> Iterator[Step]:
    """A no with the loop written out, if these predecessors wait for the task themselves."""
    for each in predecessors:
        if books.known_case(each).workflow != WORKFLOW:
            raise UnknownWord("task", each)
        found = loop(books, task, each)
        if found:
            yield Because("loop", {"loop": " → ".join(found)})


def _free_path(books: Books, protocol: str) -> str:
    """The whole number after the highest one in use."""
    taken = [case.partition(".")[2] for case in books.ledger.streams() if case.startswith(f"{protocol}.")]
    tops = [int(path.partition(".")[0]) for path in taken if path.partition(".")[0].isdecimal()]
    return str(max(tops, default=0) + 1)
