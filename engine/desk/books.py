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
from engine.run.entitling import Judged, Outcome, asks_of_record, duties_of
from engine.run.event import Event, Told
from engine.run.facts import Facts
from engine.run.firing import find, fire
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
        self._here: Facts | None = None

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

    def here(self) -> Facts:
        """What may be known of the office, whatever the case."""
        if self._here is None:
            held, waivers = read(self.case(OFFICE_ID))
            self._here = Facts(self.today, held, waivers=waivers)
        return self._here

    def facts(self, workflow: Workflow, case: Case) -> Facts:
        """What may be known when a case of a regulation is judged."""
        here = self.here()
        around = things_around(workflow, case, self.case, self.ledger.find, self.workflow_of)
        days_off, days_on = days_around(workflow, case.opened.happened_on if case.opened else self.today)
        if not (around or days_off or days_on):
            return here
        return Facts(self.today, here.tenures, around, days_off, days_on, here.waivers)

    def told(self, on_behalf_of: str = "") -> Told:
        """The facts of an entry that is made now."""
        said = self._intent
        whose = said.on_behalf_of or on_behalf_of or self.operator
        return Told(self.operator, whose, said.ground, said.happened_on or self.today, self.at)

    def carry_out(self, step: Step) -> Refused | None:
        """Judge one step and count it as done, or say why not."""
        if type(step) in _OTHERWISE:
            return _OTHERWISE[type(step)](self, step)
        command = cast("Judged", step)
        case = self.case(command.case)
        outcome = self._opened(case, command) if isinstance(command, Open) else self._judged(case, command)
        if isinstance(outcome, Refused):
            return outcome
        for event in outcome:
            case = self._cases[command.case] = apply(case, self._take(event, case))
        return None

    def _opened(self, case: Case | None, command: Open) -> Outcome:
        return decide(self.workflow(command.workflow), case, command, self.here(), self.told())

    def _judged(self, case: Case | None, command: Judged) -> Outcome:
        if case is None:
            raise NotFound("case", command.case, self.ledger.cases())
        workflow = self.workflow_of(case)
        if isinstance(command, Fire):
            return self._fired(workflow, case, command)
        facts = self.facts(workflow, case) if asks_of_record(workflow, case, command) else self.here()
        return decide(workflow, case, command, facts, self.told())

    def _fired(self, workflow: Workflow, case: Case, command: Fire) -> Outcome:
        """An arrow is found before it is judged: it says on whose behalf it is taken, if nobody was named."""
        facts = self.facts(workflow, case)
        meant = find(workflow, case, command.trigger, command.target)
        whose = "" if isinstance(meant, Because) else suggested(workflow, meant.arrow, case, self.operator, facts)
        return fire(workflow, case, meant, command, facts, self.told(whose))

    def close(self, intent: Intent) -> Done:
        """Write all of it down, unless it was only to be shown, or there is nothing to write."""
        entries = tuple(self._entries)
        besides = self._workflows or self._documents or self.register.new or self.register.corrected
        id = ""
        if not intent.dry and (entries or besides):
            if besides:
                self._keep_what_is_new()
            made = {case: self._cases[case] for case in self._new}
            id = self.ledger.append(intent.what, self.about, intent.key, entries, self.at, made)
        return Done(id, self.about, entries, self.repeated, self.difference, tuple(self.remarks))

    def _keep_what_is_new(self) -> None:
        for workflow in self._workflows:
            self.ledger.define(workflow)
        for document in self._documents:
            self.ledger.keep(document)
        for party in self.register.new:
            self.ledger.register(party)
        for party in self.register.corrected:
            self.ledger.correct(party)

    def _pass_over(self, step: TakeBack | BringBack) -> Refused | None:
        history, told = self.history(step.case), self.told()
        workflow = self.workflow_of(self.case(step.case) or apply(None, history[0]))
        because = in_the_way(history, step) or not_allowed(history, step, workflow, self.here(), told)
        if because:
            return Refused(step.case, self._intent.what, because, told)
        self._take(told_of(step, 0, told), None)
        self._cases[step.case] = fold(self.history(step.case))
        return None

    def _take_over(self, step: Migrate) -> Refused | None:
        """Put a case under another version of its regulation."""
        case = self.known_case(step.case)
        new, facts, told = self.workflow(case.workflow, step.version), self.here(), self.told()
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
        if event.case == OFFICE_ID:
            self._here = None
        return entry


_OTHERWISE: Mapping[type, Callable[[Books, Any], Refused | None]] = {
    Because: Books._say_no,
    TakeBack: Books._pass_over,
    BringBack: Books._pass_over,
    Migrate: Books._take_over,
}
