"""Every command of the terminal: its name, its Russian names, its one line of help in both languages, its function.

Help, suggestions, the manual and the tests read this table; a command's module is imported only when it runs.
Named tuples here and in the other tables of the start: a frozen dataclass costs a millisecond each time.
"""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A command (`home` is 'module:function' under `cli.commands`) or a noun (its `verbs`, `default` among them)."""

    name: str
    russian: tuple[str, ...]
    ru: str
    en: str
    home: str = ""
    verbs: tuple[Entry, ...] = ()
    default: str = ""

    def answers_to(self, word: str) -> bool:
        """Whether this word, in any letter case, is one of its names."""
        return word.casefold() == self.name or word.casefold() in self.russian


def _e(name: str, russian: str, ru: str, en: str, home: str) -> Entry:
    return Entry(name, tuple(russian.split()), ru, en, home)


PROTOCOL = (
    _e(
        "read",
        "прочитать",
        "Прочитать документ, ничего не записывая",
        "Read a document and store nothing",
        "protocol:read",
    ),
    _e(
        "import",
        "импорт",
        "Записать документ: поручения и циклы",
        "Record a document: tasks and cycles",
        "importing:import_",
    ),
    _e("list", "список", "Список документов", "List the documents", "protocol:list_"),
    _e("show", "показать", "Документ и его пункты", "A document and its items", "protocol:show"),
    _e(
        "answers",
        "ответы",
        "Ответы на сомнения, которые запомнены для органов",
        "Answers to doubts that are remembered for bodies",
        "answers:answers",
    ),
)
TASK = (
    _e("add", "поставить добавить", "Поставить поручение на контроль", "Put an assignment on control", "task:add"),
    _e("edit", "исправить", "Исправить то, что прочитано неверно", "Put right what was misread", "task:edit"),
    _e("list", "список", "Список поручений", "List the assignments", "task:list_"),
    _e("show", "показать", "Поручение и его история", "An assignment and its history", "task:show"),
    _e("deliver", "довести", "Довести до исполнителя", "Hand it to the executor", "moving:deliver"),
    _e("accept", "принять", "Принять к исполнению", "Accept it for execution", "moving:accept"),
    _e("report", "отчитаться", "Отчитаться об исполнении", "Report that it is carried out", "moving:report"),
    _e("confirm", "снять", "Снять с контроля", "Take it off control", "moving:confirm"),
    _e("return", "вернуть", "Вернуть на доработку", "Send it back for rework", "moving:return_"),
    _e("extend", "продлить", "Продлить срок", "Extend the deadline", "moving:extend"),
    _e("reassign", "переназначить", "Переназначить другому исполнителю", "Give it to others", "moving:reassign"),
    _e("withdraw", "отозвать", "Отозвать поручение", "Withdraw the assignment", "moving:withdraw"),
)
CASE = (
    _e("start", "начать", "Начать дело", "Start a case", "case:start"),
    _e("list", "список", "Список дел", "List the cases", "case:list_"),
    _e("show", "показать", "Дело: этап, материалы, история", "A case: stage, records, history", "case:show"),
    _e(
        "advance",
        "дальше продвинуть",
        "Перевести дело на следующий этап",
        "Take a case to its next stage",
        "case:advance",
    ),
    _e("return", "вернуть", "Вернуть дело на прежний этап", "Send a case back to an earlier stage", "case:return_"),
    _e(
        "migrate",
        "перевести",
        "Перевести дела на другую версию регламента",
        "Take cases over to another version",
        "migrating:migrate",
    ),
)
RECORD = (
    _e("add", "добавить", "Добавить материал в дело", "Put a record into a case", "record:add"),
    _e("edit", "исправить", "Исправить материал", "Put a record right", "record:edit"),
    _e("list", "список", "Список материалов", "List the records", "record:list_"),
    _e("show", "показать", "Материал, связи, подтверждения", "A record, its links and evidence", "record:show"),
    _e("link", "связать", "Связать материал с другим", "Link a record back to another", "record:link"),
)
EVIDENCE = (_e("add", "добавить", "Приложить подтверждение", "Add a document that proves it", "evidence:add"),)
PERSON = (
    _e("add", "добавить", "Внести человека", "Put a person into the register", "person:add"),
    _e("list", "список", "Список людей и их роли", "List the people and their roles", "person:list_"),
    _e("show", "показать", "Роли человека и что его ждёт", "What somebody holds, and what waits", "person:show"),
    _e("edit", "исправить", "Исправить имя или должность", "Put a name or a position right", "person:edit"),
)
ORG = (
    _e("add", "добавить", "Внести организацию", "Put an organisation into the register", "org:add"),
    _e("list", "список", "Список организаций", "List the organisations", "org:list_"),
    _e("edit", "исправить", "Исправить название организации", "Put an organisation's name right", "org:edit"),
)
ROLE = (
    _e("list", "список", "Кто какую роль исполняет", "Who holds which role", "role:list_"),
    _e("grant", "выдать дать", "Выдать роль", "Give somebody a role", "role:grant"),
    _e("withdraw", "снять отозвать", "Снять роль", "Take a role from somebody", "role:withdraw"),
    _e("delegate", "заместить передать", "Назначить замещение на срок", "Have somebody stand in", "role:delegate"),
    _e("access", "доступ", "Кому что можно", "Who may do what", "role:access"),
)
DUTY = (
    _e("list", "список", "Разделение обязанностей и отступления", "Which duties are kept apart", "duty:list_"),
    _e("waive", "разрешить", "Разрешить отступление на срок", "Give standing leave from duties", "duty:waive"),
)
WORKFLOW = (
    _e("list", "список", "Список регламентов", "List the workflows", "workflow:list_"),
    _e("show", "показать", "Этапы, переходы, требования", "Stages, arrows, requirements", "workflow:show"),
    _e("lint", "проверить", "Проверить файл регламента", "Check a workflow file", "workflow:lint"),
    _e("diff", "отличия", "Чем отличаются два регламента", "What differs between two definitions", "versions:diff"),
    _e("export", "экспорт", "Файл поставляемого регламента", "The file of a shipped workflow", "versions:export"),
    _e("publish", "записать", "Записать новую версию в базу", "Record a new version", "versions:publish"),
)
AUDIT = (
    _e("run", "выполнить", "Чего не хватает в циклах базы", "What is missing in the cycles", "audit:run"),
    _e(
        "document", "документ", "Чего не хватает в одном документе", "What is missing in one document", "audit:document"
    ),
    _e("rules", "правила", "Какие правила документ нарушает", "Which rules a document breaks", "rules:rules"),
)
JOURNAL = (
    _e("verify", "проверить сверить", "Всё ли сходится", "Whether everything agrees", "journal:verify"),
    _e("checkpoint", "точка", "Контрольная точка журнала", "A checkpoint of the journal", "journal:checkpoint"),
    _e("witness", "свидетель", "Хранить точки вне базы", "Keep checkpoints elsewhere", "journal:witness"),
    _e("prove", "доказать", "Доказать одну запись", "Prove one entry", "journal:prove"),
    _e("export", "экспорт", "Журнал строками JSON", "The journal as lines of JSON", "journal:export"),
    _e(
        "verifier",
        "проверяльщик",
        "Программа, которая проверит выгрузку без resheno",
        "The program that checks exports without resheno",
        "journal:verifier",
    ),
)
BACKUP = (
    _e("make", "сделать", "Сделать и сверить копию", "Make a backup and verify it", "backup:make"),
    _e("verify", "проверить сверить", "Сверить копию", "Verify a backup", "backup:verify"),
    _e("list", "список", "Список копий", "List the backups", "backup:list_"),
    _e("restore", "восстановить", "Восстановить базу из копии", "Restore the database", "backup:restore"),
    _e(
        "drill",
        "учения испытать",
        "Испытать копию: восстановить для пробы и сравнить с базой",
        "Try a backup: restore it aside and compare it",
        "backup:drill",
    ),
)
DB = (
    _e("info", "сведения", "Где база и что в ней", "Where it is and what it holds", "db:info"),
    _e("check", "проверить сверить", "Сверить базу целиком", "Check the whole database", "db:check"),
    _e("upgrade", "обновить", "Обновить схему базы", "Upgrade its schema", "db:upgrade"),
    _e(
        "copy-to",
        "скопировать",
        "Скопировать базу: файл или сервер",
        "Copy it to a file or a server",
        "db:copy_to",
    ),
    _e("sql", "запрос", "Спросить базу на SQL, только чтение", "Ask it in SQL, which only reads", "db:sql"),
)

COMMANDS = (
    _e("today", "сегодня", "Что горит и кто ждёт", "What is late, what is due, who waits", "today:today"),
    _e("next", "дальше", "Что мне делать дальше", "What is mine to do next", "next:next_"),
    _e("status", "статус", "Где что стоит", "Where everything stands", "status:status"),
    _e("why", "почему", "Почему стоит и что поможет", "Why it stands still, and what helps", "why:why"),
    _e("log", "журнал", "Что и кем сделано", "What was done, and by whom", "log:log"),
    _e("search", "найти поиск", "Найти по словам, имени, номеру", "Find by words, name, number", "search:search"),
    _e("diff", "отличия", "Что изменилось между двумя днями", "What changed between two days", "diff:diff"),
    Entry("audit", ("проверить", "аудит"), "Каких этапов не хватает", "Which stages are missing", "", AUDIT, "run"),
    _e(
        "draw",
        "нарисовать схема",
        "Нарисовать цикл, поручение, протокол",
        "Draw a cycle, a task, a protocol",
        "draw:draw",
    ),
    Entry("protocol", ("протокол",), "Документы коллегиальных органов", "What the boards decided", "", PROTOCOL),
    Entry("task", ("поручение",), "Поручения", "Assignments", "", TASK),
    Entry("case", ("дело", "процесс"), "Дела: управленческие циклы", "Cases: management cycles", "", CASE),
    Entry("record", ("материал",), "Материалы этапов", "What the stages produce", "", RECORD),
    Entry("evidence", ("подтверждение", "доказательство"), "Подтверждения", "Evidence", "", EVIDENCE),
    Entry("person", ("человек", "люди"), "Люди", "People", "", PERSON),
    Entry("org", ("организация", "организации"), "Организации", "Organisations", "", ORG),
    Entry("role", ("роль", "роли"), "Роли, замещение, доступ", "Roles, standing in, access", "", ROLE),
    Entry("duty", ("обязанность", "обязанности"), "Разделение обязанностей", "Separation of duties", "", DUTY),
    Entry("workflow", ("регламент",), "Регламенты", "Workflow definitions", "", WORKFLOW),
    Entry("journal", ("сверка", "целостность"), "Доказать, что журнал цел", "Prove the journal", "", JOURNAL),
    _e("undo", "отменить", "Отменить последнее действие целиком", "Take back the last intent", "undoing:undo"),
    _e("redo", "вернуть-отменённое", "Вернуть отменённое", "Bring back what was undone", "undoing:redo"),
    _e("init", "начать создать", "Создать базу", "Create a database", "init:init"),
    Entry("db", ("база",), "База целиком: файл или PostgreSQL", "The database: a file or PostgreSQL", "", DB),
    Entry("backup", ("копия", "копии"), "Резервные копии", "Backups", "", BACKUP),
    _e("doctor", "доктор", "Что грозит базе и программе", "What threatens database and program", "doctor:doctor"),
    _e("demo", "демо", "Учебный регион за минуту", "A training region in a minute", "demo:demo"),
    _e(
        "completion",
        "дополнение автодополнение",
        "Дополнение по Tab для bash, zsh, fish, PowerShell",
        "Completion by Tab for bash, zsh, fish, PowerShell",
        "completion:completion",
    ),
    _e("help", "помощь справка", "Справка: команды, ошибки, коды", "Help: commands, errors, exit codes", "help:help_"),
)

ROOT = Entry(
    "resheno",
    (),
    "От решения коллегии — к исполненному поручению и закрытому управленческому циклу.",
    "From what a board decides to work that is done, and a management cycle that is closed.",
    "",
    COMMANDS,
)


def find(words: list[str]) -> tuple[Entry, ...]:
    """The entries that these words name, from the noun on, as far as they are known."""
    found: list[Entry] = []
    verbs: tuple[Entry, ...] = COMMANDS
    for word in words:
        entry = next((e for e in verbs if e.answers_to(word)), None)
        if entry is None:
            break
        found.append(entry)
        verbs = entry.verbs
    return tuple(found)


def walk(entries: tuple[Entry, ...] = COMMANDS, before: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Entry]]:
    """Every command that does something, with the words that call it."""
    pairs: list[tuple[tuple[str, ...], Entry]] = []
    for entry in entries:
        if entry.home:
            pairs.append(((*before, entry.name), entry))
        pairs.extend(walk(entry.verbs, (*before, entry.name)))
    return pairs
