"""An office beside its model: wishes as the desk takes them, answers and cases as the model has them."""

from __future__ import annotations

import copy
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.desk import migrating, parties, undoing
from engine.desk.answer import Answer, Conflict, Done
from engine.desk.books import Books
from engine.desk.intent import Intent, Step
from engine.run.case import Case
from engine.run.refusal import Because, Refused
from engine.store.memory import MemoryLedger, MemoryStore
from engine.store.sqlite import SqliteStore, new_file
from engine.store.store import Store
from tests.office import desk_at, done
from tests.promises.model import Model, Wish
from tests.promises.model_wishes import FLOW, PEOPLE


def intent_of(wish: Wish) -> Intent:
    """The wish as the desk takes it."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = wish.commands[0].case
        yield from wish.commands

    make = {"act": lambda: Intent("act", steps), "undo": lambda: undoing.undo(wish.intent)}
    intent = make.get(wish.what, lambda: undoing.redo(wish.intent))()
    return replace(intent, on_behalf_of=wish.whose, key=wish.key, expect=wish.expect, dry=wish.dry)


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
    """A case as the model has it."""
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


def founded(store: Store) -> int:
    """An office with three people and the regulation; how many intents that has taken."""
    desk = desk_at(store)
    for intent in (migrating.publish(FLOW), *(parties.register("person", name) for name in ("Ким О.В.", "Рябов С.С."))):
        done(desk.act(intent))
    with store.reading() as ledger:
        return len(ledger.intents())


def in_memory_folder() -> TemporaryDirectory[str]:
    """A folder for databases that no test cuts the power of: in memory, where the system has such a place."""
    return TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)


class Offices:
    """Freshly founded offices, as many as are needed: each a copy of one."""

    def __init__(self, folder: Path) -> None:
        self.memory, self.path, self.folder = MemoryStore(), folder / "founded.resheno", folder
        self.intents = founded(self.memory)
        with new_file(self.path) as store:
            founded(store)

    def model(self, intents: int = 0) -> Model:
        """The model of one; `intents` are those that were recorded in it before."""
        held = frozenset({"Л-1"})
        roles = {"clerk": held, "controller": held}
        return Model(FLOW, "Л-1", frozenset(PEOPLE), roles, intents or self.intents)

    def in_memory(self) -> MemoryStore:
        store = MemoryStore()
        store._books = MemoryLedger(**{name: copy.copy(value) for name, value in vars(self.memory._books).items()})
        return store

    @contextmanager
    def in_a_file(self, name: str = "run.resheno") -> Iterator[SqliteStore]:
        with closing(SqliteStore(Path(shutil.copy(self.path, self.folder / name)))) as store:
            yield store
