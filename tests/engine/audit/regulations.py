"""Small regulations and cases, made as values: what the audit and the pictures are tried on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import pairwise

from engine.definition.workflow import Arrow, BackLink, RecordKind, Role, Stage, Title, Workflow
from engine.problems import Where
from engine.run.case import Case, Move, RecordOf
from engine.run.event import Told

HERE = Where("made.yaml", 1)
TOLD = Told("Л-1", "Л-1", "", date(2026, 3, 2), datetime(2026, 3, 2, 9, tzinfo=UTC))
TITLES = {
    "goals": ("Цели", "Goals"),
    "indicators": ("Показатели", "Indicators"),
    "monitoring": ("Мониторинг", "Monitoring"),
    "analysis": ("Анализ", "Analysis"),
    "recommendations": ("Рекомендации", "Recommendations"),
    "decisions": ("Решения", "Decisions"),
    "effectiveness": ("Анализ эффективности", "Effectiveness"),
    "closed": ("Завершён", "Closed"),
}
KINDS = {
    "goal": ("goals", "цель", None),
    "indicator": ("indicators", "показатель", "goal"),
    "method": ("indicators", "метод", "indicator"),
    "measurement": ("monitoring", "измерение", "indicator"),
    "conclusion": ("analysis", "заключение", "measurement"),
    "recommendation": ("recommendations", "рекомендация", "conclusion"),
    "measure": ("decisions", "мера", "recommendation"),
    "effect": ("effectiveness", "эффект", "measure"),
}
ROLES = {
    "curator": Role("curator", Title("куратор", "curator"), "office"),
    "controller": Role("controller", Title("контролёр", "controller"), "office"),
    "executor": Role("executor", Title("исполнитель", "executor"), "executors"),
}


def stage(name: str, ru: str, en: str, produces: tuple[str, ...] = (), final: bool = False) -> Stage:
    return Stage(name, Title(ru, en), produces, (), final, HERE)


def arrow(trigger: str, source: str, target: str, role: str, ru: str = "", en: str = "", then: str = "") -> Arrow:
    title = Title(ru or trigger, en or trigger)
    return Arrow(trigger, title, source, target, role, (), (), (), {}, then, HERE)


def regulation(name: str, title: Title, stages: tuple[Stage, ...], arrows: tuple[Arrow, ...]) -> Workflow:
    records = {
        kind: RecordKind(kind, Title(ru, kind), kind[:2].upper(), {}, (BackLink(back, 1, None),) if back else (), HERE)
        for kind, (_, ru, back) in KINDS.items()
    }
    subject = ("organisation", "mechanism", "period")
    named = {each.name: each for each in stages}
    return Workflow(name, title, "v1", subject, {}, records, named, arrows, ROLES, HERE)


def management_cycle() -> Workflow:
    """The seven stages and the end, with the way forward and every way back."""
    stages = tuple(
        stage(name, ru, en, tuple(kind for kind, (of, _, _) in KINDS.items() if of == name), name == "closed")
        for name, (ru, en) in TITLES.items()
    )
    names = [*TITLES][:-1]
    forward = [arrow("advance", first, then, "curator", "переводит дальше") for first, then in pairwise(names)]
    back = [
        arrow("return", later, earlier, "controller", "возвращает на прежний этап", "returns the cycle")
        for place, later in enumerate(names)
        for earlier in names[:place]
    ]
    close = arrow("close", "effectiveness", "closed", "curator", "завершает цикл", then="next_cycle")
    title = Title("Управленческий цикл", "Management cycle")
    return regulation("management_cycle", title, stages, (*forward, close, *back))


def errand() -> Workflow:
    """A short life of an assignment: taken, reported, closed, with a way back and one out of every stage."""
    stages = (
        stage("registered", "На контроле", "Registered"),
        stage("in_work", "В работе", "In work"),
        stage("reported", "Отчёт сдан", "Reported"),
        stage("closed", "Снято с контроля", "Closed", final=True),
    )
    arrows = (
        arrow("accept", "registered", "in_work", "executor", "принимает к исполнению", "accepts"),
        arrow("report", "in_work", "reported", "executor", "отчитывается", "reports"),
        arrow("confirm", "reported", "closed", "controller", "снимает с контроля", "takes off control"),
        arrow("return", "reported", "in_work", "controller", "возвращает на доработку", "returns"),
        arrow("extend", "in_work", "in_work", "controller", "продлевает", "extends"),
        *(
            arrow("withdraw", source, "closed", "controller", "отзывает", "withdraws")
            for source in ("registered", "in_work", "reported")
        ),
    )
    return regulation("assignment", Title("Поручение", "Assignment"), stages, arrows)


def record(name: str, kind: str, links: tuple[str, ...] = (), proven: bool = True) -> RecordOf:
    evidence: tuple[Mapping[str, str], ...] = ({"kind": "справка", "number": "7"},) if proven else ()
    return RecordOf(name, kind, {}, links, evidence, TOLD)


def cycle_case(
    *records: RecordOf,
    plans: tuple[tuple[str, str], ...] = (),
    trusted: tuple[str, ...] = (),
    at: str = "goals",
    number: str = "К-1",
    subject: tuple[str, str, str] = ("О-1", "1.2", "2026"),
) -> Case:
    named = dict(zip(("organisation", "mechanism", "period"), subject, strict=True))
    kept = {each.id: each for each in records}
    return Case(number, "management_cycle", "v1", 1, at, named, records=kept, plans=plans, trusted=trusted)


def errand_case(at: str, *moves: tuple[str, str, str]) -> Case:
    made = tuple(Move(trigger, source, target, {}, TOLD) for trigger, source, target in moves)
    return Case("П-1.2", "assignment", "v1", 1, at, {"protocol": "П-1", "path": "2"}, moves=made)
