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
        "{thing}: нужно «{what}», а есть {found} (надо {needed})", "{thing}: “{what}” – there are {found} of {needed}"
    ),
    "reason-too-many": Words(
        "{thing}: нужно «{what}», а есть {found} (можно {needed})",
        "{thing}: “{what}” – there are {found}, {needed} allowed",
    ),
    "reason-no-data": Words("{thing}: нет данных, чтобы судить: «{what}»", "{thing}: no data to judge by: “{what}”"),
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

RULES: dict[str, Words] = {**_READING, **_REASONS}
