"""The tables of the projections: worked out from the journal, so they can be thrown away and made again."""

from __future__ import annotations

from typing import Any

from sqlmodel import Field, Index, SQLModel

# In a file their rows stand in the order of their keys, in one tree: half as many pages are written for a new row.
BY_KEY: dict[str, Any] = {"sqlite_with_rowid": False}


class Taken(SQLModel, table=True):
    """Projection: the numbers that were given out, also to what was taken back since."""

    __tablename__ = "taken"
    __table_args__ = (Index("ix_taken_series_number", "series", "number"), BY_KEY)
    case: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    series: str
    number: int


class Undone(SQLModel, table=True):
    """Projection: the intents that are passed over, per case."""

    __tablename__ = "undone"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    intent: str = Field(primary_key=True)


class CaseNow(SQLModel, table=True):
    """Projection: where every case stands."""

    __tablename__ = "case_now"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    id: str = Field(unique=True)
    series: str
    number: int
    position: str
    workflow: str = Field(index=True)
    workflow_version: str
    version: int
    stage: str
    final: bool
    subject: str
    opened_on: str
    changed_on: str


class CaseKey(SQLModel, table=True):
    """Projection: what a case is found by, such as its subject or the fingerprint of its document."""

    __tablename__ = "case_key"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    value: str = Field(index=True)


class CaseStage(SQLModel, table=True):
    """Projection: how each stage of a case stands."""

    __tablename__ = "case_stage"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    stage: str
    standing: str
    trusted: bool
    records: int


class PlanRow(SQLModel, table=True):
    """Projection: which assignment serves which stage of which cycle."""

    __tablename__ = "plan"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    stage: str
    task: str = Field(index=True)


class RecordRow(SQLModel, table=True):
    """Projection: the records of all cases."""

    __tablename__ = "record"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    id: str = Field(index=True)
    kind: str
    stage: str
    title: str
    fields: str
    links: str
    proofs: int
    happened_on: str


class EvidenceRow(SQLModel, table=True):
    """Projection: which documents prove what; `record` is '' for a proof of the case itself."""

    __tablename__ = "evidence"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    record: str
    kind: str
    number: str
    date: str
    sha256: str
    page: str
    title: str


class ProtocolRow(SQLModel, table=True):
    """Projection: the register of documents; where each stands says `case_now`."""

    __tablename__ = "protocol"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    id: str = Field(unique=True)
    number_of: int
    kind: str
    body: str
    number: str
    date: str
    topic: str
    file: str
    sha256: str


class TaskRow(SQLModel, table=True):
    """Projection: the register of assignments; `day` is the day that counts. Where each stands says `case_now`."""

    __tablename__ = "task"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    id: str = Field(unique=True)
    series: str
    number: int
    position: str
    protocol: str = Field(index=True)
    path: str
    kind: str
    text: str
    outcome: str
    deadline_raw: str
    deadline_kind: str
    due: str
    day: str
    control_rule: str
    mechanisms: str
    stages: str


class TaskParty(SQLModel, table=True):
    """Projection: who carries an assignment out."""

    __tablename__ = "task_party"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    task: str
    party: str
    role: str


class Depends(SQLModel, table=True):
    """Projection: which case needs the result of which; offered links are not enforced."""

    __tablename__ = "depends"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    task: str
    on_task: str = Field(index=True)
    explicit: bool
    why: str


class OfficeRow(SQLModel, table=True):
    """Projection: who holds which role of the workspace, from which day to which, and whom they stand in for."""

    __tablename__ = "office"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    role: str
    party: str
    since: str
    until: str
    instead_of: str


class GapRow(SQLModel, table=True):
    """Projection: which requirement does not hold for which thing, as far as the regulation asks for it by now.

    `place` is the requirement's own among those of its regulation; it completes a stage, opens an arrow or is a
    record's own (`guards`, `step`). From `from_day` it is broken, before it is waited for ('' is for ever); from
    `until_day` it holds by itself. `waived` is the last day on which it need not hold.
    """

    __tablename__ = "gap"
    __table_args__ = BY_KEY
    case: str = Field(primary_key=True)
    place: int = Field(primary_key=True)
    thing: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    guards: str
    step: str
    form: str
    requirement: str
    code: str
    facts: str
    from_day: str
    until_day: str
    waived: str


PROJECTIONS: tuple[type[SQLModel], ...] = (
    Taken,
    Undone,
    CaseNow,
    CaseKey,
    CaseStage,
    PlanRow,
    RecordRow,
    EvidenceRow,
    ProtocolRow,
    TaskRow,
    TaskParty,
    Depends,
    OfficeRow,
    GapRow,
)
