"""Every option and argument: its Russian names and its help in both languages, one meaning for a name everywhere."""

from __future__ import annotations

from typing import NamedTuple


class Meaning(NamedTuple):
    """What a parameter means. `russian` are the long names that stand for it, hidden in help."""

    russian: tuple[str, ...]
    ru: str
    en: str


def _m(russian: str, ru: str, en: str) -> Meaning:
    return Meaning(tuple(russian.split()), ru, en)


# How the global options are written. They stand before the noun or after the verb; an option of a command itself
# (`case start --at STAGE`) goes before the global one of the same name.
GLOBAL: tuple[tuple[str, tuple[str, ...], str], ...] = (  # name, declarations, type
    ("db", ("--db",), "text"),
    ("lang", ("--lang",), "text"),
    ("format", ("--format",), "text"),
    ("output", ("--output", "-o"), "text"),
    ("csv", ("--csv",), "text"),
    ("actor", ("--as",), "text"),
    ("typed_by", ("--typed-by",), "text"),
    ("ground", ("--ground",), "text"),
    ("on", ("--on",), "text"),
    ("at", ("--at",), "text"),
    ("limit", ("--limit",), "number"),
    ("dry_run", ("--dry-run", "-n"), "flag"),
    ("yes", ("--yes", "-y"), "flag"),
    ("no_input", ("--no-input",), "flag"),
    ("fail_on", ("--fail-on",), "text"),
    ("expect_version", ("--expect-version",), "number"),
    ("idempotency_key", ("--idempotency-key",), "text"),
    ("color", ("--color",), "text"),
    ("quiet", ("--quiet", "-q"), "flag"),
    ("verbose", ("--verbose", "-v"), "flag"),
    ("debug", ("--debug",), "flag"),
)

# The parameters that take ids of things in the books, not of people: those are found by names.
IDS = ("id", "ids", "case", "what", "target_id", "link", "protocol")

MEANINGS: dict[str, Meaning] = {
    "db": _m(
        "база",
        "файл базы или postgresql://… (или RESHENO_DB; иначе base.resheno)",
        "database file, or postgresql://… (or RESHENO_DB; else base.resheno)",
    ),
    "lang": _m("язык", "язык сообщений: ru или en", "language: ru or en"),
    "format": _m("формат", "вид данных: table, json, csv, md", "data as table, json, csv or md"),
    "output": _m("вывод файл-вывода", "записать данные в файл", "write the data to a file"),
    "csv": _m("", "вид CSV: excel-ru или rfc", "kind of CSV: excel-ru or rfc"),
    "actor": _m("от", "от чьего имени действие", "whose act it is"),
    "ground": _m("основание", "основание: письмо, номер, минута", "the ground: a letter, a number, a minute"),
    "on": _m("когда", "когда это произошло", "the day on which it happened"),
    "at": _m(
        "на",
        "на какой день: прошлый — как было записано к его концу",
        "as of a day; a past one: as it was recorded by its end",
    ),
    "limit": _m("не-больше", "не больше стольких строк", "at most so many rows"),
    "dry_run": _m("проба", "показать записи, ничего не записывая", "show the entries and record nothing"),
    "yes": _m("да", "на все вопросы отвечать «да»", "answer every question with yes"),
    "no_input": _m("без-вопросов", "ничего не спрашивать", "never ask"),
    "fail_on": _m(
        "считать-ошибкой", "с какого замечания код 6: warning, error, never", "exit 6 from: warning, error, never"
    ),
    "expect_version": _m("версия", "выполнить, только если версия дела такая", "only if the case has this version"),
    "idempotency_key": _m("ключ", "повтор с тем же ключом ничего не делает", "a repeat with the same key does nothing"),
    "color": _m("цвет", "цвет: auto, always, never", "colour: auto, always, never"),
    "quiet": _m("тихо", "без пояснений", "no talk, data only"),
    "verbose": _m("подробно", "подробнее", "more detail"),
    "debug": _m("отладка", "показать ход ошибки программы", "show tracebacks"),
    "help": _m("помощь справка", "показать эту справку", "show this help"),
    "file": _m("", "файл документа", "the document's file"),
    "files": _m("", "файлы документов", "the documents' files"),
    "id": _m("", "номер: П-7, П-7.5.10, К-12", "an id: П-7, П-7.5.10, К-12"),
    "ids": _m("", "номера: П-7.1 П-7.2", "ids: П-7.1 П-7.2"),
    "target_id": _m("", "с чем связать", "what it points back to"),
    "text": _m("текст", "текст", "the text"),
    "source": _m("источник", "показать, что из чего понято", "show what was understood from which line"),
    "regime": _m(
        "порядок",
        "порядок исчисления сроков: common, federal_agency, sverdlovsk",
        "how terms are counted: common, federal_agency, sverdlovsk",
    ),
    "profile": _m(
        "хранение",
        "как хранить файл: file – можно копировать, server – много пишущих на одной машине",
        "how the file is kept: file may be copied, server is for many writers on one machine",
    ),
    "regimes": _m("порядки", "свой файл порядков (YAML)", "a file of regimes of your own (YAML)"),
    "signed": _m("подписан", "день подписания, если он иной, чем дата документа", "day of signing, if not the date"),
    "registered": _m("зарегистрирован", "день регистрации документа", "the day on which the document was registered"),
    "withdraw": _m("отозвать", "отозвать ответ с этим номером", "withdraw the answer of this number"),
    "revise": _m(
        "редакция", "записать другую редакцию того же документа", "record another edition of the same document"
    ),
    "all": _m("все", "и закрытые тоже", "the closed ones too"),
    "every": _m("", "все незавершённые дела регламента", "all cases of the workflow that have not ended"),
    "overdue": _m("просрочено", "только просроченные", "only the late ones"),
    "protocol": _m("протокол", "документ, к которому относится", "the document it belongs to"),
    "executor": _m("исполнитель", "исполнитель", "the executor"),
    "controller": _m("контролёр контролер", "кто контролирует", "who controls it"),
    "due": _m("срок", "срок: 28.11.2026 или 2026-11-28", "due day: 2026-11-28 or 28.11.2026"),
    "to": _m("до", "новый срок или этап", "the new due day, or the stage"),
    "stage": _m("этап", "этап", "the stage"),
    "at_stage": _m("с-этапа", "начать с этого этапа, прежние — на доверии", "start here, earlier stages on trust"),
    "reason": _m("причина", "причина", "the reason"),
    "outcome": _m("итог", "итог: done, not_done, not_applicable", "outcome: done, not_done, not_applicable"),
    "evidence": _m("подтверждение", "файл, который это подтверждает", "the file that proves it"),
    "organisation": _m("организация", "организация", "the organisation"),
    "operator": _m("оператор", "кто ведёт базу", "who keeps this database"),
    "mechanism": _m("механизм направление", "направление: 1.1 … 2.4", "the mechanism: 1.1 … 2.4"),
    "brief": _m("кратко", "только таблица и итог", "the table and the total only"),
    "period": _m("период", "период: 2026", "the period: 2026"),
    "workflow": _m("регламент", "регламент", "the workflow"),
    "name": _m("", "название", "the name"),
    "kind": _m("вид", "вид: goal, indicator, conclusion …", "the kind: goal, indicator, conclusion …"),
    "field": _m("поле", "поле=значение, можно несколько раз", "field=value, may be repeated"),
    "link": _m("связь", "на какой материал опирается", "the record that it points back to"),
    "number": _m("номер", "номер документа", "the document's number"),
    "date": _m("дата", "дата документа", "the document's date"),
    "page": _m("страница", "страница", "the page"),
    "title": _m("название", "название документа", "the document's title"),
    "case": _m("", "дело: К-12", "the case: К-12"),
    "subject": _m("", "регламент (иначе цикл) и о чём дело", "the workflow (else a cycle) and what the case is about"),
    "waive": _m(
        "разрешил", "кто разрешил пройти без выполнения требований", "who allows to go on against a requirement"
    ),
    "until": _m("по-день", "по какой день, считая и его", "the last day that counts"),
    "from_day": _m("с-дня", "с какого дня; иначе с дня действия", "from which day; else from the day of the act"),
    "who": _m("", "кто: номер, имя или часть имени", "who: an id, a name or a part of it"),
    "whose": _m("", "кого замещают", "whom somebody stands in for"),
    "stand_in": _m("", "кто замещает", "who stands in"),
    "full_name": _m("", "имя, как его пишут в документах", "the name as documents write it"),
    "new_name": _m("имя", "новое имя", "the new name"),
    "position": _m("должность", "должность", "the position"),
    "role": _m("", "роль: controller, контролёр …", "the role: controller, clerk …"),
    "role_filter": _m("", "только эта роль", "this role only"),
    "who_filter": _m("кто", "только этот человек", "this person only"),
    "access_of": _m("", "роль или регламент; иначе всё", "a role or a workflow; else all of it"),
    "duties": _m("", "обязанности: SOD-2 SOD-3", "the duties: SOD-2 SOD-3"),
    "typed_by": _m(
        "вводит", "кто за клавиатурой (или RESHENO_TYPED_BY)", "who is at the keyboard (or RESHENO_TYPED_BY)"
    ),
    "draw": _m("рисунок", "нарисовать с замечаниями: .svg или .png", "draw it with its faults: .svg or .png"),
    "words": _m("слова", "формы всех названий", "the forms of all names"),
    "what": _m("", "номер дела, имя регламента или файл документа", "an id, a workflow's name or a document's file"),
    "topic": _m("", "команда, E-041, exit-codes, errors, formats", "a command, E-041, exit-codes, errors, formats"),
    "first_day": _m("", "с конца какого дня", "from the end of this day"),
    "last_day": _m("", "до конца какого дня; иначе до сегодня", "to the end of this day; else until today"),
    "old": _m("", "файл, имя или имя@версия", "a file, a name or name@version"),
    "new": _m("", "то же: с чем сравнить", "the same: what to compare it with"),
    "to_version": _m(
        "", "версия регламента, её начало или имя@версия", "a version, its first letters, or name@version"
    ),
    "map": _m("этап-на-этап", "какой этап заменит прежний", "the stage that takes the place of an old one"),
    "where_possible": _m(
        "где-можно",
        "перевести те дела, которые можно, остальные оставить в своей версии",
        "take over the cases that can be, and leave the others in their version",
    ),
    "folder": _m("", "куда сложить базу и рисунки; иначе demo", "where database and pictures go; else demo"),
    "documents": _m("документы", "папка со своими документами .txt", "a folder with documents of your own, .txt"),
    "version": _m("версия-программы", "версия программы", "the version of the program"),
    "checkpoint": _m(
        "точка",
        "с чем сверить: файл точки, книга свидетеля, выгрузка журнала или код с бумаги",
        "what to hold it against: a checkpoint's file, a witness's book, an export, or a paper's code",
    ),
    "since": _m("после", "доказать, что журнал продолжает эту точку", "prove that the journal extends this checkpoint"),
    "seq": _m("", "номер записи журнала", "the number of an entry"),
    "book": _m("", "файл, где свидетель хранит точки", "the file in which the witness keeps checkpoints"),
    "newer": _m("", "файл новой точки; иначе точка этой базы", "a newer checkpoint's file; else that of the database"),
    "backups": _m("", "папка копий; иначе рядом с базой", "the folder of the backups; else beside the database"),
    "backup_file": _m("", "файл копии", "the file of the backup"),
    "drilled": _m(
        "", "файл копии; иначе последняя из папки копий", "a backup; else the newest of the folder of backups"
    ),
    "target": _m("", "файл или postgresql://…", "a file, or postgresql://…"),
    "statement": _m("", "один вопрос на SQL: SELECT …", "one question in SQL: SELECT …"),
    "anew": _m(
        "заново",
        "построить таблицы из журнала, хотя в прежней базе они с ним расходятся",
        "make the tables from the journal, although those of the old database differ from it",
    ),
    "confirm": _m("подтверждаю", "имя базы, которую заменить", "the name of the database to be replaced"),
    "pack": _m("набор правила", "свой набор правил, Gherkin", "a pack of rules of your own, Gherkin"),
    "intents": _m("действия", "показать действия, а не записи", "show intents, not entries"),
    "intent": _m("", "действие: A-3; иначе последнее", "an intent: A-3; else the last one"),
    "sought": _m("", "слова, имя или номер", "words, a name or a number"),
    "shell": _m("", "bash, zsh, fish, powershell; иначе та, что запущена", "bash, zsh, fish, powershell; else yours"),
    "install": _m("установить", "установить, а не печатать", "put it in place, do not print it"),
}

# Options that are not written as their parameter is called.
_WRITTEN = {"new_name": "name", "from_day": "from", "who_filter": "who"}
_NAMES = {**_WRITTEN, **{name: decls[0].removeprefix("--") for name, decls, _ in GLOBAL}}
RUSSIAN: dict[str, str] = {
    russian: _NAMES.get(name, name.replace("_", "-"))
    for name, meaning in MEANINGS.items()
    for russian in meaning.russian
}


def in_english(word: str) -> str:
    """The English name of an option, given without its dashes; an unknown word is given back as it came."""
    return RUSSIAN.get(word, word)
