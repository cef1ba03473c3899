"""A case: one run of a regulation, folded from its events and never edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from engine.run.event import NO_DATA, Plain, Told


@dataclass(frozen=True, slots=True)
class RecordOf:
    """A record as it stands in its case."""

    id: str
    kind: str
    fields: Mapping[str, Plain]
    links: tuple[str, ...]
    evidence: tuple[Mapping[str, Plain], ...]
    told: Told


@dataclass(frozen=True, slots=True)
class Move:
    """One transition that was made."""

    trigger: str
    source: str
    target: str
    data: Mapping[str, Plain]
    told: Told


@dataclass(frozen=True, slots=True)
class Case:
    """One run. `version` counts its events; `plans` are (stage, task) pairs; `trusted` are stages taken on trust.

    `opened` and `changed` tell of the first and of the last entry that made it what it is.
    """

    id: str
    workflow: str
    workflow_version: str
    version: int
    stage: str
    subject: Mapping[str, str]
    fields: Mapping[str, Plain] = field(default_factory=lambda: NO_DATA)
    records: Mapping[str, RecordOf] = field(default_factory=lambda: MappingProxyType({}))
    evidence: tuple[Mapping[str, Plain], ...] = ()
    moves: tuple[Move, ...] = ()
    plans: tuple[tuple[str, str], ...] = ()
    trusted: tuple[str, ...] = ()
    opened: Told | None = None
    changed: Told | None = None
