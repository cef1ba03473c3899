"""Control days: what the regime of a body makes of the terms of a document. What the words give is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.plan.regimes import COMMON, Regime, shipped_regimes
from engine.protocol import Deadline, Item, ItemKind, Protocol
from intake.terms.deadlines import with_control


def common() -> Regime:
    """The regime of whoever chose none: only what holds everywhere."""
    return shipped_regimes()[COMMON]


def under(
    protocol: Protocol, regime: Regime, signed: date | None = None, registered: date | None = None
) -> tuple[Item, ...]:
    """The items with the control days that the regime makes of their terms; what another had made is forgotten."""
    return tuple(
        replace(item, deadline=_control(item, protocol, regime, signed, registered)) for item in protocol.items
    )


def _control(item: Item, protocol: Protocol, regime: Regime, signed: date | None, registered: date | None) -> Deadline:
    bare = replace(item.deadline, control_due=None, control_rule="")
    if bare.kind == "none" and item.kind is not ItemKind.ASSIGNMENT:
        return bare  # nobody has to do anything by a day that was not named
    return with_control(bare, item.deadline_raw, protocol.date, regime, signed, registered)
