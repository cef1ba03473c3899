"""What one form's judge finds: the subjects it looked at and the reasons of those that fail."""

from __future__ import annotations

from dataclasses import dataclass

from engine.rules.verdict import Reason


@dataclass(frozen=True, slots=True)
class Findings:
    """How many subjects were judged, and why some fail. A reason without a day is a wait, not a fault."""

    subjects: int
    reasons: tuple[Reason, ...] = ()
