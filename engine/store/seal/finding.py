"""What does not agree in a database: codes and facts, no words."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

OF_PROJECTIONS = {"row-missing", "row-extra", "row-differs"}
OF_ANOTHER = {"point-foreign"}
OF_SOME_OTHER = {*OF_ANOTHER, "point-unlike", "point-longer"}


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
    origin: bytes = b""  # the hashed first entry

    @property
    def agrees(self) -> bool:
        """Whether everything agrees."""
        return not self.findings

    @property
    def is_of_projections(self) -> bool:
        """Whether only that disagrees which can be made again from the journal."""
        return self._are_all(OF_PROJECTIONS)

    @property
    def is_of_another(self) -> bool:
        """Whether nothing is wrong but that a point was given that is of another database."""
        return self._are_all(OF_ANOTHER)

    @property
    def is_of_some_other(self) -> bool:
        """Whether all agrees with itself, and a point does not fit that may be of another database."""
        return self._are_all(OF_SOME_OTHER)

    def _are_all(self, codes: Set[str]) -> bool:
        return not self.agrees and {each.code for each in self.findings} <= codes


def found(code: str, **facts: object) -> Finding:
    """A finding; its facts as text that can be printed, whatever became of the bytes."""
    return Finding(
        code, {name: str(value).encode("utf-8", "backslashreplace").decode() for name, value in facts.items()}
    )
