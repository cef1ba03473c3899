"""An office beside its model: wishes as the desk takes them, answers and cases as the model has them."""

from __future__ import annotations

import copy
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.desk import migrating, parties, roles, undoing
from engine.desk.answer import Answer, Conflict, Done
from engine.desk.books import Books
from engine.desk.intent import Intent, Step
from engine.run.case import Case
from engine.run.office import tenures
from engine.run.refusal import Because, Refused
from engine.store.memory import MemoryLedger, MemoryStore
from engine.store.sqlite import SqliteStore, new_file
from engine.store.store import Store
from tests.office import DAY, desk_at, done
from tests.promises.model import OFFICE, Model, Wish
from tests.promises.model_people import State
from tests.promises.model_wishes import FLOW, PEOPLE


def intent_of(wish: Wish, today: date = DAY) -> Intent:
    """The wish as the desk takes it."""
    day = today - timedelta(days=wish.ago)
    intent = replace(_intent(wish, day), on_behalf_of=wish.whose, key=wish.key, expect=wish.expect, dry=wish.dry)
    return replace(intent, happened_on=day) if wish.ago else intent


def _intent(wish: Wish, day: date) -> Intent:
    until = day + timedelta(days=wish.until) if wish.until is not None else None
    match wish.what:
        case "undo":
            return undoing.undo(wish.intent)
        case "redo":
            return undoing.redo(wish.intent)
        case "grant" if wish.of:
            return roles.delegate(wish.role, wish.of, wish.who, until)
        case "grant":
            return roles.grant(wish.role, wish.who, until=until)
        case "withdraw":
            return roles.withdraw(wish.role, wish.who)

    def steps(books: Books) -> Iterator[Step]:
        books.about = wish.commands[0].case
        yield from wish.commands

    return Intent("act", steps)


def plain(answer: Answer) -> tuple[Any, ...]:
    """An answer of the desk as the model gives it."""
    match answer:
        case Conflict():
            return ("conflict", answer.case, answer.expected, answer.found)
        case Refused():
            return ("refused", *sorted(map(_code, answer.because)))
        case Done():
            entries = tuple((entry.case, entry.version, entry.type) for entry in answer.entries)
            return ("done", answer.intent, answer.id, answer.repeated, entries)


def _code(reason: Because) -> str:
    return "duty" if reason.code == "unmet" and reason.duty else reason.code


def state_of(case: Case) -> dict[str, Any]:
    """A case as the model has it; of the office, the terms of its roles."""
    if case.id == OFFICE:
        return {
            "terms": {
                each.id: (each.role, each.party, each.since, each.until, each.instead_of) for each in tenures(case)
            }
        }
    return {
        "stage": case.stage,
        "subject": dict(case.subject),
        "fields": dict(case.fields),
        "records": {
            record.id: {
                "kind": record.kind,
                "fields": dict(record.fields),
                "links": list(record.links),
                "evidence": [dict(proof) for proof in record.evidence],
            }
            for record in case.records.values()
        },
        "evidence": [dict(proof) for proof in case.evidence],
        "moves": [(move.trigger, move.source, move.target, dict(move.data)) for move in case.moves],
        "plans": list(case.plans),
        "trusted": list(case.trusted),
    }


REMEMBERED = ("was", "began")  # what a model knows of a case besides what it is


def shown(model: Model) -> dict[str, State]:
    """What the model holds a case to be, without what it remembers besides."""
    states = model.stands()
    return {case: {name: value for name, value in states[case].items() if name not in REMEMBERED} for case in states}


def founded(store: Store) -> None:
    """An office with three people and the regulation."""
    desk = desk_at(store)
    for intent in (migrating.publish(FLOW), *(parties.register("person", name) for name in ("Ким О.В.", "Рябов С.С."))):
        done(desk.act(intent))


def in_memory_folder() -> TemporaryDirectory[str]:
    """A folder for databases that no test cuts the power of: in memory, where the system has such a place."""
    return TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)


class Offices:
    """Freshly founded offices, as many as are needed: each a copy of one."""

    def __init__(self, folder: Path) -> None:
        self.memory, self.path, self.folder = MemoryStore(), folder / "founded.resheno", folder
        founded(self.memory)
        with new_file(self.path) as store:
            founded(store)

    def model(self, store: Store | None = None) -> Model:
        """The model of one, as it is before the first wish."""
        with (store or self.memory).reading() as ledger:
            office, intents = ledger.known_case(OFFICE), len(ledger.intents())
        pile = [("", office.version, state_of(office))]
        model = Model(FLOW, frozenset(PEOPLE), intents, DAY, {OFFICE: pile}, {OFFICE: office.version})
        model.terms_ever = len(tenures(office))
        return model

    def in_memory(self) -> MemoryStore:
        store = MemoryStore()
        store._books = MemoryLedger(**{name: copy.copy(value) for name, value in vars(self.memory._books).items()})
        return store

    @contextmanager
    def in_a_file(self, name: str = "run.resheno") -> Iterator[SqliteStore]:
        with closing(SqliteStore(Path(shutil.copy(self.path, self.folder / name)))) as store:
            yield store
