"""The rows of an audit as plain data, in one language: what `--format json` prints, and every other format draws on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.audit.row import CycleRow, Gap
from engine.messages import Lang, fix, in_language, say, words_for


def as_json(rows: Iterable[CycleRow], lang: Lang) -> list[dict[str, Any]]:
    """One object per row, keys as the published contract names them."""
    return [_row(row, lang) for row in rows]


def _row(row: CycleRow, lang: Lang) -> dict[str, Any]:
    return {
        "organisation": row.organisation,
        "mechanism": row.mechanism,
        "period": row.period,
        "stages": {stage: str(standing) for stage, standing in row.stages.items()},
        "gaps": [_gap(gap, lang) for gap in row.gaps],
        "case": row.case or None,
        "current": row.current or None,
        "on_trust": list(row.trusted),
    }


def _gap(gap: Gap, lang: Lang) -> dict[str, str]:
    said = {"text": finding(gap, lang), "fix": way_out(gap, lang)}
    return {"rule": gap.rule, "number": words_for(gap.rule).number, "stage": gap.stage, **said}


def finding(gap: Gap, lang: Lang) -> str:
    """The sentence that says what is wrong."""
    return say(gap.rule, in_language(gap.facts, lang), lang)


def way_out(gap: Gap, lang: Lang) -> str:
    """The sentence that says what would close the gap, with the command."""
    return fix(gap.rule, in_language(gap.facts, lang), lang)
