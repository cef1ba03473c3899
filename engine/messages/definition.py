"""Words for the faults of definitions, and for the few names that every definition shares."""

from __future__ import annotations

from engine.messages import Words


def _unknown(ru: str, en: str, number: str) -> Words:
    """A word that names nothing here."""
    said = f"{ru} «{{found}}» здесь нет", f"there is no {en} {{found}} here"
    return Words(*said, "Возможно: {hint}.", "Perhaps: {hint}.", number)


_FILE = {
    "definition-too-long": Words(
        "в файле {found} знаков, читается не больше {most}",
        "the file has {found} characters, at most {most} are read",
        "Разделите регламент на несколько файлов.",
        "Split the definition into several files.",
        "E-400",
    ),
    "not-yaml": Words(
        "файл не читается как YAML: {found}",
        "the file cannot be read as YAML: {found}",
        "Проверьте отступы, кавычки и скобки в этой строке и в строке над ней.",
        "Check indents, quotes and brackets in this line and in the one above.",
        "E-401",
    ),
    "yaml-tab": Words(
        "отступ сделан табуляцией",
        "the indent is made with a tab",
        "Замените табуляцию пробелами.",
        "Replace the tab by spaces.",
        "E-402",
    ),
    "yaml-not-closed": Words(
        "скобка или кавычка не закрыта до конца файла",
        "a bracket or a quote is not closed before the end of the file",
        "Закройте её в той строке, где она открыта.",
        "Close it in the line where it is opened.",
        "E-403",
    ),
    "yaml-colon": Words(
        "лишнее двоеточие",
        "a colon too many",
        "Если двоеточие – часть текста, возьмите весь текст в кавычки.",
        "If the colon is part of a text, quote the whole text.",
        "E-404",
    ),
    "yaml-no-colon": Words(
        "после имени нет двоеточия",
        "no colon after the name",
        "Напишите «имя: значение»; после двоеточия нужен пробел.",
        "Write 'name: value', with a space after the colon.",
        "E-405",
    ),
    "yaml-indent": Words(
        "отступ не совпадает со строками выше",
        "the indent is not that of the lines above",
        "Выровняйте строку по соседним.",
        "Align the line with its neighbours.",
        "E-406",
    ),
    "yaml-brackets": Words(
        "внутри скобок лишний или пропущенный знак",
        "inside brackets or braces a sign is missing, or there is one too many",
        "Разделите значения запятыми; текст с запятой, двоеточием или скобкой возьмите в кавычки.",
        "Put commas between the values; quote a text that holds a comma, a colon or a bracket.",
        "E-407",
    ),
    "yaml-sign": Words(
        "значение начинается со служебного знака YAML",
        "a value begins with a sign that means something to YAML",
        "Возьмите всё значение в кавычки.",
        "Quote the whole value.",
        "E-408",
    ),
    "empty-definition": Words(
        "файл пуст",
        "the file is empty",
        "Начните с примера: resheno workflow export assignment -o образец.yaml",
        "Begin with an example: resheno workflow export assignment -o sample.yaml",
        "E-409",
    ),
    "second-document": Words(
        "в файле второй документ («---»)",
        "the file holds a second document ('---')",
        "Оставьте один регламент в файле.",
        "Keep one definition to a file.",
        "E-410",
    ),
    "anchor-in-definition": Words(
        "якоря и ссылки YAML («&имя», «*имя») не принимаются",
        "YAML anchors and aliases ('&name', '*name') are refused",
        "Напишите значение ещё раз; текст со знаком & или * в начале возьмите в кавычки.",
        "Write the value again; quote a text that begins with & or *.",
        "E-411",
    ),
    "tag-in-definition": Words(
        "метки YAML («{found}») не принимаются",
        "YAML tags ({found}) are refused",
        "Уберите метку: все значения читаются как текст.",
        "Remove the tag: every value is read as text.",
        "E-412",
    ),
    "definition-too-deep": Words(
        "вложенность больше {most}",
        "nested deeper than {most}",
        "Уберите лишние скобки или отступы.",
        "Remove needless brackets or indents.",
        "E-413",
    ),
    "key-is-no-text": Words(
        "ключом может быть только текст",
        "a key must be a text",
        "Напишите перед двоеточием одно имя.",
        "Write one name before the colon.",
        "E-414",
    ),
    "key-twice": Words(
        "ключ «{found}» уже есть: {first}",
        "the key {found} is already there: {first}",
        "Оставьте один из двух.",
        "Keep one of the two.",
        "E-415",
    ),
}

_SHAPE = {
    "key-missing": Words(
        "нет ключа «{expected}»",
        "the key {expected} is missing",
        "Добавьте «{expected}: …».",
        "Add '{expected}: …'.",
        "E-416",
    ),
    "expected-text": Words(
        "здесь ожидается текст", "a text is expected here", "Напишите одно значение.", "Write one value.", "E-417"
    ),
    "expected-list": Words(
        "здесь ожидается список",
        "a list is expected here",
        "Напишите [одно, другое] или строки с «- ».",
        "Write [one, another] or lines that begin with '- '.",
        "E-418",
    ),
    "expected-mapping": Words(
        "здесь ожидаются пары «ключ: значение»",
        "pairs 'key: value' are expected here",
        "Напишите пары в фигурных скобках или строками с отступом.",
        "Write pairs in braces or as indented lines.",
        "E-419",
    ),
    "empty-value": Words(
        "у «{expected}» нет значения", "{expected} has no value", "Впишите значение.", "Write a value.", "E-420"
    ),
    "not-a-name": Words(
        "«{found}» не годится в имена",
        "{found} cannot be a name",
        "Имя – строчные латинские буквы, цифры и «_», первой буква, до 40 знаков; по-русски назовите в title.",
        "A name is small Latin letters, digits and '_', a letter first, up to 40; the title says the rest.",
        "E-421",
    ),
    "not-a-prefix": Words(
        "«{found}» не годится в начало номеров",
        "{found} cannot begin the numbers of records",
        "Напишите от одной до четырёх заглавных букв: ЦЛ.",
        "Write one to four capital letters.",
        "E-422",
    ),
    "not-an-amount": Words(
        "«{found}» – не число связей",
        "{found} is no number of links",
        "Напишите 1.. (хотя бы одна), 0..1, 2 или 1..3.",
        "Write 1.. (at least one), 0..1, 2 or 1..3.",
        "E-423",
    ),
    "kind-twice": Words(
        "«{found}» уже называет другое: дело, подтверждение или материал",
        "{found} already names something else: the case, evidence or a record",
        "Выберите другое имя.",
        "Choose another name.",
        "E-424",
    ),
    "prefix-twice": Words(
        "номера с «{found}» получили бы и {one}, и {other}",
        "numbers with {found} would be given to both {one} and {other}",
        "Дайте одному из двух другой prefix.",
        "Give one of the two another prefix.",
        "E-425",
    ),
    "mechanism-twice": Words(
        "«{found}» называет два механизма: {one} и {other}",
        "{found} names two mechanisms: {one} and {other}",
        "Оставьте это название одному.",
        "Leave this name to one of them.",
        "E-426",
    ),
    "number-out-of-bounds": Words(
        "«{found}» не годится: здесь нужно целое число от 1 до {most}",
        "{found} will not do: a whole number from 1 to {most} is wanted here",
        "Напишите число цифрами.",
        "Write the number in digits.",
        "E-466",
    ),
    "no-day-of-year": Words(
        "дня «{found}» нет в каждом году",
        "not every year has a day {found}",
        "Напишите день и месяц: 20.01.",
        "Write day and month: 20.01.",
        "E-467",
    ),
    "no-urgent-term": Words(
        "«{found}» – не правило с числом дней",
        "{found} is no rule with a number of days",
        'Напишите правило и дни, от 1 до {most}: "T4 10".',
        'Write the rule and the days, from 1 to {most}: "T4 10".',
        "E-468",
    ),
    "produced-twice": Words(
        "«{found}» появляется на двух этапах: {one} и {other}",
        "{found} is produced by two stages: {one} and {other}",
        "Оставьте один.",
        "Keep one.",
        "E-427",
    ),
}

_UNKNOWN = {
    "unknown-key": _unknown("ключа", "key", "E-428"),
    "unknown-stage": _unknown("этапа", "stage", "E-429"),
    "unknown-kind": _unknown("вида материала", "kind of record", "E-430"),
    "unknown-field": _unknown("поля", "field", "E-431"),
    "unknown-type": _unknown("типа поля", "type of field", "E-432"),
    "unknown-value": _unknown("значения", "value", "E-433"),
    "unknown-trigger": _unknown("действия", "trigger", "E-434"),
    "unknown-role": _unknown("роли", "role", "E-435"),
    "unknown-holder": _unknown("держателя роли", "holder of a role", "E-436"),
    "unknown-datum": _unknown("данных", "datum of the command", "E-437"),
    "unknown-consequence": _unknown("продолжения", "consequence", "E-438"),
    "unknown-form": _unknown("падежа", "grammatical form", "E-439"),
    "unknown-answer": _unknown("ответа", "answer", "E-440"),
    "unknown-action": _unknown("права", "right", "E-462"),
}

_SOUNDNESS = {
    "stage-never-entered": Words(
        "на этап «{stage}» не ведёт ни одна стрелка",
        "no arrow leads to the stage {stage}",
        "Добавьте стрелку to: {stage} или уберите этап.",
        "Add an arrow 'to: {stage}' or remove the stage.",
        "E-441",
    ),
    "stage-not-reached": Words(
        "до этапа «{stage}» не дойти из «{start}»: в него ведут только {sources}, а туда пути нет",
        "the stage {stage} cannot be reached from {start}: only {sources} lead to it, and no path leads there",
        "Добавьте стрелку на один из этих этапов.",
        "Add an arrow to one of these stages.",
        "E-442",
    ),
    "no-final-stage": Words(
        "ни один этап не завершает дело: {stages}",
        "no stage ends a case: {stages}",
        "Пометьте последний этап: final: yes.",
        "Mark the last stage: 'final: yes'.",
        "E-443",
    ),
    "no-way-out": Words(
        "«{stage}»: ни одной исходящей стрелки, дела застрянут: {path}",
        "{stage}: no way out, cases will be stuck: {path}",
        "Добавьте стрелку from: {stage} или пометьте этап final: yes.",
        "Add an arrow 'from: {stage}' or mark the stage 'final: yes'.",
        "E-444",
    ),
    "no-way-to-an-end": Words(
        "из «{stage}» не дойти ни до одного завершающего этапа, дела будут ходить по кругу: {path} → …",
        "no final stage can be reached from {stage}, cases will go round for ever: {path} → …",
        "Добавьте стрелку к завершающему этапу.",
        "Add an arrow to a final stage.",
        "E-445",
    ),
    "arrow-never-taken": Words(
        "стрелку {trigger} ({path}) никто не пройдёт: до этапа «{stage}» не дойти",
        "nobody will ever take the arrow {trigger} ({path}): the stage {stage} cannot be reached",
        "Добавьте путь на этап «{stage}» или уберите стрелку.",
        "Add a way to the stage {stage} or remove the arrow.",
        "E-446",
    ),
    "arrow-twice": Words(
        "стрелка {trigger} ({path}) уже есть: {first}",
        "the arrow {trigger} ({path}) is already there: {first}",
        "Уберите одну из двух.",
        "Remove one of the two.",
        "E-447",
    ),
    "arrow-without-role": Words(
        "не сказано, кто проходит стрелку {trigger} ({path})",
        "it is not said who takes the arrow {trigger} ({path})",
        "Добавьте role: одну из ролей регламента.",
        "Add 'role:', one of the roles of the definition.",
        "E-448",
    ),
    "way-out-of-final": Words(
        "стрелка {trigger} выводит из завершающего этапа: {path}",
        "the arrow {trigger} leads out of a final stage: {path}",
        "Уберите стрелку или пометку final у этапа «{stage}».",
        "Remove the arrow, or 'final' from the stage {stage}.",
        "E-449",
    ),
}

_NAMES = {
    "name.evidence": Words("подтверждение", "evidence"),
    "name.evidence.kind": Words("вид", "kind"),
    "name.evidence.number": Words("номер", "number"),
    "name.evidence.date": Words("дата", "date"),
    "name.evidence.title": Words("название", "title"),
    "name.evidence.page": Words("страница", "page"),
}

DEFINITION: dict[str, Words] = {**_FILE, **_SHAPE, **_UNKNOWN, **_SOUNDNESS, **_NAMES}
