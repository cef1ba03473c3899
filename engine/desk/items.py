"""What the journal keeps of an item, and of the document that it stands in: parties by id, days as ISO text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from engine.definition.workflow import RecordKind
from engine.desk.books import Books
from engine.protocol import Item, Protocol
from engine.run.event import Plain


def protocol_fields(books: Books, protocol: Protocol) -> dict[str, Plain]:
    """The document's head, without its text, whose bytes are kept apart."""
    organisation = protocol.organisation or protocol.body or protocol.source.file
    fields: dict[str, Plain] = {
        "body": protocol.body,
        "number": protocol.number,
        "date": _day(protocol.date),
        "kind": protocol.kind.value,
        "organisation": books.register.party("org", organisation),
        "place": protocol.place,
        "topic": protocol.topic,
        "agenda": list(protocol.agenda),
        "file": protocol.source.file,
        "sha256": protocol.source.sha256,
        "unread": list(protocol.unread),
        **_people(books, protocol),
    }
    if protocol.quorum:
        fields["quorum_required"], fields["quorum_present"] = protocol.quorum
    return stated(fields)


def _people(books: Books, protocol: Protocol) -> dict[str, Plain]:
    seats = ("chair", "secretary", "controller")
    positions = dict(protocol.attendance.positions)

    def person(name: str) -> str:
        return books.register.party("person", name, positions.get(name, ""))

    people: dict[str, Plain] = {seat: person(name) for seat in seats if (name := getattr(protocol, seat))}
    for list_ in ("members", "present", "absent", "invited"):
        people[list_] = [person(name) for name in getattr(protocol.attendance, list_)]
    return people


def task_fields(books: Books, protocol: Protocol, item: Item, tasks: Mapping[str, str]) -> dict[str, Plain]:
    """An assignment as its document gives it; `tasks` are the ids of the others by their paths.

    Only what the document itself says has to wait is enforced; the other links are kept as offers.
    """
    deadline = item.deadline
    fields: dict[str, Plain] = {
        "text": item.text,
        "kind": item.kind.value,
        "addressee": item.addressee_nominative or item.addressee,
        "executors": [books.register.executor(executor) for executor in item.executors],
        "executor_roles": [executor.role for executor in item.executors],
        "executors_raw": "; ".join(executor.raw for executor in item.executors),
        "deadline_raw": item.deadline_raw,
        "deadline_kind": deadline.kind,
        "start": _day(deadline.start),
        "due": _day(deadline.due),
        "recurrence": deadline.recurrence,
        "control_due": _day(deadline.control_due),
        "control_rule": deadline.control_rule,
        "deadline_note": deadline.note,
        "decided": _day(protocol.date),
        "mechanisms": list(item.mechanisms),
        "stages": list(item.stages),
        "because": list(item.because),
        "predecessors": _ids(tasks[link.path] for link in item.depends_on if link.explicit and link.path in tasks),
        "offered": [
            {"task": tasks[link.path], "why": link.why, "confidence": link.confidence}
            for link in item.depends_on
            if not link.explicit and link.path in tasks
        ],
        "lines": list(item.lines),
    }
    return stated(fields)


def record_kind(books: Books, item: Item) -> RecordKind:
    """The kind of record that keeps an item nobody has to carry out."""
    return books.workflow("protocol").records[item.kind.value]


def record_fields(books: Books, item: Item, kind: RecordKind) -> dict[str, Plain]:
    """Such an item, as far as its kind has fields for it."""
    fields: dict[str, Plain] = {
        "path": item.path,
        "text": item.text or item.path,
        "addressee": item.addressee_nominative or item.addressee,
        "executors": [books.register.executor(executor) for executor in item.executors],
        "deadline_raw": item.deadline_raw,
        "due": _day(item.deadline.due),
        "mechanisms": list(item.mechanisms),
        "stages": list(item.stages),
        "lines": list(item.lines),
    }
    return {name: value for name, value in stated(fields).items() if name in kind.fields}


def stated(fields: Mapping[str, Plain]) -> dict[str, Plain]:
    """The fields that something is said of."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _ids(ids: Iterable[str]) -> list[Plain]:
    return list(dict.fromkeys(ids))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
