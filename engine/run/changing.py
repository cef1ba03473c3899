"""What the entries of a step may have changed for the sentences of a regulation: judged again is only what may turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from engine.definition.workflow import Workflow
from engine.rules.reach import EVIDENCE
from engine.run.asked import Asked, sentences
from engine.run.case import Case
from engine.run.event import Event
from engine.run.scene import LAST_DAYS

CLOSED = "closed"


@dataclass(slots=True)
class Changed:
    """`words` are the fields of the case and the kinds of records that are not what they were.

    `whole` is a case that was opened, taken over, taken back or brought back; `links` says that records came or were
    linked; `ends` that what is missing may be waited for until another day.
    """

    whole: bool = False
    words: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    links: bool = False
    ends: bool = False


def turning(workflow: Workflow, change: Changed) -> tuple[Asked, ...]:
    """The sentences that may be judged otherwise now; of a case that is judged whole none is named."""
    words = change.words
    if change.whole or not (words or change.links):
        return ()
    every = sentences(workflow)
    return tuple(each for each in every if not words.isdisjoint(each.words) or (change.links and each.linking))


def changed(workflow: Workflow, case: Case | None, entries: Iterable[Event]) -> Changed:
    """What these entries of one case come to, as it stands after them."""
    made = Changed(whole=case is None)
    for event in entries:
        if made.whole:
            break
        _count(made, workflow, case, event)
    made.words |= made.fields
    made.ends |= not made.fields.isdisjoint(LAST_DAYS)
    return made


def _count(made: Changed, workflow: Workflow, case: Any, event: Event) -> None:
    data: Any = event.data
    match event.type:
        case "moved":
            made.ends = True
            made.fields |= {*data["sets"], *_moments(workflow, data["from"], data["to"])}
        case "recorded":
            made.words.add(data["kind"])
            made.links = True
        case "linked":
            made.links = True
        case "evidenced":
            made.words.add(EVIDENCE)
        case "corrected" if data["record"]:
            made.words.add(case.records[data["record"]].kind)
        case "corrected":
            made.fields |= set(data["fields"])
        case "planned":
            pass
        case _:
            made.whole = True


def _moments(workflow: Workflow, source: str, target: str) -> Iterator[str]:
    """The days that a move gives a case or takes from it."""
    yield from (name for name, each in workflow.fields.items() if each.reached == target)
    stages = [workflow.stages.get(name) for name in (source, target)]  # of an older version, perhaps
    if any(stage is None or stage.final for stage in stages):
        yield CLOSED
