"""Words for the refusals and remarks of the desk, and for trouble with the database.

Titles that a definition gives come as `role_ru` and `role_en`; `{role}` stands for the one of the language spoken.
"""

from __future__ import annotations

from engine.messages import Words

_REFUSALS: dict[str, Words] = {
    "no-way": Words(
        "{case}: на этапе «{stage}» действия «{trigger}» нет.",
        "{case}: at the stage '{stage}' there is no way by '{trigger}'.",
        "resheno why {case}",
        "resheno why {case}",
        "E-101",
    ),
    "unmet": Words(
        "не выполнено требование: {requirement}.",
        "a requirement does not hold: {requirement}.",
        "выполните его или зафиксируйте отступление: кто разрешил, почему, до какого дня",
        "make it hold, or record a waiver: who gave it, why, until when",
        "E-102",
    ),
    "not-brought": Words(
        "к действию «{trigger}» не указано: {what}.",
        "'{trigger}' has to state: {what}.",
        "повторите команду и укажите: {what}",
        "repeat the command and state: {what}",
        "E-103",
    ),
    "key-used": Words(
        "Под ключом {key} уже записано другое: {intent} ({what}). Ничего не записано.",
        "Another command is recorded under the key {key}: {intent} ({what}). Nothing was recorded.",
        "новый ключ для новой команды; что записано, покажет resheno log --intents",
        "a new key for a new command; resheno log --intents shows what is recorded",
        "E-154",
    ),
    "case-exists": Words(
        "{case} уже есть.", "{case} exists already.", "resheno status {case}", "resheno status {case}", "E-104"
    ),
    "cycle-exists": Words(
        "цикл по механизму {mechanism} за {period} уже идёт: {case}.",
        "the cycle for mechanism {mechanism}, {period}, exists already: {case}.",
        "resheno status {case}",
        "resheno status {case}",
        "E-105",
    ),
    "case-closed": Words(
        "{case} завершено, новых материалов не принимает.",
        "{case} is closed and takes no more records.",
        "запишите материал в следующий цикл",
        "put the record into the next cycle",
        "E-106",
    ),
    "subject-missing": Words(
        "не сказано, о чём дело: {what}.",
        "the subject of the case is not stated: {what}.",
        "укажите: {what}",
        "state: {what}",
        "E-107",
    ),
    "text-missing": Words(
        "поручение без слов: не указано «{field}».",
        "an assignment without words: '{field}' is not stated.",
        'resheno task add "Что сделать"',
        'resheno task add "What to do"',
        "E-159",
    ),
    "field-missing": Words(
        "не указано поле «{field}».",
        "the field '{field}' is not stated.",
        "--field {field}=…",
        "--field {field}=…",
        "E-108",
    ),
    "field-misstated": Words(
        "поле «{field}» не может быть «{value}».",
        "the field '{field}' cannot be '{value}'.",
        "укажите {type}",
        "state {type}",
        "E-109",
    ),
    "record-exists": Words("{record} уже есть.", "{record} exists already.", "", "", "E-110"),
    "link-misplaced": Words(
        "{record} → {to}: {kind} не ссылается на материал «{other}».",
        "{record} → {to}: a record '{kind}' does not point back to '{other}'.",
        "какие бывают связи: resheno workflow list и resheno workflow show РЕГЛАМЕНТ",
        "which links there are: resheno workflow list, resheno workflow show NAME",
        "E-111",
    ),
    "link-exists": Words("{record} уже связан с {to}.", "{record} is linked to {to} already.", "", "", "E-112"),
    "plan-exists": Words(
        "{task} уже в плане этапа «{stage}».", "{task} is planned for '{stage}' already.", "", "", "E-113"
    ),
    "not-holder": Words(
        "{who} — не {role}: это действие не его.",
        "{who} is not the {role}: this act is not theirs.",
        "назовите того, от чьего имени действие: --as",
        "name whose act it is: --as",
        "E-114",
    ),
    "nobody-holds": Words(
        "роль «{role}» никому не дана.",
        "nobody holds the role '{role}'.",
        "назначьте того, кто её исполняет",
        "grant it to somebody",
        "E-115",
    ),
    "not-clerk": Words(
        "{who} — не делопроизводитель и не может вводить за {for_whom}.",
        "{who} is no clerk and may not type for {for_whom}.",
        "пусть введёт делопроизводитель",
        "have a clerk type it",
        "E-116",
    ),
    "loop": Words(
        "поручения ждут друг друга по кругу: {loop}.",
        "assignments wait for each other in a loop: {loop}.",
        "снимите одну из этих связей",
        "take one of these links away",
        "E-117",
    ),
    "stood-upon": Words(
        "{intent} отменить пока нельзя: на нём уже стоит другое, в деле {case}.",
        "{intent} cannot be undone yet: something else stands on it by now, in {case}.",
        "сначала отмените то, что сделано позже: resheno log {case}",
        "undo first what was done later: resheno log {case}",
        "E-118",
    ),
    "place-taken": Words(
        "{intent} вернуть нельзя: в деле {case} с тех пор сделано другое.",
        "{intent} cannot be redone: something else was done in {case} since.",
        "resheno log {case}",
        "resheno log {case}",
        "E-119",
    ),
    "nothing-to-undo": Words(
        "отменять нечего.", "there is nothing to undo.", "resheno log --intents", "resheno log --intents", "E-120"
    ),
    "nothing-to-redo": Words(
        "возвращать нечего.", "there is nothing to redo.", "resheno log --intents", "resheno log --intents", "E-121"
    ),
    "already-there": Words(
        "вернуть нельзя: этот документ уже записан снова, {case}.",
        "it cannot be redone: the document was imported again as {case}.",
        "resheno status {case}",
        "resheno status {case}",
        "E-122",
    ),
    "day-ahead": Words(
        "{day} ещё не наступил: записывают то, что уже сделано, а сегодня {today}.",
        "{day} is still to come: what is put down has been done, and today is {today}.",
        "укажите день не позже сегодняшнего: --on {today}",
        "state a day that is not later than today: --on {today}",
        "E-155",
    ),
    "before-case": Words(
        "{case}: {day} дела ещё не было, его первый день {first}.",
        "{case}: on {day} there was no such case yet, its first day is {first}.",
        "укажите день не раньше этого: --on {first}",
        "state a day that is not before it: --on {first}",
        "E-156",
    ),
    "before-stage": Words(
        "{case}: {day} этап «{stage}» ещё не наступил, он начался {first}.",
        "{case}: on {day} it was not at the stage '{stage}' yet, which began on {first}.",
        "укажите день не раньше этого: --on {first}",
        "state a day that is not before it: --on {first}",
        "E-157",
    ),
    "term-back": Words(
        "{case}: продлить можно только вперёд, а {due} раньше {than} ({what}).",
        "{case}: a term is extended forward only, and {due} is before {than} ({what}).",
        "срок записан неверно? исправьте его: resheno task edit {case} --due ДЕНЬ",
        "was the term misread? put it right: resheno task edit {case} --due DAY",
        "E-158",
    ),
    "than-term": Words("нынешний срок", "the present term"),
    "than-act": Words("день продления", "the day of the extension"),
    "than-paper": Words("день протокола", "the day of the protocol"),
}

_REMARKS: dict[str, Words] = {
    "is-revision": Words(
        "{case}: тот же документ в другой редакции, отличий {changes}. Записано пока: ничего.",
        "{case}: the same document in another wording, {changes} differences. Nothing is recorded yet.",
    ),
    "became-record": Words(
        "{task}: план стал материалом {record} в деле {case}.",
        "{task}: what was planned is now the record {record} of {case}.",
    ),
    "cycle-closed": Words(
        "{case} уже завершено: материал по {task} в него не записан.",
        "{case} is closed: no record was made of {task} there.",
    ),
}

_STORE: dict[str, Words] = {
    "store-missing": Words(
        "базы нет: {path}.",
        "there is no database: {path}.",
        "resheno init --db {path}",
        "resheno init --db {path}",
        "E-501",
    ),
    "store-exists": Words(
        "здесь уже есть файл: {path}.",
        "there is a file here already: {path}.",
        "выберите другое имя файла",
        "choose another name for the file",
        "E-502",
    ),
    "store-foreign": Words(
        "это не база resheno: {path}. {detail}",
        "this is no database of resheno: {path}. {detail}",
        "укажите другой файл: --db ФАЙЛ",
        "name another file: --db FILE",
        "E-503",
    ),
    "store-newer": Words(
        "база записана более новой версией программы: {path}.",
        "the database was written by a later release: {path}.",
        "обновите resheno",
        "upgrade resheno",
        "E-504",
    ),
    "store-busy": Words(
        "база занята: {path}. {detail} Ничего не записано.",
        "the database is busy: {path}. {detail} Nothing was recorded.",
        "повторите команду чуть позже",
        "repeat the command a little later",
        "E-505",
    ),
}

DESK: dict[str, Words] = {**_REFUSALS, **_REMARKS, **_STORE}
