"""What was read out of one document: a frozen `Protocol`, the contract between intake, desk and audit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from engine.problems import NOTHING, Problem


class DocumentKind(StrEnum):
    """What a body's paper calls itself."""

    PROTOCOL = "protocol"
    DECISION = "decision"
    RESOLUTION = "resolution"
    ORDER = "order"


class ItemKind(StrEnum):
    """What an item asks for. Only the first two become tasks."""

    ASSIGNMENT = "assignment"
    RECOMMENDATION = "recommendation"
    TAKE_NOTE = "take_note"
    APPROVE = "approve"
    ASSESS = "assess"
    CONTROL = "control"
    DEREGISTER = "deregister"


TASK_KINDS = frozenset({ItemKind.ASSIGNMENT, ItemKind.RECOMMENDATION})


@dataclass(frozen=True, slots=True)
class Executor:
    """Who carries an item out. `raw` is as written, `name` nominative; people are «Фамилия И.О.»."""

    raw: str
    type: str  # person | org | group
    name: str
    position: str = ""
    role: str = "responsible"  # lead | responsible | co-executor


@dataclass(frozen=True, slots=True)
class Deadline:
    """When an item is due. `due` is the day that the words give; `control_due` what the regime makes of it."""

    kind: str = "none"  # date month quarter half_year period academic_year relative event recurring permanent none
    start: date | None = None
    due: date | None = None
    recurrence: str = ""
    control_due: date | None = None
    control_rule: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dependency:
    """An item of the same protocol whose result this one needs; offered ones are marked and not enforced."""

    path: str
    explicit: bool
    confidence: str  # high | medium | low
    why: str


@dataclass(frozen=True, slots=True)
class Item:
    """One point of the decision. Paths are text: '5.10' is not '5.1'."""

    path: str
    kind: ItemKind
    text: str
    lines: tuple[int, int]
    addressee: str = ""
    addressee_nominative: str = ""
    executors: tuple[Executor, ...] = ()
    deadline_raw: str = ""
    deadline: Deadline = Deadline()
    mechanisms: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    because: tuple[str, ...] = ()  # the words that led to the mechanisms and stages
    depends_on: tuple[Dependency, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table kept as it stands; `lines` are the first and the last line of it."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there, names as «Фамилия И.О.»; members are those who were present or absent as members."""

    members: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    positions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Which bytes were read."""

    file: str
    sha256: str
    format: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact of an item and the line that it was read from; a heading above may have given it."""

    line: int
    path: str
    what: str  # text | executor | deadline
    value: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to settle a doubt.

    `changes` says what it makes of the items, days as ISO text: due, control_due, until, executor, lead, drop, path;
    without any of them they stay as they were read. `lasting` says that it can hold for all documents of a body.
    """

    code: str
    facts: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    changes: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question about a document that was read, with the answers that suggest themselves.

    `paths` are the items that it is about. `blocks` says that as it was read it cannot be right: unanswered, these
    items are not certain. `asks` is what may be typed instead of a choice: 'day', 'name' or nothing.
    """

    code: str
    paths: tuple[str, ...]
    line: int
    facts: Mapping[str, str]
    choices: tuple[Choice, ...]
    blocks: bool = False
    asks: str = ""

    @property
    def key(self) -> str:
        """What tells this doubt from the others about its document."""
        return f"{self.code}:{self.facts.get('name', '')}:{','.join(self.paths)}"


@dataclass(frozen=True, slots=True)
class Protocol:
    """One document, read. `unread` are the numbers of the lines that nothing was made of."""

    source: Source
    kind: DocumentKind
    body: str
    number: str = ""
    date: date | None = None
    place: str = ""
    topic: str = ""
    chair: str = ""
    secretary: str = ""
    controller: str = ""
    organisation: str = ""  # the authority whose cycles this document moves
    attendance: Attendance = Attendance()
    quorum: tuple[int, int] | None = None  # required, present
    agenda: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()
    lines_total: int = 0
    unread: tuple[int, ...] = ()
    roles_of_lines: tuple[str, ...] = field(default=(), repr=False)  # what each line was read as
    marks: tuple[Mark, ...] = field(default=(), repr=False)  # which line each fact of an item stands in

    @property
    def tasks(self) -> tuple[Item, ...]:
        """The items that somebody has to carry out: assignments and recommendations."""
        return tuple(item for item in self.items if item.kind in TASK_KINDS)
