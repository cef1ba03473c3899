"""Words for what was done: entries of the journal, and the next step after each."""

from __future__ import annotations

from engine.messages import Words

DEEDS: dict[str, Words] = {
    "deed-office": Words("база", "base"),
    "deed-founded": Words("база создана, роли розданы", "database created, roles given"),
    "deed-opened": Words("{what}: {about}", "{what}: {about}"),
    "deed-moved": Words("{act} → «{stage}»{brought}", "{act} → '{stage}'{brought}"),
    "deed-stayed": Words("{act}{brought}", "{act}{brought}"),
    "deed-waived": Words("с разрешения: {who}, {why}, по {until}", "with leave of {who}: {why}, until {until}"),
    "deed-recorded": Words("внесено: {kind} {record}{text}", "recorded: {kind} {record}{text}"),
    "deed-linked": Words("{record} опирается на {to}", "{record} points back to {to}"),
    "deed-evidenced": Words("подтверждение «{title}» к {record}", "evidence '{title}' of {record}"),
    "deed-planned": Words("в план этапа «{stage}»: {task}", "planned for '{stage}': {task}"),
    "deed-corrected": Words("исправлено {record}: {what}", "put right {record}: {what}"),
    "deed-answers": Words("ответы, которые применяются: {rules}", "answers that hold: {rules}"),
    "deed-undone": Words("отменено действие {intent}", "intent {intent} taken back"),
    "deed-redone": Words("возвращено действие {intent}", "intent {intent} brought back"),
    "deed-by": Words("{by} (ввод: {typed})", "{by} (typed by {typed})"),
    "done-deed": Words("{mark} {id}: {deed}", "{mark} {id}: {deed}"),
    "done-deed-by": Words("{mark} {id}: {deed} — {by}", "{mark} {id}: {deed} – {by}"),
    "done-intent": Words(
        "Действие {intent}. Отменить: resheno undo {intent}", "Intent {intent}. Take it back: resheno undo {intent}"
    ),
    "done-more": Words(
        "  … и ещё {count} {count:запись|записи|записей}: resheno log {intent}",
        "  … and {count} more {count:entry|entries}: resheno log {intent}",
    ),
    "done-undone": Words(
        "{mark} Отменено {id}: {what}. Вернуть: resheno redo {id}",
        "{mark} Taken back {id}: {what}. Bring it back: resheno redo {id}",
    ),
    "done-redone": Words(
        "{mark} Возвращено {id}: {what}. Отменить: resheno undo {id}",
        "{mark} Brought back {id}: {what}. Take it back: resheno undo {id}",
    ),
    "after-accept": Words(
        'resheno task report {id} --text "что сделано"', 'resheno task report {id} --text "what was done"'
    ),
    "after-deliver": Words("resheno task accept {id}", "resheno task accept {id}"),
    "after-return": Words(
        'resheno task report {id} --text "что сделано"', 'resheno task report {id} --text "what was done"'
    ),
    "after-report": Words("resheno task confirm {id} --evidence ФАЙЛ", "resheno task confirm {id} --evidence FILE"),
    "after-advance": Words("resheno why {id}", "resheno why {id}"),
    "after-task": Words("resheno task accept {id}", "resheno task accept {id}"),
    "after-cycle": Words("resheno why {id}", "resheno why {id}"),
    "after-record": Words(
        'resheno evidence add {record} --title "название документа"',
        'resheno evidence add {record} --title "name of the document"',
    ),
    "after-evidence": Words("resheno why {id}", "resheno why {id}"),
}
