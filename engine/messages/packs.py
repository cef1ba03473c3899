"""Words for packs of rules that cannot be read as they stand, and for what their rules find."""

from __future__ import annotations

from engine.messages import Words

PACKS: dict[str, Words] = {
    "pack-syntax": Words(
        "набор правил не разобран как Gherkin: {found}",
        "the pack is not Gherkin: {found}",
        "проверьте первую строку (# language: ru) и слова Сценарий, Дано, Если, Тогда в начале строк",
        "check the first line (# language: en) and the words Scenario, Given, When, Then that begin the lines",
        "E-470",
    ),
    "pack-too-long": Words(
        "набор правил длиннее {most} знаков",
        "the pack has more than {most} characters",
        "разделите его на несколько файлов",
        "split it into several files",
        "E-471",
    ),
    "pack-empty": Words(
        "в файле нет ни одного правила",
        "there is no rule in the file",
        "одно правило — один «Сценарий:»",
        "write one “Scenario:” per rule",
        "E-472",
    ),
    "pack-no-place": Words(
        "в наборе правил этому нет места: {what}",
        "a pack of rules has no place for this: {what}",
        "пишите правила сценариями без таблиц, предысторий и структур сценария",
        "write rules as scenarios without tables, backgrounds and outlines",
        "E-473",
    ),
    "pack-one-id": Words(
        "у правила «{title}» должен быть один номер, а есть: {found}",
        "the rule “{title}” needs one id and has: {found}",
        "поставьте над ним одну метку, например @R18",
        "put one tag above it, such as @R18",
        "E-474",
    ),
    "pack-one-severity": Words(
        "у правила «{title}» должна быть одна важность, а есть: {found}",
        "the rule “{title}” needs one severity and has: {found}",
        "поставьте над ним одну из меток @error, @warning, @note",
        "put one of the tags @error, @warning, @note above it",
        "E-475",
    ),
    "pack-id-twice": Words(
        "номер {id} уже дан правилу в строке {line}",
        "the id {id} is already that of the rule in line {line}",
        "дайте правилу свой номер: {id}b",
        "give the rule an id of its own: {id}b",
        "E-476",
    ),
    "pack-one-thing": Words(
        "в правиле «{title}» строк «Дано»: {found}, а нужна одна",
        "the rule “{title}” has {found} lines of “Given”, and needs one",
        "назовите одну вещь, о которой правило: «Дано поручение»; условия пишите после «Если»",
        "name the one thing that the rule is about: “Given an assignment”; conditions go after “When”",
        "E-477",
    ),
    "pack-unknown-thing": Words(
        "не названо ничего, о чём бывают правила: «{found}»",
        "there are no rules about “{found}”",
        "есть: {known}",
        "there are: {known}",
        "E-478",
    ),
    "pack-no-then": Words(
        "в правиле «{title}» нет «Тогда»",
        "the rule “{title}” has no “Then”",
        "скажите, что должно быть: «Тогда указан срок»",
        "say what has to hold: “Then deadline is stated”",
        "E-479",
    ),
    "pack-unknown-blank": Words(
        "в «Исправить» нет такого поля: {found}",
        "there is no such field for “Fix”: {found}",
        "есть: {known}",
        "there are: {known}",
        "E-480",
    ),
    "finding-missing": Words(
        "{thing}: не выполнено «{what}»",
        "{thing}: “{what}” does not hold",
    ),
    "pack-faulty": Words(
        "в наборе правил {count} {count:замечание|замечания|замечаний}, судить по нему нельзя.",
        "the pack of rules has {count} {count:problem|problems} and is not judged by.",
        "исправьте указанные строки: {file}",
        "put the named lines right: {file}",
        "E-481",
    ),
    "col-rule": Words("Правило", "Rule"),
    "rules-head": Words("{rule} · {title} ({severity})", "{rule} · {title} ({severity})"),
    "rules-kept": Words(
        "Нарушений нет: проверено {count} {count:правило|правила|правил}",
        "Nothing is broken: {count} {count:rule|rules} judged",
    ),
    "rules-pending": Words(
        "Не хватает данных, чтобы судить: {count} {count:раз|раза|раз}; показать: --verbose",
        "No data to judge by: {count} {count:time|times}; to show them: --verbose",
    ),
    "is-error": Words("ошибка", "error"),
    "is-warning": Words("предупреждение", "warning"),
    "is-note": Words("замечание", "note"),
}
