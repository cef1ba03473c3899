"""Words for the findings of the audit: `gap-…` over the cases on file, `paper-…` over one document, and of links."""

from __future__ import annotations

from engine.messages import Words

AUDIT: dict[str, Words] = {
    "gap-no-cycle": Words(
        ru="{stage}: этапа нет, цикл по механизму {mechanism} за {period} не открыт",
        en="{stage}: the stage is absent, no cycle was opened for mechanism {mechanism} in {period}",
        fix_ru='откройте цикл: resheno case start "{organisation}" {mechanism} {period}',
        fix_en='open the cycle: resheno case start "{organisation}" {mechanism} {period}',
        number="E-201",
    ),
    "gap-absent": Words(
        ru="{stage}: этапа нет, ни материала, ни поручения",
        en="{stage}: the stage is absent, there is neither a record nor an assignment",
        fix_ru="внесите материал ({kind}): resheno record add {case} --kind {kind_code} ТЕКСТ",
        fix_en="add a record ({kind}): resheno record add {case} --kind {kind_code} TEXT",
        number="E-202",
    ),
    "gap-skipped": Words(
        ru="{stage}: этапа нет, а более поздний этап «{later}» уже запланирован",
        en="{stage}: the stage is absent, but the later stage '{later}' is already planned",
        fix_ru="внесите материал ({kind}): resheno record add {case} --kind {kind_code} ТЕКСТ",
        fix_en="add a record ({kind}): resheno record add {case} --kind {kind_code} TEXT",
        number="E-203",
    ),
    "gap-out-of-order": Words(
        ru="{stage}: этапа нет, а материал более позднего этапа «{later}» уже внесён – порядок нарушен",
        en="{stage}: the stage is absent, but the later stage '{later}' has records: out of order",
        fix_ru="внесите недостающий материал ({kind}): resheno record add {case} --kind {kind_code} ТЕКСТ",
        fix_en="add the missing record ({kind}): resheno record add {case} --kind {kind_code} TEXT",
        number="E-204",
    ),
    "gap-on-trust": Words(
        ru="{stage}: этап принят на веру при открытии цикла, материала нет",
        en="{stage}: the stage was taken on trust when the cycle was opened, there is no record",
        fix_ru="внесите материал ({kind}) с подтверждением: resheno record add {case} --kind {kind_code} ТЕКСТ",
        fix_en="add a record ({kind}) with its evidence: resheno record add {case} --kind {kind_code} TEXT",
        number="E-205",
    ),
    "gap-planned": Words(
        ru="{stage}: этап только запланирован ({plans}), материала ещё нет",
        en="{stage}: the stage is only planned ({plans}), there is no record yet",
        fix_ru="снимите поручение с контроля по отчёту с подтверждением: resheno task confirm {task}",
        fix_en="confirm the assignment once it is reported with evidence: resheno task confirm {task}",
        number="E-206",
    ),
    "gap-decided": Words(
        ru="{stage}: этап предусмотрен решением ({plans}), но ни поручения, ни материала нет",
        en="{stage}: a decision provides for the stage ({plans}), but there is neither an assignment nor a record",
        fix_ru="внесите материал ({kind}): resheno record add {case} --kind {kind_code} ТЕКСТ",
        fix_en="add a record ({kind}): resheno record add {case} --kind {kind_code} TEXT",
        number="E-210",
    ),
    "gap-unproven": Words(
        ru="{stage}: {kind} {record} не подтверждается документом",
        en="{stage}: the {kind} {record} is not proven by any document",
        fix_ru="приложите подтверждение: resheno evidence add {record} ФАЙЛ",
        fix_en="add evidence: resheno evidence add {record} FILE",
        number="E-207",
    ),
    "gap-no-link": Words(
        ru="{stage}: {kind} {record} ни с чем не связан обратной связью вида «{back}»",
        en="{stage}: the {kind} {record} does not point back to any {back}",
        fix_ru="укажите, из чего это следует: resheno record list {case} --kind {back_code}, "
        "затем resheno record link {record} МАТЕРИАЛ",
        fix_en="say what it follows from: resheno record list {case} --kind {back_code}, "
        "then resheno record link {record} RECORD",
        number="E-208",
    ),
    "gap-waived": Words(
        ru="{stage}: этап пройден с отступлением от требования «{requirement}» (разрешил {who}: {why}, до {until})",
        en="{stage}: the requirement '{requirement}' was waived ({who}: {why}, until {until})",
        fix_ru="выполните требование до этого дня; что для него нужно: resheno case show {case}",
        fix_en="meet the requirement by that day; what it takes: resheno case show {case}",
        number="E-209",
    ),
    "gap-waiver-over": Words(
        ru="{stage}: срок отступления вышел {until}, а требование «{requirement}» так и не выполнено "
        "(разрешил {who}: {why})",
        en="{stage}: leave ran out on {until}, and the requirement '{requirement}' still does not hold ({who}: {why})",
        fix_ru="выполните требование; что для него нужно: resheno case show {case}",
        fix_en="meet the requirement; what it takes: resheno case show {case}",
        number="E-214",
    ),
    "gap-unmet": Words(
        ru="{stage}: не выполнено: «{requirement}» – {things}",
        en="{stage}: does not hold: “{requirement}” – {things}",
        fix_ru="что не так и чем исправить: resheno why {case}",
        fix_en="what is wrong and what puts it right: resheno why {case}",
        number="E-215",
    ),
    "paper-absent": Words(
        ru="{stage}: в документе нет ни одного пункта об этом этапе",
        en="{stage}: no item of the document serves this stage",
        fix_ru="дайте поручение по этапу в следующем решении или, если материал уже есть, внесите документ и материал: "
        'resheno protocol import "{file}", resheno record add ДЕЛО --kind {kind_code} ТЕКСТ',
        fix_en="give an assignment for the stage in the next decision or, if the record exists, import the document "
        'and add it: resheno protocol import "{file}", resheno record add CASE --kind {kind_code} TEXT',
        number="E-211",
    ),
    "paper-skipped": Words(
        ru="{stage}: в документе нет ни одного пункта об этом этапе, а более поздний этап «{later}» запланирован",
        en="{stage}: no item of the document serves this stage, but the later stage '{later}' is planned",
        fix_ru="убедитесь, что этап пройден, и внесите его материал: "
        'resheno protocol import "{file}", resheno record add ДЕЛО --kind {kind_code} ТЕКСТ; '
        "если не пройден – дайте поручение",
        fix_en="make sure that the stage was gone through and add its record: "
        'resheno protocol import "{file}", resheno record add CASE --kind {kind_code} TEXT; '
        "if it was not, give an assignment",
        number="E-212",
    ),
    "paper-planned": Words(
        ru="{stage}: этап только запланирован (п. {plans})",
        en="{stage}: the stage is only planned (no. {plans})",
        fix_ru="поставьте пункты на контроль и снимите с него по отчёту с подтверждением: "
        'resheno protocol import "{file}", затем resheno task confirm',
        fix_en="import the items as assignments and confirm them with their evidence: "
        'resheno protocol import "{file}", then resheno task confirm',
        number="E-213",
    ),
    "dependency-loop": Words(
        ru="пункты ждут друг друга по кругу: {loop}",
        en="items wait for each other in a loop: {loop}",
        fix_ru="уберите одну из связей: поправьте ссылку в одном из этих пунктов документа",
        fix_en="take one of the links out: correct the reference in one of these items of the document",
        number="E-221",
    ),
    "dependency-late": Words(
        ru="пункт {after} (срок {after_due}) ждёт пункта {before}, срок которого позже ({before_due})",
        en="item {after} (due {after_due}) waits for item {before}, which is due later ({before_due})",
        fix_ru="согласуйте сроки двух пунктов: перенесите один из них решением автора",
        fix_en="bring the two terms into order: have the author move one of them",
        number="E-222",
    ),
}
