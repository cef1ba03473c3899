"""Words for what the doctor finds: each ailment with its number and its remedy."""

from __future__ import annotations

from engine.messages import Words

AILMENTS: dict[str, Words] = {
    "doctor-read-only": Words(
        "файл базы только для чтения: {path}",
        "the database file is read-only: {path}",
        "дайте себе право записи в него",
        "give yourself the right to write to it",
        "D-01",
    ),
    "doctor-folder": Words(
        "в папку базы нельзя писать: {path}. Журнал отката ставится туда при каждой записи",
        "the folder of the database cannot be written to: {path}. Each write puts a rollback journal there",
        "дайте себе право записи в папку",
        "give yourself the right to write to the folder",
        "D-11",
    ),
    "doctor-no-room": Words(
        "на диске мало места: свободно {free} МБ, нужно {needed} МБ",
        "the disk is nearly full: {free} MB free, {needed} MB needed",
        "освободите место",
        "free some space",
        "D-02",
    ),
    "doctor-network": Words(
        "база на сетевом диске ({kind}): {path}. Живые базы там портятся",
        "the database is on a network drive ({kind}): {path}. Live databases get corrupted there",
        "resheno db copy-to ПУТЬ на диске этой машины или postgresql://…",
        "resheno db copy-to PATH on a disk of this machine, or postgresql://…",
        "D-03",
    ),
    "doctor-cloud": Words(
        "база в папке, которую синхронизирует «{cloud}»: {path}. Живые базы там портятся",
        "the database is in a folder that '{cloud}' synchronises: {path}. Live databases get corrupted there",
        "resheno db copy-to ПУТЬ вне этой папки; в ней держите копии",
        "resheno db copy-to PATH outside that folder; keep backups in it",
        "D-12",
    ),
    "doctor-shm": Words(
        "журнал этой базы пишется рядом с ней (WAL), а в папку нельзя писать: {path}. Даже читать не выйдет",
        "the log of this database stands beside it (WAL), and the folder cannot be written to: {path}. "
        "It cannot even be read",
        "дайте себе право записи в папку",
        "give yourself the right to write to the folder",
        "D-04",
    ),
    "doctor-clock": Words(
        "часы отстают: сейчас {now}, а последняя запись сделана {last}",
        "the clock is behind: it is {now}, and the last entry was made on {last}",
        "исправьте дату и время машины",
        "put the date and time of the machine right",
        "D-05",
    ),
    "doctor-no-backup": Words(
        "резервных копий нет: {folder}",
        "there is no backup: {folder}",
        "resheno backup make",
        "resheno backup make",
        "D-06",
    ),
    "doctor-old-backup": Words(
        "последней копии {days} {days:день|дня|дней}: {folder}",
        "the last backup is {days} {days:day|days} old: {folder}",
        "resheno backup make",
        "resheno backup make",
        "D-13",
    ),
    "doctor-old-sqlite": Words(
        "SQLite {version}: ошибка в журналах WAL; эта база ведётся без WAL, ей это не вредит",
        "SQLite {version} has the WAL-reset bug; this database is kept without WAL and is safe",
        "не переводите базу в WAL, пока SQLite старше 3.51.3",
        "do not switch the database to WAL while SQLite is older than 3.51.3",
        "D-07",
    ),
    "doctor-old-sqlite-log": Words(
        "SQLite {version}: ошибка в журналах WAL может испортить эту базу: {path}",
        "SQLite {version} has the WAL-reset bug, which can corrupt this database: {path}",
        "нужен SQLite 3.51.3 или новее; иначе resheno db copy-to НОВЫЙ_ФАЙЛ (без WAL)",
        "SQLite 3.51.3 or newer is needed; else resheno db copy-to NEW_FILE (without WAL)",
        "D-14",
    ),
    "doctor-foreign-name": Words(
        "имя «{name}» занято и другим пакетом: {owner}",
        "the name '{name}' belongs to another package too: {owner}",
        "дайте программе отдельное окружение: pipx install resheno",
        "give the program an environment of its own: pipx install resheno",
        "D-08",
    ),
    "doctor-no-dot": Words(
        "программы Graphviz «dot» нет: рисунки не получатся",
        "the program 'dot' of Graphviz is missing: there will be no pictures",
        "pip install graphviz-pure или установите Graphviz",
        "pip install graphviz-pure, or install Graphviz",
        "D-09",
    ),
    "doctor-older": Words(
        "база записана прежней версией программы: {path}",
        "the database was written by an earlier release: {path}",
        "resheno db upgrade: журнал при этом не меняется",
        "resheno db upgrade: the journal stays as it is",
        "D-18",
    ),
    "doctor-newer": Words(
        "база записана более новой версией программы: {path}",
        "the database was written by a later release: {path}",
        "обновите программу на этой машине",
        "update the program on this machine",
        "D-19",
    ),
    "doctor-left-over": Words(
        "остались недоделанные файлы, {count}, {size} МБ: {first}. Работу кто-то прервал",
        "half-made files are left, {count}, {size} MB: {first}. Somebody was interrupted",
        "удалите их: базе они не нужны",
        "delete them: the database does not need them",
        "D-20",
    ),
    "doctor-unreadable": Words(
        "базу не открыть: {path}. {detail}",
        "the database cannot be opened: {path}. {detail}",
        "укажите базу: --db ФАЙЛ; испорченную заменит resheno backup restore КОПИЯ",
        "name the database: --db FILE; a broken one is replaced by resheno backup restore BACKUP",
        "D-10",
    ),
}
