"""What the daily commands show, as frozen lines: codes, days and names, no words of the program.

Named tuples, because a frozen dataclass each would cost `resheno today` eight milliseconds at every start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class PartyLine(NamedTuple):
    """Somebody of the register: person, org or group; `role` is what they are to the line that names them."""

    id: str
    type: str
    name: str
    position: str = ""
    role: str = ""


class TaskLine(NamedTuple):
    """One assignment. `day` is the day that counts: the extended or computed one, else the one the words give."""

    id: str
    version: int
    protocol: str
    path: str
    kind: str
    text: str
    stage: str
    outcome: str
    executors: tuple[PartyLine, ...]
    deadline_raw: str
    deadline_kind: str
    due: str
    day: str
    control_rule: str
    mechanisms: tuple[str, ...]
    stages: tuple[str, ...]
    open: bool
    late: int  # days after `day` and still without a report; 0 for what is not late, or never can be

    @property
    def recommendation(self) -> bool:
        """A recommendation is followed like an assignment and is never overdue."""
        return self.kind == "recommendation"


class ProtocolLine(NamedTuple):
    """One document that a body decided something by."""

    id: str
    version: int
    kind: str
    body: str
    number: str
    date: str
    topic: str
    stage: str
    file: str
    sha256: str
    tasks: int
    open_tasks: int


class CaseLine(NamedTuple):
    """One case of any regulation; `subject` is what it is about, organisations by name."""

    id: str
    workflow: str
    workflow_version: str
    version: int
    stage: str
    final: bool
    subject: Mapping[str, str]
    opened_on: str
    changed_on: str


class StageLine(NamedTuple):
    """How a stage of a case stands: absent, planned, recorded or proven; `trusted` was never shown to anybody."""

    stage: str
    standing: str
    trusted: bool
    records: int
    tasks: tuple[str, ...]


class RecordLine(NamedTuple):
    """One record of a case, with how many documents prove it."""

    id: str
    case: str
    kind: str
    stage: str
    title: str
    fields: Mapping[str, Any]
    links: tuple[str, ...]
    proofs: int
    happened_on: str


class LogLine(NamedTuple):
    """One entry of the journal, people by name; `identity` is how well its author is known."""

    seq: int
    intent: str
    what: str
    case: str
    version: int
    type: str
    typed_by: str
    on_behalf_of: str
    ground: str
    happened_on: str
    recorded_at: str
    data: Mapping[str, Any]
    identity: str = "claimed"


class RefusalLine(NamedTuple):
    """A command that was judged and not carried out; `because` are codes and facts of the messages."""

    seq: int
    case: str
    wanted: str
    typed_by: str
    on_behalf_of: str
    recorded_at: str
    because: tuple[Mapping[str, Any], ...]


class IntentLine(NamedTuple):
    """One command as its author meant it, and what it was mainly about; `undone` says that it was taken back."""

    id: str
    what: str
    recorded_at: str
    entries: int
    undone: bool
    about: str = ""


class Today(NamedTuple):
    """What is there to do on a day: late, due within three days, waiting for acceptance, not yet accepted."""

    day: str
    organisation: str
    open: int
    late: tuple[TaskLine, ...]
    soon: tuple[TaskLine, ...]
    reported: tuple[TaskLine, ...]
    waiting: tuple[TaskLine, ...]


class Status(NamedTuple):
    """One case from all sides; what does not apply to its regulation is empty."""

    case: CaseLine
    task: TaskLine | None
    protocol: ProtocolLine | None
    stages: tuple[StageLine, ...]
    records: tuple[RecordLine, ...]
    depends_on: tuple[tuple[str, bool, str], ...]  # task, enforced, why
    refused: tuple[RefusalLine, ...]
