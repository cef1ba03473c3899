"""What one form's judge finds: the subjects it looked at and the reasons of those that fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Reason

# How many subjects were judged, and why some fail. A reason without a day is a wait, not a fault.
Findings = tuple[int, tuple[Reason, ...]]
Judge = Callable[[Scene], Findings]


def no_data(text: str, subject: Thing) -> Reason:
    """What a sentence asks of this subject cannot be told yet."""
    return Reason(subject.id, "reason-no-data", {"thing": subject.id, "what": text})


def latest(things: Iterable[Thing], scene: Scene) -> date:
    """The day of the latest of these facts; where none bears a day, of the case."""
    return max((thing.day for thing in things if thing.day), default=scene.case.day or scene.today)
