"""Words for looking back: what was not there yet, and what became of things between two days."""

from __future__ import annotations

from engine.messages import Words

PAST: dict[str, Words] = {
    "days-turned": Words(
        "первый день позже последнего: {first} и {last}.",
        "the first day is later than the last: {first} and {last}.",
        "resheno diff {last} {first}",
        "resheno diff {last} {first}",
        "E-033",
    ),
    "as-of": Words("Как было записано к концу {day}", "As it was recorded by the end of {day}"),
    "as-of-nothing": Words(
        "К концу {day} в базе ещё ничего не было: первая запись сделана {first}",
        "By the end of {day} nothing had been recorded: the first entry was made on {first}",
    ),
    "diff-opened": Words("заведено", "opened"),
    "diff-gone": Words("отменено", "taken back"),
    "diff-migrated": Words("другая версия регламента", "another version of its workflow"),
    "diff-moved": Words("другой этап", "another stage"),
    "diff-extended": Words("другой срок", "another term"),
    "diff-stated": Words("другое поле", "another value"),
    "diff-recorded": Words("внесён материал", "record added"),
    "diff-unrecorded": Words("материал отменён", "record taken back"),
    "diff-corrected": Words("материал исправлен", "record put right"),
    "diff-proven": Words("подтверждений", "documents of proof"),
    "diff-planned": Words("в план этапа", "planned for the stage"),
    "diff-opened-count": Words("заведено {count}", "{count} opened"),
    "diff-gone-count": Words("отменено {count}", "{count} taken back"),
    "diff-migrated-count": Words("переведено на другую версию {count}", "{count} migrated"),
    "diff-moved-count": Words("сменили этап {count}", "{count} at another stage"),
    "diff-extended-count": Words("сменили срок {count}", "{count} with another term"),
    "diff-stated-count": Words("изменено полей {count}", "{count} {count:field|fields} changed"),
    "diff-recorded-count": Words("внесено материалов {count}", "{count} {count:record|records} added"),
    "diff-unrecorded-count": Words("отменено материалов {count}", "{count} {count:record|records} taken back"),
    "diff-corrected-count": Words("исправлено материалов {count}", "{count} {count:record|records} put right"),
    "diff-proven-count": Words("сменили подтверждения {count}", "{count} with other proof"),
    "diff-planned-count": Words("запланировано {count}", "{count} planned"),
    "diff-sum": Words(
        "С конца {first} до конца {last}: {told}.", "From the end of {first} to the end of {last}: {told}."
    ),
    "diff-same": Words("ничего не изменилось", "nothing changed"),
    "col-before": Words("Было", "Before"),
    "col-after": Words("Стало", "After"),
    "col-verdict": Words("Вывод", "Verdict"),
}
