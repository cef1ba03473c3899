"""Words about people and duties: who may do what, who may not, who gave leave."""

from __future__ import annotations

from engine.messages import Words

DUTIES: dict[str, Words] = {
    "name.role.author": Words("автор", "author"),
    "name.role.role_admin": Words("администратор ролей", "administrator of roles"),
    "may-not": Words(
        "{who} не вправе {right}. Это право у роли: {allowed}.",
        "{who} may not {right}. The right goes with the role: {allowed}.",
        "назовите того, чьё это действие: --as; кому что можно: resheno role access",
        "name whose act it is: --as; who may do what: resheno role access",
        "E-130",
    ),
    "waiver-own": Words(
        "{who} не может разрешить отступление самому себе или тому, за кого вводит.",
        "{who} cannot give leave to themselves, nor to whom they type for.",
        "назовите другого: --waive КТО",
        "name somebody else: --waive WHO",
        "E-131",
    ),
    "waiver-no-head": Words(
        "{who} не может разрешать отступления: это дело роли «{role}».",
        "{who} cannot give leave: that is for the {role}.",
        "resheno role list head",
        "resheno role list head",
        "E-132",
    ),
    "waiver-over": Words(
        "разрешение кончилось раньше действия: {until} раньше {day}.",
        "the leave ended before the act: {until} is earlier than {day}.",
        "укажите день не раньше: --until {day}",
        "state a day not before it: --until {day}",
        "E-133",
    ),
    "keeper-alone": Words(
        "кто хранит файл, не может быть единственным держателем точки: {who}.",
        "who keeps the file may not be the only holder of checkpoints: {who}.",
        "сначала дайте роль другому: resheno role grant checkpoint_keeper КТО",
        "give the role to another first: resheno role grant checkpoint_keeper WHO",
        "E-134",
    ),
    "undo-not-yours": Words(
        "{intent} ввёл другой человек: отменить и вернуть может тот, кто ввёл, делопроизводитель или контролёр.",
        "{intent} was typed by somebody else: it is for them, a clerk or a controller to take back and bring back.",
        "пусть отменит тот, кому можно: resheno role list",
        "have it done by who may: resheno role list",
        "E-135",
    ),
    "nobody-grants": Words(
        "с {day} роли стало бы некому выдавать и снимать.",
        "from {day} on there would be nobody to grant and withdraw roles.",
        "сначала дайте это право другому, без последнего дня: resheno role grant role_admin КТО",
        "give the right to somebody else first, without a last day: resheno role grant role_admin WHO",
        "E-136",
    ),
    "right-of-nobody": Words("ни у кого", "nobody's"),
    "right.open": Words("заводить дело", "open a case"),
    "right.record": Words("вносить материалы", "add records"),
    "right.link": Words("связывать материалы", "link records"),
    "right.prove": Words("прикладывать подтверждения", "add evidence"),
    "right.plan": Words("вписывать в план", "plan"),
    "right.correct": Words("исправлять", "put right what was recorded"),
    "right.migrate": Words("переводить дела на другую версию регламента", "migrate cases to another version"),
    "right.grant": Words("выдавать роли", "grant roles"),
    "right.withdraw": Words("снимать роли", "withdraw roles"),
    "right.delegate": Words("назначать замещение", "let somebody stand in"),
    "right.waive": Words("освобождать от обязанностей", "give leave from duties"),
    "right.register": Words("вести справочник людей и организаций", "keep the register of people and organisations"),
    "right.publish": Words("вводить в действие версии регламентов", "publish versions of regulations"),
    "right.answer": Words("отвечать на сомнения за всё управление", "answer doubts for the whole office"),
    "right.undo": Words("отменять действия", "take back intents"),
    "right.redo": Words("возвращать отменённое", "bring back what was taken back"),
    "change-case-requires": Words(
        "каждое действие в деле теперь требует: {requirement}", "every act in a case now requires: {requirement}"
    ),
    "change-case-requires-no-more": Words(
        "действия в деле больше не требуют: {requirement}", "acts in a case no longer require: {requirement}"
    ),
    "change-arrow-act": Words(
        "переход «{name}» ({code}) называется: {before} → {after}",
        "arrow '{name}' ({code}) is called: {before} → {after}",
    ),
    "change-record-act": Words(
        "внести «{name}» ({code}) называется: {before} → {after}",
        "to add '{name}' ({code}) is called: {before} → {after}",
    ),
    "change-record-requires": Words(
        "«{name}» ({code}) теперь требует: {requirement}", "'{name}' ({code}) now requires: {requirement}"
    ),
    "change-record-requires-no-more": Words(
        "«{name}» ({code}) больше не требует: {requirement}", "'{name}' ({code}) no longer requires: {requirement}"
    ),
    "change-access-given": Words("{name}: теперь можно {right} ({after})", "{name}: may now {right} ({after})"),
    "change-access-taken": Words("{name}: больше нельзя {right}", "{name}: may no longer {right}"),
    "change-access": Words(
        "{name}: где можно {right}: {before} → {after}", "{name}: where they may {right}: {before} → {after}"
    ),
    "role-vacant": Words(
        "Роль «{role}» никому не дана: resheno role grant", "Nobody holds the role '{role}': resheno role grant"
    ),
    "action-nobody-may": Words(
        "никому не дано право {found}: в разделе access нет такой строки",
        "nobody may {found}: no row of access says so",
        "- {{role: …, may: [{found}]}}",
        "- {{role: …, may: [{found}]}}",
        "E-463",
    ),
    "founding-waiver": Words(
        "пока в управлении один сотрудник, вторым лицом быть некому",
        "while the office is one person, there is nobody to be the second",
    ),
}
