"""Words for the questions about a document: the choices, the rules that answers become, how to answer."""

from __future__ import annotations

from engine.messages import Words

_DAYS = (("пн", "Mon"), ("вт", "Tue"), ("ср", "Wed"), ("чт", "Thu"), ("пт", "Fri"), ("сб", "Sat"), ("вс", "Sun"))

QUESTIONS: dict[str, Words] = {
    **{f"weekday-{n}": Words(ru, en) for n, (ru, en) in enumerate(_DAYS, 1)},
    "until-which-day": Words(
        "Сроки «до …» ({count}, например «{raw}»): сам названный день входит в срок?",
        "Terms «до …» ({count}, such as «{raw}»): is the day itself within the term?",
    ),
    "doubt-line": Words("? {what}", "? {what}"),
    "doubt-choice": Words("    [{n}] {what}", "    [{n}] {what}"),
    "doubt-how-choose": Words("  номер; Enter — оставить как прочитано >", "  a number; Enter leaves it as read >"),
    "doubt-how-choose-lasting": Words(
        "  номер, «1 д» — запомнить для этого органа; Enter — оставить как прочитано >",
        "  a number, '1 y' remembers it for this body; Enter leaves it as read >",
    ),
    "doubt-how-day": Words(
        "  номер или день (28.11.2026); Enter — оставить как прочитано >",
        "  a number or a day (2026-11-28); Enter leaves it as read >",
    ),
    "doubt-how-day-lasting": Words(
        "  номер или день (28.11.2026), «1 д» — запомнить для этого органа; Enter — оставить как прочитано >",
        "  a number or a day (2026-11-28), '1 y' remembers it for this body; Enter leaves it as read >",
    ),
    "doubt-how-name": Words(
        "  номер или имя; Enter — оставить как прочитано >", "  a number or a name; Enter leaves it as read >"
    ),
    "doubt-again": Words(
        "  Не понято. Номер от 1 до {count}, или Enter >", "  Not understood. A number from 1 to {count}, or Enter >"
    ),
    "doubt-recalled": Words(
        "По ответу от {on}: {rule} (пункты {paths}). Отозвать: resheno protocol answers --withdraw {number}",
        "As answered on {on}: {rule} (items {paths}). Withdraw: resheno protocol answers --withdraw {number}",
    ),
    "doubts-left-out": Words(
        "Не записано, пока нет ответа: пункты {paths}. Ответить: resheno protocol import {file}",
        "Not recorded until answered: items {paths}. Answer: resheno protocol import {file}",
    ),
    "doubts-as-read": Words(
        "Вопросов осталось: {count}. Записано как прочитано: пункты {paths}",
        "{count} {count:question|questions} left open. Recorded as read: items {paths}",
    ),
    "doubts-remembered": Words(
        "Запомнено для «{body}»: {rule}. Отозвать: resheno protocol answers --withdraw {number}",
        "Remembered for '{body}': {rule}. Withdraw: resheno protocol answers --withdraw {number}",
    ),
    "answer-withdrawn": Words(
        "Ответ {number} больше не применяется; записанное по нему остаётся.",
        "Answer {number} holds no longer; what was recorded by it stays.",
    ),
    "choice-next-year": Words("{weekday} {day}", "{weekday} {day}"),
    "choice-day-before": Words("{weekday} {day} — рабочий день до срока", "{weekday} {day} – the working day before"),
    "choice-day-same": Words("{weekday} {day} — сам день", "{weekday} {day} – the day itself"),
    "choice-day-after": Words("{weekday} {day} — рабочий день после", "{weekday} {day} – the working day after"),
    "choice-in-a-month": Words("{weekday} {day} — через месяц", "{weekday} {day} – in a month"),
    "choice-no-term": Words("срока нет", "there is no term"),
    "choice-year-end": Words("{day} — до конца года", "{day} – to the end of the year"),
    "choice-school-year-end": Words("{day} — до конца учебного года", "{day} – to the end of the school year"),
    "choice-executor-controller": Words("{name}, контролёр", "{name}, the controller"),
    "choice-executor-chair": Words("{name}, председатель", "{name}, the chair"),
    "choice-acquaint": Words("{name} исполняет; ознакомить", "{name} carries it out and is to be told"),
    "choice-drop": Words("без этого исполнителя: {name}", "without this executor: {name}"),
    "choice-second-of-number": Words("оставить номер {path}", "leave it as {path}"),
    "choice-next-number": Words("дать номер {number}", "call it {number}"),
    "choice-lead-item": Words("ведёт {name} (п. {path})", "led by {name} (item {path})"),
    "choice-each-own": Words("каждый отвечает за своё", "each answers for his own"),
    "choice-lead-first": Words("{name}, названный первым", "{name}, who is named first"),
    "choice-lead-named": Words("{name}", "{name}"),
    "choice-all-equal": Words("все наравне", "all alike"),
    "choice-until-with": Words("да, день входит", "yes, the day is within"),
    "choice-until-without": Words(
        "нет, последний день — рабочий перед ним", "no, the last day is the working day before"
    ),
    "rule-day-before": Words("срок в выходной → рабочий день до него", "a term on a day off → the working day before"),
    "rule-day-same": Words("срок в выходной → сам этот день", "a term on a day off → that very day"),
    "rule-day-after": Words("срок в выходной → рабочий день после", "a term on a day off → the working day after"),
    "rule-in-a-month": Words("срока нет → месяц со дня документа", "no term → a month from the document's day"),
    "rule-no-term": Words("срока нет → его и нет", "no term → there is none"),
    "rule-acquaint": Words("отсутствовавший исполняет, его ознакомят", "who was absent carries it out and is told"),
    "rule-second-of-number": Words("повтор номера оставить", "a number borne twice is left"),
    "rule-each-own": Words("один текст у нескольких → каждый за своё", "one text for several → each his own"),
    "rule-lead-first": Words("ведущий — названный первым", "who is named first leads"),
    "rule-all-equal": Words("ответственные наравне, без ведущего", "all answer alike, none leads"),
    "rule-until-with": Words("«до D» — вместе с этим днём", "«до D» – that day is within"),
    "rule-until-without": Words("«до D» — до этого дня", "«до D» – before that day"),
}
