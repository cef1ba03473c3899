"""What a judgement comes to: satisfied, violated or pending, with a reason per failing subject."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from engine.problems import NOTHING


class Holds(StrEnum):
    """The three ways in which a sentence may stand to the facts."""

    SATISFIED = "satisfied"
    VIOLATED = "violated"
    PENDING = "pending"


class Reason(NamedTuple):
    """Why one subject fails: its id, the code and facts of the words, and the day from which it is violated.

    Before that day it is waited for; from `until` on nothing is wrong with it, though nobody did anything. Both are
    told by the facts alone, so a passing night changes no reason.
    """

    thing: str
    code: str
    facts: Mapping[str, str] = NOTHING
    since: date | None = None
    until: date | None = None


class Verdict(NamedTuple):
    """The outcome over all subjects. Any violated makes it violated, else any pending makes it pending."""

    holds: Holds
    subjects: int
    reasons: tuple[Reason, ...] = ()
