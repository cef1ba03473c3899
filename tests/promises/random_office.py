"""An office that lives by chance: from one seed always the same acts on the same days, at the public desk only."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from engine.definition.compiled import version_of
from engine.definition.shipped import shipped
from engine.definition.workflow import Title, Workflow
from engine.desk import answers, closing, cycles, importing, migrating, parties, records, roles, tasks, undoing
from engine.desk.desk import Desk
from engine.desk.intent import Intent, Waiver
from engine.protocol import Executor, ItemKind, Protocol
from engine.run.office import ID as OFFICE
from engine.run.office import tenures
from engine.run.unknown import Unknown
from engine.store.sqlite import new_file
from tests.office import DAY, OPERATOR, ORGANISATION, SUPERIOR, Stopped, desk_at, item, protocol

Chance = random.Random
Act = Callable[[Chance, Desk], Intent]
PEOPLE = ("Ким О.В.", "Рябов С.С.", "Иванова И.И.", "Сафина Р.Р.")
SUBJECTS = ("1.1", "1.2", "2.1")
STAGES = ("goals", "indicators", "monitoring", "analysis", "decisions")
SAID = {"text": "Текст", "name": "Доля", "grounds": "анализ", "source": "ведомость", "addressee": "школы"}
ROLES = ("clerk", "curator", "controller")
BOSS = "Л-1"
BY_HAND = ("return", "not_done", "not_applicable", "withdraw")


def waiver() -> Waiver:
    return Waiver(SUPERIOR, "справка в пути", date(2026, 12, 31))


def _case(chance: Chance, desk: Desk, workflow: str) -> str:
    """A case of a regulation; where there is none, an id that nobody bears."""
    return chance.choice([case.id for case in desk.cases(workflow)] or ["К-404"])


def _task(chance: Chance, desk: Desk) -> str:
    return _case(chance, desk, "assignment")


def _cycle(chance: Chance, desk: Desk) -> str:
    return _case(chance, desk, "management_cycle")


def _record(chance: Chance, desk: Desk) -> str:
    return chance.choice([id for case in desk.cases("management_cycle") for id in case.records] or ["ЦЛ-404"])


def paper(chance: Chance) -> Protocol:
    """An invented document: a few items, some of which wait for others or deliver a stage of a cycle."""
    made = []
    for number in range(1, chance.randint(2, 4)):
        kind = chance.choice((ItemKind.ASSIGNMENT, ItemKind.ASSIGNMENT, ItemKind.TAKE_NOTE, ItemKind.RECOMMENDATION))
        name = chance.choice(PEOPLE)
        about = {"mechanisms": chance.sample(SUBJECTS, 1), "stages": chance.sample(STAGES, 1)}
        made.append(
            item(
                str(number),
                f"Подготовить справку {chance.randrange(100)}",
                kind=kind,
                executors=(Executor(name, "person", name),) if chance.random() < 0.8 else (),
                due=date(2026, 12, chance.randint(1, 28)) if chance.random() < 0.5 else None,
                after=("1",) if number > 1 and chance.random() < 0.3 else (),
                **(about if chance.random() < 0.5 else {}),
            )
        )
    return protocol(made, str(chance.randint(1, 6)))


def _import(chance: Chance, desk: Desk) -> Intent:
    read = paper(chance)
    content = f"{read.number} {read.source.sha256}".encode()
    source = replace(read.source, sha256=hashlib.sha256(content).hexdigest())
    return importing.bring_in(replace(read, source=source), content, revise=chance.random() < 0.5)


def _report_on(chance: Chance, desk: Desk) -> Intent:
    moves: tuple[Callable[[str], Intent], ...] = (
        lambda task: tasks.take(task, chance.choice(("accept", "deliver"))),
        lambda task: tasks.report(task, "сделано"),
        lambda task: closing.confirm(task, (records.Proof("справка", number="5"),)),
        lambda task: tasks.take(task, chance.choice(BY_HAND), reason="иначе"),
        lambda task: tasks.take(task, "extend", due="2026-12-31", reason="болезнь"),
        lambda task: tasks.reassign(task, (chance.choice(PEOPLE),), "болезнь"),
        lambda task: tasks.edit(task, {"text": f"Текст {chance.randrange(100)}"}, (chance.choice(PEOPLE),)),
    )
    return chance.choice(moves)(_task(chance, desk))


def _start(chance: Chance, desk: Desk) -> Intent:
    at = chance.choice(("", "", "monitoring", "effectiveness"))
    return cycles.start(ORGANISATION, chance.choice(SUBJECTS), str(chance.randint(2026, 2028)), at)


def _add_record(chance: Chance, desk: Desk) -> Intent:
    """A record of a cycle, mostly of a kind that its stage produces, linked to the last that it may point back to."""
    case = next((each for each in desk.cases() if each.id == _cycle(chance, desk)), None)
    workflow = shipped("management_cycle")
    produced = workflow.stages[case.stage].produces if case else ()
    kind = chance.choice(produced if produced and chance.random() < 0.8 else tuple(workflow.records))
    back = {link.kind for link in workflow.records[kind].back}
    there = [record.id for record in case.records.values() if record.kind in back] if case else []
    stated = {name: value for name, value in SAID.items() if name in workflow.records[kind].fields}
    return records.add(case.id if case else "К-404", kind, stated, there[-1:])


def _waived(chance: Chance, desk: Desk) -> Intent:
    chosen = chance.randrange(3)
    if chosen == 0:
        return closing.confirm(_task(chance, desk), waiver=waiver())
    return (cycles.advance, cycles.close)[chosen - 1](_cycle(chance, desk), waiver())


def _delegate(chance: Chance, desk: Desk) -> Intent:
    until = date(2026, 12, chance.randint(1, 28))
    role = chance.choice((*ROLES, "executor"))
    return roles.delegate(
        role, chance.choice((OPERATOR, OPERATOR, *PEOPLE)), chance.choice(PEOPLE), until, "приказ № 4"
    )


def _called(number: int) -> Workflow:
    """The regulation of assignments, but for its title: another version."""
    changed = replace(shipped("assignment"), title=Title(f"Поручение {number}", f"Assignment {number}"))
    return replace(changed, version=version_of(changed))


def _migrate(chance: Chance, desk: Desk) -> Intent:
    version = _called(chance.randrange(2))
    if chance.random() < 0.5:
        return migrating.publish(version)
    return migrating.take_over([_task(chance, desk)], version.version, {})


def _undo_some(chance: Chance, desk: Desk) -> Intent:
    with desk.store.reading() as ledger:
        known = [each.intent for each in ledger.intents()]
    return chance.choice((undoing.undo, undoing.redo))(chance.choice((known[-1], chance.choice(known), "")))


ACTS: Mapping[str, tuple[Act, ...]] = {
    "imports": (_import, _report_on, _report_on),
    "assignments": (
        lambda chance, desk: tasks.add(tasks.NewTask("Позвонить", executors=(chance.choice(PEOPLE),), due=DAY)),
        _report_on,
        _report_on,
        _report_on,
    ),
    "cycles": (
        _start,
        _add_record,
        _add_record,
        _add_record,
        lambda chance, desk: records.prove(_record(chance, desk), records.Proof("приказ", content=b"5")),
        lambda chance, desk: records.edit(_record(chance, desk), {"text": f"Текст {chance.randrange(100)}"}),
        lambda chance, desk: cycles.advance(_cycle(chance, desk)),
        lambda chance, desk: cycles.back(_cycle(chance, desk), chance.choice(STAGES), "ошибка"),
    ),
    "undoing": (_import, _report_on, _add_record, _undo_some, _undo_some, _undo_some),
    "waivers": (_import, _add_record, _report_on, _waived, _waived),
    "versions": (_import, _migrate, _migrate, _report_on, _undo_some),
    "people": (
        lambda chance, desk: roles.grant(chance.choice(ROLES), chance.choice(PEOPLE)),
        lambda chance, desk: roles.withdraw(chance.choice(ROLES), chance.choice(PEOPLE)),
        _delegate,
        _delegate,
        lambda chance, desk: roles.grant("head", OPERATOR),
        lambda chance, desk: roles.waive_duty((chance.choice(("SOD-2", "SOD-3")),), BOSS, "отпуск", date(2026, 12, 31)),
        lambda chance, desk: parties.register("person", chance.choice(PEOPLE), "методист"),
        lambda chance, desk: answers.remember("Совет", {f"П-{chance.randrange(3)}": chance.choice(("да", "нет"))}),
        _import,
        _report_on,
    ),
}
THEMES = (*ACTS, "everything")
DEPUTY = tuple(
    lambda chance, desk, role=role: roles.delegate(role, OPERATOR, "Ким О.В.", date(2026, 12, 31), "приказ № 3")
    for role in ("clerk", "curator", "controller")
)
BEGINNING: Mapping[str, tuple[Act, ...]] = {"people": DEPUTY, "everything": DEPUTY[:1]}


def any_act(chance: Chance, desk: Desk, theme: str = "everything") -> Intent:
    """Some act; it may well be refused, or name what there is not."""
    acts = ACTS.get(theme) or [act for acts in ACTS.values() for act in acts]
    intent = chance.choice(acts)(chance, desk)
    if chance.random() < 0.2:
        intent = replace(intent, key=f"k-{chance.randrange(4)}")
    if chance.random() < (0.5 if theme in BEGINNING else 0.1):
        intent = replace(intent, on_behalf_of=chance.choice(_entrusted(desk)))
    if chance.random() < 0.3:
        today = desk.clock().date()
        days = [day for day in (DAY, date(2026, 11, 30), date(2026, 12, 4)) if day < today] or [today]
        intent = replace(intent, ground=f"письмо № {chance.randrange(100)}", happened_on=chance.choice(days))
    return intent


def _entrusted(desk: Desk) -> list[str]:
    """Whoever was ever given a role, or stands in for a holder; the last one twice."""
    held = [each.party for each in tenures(desk.case(OFFICE)) if each.party.startswith("Л-")]
    return [*held, *held[-1:], *held[-1:]]


def live(desk: Desk, theme: str, seed: int, acts: int) -> None:
    """Let an office live: a document and a cycle, then so many acts, with days between them."""
    chance, clock = random.Random(seed), cast(Stopped, desk.clock)
    for act in (_import, _start, *BEGINNING.get(theme, ())):
        desk.act(act(chance, desk))
    for _ in range(acts):
        with suppress(Unknown):
            desk.act(any_act(chance, desk, theme))
        clock.wait(chance.choice((0, 0, 1, 3)))


def lived(path: Path, theme: str, seed: int, acts: int) -> Path:
    """A new file, with all that such an office has left in it."""
    with new_file(path) as store:
        live(desk_at(store), theme, seed, acts)
    return path
