"""Regimes: what a body's rules make of a term. The words of a document give `due`; a regime gives the control day.

Each control day that is not simply `due` names the rules that made it, in the order in which they were applied.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from engine.definition.naming import read_title
from engine.definition.shape import Problems, named, unknown, wrong_shape
from engine.definition.yaml_tree import Pairs, parse
from engine.plan.calendar import add_months, add_working_days, is_working, last_of_month, working_day_before
from engine.plan.regime_values import (
    COUNTS,
    DAY_OFF,
    NO_TERM,
    STARTS,
    choice,
    day_of_month,
    day_of_year,
    urgent_words,
)
from engine.problems import Problem
from engine.protocol import Deadline

KEYS = ("title", "count", "from", "urgent", "no_term", "day_off", "undated_rounds", "permanent_report")
ROUNDS = {"month": 1, "quarter": 3}
COMMON = "common"  # what holds where nobody chose a regime


@dataclass(frozen=True, slots=True)
class Length:
    """A term that runs from a day: so many days, working days or months."""

    amount: int
    unit: str  # day working_day month


@dataclass(frozen=True, slots=True)
class Regime:
    """The rules of one body. What is empty is unconfirmed and not applied."""

    name: str
    count: str  # calendar | working
    counts_from: str  # signing | registration
    urgent: Mapping[str, tuple[str, int]]  # word → rule, days
    no_term: str = ""
    day_off: str = ""
    undated_rounds: int = 0
    permanent_report: tuple[int, int] | None = None  # day, month of the next year


def read_regimes(source: str, file: str) -> tuple[tuple[Regime, ...], tuple[Problem, ...]]:
    """The regimes of a text, in its order, with all its problems."""
    tree, broken = parse(source, file)
    if tree is None:
        return (), broken
    if not isinstance(tree, Pairs):
        return (), (*broken, wrong_shape(tree, "mapping"))
    problems: Problems = _unknown_keys(tree, ("regimes",))
    if "regimes" not in tree.nodes:
        problems.append(Problem(tree.where, "key-missing", facts={"expected": "regimes"}))
    found = []
    for name, node in named(tree, "regimes", problems).nodes.items():
        if isinstance(node, Pairs):
            problems.extend(_unknown_keys(node, KEYS))
            found.append(_regime(name, node, problems))
        else:
            problems.append(wrong_shape(node, "mapping"))
    return tuple(found), (*broken, *sorted(problems, key=lambda one: (one.where.line, one.where.column)))


def _unknown_keys(pairs: Pairs, known: Sequence[str]) -> Problems:
    return [unknown(where, "key", key, known) for key, where in pairs.places.items() if key not in known]


def _regime(name: str, node: Pairs, problems: Problems) -> Regime:
    read_title(node, problems, otherwise=name)
    return Regime(
        name=name,
        count=choice(node, "count", COUNTS, problems, COUNTS[0]),
        counts_from=choice(node, "from", STARTS, problems, STARTS[0]),
        urgent=dict(urgent_words(node, "urgent", problems)),
        no_term=choice(node, "no_term", NO_TERM, problems),
        day_off=choice(node, "day_off", DAY_OFF, problems),
        undated_rounds=day_of_month(node, "undated_rounds", problems),
        permanent_report=day_of_year(node, "permanent_report", problems),
    )


@cache
def shipped_regimes() -> Mapping[str, Regime]:
    """The regimes that come with the program, by name."""
    source = files("workflows").joinpath("regimes.yaml").read_text("utf-8")
    found, problems = read_regimes(source, "workflows/regimes.yaml")
    if problems:
        raise ValueError("; ".join(f"{problem.where}: {problem.code}" for problem in problems))
    return {regime.name: regime for regime in found}


@dataclass(frozen=True, slots=True)
class Said:
    """What a regime needs of the words of a term: the phrase in lower case, and its length if it runs from a day.

    `decided` is the day from which `due` was counted.
    """

    words: str = ""
    length: Length | None = None
    decided: date | None = None


NOTHING_SAID = Said()


def controlled(
    deadline: Deadline,
    regime: Regime,
    signed: date | None,
    said: Said = NOTHING_SAID,
    registered: date | None = None,
) -> Deadline:
    """The deadline with the control day that the regime makes of it, and the rules that made it."""
    runs_from = (registered or signed) if regime.counts_from == "registration" else signed
    day, rule = _day(deadline, regime, runs_from, said)
    if day is None:
        return deadline
    rules = [rule] if rule else []
    if regime.day_off in DAY_OFF and not is_working(day):
        day = working_day_before(day)
        rules.append("T6")
    return replace(deadline, control_due=day, control_rule=", ".join(rules))


def _day(deadline: Deadline, regime: Regime, start: date | None, said: Said) -> tuple[date | None, str]:
    if deadline.kind in ("none", "relative") and start is not None:
        for word, (rule, days) in regime.urgent.items():
            if word in said.words:
                return _counted(start, Length(days, "day"), regime), rule
    if deadline.kind == "relative" and said.length and start is not None:
        other_days = regime.count == "working" and said.length.unit == "day"
        if other_days or start != (said.decided or start):
            return _counted(start, said.length, regime), "T2"
    if deadline.due is not None:
        return deadline.due, ""
    if start is None:
        return None, ""
    if deadline.kind == "none" and regime.no_term in NO_TERM:
        return add_months(start, 1), "T1"
    if deadline.kind == "permanent" and regime.permanent_report:
        day, month = regime.permanent_report
        return date(start.year + 1, month, day), "T8"
    if deadline.kind == "recurring":
        return _round(deadline.recurrence, regime, start)
    return None, ""


def _counted(start: date, length: Length, regime: Regime) -> date:
    """Months as they are, working days where the words or the regime count them, else days of the calendar."""
    if length.unit == "month":
        return add_months(start, length.amount)
    if regime.count == "working" or length.unit == "working_day":
        return add_working_days(start, length.amount)
    return date.fromordinal(start.toordinal() + length.amount)


def _round(recurrence: str, regime: Regime, start: date) -> tuple[date | None, str]:
    """The first day of a term that comes round: as stated, or the regime's day of the month after the period."""
    period, _, first = recurrence.partition(" ")
    if first:
        return date.fromisoformat(first), ""
    length = ROUNDS.get(period)
    if not regime.undated_rounds or length is None:
        return None, ""
    end = last_of_month(start.year, -(-start.month // length) * length)
    return date.fromordinal(end.toordinal() + regime.undated_rounds), "T7"
