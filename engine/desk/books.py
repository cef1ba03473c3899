"""The books, open at the desk for one intent: what is there, what the intent has made of it so far, what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, cast

from engine.definition.workflow import Workflow
from engine.desk.answer import Change, Done, Remark
from engine.desk.intent import Intent, Step
from engine.desk.registering import Register
from engine.run.case import Case
from engine.run.command import BringBack, Fire, Migrate, Open, TakeBack
from engine.run.decide import decide
from engine.run.duty import suggested
from engine.run.entitling import Judged, asks_of_record, duties_of
from engine.run.event import Event, Told
from engine.run.facts import Facts
from engine.run.fold import apply, fold
from engine.run.migration import migrate
from engine.run.office import ID as OFFICE_ID
from engine.run.office import read
from engine.run.office_access import may_in_office
from engine.run.refusal import Because, Refused
from engine.run.undoing import in_the_way, not_allowed, told_of
from engine.run.unknown import NotFound
from engine.store.gaps import days_around, things_around
from engine.store.store import Document, Ledger


class Books:
    """Steps read here and say what they want to say besides; they write by yielding commands only.

    `about`, `repeated`, `difference` and `remarks` become part of the answer.
    """

    def __init__(self, ledger: Ledger, intent: Intent, operator: str, at: datetime) -> None:
        self.ledger = ledger
        self.operator = operator
        self.at = at
        self.today = at.date()
        self.about = ""
        self.repeated = False
        self.difference: tuple[Change, ...] = ()
        self.remarks: list[Remark] = []
        self.register = Register(ledger)
        self._intent = intent
        self._old: dict[str, tuple[Event, ...]] = {}
        self._new: dict[str, list[Event]] = {}
        self._entries: list[Event] = []
        self._cases: dict[str, Case | None] = {}
        self._numbers: dict[str, int] = {}
        self._documents: list[Document] = []
        self._workflows: list[Workflow] = []
        self._read: dict[tuple[str, str], Workflow] = {}

    def case(self, id: str) -> Case | None:
        """A case as this intent has made it so far."""
        try:
            return self._cases[id]
        except KeyError:
            found = self._cases[id] = self.ledger.case(id)
            return found

    def known_case(self, id: str) -> Case:
        """The same; raises NotFound."""
        found = self.case(id)
        if found is None:
            raise NotFound("case", id, self.ledger.cases())
        return found

    def history(self, id: str) -> tuple[Event, ...]:
        """All entries of a case, the new ones too."""
        if id not in self._old:
            self._old[id] = self.ledger.history(id)
        return (*self._old[id], *self._new.get(id, ()))

    @property
    def opened(self) -> tuple[Case, ...]:
        """The cases that this intent has opened."""
        first = (event.case for event in self._entries if event.type == "opened")
        return tuple(case for case in map(self.case, first) if case)

    def version(self, id: str) -> int:
        """The number of a case's last entry; 0 if there is none."""
        history = self._new.get(id) or self.history(id)
        return history[-1].version if history else 0

    def workflow(self, name: str, version: str = "") -> Workflow:
        """A regulation, also one that this intent brings along."""
        for workflow in self._workflows:
            if workflow.name == name and version in ("", workflow.version):
                return workflow
        return self.ledger.workflow(name, version)

    def workflow_of(self, case: Case) -> Workflow:
        """The regulation of a case, in the version that it was started with."""
        asked = (case.workflow, case.workflow_version)
        found = self._read.get(asked)
        if found is None:
            found = self._read[asked] = self.workflow(*asked)
        return found

    def new_id(self, series: str) -> str:
        """The next id of a series; numbers are never given out twice, not even after an undo."""
        last = self._numbers.get(series) or self.ledger.last_number(series)
        self._numbers[series] = last + 1
        return f"{series}-{last + 1}"

    def keep(self, document: Document) -> None:
        """Keep a document when the intent is recorded."""
        self._documents.append(document)

    def define(self, workflow: Workflow) -> None:
        """Keep a regulation when the intent is recorded."""
        self._workflows.append(workflow)
        self._read.clear()

    def forget_new(self) -> None:
        """Leave out whom this intent has met: it turns out to record nothing."""
        self.register.new.clear()

    def facts(self, case: Case | None) -> Facts:
        """What may be known when this case is judged."""
        held, waivers = read(self.case(OFFICE_ID))
        if case is None:
            return Facts(self.today, held, waivers=waivers)
        begun = case.opened.happened_on if case.opened else self.today
        workflow = self.workflow_of(case)
        around = things_around(workflow, case, self.case, self.ledger.find, self.workflow_of)
        days_off, days_on = days_around(workflow, begun)
        return Facts(self.today, held, around, days_off, days_on, waivers)

    def told(self, on_behalf_of: str = "") -> Told:
        """The facts of an entry that is made now."""
        said = self._intent
        whose = said.on_behalf_of or on_behalf_of or self.operator
        return Told(self.operator, whose, said.ground, said.happened_on or self.today, self.at)

    def carry_out(self, step: Step) -> Refused | None:
        """Judge one step and count it as done, or say why not."""
        otherwise = _OTHERWISE.get(type(step))
        return self._decide(cast("Judged", step)) if otherwise is None else otherwise(self, step)

    def _decide(self, step: Judged) -> Refused | None:
        case = self.case(step.case)
        if isinstance(step, Open):
            workflow = self.workflow(step.workflow)
        elif case is None:
            raise NotFound("case", step.case, self.ledger.cases())
        else:
            workflow = self.workflow_of(case)
        if isinstance(step, Fire) and case is not None:
            facts = self.facts(case)
            told = self.told(self._whose(workflow, case, step, facts))
        else:
            facts = self.facts(case if asks_of_record(workflow, case, step) else None)
            told = self.told()
        outcome = decide(workflow, case, step, facts, told)
        if isinstance(outcome, Refused):
            return outcome
        for event in outcome:
            case = self._cases[step.case] = apply(case, self._take(event, case))
        return None

    def _whose(self, workflow: Workflow, case: Case, step: Fire, facts: Facts) -> str:
        """On whose behalf an arrow is taken if nobody was named."""
        arrow = workflow.arrow(case.stage, step.trigger, step.target or None)
        return suggested(workflow, arrow, case, self.operator, facts) if arrow is not None else ""

    def close(self, intent: Intent) -> Done:
        """Write all of it down, unless it was only to be shown, or there is nothing to write."""
        entries = tuple(self._entries)
        met = self.register.new or self.register.corrected
        changes_nothing = not (entries or met or self._documents or self._workflows)
        id = "" if intent.dry or changes_nothing else self._write(intent, entries)
        return Done(id, self.about, entries, self.repeated, self.difference, tuple(self.remarks))

    def _write(self, intent: Intent, entries: tuple[Event, ...]) -> str:
        for workflow in self._workflows:
            self.ledger.define(workflow)
        for document in self._documents:
            self.ledger.keep(document)
        for party in self.register.new:
            self.ledger.register(party)
        for party in self.register.corrected:
            self.ledger.correct(party)
        made = {case: self._cases[case] for case in self._new}
        return self.ledger.append(intent.what, self.about, intent.key, entries, self.at, made)

    def _pass_over(self, step: TakeBack | BringBack) -> Refused | None:
        history, told = self.history(step.case), self.told()
        workflow = self.workflow_of(self.case(step.case) or apply(None, history[0]))
        because = in_the_way(history, step) or not_allowed(history, step, workflow, self.facts(None), told)
        if because:
            return Refused(step.case, self._intent.what, because, told)
        self._take(told_of(step, 0, told), None)
        self._cases[step.case] = fold(self.history(step.case))
        return None

    def _take_over(self, step: Migrate) -> Refused | None:
        """Put a case under another version of its regulation."""
        case = self.known_case(step.case)
        new, facts, told = self.workflow(case.workflow, step.version), self.facts(None), self.told()
        because = may_in_office("migrate", facts, told) or duties_of(new, case, "migrate", facts, told)
        if because:
            return Refused(case.id, "migrate", because, told)
        outcome = migrate(self.workflow_of(case), new, case, step, told)
        if isinstance(outcome, Refused):
            return outcome
        self._cases[step.case] = apply(case, self._take(outcome, case))
        return None

    def _say_no(self, reason: Because) -> Refused:
        return Refused(self.about, self._intent.what, (reason,), self.told())

    def _take(self, event: Event, case: Case | None) -> Event:
        """Put an entry down; a case that was taken back whole goes on with its next number."""
        version = (self.version(event.case) if case is None else case.version) + 1
        entry = event if event.version == version else event._replace(version=version)
        self._new.setdefault(event.case, []).append(entry)
        self._entries.append(entry)
        return entry


_OTHERWISE: Mapping[type, Callable[[Books, Any], Refused | None]] = {
    Because: Books._say_no,
    TakeBack: Books._pass_over,
    BringBack: Books._pass_over,
    Migrate: Books._take_over,
}
