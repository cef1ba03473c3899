"""Tasks and cycles at the real desk, told in both languages by one step: whatever the sentence means is done."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import singledispatchmethod

import pytest
from pytest_bdd import scenarios, step
from pytest_bdd.parsers import StepParser

from engine.definition.shipped import shipped
from engine.desk import closing, cycles, records, roles, tasks
from engine.desk.answer import Answer, Done
from engine.desk.desk import Desk
from engine.desk.importing import bring_in
from engine.desk.intent import Intent
from engine.desk.parties import register
from engine.protocol import Executor, Item, Protocol
from engine.run.refusal import Refused
from engine.store.memory import MemoryStore
from tests.features.desk_words import (
    Acts,
    Answered,
    Cycle,
    Given,
    Holds,
    Material,
    Papers,
    Passes,
    Proves,
    Said,
    Stands,
    StandsIn,
    meaning,
    understood,
)
from tests.features.tables import Rows, field_of
from tests.office import Stopped, content_of, desk_at, done, item, protocol

scenarios(*(f"{lang}/{about}.feature" for lang in ("ru", "en") for about in ("assignment", "cycle", "duties")))

COLUMNS = {
    **{"путь": "path", "текст": "text", "исполнитель": "executor", "после": "after"},
    **{name: name for name in ("path", "text", "executor", "after")},
}


@dataclass
class Office:
    """A desk in memory, the paper that was brought to it and its last answer."""

    clock: Stopped = field(default_factory=Stopped)
    desk: Desk = field(init=False)
    paper: Protocol = field(default_factory=protocol)
    answer: Answer | None = None

    def __post_init__(self) -> None:
        self.desk = desk_at(MemoryStore(), self.clock)

    @singledispatchmethod
    def hear(self, said: Said, rows: Rows) -> None:
        """Do what is said, or see that it is so."""
        raise AssertionError(said)

    @hear.register
    def _(self, said: Papers, rows: Rows) -> None:
        if not said.again:
            self.paper = protocol(_items(rows))
        self.act(bring_in(self.paper, content_of(self.paper)))

    @hear.register
    def _(self, said: Cycle, rows: Rows) -> None:
        self.act(cycles.start("О-1", said.mechanism, "2026", said.stage))

    @hear.register
    def _(self, said: Proves, rows: Rows) -> None:
        self.act(records.prove(said.target, records.Proof(said.title)))

    @hear.register
    def _(self, said: Material, rows: Rows) -> None:
        fields = shipped("management_cycle").lexicon.attributes[said.kind]
        head, cells = rows if rows else ((), ())
        stated = {field_of(title, fields).name.code: cell for title, cell in zip(head, cells, strict=True)}
        self.act(records.add(said.case, said.kind, {"text": said.text, **stated}))

    @hear.register
    def _(self, said: Holds, rows: Rows) -> None:
        self.act((roles.withdraw if said.gone else roles.grant)(said.role, said.who))

    @hear.register
    def _(self, said: StandsIn, rows: Rows) -> None:
        done(self.desk.act(register("person", said.who)))
        self.act(roles.delegate(said.role, said.whose, said.who, said.until))

    @hear.register
    def _(self, said: Given, rows: Rows) -> None:
        self.act(tasks.edit(said.case, {}, [said.who]))

    @hear.register
    def _(self, said: Passes, rows: Rows) -> None:
        self.clock.wait(said.days)

    @hear.register
    def _(self, said: Acts, rows: Rows) -> None:
        doing = {"report": tasks.report(said.case, "исполнено"), "confirm": closing.confirm(said.case)}
        intent = doing.get(said.trigger) or cycles.fire(said.case, said.trigger, {})
        self.answer = self.desk.act(replace(intent, on_behalf_of=self.party(said.who)))

    @hear.register
    def _(self, said: Answered, rows: Rows) -> None:
        if said.how == "barred":
            assert isinstance(self.answer, Refused) and self.answer.not_allowed, self.answer
        elif said.how == "refused":
            assert isinstance(self.answer, Refused), self.answer
            reasons = [meaning(because.requirement) for because in self.answer.because if because.requirement]
            assert said.requirement in reasons
        else:
            assert isinstance(self.answer, Done), self.answer
            assert (said.how == "nothing") == (self.answer.repeated and not self.answer.entries)

    @hear.register
    def _(self, said: Stands, rows: Rows) -> None:
        assert self.desk.case(said.case).stage == said.stage

    def act(self, intent: Intent) -> None:
        """What is given must have been possible."""
        self.answer = done(self.desk.act(intent))

    def party(self, name: str) -> str:
        """The id of a person in the register."""
        with self.desk.store.reading() as ledger:
            (found,) = (party.id for party in ledger.parties() if party.name == name)
            return found


def _items(rows: Rows) -> list[Item]:
    head, *body = rows
    points = [dict(zip((COLUMNS[title] for title in head), row, strict=True)) for row in body]
    return [
        item(
            point["path"],
            point["text"],
            executors=(Executor(point["executor"], "person", point["executor"]),),
            after=filter(None, (point.get("after", ""),)),
        )
        for point in points
    ]


class AnySentence(StepParser):
    """Every sentence is this one step; what it means is found out when it is heard."""

    def is_matching(self, name: str) -> bool:
        return True

    def parse_arguments(self, name: str) -> dict[str, str]:
        return {"text": name}


@pytest.fixture
def office() -> Office:
    """An invented office whose books are in memory."""
    return Office()


@pytest.fixture
def datatable() -> Rows:
    """A step without a table has none."""
    return ()


@step(AnySentence("a sentence of the desk"))
def _heard(office: Office, text: str, datatable: Rows) -> None:
    office.hear(understood(text), datatable)
