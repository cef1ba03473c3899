"""A case on its random way at a real desk, looked at after every step, and the greedy clerk who brings it to an end."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from engine.definition.workflow import Arrow, Workflow
from engine.desk import cycles, migrating, undoing
from engine.desk.answer import Answer, Done
from engine.desk.books import Books
from engine.desk.desk import Desk
from engine.desk.intent import Intent, Step, Waiver
from engine.graph import Graph
from engine.run.case import Case
from engine.run.command import Command, Connect, Correct, Prove, Record
from engine.run.event import Event, Plain
from engine.run.fold import apply, fold
from engine.run.refusal import Refused
from engine.store.memory import MemoryLedger, MemoryStore
from tests.office import ORGANISATION, Stopped, desk_at, done
from tests.promises.made_definitions import ROOM, World

CASE = "К-1"
PEOPLE = ("Ким О.В.", "Петров А.В.", "Иванова И.И.", "Громов А.С.")  # Л-2 to Л-5
WAIVER = Waiver(ORGANISATION, "справка в пути", date(2099, 12, 31))


@dataclass
class RememberingLedger(MemoryLedger):
    """Books that fold a history once: a desk asks for one case a dozen times in an act."""

    folded_: dict[str, tuple[tuple[Event, ...], Case | None]] = field(default_factory=dict)

    def case(self, case: str) -> Case | None:
        """As of the books in memory."""
        history = self.history(case)
        kept = self.folded_.get(case)
        if kept is None or kept[0] is not history:
            kept = self.folded_[case] = (history, super().case(case))
        return kept[1]


class RememberingStore(MemoryStore):
    """A store of such books; what was written is a new book, so that a copy may go its own way."""

    def __init__(self) -> None:
        self._books = RememberingLedger()

    @contextmanager
    def writing(self) -> Iterator[MemoryLedger]:
        """As of the store in memory."""
        draft = RememberingLedger(**{name: copy.copy(value) for name, value in vars(self._books).items()})
        yield draft
        self._books = draft


class Stuck(AssertionError):
    """A case that nobody brings to its end."""


def office(workflow: Workflow) -> RememberingStore:
    """An office that knows the regulation and a few people."""
    store = RememberingStore()
    desk = desk_at(store)

    def people(books: Books) -> Iterator[Step]:
        for name in PEOPLE:
            books.register.party("person", name)
        yield from ()

    done(desk.act(Intent("person.add", people)))
    done(desk.act(migrating.publish(workflow)))
    return store


class Path:
    """One case in an office of its own, what it was made of, and all that was answered."""

    def __init__(self, store: RememberingStore, workflow: Workflow, world: World, random: Random) -> None:
        self.store = copy.copy(store)  # the books are replaced when something is written, never changed
        self.clock = Stopped()
        self.desk = Desk(self.store, self.clock, "Л-1")
        self.workflow, self.world, self.random = workflow, world, random
        self.events: list[Event] = []
        self.held: Case | None = None
        self.refused = 0
        doers: list[Plain] = random.choice([[], ["Л-2"]])
        self.act(cycles.start_other(workflow.name, {"year": "2027"}, {"doers": doers}))

    @property
    def case(self) -> Case:
        """The case as it is held."""
        assert self.held is not None
        return self.held

    def act(self, intent: Intent) -> Answer:
        """What is answered; the case is held by the answers alone, and looked at."""
        answer = self.desk.act(intent)
        self.refused += isinstance(answer, Refused)
        for event in answer.entries if isinstance(answer, Done) else ():
            if event.case == CASE:
                self.events.append(event)
                taken_back = event.type in ("undone", "redone")
                self.held = fold(self.events) if taken_back else apply(self.held, event)
        self.look()
        return answer

    def look(self) -> None:
        """The case folded anew is the case held; its projections made again are those that were written."""
        with self.store.reading() as ledger:
            assert ledger.case(CASE) == self.held  # these books have folded this very history, from its first entry on
            again = RememberingLedger(**{**vars(ledger), "rows_": dict(ledger.rows_)})
            again._project(CASE)
            again._judge({CASE: None})
            assert again.rows_[CASE] == ledger.rows_[CASE]

    def look_at_all(self) -> None:
        """All projections made again from the whole journal are those that were written."""
        with self.store.reading() as ledger:
            again = MemoryLedger(
                **{name: copy.copy(value) for name, value in vars(ledger).items() if name != "folded_"}
            )
            again.rebuild()
            assert again.projections() == ledger.projections()

    def step(self) -> None:
        """Something that anybody might do."""
        often = (self.record, self.record, self.fire, self.fire, self.fire)
        self.random.choice((*often, self.connect, self.prove, self.correct, self.wait, self.undo, self.redo))()

    def record(self) -> None:
        """A record of any kind, at any time, as long as the sentences leave room for it."""
        counts = {kind: len(self.of_kind(kind)) for kind in self.world.counts}
        open_ = [kind for kind, found in counts.items() if found < self.world.counts[kind] + ROOM - 2]
        if open_:
            kind = self.random.choice(open_)
            links = [id for to in self.world.back[kind] for id in self.of_kind(to) if self.random.random() < 0.5]
            self.act(self.intent(lambda books: [self.new(books, kind, self.random.choice(VALUES), links)]))

    def connect(self) -> None:
        """A link, right or wrong."""
        if len(self.case.records) > 1:
            one, other = self.random.sample(sorted(self.case.records), 2)
            self.act(self.intent(lambda _: [Connect(CASE, one, other)]))

    def prove(self) -> None:
        """A document for the case or for a record."""
        of = self.random.choice(["", *self.case.records])
        self.act(self.intent(lambda _: [Prove(CASE, of, {"title": "справка", "kind": "отчёт"})]))

    def correct(self) -> None:
        """Another value of the case or of a record, right or wrong."""
        record = self.random.choice(["", "", *self.case.records])
        if record:
            values = self.random.choice(VALUES)
        else:
            name = self.random.choice(sorted(self.world.fields))
            values = {name: self.random.choice([self.world.fields[name], *OTHERWISE[name]])}
        self.act(self.intent(lambda _: [Correct(CASE, values, record)]))

    def fire(self) -> None:
        """An arrow, mostly one that starts here; what `may` says of it is what comes of it."""
        here = [arrow for arrow in self.workflow.arrows if arrow.source == self.case.stage]
        arrow = self.random.choice(here if here and self.random.random() < 0.9 else self.workflow.arrows)
        waiver = WAIVER if self.random.random() < 0.1 else None
        who = self.random.choice(["", "", "", "", "Л-2", "Л-3"])
        self.take(arrow, waiver, who)

    def take(self, arrow: Arrow, waiver: Waiver | None = None, who: str = "") -> Answer:
        """Take an arrow with all that it asks for."""
        known = {way.target: way for way in self.desk.may(CASE) if way.trigger == arrow.trigger}
        data: dict[str, Plain] = {name: "2027-01-05" if name == "due" else "так решено" for name in arrow.asks}
        intent = cycles.fire(CASE, arrow.trigger, data, arrow.target, waiver)
        answer = self.act(replace(intent, on_behalf_of=who))
        if waiver is None and not who:
            here = known.get(arrow.target)
            assert isinstance(answer, Done) == (here is not None and here.open), (arrow, here, answer)
        return answer

    def wait(self) -> None:
        """Some days pass."""
        self.clock.wait(self.random.randint(1, 40))

    def undo(self) -> None:
        """Take the last intent back, but for the opening."""
        if self.case.version > 1 and self.events[-1].type not in ("undone", "redone"):
            self.act(undoing.undo())

    def redo(self) -> None:
        """Bring it back."""
        self.act(undoing.redo())

    def of_kind(self, kind: str) -> list[str]:
        """The ids of the records of a kind."""
        return [record.id for record in self.case.records.values() if record.kind == kind]

    def new(self, books: Books, kind: str, values: dict[str, Plain], links: list[str]) -> Record:
        """A record with the next number of its kind."""
        return Record(CASE, books.new_id(self.workflow.records[kind].prefix), kind, values, tuple(links))

    def intent(self, made: Callable[[Books], list[Command]]) -> Intent:
        """Commands that somebody types."""

        def steps(books: Books) -> Iterator[Step]:
            books.about = CASE
            yield from made(books)

        return Intent("made", steps)

    def finish(self) -> None:
        """Bring the case to its world, then to its end by the shortest way; raises Stuck."""
        self.settle()
        arrows = self.workflow.arrows
        graph = Graph(tuple(self.workflow.stages), tuple((each.source, each.target) for each in arrows))
        ends = [name for name, stage in self.workflow.stages.items() if stage.final]
        ways = [way for end in ends if (way := graph.path(self.case.stage, end))]
        if not ways:
            raise Stuck(f"no way on from {self.case.stage}")
        for target in min(ways, key=len)[1:]:
            arrow = next(each for each in arrows if (each.source, each.target) == (self.case.stage, target))
            answer = self.take(arrow)
            if isinstance(answer, Refused):
                raise Stuck(answer.because)

    def settle(self) -> None:
        """All that the world has and the case lacks, in one intent: records, links, values, documents."""
        if self.workflow.stages[self.case.stage].final:
            return

        def steps(books: Books) -> Iterator[Step]:
            now = self.case
            ids = {kind: self.of_kind(kind) for kind in self.world.counts}
            for kind, wanted in self.world.counts.items():
                while len(ids[kind]) < wanted:
                    record = self.new(books, kind, {}, [])
                    ids[kind].append(record.record)
                    yield record
            for kind, id in ((kind, id) for kind, found in ids.items() for id in found):
                kept = now.records[id].links if id in now.records else ()
                missing = [other for to in self.world.back[kind] for other in ids[to] if other not in kept]
                yield from (Connect(CASE, id, other) for other in missing)
                yield Correct(CASE, {**VALUES[0], "number": id}, id)
                yield Prove(CASE, id, {"title": "справка", "kind": "отчёт"})
            yield Correct(CASE, self.world.fields)
            yield Prove(CASE, "", {"title": "справка"})

        answer = self.act(Intent("settle", steps))
        if isinstance(answer, Refused):
            raise Stuck(answer.because)


VALUES: tuple[dict[str, Plain], ...] = (
    {"text": "о сроках", "date": "2027-01-31", "plan": {"2026": "1", "2027": "2"}},
    {"text": "без имени"},
    {"date": "2026-12-01", "plan": {"2026": "2", "2027": "1"}},
    {"number": "1", "text": ""},
    {"number": "1", "date": "31.31.2027"},
    {},
)
OTHERWISE: dict[str, list[Plain]] = {
    **{name: ["2027-01-15", "", "завтра"] for name in ("due", "start", "signed")},
    "doers": [["Л-3"], []],
    "guests": [["Л-4", "Л-5"], []],
    "invited": [["Л-5"], []],
    "points": ["3", "", "много"],
    "mood": ["good", "bad", "grey"],
}


def walk(store: RememberingStore, workflow: Workflow, world: World, random: Random) -> Path:
    """A path of some random steps, brought to its end."""
    path = Path(store, workflow, world, random)
    for _ in range(random.randint(1, 6)):
        if workflow.stages[path.case.stage].final:
            break
        path.step()
    path.finish()
    return path
