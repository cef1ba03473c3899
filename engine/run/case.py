"""A case: one run of a regulation, folded from its events and never edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from engine.run.event import NO_DATA, Plain, Told


class Was(NamedTuple):
    """A value that a field has had: from which version on, and from which day."""

    version: int
    day: date
    value: Plain


Past = Mapping[str, tuple[Was, ...]]  # a field that has changed → all that it was, in order, and what it is
NO_PAST: Past = MappingProxyType({})


class RecordOf(NamedTuple):
    """A record as it stands in its case, and as it was.

    `author` is who made it, if that is told apart from whose act the entry was; `corrected` are the entries that have
    put it right; `instead_of` is for whom its maker stood in. `touched` is the last entry that recorded it, linked it
    or put it right, `waived` what somebody gave leave to pass over then.
    """

    id: str
    kind: str
    fields: Mapping[str, Plain]
    links: tuple[str, ...]
    evidence: tuple[Mapping[str, Plain], ...]
    told: Told
    version: int = 0
    touched: int = 0
    author: str = ""
    instead_of: str = ""
    corrected: tuple[Correction, ...] = ()
    waived: tuple[Mapping[str, Plain], ...] = ()
    past: Past = NO_PAST


class Correction(NamedTuple):
    """One time that a record was put right: by whom, and for whom that one stood in."""

    version: int
    told: Told
    instead_of: str = ""


class Move(NamedTuple):
    """One transition that was made; `data` names under `instead_of` for whom its maker stood in."""

    trigger: str
    source: str
    target: str
    data: Mapping[str, Plain]
    told: Told
    version: int = 0


class Case(NamedTuple):
    """One run. `version` counts its events; `plans` are (stage, task) pairs; `trusted` are stages taken on trust.

    `opened` and `changed` tell of the first and of the last entry that made it what it is; `past` of the fields that
    have not always been what they are; `leave` says that somebody once gave leave to pass over a requirement in it.
    """

    id: str
    workflow: str
    workflow_version: str
    version: int
    stage: str
    subject: Mapping[str, str]
    fields: Mapping[str, Plain] = NO_DATA
    records: Mapping[str, RecordOf] = MappingProxyType({})
    evidence: tuple[Mapping[str, Plain], ...] = ()
    moves: tuple[Move, ...] = ()
    plans: tuple[tuple[str, str], ...] = ()
    trusted: tuple[str, ...] = ()
    opened: Told | None = None
    changed: Told | None = None
    past: Past = NO_PAST
    leave: bool = False
