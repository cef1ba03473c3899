"""Types: a sentence of the right shape still has to compare days with days and count what can be counted."""

from __future__ import annotations

from engine.rules.sheet import Doubt, Found

DAYS = frozenset({"date", "moment"})
_IN_TIME = frozenset({"earlier", "not earlier", "later", "not later"})
_COUNTED = frozenset({"people", "list"})
_IN_SIZE = frozenset({"at least", "at most", "more", "less"})


def doubts_of(found: Found) -> tuple[Doubt, ...]:
    """What is wrong with a reading: names that do not go together, or types that cannot be compared."""
    return (*found.doubts, *_types(found))


def _types(found: Found) -> tuple[Doubt, ...]:
    given = found.arguments
    op, own = given.get("op", ""), given.get("type", "")
    other = given.get("other type", "") or given.get("value type", "")
    wanted = ""
    value = (("found", given.get("value", "")),)
    if given.get("value type") in ("no day", "no number"):
        return (Doubt(f"rule-{given['value type'].replace(' ', '-such-')}", value),)
    if own in _COUNTED and given.get("value type") == "number" and given.get("value", "").startswith("-"):
        return (Doubt("rule-no-count", value),)
    if op in _IN_TIME and (own not in DAYS or other not in DAYS):
        wanted = "date"
    elif op in _IN_SIZE and (own in DAYS or other in DAYS):
        wanted = "number"
    elif op in ("grows", "does not fall", "falls") and own != "series":
        wanted = "series"
    elif op in ("equals", "differs") and own in (*DAYS, "number") and given.get("value type") == "text":
        wanted = own  # no day and no number is ever «постоянно»
    elif op == "equals" and other in (*DAYS, "number") and (own in DAYS) != (other in DAYS):
        wanted = own
    return (Doubt("rule-wrong-type", (("wanted", wanted), ("found", f"{own} / {other}"))),) if wanted else ()
