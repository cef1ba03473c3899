"""An invented office to test with: its clock, its operator, a document it received."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from engine.desk.answer import Answer, Done
from engine.desk.desk import Desk
from engine.desk.workspace import found, open_desk
from engine.protocol import Deadline, Dependency, DocumentKind, Executor, Item, ItemKind, Protocol, Source
from engine.run.refusal import Refused
from engine.store.opening import new_store
from engine.store.place import Place
from engine.store.store import Store

OPERATOR, ORGANISATION = "Орлова Т.П.", "Управление образования Заречья"
SUPERIOR = "Сафронов П.П."  # who gives leave: never whoever asks for it
DAY = date(2026, 11, 23)
IVANOVA = Executor("Ивановой И.И.", "person", "Иванова И.И.", "методист")
SCHOOLS = Executor("руководители школ", "group", "Руководители школ")


class Stopped:
    """A clock that stands still until it is told to move, and never runs backwards."""

    def __init__(self, day: date = DAY) -> None:
        self.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, days: int) -> None:
        assert days >= 0
        self.now += timedelta(days=days)


def desk_at(store: Store, clock: Stopped | None = None) -> Desk:
    """The desk of a workspace founded in this store."""
    clock = clock or Stopped()
    done(found(store, OPERATOR, ORGANISATION, clock))
    return Desk(store, clock, "Л-1")


def desk_in(place: Place, clock: Stopped | None = None) -> Desk:
    """The desk of a new database."""
    clock = clock or Stopped()
    with new_store(place) as store:
        desk_at(store, clock)
    return open_desk(place, clock=clock)


def done(answer: Answer) -> Done:
    """The answer, which must be yes."""
    assert isinstance(answer, Done), answer
    return answer


def refused(answer: Answer) -> list[str]:
    """The codes of the reasons of an answer, which must be no."""
    assert isinstance(answer, Refused), answer
    return [reason.code for reason in answer.because]


def item(
    path: str,
    text: str = "",
    *,
    kind: ItemKind = ItemKind.ASSIGNMENT,
    executors: Iterable[Executor] = (IVANOVA,),
    due: date | None = None,
    mechanisms: Iterable[str] = (),
    stages: Iterable[str] = (),
    after: Iterable[str] = (),
    perhaps_after: Iterable[str] = (),
) -> Item:
    """A point of a decision."""
    links = [Dependency(each, True, "high", "по итогам") for each in after]
    links += [Dependency(each, False, "medium", "тот же предмет") for each in perhaps_after]
    return Item(
        path=path,
        kind=kind,
        text=text or f"Подготовить справку {path}",
        lines=(1, 1),
        executors=tuple(executors),
        deadline_raw=f"до {due:%d.%m.%Y}" if due else "",
        deadline=Deadline("date", due=due) if due else Deadline(),
        mechanisms=tuple(mechanisms),
        stages=tuple(stages),
        depends_on=tuple(links),
    )


ITEMS = (
    item("1", "Принять к сведению", kind=ItemKind.TAKE_NOTE, executors=()),
    item("2", "Провести анализ", due=date(2026, 12, 1), mechanisms=("1.2",), stages=("analysis",)),
    item("2.1", "Подготовить меры", mechanisms=("1.2", "2.1"), stages=("decisions",), after=("2",)),
    item("3", "Рекомендовать школам", kind=ItemKind.RECOMMENDATION, executors=(SCHOOLS,), perhaps_after=("2",)),
    item("4", "Организовать мониторинг", executors=(), mechanisms=("2.1",), stages=("monitoring", "collection")),
)


def content_of(protocol: Protocol) -> bytes:
    """Bytes that stand for the file."""
    return repr(replace(protocol, source=Source("", "", ""))).encode()


def sealed(protocol: Protocol) -> Protocol:
    """The document with the fingerprint of what it says now."""
    fingerprint = hashlib.sha256(content_of(protocol)).hexdigest()
    return replace(protocol, source=replace(protocol.source, sha256=fingerprint))


def protocol(
    items: Iterable[Item] = ITEMS, number: str = "7", day: date | None = date(2026, 11, 12), file: str = "протокол.txt"
) -> Protocol:
    """A document of the invented board; its fingerprint follows from what it says."""
    return sealed(
        Protocol(
            source=Source(file, "", "txt"),
            kind=DocumentKind.PROTOCOL,
            body="Коллегия управления образования Заречья",
            number=number,
            date=day,
            chair="Орлова Т.П.",
            organisation=ORGANISATION,
            items=tuple(items),
        )
    )
