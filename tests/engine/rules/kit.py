"""A small invented definition: its names, and shorthand for scenes."""

from __future__ import annotations

from datetime import date

from engine.problems import Problem, Where
from engine.rules.lexicon import Attribute, Lexicon, Name
from engine.rules.reading import read
from engine.rules.rule import Rule
from engine.rules.thing import Act, Scene, Thing, Value

HERE = Where("rules.yaml", 1)


def name(code: str, ru: str, en: str) -> Name:
    return Name(code, ru, en)


def fields(*rows: tuple[str, str, str, str]) -> dict[str, Attribute]:
    return {code: Attribute(Name(code, ru, en), type) for code, ru, en, type in rows}


EVIDENCE_KINDS = (name("report", "отчёт", "report"), name("order", "приказ", "order"))
DEADLINE_KINDS = (
    name("date", "дата", "date"),
    name("month", "месяц", "month"),
    name("period", "период", "period"),
    name("academic_year", "учебный год", "school year"),
    name("permanent", "постоянно", "permanent"),
    name("event", "событие", "event"),
)

CYCLE = Lexicon(
    case="cycle",
    kinds={
        kind.code: kind
        for kind in (
            Name("cycle", "цикл", "cycle"),
            Name("goal", "цель", "goal"),
            Name("indicator", "показатель", "indicator"),
            Name("method", "метод", "method"),
            Name("measurement", "измерение", "measurement"),
            Name("conclusion", "заключение", "conclusion"),
            Name("recommendation", "рекомендация", "recommendation"),
            Name("measure", "мера", "measure"),
            Name("decision", "решение", "decision"),
            Name("effect", "анализ эффективности", "effectiveness analysis", also_en=("effect",)),
            Name("past_effect", "прошлый эффект", "past effect"),
            Name("past_cycle", "прошлый цикл", "past cycle"),
            Name("regional_goal", "региональная цель", "regional goal"),
            Name("evidence", "подтверждение", "evidence", also_en=("proof",)),
            Name("order", "приказ", "order"),
            Name("programme", "программа", "programme"),
        )
    },
    attributes={
        "cycle": fields(("period", "период", "period", "text"), ("mechanism", "механизм", "mechanism", "text")),
        "goal": fields(
            ("grounds", "обоснование", "grounds", "text"), ("checked_on", "дата сверки", "date of matching", "date")
        ),
        "regional_goal": fields(("date", "дата", "date", "date")),
        "indicator": fields(
            ("unit", "единица измерения", "unit of measurement", "text"),
            ("targets", "плановые значения", "targets", "series"),
            ("years", "годы значений", "years of values", "series"),
            ("note", "пояснение", "explanation", "text"),
            ("shares", "доли", "shares", "flag"),
            ("total", "общее число", "total number", "number"),
        ),
        "programme": fields(("term", "срок", "term", "text")),
        "method": fields(("source", "источник данных", "data source", "text")),
        "measurement": fields(("date", "дата", "date", "date"), ("value", "значение", "value", "number")),
        "conclusion": fields(
            ("factors", "факторы", "factors", "text"), ("approved_on", "дата утверждения", "date of approval", "date")
        ),
        "recommendation": fields(("addressees", "группа адресатов", "addressee group", "text")),
        "measure": fields(
            ("responsible", "ответственный", "responsible person", "people"),
            ("deadline", "срок", "deadline", "date"),
            ("participants", "участники", "participants", "people"),
            ("done_on", "дата исполнения", "date of completion", "date"),
        ),
        "decision": fields(
            ("executor", "исполнитель", "executor", "people"),
            ("deadline", "срок", "deadline", "date"),
            ("participants", "участники", "participants", "people"),
        ),
        "effect": fields(("proposal", "предложение", "proposal", "text")),
        "evidence": {
            "kind": Attribute(Name("kind", "вид", "kind"), "text", EVIDENCE_KINDS),
            **fields(("date", "дата", "date", "date")),
        },
    },
    links={
        "indicator": frozenset({"goal", "programme"}),
        "method": frozenset({"indicator"}),
        "measurement": frozenset({"indicator"}),
        "conclusion": frozenset({"measurement", "indicator"}),
        "recommendation": frozenset({"conclusion"}),
        "measure": frozenset({"recommendation"}),
        "decision": frozenset({"conclusion"}),
        "effect": frozenset({"measure", "decision"}),
        "goal": frozenset({"past_effect", "past_cycle", "regional_goal"}),
        "past_effect": frozenset({"past_cycle"}),
    },
    triggers={
        trigger.code: trigger
        for trigger in (
            Name("approve", "утверждает анализ", "approves the analysis"),
            Name("accept", "принимает сбор", "accepts the collection"),
            Name("assess", "оценивает эффект", "assesses the effect"),
        )
    },
    roles={
        role.code: role
        for role in (
            Name("author", "автор", "author"),
            Name("executor", "исполнитель", "executor"),
            Name("role_administrator", "администратор ролей", "administrator of roles"),
        )
    },
    stages={"analysis": Name("analysis", "Анализ", "Analysis")},
)

TASK = Lexicon(
    case="assignment",
    kinds={
        kind.code: kind
        for kind in (
            Name("assignment", "поручение", "assignment"),
            Name("protocol", "протокол", "protocol"),
            Name("predecessor", "предшественник", "predecessor"),
            Name("evidence", "подтверждение", "evidence", also_en=("proof",)),
            Name("report", "отчёт", "report"),
            Name("item", "пункт", "item"),
            Name("stage", "этап", "stage"),
        )
    },
    attributes={
        "assignment": {
            "deadline": Attribute(Name("deadline", "срок", "deadline"), "date", DEADLINE_KINDS),
            **fields(
                ("outcome", "исход", "outcome", "text"),
                ("executor", "исполнитель", "executor", "people"),
                ("responsible", "ответственный", "responsible person", "people"),
                ("co_executor", "соисполнитель", "co-executor", "people"),
                ("started_on", "начало работы", "start of work", "moment"),
                ("closed_on", "дата закрытия", "date of closing", "moment"),
                ("starts_on", "начало срока", "start of the term", "date"),
                ("event_on", "дата события", "date of the event", "date"),
                ("growth", "рост", "growth", "number"),
                ("target", "целевой рост", "target growth", "number"),
            ),
        },
        "protocol": fields(
            ("date", "дата", "date", "date"),
            ("number", "номер", "number", "text"),
            ("quorum", "кворум", "quorum", "number"),
            ("members", "состав", "membership", "people"),
            ("present", "присутствующие", "people present", "people"),
            ("absent", "отсутствующие", "people absent", "people"),
        ),
        "predecessor": fields(
            ("closed_on", "дата закрытия", "date of closing", "moment"), ("deadline", "срок", "deadline", "date")
        ),
        "item": fields(("path", "путь", "path", "text")),
        "report": {"kind": Attribute(Name("kind", "вид", "kind"), "text", (name("final", "итоговый", "final"),))},
    },
    links={"assignment": frozenset({"protocol", "predecessor"}), "item": frozenset({"protocol"})},
    triggers={
        trigger.code: trigger
        for trigger in (
            Name("confirm", "снимает с контроля", "takes off control"),
            Name("extend", "продлевает", "extends"),
            Name("keep", "хранит файл", "keeps the file"),
        )
    },
    roles={
        role.code: role
        for role in (
            Name("author", "автор", "author"),
            Name("executor", "исполнитель", "executor"),
            Name("keyholder", "держатель точки", "holder of the checkpoint"),
        )
    },
    stages={"registered": Name("registered", "Постановка на контроль", "Registered")},
)


PAPER = Lexicon(
    case="protocol",
    kinds={
        kind.code: kind
        for kind in (
            Name("protocol", "протокол", "protocol"),
            Name("question", "вопрос", "question"),
            Name("item", "пункт", "item"),
            Name("stage", "этап", "stage"),
            Name("evidence", "подтверждение", "evidence"),
        )
    },
    attributes={
        "protocol": fields(
            ("date", "дата", "date", "date"),
            ("quorum", "кворум", "quorum", "number"),
            ("members", "состав", "membership", "people"),
            ("present", "присутствующие", "people present", "people"),
            ("absent", "отсутствующие", "people absent", "people"),
        ),
        "question": fields(("number", "номер", "number", "text")),
        "item": fields(
            ("number", "номер", "number", "text"),
            ("path", "путь", "path", "text"),
            ("text", "текст", "text", "text"),
            ("deadline", "срок", "deadline", "date"),
            ("mechanism", "механизм", "mechanism", "text"),
            ("assessed", "оценённые", "people assessed", "people"),
        ),
        "stage": fields(("due", "срок", "deadline", "date")),
    },
    links={"item": frozenset({"question"})},
    triggers={},
    roles={},
    stages={"analysis": Name("analysis", "Анализ", "Analysis")},
)


def understood(sentence: str, lexicon: Lexicon = CYCLE, prefix: str = "") -> Rule:
    found = read(sentence, lexicon, HERE, prefix)
    assert isinstance(found, Rule), (found.code, dict(found.facts))
    return found


def refused(sentence: str, lexicon: Lexicon = CYCLE) -> Problem:
    found = read(sentence, lexicon, HERE)
    assert isinstance(found, Problem), found
    return found


def meaning(rule: Rule) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """What twins must have in common: all but the sentence."""
    return rule.form, rule.subject, rule.arguments


def day(text: str) -> date:
    """A day of 2026: «03-15»."""
    return date.fromisoformat(f"2026-{text}")


def thing(kind: str, id: str, on: str = "", links: tuple[str, ...] = (), /, **values: Value) -> Thing:
    return Thing(kind, id, values, links, day(on) if on else None)


def scene(
    case: Thing,
    *things: Thing,
    acts: tuple[Act, ...] = (),
    roles: dict[str, frozenset[str]] | None = None,
    today: str = "03-15",
    ends: dict[str, date] | None = None,
) -> Scene:
    return Scene(case, things, acts, roles or {}, day(today), ends or {})
