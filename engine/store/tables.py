"""The tables. Those of the journal are the truth and only grow; the projections can be thrown away and made again."""

from __future__ import annotations

from sqlmodel import Field, SQLModel, UniqueConstraint


class Entry(SQLModel, table=True):
    """One thing that happened to one case. `hash` covers all the rest of the row, as in the other lasting tables."""

    __tablename__ = "entry"
    __table_args__ = (UniqueConstraint("case", "version"),)
    seq: int = Field(primary_key=True)
    intent: str = Field(foreign_key="intent.id", index=True)
    case: str
    version: int
    type: str
    typed_by: str
    on_behalf_of: str
    ground: str
    identity: str
    happened_on: str
    recorded_at: str
    data: str
    hash: str


class IntentRow(SQLModel, table=True):
    """One command as its author meant it; a key makes its repetition harmless."""

    __tablename__ = "intent"
    number: int = Field(primary_key=True)
    id: str = Field(unique=True)
    key: str | None = Field(default=None, unique=True)
    what: str
    about: str
    recorded_at: str
    hash: str


class RefusalRow(SQLModel, table=True):
    """A command that was judged and not carried out; it takes no version of its case."""

    __tablename__ = "refusal"
    seq: int = Field(primary_key=True)
    case: str = Field(index=True)
    wanted: str
    because: str
    typed_by: str
    on_behalf_of: str
    ground: str
    identity: str
    happened_on: str
    recorded_at: str
    hash: str


class DefinitionRow(SQLModel, table=True):
    """One version of one regulation, compiled; `titles` are its words in both languages, for the daily commands."""

    __tablename__ = "definition"
    __table_args__ = (UniqueConstraint("name", "version"),)
    number: int = Field(primary_key=True)
    name: str
    version: str
    body: str
    titles: str
    hash: str


class DocumentRow(SQLModel, table=True):
    """A document by its fingerprint; the bytes are kept up to a limit."""

    __tablename__ = "document"
    sha256: str = Field(primary_key=True)
    name: str
    size: int
    content: bytes | None = None
    hash: str


class PartyRow(SQLModel, table=True):
    """The one register that holds names; the journal knows the id only."""

    __tablename__ = "party"
    id: str = Field(primary_key=True)
    series: str
    number: int
    type: str
    name: str = Field(index=True)
    position: str
    hash: str


class Taken(SQLModel, table=True):
    """Projection: the numbers that were given out, also to what was taken back since."""

    __tablename__ = "taken"
    case: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    series: str = Field(index=True)
    number: int


class Undone(SQLModel, table=True):
    """Projection: the intents that are passed over, per case."""

    __tablename__ = "undone"
    case: str = Field(primary_key=True)
    intent: str = Field(primary_key=True)


class CaseNow(SQLModel, table=True):
    """Projection: where every case stands."""

    __tablename__ = "case_now"
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
    case: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    value: str = Field(index=True)


class CaseStage(SQLModel, table=True):
    """Projection: how each stage of a case stands."""

    __tablename__ = "case_stage"
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    stage: str
    standing: str
    trusted: bool
    records: int


class PlanRow(SQLModel, table=True):
    """Projection: which assignment serves which stage of which cycle."""

    __tablename__ = "plan"
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    stage: str
    task: str = Field(index=True)


class RecordRow(SQLModel, table=True):
    """Projection: the records of all cases."""

    __tablename__ = "record"
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
    """Projection: the register of documents."""

    __tablename__ = "protocol"
    case: str = Field(primary_key=True)
    id: str = Field(unique=True)
    number_of: int
    version: int
    kind: str
    body: str
    number: str
    date: str
    topic: str
    stage: str
    file: str
    sha256: str


class TaskRow(SQLModel, table=True):
    """Projection: the register of assignments; `day` is the day that counts, `open` whether anybody still waits."""

    __tablename__ = "task"
    case: str = Field(primary_key=True)
    id: str = Field(unique=True)
    series: str
    number: int
    position: str
    version: int
    protocol: str = Field(index=True)
    path: str
    kind: str
    text: str
    stage: str
    outcome: str
    deadline_raw: str
    deadline_kind: str
    due: str
    day: str
    control_rule: str
    mechanisms: str
    stages: str
    open: bool = Field(index=True)


class TaskParty(SQLModel, table=True):
    """Projection: who carries an assignment out."""

    __tablename__ = "task_party"
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    task: str
    party: str
    role: str


class Depends(SQLModel, table=True):
    """Projection: which assignment needs the result of which; offered links are not enforced."""

    __tablename__ = "depends"
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    task: str
    on_task: str
    explicit: bool
    why: str


class OfficeRow(SQLModel, table=True):
    """Projection: who holds which role of the workspace."""

    __tablename__ = "office"
    case: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    role: str
    party: str


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
)
LASTING: tuple[type[SQLModel], ...] = (IntentRow, Entry, RefusalRow, DefinitionRow, DocumentRow, PartyRow)
