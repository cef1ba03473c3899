"""A document that was read, as the things that rules speak of: протокол, вопрос, пункт, поручение, исполнитель.

The names and fields of these things stand in workflows/protocol_document.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from engine.audit.terms import days_of
from engine.definition.reading import read
from engine.definition.shipped import Faulty
from engine.plan.calendar import corrections
from engine.protocol import TASK_KINDS, Executor, Item, ItemKind, Protocol
from engine.rules.folding import plain
from engine.rules.lexicon import Lexicon
from engine.rules.thing import Scene, Thing, Value

DOCUMENT = "protocol_document"
TRUSTED = ("high", "medium")  # a link of less confidence is shown to people and orders nothing
_FIRST_NUMBER = re.compile(r"(\d+)\.\d")


@cache
def document_words() -> Lexicon:
    """The names of all that a read document holds."""
    source = files("workflows").joinpath(f"{DOCUMENT}.yaml").read_text("utf-8")
    workflow, problems = read(source, f"workflows/{DOCUMENT}.yaml")
    if workflow is None or problems:
        raise Faulty(problems)
    return workflow.lexicon


def scene_of(protocol: Protocol, today: date) -> Scene:
    """All that a rule may look at. A paper is judged as it stands on its own day, or today if that is later."""
    day = protocol.date
    now = max(today, day) if day else today
    itself = Thing(DOCUMENT, DOCUMENT, _head(protocol), (), day)
    things = (itself, *_questions(protocol), *_items(protocol))
    # What a document had to hold, it had to hold on its own day: nothing of it is still to come.
    last = date.fromordinal(max(1, (day or now).toordinal() - 1))
    off, on = corrections(day or now)
    return Scene(itself, things, (), {}, now, dict.fromkeys(document_words().kinds, last), off, on)


def item_of(thing: str, protocol: Protocol) -> Item | None:
    """The item that a thing of the scene belongs to, by its id."""
    found = re.match(r"[a-z_]+ (\d+)", thing)
    return protocol.items[int(found[1])] if found and not thing.startswith("question") else None


def _head(protocol: Protocol) -> dict[str, Value]:
    attendance = protocol.attendance
    present = {plain(name) for name in attendance.present}
    members = sum(plain(name) in present for name in attendance.members)
    return {
        "body": protocol.body,
        "kind": protocol.kind.value,
        "number": protocol.number,
        "date": protocol.date,
        "place": protocol.place,
        "chair": protocol.chair,
        "secretary": protocol.secretary,
        "controller": protocol.controller,
        "members": attendance.members,
        "present": attendance.present,
        "absent": attendance.absent,
        "invited": attendance.invited,
        "quorum": protocol.quorum[1] if protocol.quorum else members if present else None,
    }


def _questions(protocol: Protocol) -> Iterator[Thing]:
    for number, topic in enumerate(protocol.agenda, 1):
        yield Thing("question", f"question {number}", {"number": str(number), "topic": topic}, (), protocol.date)


def _items(protocol: Protocol) -> Iterator[Thing]:
    due = {item.path: item for item in protocol.items}
    twins = _twins(protocol.items)
    for place, item in enumerate(protocol.items):
        itself = f"item {place}"
        values = {"path": item.path, "number": item.path, "text": item.text, "kind": item.kind.value}
        yield Thing("item", itself, values, _question_of(item, protocol), protocol.date)
        if item.kind in TASK_KINDS:
            yield from _task(item, place, itself, protocol, due, twins)


def _question_of(item: Item, protocol: Protocol) -> tuple[str, ...]:
    """The question that an item answers, told by the first number of its path; without one it may answer any."""
    questions = tuple(f"question {number}" for number in range(1, len(protocol.agenda) + 1))
    found = _FIRST_NUMBER.match(item.path)
    return tuple(each for each in questions if each == f"question {int(found[1])}") if found else questions


def _task(
    item: Item, place: int, of: str, protocol: Protocol, known: dict[str, Item], twins: dict[str, tuple[str, ...]]
) -> Iterator[Thing]:
    kind, id = item.kind.value, f"{item.kind.value} {place}"
    before = [
        Thing(
            "predecessor",
            f"predecessor {place} {link.path}",
            {"path": link.path, "deadline": days_of(known[link.path])["deadline"]},
        )
        for link in item.depends_on
        if link.path in known and item.kind is ItemKind.ASSIGNMENT and (link.explicit or link.confidence in TRUSTED)
    ]
    yield from before
    values: dict[str, Value] = {"path": item.path, "text": item.text, "addressee": item.addressee}
    if item.kind is ItemKind.ASSIGNMENT:
        same = tuple(path for path in twins[plain(item.text)] if path != item.path)
        values |= {**_people(item), **days_of(item), "twin": same}
    yield Thing(kind, id, values, (of, *(thing.id for thing in before)), protocol.date)
    for number, executor in enumerate(item.executors):
        who: dict[str, Value] = {"name": executor.name or executor.raw, "position": executor.position}
        yield Thing("executor", f"executor {place} {number}", who, (id,), protocol.date)


def _people(item: Item) -> dict[str, Value]:
    """Who answers for an item: its leads; where nobody leads, all who are not mere helpers.

    «Отдел (Мельникова Т.А.)» names one answerable person, not two: where there are people, they answer.
    """
    by_role: dict[str, list[Executor]] = {}
    for executor in item.executors:
        by_role.setdefault(executor.role, []).append(executor)
    answering = by_role.get("lead") or by_role.get("responsible") or []
    people = [executor for executor in answering if executor.type == "person"] or answering
    return {
        "lead": _names(by_role.get("lead", [])),
        "responsible": _names(people),
        "co_executors": _names(by_role.get("co-executor", [])),
    }


def _names(executors: Iterable[Executor]) -> tuple[str, ...]:
    return tuple(executor.name or executor.raw for executor in executors)


def _twins(items: Iterable[Item]) -> dict[str, tuple[str, ...]]:
    """Text → the paths of the items that bear it."""
    paths: dict[str, tuple[str, ...]] = {}
    for item in items:
        paths[plain(item.text)] = (*paths.get(plain(item.text), ()), item.path)
    return paths
