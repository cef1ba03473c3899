"""Histories by chance, entry by entry and past any desk: of assignments that wait for one another, and of protocols.

What happens is possible, though no desk would allow all of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import cast

from engine.run.case import Case
from engine.run.event import Event, Plain, Told
from engine.run.fold import apply, fold
from tests.engine.store.asking_regulations import regulations

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAYS = ("", "2026-11-20", "2026-12-01", "2026-12-01", "2027-01-11")
PEOPLE = ("Л-1", "Л-2", "Л-3")
TASKS = ("Т-1", "Т-2", "Т-3", "Т-4")
PAPERS = ("П-1", "П-2")
KINDS = {"goal": "ЦЛ", "measure": "МР", "effect": "ОЦ"}
RENAMED = {"in_work": "work", "work": "in_work"}  # the stage of work, in the other version
BACK = {"measure": ("goal",), "effect": ("measure", "goal")}


@dataclass
class Histories:
    """What has happened so far, and a chance that says what happens next."""

    chance: random.Random
    entries: dict[str, list[Event]] = field(default_factory=dict)
    standing: dict[str, list[list[int]]] = field(default_factory=dict)  # the intents that count, by case
    undone: dict[str, list[int]] = field(default_factory=dict)  # the one that may be brought back
    days: int = 0

    def intent(self) -> list[Event]:
        """The entries of one more intent: a few of one case, or of several."""
        self.days += self.chance.choice((0, 0, 1, 9))
        found: list[Event] = []
        for case in self.chance.sample((*TASKS, *PAPERS), self.chance.choice((1, 1, 1, 2))):
            found += self._of_case(case)
        return found

    def case(self, id: str) -> Case | None:
        """A case as it stands."""
        return fold(self.entries.get(id, ()))

    def _of_case(self, id: str) -> list[Event]:
        before = self.case(id)
        if before is None and id not in self.undone:
            return self._counted(id, [_opened(id, self)])
        if self.chance.random() < 0.15:
            return self._taken_back(id) if self.standing[id] else self._brought_back(id)
        if id in self.undone and (before is None or self.chance.random() < 0.5):
            return self._brought_back(id)
        if before is None:
            return []
        made: list[Event] = []
        case = before
        for _ in range(self.chance.choice((1, 1, 1, 2, 3))):
            act = self.chance.choice(OF_TASK if id in TASKS else OF_PAPER)
            for event in act(case, self):
                made.append(event)
                case = apply(case, event)
        return self._counted(id, made)

    def _counted(self, id: str, made: list[Event]) -> list[Event]:
        if made:
            self.entries.setdefault(id, []).extend(made)
            self.standing.setdefault(id, []).append([event.version for event in made])
            self.undone.pop(id, None)
        return made

    def _taken_back(self, id: str) -> list[Event]:
        self.undone[id] = self.standing[id].pop()
        return self._passing(id, "undone")

    def _brought_back(self, id: str) -> list[Event]:
        if id not in self.undone:
            return []
        event = self._passing(id, "redone")
        self.standing[id].append(self.undone.pop(id))
        return event

    def _passing(self, id: str, kind: str) -> list[Event]:
        version = self.entries[id][-1].version + 1
        event = Event(id, version, kind, self.told(), {"intent": "A", "versions": cast("Plain", self.undone[id])})
        self.entries[id].append(event)
        return [event]

    def told(self) -> Told:
        """Who says so, and on which day."""
        at = AT + timedelta(days=self.days)
        return Told("Л-1", self.chance.choice(PEOPLE), "", at.date(), at)

    def leave(self) -> dict[str, Plain]:
        """Now and then, leave to pass over a sentence or two."""
        if self.chance.random() < 0.9:
            return {}
        until = (date(2026, 12, 1) + timedelta(days=self.days)).isoformat()
        texts = self.chance.sample(("ведёт не исполнитель", "есть подтверждение", "у каждой меры есть оценка"), 2)
        return {"waived": [{"requirement": text, "who": "Л-9", "why": "отпуск", "until": until} for text in texts]}


Act = Callable[[Case, Histories], Iterator[Event]]


def _event(case: Case, kind: str, by: Histories, data: dict[str, Plain]) -> Event:
    return Event(case.id, case.version + 1, kind, by.told(), data)


def _opened(id: str, by: Histories) -> Event:
    paper = id in PAPERS
    workflow = by.chance.choice(regulations()[2:] if paper else regulations()[:2])
    stages = list(workflow.stages)
    data: dict[str, Plain] = {"workflow": workflow.name, "workflow_version": workflow.version}
    at = by.chance.choice((0, 0, 0, 1))
    data |= {"stage": stages[at], "trusted": list(stages[:at])}
    subject: dict[str, Plain] = {"number" if paper else "path": id}
    data |= {"subject": subject, "fields": {} if paper else _stated(id, by)}
    return Event(id, 1, "opened", by.told(), data)


def _stated(id: str, by: Histories) -> dict[str, Plain]:
    """Some of the fields of an assignment."""
    chance = by.chance
    others = [each for each in (*TASKS, "Т-9") if each != id]
    fields: dict[str, Plain] = {
        "protocol": chance.choice(("", *PAPERS)),
        "kind": chance.choice(("", "hard", "easy")),
        "due": chance.choice(DAYS),
        "start": chance.choice(DAYS),
        "doers": list(chance.sample(PEOPLE, chance.randrange(3))),
        "guests": list(chance.sample(PEOPLE, chance.randrange(2))),
        "outcome": chance.choice(("", "done")),
        "predecessors": list(chance.sample(others, chance.randrange(3))),
    }
    return {name: fields[name] for name in chance.sample(list(fields), chance.randint(1, 4))}


def _corrected(case: Case, by: Histories) -> Iterator[Event]:
    fields: dict[str, Plain] = _stated(case.id, by) if case.id in TASKS else {"due": by.chance.choice(DAYS)}
    yield _event(case, "corrected", by, {"record": "", "fields": fields})


def _moved(case: Case, by: Histories) -> Iterator[Event]:
    known = next(each for each in regulations() if each.version == case.workflow_version)
    arrow = by.chance.choice([each for each in known.arrows if each.source == case.stage] or [None])
    if arrow is None:
        return
    sets: dict[str, Plain] = {name: by.chance.choice(DAYS) if name == "due" else "done" for name in arrow.sets}
    data: dict[str, Plain] = {"trigger": arrow.trigger, "from": arrow.source, "to": arrow.target, "sets": sets}
    yield _event(case, "moved", by, {**data, "data": by.leave()})


def _recorded(case: Case, by: Histories) -> Iterator[Event]:
    kind = by.chance.choice(tuple(KINDS))
    id = f"{KINDS[kind]}-{case.id[-1]}{by.days}{case.version}"
    there = [record.id for record in case.records.values() if record.kind in BACK.get(kind, ())]
    links = by.chance.sample(there, min(len(there), by.chance.randrange(2)))
    data: dict[str, Plain] = {"record": id, "kind": kind, "fields": _said(kind, by), "links": list(links)}
    yield _event(case, "recorded", by, {**data, **by.leave()})


def _said(kind: str, by: Histories) -> dict[str, Plain]:
    """Some of the fields of a record."""
    chance = by.chance
    fields: dict[str, Plain] = {"text": chance.choice(("", "Текст", "Ещё"))}
    if kind == "goal":
        fields["plan"] = {"2026": chance.randrange(9), "2027": chance.randrange(9)}
    if kind == "measure":
        fields |= {"due": chance.choice(DAYS), "doers": list(chance.sample(PEOPLE, chance.randrange(3)))}
    return {name: fields[name] for name in chance.sample(list(fields), chance.randint(1, len(fields)))}


def _put_right(case: Case, by: Histories) -> Iterator[Event]:
    for record in by.chance.sample(list(case.records.values()), min(1, len(case.records))):
        yield _event(case, "corrected", by, {"record": record.id, "fields": _said(record.kind, by), **by.leave()})


def _linked(case: Case, by: Histories) -> Iterator[Event]:
    pairs = [
        (one.id, other.id)
        for one in case.records.values()
        for other in case.records.values()
        if other.kind in BACK.get(one.kind, ()) and other.id not in one.links
    ]
    for record, to in by.chance.sample(pairs, min(1, len(pairs))):
        yield _event(case, "linked", by, {"record": record, "to": to, **by.leave()})


def _evidenced(case: Case, by: Histories) -> Iterator[Event]:
    proof: dict[str, Plain] = {"title": "справка", "kind": "", "number": "5", "date": "", "page": ""}
    yield _event(case, "evidenced", by, {"record": by.chance.choice(("", *case.records)), "evidence": proof})


def _planned(case: Case, by: Histories) -> Iterator[Event]:
    yield _event(case, "planned", by, {"stage": case.stage, "task": by.chance.choice(TASKS)})


def _migrated(case: Case, by: Histories) -> Iterator[Event]:
    [new] = [x for x in regulations() if x.name == case.workflow and x.version != case.workflow_version]
    names = {stage: stage if stage in new.stages else RENAMED[stage] for stage in (case.stage, *case.trusted)}
    mapping: dict[str, Plain] = {one: other for one, other in names.items() if one != other}
    trusted: Plain = [names[stage] for stage in case.trusted]
    data: dict[str, Plain] = {"workflow_version": new.version, "stage": names[case.stage], "mapping": mapping}
    yield _event(case, "migrated", by, {**data, "trusted": trusted})


OF_TASK: tuple[Act, ...] = (
    *(_corrected, _corrected, _moved, _moved, _moved, _recorded, _recorded, _recorded),
    *(_put_right, _linked, _linked, _evidenced, _planned, _migrated),
)
OF_PAPER: tuple[Act, ...] = (_corrected, _moved, _evidenced, _migrated)
