"""Words for the proof of the journal: what does not agree, checkpoints, the witness."""

from __future__ import annotations

from engine.messages import Words

_STOP_RU = "НЕ правьте файл базы: отложите его и найдите целую копию: resheno backup list"
_STOP_EN = "do NOT repair the file: set it aside and find a backup that is whole: resheno backup list"

_FAULTS: dict[str, Words] = {
    "journal-unverified": Words(
        "база не сходится сама с собой, расхождений: {count}.",
        "the database does not agree with itself, findings: {count}.",
        _STOP_RU,
        _STOP_EN,
        "E-550",
    ),
    "journal-unverified-why": Words(
        "кто-то изменил файл в обход программы, или его испортил диск",
        "somebody changed the file around the program, or the disk has spoilt it",
    ),
    "journal-projections": Words(
        "таблицы базы расходятся с журналом, из которого построены: {count} {count:строка|строки|строк}.",
        "tables of the database differ from the journal that they are made from: {count} {count:row|rows}.",
        "resheno db copy-to НОВЫЙ_ФАЙЛ --anew построит их заново; прежний файл отложите",
        "resheno db copy-to NEW_FILE --anew makes them anew; set the old file aside",
        "E-559",
    ),
    "store-tampered": Words(
        "дело {detail} изменено в обход программы. Ничего не записано.",
        "the case {detail} was changed around the program. Nothing was recorded.",
        "resheno journal verify скажет, что ещё не сходится; файл базы НЕ правьте, целая копия: resheno backup list",
        "resheno journal verify says what else disagrees; do NOT repair the file, for a whole one: resheno backup list",
        "E-561",
    ),
    "export-unreadable": Words(
        "это начинается как выгрузка журнала, но прочесть её нельзя: {given}.",
        "this begins as an export of a journal, and cannot be read: {given}.",
        "resheno journal export -o ФАЙЛ",
        "resheno journal export -o FILE",
        "E-560",
    ),
    "checkpoint-unreadable": Words(
        "это не контрольная точка и не её код: {given}.",
        "this is neither a checkpoint nor its code: {given}.",
        "resheno journal checkpoint -o ФАЙЛ",
        "resheno journal checkpoint -o FILE",
        "E-551",
    ),
    "code-mistyped": Words(
        "код контрольной точки набран с ошибкой: {given}.",
        "the code of the checkpoint was mistyped: {given}.",
        "сверьте его с бумагой: четыре группы по шесть знаков",
        "compare it with the paper: four groups of six signs",
        "E-552",
    ),
    "point-of-another": Words(
        "контрольная точка снята с другой базы: журналы различаются с первой же записи.",
        "the checkpoint was taken of another database: the journals differ from their first entry on.",
        "назовите базу, с которой она снята: resheno journal verify --db ФАЙЛ --checkpoint ТОЧКА; "
        "если это она и есть, под её именем лежит другая: resheno backup list",
        "name the database that it was taken of: resheno journal verify --db FILE --checkpoint POINT; "
        "if this should be it, another one lies under its name: resheno backup list",
        "E-562",
    ),
    "point-misfits": Words(
        "контрольная точка не подходит к этой базе; сама с собой база сходится.",
        "the checkpoint does not fit this database; the database agrees with itself.",
        "проверьте, той ли базы эта точка; файл точки и выгрузка скажут точнее кода: "
        "resheno journal verify --checkpoint ФАЙЛ",
        "see whether the point is of this database; its file, or an export, knows more than a code: "
        "resheno journal verify --checkpoint FILE",
        "E-563",
    ),
    "point-misfits-why": Words(
        "точка снята с другой базы — или журнал этой с тех пор подменили; код с бумаги этого не различает",
        "the point was taken of another database, or the journal of this one was exchanged since; "
        "a printed code cannot tell which",
    ),
    "witness-older": Words(
        "в книге уже есть более новая точка: записей {kept}, в этой {size}. Книга не изменена.",
        "the book has a newer checkpoint already: {kept} entries, this one {size}. The book is as it was.",
        "старая точка книге не нужна; сверить с ней базу: resheno journal verify --checkpoint {given}",
        "the book needs no older one; to hold the database against it: resheno journal verify --checkpoint {given}",
        "E-564",
    ),
    "witness-foreign": Words(
        "точка снята с другой базы, чем точки этой книги. Книга не изменена.",
        "the checkpoint is of another database than those of this book. The book is as it was.",
        "для каждой базы своя книга: resheno journal witness ДРУГАЯ_КНИГА {given}",
        "each database has its own book: resheno journal witness ANOTHER_BOOK {given}",
        "E-565",
    ),
    "witness-shorter": Words(
        "точка снята позже той, что хранит свидетель, а журнал в ней короче: записей {size} против {kept}.",
        "the checkpoint is later than the one that is kept, and its journal shorter: entries {size} against {kept}.",
        _STOP_RU,
        _STOP_EN,
        "E-553",
    ),
    "witness-split": Words(
        "при той же длине (записей: {size}) у журнала другой корень, чем хранит свидетель: журнал переписан.",
        "at the same length (entries: {size}) the journal has another root than the witness keeps: it was rewritten.",
        _STOP_RU,
        _STOP_EN,
        "E-554",
    ),
    "witness-no-proof": Words(
        "нет доказательства, что этот журнал (записей: {size}) продолжает известный свидетелю (записей: {kept}).",
        "nothing proves that this journal (entries: {size}) extends the one that the witness knows (entries: {kept}).",
        "resheno journal checkpoint --since {point} -o ФАЙЛ",
        "resheno journal checkpoint --since {point} -o FILE",
        "E-555",
    ),
    "witness-false-proof": Words(
        "доказательство неверно: журнал (записей: {size}) не продолжает известный свидетелю (записей: {kept}).",
        "the proof is false: the journal (entries: {size}) does not extend the one that the witness knows ({kept}).",
        _STOP_RU,
        _STOP_EN,
        "E-556",
    ),
    "entry-missing": Words(
        "записи {seq} нет, в журнале их {size}.",
        "there is no entry {seq}; the journal has {size}.",
        "resheno log",
        "resheno log",
        "E-557",
    ),
    "entry-later": Words(
        "запись {seq} новее контрольной точки, которая знает {size}.",
        "entry {seq} is later than the checkpoint, which knows {size}.",
        "resheno journal prove {seq}",
        "resheno journal prove {seq}",
        "E-558",
    ),
}

# What `journal verify` finds: each with the place where it was found.
_FINDINGS: dict[str, Words] = {
    "file-foreign": Words(
        "файл больше не база resheno. {detail}", "the file is no database of resheno any more. {detail}"
    ),
    "file-damaged": Words("файл повреждён: {detail}", "the file is damaged: {detail}"),
    "table-misshapen": Words(
        "«{table}» в файле устроено не так, как его создаёт программа",
        "'{table}' in the file is not made as the program makes it",
    ),
    "entry-gap": Words(
        "на месте записи {expected} стоит {seq}: записи вырезаны или вставлены",
        "where entry {expected} should stand there is {seq}: entries were cut out or put in",
    ),
    "entry-changed": Words(
        "запись {seq} ({case}) не совпадает со своим хэшем", "entry {seq} ({case}) does not have its hash"
    ),
    "version-gap": Words(
        "запись {seq}: у {case} версия {version} вместо {expected}",
        "entry {seq}: {case} has version {version} instead of {expected}",
    ),
    "entry-misplaced": Words(
        "запись {seq} ({case}) стоит не среди записей своего действия {intent}",
        "entry {seq} ({case}) does not stand among those of its intent {intent}",
    ),
    "row-changed": Words(
        "{table} {key}: строка не совпадает со своим хэшем", "{table} {key}: the row does not have its hash"
    ),
    "row-false": Words(
        "{table} {key}: номер, версия или отпечаток не вытекают из содержания",
        "{table} {key}: its number, version or fingerprint does not follow from what it says",
    ),
    "row-missing": Words(
        "{table} {key}: по журналу строка есть, в таблице её нет",
        "{table} {key}: the journal makes this row, the table lacks it",
    ),
    "row-extra": Words(
        "{table} {key}: в таблице строка есть, по журналу её нет",
        "{table} {key}: the table has this row, the journal does not make it",
    ),
    "row-differs": Words(
        "{table} {key}: в таблице не то, что следует из журнала",
        "{table} {key}: the table says other than the journal",
    ),
    "case-unreadable": Words("{case}: из записей журнала дело не складывается", "{case}: the entries make no case"),
    "named-missing": Words(
        "{case}: журнал называет {key}, а в «{table}» его нет", "{case}: the journal names {key}, '{table}' lacks it"
    ),
    "party-hole": Words(
        "party: в реестре нет {key}, а {next} есть; номера идут подряд",
        "party: the register lacks {key} and has {next}; numbers are given out without gaps",
    ),
    "register-differs": Words(
        "{key}: в реестре не то имя или не та должность, что по журналу",
        "{key}: the register has another name, or another position, than the journal says",
    ),
    "journal-cut": Words(
        "контрольная точка знает {size} {size:запись|записи|записей}, в журнале их {found}: конец отрезан",
        "the checkpoint knows {size} {size:entry|entries}, the journal has {found}: its end was cut off",
    ),
    "point-foreign": Words(
        "контрольная точка на {size} {size:запись|записи|записей} снята с другой базы",
        "the checkpoint of {size} {size:entry|entries} was taken of another database",
    ),
    "point-longer": Words(
        "контрольная точка знает {size} {size:запись|записи|записей}, в журнале их {found}: "
        "она снята с другой базы, или конец журнала отрезан",
        "the checkpoint knows {size} {size:entry|entries}, the journal has {found}: "
        "it was taken of another database, or the end of the journal was cut off",
    ),
    "point-unlike": Words(
        "начало журнала ({size} {size:запись|записи|записей}) — не то, что в контрольной точке: "
        "она снята с другой базы, или журнал переписан",
        "the first {size} {size:entry|entries} are not those of the checkpoint: "
        "it was taken of another database, or the journal was rewritten",
    ),
    "journal-rewritten": Words(
        "начало журнала ({size} {size:запись|записи|записей}) — не то, что в контрольной точке: журнал переписан",
        "the first {size} {size:entry|entries} are not those of the checkpoint: the journal was rewritten",
    ),
    "journal-rewritten-since": Words(
        "журнал переписан между записями {since} и {size}: первой точке он отвечает, второй нет",
        "the journal was rewritten between entries {since} and {size}: one checkpoint agrees, the other does not",
    ),
    "journal-differs": Words(
        "запись {seq} — не та, что в выгрузке; до неё совпадают {same}",
        "entry {seq} is not that of the export; before it {same} are the same",
    ),
    "sound-whole": Words(
        "Сам журнал цел: {size} {size:запись|записи|записей}.",
        "The journal itself is sound: {size} {size:entry|entries}.",
    ),
    "sound-until": Words(
        "С первой по {size}-ю записи сходятся со своими хэшами.",
        "Entries 1 to {size} agree with their hashes.",
    ),
    "sound-held": Words(
        "С первой по {size}-ю записи подтверждает контрольная точка.",
        "Entries 1 to {size} are vouched for by a checkpoint.",
    ),
    "sound-where": Words(
        "Где подмена, покажет прежняя выгрузка: resheno journal verify --checkpoint ВЫГРУЗКА",
        "An earlier export shows where: resheno journal verify --checkpoint EXPORT",
    ),
}

_TALK: dict[str, Words] = {
    "journal-agrees": Words(
        "Сходится: записей {size}, дел {cases}. Код для бумаги: {point} от {date}",
        "All agrees: {size} {size:entry|entries}, {cases} cases. Code for papers: {point} of {date}",
    ),
    "journal-agrees-point": Words(
        "Контрольная точка на {size} {size:запись|записи|записей} сходится.",
        "The checkpoint of {size} {size:entry|entries} agrees.",
    ),
    "findings-more": Words("… и ещё {count}; все: --format json", "… and {count} more; all of them: --format json"),
    "checkpoint-told": Words(
        "Журнал: записей {size} на {date}. Код: {point}\nКорень: {root}",
        "Journal: {size} {size:entry|entries} on {date}. Code: {point}\nRoot: {root}",
    ),
    "witness-first": Words(
        "Первая точка принята на веру: записей {size}. Дальше — только с доказательством.",
        "The first checkpoint is taken on trust: {size} {size:entry|entries}. From now on only with a proof.",
    ),
    "witness-took": Words(
        "Принято: журнал из {size} {size:записи|записей|записей} продолжает прежний. Хранится точек: {kept}",
        "Accepted: the journal of {size} {size:entry|entries} extends the earlier one. Checkpoints kept: {kept}",
    ),
    "witness-knows": Words(
        "Эта точка уже есть: записей {size}. Хранится точек: {kept}",
        "This checkpoint is known: {size} {size:entry|entries}. Checkpoints kept: {kept}",
    ),
    "exported": Words("Записей: {size}", "Entries: {size}"),
    "check-without": Words(
        "Проверить без программы: resheno journal verifier -o verifier.py, затем python verifier.py {file} ТОЧКА",
        "To check it without the program: resheno journal verifier -o verifier.py, "
        "then python verifier.py {file} CHECKPOINT",
    ),
}

SEAL: dict[str, Words] = {**_FAULTS, **_FINDINGS, **_TALK}
