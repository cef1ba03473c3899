"""What an audit has to say: a row per organisation, mechanism and period, with a gap for all that is not proven."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.run.standing import Standing


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing, broken or unproven. `rule` names the finding and its words, `facts` fill their blanks.

    Titles of stages and kinds come as two facts, `…_ru` and `…_en`, so that telling a gap needs no workflow.
    """

    rule: str
    stage: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CycleRow:
    """One cycle as it can be seen; `case` is '' where no cycle was opened or nothing is stored at all."""

    organisation: str
    mechanism: str
    period: str
    stages: Mapping[str, Standing]
    gaps: tuple[Gap, ...]
    case: str = ""
    current: str = ""
    trusted: tuple[str, ...] = ()

    @property
    def touched(self) -> bool:
        """Whether there is anything to see of any stage; untouched rows are folded into one line on a screen."""
        return bool(self.trusted) or any(standing != Standing.ABSENT for standing in self.stages.values())
