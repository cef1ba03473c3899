"""The regime of a workspace: kept whole in the office case, so that it stays the same when its file changes."""

from __future__ import annotations

from typing import Any

from engine.plan.regimes import COMMON, Regime, shipped_regimes
from engine.run.case import Case
from engine.run.event import Plain
from engine.run.office import REGIME


def as_plain(regime: Regime) -> dict[str, Plain]:
    """A regime as the journal keeps it."""
    report = regime.permanent_report
    return {
        "name": regime.name,
        "count": regime.count,
        "from": regime.counts_from,
        "urgent": {word: [rule, days] for word, (rule, days) in regime.urgent.items()},
        "no_term": regime.no_term,
        "day_off": regime.day_off,
        "undated_rounds": regime.undated_rounds,
        "permanent_report": list(report) if report else [],
    }


def regime_of(office: Case | None) -> Regime:
    """The regime that a workspace was made with; what all have in common where none was chosen."""
    kept: Any = office.fields.get(REGIME) if office else None
    if not kept:
        return shipped_regimes()[COMMON]
    report = kept["permanent_report"]
    return Regime(
        name=kept["name"],
        count=kept["count"],
        counts_from=kept["from"],
        urgent={word: (rule, days) for word, (rule, days) in kept["urgent"].items()},
        no_term=kept["no_term"],
        day_off=kept["day_off"],
        undated_rounds=kept["undated_rounds"],
        permanent_report=(report[0], report[1]) if report else None,
    )
