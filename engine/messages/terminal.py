"""Words for the errors and talk of the terminal."""

from __future__ import annotations

from engine.messages import Words
from engine.messages.columns import COLUMNS
from engine.messages.deeds import DEEDS
from engine.messages.demo import DEMO
from engine.messages.marks import MARKS
from engine.messages.talk import TALK


def _fault(number: str, ru: str, en: str, fix_ru: str, fix_en: str) -> Words:
    return Words(ru, en, fix_ru, fix_en, number)


_FAULTS: dict[str, Words] = {
    "unknown-command": _fault(
        "E-001", "нет команды «{word}».", "there is no command '{word}'.", "{path} --help", "{path} --help"
    ),
    "unknown-command-near": _fault(
        "E-001",
        "нет команды «{word}». Возможно, «{near}»?",
        "there is no command '{word}'. Did you mean '{near}'?",
        "{path} {near}",
        "{path} {near}",
    ),
    "unknown-option": _fault(
        "E-002", "нет ключа «{word}».", "there is no option '{word}'.", "{path} --help", "{path} --help"
    ),
    "unknown-option-near": _fault(
        "E-002",
        "нет ключа «{word}». Возможно, «{near}»?",
        "there is no option '{word}'. Did you mean '{near}'?",
        "{path} {near}",
        "{path} {near}",
    ),
    "missing-argument": _fault("E-003", "не хватает: {name}.", "missing: {name}.", "{path} --help", "{path} --help"),
    "bad-value": _fault("E-004", "негодное значение {name}.", "bad value of {name}.", "{path} --help", "{path} --help"),
    "bad-usage": _fault(
        "E-005",
        "команда «{path}» так не пишется: {detail}",
        "'{path}' is not written like this: {detail}",
        "{path} --help",
        "{path} --help",
    ),
    "option-wants-value": _fault(
        "E-006", "ключу {name} нужно значение.", "the option {name} needs a value.", "{path} --help", "{path} --help"
    ),
    "missing-verb": _fault(
        "E-007", "после «{path}» нужно действие.", "'{path}' needs a verb.", "{path} --help", "{path} --help"
    ),
    "no-database": _fault(
        "E-010",
        "базы нет: {db}.",
        "there is no database: {db}.",
        "resheno init --db {db}, или укажите другую: --db ФАЙЛ",
        "resheno init --db {db}, or name another one: --db FILE",
    ),
    "unknown-id": _fault(
        "E-011",
        "«{id}» в базе нет.",
        "'{id}' is not in the database.",
        "посмотрите номера: resheno task list, resheno case list, resheno protocol list",
        "look the ids up: resheno task list, resheno case list, resheno protocol list",
    ),
    "unknown-id-near": _fault(
        "E-011",
        "«{id}» в базе нет. Возможно, «{near}»?",
        "'{id}' is not in the database. Did you mean '{near}'?",
        "повторите команду с номером {near}",
        "repeat the command with {near}",
    ),
    "unknown-party": _fault(
        "E-022",
        "«{name}» в реестре нет.",
        "'{name}' is not in the register.",
        "кто там есть: resheno {kept} list; внести нового: resheno {kept} add",
        "who is there: resheno {kept} list; to put somebody in: resheno {kept} add",
    ),
    "unknown-party-near": _fault(
        "E-022",
        "«{name}» в реестре нет. Возможно, «{near}»?",
        "'{name}' is not in the register. Did you mean '{near}'?",
        "повторите с этим именем; кто ещё есть: resheno {kept} list",
        "repeat with that name; who else is there: resheno {kept} list",
    ),
    "record-elsewhere": _fault(
        "E-019",
        "{record} – материал дела {case}, а не {here}: ссылаются на материалы того же дела.",
        "{record} is a record of {case} and not of {here}: records point back to those of their own case.",
        "материалы этого дела: resheno record list {here}",
        "the records of this case: resheno record list {here}",
    ),
    "unknown-word": _fault(
        "E-012",
        "{kind}: неизвестное слово «{word}».",
        "{kind}: unknown word '{word}'.",
        "одно из: {known}",
        "one of: {known}",
    ),
    "unknown-word-near": _fault(
        "E-012",
        "{kind}: неизвестное слово «{word}». Возможно, «{near}»?",
        "{kind}: unknown word '{word}'. Did you mean '{near}'?",
        "одно из: {known}",
        "one of: {known}",
    ),
    "no-file": _fault(
        "E-013", "файла нет: {file}.", "there is no file: {file}.", "проверьте имя и папку", "check name and folder"
    ),
    "bad-day": _fault(
        "E-014",
        "«{day}» — не день.",
        "'{day}' is not a day.",
        "напишите 28.11.2026 или 2026-11-28",
        "write 2026-11-28 or 28.11.2026",
    ),
    "regimes-faulty": _fault(
        "E-037",
        "файл порядков не прочитан: {file}.",
        "the file of regimes cannot be read: {file}.",
        "исправьте названное выше; образец: resheno workflow export regimes -o regimes.yaml",
        "put right what is named above; a model: resheno workflow export regimes -o regimes.yaml",
    ),
    "bad-field": _fault(
        "E-015",
        "«{field}» — не поле со значением.",
        "'{field}' is not a field with a value.",
        "напишите --field имя=значение",
        "write --field name=value",
    ),
    "cannot-ask": _fault(
        "E-016",
        "нужен ответ, а спросить некого; ничего не записано.",
        "an answer is needed and nobody can be asked; nothing was recorded.",
        "повторите с --yes, если всё верно",
        "repeat with --yes if all is right",
    ),
    "declined": _fault("E-017", "вы ответили «нет»; ничего не записано.", "you said no; nothing was recorded.", "", ""),
    "would-replace-database": _fault(
        "E-054",
        "{file} – база данных, её не заменяют; ничего не записано.",
        "{file} is a database, which is never replaced; nothing was written.",
        "укажите другое имя: -o ФАЙЛ",
        "state another name: -o FILE",
    ),
    "limit-of-none": _fault(
        "E-052", "--limit {limit}: ни одной строки.", "--limit {limit}: not one row.", "--limit 1", "--limit 1"
    ),
    "picture-kind": _fault(
        "E-053",
        "рисовать в «{kind}» программа не умеет: {kinds}.",
        "the program does not draw '{kind}': {kinds}.",
        "-o рисунок.svg",
        "-o picture.svg",
    ),
    "at-is-for-views": _fault(
        "E-050",
        "--at показывает прошлый день, записать в нём нельзя; ничего не записано.",
        "--at shows a past day, nothing can be recorded in it; nothing was recorded.",
        "когда это произошло, говорит --on ДЕНЬ",
        "--on DAY says when it happened",
    ),
    "version-of-nothing": _fault(
        "E-051",
        "эта команда не об одном деле, версию {version} сверить не с чем; ничего не записано.",
        "this command is not about one case, there is nothing to hold version {version} against; nothing was recorded.",
        "повторите без --expect-version",
        "repeat it without --expect-version",
    ),
    "conflict": _fault(
        "E-018",
        "{case}: ожидалась версия {expected}, а в базе уже {found}: кто-то изменил это раньше.",
        "{case}: version {expected} was expected, the database has {found}: somebody changed it first.",
        "resheno log {case}, затем повторите",
        "resheno log {case}, then repeat",
    ),
    "not-permitted": _fault(
        "E-020",
        "к файлу нет доступа: {file}.",
        "the file cannot be reached: {file}.",
        "проверьте права и не открыт ли он в другой программе",
        "check the permissions, and whether another program has it open",
    ),
    "disk-full": _fault(
        "E-021",
        "на диске нет места.",
        "the disk is full.",
        "освободите место и повторите",
        "free some space and repeat",
    ),
    "no-help": _fault(
        "E-023",
        "такой справки нет: {topic}.",
        "there is no help on {topic}.",
        "resheno help errors, resheno help exit-codes, resheno help formats",
        "resheno help errors, resheno help exit-codes, resheno help formats",
    ),
    "workflow-faulty": _fault(
        "E-024",
        "в регламенте {count} {count:замечание|замечания|замечаний}.",
        "the workflow has {count} {count:problem|problems}.",
        'исправьте указанные строки и повторите: resheno workflow lint "{file}"',
        'put the named lines right and repeat: resheno workflow lint "{file}"',
    ),
    "no-documents": _fault(
        "E-025",
        "в папке нет документов: {folder}.",
        "there are no documents in the folder: {folder}.",
        "укажите папку с файлами .txt: resheno demo --documents ПАПКА",
        "name a folder with .txt files: resheno demo --documents FOLDER",
    ),
    "nothing-to-correct": _fault(
        "E-026",
        "не сказано, что исправить.",
        "nothing was named that should be put right.",
        'resheno task edit {id} --text "…" --due 28.11.2026 --executor "…"',
        'resheno task edit {id} --text "…" --due 2026-11-28 --executor "…"',
    ),
    "not-kept": _fault(
        "E-027",
        "сам документ в базе не хранится: {file}.",
        "the document itself is not kept in the database: {file}.",
        "resheno protocol read ФАЙЛ --source",
        "resheno protocol read FILE --source",
    ),
    "workflow-too-large": _fault(
        "E-028",
        "файл слишком велик для регламента: {file}.",
        "the file is too large for a workflow: {file}.",
        "начните с образца: resheno workflow export management_cycle -o образец.yaml",
        "begin with a sample: resheno workflow export management_cycle -o sample.yaml",
    ),
    "workflow-no-text": _fault(
        "E-029",
        "это не текст в UTF-8: {file}.",
        "this is not UTF-8 text: {file}.",
        "откройте файл в редакторе и сохраните его в кодировке UTF-8",
        "open the file in an editor and save it as UTF-8",
    ),
    "loop-among-items": _fault(
        "E-030",
        "пункты ждут друг друга по кругу, нарисовать порядок нельзя.",
        "the items wait for each other in a loop, no order can be drawn.",
        "исправьте связи, названные выше",
        "put the links right that are named above",
    ),
    "internal": _fault(
        "E-070",
        "ошибка программы, не ваша.",
        "a fault of the program, not yours.",
        "пришлите отчёт (без личных данных): {report}; подробности: --debug",
        "send the report (no personal data in it): {report}; details: --debug",
    ),
    "interrupted": _fault("E-071", "прервано; ничего не записано.", "interrupted; nothing was recorded.", "", ""),
    "unknown-command-why": Words(
        "слова программы: названия дел, действий и ключей, по-русски и по-английски",
        "the program knows nouns, verbs and options, in English and Russian",
    ),
    "no-database-why": Words("база — это один файл, его создают один раз", "a database is one file, created once"),
}

_SHAPE: dict[str, Words] = {
    "error": Words("ОШИБКА", "ERROR"),
    "refusal": Words("ОТКАЗ", "REFUSED"),
    "warning": Words("Предупреждение", "Warning"),
    "remark": Words("Замечание", "Note"),
    "because": Words("Почему", "Because"),
    "put-right": Words("Исправить", "Put right"),
    "yes": Words("да", "yes"),
    "no": Words("нет", "no"),
    "line-n": Words("строка {line}", "line {line}"),
    "kind-assignment": Words("поручение", "assignment"),
    "kind-recommendation": Words("рекомендация", "recommendation"),
    "kind-take_note": Words("к сведению", "take note"),
    "kind-approve": Words("утвердить", "approve"),
    "kind-assess": Words("оценка", "assessment"),
    "kind-control": Words("контроль", "control"),
    "kind-deregister": Words("снять с контроля", "take off control"),
    "kind-protocol": Words("протокол", "protocol"),
    "kind-decision": Words("решение", "decision"),
    "kind-resolution": Words("резолюция", "resolution"),
    "kind-order": Words("приказ", "order"),
    "word-format": Words("вид данных", "format"),
    "word-stage": Words("этап", "stage"),
    "word-kind": Words("вид", "kind"),
    "word-field": Words("поле", "field"),
    "word-workflow": Words("регламент", "workflow"),
    "word-mechanism": Words("направление", "mechanism"),
    "word-trigger": Words("переход", "arrow"),
    "word-arrow": Words("переход", "arrow"),
    "word-party": Words("лицо", "party"),
    "word-outcome": Words("итог", "outcome"),
    "word-regime": Words("порядок", "regime"),
    "word-profile": Words("способ хранения", "profile"),
    "word-other": Words("слово", "word"),
}

TERMINAL: dict[str, Words] = {**_FAULTS, **_SHAPE, **TALK, **COLUMNS, **DEEDS, **DEMO, **MARKS}
