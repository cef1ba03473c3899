"""Words for the sentences that are not understood, and reasons of verdicts."""

from __future__ import annotations

from engine.messages import Words

_READING: dict[str, Words] = {
    "rule-too-long": Words(
        "в предложении {length} знаков, а понимаются не больше {most}",
        "the sentence has {length} characters; at most {most} are read",
        "разделите его: одно требование — одна строка",
        "split it: one requirement, one line",
        "E-450",
    ),
    "rule-unknown": Words(
        "такого предложения нет в словаре правил: «{sentence}»",
        "no sentence of the vocabulary reads: “{sentence}”",
        "ближайшее известное: «{nearest}»",
        "the nearest known one: “{nearest}”",
        "E-451",
    ),
    "rule-strange": Words(
        "такого предложения нет в словаре правил: «{sentence}»",
        "no sentence of the vocabulary reads: “{sentence}”",
        "называйте вещи и поля так, как они названы в регламенте (title, also)",
        "call things and fields what the definition calls them (title, also)",
        "E-452",
    ),
    "rule-wrong-ending": Words(
        "окончания не согласованы: «{sentence}»",
        "the words do not agree: “{sentence}”",
        "правильно так: «{right}»",
        "write: “{right}”",
        "E-453",
    ),
    "rule-ambiguous": Words(
        "предложение понимается двояко: «{sentence}» — это {one} или {other}",
        "the sentence has two meanings: “{sentence}” is {one}, or {other}",
        "дайте одному из двух названий другое имя",
        "rename one of the two",
        "E-454",
    ),
    "rule-joined": Words(
        "«и», «или», «если» внутри предложения не понимаются: «{sentence}»",
        "no “and”, “or”, “if” inside a sentence: “{sentence}”",
        "пишите каждое требование отдельной строкой",
        "write each requirement on a line of its own",
        "E-455",
    ),
    "rule-no-field": Words(
        "у вещи «{one}» нет поля «{field}»; оно есть у вещи «{other}»: «{sentence}»",
        "“{one}” has no field “{field}”; “{other}” has: “{sentence}”",
        "назовите, чьё это поле, или опишите его у вещи «{one}»",
        "say whose field it is, or declare it for “{one}”",
        "E-456",
    ),
    "rule-no-link": Words(
        "«{one}» и «{other}» не связаны: «{sentence}»",
        "“{one}” and “{other}” are not linked: “{sentence}”",
        "опишите связь (back) или спросите о связанной вещи",
        "declare the link (back), or ask about a linked thing",
        "E-457",
    ),
    "rule-no-value": Words(
        "нет такого значения: «{value}»; есть: {known}: «{sentence}»",
        "no such value: “{value}”; there are: {known}: “{sentence}”",
        "возьмите одно из перечисленных",
        "take one of these",
        "E-458",
    ),
    "rule-wrong-type": Words(
        "здесь сравнивается {wanted}, а написано {found}: «{sentence}»",
        "this compares {wanted}, but has {found}: “{sentence}”",
        "сравнивайте день с днём, число с числом; «растёт» говорят о ряде по годам",
        "compare days with days, numbers with numbers; only a series by year grows",
        "E-459",
    ),
    "rule-no-such-day": Words(
        "такого дня нет: {found}: «{sentence}»",
        "there is no such day: {found}: “{sentence}”",
        "напишите день, месяц и год: 31.12.2026",
        "write day, month and year: 31.12.2026",
        "E-488",
    ),
    "rule-no-such-number": Words(
        "такого числа нет: {found}: «{sentence}»",
        "there is no such number: {found}: “{sentence}”",
        "напишите число целым или с одной запятой, не длиннее 20 цифр: 12,5",
        "write a whole number or one with one point, of up to 20 digits: 12.5",
        "E-489",
    ),
    "rule-no-count": Words(
        "числом {found} ничего не сосчитать: «{sentence}»",
        "nothing can be counted by {found}: “{sentence}”",
        "напишите целое число от 0 до 100000",
        "write a whole number from 0 to 100000",
        "E-487",
    ),
    "name-not-declined": Words(
        "название «{name}» не склоняется само",
        "the Russian name “{name}” cannot be declined",
        "дайте формы: forms: {{ru: {{gen: …}}}}",
        "give its forms: forms: {{ru: {{gen: …}}}}",
        "E-460",
    ),
    "name-twice": Words(
        "название «{name}» дано дважды: {one} и {other}",
        "the name “{name}” is given twice: {one} and {other}",
        "переименуйте одно из двух",
        "rename one of the two",
        "E-461",
    ),
}

_REASONS: dict[str, Words] = {
    "reason-too-few": Words(
        "{thing}: есть {found}, нужно не меньше {needed} («{what}»)",
        "{thing}: there are {found}, {needed} needed (“{what}”)",
    ),
    "reason-too-many": Words(
        "{thing}: есть {found}, можно не больше {needed} («{what}»)",
        "{thing}: there are {found}, {needed} allowed (“{what}”)",
    ),
    "reason-no-data": Words("{thing}: нет данных, чтобы судить: «{what}»", "{thing}: no data to judge by: “{what}”"),
    "reason-moment": Words(
        "{thing}: ещё не наступило то, о чём «{what}»", "{thing}: what “{what}” speaks of has not come yet"
    ),
    "reason-left": Words(
        "{thing}: сделано с чьего-то разрешения, вопреки «{what}»",
        "{thing}: done by somebody's leave, against “{what}”",
    ),
    "reason-not-so": Words(
        "{thing}: не так: «{what}» — {left} и {right}", "{thing}: not so: “{what}” – {left} and {right}"
    ),
    "reason-repeated": Words(
        "{thing}: «{left}» уже есть у {right}, а нужно: «{what}»", "{thing}: “{left}” is also of {right}; “{what}”"
    ),
    "reason-trend": Words(
        "{thing}: {left}, затем {right}, а нужно: «{what}»", "{thing}: {left}, then {right}; “{what}”"
    ),
    "reason-shared": Words(
        "{thing}: в обоих списках {left}, а нужно: «{what}»", "{thing}: in both lists: {left}; “{what}”"
    ),
    "reason-not-among": Words("{thing}: нет в списке: {left}; «{what}»", "{thing}: not in the list: {left}; “{what}”"),
    "reason-doer": Words("{thing}: действует {doer}, а нужно: «{what}»", "{thing}: done by {doer}; “{what}”"),
    "reason-nobody": Words(
        "{thing}: неизвестно, о ком речь: «{what}»", "{thing}: it is not known who is meant: “{what}”"
    ),
}

# Below a requirement that is quoted already: only what it is that this one lacks.
_NEEDS: dict[str, Words] = {
    "need-thing": Words("{thing}: нет {what}", "{thing}: no {what}"),
    "need-things": Words(
        "{thing}: {what} {found}, нужно не меньше {needed}", "{thing}: {found} {what}, {needed} needed"
    ),
    "need-field": Words("{thing}: не указано: {what}", "{thing}: not stated: {what}"),
    "need-closed": Words("{thing} ещё не снято с контроля", "{thing} is still on control"),
    "need-other-doer": Words("{doer} — {role} по {thing}", "{doer} is the {role} of {thing}"),
    "need-other-author": Words("{doer} — {role}: {kind} ({thing})", "{doer} is the {role} of a {kind} ({thing})"),
    "need-no-holder": Words("{doer} — {role}", "{doer} is the {role}"),
    "why-more": Words("и ещё {count}", "and {count} more"),
    "meet-evidence": Words(
        'resheno evidence add {thing} --title "название документа"',
        'resheno evidence add {thing} --title "name of the document"',
    ),
    "meet-record": Words(
        'resheno record add {case} --kind {kind} "текст"{link}', 'resheno record add {case} --kind {kind} "text"{link}'
    ),
    "meet-link": Words(
        "resheno record link {thing} НОМЕР (номера: resheno record list {case} --kind {kind})",
        "resheno record link {thing} ID (ids: resheno record list {case} --kind {kind})",
    ),
    "meet-field": Words(
        'resheno record edit {thing} --field {field}="значение"', 'resheno record edit {thing} --field {field}="value"'
    ),
    "meet-closed": Words(
        "сначала resheno task confirm {thing} (что мешает: resheno why {thing})",
        "first resheno task confirm {thing} (what is in the way: resheno why {thing})",
    ),
    "meet-duty": Words('кто может: {names} — добавьте --as "{first}"', 'who may: {names} – add --as "{first}"'),
    "meet-duty-self": Words(
        'кто может: {names} — пусть введёт сам: --typed-by "{first}"',
        'who may: {names} – have them type it: --typed-by "{first}"',
    ),
    "meet-duty-nobody": Words(
        'пока больше некому: resheno role grant {role} "кто"', 'nobody else may yet: resheno role grant {role} "who"'
    ),
    "meet-waive": Words(
        'с чьего-то разрешения: {command} --waive "кто" --reason "почему" --until ДЕНЬ',
        'with leave: {command} --waive "who" --reason "why" --until DAY',
    ),
    "meet-waive-head": Words(
        'с разрешения руководителя ({names}): {command} --waive "{first}" --reason "почему" --until ДЕНЬ',
        'with leave of a head ({names}): {command} --waive "{first}" --reason "why" --until DAY',
    ),
    "meet-clerk": Words(
        'за других вводит: {names} — добавьте --typed-by "{first}"',
        'who types for others: {names} – add --typed-by "{first}"',
    ),
    "meet-again": Words("та же команда и", "the same command and"),
    "meet-head": Words('руководитель: {names} — --waive "{first}"', 'the head: {names} – --waive "{first}"'),
    "blank-role": Words("РОЛЬ", "ROLE"),
}

RULES: dict[str, Words] = {**_READING, **_REASONS, **_NEEDS}
