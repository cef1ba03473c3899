"""V29: histories of roles, delegations, corrections and undo against an independent judge; no duty is ever broken."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from engine.definition.shipped import source
from engine.desk import cycles, parties, records, roles, tasks, undoing
from engine.desk.answer import Done
from engine.desk.desk import Desk
from engine.desk.intent import Intent, Waiver
from engine.run.event import Event
from engine.run.refusal import Refused
from engine.run.unknown import NotFound
from engine.store.memory import MemoryStore
from tests.faults.figures import figure
from tests.office import DAY, Stopped, desk_at, done
from tests.promises.judge_of_duties import Judge
from tests.promises.told_plainly import Entry, page_of

HISTORIES = figure(5_000, 50_000)
STEPS, BLOCKS = 16, 10
PEOPLE = ("Л-1", "Л-2", "Л-3", "Л-4", "Л-5")
GRANTED = ("clerk", "controller", "curator", "role_admin", "head", "file_keeper", "checkpoint_keeper")
TASKS, CYCLE = ("Т-1", "Т-2", "Т-3"), "К-1"
PAGES = {
    **dict.fromkeys(TASKS, page_of(source("assignment"))),
    CYCLE: page_of(source("management_cycle")),
    "office": None,
}
# The state of things stood in the way before anybody asked who it is.
STATE = {"no-way", "not-held", "stood-upon", "place-taken", "nothing-to-undo", "nothing-to-redo", "already-there"}
STATE |= {"case-closed", "term-turned", "delegation-to-oneself", "delegation-endless", "link-exists", "unmet"}
STATE |= {"before-case", "before-stage", "nobody-grants"}
ADMINS = ("operator", "role_admin")
USUAL = {
    **dict.fromkeys(("grant", "withdraw", "delegate"), ADMINS),
    **dict.fromkeys(("confirm", "return", "reassign"), ("controller",)),
    **dict.fromkeys(("accept", "report"), ("executor",)),
}
Chance = random.Random


class History:
    """One office that lives by chance, and the judge that reads its journal."""

    def __init__(self, seed: int, now_only: bool = False) -> None:
        self.chance = Chance(seed)
        self.clock = Stopped()
        store, self.journal, self.intents = beginning()
        self.desk = Desk(store, self.clock, "Л-1")
        self.now_only = now_only

    def step(self) -> tuple[str, str, bool, Entry]:
        """(kind of the answer, first reason, what the judge says, the wish) of one act by chance."""
        if self.chance.random() < 0.2:
            self.clock.wait(self.chance.randint(1, 3))
        intent, wish = self.chance.choice(ACTS)(self)
        typed, doer = self.pair(wish)
        day = self.clock().date() - timedelta(days=self.chance.choice((0, 0, 0, 1, 4)))
        wish = {"case": "office", **wish, "typed": typed, "doer": doer, "day": day.isoformat()}
        judge = Judge(self.journal, self.clock().date().isoformat(), self.now_only)
        forbidden = judge.forbidden(wish, PAGES[wish["case"]])
        try:
            answer = replace(self.desk, operator=typed).act(replace(intent, on_behalf_of=doer, happened_on=day))
        except NotFound:
            return "nothing", "", forbidden, wish  # all records of the kind were taken back
        if isinstance(answer, Refused):
            first = next((each.code for each in answer.because if not each.duty), answer.because[0].code)
            return _refused(answer), first, forbidden, wish
        assert isinstance(answer, Done), answer
        made = [plain(event) for event in answer.entries]
        self.journal = [*self.journal, *made]
        self.intents |= {answer.intent: made} if made else {}
        return ("done" if answer.entries else "nothing"), "", forbidden, wish

    def pair(self, wish: Entry) -> tuple[str, str]:
        """Who types, and whose act it is: mostly somebody who has something to do with it."""
        now = self.clock().date().isoformat()
        judge = Judge(self.journal, now)
        usual = USUAL.get(wish["what"], ("clerk", "curator")) if wish.get("case") != CYCLE else ("curator", "clerk")
        found = sorted({who for role in usual for who, _ in judge.office(role, now)})
        if "executor" in usual:
            found = sorted({who for _, people in judge.values(wish["case"], "executors")[-1:] for who in people})
        doer = self.chance.choice(found) if found and self.chance.random() < 0.6 else self.chance.choice(PEOPLE)
        return self.chance.choice((doer, doer, doer, "Л-1", self.chance.choice(PEOPLE))), doer

    def some(self, most: int = 2) -> list[str]:
        return self.chance.sample(PEOPLE, self.chance.randint(1, most))

    def day(self, low: int, high: int) -> date:
        return self.clock().date() + timedelta(days=self.chance.randint(low, high))

    def leave(self) -> str:
        return self.chance.choice(PEOPLE) if self.chance.random() < 0.3 else ""

    def one_of(self, kind: str) -> str:
        with self.desk.store.reading() as ledger:
            found = [each.id for each in ledger.known_case(CYCLE).records.values() if each.kind == kind]
        return self.chance.choice(found or ["нет-1"])


def _refused(answer: Refused) -> str:
    """Whether it was the person; leave to pass over the state of things is judged only where that is in the way."""
    duties = {each.code for each in answer.because if each.duty}
    state = any(not each.duty for each in answer.because)
    return "refused" if not duties or (state and duties <= {"waiver-own", "waiver-no-head"}) else "not allowed"


def plain(event: Event) -> Entry:
    """An entry as the judge reads it; of a move, what it brought along tells for whom somebody stood in."""
    told, data = event.told, {**event.data}
    return {
        "case": event.case,
        "version": event.version,
        "type": event.type,
        "typed": told.typed_by,
        "doer": told.on_behalf_of,
        "day": told.happened_on.isoformat(),
        "data": data,
    }


@cache
def _founded() -> Desk:
    return founded(Stopped())


def beginning() -> tuple[MemoryStore, list[Entry], dict[str, list[Entry]]]:
    """The books of the office as every history finds them: what was written is never changed, so all may share it."""
    store = MemoryStore()
    with _founded().store.reading() as ledger:
        store._books = ledger  # type: ignore[assignment]
        journal = [plain(event) for case in ("office", *TASKS, CYCLE) for event in ledger.history(case)]
        kept = {each.intent: ledger.entries_of(each.intent) for each in ledger.intents() if each.what != "init"}
    return store, journal, {intent: [plain(event) for event in events] for intent, events in kept.items() if events}


def founded(clock: Stopped) -> Desk:
    """An office of five with an assignment at work, and a cycle in which there is something to approve and assess."""
    desk = desk_at(MemoryStore(), clock)
    for name in ("Ким О.В.", "Рябов С.С.", "Сафина Р.Р.", "Громов Г.Г."):
        done(desk.act(parties.register("person", name)))
    for controller in ("Л-2", "Л-4"):
        done(desk.act(roles.grant("controller", controller, date(2026, 1, 1))))
    done(desk.act(roles.grant("curator", "Л-3", date(2026, 1, 1))))
    last_week = DAY - timedelta(days=7)  # so that what is told days later has its place in the order of things
    for task, who in zip(TASKS, ("Л-4", "Л-2", "Л-5"), strict=True):
        added = tasks.add(tasks.NewTask("Подготовить справку", executors=(who,), kind="recommendation"))
        for each in (added, tasks.take(task, "accept"), tasks.report(task, "готово")):
            done(desk.act(replace(each, happened_on=last_week)))
    done(desk.act(cycles.start("О-1", "1.1", "2026", at="analysis")))
    made: dict[str, str] = {}
    for kind, links in (("measurement", ()), ("conclusion", ("measurement",)), ("recommendation", ("conclusion",))):
        fields = {"text": "Текст"}
        made[kind] = done(desk.act(records.add(CYCLE, kind, fields, [made[each] for each in links]))).id
    for who in ("Л-4", "Л-5"):
        said = {"text": "Мера", "responsible": who}
        done(desk.act(records.add(CYCLE, "measure", said, [made["recommendation"]])))
    return desk


Wished = tuple[Intent, Entry]


def grant(it: History) -> Wished:
    role, who, since = it.chance.choice(GRANTED), it.chance.choice(PEOPLE), it.day(-5, 3)
    until = it.chance.choice((None, since + timedelta(days=it.chance.randint(0, 6))))
    fields = {"role": role, "party": who, "since": since.isoformat(), "until": until.isoformat() if until else ""}
    return roles.grant(role, who, since, until), {
        "what": "grant",
        "case": "office",
        "role": role,
        "after": after(it, fields),
    }


def after(it: History, fields: Entry) -> list[Entry]:
    """The entry that a grant would make."""
    last = max(each["version"] for each in it.journal if each["case"] == "office")
    data = {"kind": "tenure", "record": "РЛ-x", "fields": fields}
    return [{"case": "office", "version": last + 1, "type": "recorded", "data": data}]


def withdraw(it: History) -> Wished:
    role, who, on = it.chance.choice(GRANTED), it.chance.choice(PEOPLE), it.day(-3, 2)
    last = (on - timedelta(days=1)).isoformat()
    held = {}
    for each in Judge(it.journal, "").live("office"):
        if each["type"] == "recorded" and each["data"]["kind"] == "tenure":
            held[each["data"]["record"]] = dict(each["data"]["fields"])
        elif each["type"] == "corrected" and each["data"]["record"] in held:
            held[each["data"]["record"]].update(each["data"]["fields"])
    version = max(each["version"] for each in it.journal if each["case"] == "office")
    ended = [
        {
            "case": "office",
            "version": version + 1,
            "type": "corrected",
            "data": {"record": id, "fields": {"until": last}},
        }
        for id, one in held.items()
        if (one["role"], one["party"]) == (role, who) and (one.get("until") or "9999") > last
    ]
    return roles.withdraw(role, who, on), {"what": "withdraw", "case": "office", "role": role, "after": ended[:1]}


def delegate(it: History) -> Wished:
    role = it.chance.choice((*GRANTED[:4], "executor", "executor"))
    whose, to = it.chance.sample(PEOPLE, 2)
    since = it.day(-5, 2)
    until = since + timedelta(days=it.chance.randint(0, 8))
    return roles.delegate(role, whose, to, until, "приказ", since), {"what": "delegate", "case": "office", "role": ""}


def reassign(it: History) -> Wished:
    task = it.chance.choice(TASKS)
    return tasks.reassign(task, it.some(), "болезнь"), {"what": "reassign", "case": task}


def correct(it: History) -> Wished:
    task = it.chance.choice(TASKS)
    return tasks.edit(task, {}, it.some()), {"what": "correct", "case": task}


def accept(it: History) -> Wished:
    task = it.chance.choice(TASKS)
    return tasks.take(task, "accept"), {"what": "accept", "case": task}


def report(it: History) -> Wished:
    task = it.chance.choice(TASKS)
    return tasks.take(task, "report", text="готово"), {"what": "report", "case": task}


def sent_back(it: History) -> Wished:
    task = it.chance.choice(TASKS)
    return tasks.take(task, "return", reason="неполно"), {"what": "return", "case": task}


def confirm(it: History) -> Wished:
    task, leave = it.chance.choice(TASKS), it.leave()
    return cycles.fire(task, "confirm", {}, waiver=_waiver(it, leave)), {
        "what": "confirm",
        "case": task,
        "leave": leave,
    }


def approve(it: History) -> Wished:
    leave = it.leave()
    return cycles.advance(CYCLE, _waiver(it, leave)), {"what": "advance", "case": CYCLE, "leave": leave}


def step_back(it: History) -> Wished:
    return cycles.back(CYCLE, "analysis", "иначе"), {"what": "return", "case": CYCLE, "target": "analysis"}


def conclude(it: History) -> Wished:
    added = records.add(CYCLE, "conclusion", {"text": "Вывод"}, [it.one_of("measurement")])
    return added, {"what": "record", "case": CYCLE, "kind": "conclusion"}


def conclude_anew(it: History) -> Wished:
    edited = records.edit(it.one_of("conclusion"), {"text": f"Вывод {it.chance.random()}"})
    return edited, {"what": "correct", "case": CYCLE, "kind": "conclusion"}


def name_others(it: History) -> Wished:
    measure = it.one_of("measure")
    edited = records.edit(measure, {"responsible": "; ".join(it.some())})
    return edited, {"what": "correct", "case": CYCLE, "kind": "measure", "record": measure}


def assess(it: History) -> Wished:
    links = [it.one_of("measure")] if it.chance.random() < 0.7 else []
    added = records.add(CYCLE, "effect", {"text": "Стало лучше"}, links)
    return added, {"what": "record", "case": CYCLE, "kind": "effect", "links": links, "record": "ЭФ-x"}


def assess_anew(it: History) -> Wished:
    effect = it.one_of("effect")
    edited = records.edit(effect, {"text": f"Стало лучше {it.chance.random()}"})
    return edited, {"what": "correct", "case": CYCLE, "kind": "effect", "record": effect}


def tie(it: History) -> Wished:
    effect, measure = it.one_of("effect"), it.one_of("measure")
    wish = {"what": "link", "case": CYCLE, "kind": "effect", "record": effect, "links": [measure]}
    return records.link(effect, measure), wish


def undo(it: History) -> Wished:
    standing = [intent for intent, entries in it.intents.items() if entries and "versions" not in entries[0]["data"]]
    intent = it.chance.choice(standing[-2:])
    return undoing.undo(intent), {"what": "undo", "entries": it.intents[intent]}


def redo(it: History) -> Wished:
    undone = [
        entries[0]["data"]["intent"] for entries in it.intents.values() if entries and entries[0]["type"] == "undone"
    ]
    intent = it.chance.choice(undone or list(it.intents)[-1:])
    return undoing.redo(intent), {"what": "redo", "entries": it.intents[intent]}


def _waiver(it: History, who: str) -> Waiver | None:
    return Waiver(who, "справка в пути", DAY + timedelta(days=300)) if who else None


ACTS: tuple[Callable[[History], Wished], ...] = (
    *(
        grant,
        grant,
        withdraw,
        delegate,
        delegate,
        reassign,
        correct,
        correct,
        accept,
        report,
        confirm,
        confirm,
        confirm,
    ),
    sent_back,
    *(approve, approve, step_back, conclude, conclude_anew, name_others, assess, assess, assess_anew, tie, undo, redo),
)


def differs(kind: str, first: str, forbidden: bool) -> bool:
    """Whether the engine and the judge disagree about a person; where the state was in the way, nobody was asked."""
    if kind == "not allowed" or kind == "done":
        return forbidden != (kind == "not allowed")
    return kind == "refused" and forbidden and first not in STATE


def lived(seeds: range, now_only: bool = False) -> tuple[list[str], Counter[str]]:
    """Where the engine and the judge differ, and how often each answer came."""
    found, answers = [], Counter[str]()
    for seed in seeds:
        history = History(seed, now_only)
        for number in range(STEPS):
            try:
                kind, first, forbidden, wish = history.step()
            except Exception as error:
                raise AssertionError(f"seed {seed}, step {number}") from error
            answers[f"{wish['what']} {kind}"] += 1
            answers[kind] += 1
            if differs(kind, first, forbidden):
                found.append(f"seed {seed}, step {number}: {kind} ({first}), the judge forbids: {forbidden}; {wish}")
                break
    return found, answers


@pytest.mark.deep
@pytest.mark.parametrize("block", range(BLOCKS))
def test_no_duty_is_broken_in_any_history_and_none_stands_where_there_is_none(block: int) -> None:
    size = HISTORIES // BLOCKS
    found, answers = lived(range(block * size, (block + 1) * size))
    assert found == []
    for what in ("confirm", "advance", "record", "link", "grant", "delegate", "undo", "redo"):
        assert answers[f"{what} done"] > size / 200, (what, answers)
        assert answers[f"{what} not allowed"] > size / 200, (what, answers)


@pytest.mark.deep
def test_a_judge_that_knows_only_the_holders_of_today_is_caught() -> None:
    assert lived(range(300), now_only=True)[0]


def test_a_few_histories_agree_with_the_judge() -> None:
    assert lived(range(40))[0] == []
