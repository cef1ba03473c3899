"""Doubts as questions: what a clerk has to be asked about a document, with the answers that suggest themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from engine.plan.calendar import add_months, working_day_after, working_day_before
from engine.problems import Problem
from engine.protocol import Choice, Doubt, Item, ItemKind, Protocol

Ask = Callable[[Protocol, Item, Problem], Doubt | None]
_UNTIL = re.compile(r"^\W*(?:в\s+срок\s+)?до\s+\d", re.IGNORECASE)
_MOST = 6  # names to choose from; more cannot be taken in


def questions(protocol: Protocol) -> tuple[Doubt, ...]:
    """What has to be asked, in the order of the lines; what concerns the whole document comes last."""
    items = {item.path: item for item in protocol.items}
    found: dict[str, Doubt] = {}
    copies: set[str] = set()  # items that repeat one already asked about: one question for all of them
    for problem in protocol.problems:
        other = problem.facts.get("other", "")
        if other in copies:
            continue
        copies |= {other} - {""}
        ask, item = ASKS.get(problem.code), items.get(problem.facts.get("path", ""))
        doubt = ask(protocol, item, problem) if ask and item else None
        if doubt:
            found.setdefault(doubt.key, doubt)
    return (*found.values(), *_until(protocol))


def _doubt(problem: Problem, *choices: Choice, blocks: bool = False, asks: str = "") -> Doubt:
    return Doubt(problem.code, (problem.facts["path"],), problem.where.line, problem.facts, choices, blocks, asks)


def _on(code: str, day: date, fact: str, lasting: bool = False) -> Choice:
    return Choice(code, {"day": day.isoformat()}, {fact: day.isoformat()}, lasting)


def _early(protocol: Protocol, item: Item, problem: Problem) -> Doubt:
    day = date(*(int(part) for part in reversed(problem.facts["proposed"].split("."))))
    return _doubt(problem, _on("next-year", day, "due"), blocks=True, asks="day")


def _day_off(protocol: Protocol, item: Item, problem: Problem) -> Doubt | None:
    due = item.deadline.due
    if due is None:
        return None
    days = (("day-before", working_day_before(due)), ("day-same", due), ("day-after", working_day_after(due)))
    return _doubt(problem, *(_on(code, day, "control_due", lasting=True) for code, day in days))


def _no_term(protocol: Protocol, item: Item, problem: Problem) -> Doubt | None:
    if item.kind is not ItemKind.ASSIGNMENT:
        return None
    month = [_on("in-a-month", add_months(protocol.date, 1), "due", lasting=True)] if protocol.date else []
    return _doubt(problem, *month, Choice("no-term", lasting=True), asks="day")


def _no_end(protocol: Protocol, item: Item, problem: Problem) -> Doubt | None:
    start = item.deadline.start
    if start is None:
        return None
    year, school = date(start.year, 12, 31), date(start.year + (start.month > 8), 8, 31)
    return _doubt(problem, _on("year-end", year, "due"), _on("school-year-end", school, "due"), asks="day")


def _nobody(protocol: Protocol, item: Item, problem: Problem) -> Doubt | None:
    if problem.severity == "note":
        return None
    names = {"controller": protocol.controller, "chair": protocol.chair}
    choices = [Choice(f"executor-{seat}", {"name": name}, {"executor": name}) for seat, name in names.items() if name]
    return _doubt(problem, *choices, asks="name")


def _absent(protocol: Protocol, item: Item, problem: Problem) -> Doubt:
    name = problem.facts["name"]
    others = len({one.name for one in item.executors}) > 1
    drop = [Choice("drop", {"name": name}, {"drop": name})] if others else []
    return _doubt(problem, Choice("acquaint", {"name": name}, lasting=True), *drop)


def _number(protocol: Protocol, item: Item, problem: Problem) -> Doubt:
    tops = [int(each.path) for each in protocol.items if each.path.isdecimal()]
    free = str(max(tops, default=0) + 1)
    next_ = [Choice("next-number", {"number": free}, {"path": free})] if problem.facts["number"].isdecimal() else []
    return _doubt(problem, Choice("second-of-number", {"path": item.path}, lasting=True), *next_)


def _repeated(protocol: Protocol, item: Item, problem: Problem) -> Doubt:
    same = [each for each in protocol.tasks if each.text == item.text or each.path == problem.facts["other"]]
    same.sort(key=lambda each: each.lines)
    leads = [
        Choice("lead-item", {"path": each.path, "name": _names(each)}, {"lead_item": each.path})
        for each in same[:_MOST]
    ]
    paths = tuple(each.path for each in same)
    return Doubt(problem.code, paths, problem.where.line, problem.facts, (*leads, Choice("each-own", lasting=True)))


def _several(protocol: Protocol, item: Item, problem: Problem) -> Doubt:
    first, *others = dict.fromkeys(one.name for one in item.executors)
    named = [Choice("lead-named", {"name": name}, {"lead": name}) for name in others[: _MOST - 1]]
    equal = Choice("all-equal", lasting=True)
    return _doubt(problem, Choice("lead-first", {"name": first}, {"lead": first}, lasting=True), *named, equal)


def _names(item: Item) -> str:
    return ", ".join(one.name for one in item.executors) or item.addressee_nominative


def _until(protocol: Protocol) -> Iterator[Doubt]:
    """«До 28.11»: on that day as well, or before it? Asked once for a document, not for each of its items."""
    items = [item for item in protocol.tasks if item.deadline.due and _UNTIL.match(item.deadline_raw)]
    if items:
        with_it = Choice("until-with", lasting=True)
        without = Choice("until-without", changes={"until": "exclusive"}, lasting=True)
        paths = tuple(item.path for item in items)
        facts = {"count": str(len(items)), "raw": items[0].deadline_raw}
        yield Doubt("until-which-day", paths, items[0].lines[0], facts, (with_it, without))


ASKS: dict[str, Ask] = {
    "deadline-before-document": _early,
    "deadline-day-off": _day_off,
    "deadline-missing": _no_term,
    "deadline-no-end": _no_end,
    "executor-missing": _nobody,
    "executor-absent": _absent,
    "number-duplicate": _number,
    "item-repeated": _repeated,
    "lead-missing": _several,
}
