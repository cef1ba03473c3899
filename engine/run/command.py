"""What somebody asks for: one frozen value per kind of command. A command changes nothing by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from engine.problems import NOTHING
from engine.run.event import NO_DATA, Plain


class Open(NamedTuple):
    """Start a case. `at` names a later stage than the first: the earlier ones are then taken on trust, for ever."""

    case: str
    workflow: str
    subject: Mapping[str, str]
    fields: Mapping[str, Plain] = NO_DATA
    at: str = ""


class Fire(NamedTuple):
    """Take an arrow: advance, return, accept, report, confirm, extend … `target` picks one of several (return)."""

    case: str
    trigger: str
    data: Mapping[str, Plain] = NO_DATA
    target: str = ""


class Record(NamedTuple):
    """Put a record into a case: `links` are the ids of the records it points back to.

    `author` is who made it, if that is not whose act this is: who reported what another has taken off control. `waiver`
    is leave from a requirement of its kind, as an arrow brings it along: {who, why, until}.
    """

    case: str
    record: str
    kind: str
    fields: Mapping[str, Plain]
    links: tuple[str, ...] = ()
    author: str = ""
    waiver: Mapping[str, Plain] = NO_DATA


class Connect(NamedTuple):
    """Add a backward link from a record to another."""

    case: str
    record: str
    to: str
    waiver: Mapping[str, Plain] = NO_DATA


class Prove(NamedTuple):
    """Add a document that proves a record ('' is the case itself): kind, number, date, sha256, page, title."""

    case: str
    record: str
    evidence: Mapping[str, Plain]


class Plan(NamedTuple):
    """Say that a task serves a stage of a cycle: absent → planned."""

    case: str
    stage: str
    task: str


class Correct(NamedTuple):
    """Put right what was misread: new values of fields, of a record or ('') of the case; the ground says why."""

    case: str
    fields: Mapping[str, Plain]
    record: str = ""
    waiver: Mapping[str, Plain] = NO_DATA


class TakeBack(NamedTuple):
    """Pass over what an intent did to a case: the entries with these versions. Nothing is removed."""

    case: str
    intent: str
    versions: tuple[int, ...]


class BringBack(NamedTuple):
    """Count the entries of an intent again that was taken back."""

    case: str
    intent: str
    versions: tuple[int, ...]


class Migrate(NamedTuple):
    """Take a case over to another version of its regulation; `mapping` says which stage takes the place of which."""

    case: str
    version: str
    mapping: Mapping[str, str] = NOTHING


Command = Open | Fire | Record | Connect | Prove | Plan | Correct | TakeBack | BringBack | Migrate
