"""Doubts about a document that was read: a small function each, and one list of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from engine.messages import Lang, say
from engine.plan.calendar import is_working, working_day_after, working_day_before, working_days_between
from engine.problems import Problem, Severity, Where
from engine.protocol import TASK_KINDS, DocumentKind, Item, ItemKind, Protocol
from intake.doubting.control import beyond_calendar
from intake.sense.meaning import ORDER

LANGS: tuple[Lang, ...] = ("ru", "en")
_SOON = 3  # working days; less leaves no time to do anything
_LONG = 4  # days off in a row; less is a weekend
_NEAR = 14  # calendar days; three working days lie within them even at the new year
_NEVER_DUE = frozenset({"event", "recurring", "permanent"})
_ENDS_ON_A_DAY = frozenset({"date", "relative", "period"})  # the last day of a month or a quarter is nobody's choice
_NOT_DONE = frozenset({ItemKind.CONTROL, ItemKind.DEREGISTER})  # done by being decided, or for as long as the rest


def _at(protocol: Protocol, line: int, code: str, severity: Severity, **facts: str) -> Problem:
    return Problem(Where(protocol.source.file, line), code, severity, facts)


def _of(protocol: Protocol, item: Item, code: str, severity: Severity = Severity.WARNING, **facts: str) -> Problem:
    return _at(protocol, item.lines[0], code, severity, path=item.path, **facts)


def _shown(day: date) -> str:
    return day.strftime("%d.%m.%Y")


def nothing_decided(protocol: Protocol) -> Iterator[Problem]:
    """A document without a single item is no protocol, or one that we could not read."""
    if not protocol.items:
        yield _at(protocol, 0, "no-items", Severity.ERROR)


def head_incomplete(protocol: Protocol) -> Iterator[Problem]:
    """Number, date, place, chair, secretary: what a registered protocol states."""
    meeting = protocol.kind is not DocumentKind.ORDER
    wanted = {"number": protocol.number, "date": protocol.date}
    if meeting:
        wanted |= {"place": protocol.place, "chair": protocol.chair, "secretary": protocol.secretary}
    for name, value in wanted.items():
        if not value:
            yield _at(protocol, 0, f"{name}-missing", Severity.WARNING if name == "date" else Severity.NOTE)


def nobody_controls(protocol: Protocol) -> Iterator[Problem]:
    """Somebody answers for the whole of a decision."""
    if protocol.items and not protocol.controller:
        yield _at(protocol, 0, "controller-missing", Severity.NOTE)


def attendance_unknown(protocol: Protocol) -> Iterator[Problem]:
    """Without a list of those present nobody can tell the quorum."""
    if protocol.kind is DocumentKind.ORDER or not protocol.items:
        return
    if not protocol.attendance.present:
        yield _at(protocol, 0, "attendance-missing", Severity.NOTE)


def no_quorum(protocol: Protocol) -> Iterator[Problem]:
    """Fewer present than the norm: the decisions stand on nothing."""
    if protocol.quorum and protocol.quorum[1] < protocol.quorum[0]:
        required, present = protocol.quorum
        yield _at(protocol, 0, "quorum-missing", Severity.WARNING, required=str(required), present=str(present))


def deadline_missing(protocol: Protocol) -> Iterator[Problem]:
    """An assignment says by when; of what nobody has to do it is only noted that no term is stated."""
    for item in protocol.items:
        if item.kind not in _NOT_DONE and not item.deadline_raw and item.deadline.kind == "none":
            grave = item.kind is ItemKind.ASSIGNMENT
            yield _of(protocol, item, "deadline-missing", Severity.WARNING if grave else Severity.NOTE)


def deadline_impossible(protocol: Protocol) -> Iterator[Problem]:
    """A day that no calendar has, the 31st of February: without a word it would be a term that never comes."""
    for item in protocol.items:
        if item.deadline.kind == "date" and item.deadline.due is None and item.deadline.start is None:
            yield _of(protocol, item, "deadline-impossible", raw=item.deadline_raw)


def deadline_early(protocol: Protocol) -> Iterator[Problem]:
    """A term before the day of the decision is a slip of the pen: most often the year."""
    for item in protocol.items:
        due = item.deadline.due
        if due and protocol.date and due < protocol.date:
            yield _of(
                protocol,
                item,
                "deadline-before-document",
                due=_shown(due),
                decided=_shown(protocol.date),
                proposed=_shown(_next_year(due, protocol.date)),
            )


def _next_year(due: date, decided: date) -> date:
    year = decided.year if (due.month, due.day) >= (decided.month, decided.day) else decided.year + 1
    return date(year, due.month, min(due.day, 28) if due.month == 2 else due.day)


def deadline_on_day_off(protocol: Protocol) -> Iterator[Problem]:
    """A stated day on which nobody works, with the working days around it."""
    for item in protocol.items:
        due = item.deadline.due
        if due is None or (protocol.date and due < protocol.date):
            continue  # whatever day was meant, it was not this one
        if item.deadline.kind in _ENDS_ON_A_DAY and not is_working(due):
            yield _of(
                protocol,
                item,
                "deadline-day-off",
                due=_shown(due),
                before=_shown(working_day_before(due)),
                after=_shown(working_day_after(due)),
            )


def start_on_days_off(protocol: Protocol) -> Iterator[Problem]:
    """Work that is to begin in the long holidays begins later than is written."""
    for item in protocol.tasks:
        start = item.deadline.start
        if start and start > (protocol.date or start) and not is_working(start):
            first = working_day_after(start)
            if (first - start).days >= _LONG:
                yield _of(protocol, item, "start-day-off", Severity.NOTE, start=_shown(start), first=_shown(first))


def deadline_short(protocol: Protocol) -> Iterator[Problem]:
    """Hardly a working day between the decision and its term."""
    for item in protocol.tasks:
        due = item.deadline.due
        if due and protocol.date and 0 <= (due - protocol.date).days <= _NEAR and item.deadline.kind == "date":
            days = working_days_between(protocol.date, due)
            if days <= _SOON:
                yield _of(protocol, item, "deadline-short", Severity.NOTE, due=_shown(due), days=str(days))


def deadline_open(protocol: Protocol) -> Iterator[Problem]:
    """A start without an end, or «постоянно» without a day of review: asked, not guessed."""
    for item in protocol.tasks:
        term = item.deadline
        if term.due is None and term.start is not None and term.kind not in _NEVER_DUE:
            yield _of(protocol, item, "deadline-no-end", start=_shown(term.start))
        elif term.kind == "permanent":
            yield _of(protocol, item, "deadline-permanent", Severity.NOTE)


def executor_missing(protocol: Protocol) -> Iterator[Problem]:
    """Nobody is told to do it."""
    for item in protocol.items:
        if item.kind not in _NOT_DONE and not item.executors:
            grave = item.kind in TASK_KINDS
            yield _of(protocol, item, "executor-missing", Severity.WARNING if grave else Severity.NOTE)


def lead_missing(protocol: Protocol) -> Iterator[Problem]:
    """Where several answer for one thing, nobody does: one of them calls the others together."""
    for item in protocol.tasks:
        roles = [one.role for one in item.executors]
        if len(roles) > 1 and set(roles) == {"responsible"}:
            names = ", ".join(one.name for one in item.executors)
            yield _of(protocol, item, "lead-missing", Severity.NOTE, names=names)


def executor_absent(protocol: Protocol) -> Iterator[Problem]:
    """Who was not there must be told."""
    absent = frozenset(protocol.attendance.absent)
    for item in protocol.items:
        for name in dict.fromkeys(one.name for one in item.executors if one.name in absent):
            yield _of(protocol, item, "executor-absent", name=name)


def number_twice(protocol: Protocol) -> Iterator[Problem]:
    """Two items bear one number."""
    for item in protocol.items:
        if re.search(r"\(\d+\)$", item.path):
            yield _of(protocol, item, "number-duplicate", number=item.path.rpartition("(")[0])


def same_item(protocol: Protocol) -> Iterator[Problem]:
    """One text under several addressees is one joint assignment, or a copy too many."""
    texts: dict[str, list[Item]] = {}
    for item in protocol.tasks:
        texts.setdefault(" ".join(re.findall(r"[\w№]+", item.text.lower())), []).append(item)
    for items in texts.values():
        for item in items[1:]:
            yield _of(protocol, item, "item-repeated", Severity.NOTE, other=items[0].path)


def question_undecided(protocol: Protocol) -> Iterator[Problem]:
    """A question of the agenda ends with a decision, told by the first number of the items."""
    firsts = Counter(item.path.split(".")[0] for item in protocol.items if re.match(r"^\d+\.\d", item.path))
    if len(firsts) < 2:
        return
    for number, title in enumerate(protocol.agenda, 1):
        if str(number) not in firsts:
            yield _at(protocol, 0, "question-undecided", Severity.WARNING, number=str(number), title=title)


def stages_untouched(protocol: Protocol) -> Iterator[Problem]:
    """A document that moves a cycle and passes over some of its stages says so to whoever keeps the cycle."""
    touched = {stage for item in protocol.items for stage in item.stages}
    left = [stage for stage in ORDER if stage not in touched]
    if touched and left and any(item.mechanisms for item in protocol.items):
        told = {f"stages_{lang}": ", ".join(say(f"stage-{stage}", {}, lang) for stage in left) for lang in LANGS}
        yield _at(protocol, 0, "stages-untouched", Severity.NOTE, **told)


def lines_unread(protocol: Protocol) -> Iterator[Problem]:
    """Lines that nothing was made of are named, so that nothing is lost in silence."""
    if protocol.unread and protocol.items:
        numbers = ", ".join(map(str, protocol.unread[:12])) + (" …" if len(protocol.unread) > 12 else "")
        yield _at(
            protocol, protocol.unread[0], "lines-unread", Severity.NOTE, count=str(len(protocol.unread)), lines=numbers
        )


DOUBTS: tuple[Callable[[Protocol], Iterator[Problem]], ...] = (
    nothing_decided,
    head_incomplete,
    nobody_controls,
    attendance_unknown,
    no_quorum,
    deadline_missing,
    deadline_impossible,
    deadline_early,
    deadline_on_day_off,
    start_on_days_off,
    deadline_short,
    deadline_open,
    beyond_calendar,
    executor_missing,
    lead_missing,
    executor_absent,
    number_twice,
    same_item,
    question_undecided,
    stages_untouched,
    lines_unread,
)


def doubts(protocol: Protocol) -> tuple[Problem, ...]:
    """Every doubt about a document, in the order of its lines."""
    found = [problem for doubt in DOUBTS for problem in doubt(protocol)]
    return tuple(sorted(found, key=lambda problem: problem.where.line))
