"""From a document to work: a protocol that was read becomes a case, its items assignments, its subjects cycles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from engine.desk.answer import Remark
from engine.desk.books import Books
from engine.desk.comparing import difference
from engine.desk.intent import Intent, Step
from engine.desk.items import protocol_fields, record_fields, record_kind, task_fields
from engine.desk.planning import Serves, plan
from engine.desk.records import KEPT
from engine.desk.tasks import WORKFLOW as ASSIGNMENT
from engine.plan.dependencies import dependencies
from engine.protocol import TASK_KINDS, Item, Protocol
from engine.run.command import Correct, Fire, Open, Record
from engine.run.event import NO_DATA, Plain
from engine.run.refusal import Because
from engine.store.projections import subject_key
from engine.store.store import Document

SERIES = "П"
PROTOCOL = "protocol"
SIGNED = "signed"  # a paper that can be imported has been signed


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item with the id that it gets here; a number that comes a second time in a document is '9-2'."""

    item: Item
    id: str

    @property
    def is_task(self) -> bool:
        """Whether somebody has to carry it out."""
        return self.item.kind in TASK_KINDS


@dataclass(frozen=True, slots=True)
class Settled:
    """What is known of a document besides its words: the facts it is registered with, and the items not yet certain.

    `facts` are fields of the protocol: regime, signed_on, registered_on, answers. `left_out` are paths.
    """

    facts: Mapping[str, Plain] = field(default_factory=lambda: NO_DATA)
    left_out: frozenset[str] = frozenset()


AS_READ = Settled()


def bring_in(protocol: Protocol, content: bytes, revise: bool = False, settled: Settled = AS_READ) -> Intent:
    """Record a document with all that follows from it, as one intent.

    The same bytes are recorded once; items that were left out then are added as soon as they are certain. Another file
    of the same body, number and date is a revision: the answer holds the difference, which is recorded only if `revise`
    says so. Raises ValueError if the content is not the bytes that the protocol was read from: kept under the wrong
    fingerprint, they would spoil the database.
    """
    if sha256(content).hexdigest() != protocol.source.sha256:
        raise ValueError(f"{protocol.source.file} is not the file that was read")

    def steps(books: Books) -> Iterator[Step]:
        same = books.ledger.find("sha256", protocol.source.sha256)
        if same:
            books.about = same[0]
            yield from _rest(books, protocol, settled)
            return
        subject = subject_of(protocol)
        earlier = books.ledger.find("subject", subject_key(PROTOCOL, subject)) if _is_known_by(subject) else ()
        network, problems = dependencies(protocol.items, protocol.source.file)
        if network is None:
            yield Because("loop", {"loop": problems[0].facts["loop"]})
        if earlier:
            yield from _revision(books, protocol, earlier[0], content, revise, settled)
        else:
            yield from _first(books, protocol, content, subject, settled)

    return Intent("protocol.import", steps)


def subject_of(protocol: Protocol) -> dict[str, str]:
    """What a document is known by: who decided, under what number, when."""
    day = protocol.date.isoformat() if protocol.date else ""
    return {"body": protocol.body, "number": protocol.number, "date": day}


def _is_known_by(subject: dict[str, str]) -> bool:
    """A document without a number and a date could be any: it is never taken for a revision of another."""
    return bool(subject["body"] and subject["date"])


def _first(
    books: Books, protocol: Protocol, content: bytes, subject: dict[str, str], settled: Settled
) -> Iterator[Step]:
    books.about = books.new_id(SERIES)
    _keep(books, protocol, content)
    fields = {**protocol_fields(books, protocol), **_facts(protocol, settled)}
    yield Open(books.about, PROTOCOL, subject, fields, SIGNED)
    numbered = _certain(number(books.about, protocol.items), settled)
    yield from _open_items(books, protocol, numbered, numbered)
    yield Fire(books.about, "control")


def _facts(protocol: Protocol, settled: Settled) -> dict[str, Plain]:
    left_out: list[Plain] = [item.path for item in protocol.items if item.path in settled.left_out]
    return {**settled.facts, **({"left_out": left_out} if left_out else {})}


def _certain(numbered: Sequence[Numbered], settled: Settled) -> tuple[Numbered, ...]:
    return tuple(each for each in numbered if each.item.path not in settled.left_out)


def _rest(books: Books, protocol: Protocol, settled: Settled) -> Iterator[Step]:
    """Add the items of a known document that were left out, as far as they are certain now."""
    case = books.known_case(books.about)
    waiting = set(_listed(case.fields.get("left_out")))
    numbered = number(books.about, protocol.items)
    now = [each for each in _certain(numbered, settled) if each.item.path in waiting]
    if not now:
        books.repeated = True
        return
    still: list[Plain] = [each.item.path for each in numbered if each.item.path in waiting and each not in now]
    answers = [*_listed(case.fields.get("answers")), *_listed(settled.facts.get("answers"))]
    yield Correct(books.about, {"left_out": still, "answers": answers})
    here = [each for each in numbered if each in now or books.case(each.id) is not None]
    yield from _open_items(books, protocol, now, here)
    yield from _waiting_for(books, protocol, now, here)


def _waiting_for(
    books: Books, protocol: Protocol, new: Sequence[Numbered], every: Sequence[Numbered]
) -> Iterator[Step]:
    """The items recorded before that wait for one of the new ones."""
    tasks = {each.item.path: each.id for each in new if each.is_task}
    for each in every:
        awaited = [tasks[link.path] for link in each.item.depends_on if link.explicit and link.path in tasks]
        case = books.case(each.id) if awaited and each not in new else None
        if case is not None:
            yield Correct(each.id, {"predecessors": [*_listed(case.fields.get("predecessors")), *awaited]})


def _listed(value: Plain) -> list[Plain]:
    return list(value) if isinstance(value, list) else []


def _keep(books: Books, protocol: Protocol, content: bytes) -> None:
    size = len(content)
    books.keep(Document(protocol.source.sha256, protocol.source.file, size, content if size <= KEPT else None))


def number(protocol: str, items: Sequence[Item]) -> tuple[Numbered, ...]:
    """The items with their ids."""
    seen: dict[str, int] = {}
    numbered = []
    for item in items:
        seen[item.path] = seen.get(item.path, 0) + 1
        again = f"-{seen[item.path]}" if seen[item.path] > 1 else ""
        numbered.append(Numbered(item, f"{protocol}.{item.path}{again}"))
    return tuple(numbered)


def _open_items(books: Books, protocol: Protocol, new: Sequence[Numbered], every: Sequence[Numbered]) -> Iterator[Step]:
    """A case for each assignment, a record of the protocol for each other item, and the plans that they make."""
    tasks = {each.item.path: each.id for each in reversed(every) if each.is_task}
    served: list[Serves] = []
    for each in new:
        if each.is_task:
            path = each.id.partition(".")[2]
            fields = task_fields(books, protocol, each.item, tasks)
            yield Open(each.id, ASSIGNMENT, {"protocol": books.about, "path": path}, fields)
            served.append(_served(each.item, each.id))
        else:
            kind = record_kind(books, each.item)
            record = books.new_id(kind.prefix)
            yield Record(books.about, record, kind.name, record_fields(books, each.item, kind))
            served.append(_served(each.item, record))
    yield from _plan(books, protocol, served)


def _served(item: Item, id: str) -> Serves:
    return Serves(id, item.mechanisms, item.stages)


def _plan(books: Books, protocol: Protocol, items: Iterable[Serves]) -> Iterator[Step]:
    organisation = books.register.party("org", protocol.organisation or protocol.body or protocol.source.file)
    yield from plan(books, organisation, str((protocol.date or books.at.date()).year), items)


def _revision(
    books: Books, protocol: Protocol, earlier: str, content: bytes, revise: bool, settled: Settled
) -> Iterator[Step]:
    """Show what another file of a known document says otherwise, and record it if asked."""
    books.about = earlier
    numbered = _certain(number(earlier, protocol.items), settled)
    tasks = {each.item.path: each.id for each in reversed(numbered) if each.is_task}
    told = {each.id: task_fields(books, protocol, each.item, tasks) for each in numbered if each.is_task}
    books.difference = difference(books, earlier, told)
    if not revise:
        books.forget_new()
        books.remarks.append(Remark("is-revision", {"case": earlier, "changes": str(len(books.difference))}))
        return
    _keep(books, protocol, content)
    was = books.known_case(earlier).fields
    revised = {**protocol_fields(books, protocol), **_facts(protocol, settled), "revises": was.get("sha256")}
    yield Correct(earlier, {name: value for name, value in revised.items() if was.get(name) != value})
    changed = {change.path for change in books.difference}
    for each in numbered:
        case = books.case(each.id) if each.is_task else None
        if case is not None and each.id in changed:
            fields = told[each.id]
            yield Correct(each.id, {name: fields[name] for name in fields if case.fields.get(name) != fields[name]})
    yield from _open_items(books, protocol, [e for e in numbered if e.is_task and books.case(e.id) is None], numbered)
    yield from _plan(books, protocol, [_served(each.item, each.id) for each in numbered if each.id in changed])
