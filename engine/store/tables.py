"""The tables that are the truth and last: of the journal and of the registers beside it; those made of it by name."""

from __future__ import annotations

from sqlmodel import Field, SQLModel, UniqueConstraint

from engine.store.made_tables import PROJECTIONS

__all__ = ["LASTING", "PROJECTIONS"]


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
    """The one register that holds names; the journal knows the id, and what was put right of a name."""

    __tablename__ = "party"
    id: str = Field(primary_key=True)
    series: str
    number: int
    type: str
    name: str = Field(index=True)
    position: str
    hash: str


LASTING: tuple[type[SQLModel], ...] = (IntentRow, Entry, RefusalRow, DefinitionRow, DocumentRow, PartyRow)
