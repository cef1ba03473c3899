"""Where the data is kept: servers, copies, backups, and what the doctor finds."""

from __future__ import annotations

from engine.messages import Words

_FAULTS: dict[str, Words] = {
    "store-unreachable": Words(
        "сервер базы не отвечает или не пускает: {path}. {detail}",
        "the database server does not answer or does not let us in: {path}. {detail}",
        "проверьте адрес и пароль (PGPASSWORD или ~/.pgpass); успело ли действие записаться, скажет resheno log",
        "check the address and the password (PGPASSWORD or ~/.pgpass); resheno log says whether it was recorded",
        "E-510",
    ),
    "disk-fails": Words(
        "диск не читает или не пишет: {path}. {detail}",
        "the disk does not read or does not write: {path}. {detail}",
        "не повторяйте наугад: снимите копию на другой диск (resheno backup make ПАПКА), проверьте диск и квоту; "
        "успело ли действие записаться, скажет resheno log",
        "do not just repeat it: make a backup on another disk (resheno backup make FOLDER), have the disk and your "
        "quota looked at; resheno log says whether it was recorded",
        "E-506",
    ),
    "disk-fails-why": Words(
        "диск или связь с ним отказывает, либо исчерпана квота; действие записано целиком или не записано совсем",
        "the disk or the line to it fails, or a quota is used up; an act is recorded whole or not at all",
    ),
    "store-spoilt": Words(
        "база испорчена, дальше её не прочитать: {path}. {detail} Ничего не записано.",
        "the database is damaged and cannot be read on: {path}. {detail} Nothing was recorded.",
        "НЕ правьте файл базы; что цело, скажет resheno db check, целая копия: resheno backup list",
        "do NOT repair the file; resheno db check says what is whole, for a whole copy: resheno backup list",
        "E-507",
    ),
    "store-spoilt-why": Words(
        "файл скопирован не до конца, его испортил диск или изменили в обход программы",
        "the file was not copied to its end, the disk has spoilt it, or it was changed around the program",
    ),
    "store-unopened": Words(
        "файл базы не открывается: {path}. {detail} Ничего не записано.",
        "the database file does not open: {path}. {detail} Nothing was recorded.",
        "дайте себе право читать и писать файл и папку; закройте, что его держит (антивирус, облако); resheno doctor",
        "give yourself the right to read and write file and folder; close what holds it (antivirus, cloud); "
        "resheno doctor",
        "E-508",
    ),
    "no-memory": Words(
        "не хватило памяти. Ничего не записано.",
        "there is not enough memory. Nothing was recorded.",
        "закройте лишние программы и повторите",
        "close programs that you do not need, and repeat",
        "E-509",
    ),
    "store-no-rights": Words(
        "сервер не разрешает этого: {path}. {detail} Ничего не записано.",
        "the server does not allow it: {path}. {detail} Nothing was recorded.",
        "попросите администратора сервера дать права на таблицы; запасной сервер только читает: назовите основной",
        "ask the server's administrator for rights on the tables; a stand-by server only reads: name the main one",
        "E-519",
    ),
    "store-no-driver": Words(
        "для базы на сервере нужна часть программы, которая не установлена: {path}.",
        "a database on a server needs a part of the program that is not installed: {path}.",
        'pip install "resheno[postgresql]"',
        'pip install "resheno[postgresql]"',
        "E-511",
    ),
    "store-older": Words(
        "база записана прежней версией программы: {path}.",
        "the database was written by an earlier release: {path}.",
        "resheno db upgrade --db {path}",
        "resheno db upgrade --db {path}",
        "E-512",
    ),
    "copy-unlike": Words(
        "копия не такая, как оригинал: таблица «{table}». Копия не оставлена.",
        "the copy is not what was copied: table '{table}'. It was not left behind.",
        "resheno db check; таблицы заново из журнала: resheno db copy-to НОВЫЙ_ФАЙЛ --anew",
        "resheno db check; the tables anew from the journal: resheno db copy-to NEW_FILE --anew",
        "E-513",
    ),
    "backup-unverified": Words(
        "копия не сходится: {file}, расхождений: {count}. Ничего не изменено.",
        "the backup does not agree with itself: {file}, findings: {count}. Nothing was changed.",
        "resheno backup list и возьмите другую",
        "resheno backup list and take another one",
        "E-514",
    ),
    "restore-unconfirmed": Words(
        "здесь уже есть база {name}: восстановление поставит копию на её место.",
        "there is a database {name} here already: restoring would put the backup in its place.",
        "resheno backup restore {file} --confirm {name}; прежняя база останется рядом",
        "resheno backup restore {file} --confirm {name}; the database of now is kept beside it",
        "E-515",
    ),
    "no-backup": Words(
        "копий здесь нет: {folder}.",
        "there are no backups here: {folder}.",
        "resheno backup make",
        "resheno backup make",
        "E-520",
    ),
    "drill-parted": Words(
        "копия цела, но база — не её продолжение: из {size} {size:записи|записей|записей} копии {file} в ней те же "
        "только первые {same}, всего {live}.",
        "the backup is whole, but the database does not go on from it: of the {size} {size:entry|entries} of {file} it "
        "has the first {same}, and {live} in all.",
        "если базу возвращали из более старой копии, сделайте новую (resheno backup make); если нет, "
        "resheno journal verify --checkpoint {file}.checkpoint",
        "if the database was restored from an older backup, make a new one (resheno backup make); if not, "
        "resheno journal verify --checkpoint {file}.checkpoint",
        "E-521",
    ),
    "drill-parted-why": Words(
        "базу вернули из более старой копии, это копия другой базы, или журнал изменили в обход программы",
        "it was restored from an older backup, it is another database, or the journal was changed around the program",
    ),
    "sql-unread": Words(
        "вопрос не понят: {detail}.",
        "the question is not understood: {detail}.",
        'таблицы и столбцы: resheno db sql "SELECT sql FROM sqlite_master" (на сервере: information_schema.columns)',
        'tables and columns: resheno db sql "SELECT sql FROM sqlite_master" (on a server: information_schema.columns)',
        "E-522",
    ),
    "sql-several": Words(
        "вопрос может быть только один, здесь их несколько.",
        "there may be one question only, here are several.",
        'resheno db sql "SELECT …"',
        'resheno db sql "SELECT …"',
        "E-523",
    ),
    "sql-empty": Words(
        "вопроса нет.",
        "there is no question.",
        'resheno db sql "SELECT …"',
        'resheno db sql "SELECT …"',
        "E-524",
    ),
    "sql-writes": Words(
        "здесь можно только спрашивать (SELECT). Ничего не изменено.",
        "here one may only ask (SELECT). Nothing was changed.",
        "изменить что-либо можно только командами программы: resheno --help",
        "the commands of the program alone change anything: resheno --help",
        "E-525",
    ),
    "sql-slow": Words(
        "ответа нет дольше 10 секунд: вопрос остановлен.",
        "there was no answer in 10 seconds: the question was stopped.",
        "сузьте его условием WHERE; большую базу спрашивайте в её копии: resheno db copy-to ФАЙЛ",
        "narrow it down with WHERE; ask a large database in a copy: resheno db copy-to FILE",
        "E-526",
    ),
    "sql-too-much": Words(
        "вопрос или одно значение ответа слишком велики.",
        "the question, or one value of its answer, is too large.",
        "спросите меньше: нужные столбцы, substr(столбец, 1, 1000)",
        "ask for less: the columns you need, substr(column, 1, 1000)",
        "E-527",
    ),
    "restore-server": Words(
        "на сервере уже есть база {name}: восстановить можно только в пустую.",
        "the server has a database {name} already: a backup can be restored into an empty one only.",
        "создайте пустую базу и назовите её: --db postgresql://…",
        "create an empty database and name it: --db postgresql://…",
        "E-516",
    ),
    "store-unmade": Words(
        "здесь базу не создать: {path}. {detail}",
        "no database can be made here: {path}. {detail}",
        "назовите файл в папке, в которую вам можно писать",
        "name a file in a folder that you may write to",
        "E-528",
    ),
    "store-read-only": Words(
        "базу можно только читать: {path}. Ничего не записано.",
        "the database can only be read: {path}. Nothing was recorded.",
        "дайте себе право записи в файл и в папку; что ещё не так, скажет resheno doctor",
        "give yourself the right to write the file and the folder; resheno doctor says what else is wrong",
        "E-518",
    ),
    "clock-behind": Words(
        "часы отстают: сейчас {now}, а последняя запись сделана {last}. Ничего не записано.",
        "the clock is behind: it is {now}, and the last entry was made on {last}. Nothing was recorded.",
        "исправьте дату машины; если она верна, а ошибается журнал: RESHENO_CLOCK=right",
        "put the date of the machine right; if it is right, and the journal is wrong: RESHENO_CLOCK=right",
        "E-517",
    ),
}

_FINDINGS: dict[str, Words] = {
    "backup-alone": Words(
        "рядом с копией {file} нет контрольной точки: не видно, вся ли она",
        "there is no checkpoint beside {file}: whether it is whole cannot be seen",
    ),
    "backup-rows": Words(
        "в таблице «{table}» было {was} строк, стало {is_now}",
        "table '{table}' had {was} rows and has {is_now}",
    ),
}

_TALK: dict[str, Words] = {
    "copied": Words(
        "{mark} Скопировано в {target}: записей {entries}, документов {documents}",
        "{mark} Copied to {target}: {entries} {entries:entry|entries}, {documents} {documents:document|documents}",
    ),
    "db-db": Words("База", "Database"),
    "db-kept": Words("Хранится", "Kept as"),
    "db-schema": Words("Схема", "Schema"),
    "db-bytes": Words("Байтов", "Bytes"),
    "db-intent": Words("Действий", "Intents"),
    "db-entry": Words("Записей журнала", "Entries of the journal"),
    "db-refusal": Words("Отказов", "Refusals"),
    "db-definition": Words("Версий регламентов", "Versions of workflows"),
    "db-document": Words("Документов", "Documents"),
    "db-party": Words("Людей и организаций", "People and organisations"),
    "backup-made": Words(
        "{mark} Копия сделана и сверена: {file}. Записей {size}, код для бумаги: {point}",
        "{mark} Backup made and verified: {file}. {size} {size:entry|entries}, code for papers: {point}",
    ),
    "backup-agrees": Words(
        "Копия сходится: {file}. Записей {size}, код: {point}",
        "The backup agrees: {file}. {size} {size:entry|entries}, code: {point}",
    ),
    "drill-good": Words(
        "{mark} Копия восстановлена для пробы и сходится: {file}. Сделана {made}, записей {size}, дел {cases}, "
        "код: {point}",
        "{mark} The backup was restored for a trial and agrees: {file}. Made {made}, {size} {size:entry|entries}, "
        "{cases} {cases:case|cases}, code: {point}",
    ),
    "drill-today": Words("Копии меньше суток.", "The backup is less than a day old."),
    "drill-days": Words("Копии {days} {days:день|дня|дней}.", "The backup is {days} {days:day|days} old."),
    "drill-beyond": Words(
        "В базе сейчас записей {live}: первые {size} — те же, что в копии; после неё {entries} "
        "({acts} {acts:действие|действия|действий}), с {since}. Их копия не вернёт.",
        "The database has {live} {live:entry|entries} now: the first {size} are those of the backup; {entries} came "
        "after it ({acts} {acts:act|acts}), since {since}. The backup would not bring them back.",
    ),
    "drill-level": Words(
        "В базе сейчас те же записи: копия вернёт все до одной.",
        "The database has the same entries now: the backup would bring back every one.",
    ),
    "drill-alone": Words(
        "Базы {db} здесь нет: сравнить копию не с чем.",
        "There is no database {db} here: nothing to compare the backup with.",
    ),
    "drill-stale": Words(
        "Последней копии {days} {days:день|дня|дней}. Пора сделать новую: resheno backup make",
        "The last backup is {days} {days:day|days} old. Time for a new one: resheno backup make",
    ),
    "sql-place": Words("строка {line}, знак {column}: {rest}", "line {line}, sign {column}: {rest}"),
    "sql-cut": Words(
        "Показаны первые {count}, есть ещё: сузьте вопрос или задайте --limit.",
        "The first {count} are shown, there are more: narrow the question down, or give a --limit.",
    ),
    "restored": Words("{mark} Восстановлено: {db} из {file}", "{mark} Restored: {db} from {file}"),
    "restored-aside": Words("Прежняя база: {file}", "The database that was here: {file}"),
    "upgraded": Words("{mark} Схема базы: {before} → {after}", "{mark} Schema of the database: {before} → {after}"),
    "up-to-date": Words("Схема базы {after} — последняя.", "The schema of the database is {after}, the latest."),
    "db-sound": Words(
        "База сходится: записей {size}, дел {cases}, схема {schema}.",
        "The database agrees: {size} {size:entry|entries}, {cases} cases, schema {schema}.",
    ),
    "doctor-well": Words("Всё в порядке.", "All is well."),
    "level-error": Words("ОШИБКА", "ERROR"),
    "level-warning": Words("Предупреждение", "Warning"),
}

# How far long work has come, on one line of a terminal.
_PROGRESS: dict[str, Words] = {
    "progress-file": Words("Проверка файла", "Checking the file"),
    "progress-entries": Words("Сверка записей с хэшами", "Entries against their hashes"),
    "progress-projections": Words("Таблицы из журнала", "Tables from the journal"),
    "progress-copying": Words("Перенос строк", "Copying rows"),
    "progress-reading": Words("Чтение документов", "Reading documents"),
    "progress-of": Words(": {done} из {of} ({share} %)", ": {done} of {of} ({share} %)"),
}

KEEPING: dict[str, Words] = {**_FAULTS, **_FINDINGS, **_TALK, **_PROGRESS}
