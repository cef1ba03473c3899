"""Where something was written and what is wrong with it: the values that every reader gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

NOTHING: Mapping[str, str] = MappingProxyType({})


class Severity(StrEnum):
    """How much a problem matters, from a remark to a stop."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a document that a person can open. Lines and columns count from 1; 0 says that there is none."""

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a document or a definition.

    It carries no words: `code` names a row of `engine.messages`, `facts` fill its blanks, in either language.
    """

    where: Where
    code: str
    severity: Severity = Severity.ERROR
    facts: Mapping[str, str] = field(default_factory=lambda: NOTHING)


def worst(problems: tuple[Problem, ...] | list[Problem]) -> Severity | None:
    """The highest severity among these, or None if there is no problem at all."""
    order = list(Severity)
    return max((p.severity for p in problems), key=order.index, default=None)
