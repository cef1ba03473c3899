"""The books, open at the desk for one intent: what is there, what the intent has made of it so far, what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from engine.definition.workflow import Workflow
from engine.desk.answer import Change, Done, Remark
from engine.desk.intent import Intent
from engine.desk.registering import FOLLOWED, Register
from engine.run.case import Case
from engine.run.command import BringBack, Connect, Correct, Fire, Migrate, Open, Plan, Prove, Record, TakeBack
from engine.run.decide import decide
from engine.run.duty import suggested
from engine.run.entitling import ByHand, Outcome, asks_of_record, duties_of
from engine.run.event import Event, Told
from engine.run.facts import Facts
from engine.run.firing import find, fire
from engine.run.fold import apply, fold
from engine.run.migration import migrate
from engine.run.office import ID as OFFICE_ID
from engine.run.office import facts_of
from engine.run.office_access import may_in_office
from engine.run.refusal import Because, Refused
from engine.run.undoing import in_the_way, not_allowed, told_of
from engine.run.unknown import NotFound
from engine.store.gaps import days_around, things_around
from engine.store.keys import marked
from engine.store.store import Document, Ledger

Become = Callable[[Case | None, Event], Case | None]  # what an entry makes of a case


class Books:
    """Steps read here and say what they want to say besides; they write by yielding commands only.

    `about`, `repeated`, `difference` and `remarks` become part of the answer.
    """

    about = ""
    repeated = False
    difference: tuple[Change, ...] = ()
    _documents: tuple[Document, ...] = ()
    _workflows: tuple[Workflow, ...] = ()
    _register: Register | None = None
    _here: Facts | None = None

    def __init__(self, ledger: Ledger, intent: Intent, operator: str, at: datetime) -> None:
        self.ledger = ledger
        self.operator = operator
        self.at = at
        self.today = at.date()
        self.remarks: list[Remark] = []
        self._intent = intent
        self._old: dict[str, tuple[Event, ...]] = {}
        self._new: defaultdict[str, list[Event]] = defaultdict(list)
        self._entries: list[Event] = []
        self._cases: dict[str, Case | None] = {}
        self._made: dict[str, Case | None] = {}
        self._numbers: dict[str, int] = {}

    @property
    def register(self) -> Register:
        """Everybody who may be named; most intents name nobody."""
        if self._register is None:
            self._register = Register(self.ledger)
        return self._register

    def case(self, id: str) -> Case | None:
        """A case as this intent has made it so far."""
        if id in self._cases:
            return self._cases[id]
        found = self._cases[id] = self.ledger.case(id)
        return found

    def known_case(self, id: str) -> Case:
        """The same; raises NotFound."""
        found = self._cases.get(id) or self.case(id)
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
        return (self if self._workflows else self.ledger).workflow(case.workflow, case.workflow_version)

    def new_id(self, series: str) -> str:
        """The next id of a series; numbers are never given out twice, not even after an undo."""
        last = self._numbers.get(series) or self.ledger.last_number(series)
        self._numbers[series] = last + 1
        return f"{series}-{last + 1}"

    def keep(self, document: Document) -> None:
        """Keep a document when the intent is recorded."""
        self._documents = (*self._documents, document)

    def define(self, workflow: Workflow) -> None:
        """Keep a regulation when the intent is recorded."""
        self._workflows = (*self._workflows, workflow)

    def forget_new(self) -> None:
        """Leave out whom this intent has met: it turns out to record nothing."""
        self.register.new.clear()

    def here(self) -> Facts:
        """What may be known of the office, whatever the case."""
        if self._here is None:
            self._here = facts_of(self.case(OFFICE_ID), self.today)
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

    def _say_no(self, reason: Because) -> Refused:
        return Refused(self.about, self._intent.what, (reason,), self.told())

    def _open(self, command: Open) -> Refused | None:
        case = self.case(command.case)
        return self._take(case, decide(self.workflow(command.workflow), case, command, self.here(), self.told()))

    def _fire(self, command: Fire) -> Refused | None:
        """An arrow is found before it is judged: it says on whose behalf it is taken, if nobody was named."""
        case = self.known_case(command.case)
        workflow = self.workflow_of(case)
        meant = find(workflow, case, command.trigger, command.target)
        if isinstance(meant, Because):
            return Refused(case.id, command.trigger, (meant,), self.told())
        facts = self.facts(workflow, case) if meant.asked.of_case else self._here or self.here()
        told = self.told(suggested(workflow, meant.arrow, case, self.operator, facts))
        return self._take(case, fire(workflow, case, meant, command, facts, told))

    def _do(self, command: ByHand) -> Refused | None:
        case = self.known_case(command.case)
        workflow = self.workflow_of(case)
        asks = asks_of_record(workflow, case, command)
        facts = self.facts(workflow, case) if asks else self._here or self.here()
        return self._take(case, decide(workflow, case, command, facts, self.told()))

    def close(self, intent: Intent) -> Done:
        """Write all of it down, unless it was only to be shown, or there is nothing to write."""
        entries, about, id = tuple(self._entries), self.about, ""
        besides = self._workflows or self._documents or (self._register and self._register.changed)
        if not intent.dry and (entries or besides):
            if besides:
                self._keep_what_is_new()
            id = self.ledger.append(intent.what, about, marked(intent.key, intent.said), entries, self.at, self._made)
        return Done(id, about, entries, self.repeated, self.difference, tuple(self.remarks))

    def _keep_what_is_new(self) -> None:
        for workflow in self._workflows:
            self.ledger.define(workflow)
        for document in self._documents:
            self.ledger.keep(document)
        for party in self.register.new:
            self.ledger.register(party)
        for party in self.register.corrected.values():
            self.ledger.correct(party)

    def _pass_over(self, step: TakeBack | BringBack) -> Refused | None:
        history, told = self.history(step.case), self.told()
        workflow = self.workflow_of(self.case(step.case) or apply(None, history[0]))
        because = in_the_way(history, step) or not_allowed(history, step, workflow, self.here(), told)
        if because:
            return Refused(step.case, self._intent.what, because, told)
        entry = told_of(step, self.version(step.case) + 1, told)
        return self._take(self.case(step.case), (entry,), lambda _, entry: fold((*history, entry)))

    def _take_over(self, step: Migrate) -> Refused | None:
        """Put a case under another version of its regulation."""
        case = self.known_case(step.case)
        new, facts, told = self.workflow(case.workflow, step.version), self.here(), self.told()
        because = may_in_office("migrate", facts, told) or duties_of(new, case, "migrate", facts, told)
        if because:
            return Refused(case.id, "migrate", because, told)
        outcome = migrate(self.workflow_of(case), new, case, step, told)
        return self._take(case, outcome if isinstance(outcome, Refused) else (outcome,))

    def _take(self, case: Case | None, outcome: Outcome, become: Become = apply) -> Refused | None:
        """Put down what a step has come to; a case that was taken back whole goes on with its next number."""
        if isinstance(outcome, Refused):
            return outcome
        for event in outcome:
            if case is None:
                event = event._replace(version=self.version(event.case) + 1)
            id, case = event.case, become(case, event)
            self._entries.append(event)
            self._new[id].append(event)
            self._cases[id] = self._made[id] = case
            if id == OFFICE_ID:
                self._here = None
                because = self.register.follow(self.history(id)) if event.type in FOLLOWED else None
                if because:
                    return self._say_no(because)
        return None


# Each step is judged, and counted as done if nothing speaks against it.
STEPS: Mapping[type, Callable[[Books, Any], Refused | None]] = {
    Because: Books._say_no,
    Open: Books._open,
    Fire: Books._fire,
    **dict.fromkeys((Record, Connect, Prove, Plan, Correct), Books._do),
    **dict.fromkeys((TakeBack, BringBack), Books._pass_over),
    Migrate: Books._take_over,
}
