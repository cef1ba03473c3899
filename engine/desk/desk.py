"""The one door: read, judge, record, answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from engine.definition.workflow import Workflow
from engine.desk.answer import Answer, Conflict, Done
from engine.desk.books import STEPS, Books
from engine.desk.intent import Intent
from engine.desk.prospects import Prospect, prospects
from engine.desk.ways import Way, ways
from engine.run.case import Case
from engine.run.office import ID as OFFICE_ID
from engine.run.refusal import Because, Refused
from engine.store.errors import Behind
from engine.store.keys import marked
from engine.store.store import Recorded, Store

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Desk:
    """Who sits at which books, by which clock. `operator` is a party of the register."""

    store: Store
    clock: Clock
    operator: str

    def act(self, intent: Intent) -> Answer:
        """Carry an intent out whole, or not at all.

        Raises Unknown for words and ids that nobody knows, and StoreError for trouble with the database; neither leaves
        a trace. A refusal is recorded in its own stream.
        """
        try:
            with self.store.writing() as ledger:
                return self._answer(intent, Books(ledger, intent, self.operator, self.clock()))
        except Behind as behind:
            return Conflict(behind.case, behind.expected, behind.found)

    def would(self, intent: Intent) -> Answer:
        """What the answer would be now: nothing is recorded, no refusal either, and no writer is kept waiting."""
        with self.store.reading() as ledger:
            return self._answer(replace(intent, dry=True), Books(ledger, intent, self.operator, self.clock()))

    def _answer(self, intent: Intent, books: Books) -> Answer:
        before = books.ledger.answered(intent.key) if intent.key else None
        if before is not None:
            return _repeated(intent, before, books)
        if intent.on_behalf_of:
            books.register.check(intent.on_behalf_of)
        for case, version in intent.expect.items():
            found = books.version(case)
            if found != version:
                return Conflict(case, version, found)
        for command in intent.steps(books):
            refused = STEPS[type(command)](books, command)  # judged, and counted as done if nothing speaks against it
            if refused is not None:
                self._note(intent, books, refused)
                return refused
        return books.close(intent)

    def _note(self, intent: Intent, books: Books, refused: Refused) -> None:
        if not intent.dry:
            books.ledger.refuse(refused)

    def case(self, case: str) -> Case:
        """A case as it stands; raises NotFound."""
        with self.store.reading() as ledger:
            return ledger.known_case(case)

    def cases(self, workflow: str = "") -> tuple[Case, ...]:
        """All cases of a regulation, or of all but the workspace itself, as they stand at one moment."""
        with self.store.reading() as ledger:
            found = map(ledger.known_case, ledger.cases())
            return tuple(case for case in found if case.workflow == workflow or (not workflow and case.id != OFFICE_ID))

    def workflow_of(self, case: Case) -> Workflow:
        """The regulation of a case, in the version that it was started with."""
        with self.store.reading() as ledger:
            return ledger.workflow(case.workflow, case.workflow_version)

    def may(self, case: str) -> tuple[Way, ...]:
        """Every way out of the case's stage: whether it is open now, and what stands in it. Does nothing."""
        with self.store.reading() as ledger:
            return ways(ledger, case, self.operator, self.clock())

    def prospects(self, case: str) -> tuple[Prospect, ...]:
        """The same with what each closed way waits for: who can settle it, and when at the earliest. Does nothing."""
        with self.store.reading() as ledger:
            return prospects(ledger, case, self.operator, self.clock())


def _repeated(intent: Intent, before: Recorded, books: Books) -> Answer:
    """What was answered under the key, if it was the same command: an act is never lost under another one's success."""
    told_of_both = intent.said and before.key != intent.key
    if before.key == marked(intent.key, intent.said) if told_of_both else before.what == intent.what:
        return Done(intent=before.intent, id=before.about, repeated=True)
    facts = {"key": intent.key, "intent": before.intent, "what": before.what}
    return Refused(before.about, intent.what, (Because("key-used", facts),), books.told())
