"""Words for the doubts about a document that was read."""

from __future__ import annotations

from engine.messages import Words

DOUBTS: dict[str, Words] = {
    "no-items": Words(
        "В документе не найдено ни одного пункта решения.",
        "Not a single item of a decision was found in the document.",
        "Проверьте, что это протокол или решение: после слова «РЕШИЛИ:» ожидаются пункты.",
        "Check that this is a protocol or decision: items are expected after «РЕШИЛИ:».",
        "E-330",
    ),
    "number-missing": Words(
        "У документа нет номера.",
        "The document has no number.",
        "Укажите номер при регистрации.",
        "Give the number when you register it.",
    ),
    "date-missing": Words(
        "У документа нет даты.",
        "The document has no date.",
        "Укажите дату: без неё не сосчитать сроки.",
        "Give the date: terms cannot be counted without it.",
    ),
    "place-missing": Words(
        "Место заседания не указано.", "The place of the meeting is not stated.", "Укажите место.", "State the place."
    ),
    "chair-missing": Words(
        "Председатель не назван.", "The chair is not named.", "Укажите председателя.", "Name the chair."
    ),
    "secretary-missing": Words(
        "Секретарь не назван.", "The secretary is not named.", "Укажите секретаря.", "Name the secretary."
    ),
    "controller-missing": Words(
        "Контролёр исполнения решений не назначен.",
        "Nobody is named to control the decisions.",
        "Назовите контролёра всего решения.",
        "Name who controls the whole decision.",
    ),
    "attendance-missing": Words(
        "Списка присутствующих нет, кворум не проверить.",
        "There is no list of those present: the quorum cannot be checked.",
        "Добавьте список присутствующих.",
        "Add the list of those present.",
    ),
    "quorum-missing": Words(
        "Кворума нет: присутствует {present}, нужно не менее {required}.",
        "There is no quorum: {present} present, at least {required} needed.",
        "Проверьте явку; без кворума решения не принимаются.",
        "Check the attendance; without a quorum nothing is decided.",
    ),
    "deadline-missing": Words(
        "Пункт {path}: срока нет.",
        "Item {path}: no term.",
        "Назовите срок или подтвердите, что его нет.",
        "State a term, or confirm that there is none.",
    ),
    "deadline-impossible": Words(
        "Пункт {path}: такого дня нет: «{raw}». Поручение останется без срока.",
        "Item {path}: there is no such day: '{raw}'. The assignment will have no term.",
        "Уточните день и запишите его: resheno task edit НОМЕР --due ДЕНЬ",
        "Find out which day is meant and put it down: resheno task edit ID --due DAY",
    ),
    "deadline-before-document": Words(
        "Пункт {path}: срок {due} раньше дня документа {decided}.",
        "Item {path}: the term {due} is before the day of the document, {decided}.",
        "Проверьте год; возможно, {proposed}.",
        "Check the year; perhaps {proposed}.",
    ),
    "deadline-day-off": Words(
        "Пункт {path}: срок {due} — нерабочий день.",
        "Item {path}: the term {due} is a day off.",
        "Ближайшие рабочие дни: {before} и {after}.",
        "The nearest working days are {before} and {after}.",
    ),
    "deadline-beyond-calendar": Words(
        "Пункт {path}: срок {due} посчитан по рабочим дням, а переносы выходных известны только по {known}.",
        "Item {path}: the term {due} was counted in working days; moved days off are known up to {known} only.",
        "Проверьте этот день, когда объявят выходные {year} года.",
        "Check that day when the days off of {year} have been decreed.",
    ),
    "start-day-off": Words(
        "Пункт {path}: начало {start} приходится на длинные выходные, первый рабочий день — {first}.",
        "Item {path}: the start {start} is within long holidays, the first working day is {first}.",
        "Проверьте, хватит ли времени.",
        "Check that there is time enough.",
    ),
    "deadline-short": Words(
        "Пункт {path}: до срока {due} {days:рабочий день|рабочих дня|рабочих дней} — {days}.",
        "Item {path}: {days} working {days:day|days} until the term {due}.",
        "Проверьте, успеет ли исполнитель.",
        "Check that it can be done in time.",
    ),
    "deadline-no-end": Words(
        "Пункт {path}: названо только начало, {start}.",
        "Item {path}: only a start is stated, {start}.",
        "Назовите конец срока.",
        "State when it ends.",
    ),
    "deadline-permanent": Words(
        "Пункт {path}: «постоянно» без дня отчёта.",
        "Item {path}: permanent, without a day of report.",
        "Назначьте период пересмотра.",
        "Set a period of review.",
    ),
    "executor-missing": Words(
        "Пункт {path}: исполнителя нет.", "Item {path}: no executor.", "Назовите исполнителя.", "Name an executor."
    ),
    "lead-missing": Words(
        "Пункт {path}: ответственных несколько, ведущий не назван ({names}).",
        "Item {path}: several answer for it and none leads ({names}).",
        "Назовите ведущего исполнителя.",
        "Name who leads.",
    ),
    "share-mismatch": Words(
        "Доля не сходится: {part} из {whole} — это {share} %, а написано {stated} %.",
        "A share does not match: {part} of {whole} is {share} %, but {stated} % is written.",
        "Сверьте числа в строке.",
        "Check the numbers of the line.",
    ),
    "stages-untouched": Words(
        "Этапы цикла, которых документ не касается: {stages_ru}.",
        "Stages of the cycle that the document does not touch: {stages_en}.",
        "Если они есть в других документах, запишите их; иначе это разрывы цикла.",
        "Record them if other documents hold them; else they are gaps of the cycle.",
    ),
    "executor-absent": Words(
        "Пункт {path}: исполнитель {name} на заседании отсутствовал.",
        "Item {path}: the executor {name} was absent from the meeting.",
        "Ознакомьте исполнителя и отметьте это.",
        "Make the executor acquainted with it, and note that.",
    ),
    "number-duplicate": Words(
        "Номер {number} стоит у двух пунктов; второй назван {path}.",
        "Two items bear the number {number}; the second is called {path}.",
        "Исправьте номер.",
        "Correct the number.",
    ),
    "item-repeated": Words(
        "Пункт {path} повторяет пункт {other}.",
        "Item {path} repeats item {other}.",
        "Если поручение общее, назовите ведущего исполнителя.",
        "If it is one joint assignment, name its lead.",
    ),
    "question-undecided": Words(
        "По вопросу {number} решения нет: {title}",
        "Question {number} has no decision: {title}",
        "Добавьте решение или отметьте, что вопрос снят.",
        "Add the decision, or note that the question was taken off.",
    ),
    "lines-unread": Words(
        "Не прочтено строк: {count} ({lines}).",
        "{count} {count:line was|lines were} not read ({lines}).",
        "Посмотрите их в документе: protocol show --source.",
        "Look at them in the document: protocol show --source.",
    ),
}
