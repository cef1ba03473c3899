"""Records of a case, the links between them, and the documents that prove them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.definition.workflow import Field
from engine.desk.books import Books
from engine.desk.intent import Intent, Step, Waiver
from engine.desk.wording import leave, plain
from engine.run.command import Connect, Correct, Prove, Record
from engine.run.event import Plain
from engine.run.unknown import UnknownWord
from engine.store.store import Document

KEPT = 20 * 1024 * 1024  # bytes: larger files are known by their fingerprint only


@dataclass(frozen=True, slots=True)
class Proof:
    """A document that proves something; `content` are its bytes, if the file is at hand.

    Of one whose bytes are too many to be kept, `sha256` and `size` say what it is.
    """

    title: str
    kind: str = ""
    number: str = ""
    date: date | None = None
    page: str = ""
    content: bytes | None = None
    sha256: str = ""
    size: int = 0


def add(
    case: str, kind: str, fields: Mapping[str, str], links: Sequence[str] = (), waiver: Waiver | None = None
) -> Intent:
    """Put a record into a case: fields as text, as a person writes them; links are the records it points back to."""

    def steps(books: Books) -> Iterator[Step]:
        workflow = books.workflow_of(books.known_case(case))
        if kind not in workflow.records:
            raise UnknownWord("kind", kind, workflow.records)
        books.about = books.new_id(workflow.records[kind].prefix)
        stated = _read(books, workflow.records[kind].fields, fields)
        yield Record(case, books.about, kind, stated, tuple(links), waiver=leave(waiver, books.register))

    return Intent(f"{kind}.add", steps)


def edit(record: str, fields: Mapping[str, str]) -> Intent:
    """Put a record right."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = record
        case = books.known_case(books.ledger.owner(record))
        kind = books.workflow_of(case).records[case.records[record].kind]
        yield Correct(case.id, _read(books, kind.fields, fields), record)

    return Intent("record.edit", steps)


def link(record: str, to: str) -> Intent:
    """Say that a record points back to another of the same case."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = record
        yield Connect(books.ledger.owner(record), record, to)

    return Intent("record.link", steps)


def prove(target: str, proof: Proof) -> Intent:
    """Add a document to a record, or to a case as a whole."""

    def steps(books: Books) -> Iterator[Step]:
        books.about = target
        record = "" if books.case(target) else target
        yield Prove(books.ledger.owner(target) if record else target, record, kept(books, proof))

    return Intent("evidence.add", steps)


def kept(books: Books, proof: Proof) -> Mapping[str, Plain]:
    """What the journal says of a document, whose bytes are kept apart if they are not too many."""
    said: dict[str, Plain] = {"title": proof.title, "kind": proof.kind, "number": proof.number, "page": proof.page}
    said["date"] = proof.date.isoformat() if proof.date else ""
    document = _document(proof)
    if document is not None:
        said["sha256"] = document.sha256
        books.keep(document)
    return said


def _document(proof: Proof) -> Document | None:
    if proof.content is None:
        return Document(proof.sha256, proof.title, proof.size, None) if proof.sha256 else None
    size = len(proof.content)
    mark = hashlib.sha256(proof.content).hexdigest()
    return Document(mark, proof.title, size, proof.content if size <= KEPT else None)


def _read(books: Books, fields: Mapping[str, Field], given: Mapping[str, str]) -> dict[str, Plain]:
    unknown = next((name for name in given if name not in fields), None)
    if unknown is not None:
        raise UnknownWord("field", unknown, fields)
    return {name: plain(fields[name], value, books.register) for name, value in given.items()}
