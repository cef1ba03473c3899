"""A command that was judged and not carried out: a value with its reasons, kept in a stream of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.problems import NOTHING
from engine.rules.rule import Rule
from engine.rules.verdict import Verdict
from engine.run.event import Told


@dataclass(frozen=True, slots=True)
class Because:
    """One reason, as a code and its facts; a requirement that does not hold comes with its verdict.

    `duty` marks what this person may not do at all, so that the shell sees 'not allowed' and not 'failed'.
    """

    code: str
    facts: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    requirement: Rule | None = None
    verdict: Verdict | None = None
    duty: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer 'no'. `wanted` is the trigger, or the kind of the command if it is no arrow."""

    case: str
    wanted: str
    because: tuple[Because, ...]
    told: Told

    @property
    def not_allowed(self) -> bool:
        """Whether it is the person, and not the state of things, that stands in the way."""
        return any(reason.duty for reason in self.because)
