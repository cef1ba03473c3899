"""What does not agree in a database: codes and facts, no words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written. `code` names its words in `engine.messages.seal`."""

    code: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of looking through a database: nothing found means that all of it agrees."""

    findings: tuple[Finding, ...]
    size: int  # entries
    cases: int
    root: bytes

    @property
    def agrees(self) -> bool:
        """Whether everything agrees."""
        return not self.findings


def found(code: str, **facts: object) -> Finding:
    """A finding; its facts as text that can be printed, whatever became of the bytes."""
    return Finding(
        code, {name: str(value).encode("utf-8", "backslashreplace").decode() for name, value in facts.items()}
    )
