"""An outline to items: each with its own words, executors and term, or those of the headings over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.protocol import Deadline, Executor, Item, ItemKind
from intake.decisions.labels import Label
from intake.decisions.leads import Lead
from intake.decisions.outline import Node
from intake.decisions.tails import term_at_end, term_behind
from intake.sense.meaning import kind_of, mechanisms_of, stages_of
from intake.terms.deadlines import find_deadline, read_deadline
from intake.who.executors import find_addressee, find_answering, find_controller, read_executors

_SPEAKS_TO_NOBODY = frozenset({ItemKind.TAKE_NOTE, ItemKind.ASSESS, ItemKind.DEREGISTER, ItemKind.CONTROL})


@dataclass(frozen=True, slots=True)
class Setting:
    """What an item hears from its surroundings: the day of the document, the question."""

    decided: date | None
    question: str = ""
    recommends: bool = False  # the attachment holds recommendations


def build(node: Node, path: str, setting: Setting) -> Item:
    """The item of one node."""
    point = node.point
    leads = _leads_over(node)
    text = _clean(point.text)
    lead_in = " ".join(lead.text for lead in reversed(leads) if lead.text)
    heading = f"Рекомендации: {lead_in}" if setting.recommends else lead_in
    kind = kind_of(text, heading)
    own = None if kind in _SPEAKS_TO_NOBODY else find_addressee(point.to or text)
    over = next((lead for lead in leads if lead.raw), None)
    if kind is ItemKind.APPROVE and (own or over):
        kind = ItemKind.ASSIGNMENT  # told to somebody to approve, the board does not approve by itself
    raw, term = _term(node, text, setting.decided)
    mechanisms, because = mechanisms_of(text, lead_in, setting.question)
    stages, because_too = stages_of(text, lead_in)
    return Item(
        path=path,
        kind=kind,
        text=text,
        lines=(min(point.lines), max(point.lines)),
        addressee=own.raw if own else over.raw if over else "",
        addressee_nominative=own.nominative if own else over.nominative if over else "",
        executors=_executors(node, text, kind, own.executors if own else over.executors if over else ()),
        deadline_raw=raw,
        deadline=term,
        mechanisms=tuple(mechanisms),
        stages=tuple(stages),
        because=tuple(dict.fromkeys((*because, *because_too))),
    )


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,–—")


def _leads_over(node: Node) -> list[Lead]:
    """The headings over a node, the nearest first."""
    found: list[Lead] = []
    above = node.parent
    while above is not None:
        if above.lead is not None:
            found.append(above.lead)
        above = above.parent
    return found


def _labelled(labels: Sequence[Label], kind: str) -> str:
    return "\n".join(label.value for label in labels if label.kind == kind and label.value)


def _term(node: Node, text: str, decided: date | None) -> tuple[str, Deadline]:
    """The term on a line of its own, else inside the sentence, else of the nearest heading that has one."""
    raw = _labelled(node.point.labels, "deadline").replace("\n", " ")
    if raw:
        return raw, read_deadline(raw, decided)
    behind = term_behind(_labelled(node.point.labels, "executors"))
    if behind:
        return behind, read_deadline(behind, decided)
    found = find_deadline(text, decided)
    if found is None and (last := term_at_end(text)):
        return last, read_deadline(last, decided)
    above = node.parent
    while found is None and above is not None:
        raw = _labelled(above.point.labels, "deadline") if above.lead else ""
        if raw:
            return raw, read_deadline(raw, decided)
        found = find_deadline(above.point.text, decided) if above.lead and above.point.form != "topic" else None
        above = above.parent
    return (found.raw, found.deadline) if found else ("", Deadline())


def _executors(node: Node, text: str, kind: ItemKind, addressed: tuple[Executor, ...]) -> tuple[Executor, ...]:
    labels = node.point.labels
    above = node.parent
    raw, helpers = _labelled(labels, "executors"), _labelled(labels, "helpers")
    while not raw and not helpers and above is not None and above.lead is not None:
        raw, helpers = _labelled(above.point.labels, "executors"), _labelled(above.point.labels, "helpers")
        above = above.parent
    if kind is ItemKind.CONTROL and not raw and (controller := find_controller(text)):
        return (controller,)
    named = read_executors(raw) if raw else addressed or find_answering(text)
    return (*named, *(replace(one, role="co-executor") for one in read_executors(helpers)))
