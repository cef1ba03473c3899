"""What the terminal says beside the data: what was done, what comes next, the heads of its reports."""

from __future__ import annotations

from engine.messages import Words

TALK: dict[str, Words] = {
    "help-arguments": Words("Что указать", "Arguments"),
    "help-options": Words("Ключи", "Options"),
    "help-global": Words("Ключи любой команды, до или после неё", "Options of every command, before or after it"),
    "help-commands": Words("Команды", "Commands"),
    "help-daily": Words("Каждый день", "Every day"),
    "help-things": Words("Что ведём", "What is kept"),
    "help-beginning": Words("Начало и справка", "The beginning, and help"),
    "help-global-hint": Words(
        "Общие ключи (--db, --format, --yes …): resheno --help",
        "Global options (--db, --format, --yes …): resheno --help",
    ),
    "next": Words("Дальше: {command}", "Next: {command}"),
    "undo-with": Words("Отменить: resheno undo {intent}", "Undo: resheno undo {intent}"),
    "next-import": Words("resheno protocol import ФАЙЛ", "resheno protocol import FILE"),
    "created": Words("{mark} База создана: {db}\nВедёт: {who}", "{mark} Database created: {db}\nKept by: {who}"),
    "dry": Words(
        "Проба, ничего не записано. Было бы {count} {count:запись|записи|записей}:",
        "Dry run, nothing recorded. There would be {count} {count:entry|entries}:",
    ),
    "dry-file": Words(
        "Проба, ничего не записано. Было бы записано: {file}", "Dry run, nothing written. There would be: {file}"
    ),
    "entry": Words("  {case} (запись {version}): {deed}", "  {case} (entry {version}): {deed}"),
    "wrote": Words("Записано: {file}", "Written: {file}"),
    "preview": Words(
        "{file}: {kind} №{number} от {date}, {body}",
        "{file}: {kind} No. {number} of {date}, {body}",
    ),
    "preview-counts": Words(
        "Поручений и рекомендаций: {tasks}, прочих пунктов: {others}, строк не понято: {unread}. Записано пока: 0",
        "Assignments and recommendations: {tasks}, other items: {others}, lines not understood: {unread}. Recorded: 0",
    ),
    "ask-import": Words("Записать одним действием? [да/нет/все/выйти]", "Record this as one intent? [yes/no/all/quit]"),
    "ask-undo": Words(
        "{intent}: {told}. Это изменит дел: {count}. Продолжить? [да/нет]",
        "{intent}: {told}. This changes {count} cases. Go on? [yes/no]",
    ),
    "ask-many": Words("Это изменит дел: {count}. Продолжить? [да/нет]", "This changes {count} cases. Go on? [yes/no]"),
    "imported": Words(
        "{mark} {id}: поручений {tasks}, циклов затронуто {cycles}. Действие {intent}",
        "{mark} {id}: {tasks} assignments, {cycles} cycles touched. Intent {intent}",
    ),
    "imported-before": Words(
        "{file} уже записан как {id}, ничего не добавлено", "{file} is already recorded as {id}, nothing was added"
    ),
    "revision-how": Words(
        'Это другая редакция, ничего не записано. Записать отличия: resheno protocol import "{file}" --revise',
        'This is another edition, nothing was recorded. Record it: resheno protocol import "{file}" --revise',
    ),
    "difference": Words("  {path} {field}: «{before}» → «{after}»", "  {path} {field}: '{before}' → '{after}'"),
    "today-head": Words("{place} · на контроле {count}", "{place} · on control: {count}"),
    "today-late": Words("[{mark}] ПРОСРОЧЕНО {count}", "[{mark}] LATE {count}"),
    "today-soon": Words("[{mark}] СРОК ≤ 3 ДНЕЙ {count}", "[{mark}] DUE IN 3 DAYS {count}"),
    "today-reported": Words("[{mark}] ЖДУТ ВАС {count}", "[{mark}] WAIT FOR YOU {count}"),
    "today-waiting": Words("[{mark}] НЕ ПРИНЯТО {count}", "[{mark}] NOT ACCEPTED {count}"),
    "today-nothing": Words("Ничего не горит.", "Nothing is burning."),
    "today-do": Words("   {verb}", "   {verb}"),
    "today-why": Words("resheno почему НОМЕР", "resheno why ID"),
    "today-confirm": Words("resheno поручение снять НОМЕР", "resheno task confirm ID"),
    "today-accept": Words("resheno поручение принять НОМЕР", "resheno task accept ID"),
    "today-days": Words("{late} {late:день|дня|дней}", "{late} {late:day|days}"),
    "weekdays": Words("Пн Вт Ср Чт Пт Сб Вс", "Mon Tue Wed Thu Fri Sat Sun"),
    "today-more": Words("    … и ещё {count}: resheno task list", "    … and {count} more: resheno task list"),
    "workflow-head": Words("{title}, версия {version}", "{title}, version {version}"),
    "nothing-to-draw": Words("{file}: рисовать нечего", "{file}: there is nothing to draw"),
    "workflow-newest": Words("новые дела", "new cases"),
    "workflow-shipped": Words("поставляется", "shipped"),
    "init-log": Words("Предупреждение: {text}\n  Исправить: {way}", "Warning: {text}\n  Fix: {way}"),
    "weight-must": Words("обязательно", "must"),
    "weight-error": Words("ошибка", "error"),
    "weight-warning": Words("предупреждение", "warning"),
    "weight-note": Words("замечание", "note"),
    "every-act": Words("каждое действие", "every act"),
    "case-nom": Words("кто, что", "nominative"),
    "case-gen": Words("кого, чего", "genitive"),
    "case-dat": Words("кому, чему", "dative"),
    "case-acc": Words("кого, что", "accusative"),
    "case-ins": Words("кем, чем", "instrumental"),
    "case-few": Words("2, 3, 4", "2, 3, 4"),
    "case-english": Words("английское", "English"),
    "same-stage": Words("тот же", "the same"),
    "no-number": Words("б/н", "–"),
    "nobody": Words("исполнитель не назван", "no executor named"),
    "empty": Words("Пусто.", "Nothing there."),
    "sound": Words("{file}: замечаний нет", "{file}: no problems"),
    "untouched": Words(
        "Не затронуто ни одним материалом или поручением: {mechanisms}",
        "Touched by no record and no assignment: {mechanisms}",
    ),
    "audit-legend": Words(
        "— нет · план: только поручение или решение · есть: материал внесён · ✔ подтверждено документом",
        "– absent · plan: an assignment or a decision only · yes: recorded · ✔ proven by a document",
    ),
    "stands-absent": Words("—", "–"),
    "stands-planned": Words("план", "plan"),
    "stands-recorded": Words("есть", "yes"),
    "stands-proven": Words("✔", "✔"),
    "audit-gap": Words("  - {text}", "  - {text}"),
    "audit-fix": Words("    {fix}", "    {fix}"),
    "audit-sum": Words(
        "Итого разрывов: {count}, циклов: {cycles}. Этапов нет {of_absent}, только в плане {of_planned}, "
        "с материалом {of_recorded}, подтверждено {of_proven}.",
        "Gaps in all: {count}, cycles: {cycles}. Stages absent {of_absent}, only planned {of_planned}, "
        "recorded {of_recorded}, proven {of_proven}.",
    ),
    "audit-worst": Words("Больше всего: {row} — {count}.", "Most of them: {row} – {count}."),
    "audit-whole": Words("Разрывов нет: всё подтверждено.", "No gaps: all is proven."),
    "audit-paper-absent": Words("нет: {stages}", "absent: {stages}"),
    "audit-paper-planned": Words("только в плане: {stages}", "only planned: {stages}"),
    "audit-paper-way": Words(
        'Дальше: resheno protocol import "{file}", затем resheno audit: назовёт команду для каждого этапа.',
        'Next: resheno protocol import "{file}"; then resheno audit: it names the command for each stage.',
    ),
    "audit-none": Words("Циклов пока нет: resheno protocol import ФАЙЛ", "No cycles yet: resheno protocol import FILE"),
    "standing-absent": Words("нет", "absent"),
    "standing-planned": Words("запланировано", "planned"),
    "standing-recorded": Words("есть материал", "recorded"),
    "standing-proven": Words("подтверждено", "proven"),
    "protocol-head": Words(
        "{id} · {kind} №{number} от {date} · {body}", "{id} · {kind} No. {number} of {date} · {body}"
    ),
    "repeated": Words("{id}: это уже записано, ничего не добавлено", "{id}: already recorded, nothing was added"),
    "why-open": Words("Можно сейчас:", "Possible now:"),
    "why-closed": Words("Пока нельзя: {what}", "Not possible yet: {what}"),
    "why-stands": Words("{id} «{text}»: {stage}", "{id} '{text}': {stage}"),
    "why-reason": Words("  {n}. {reason}", "  {n}. {reason}"),
    "why-final": Words("{id} завершено, дальше пути нет", "{id} is finished, there is no way on"),
    "why-who": Words("может: {names} ({roles})", "who can: {names} ({roles})"),
    "why-nobody": Words("некому: ни у кого нет роли «{roles}»", "nobody can: nobody holds the role of {roles}"),
    "why-nobody-named": Words("исполнитель не назван", "nobody named"),
    "why-chain": Words("{case} ждёт {on} ({who}): {term}", "{case} waits for {on} ({who}): {term}"),
    "why-term-over": Words("срок прошёл {day}", "its term passed on {day}"),
    "why-term-due": Words("срок {day}", "due on {day}"),
    "why-term-none": Words("срок не назван", "no term is stated"),
    "why-term-reported": Words("отчёт сдан, осталось снять с контроля", "reported, still to be taken off control"),
    "why-earliest": Words("  Самое раннее: {day}", "  At the earliest: {day}"),
    "why-today": Words("  Самое раннее: сегодня", "  At the earliest: today"),
    "show-gaps": Words(
        "Требований не выполнено: {count}. Каких и что поможет: resheno why {id}",
        "Requirements that do not hold: {count}. Which, and what helps: resheno why {id}",
    ),
    "why-remarks": Words("Ожидалось и не выполнено:", "Expected, and does not hold:"),
    "why-remark": Words("  «{requirement}»: {things} (с {day})", "  “{requirement}”: {things} (since {day})"),
    "why-and-more": Words(" и ещё {count}", " and {count} more"),
    "why-needs": Words("Нужен результат {id}{why}", "Needs the result of {id}{why}"),
    "why-offered": Words("Возможно, нужен результат {id}{why} — не обязательно", "May need the result of {id}{why}"),
    "exit-codes": Words("Коды завершения", "Exit codes"),
    "errors-head": Words("Ошибки. Подробнее: resheno help E-010", "Errors. More of one: resheno help E-010"),
    "formats": Words(
        "Виды данных (--format):\n"
        "  table  таблица для чтения; длинное обрезано\n"
        '  json   {{"schema": "resheno.tasks/1", "data": […], "as_of": …}}; поля только добавляются\n'
        "  csv    для Excel: «;» и метка UTF-8, если язык русский или --csv excel-ru; иначе RFC 4180 (--csv rfc)\n"
        "  md     таблица Markdown\n"
        "Вид данных не меняет код завершения. Данные — в stdout, пояснения — в stderr.",
        "Formats (--format):\n"
        "  table  a table to read; long cells are cut\n"
        '  json   {{"schema": "resheno.tasks/1", "data": […], "as_of": …}}; keys are only ever added\n'
        "  csv    for Excel: ';' and a UTF-8 mark with --csv excel-ru or in Russian; else RFC 4180 (--csv rfc)\n"
        "  md     a Markdown table\n"
        "The format never changes the exit code. Data goes to stdout, talk to stderr.",
    ),
}
