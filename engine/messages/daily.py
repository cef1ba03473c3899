"""Words of what is asked every day: what comes next, what is found, which id was meant, what a shell completes."""

from __future__ import annotations

from engine.messages import Words

DAILY: dict[str, Words] = {
    "id-meant": Words("{id} «{title}»", "{id} '{title}'"),
    "id-many": Words(
        "под «{given}» подходят несколько:\n  {ids}",
        "'{given}' could be any of these:\n  {ids}",
        "назовите номер полностью или слово, которое есть только в одном",
        "give the whole id, or a word that only one of them has",
        "E-039",
    ),
    "search-wordless": Words(
        "в «{given}» нет ни слова, ни числа.",
        "there is neither a word nor a number in '{given}'.",
        "назовите слово из текста, имя или номер: resheno search справка",
        "give a word of a text, a name or a number: resheno search справка",
        "E-038",
    ),
    "search-none": Words(
        "Не нашлось. Ищутся документы, поручения, дела, материалы, подтверждения, люди и организации.",
        "Nothing was found among documents, assignments, cases, records, evidence, people and organisations.",
    ),
    "search-near": Words("Не нашлось. Возможно, «{near}»?", "Nothing was found. Did you mean '{near}'?"),
    "search-partly": Words(
        "Всех этих слов сразу нет нигде; вот где их больше всего.",
        "Nothing has all of these words; these have most of them.",
    ),
    "search-register": Words(
        "Среди людей и организаций есть и внесённые позже: когда кого внесли, список лиц не хранит.",
        "Among people and organisations are later ones too: the register does not keep when each was entered.",
    ),
    "search-more": Words(
        "… и ещё {count} из {all}: добавьте слово или --limit {all}",
        "… and {count} more of {all}: add a word, or --limit {all}",
    ),
    "found-protocol": Words("документ", "document"),
    "found-task": Words("поручение", "assignment"),
    "found-case": Words("дело", "case"),
    "found-record": Words("материал", "record"),
    "found-evidence": Words("подтверждение", "evidence"),
    "found-person": Words("человек", "person"),
    "found-org": Words("организация", "organisation"),
    "found-group": Words("группа", "group"),
    "next-head": Words("{who} · что делать дальше на {day}", "{who} · what comes next on {day}"),
    "next-late": Words("просрочено {late} {late:день|дня|дней}", "{late} {late:day|days} late"),
    "next-due": Words("срок {day}", "due {day}"),
    "next-lacks": Words("не хватает: {lacks}", "lacking: {lacks}"),
    "next-more": Words(
        "Это не всё, ещё ждут: {count}. Показать больше: resheno next --limit {limit}",
        "That is not all, {count} more wait. To see more: resheno next --limit {limit}",
    ),
    "next-waits": Words(
        "{who}: сейчас делать нечего, {count} {count:дело ждёт|дела ждут|дел ждут} других. "
        "Чего именно: resheno why {id}",
        "{who}: nothing to do now, {count} {count:case waits|cases wait} for others. For what: resheno why {id}",
    ),
    "next-none": Words(
        "{who}: делать нечего. Что на контроле у всех: resheno today",
        "{who}: nothing to do. What is on control with everybody: resheno today",
    ),
    "next-roleless": Words(
        "{who}: ни роли, ни поручений. Роль выдают: resheno role grant; что на контроле у всех: resheno today",
        "{who}: no role and no assignment. A role is given by: resheno role grant; what there is: resheno today",
    ),
    "next-empty": Words(
        "Открытых дел нет. Начните с документа: resheno protocol import ФАЙЛ",
        "There is no open case. Begin with a document: resheno protocol import FILE",
    ),
    "col-command": Words("Команда", "Command"),
    "word-shell": Words("оболочка", "shell"),
    "completion-line": Words("Строка для {file}:\n  {line}", "A line for {file}:\n  {line}"),
    "completion-once": Words("Один раз наберите в PowerShell:\n  {line}", "Type this once in PowerShell:\n  {line}"),
    "completion-ready": Words(
        "{mark} Откройте новое окно терминала: Tab дополняет команды, ключи и номера.",
        "{mark} Open a new terminal: Tab completes commands, options and ids.",
    ),
}
