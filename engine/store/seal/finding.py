"""What does not agree in a database: codes and facts, no words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

OF_PROJECTIONS = {"row-missing", "row-extra", "row-differs"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written. `code` names its words in `engine.messages.seal`."""

    code: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of looking through a database: nothing found means that all of it agrees.

    The first `sound` entries agree with their hashes; the first `held` are vouched for by a point that was given.
    """

    findings: tuple[Finding, ...]
    size: int  # entries
    cases: int
    root: bytes
    sound: int = 0
    held: int = 0

    @property
    def agrees(self) -> bool:
        """Whether everything agrees."""
        return not self.findings

    @property
    def is_of_projections(self) -> bool:
        """Whether only that disagrees which can be made again from the journal."""
        return not self.agrees and {each.code for each in self.findings} <= OF_PROJECTIONS


def found(code: str, **facts: object) -> Finding:
    """A finding; its facts as text that can be printed, whatever became of the bytes."""
    return Finding(
        code, {name: str(value).encode("utf-8", "backslashreplace").decode() for name, value in facts.items()}
    )
