"""Doubts settled: what was chosen is put into the items, and their control days are worked out by the regime again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from engine.plan.calendar import working_day_before
from engine.plan.regimes import Regime
from engine.protocol import Choice, Deadline, Doubt, Executor, Item, Protocol
from intake.doubting.control import ANSWERED, BEYOND, beyond_calendar, under


@dataclass(frozen=True, slots=True)
class Ground:
    """How terms are counted: the regime, and the days of signing and registration where they are known."""

    regime: Regime
    signed: date | None = None
    registered: date | None = None


def settled(protocol: Protocol, answers: Iterable[tuple[Doubt, Choice]], ground: Ground) -> Protocol:
    """The document as it is after these answers, its control days by this regime."""
    chosen = tuple(answers)
    for doubt, choice in chosen:
        protocol = replace(protocol, items=tuple(_settle(item, doubt, choice, WORDS) for item in protocol.items))
    protocol = replace(protocol, items=under(protocol, ground.regime, ground.signed, ground.registered))
    for doubt, choice in chosen:
        protocol = replace(protocol, items=tuple(_settle(item, doubt, choice, CONTROL) for item in protocol.items))
    for doubt, choice in chosen:
        if "path" in choice.changes:
            protocol = _renumbered(protocol, doubt.paths[0], choice.changes["path"])
    others = tuple(problem for problem in protocol.problems if problem.code != BEYOND)
    return replace(protocol, problems=(*others, *beyond_calendar(protocol)))


Change = Callable[[Item, str], Item]


def _settle(item: Item, doubt: Doubt, choice: Choice, changes: Mapping[str, Change]) -> Item:
    if item.path in doubt.paths:
        for name, value in choice.changes.items():
            item = changes[name](item, value) if name in changes else item
    return item


def _due(item: Item, value: str) -> Item:
    kind = "period" if item.deadline.start else "date"
    return replace(item, deadline=replace(item.deadline, kind=kind, due=date.fromisoformat(value)))


def _executor(item: Item, name: str) -> Item:
    kind = "person" if name.endswith(".") else "org"
    return replace(item, executors=(*item.executors, Executor(name, kind, name)))


def _drop(item: Item, name: str) -> Item:
    return replace(item, executors=tuple(one for one in item.executors if one.name != name))


def _lead(item: Item, name: str) -> Item:
    return _with_roles(item, lambda one: "lead" if one.name == name else one.role)


def _lead_item(item: Item, path: str) -> Item:
    return _with_roles(item, lambda one: "lead" if item.path == path else "co-executor")


def _with_roles(item: Item, role: Callable[[Executor], str]) -> Item:
    return replace(item, executors=tuple(replace(one, role=role(one)) for one in item.executors))


def _control(item: Item, value: str) -> Item:
    day = date.fromisoformat(value)
    if day == item.deadline.control_due:
        return item
    return replace(item, deadline=replace(item.deadline, control_due=day, control_rule=ANSWERED))


def _before(item: Item, _: str) -> Item:
    term: Deadline = item.deadline
    if term.due is None:
        return item
    return replace(item, deadline=replace(term, control_due=working_day_before(term.due), control_rule=ANSWERED))


def _renumbered(protocol: Protocol, old: str, new: str) -> Protocol:
    def of(item: Item) -> Item:
        links = tuple(replace(link, path=new) if link.path == old else link for link in item.depends_on)
        return replace(item, path=new if item.path == old else item.path, depends_on=links)

    return replace(protocol, items=tuple(map(of, protocol.items)))


WORDS: dict[str, Change] = {
    "due": _due,
    "executor": _executor,
    "drop": _drop,
    "lead": _lead,
    "lead_item": _lead_item,
}
CONTROL: dict[str, Change] = {"control_due": _control, "until": _before}
