"""Every command that writes, each ready to be done in one office that has been busy for a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from engine.definition.compiled import version_of
from engine.definition.shipped import shipped
from engine.definition.workflow import Title, Workflow
from engine.desk import answers, closing, cycles, importing, migrating, parties, records, roles, tasks, undoing
from engine.desk.answer import Done
from engine.desk.desk import Desk
from engine.desk.intent import Intent, Waiver
from engine.desk.workspace import open_desk
from engine.store.place import Place
from engine.store.sqlite import SqliteStore, new_file
from engine.store.sqlite_file import Profile
from tests.office import DAY, OPERATOR, ORGANISATION, SUPERIOR, Stopped, content_of, desk_at, done, item, protocol

WAIVER = Waiver(SUPERIOR, "справка в пути", date(2026, 12, 31))
PAPER, SECOND = protocol(), protocol([item("1", mechanisms=("1.2",), stages=("goals",)), item("2")], "8")
PROOF = records.Proof("справка", number="5", content=b"1")


def _called(title: str) -> Workflow:
    changed = replace(shipped("assignment"), title=Title(title, title))
    return replace(changed, version=version_of(changed))


OTHER, NEWER = _called("Иное поручение"), _called("Новое поручение")

ACTS: dict[str, Callable[[], Intent]] = {
    "answers.remember": lambda: answers.remember("Совет", {"П-1": "да"}),
    "answers.withdraw": lambda: answers.withdraw("1"),
    "closing.confirm": lambda: closing.confirm("П-1.2", (PROOF,)),
    "cycles.advance": lambda: cycles.advance("К-1", WAIVER),
    "cycles.back": lambda: cycles.back("К-1", "goals", "ошибка"),
    "cycles.close": lambda: cycles.close("К-3", WAIVER),
    "cycles.start": lambda: cycles.start(ORGANISATION, "2.2", "2026"),
    "importing.bring_in": lambda: importing.bring_in(SECOND, content_of(SECOND)),
    "migrating.publish": lambda: migrating.publish(NEWER),
    "migrating.take_over": lambda: migrating.take_over(["П-1.4"], OTHER.version, {}),
    "parties.correct": lambda: parties.correct("Иванова И.И.", "Иванова Инна Ильинична"),
    "parties.register": lambda: parties.register("person", "Рябов С.С."),
    "records.add": lambda: records.add("К-1", "goal", {"text": "Снизить долю", "grounds": "анализ"}),
    "records.edit": lambda: records.edit("ЦЛ-1", {"text": "Повысить долю"}),
    "records.link": lambda: records.link("ПК-1", "ЦЛ-2"),
    "records.prove": lambda: records.prove("ЦЛ-1", PROOF),
    "roles.delegate": lambda: roles.delegate("controller", OPERATOR, "Ким О.В.", DAY, "приказ 5"),
    "roles.grant": lambda: roles.grant("clerk", "Ким О.В."),
    "roles.waive_duty": lambda: roles.waive_duty(("SOD-2",), "Л-2", "отпуск", date(2026, 12, 31)),
    "roles.withdraw": lambda: roles.withdraw("clerk", "Иванова И.И."),
    "tasks.add": lambda: tasks.add(tasks.NewTask("Позвонить", executors=("Рябов С.С.",), due=DAY)),
    "tasks.edit": lambda: tasks.edit("П-1.4", {"text": "Иначе"}, executors=("Рябов С.С.",)),
    "tasks.reassign": lambda: tasks.reassign("П-1.4", ("Рябов С.С.",), "болезнь"),
    "tasks.report": lambda: tasks.report("П-1.3", "сделано"),
    "tasks.take": lambda: tasks.take("П-1.4", "extend", due="2026-12-31", reason="болезнь"),
    "undoing.redo": undoing.redo,
    "undoing.undo": undoing.undo,
}

BEFORE = (
    parties.register("person", SUPERIOR),  # Л-2
    roles.grant("head", SUPERIOR),
    importing.bring_in(PAPER, content_of(PAPER)),
    migrating.publish(OTHER),
    tasks.take("П-1.2", "accept"),
    tasks.report("П-1.2", "сделано"),
    tasks.take("П-1.3", "accept"),
    cycles.start(ORGANISATION, "1.3", "2026", "effectiveness"),
    records.add("К-1", "goal", {"text": "Первая", "grounds": "анализ"}),
    records.add("К-1", "goal", {"text": "Вторая", "grounds": "анализ"}),
    records.add("К-1", "indicator", {"name": "Доля"}, ["ЦЛ-1"]),
    cycles.advance("К-1", WAIVER),
    answers.remember("Коллегия", {"doubt": "нет"}),
    roles.grant("clerk", "Иванова И.И."),
    tasks.add(tasks.NewTask("Лишнее")),
    undoing.undo(),
)


def busy_office(path: Path, profile: Profile = Profile.FILE) -> Path:
    """An office in a new file, in which each of the acts can be done."""
    with new_file(path, profile) as store:
        desk = desk_at(store)
        for intent in BEFORE:
            done(desk.act(intent))
    return path


def desk_of(path: Place) -> Desk:
    """Its desk, with the clock that stands still. What it keeps open ends with the process."""
    return open_desk(path, clock=Stopped())


def did(path: Path, intent: Intent) -> Done:
    """Have it done at a desk of its own, which leaves nothing open behind it."""
    desk = desk_of(path)
    answer = done(desk.act(intent))
    cast("SqliteStore", desk.store).close()
    return answer
