"""Words about people: the register, who holds which role, who stands in for whom, what waits for them."""

from __future__ import annotations

from engine.messages import Words

_REFUSALS: dict[str, Words] = {
    "name-taken": Words(
        "«{name}» уже есть: {who}. Двух одинаковых имён быть не может: кого ни назови, неясно, о ком речь.",
        "there is a '{name}' already: {who}. No two may bear one name: nobody could say which of them is meant.",
        "добавьте к имени то, чем эти двое различаются",
        "add to the name what tells the two apart",
        "E-160",
    ),
    "name-taken-since": Words(
        "прежнее имя «{name}» с тех пор носит {who}. Двух одинаковых имён быть не может.",
        "the name '{name}' is borne by {who} since. No two may bear one name.",
        "сначала исправьте это имя: resheno person edit {who} --name …",
        "put that name right first: resheno person edit {who} --name …",
        "E-165",
    ),
    "name-by-hand": Words(
        "правку имени не вводят и не меняют как материал: за ней следует реестр.",
        "a name put right is neither added nor edited as a record: the register follows it.",
        "исправьте имя ещё раз: resheno person edit; отменить правку: resheno undo",
        "put the name right again: resheno person edit; to take it back: resheno undo",
        "E-166",
    ),
    "not-held": Words(
        "{who} не исполняет роль «{role}».",
        "{who} does not hold the role '{role}'.",
        "resheno role list --all",
        "resheno role list --all",
        "E-161",
    ),
    "delegation-endless": Words(
        "замещение без срока не записывается.",
        "standing in for somebody needs a last day.",
        "укажите его: --until ДЕНЬ",
        "state it: --until DAY",
        "E-162",
    ),
    "delegation-to-oneself": Words(
        "{who} не может замещать себя.",
        "{who} cannot stand in for themselves.",
        "назовите того, кто замещает",
        "name who stands in",
        "E-163",
    ),
    "term-turned": Words(
        "последний день раньше первого: {since} и {until}.",
        "the last day is earlier than the first: {since} and {until}.",
        "исправьте --from или --until",
        "put --from or --until right",
        "E-164",
    ),
    "waiver-unfounded": Words(
        "не сказано, почему {who} разрешает отступление.",
        "it is not said why {who} gives leave.",
        "добавьте --reason «почему»",
        "add --reason 'why'",
        "E-041",
    ),
    "name-mixed": Words(
        "«{name}»: в слове «{word}» буквы другого алфавита или цифры ({letters}). На вид имя то же, а человек другой.",
        "'{name}': letters of another alphabet or digits in '{word}' ({letters}). It reads as one name and is another.",
        "наберите слово заново, одним алфавитом; латинские буквы похожи на русские: A, B, C, E, H, K, M, O, P, T, X",
        "type the word again in one alphabet; Latin and Russian letters look alike: A, B, C, E, H, K, M, O, P, T, X",
        "E-167",
    ),
    "name-signs": Words(
        "«{name}»: в имени есть перенос строки, невидимый знак или буква чужого алфавита ({signs}).",
        "'{name}': there is a line break, an unseen sign or a letter of another alphabet in the name ({signs}).",
        "наберите имя заново, в одну строку, русскими или латинскими буквами",
        "type the name again on one line, in Russian or Latin letters",
        "E-168",
    ),
    "name-long": Words(
        "имя длиннее {most} знаков ({count}): «{start}…».",
        "the name is longer than {most} signs ({count}): '{start}…'.",
        "назовите короче; подробности – в должность: --position",
        "make it shorter; details go into the position: --position",
        "E-169",
    ),
    "name-many": Words(
        "под «{given}» подходят несколько: {names}.",
        "'{given}' could be any of these: {names}.",
        "назовите номер или имя полностью",
        "give the id, or the whole name",
        "E-040",
    ),
}

_AILMENTS: dict[str, Words] = {
    "doctor-one-keeper": Words(
        "файл хранит {who}, и контрольных точек больше ни у кого нет: подмену журнала некому заметить (SOD-6)",
        "{who} keeps the file and nobody else keeps checkpoints: who would notice another journal (SOD-6)",
        'resheno role grant checkpoint_keeper "кто"; ему отдавайте resheno journal checkpoint',
        'resheno role grant checkpoint_keeper "who"; hand them resheno journal checkpoint',
        "D-15",
    ),
    "doctor-no-head": Words(
        "руководитель не назван: отступление может разрешить кто угодно, кроме того, кто действует",
        "no head is named: anybody but whoever acts may give leave from a requirement",
        'resheno role grant head "кто"',
        'resheno role grant head "who"',
        "D-16",
    ),
    "doctor-stand-in-over": Words(
        "замещение кончилось {until}: {who} за {whose}; на нём ещё стоят открытые дела, их {count}",
        "standing in is over since {until}: {who} for {whose}; open cases still stand on it: {count}",
        "resheno role delegate {role} {whose_id} {who_id} --until ДЕНЬ",
        "resheno role delegate {role} {whose_id} {who_id} --until DAY",
        "D-17",
    ),
}

_ROLES: dict[str, Words] = {
    "role-clerk": Words("делопроизводитель", "clerk"),
    "role-controller": Words("контролёр", "controller"),
    "role-curator": Words("куратор", "curator"),
    "role-head": Words("руководитель", "head"),
    "role-role_admin": Words("администратор ролей", "role administrator"),
    "role-file_keeper": Words("хранитель файла", "file keeper"),
    "role-checkpoint_keeper": Words("держатель точки", "checkpoint keeper"),
    "role-operator": Words("основатель базы", "founder of the database"),
    "role-organisation": Words("чья база", "whose database it is"),
}

_TALK: dict[str, Words] = {
    "type-person": Words("человек", "person"),
    "type-org": Words("организация", "organisation"),
    "type-group": Words("группа", "group"),
    "party-added": Words("{mark} {id}: {name}", "{mark} {id}: {name}"),
    "party-there": Words(
        "{id}: {name} – уже есть, ничего не добавлено. Однофамилец? Допишите отличие: «{name} (методист)»",
        "{id}: {name} is there, nothing was added. Somebody else? Add what tells them apart: '{name} (methodologist)'",
    ),
    "party-dry": Words(
        "Проба, ничего не записано. Было бы: {name}", "Dry run, nothing recorded. There would be: {name}"
    ),
    "party-as-it-was": Words(
        "{id}: {name} – всё так и есть, ничего не записано", "{id}: {name} is so, nothing was recorded"
    ),
    "tenure-now": Words("сейчас", "now"),
    "tenure-over": Words("кончилось", "over"),
    "tenure-ahead": Words("впереди", "ahead"),
    "tenure-idle": Words("не действует: роль снята", "idle: the role is withdrawn"),
    "person-roles": Words("Роли", "Roles"),
    "person-stand-ins": Words("Кто замещает", "Who stands in"),
    "person-waits": Words("Ждёт", "What waits"),
    "deed-tenure": Words("{who}: роль «{role}»{term}{instead}", "{who}: role '{role}'{term}{instead}"),
    "deed-from": Words(" с {day}", " from {day}"),
    "deed-until": Words(" по {day}", " until {day}"),
    "deed-instead": Words(", замещает: {whose}", ", stands in for {whose}"),
    "deed-tenure-ended": Words("{who}: роль «{role}» по {until}", "{who}: role '{role}' until {until}"),
    "deed-put-right": Words("{id}, исправлено в реестре: {what}", "{id}, put right in the register: {what}"),
    "deed-name": Words("{before} → {after}", "{before} → {after}"),
    "deed-position": Words("должность {before} → {after}", "position {before} → {after}"),
    "deed-quoted": Words("«{value}»", "'{value}'"),
    "deed-nothing": Words("не указана", "none"),
    "person-names": Words("Что исправлено", "What was put right"),
    "deed-waiver": Words(
        "отступление от {duties} по {until}: разрешил {who}, {why}",
        "leave from {duties} until {until}: given by {who}, {why}",
    ),
    "identity-claimed": Words("заявлено", "claimed"),
    "identity-authenticated": Words("вход подтверждён", "authenticated"),
    "identity-signed": Words("подписано", "signed"),
    "word-role": Words("роль", "role"),
    "word-duty": Words("обязанность", "duty"),
}

_COLUMNS: dict[str, Words] = {
    "col-role-name": Words("Роль", "Role"),
    "col-roles": Words("Роли", "Roles"),
    "col-position": Words("Должность", "Position"),
    "col-type-title": Words("Кто", "What"),
    "col-party-name": Words("Кто", "Who"),
    "col-since": Words("С", "From"),
    "col-until": Words("По", "Until"),
    "col-instead-of-name": Words("Замещает", "Stands in for"),
    "col-counts": Words("Когда", "When"),
    "col-identity-told": Words("Личность", "Identity"),
    "col-sentence": Words("Требование", "Requirement"),
    "col-judged": Words("Где проверяется", "Where it is judged"),
    "col-leave": Words("Отступления", "Leave"),
    "col-relation-told": Words("Где", "Where"),
    "col-act-title": Words("Что сделать", "What to do"),
    "col-as-role": Words("Как", "As"),
}

_DUTIES: dict[str, Words] = {
    "duty-keepers": Words(
        "хранит файл не единственный держатель точки", "someone who is not the only checkpoint keeper keeps the file"
    ),
    "duty-roles": Words("роли", "roles"),
    "duty-at-all": Words("любое действие в деле: {of}", "every act in a case: {of}"),
    "duty-at-arrow": Words("переход: {of}", "arrow: {of}"),
    "duty-at-record": Words("материал: {of}", "record: {of}"),
    "duty-at-office": Words("выдача и снятие роли, resheno doctor", "granting and withdrawing a role, resheno doctor"),
    "leave-counts": Words("{id}: разрешил {who} по {until}, {why}", "{id}: leave of {who} until {until}, {why}"),
    "leave-over": Words("{id}: срок вышел {until} (разрешил {who}, {why})", "{id}: over since {until} ({who}, {why})"),
    "leave-ended": Words(
        "{id}: больше не действует, работает не один человек (разрешил {who}, {why})",
        "{id}: no longer counts, there is more than one person ({who}, {why})",
    ),
    "audit-apart": Words("Не разделены обязанности {duties}.", "Duties that are not kept apart: {duties}."),
    "audit-apart-again": Words("Снова разделены обязанности {duties}.", "Duties that are kept apart again: {duties}."),
    "audit-leave-counts": Words(
        "{case}: отступление от требования «{requirement}» по {until}, разрешил {who}: {why}",
        "{case}: leave from '{requirement}' until {until}, given by {who}: {why}",
    ),
    "audit-leave-kept": Words(
        "{case}: отступление от требования «{requirement}» было по {until}, теперь оно выполнено ({who}: {why})",
        "{case}: there was leave from '{requirement}' until {until}, it holds by now ({who}: {why})",
    ),
    "audit-leave-broken": Words(
        "{case}: срок отступления вышел {until}, требование «{requirement}» не выполнено ({who}: {why})",
        "{case}: leave ran out on {until}, '{requirement}' does not hold ({who}: {why})",
    ),
    "access-own": Words("в своём деле", "own cases"),
    "access-office": Words("в любом деле", "any case"),
    "access-all-stages": Words("на любом этапе", "at any stage"),
    "access-workspace": Words("рабочее место", "workspace"),
    "access-deny": Words("Чего нет в таблице, того нельзя никому.", "What no row allows, nobody may do."),
}

PEOPLE: dict[str, Words] = {**_REFUSALS, **_AILMENTS, **_ROLES, **_DUTIES, **_TALK, **_COLUMNS}
