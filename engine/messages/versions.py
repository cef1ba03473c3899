"""Words for versions of a definition: what differs, what a case needs to be taken over, why it cannot be."""

from __future__ import annotations

from engine.messages import Words

_CHANGES: dict[str, Words] = {
    "change-title": Words("название: «{before}» → «{after}»", "title: '{before}' → '{after}'"),
    "change-subject": Words("о чём дело: {before} → {after}", "subject of a case: {before} → {after}"),
    "change-order": Words("порядок этапов: {before} стало {after}", "order of the stages: {before} became {after}"),
    "change-stage-added": Words("новый этап «{name}» ({code})", "new stage '{name}' ({code})"),
    "change-stage-removed": Words(
        "этапа «{name}» ({code}) больше нет, с ним и его переходов",
        "the stage '{name}' ({code}) is gone, and its arrows with it",
    ),
    "change-stage-code": Words(
        "этап «{name}» теперь с кодом {code} (был {was}); дела переведёт --map {was}={code}",
        "the stage '{name}' now goes by the code {code} (was {was}); cases are taken over with --map {was}={code}",
    ),
    "change-stage-title": Words(
        "этап {code}: «{before}» теперь «{after}»", "stage {code}: '{before}' is now '{after}'"
    ),
    "change-stage-final": Words("этап «{name}» теперь завершает дело", "the stage '{name}' now ends a case"),
    "change-stage-not-final": Words(
        "этап «{name}» больше не завершает дело", "the stage '{name}' no longer ends a case"
    ),
    "change-stage-produces": Words(
        "материалы этапа «{name}»: {before} → {after}", "records of the stage '{name}': {before} → {after}"
    ),
    "change-stage-requires": Words(
        "этап «{name}» теперь требует: {requirement}", "the stage '{name}' now requires: {requirement}"
    ),
    "change-stage-requires-no-more": Words(
        "этап «{name}» больше не требует: {requirement}", "the stage '{name}' no longer requires: {requirement}"
    ),
    "change-stage-expects": Words(
        "на этапе «{name}» теперь ожидается ({weight}): {requirement}",
        "in the stage '{name}' it is now expected ({weight}): {requirement}",
    ),
    "change-stage-expects-no-more": Words(
        "на этапе «{name}» больше не ожидается ({weight}): {requirement}",
        "in the stage '{name}' it is no longer expected ({weight}): {requirement}",
    ),
    "change-arrow-added": Words("новый переход «{name}»: {way}, {role}", "new arrow '{name}': {way}, {role}"),
    "change-arrow-removed": Words("перехода «{name}» ({way}) больше нет", "the arrow '{name}' ({way}) is gone"),
    "change-arrow-role": Words(
        "переход «{name}» ({way}): кто — {before} → {after}", "arrow '{name}' ({way}): by {before} → {after}"
    ),
    "change-arrow-asks": Words(
        "переход «{name}» ({way}) просит: {before} → {after}", "arrow '{name}' ({way}) asks: {before} → {after}"
    ),
    "change-arrow-takes": Words(
        "переход «{name}» ({way}) принимает: {before} → {after}", "arrow '{name}' ({way}) takes: {before} → {after}"
    ),
    "change-arrow-sets": Words(
        "переход «{name}» ({way}) записывает: {before} → {after}", "arrow '{name}' ({way}) sets: {before} → {after}"
    ),
    "change-arrow-then": Words(
        "переход «{name}» ({way}), что потом: {before} → {after}",
        "arrow '{name}' ({way}), afterwards: {before} → {after}",
    ),
    "change-arrow-requires": Words(
        "переход «{name}» ({way}) теперь требует: {requirement}",
        "the arrow '{name}' ({way}) now requires: {requirement}",
    ),
    "change-arrow-requires-no-more": Words(
        "переход «{name}» ({way}) больше не требует: {requirement}",
        "the arrow '{name}' ({way}) no longer requires: {requirement}",
    ),
    "change-role-added": Words("новая роль «{name}» ({code}): {after}", "new role '{name}' ({code}): {after}"),
    "change-role-held": Words(
        "роль «{name}» ({code}) держит: {before} → {after}", "role '{name}' ({code}) is held by: {before} → {after}"
    ),
    "change-role-removed": Words("роли «{name}» ({code}) больше нет", "the role '{name}' ({code}) is gone"),
    "change-field-added": Words("новое поле «{name}» ({code}): {after}", "new field '{name}' ({code}): {after}"),
    "change-field": Words("поле «{name}» ({code}): {before} → {after}", "field '{name}' ({code}): {before} → {after}"),
    "change-field-removed": Words("поля «{name}» ({code}) больше нет", "the field '{name}' ({code}) is gone"),
    "change-record-added": Words("новый вид материала «{name}» ({code})", "new kind of record '{name}' ({code})"),
    "change-record-links": Words(
        "«{name}» ({code}) опирается на: {before} → {after}", "'{name}' ({code}) points back to: {before} → {after}"
    ),
    "change-record-prefix": Words(
        "номера материала «{name}» ({code}): {before} → {after}", "ids of '{name}' ({code}): {before} → {after}"
    ),
    "change-record-removed": Words(
        "вида материала «{name}» ({code}) больше нет", "the kind of record '{name}' ({code}) is gone"
    ),
}

_TALK: dict[str, Words] = {
    "same-definition": Words("{first} и {second}: различий нет", "{first} and {second}: no difference"),
    "differ-definition": Words(
        "{first} и {second}: {count} {count:различие|различия|различий}",
        "{first} and {second}: {count} {count:difference|differences}",
    ),
    "published": Words(
        "{mark} Записан {name}@{version}. Начатые дела остаются в своей версии.\n"
        "Перевести их: resheno case migrate --all --to {version} -n",
        "{mark} Recorded {name}@{version}. Cases already begun keep theirs.\n"
        "Take them over: resheno case migrate --all --to {version} -n",
    ),
    "col-because": Words("Почему", "Because"),
    "word-version": Words("версия", "version"),
    "published-before": Words("{name}@{version} уже записан", "{name}@{version} is already recorded"),
    "publish-dry": Words(
        "Проба, ничего не записано. Был бы записан {name}@{version}",
        "Dry run, nothing recorded. {name}@{version} would be recorded",
    ),
    "role-granted": Words(
        "Роль «{role}» никто не держал, теперь держит: {who}", "Nobody held the role '{role}', now held by: {who}"
    ),
    "deed-migrated": Words("переведено на {version}, этап «{stage}»", "taken over to {version}, stage '{stage}'"),
    "migrate-sum": Words(
        "Можно {safe}, можно с заменой этапов {mapped}, нельзя {impossible}.",
        "Safe {safe}, safe with a mapping {mapped}, impossible {impossible}.",
    ),
    "migrate-parted": Words(
        "Будет переведено {going}, останется в своей версии {count}; почему, сказано у каждого.",
        "{going} to be taken over, {count} to stay in their version; each says why.",
    ),
    "migrate-where-possible": Words(
        "Перевести те дела, которые можно ({going}), а остальные ({count}) оставить в своей версии: {command}",
        "To take over those that can be ({going}) and leave the others ({count}) in their version: {command}",
    ),
    "migrate-stay": Words("Остаются в своей версии ({count}): {cases}", "Stay in their version ({count}): {cases}"),
    "migrate-how": Words("Перевести: {command}", "To take them over: {command}"),
    "migrate-safe": Words("можно", "safe"),
    "migrate-mapped": Words("можно с {mapping}", "safe with {mapping}"),
    "migrate-impossible": Words("нельзя", "impossible"),
    "migrate-nothing": Words(
        "Переводить нечего: все дела уже в {version}", "Nothing to take over: all are in {version}"
    ),
    "migrate-there": Words("{cases}: уже в этой версии ({version})", "{cases}: in this version already ({version})"),
    "migrate-elsewhere": Words(
        "{cases}: по другому регламенту, версия {version} не для них",
        "{cases}: by another workflow, version {version} is not theirs",
    ),
    "migrate-note-trust": Words("новый этап «{name}» пройден на доверии", "the new stage '{name}' is passed on trust"),
    "migrate-note-missing": Words(
        "не указано новое поле «{name}»{record}", "the new field '{name}' is not stated{record}"
    ),
}

_REFUSALS: dict[str, Words] = {
    "migrate-stage-gone": Words(
        "{case} на этапе «{name}» ({code}), в новой версии его нет.",
        "{case} stands in '{name}' ({code}), which the new version has not.",
        "назовите этап, который его заменит: --map {code}={proposed}",
        "name the stage that takes its place: --map {code}={proposed}",
        "E-141",
    ),
    "migrate-would-end": Words(
        "{case}: этап «{name}» завершает дело, а оно не завершено.",
        "{case}: the stage '{name}' ends a case, and this one has not ended.",
        "выберите для него другой этап: --map {code}=…",
        "choose another stage for it: --map {code}=…",
        "E-143",
    ),
    "migrate-would-begin": Words(
        "{case} завершено, а этап «{name}» дела не завершает.",
        "{case} has ended, and the stage '{name}' does not end a case.",
        "оставьте его в своей версии",
        "leave it in its own version",
        "E-144",
    ),
    "migrate-plan-gone": Words(
        "{case}: на этап {code} запланировано {task}, в новой версии этого этапа нет.",
        "{case}: {task} is planned for the stage {code}, which the new version has not.",
        "назовите этап, который его заменит: --map {code}={proposed}",
        "name the stage that takes its place: --map {code}={proposed}",
        "E-145",
    ),
    "migrate-subject": Words(
        "{case}: в новой версии дело иначе определяется: {before} → {after}.",
        "{case}: the new version tells its cases apart by other fields: {before} → {after}.",
        "заведите новое дело",
        "start a new case",
        "E-146",
    ),
    "migrate-kind-gone": Words(
        "{case}: {record} — материал вида «{name}» ({code}), в новой версии такого вида нет.",
        "{case}: {record} is a '{name}' ({code}), which the new version has not.",
        "верните этот вид материала в новую версию",
        "keep this kind of record in the new version",
        "E-147",
    ),
    "migrate-field-gone": Words(
        "{case}: указано поле «{name}» ({code}), в новой версии его нет{record}.",
        "{case}: the field '{name}' ({code}) is stated, and the new version has not got it{record}.",
        "верните это поле в новую версию",
        "keep this field in the new version",
        "E-148",
    ),
    "migrate-field-misfits": Words(
        "{case}: в поле «{name}» ({code}) записано «{value}», новая версия такого не принимает{record}.",
        "{case}: the field '{name}' ({code}) says '{value}', which the new version does not take{record}.",
        "исправьте значение или оставьте прежний вид поля",
        "put the value right, or keep the field as it was",
        "E-149",
    ),
    "migrate-link-misplaced": Words(
        "{case}: {record} опирается на {to}, новая версия такой связи не знает.",
        "{case}: {record} points back to {to}, and the new version knows no such link.",
        "верните эту связь (back) в новую версию",
        "keep this link (back) in the new version",
        "E-150",
    ),
    "migrate-map-unknown": Words(
        "этапа {code}, названного в --map, в новой версии нет: {known}.",
        "the stage {code}, named in --map, is not in the new version: {known}.",
        "назовите один из них",
        "name one of them",
        "E-151",
    ),
    "migrate-none": Words(
        "ни одно из дел ({count}) перевести нельзя.",
        "none of the cases ({count}) can be taken over.",
        "почему, сказано у каждого: resheno case migrate … -n",
        "each says why: resheno case migrate … -n",
        "E-153",
    ),
    "version-kept": Words(
        "{name}@{version} уже записан, и после него есть более новый.",
        "{name}@{version} is already recorded, with a newer one after it.",
        "чтобы вернуться к нему, измените в файле название регламента и запишите как новый"
        " (файл поставляемого: resheno workflow export {name} -o {name}.yaml)",
        "to go back to it, change the title in the file and record it as a new one"
        " (the shipped file: resheno workflow export {name} -o {name}.yaml)",
        "E-152",
    ),
}

_USAGE: dict[str, Words] = {
    "bad-map": Words(
        "«{given}» — не пара этапов.",
        "'{given}' is no pair of stages.",
        "напишите --map прежний=новый",
        "write --map old=new",
        "E-034",
    ),
    "migrate-which": Words(
        "не сказано, какие дела перевести.",
        "it is not said which cases to take over.",
        "назовите их номера или все: resheno case migrate --all --to ВЕРСИЯ",
        "name their ids, or all: resheno case migrate --all --to VERSION",
        "E-035",
    ),
    "workflow-unsound": Words(
        "регламент не записан: в нём {count} {count:замечание|замечания|замечаний}.",
        "the workflow was not recorded: it has {count} {count:problem|problems}.",
        'исправьте указанные строки и повторите: resheno workflow lint "{file}"',
        'put the named lines right and repeat: resheno workflow lint "{file}"',
        "E-036",
    ),
}

VERSIONS: dict[str, Words] = {**_CHANGES, **_TALK, **_REFUSALS, **_USAGE}
