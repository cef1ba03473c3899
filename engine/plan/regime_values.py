"""What a file of regimes may say under its keys: words of closed lists, bounded numbers, days that every year has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from engine.definition.shape import Problems, of, text, unknown, wrong_shape
from engine.definition.yaml_tree import Pairs, Text
from engine.problems import Problem

COUNTS, STARTS = ("calendar", "working"), ("signing", "registration")
NO_TERM, DAY_OFF = ("one_month",), ("working_day_before",)
LAST_DAY = 28  # the last that every month has
LONGEST = 365  # days that an urgent word may stand for
_RULE = re.compile(r"(\S{1,20}) ([0-9]{1,4})")
_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")
_ORDINARY_YEAR = 2001


def choice(pairs: Pairs, key: str, known: Collection[str], problems: Problems, default: str = "") -> str:
    """One of the words that may stand under a key; any other is told with the nearest one."""
    said = text(pairs, key, problems, default)
    if said and said != default and said not in known:
        problems.append(unknown(of(pairs, key), "value", said, known))
        return default
    return said


def day_of_month(pairs: Pairs, key: str, problems: Problems) -> int:
    """The number of a day that every month has; 0 where nothing is said."""
    said = text(pairs, key, problems)
    if not said:
        return 0
    if _whole(said, LAST_DAY):
        return int(said)
    problems.append(Problem(of(pairs, key), "number-out-of-bounds", facts={"found": said[:40], "most": str(LAST_DAY)}))
    return 0


def day_of_year(pairs: Pairs, key: str, problems: Problems) -> tuple[int, int] | None:
    """A day and a month that every year has, written 20.01."""
    said = text(pairs, key, problems)
    found = _DAY.fullmatch(said)
    try:
        day = date(_ORDINARY_YEAR, int(found[2]), int(found[1])) if found else None
    except ValueError:
        day = None
    if said and day is None:
        problems.append(Problem(of(pairs, key), "no-day-of-year", facts={"found": said[:40]}))
    return (day.day, day.month) if day else None


def urgent_words(pairs: Pairs, key: str, problems: Problems) -> Iterator[tuple[str, tuple[str, int]]]:
    """The words that stand for so many days by a rule: «срочно» → «T3 3»."""
    said = pairs.nodes.get(key)
    if said is None:
        return
    if not isinstance(said, Pairs):
        problems.append(wrong_shape(said, "mapping"))
        return
    for word, node in said.nodes.items():
        if not isinstance(node, Text):
            problems.append(wrong_shape(node, "text"))
            continue
        found = _RULE.fullmatch(node.value.strip())
        if found and _whole(found[2], LONGEST):
            yield " ".join(word.lower().split()), (found[1], int(found[2]))
        else:
            facts = {"found": node.value[:40], "most": str(LONGEST)}
            problems.append(Problem(node.where, "no-urgent-term", facts=facts))


def _whole(said: str, most: int) -> bool:
    return said.isascii() and said.isdecimal() and len(said) < 5 and 1 <= int(said) <= most
