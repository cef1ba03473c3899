"""Headings of the demonstration, so that whoever watches knows what each group of commands shows."""

from __future__ import annotations

from engine.messages import Words

DEMO: dict[str, Words] = {
    "demo-database": Words(
        "У каждой команды ниже подразумевается: --db {db}", "Every command below is meant with --db {db}"
    ),
    "demo-begin": Words("1. База учебного региона", "1. A database for a training region"),
    "demo-import": Words("2. Документы становятся поручениями и циклами", "2. Documents become assignments and cycles"),
    "demo-refusal": Words(
        "3. Отказ с причиной: этап не выполнен", "3. A refusal with its reason: the stage is not done"
    ),
    "demo-cycle": Words(
        "4. Цикл {cycle} через все семь этапов — в следующий цикл",
        "4. The cycle {cycle} through all seven stages into the next one",
    ),
    "demo-task": Words(
        "5. Жизнь поручения {task}: кто исполнял, тот с контроля не снимает",
        "5. The life of assignment {task}: who carried it out does not take it off control",
    ),
    "demo-audit": Words("6. Чего ещё не хватает", "6. What is still missing"),
    "demo-pictures": Words("7. Рисунки", "7. Pictures"),
    "demo-end": Words(
        "\nГотово за {seconds} с. {documents} {documents:документ|документа|документов}, "
        "{tasks} {tasks:поручение|поручения|поручений}, {cycles} {cycles:цикл|цикла|циклов}, "
        "из них завершено {closed}.\nБаза: {db}\nРисунки: {folder}",
        "\nDone in {seconds} s. {documents} {documents:document|documents}, {tasks} {tasks:assignment|assignments}, "
        "{cycles} {cycles:cycle|cycles}, {closed} of them closed.\nDatabase: {db}\nPictures: {folder}",
    ),
    "demo-next": Words(
        "Дальше: resheno сегодня --db {db}; resheno audit --brief --db {db}",
        "Next: resheno today --db {db}; resheno audit --brief --db {db}",
    ),
    "demo-in-the-way": Words(
        "«{db}» — не учебная база, она останется как есть.",
        "'{db}' is no training database, it is left as it is.",
        "укажите другую папку: resheno demo ПАПКА",
        "name another folder: resheno demo FOLDER",
        "E-031",
    ),
    "demo-went-wrong": Words(
        "показ остановлен: «{command}» закончилась с кодом {code}, ожидался {expected}.",
        "the demonstration stopped: '{command}' ended with {code}, expected {expected}.",
        "повторите с --debug",
        "repeat with --debug",
        "E-032",
    ),
    "demo-organisation": Words("Учебный регион", "Training region"),
}
