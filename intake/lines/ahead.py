"""What is still to come below a line: the next decision, the next talk, the next order."""

from __future__ import annotations

from collections.abc import Sequence

from intake.decisions.actions import has_action
from intake.lines.cues import Cue
from intake.lines.notices import Notice

_SOON = 16  # words; an order that names its addressee first has its verb by then


def asks(one: Notice) -> bool:
    """Does a marked line ask for something, or stand over lines that do?"""
    if one.about:
        return False
    return one.words.endswith(":") or has_action(" ".join(one.words.split()[:_SOON]))


class Ahead:
    """What is still to come, for every line, gathered in one walk upwards."""

    def __init__(self, seen: Sequence[Notice]) -> None:
        end = len(seen)
        self.decided = [end] * (end + 1)
        self.heard = [end] * (end + 1)
        self.action = [end] * (end + 1)
        self.filled = [end] * (end + 1)
        for at in range(end - 1, -1, -1):
            one = seen[at]
            cue = None if one.row else one.cue
            self.decided[at] = at if cue is Cue.DECIDED else self.decided[at + 1]
            self.heard[at] = at if cue in (Cue.HEARD, Cue.TOPIC) else self.heard[at + 1]
            ends = cue is Cue.ATTACHMENT and not one.mark
            self.action[at] = at if one.mark and asks(one) else end if ends else self.action[at + 1]
            self.filled[at] = at if not one.blank and not one.page else self.filled[at + 1]
        self.end = end
