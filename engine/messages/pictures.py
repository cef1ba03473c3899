"""Words for the pictures: states, marks of the legend, notes."""

from __future__ import annotations

from engine.messages import Words

PICTURES: dict[str, Words] = {
    "picture-absent": Words(ru="этапа нет", en="absent"),
    "picture-planned": Words(ru="запланировано", en="planned"),
    "picture-recorded": Words(ru="есть материал", en="recorded"),
    "picture-proven": Words(ru="подтверждено", en="proven"),
    "picture-skipped": Words(ru="этапа нет, порядок нарушен", en="absent, out of order"),
    "picture-absent-means": Words(
        ru="этапа нет: ни материала, ни поручения", en="absent: neither record nor assignment"
    ),
    "picture-planned-means": Words(
        ru="этап запланирован решением или поручением", en="planned by a decision or an assignment"
    ),
    "picture-recorded-means": Words(ru="материал есть, подтверждён не весь", en="recorded, not all of it proven"),
    "picture-proven-means": Words(ru="каждый материал подтверждён документом", en="every record proven by a document"),
    "picture-skipped-means": Words(
        ru="этап пропущен: более поздний уже пройден", en="skipped: a later stage has records"
    ),
    "picture-items": Words(ru="{n} {n:пункт|пункта|пунктов} решений", en="{n} {n:item|items} of decisions"),
    "picture-records": Words(ru="{n} {n:материал|материала|материалов}", en="{n} {n:record|records}"),
    "picture-gaps": Words(ru="{n} {n:разрыв|разрыва|разрывов}", en="{n} {n:gap|gaps}"),
    "picture-on-trust": Words(ru="принят на веру", en="taken on trust"),
    "picture-here": Words(ru="► сейчас здесь", en="► now here"),
    "picture-here-means": Words(ru="где дело стоит сейчас", en="where the case stands now"),
    "picture-next-cycle": Words(ru="следующий цикл", en="next cycle"),
    "picture-next-cycle-means": Words(ru="начало следующего дела", en="start of the next case"),
    "picture-passed-means": Words(ru="пройдено", en="gone through"),
    "picture-ahead-means": Words(ru="ещё не пройдено", en="not gone through yet"),
    "picture-act": Words(ru="{role} {act}", en="{role} {act}"),
    "picture-acts-here": Words(
        ru="{role}: {acts} – на этапах: {sources}", en="{role}: {acts} – in the stages: {sources}"
    ),
    "picture-acts-away": Words(
        ru="{role}: {acts} – с этапов: {sources}; на этап: {targets}",
        en="{role}: {acts} – from: {sources}; to: {targets}",
    ),
    "picture-acts-back": Words(
        ru="{role}: {acts} – с любого этапа на любой более ранний",
        en="{role}: {acts} – from any stage to any earlier one",
    ),
    "picture-item": Words(ru="п. {path}", en="item {path}"),
    "picture-due": Words(ru="срок {due}", en="due {due}"),
    "picture-protocol": Words(
        ru="{id} · {body} · {kind} № {number} от {date}", en="{id} · {body} · {kind} No. {number} of {date}"
    ),
    "picture-dependencies": Words(ru="Что чего ждёт", en="What waits for what"),
    "picture-explicit-means": Words(ru="следует из слов документа", en="stated by the document"),
    "picture-offered-means": Words(
        ru="предложено программой, не обязательно", en="offered by the program, not enforced"
    ),
    "picture-late": Words(ru="сроки спорят", en="terms conflict"),
    "picture-late-means": Words(
        ru="сроки спорят: то, чего ждут, должно быть готово позже", en="terms conflict: what is waited for is due later"
    ),
    "picture-critical-means": Words(ru="цепочка, которая кончается последней", en="the chain that ends last"),
    "picture-critical": Words(ru="Последней кончается цепочка: {chain}", en="The chain that ends last: {chain}"),
    "picture-alone": Words(
        ru="Без связей и не показано: {n} {n:пункт|пункта|пунктов}",
        en="Without links and not shown: {n} {n:item|items}",
    ),
    "picture-no-links": Words(ru="Ни один пункт не ждёт другого", en="No item waits for another"),
    "picture-state-registered": Words(ru="на контроле", en="registered"),
    "picture-state-delivered": Words(ru="доведено", en="delivered"),
    "picture-state-in_work": Words(ru="в работе", en="in work"),
    "picture-state-reported": Words(ru="отчёт сдан", en="reported"),
    "picture-state-closed": Words(ru="снято с контроля", en="closed"),
    "picture-state-overdue": Words(ru="просрочено", en="overdue"),
    "picture-faults": Words(ru="{file} · {n} {n:замечание|замечания|замечаний}", en="{file} · {n} {n:fault|faults}"),
    "picture-no-faults": Words(ru="{file} · замечаний нет", en="{file} · no faults"),
    "picture-more-faults": Words(
        ru="… и ещё {n} {n:замечание|замечания|замечаний}: resheno workflow lint",
        en="… and {n} more {n:fault|faults}: resheno workflow lint",
    ),
    "picture-fault": Words(ru="{n:замечание|замечания|замечания} {numbers}", en="{n:fault|faults} {numbers}"),
    "picture-fault-told": Words(ru="{number}. {text} (строка {line})", en="{number}. {text} (line {line})"),
    "picture-start": Words(ru="начало", en="start"),
    "picture-end": Words(ru="конец", en="end"),
    "picture-nobody": Words(ru="никто ({role})", en="nobody ({role})"),
    "picture-waits-for": Words(ru="ждёт: {kind}", en="waits for: {kind}"),
    "picture-faulty-means": Words(ru="этап, к которому относится замечание", en="a stage that a fault is about"),
    "picture-aside-means": Words(ru="этап, на который не попасть", en="a stage that no case comes to"),
    "picture-way-means": Words(ru="путь, на котором это происходит", en="the way on which it happens"),
    "picture-waits-means": Words(
        ru="этап ждёт того, что даёт другой, и не дождётся", en="a stage waits for what another gives, in vain"
    ),
    "picture-no-graphviz": Words(
        ru="рисовать нечем: нет ни программы dot, ни {program}",
        en="there is nothing to draw with: neither dot nor {program}",
        fix_ru="установите resheno заново вместе с его зависимостями или поставьте Graphviz",
        fix_en="install resheno again with its dependencies, or install Graphviz",
        number="E-291",
    ),
    "picture-too-large": Words(
        ru="рисунок слишком велик: {boxes} {boxes:блок|блока|блоков}, {arrows} {arrows:стрелка|стрелки|стрелок}.",
        en="the picture is too large: {boxes} {boxes:box|boxes}, {arrows} {arrows:arrow|arrows}.",
        fix_ru="сохраните его текстом для Mermaid (-o схема.mmd), PNG — рисунком SVG (-o схема.svg) "
        "или нарисуйте часть: resheno draw НОМЕР",
        fix_en="save it as text for Mermaid (-o picture.mmd), a PNG as SVG (-o picture.svg), "
        "or draw a part: resheno draw ID",
        number="E-292",
    ),
    "picture-undrawn": Words(
        ru="рисунок не получился: {detail}",
        en="the picture was not drawn: {detail}",
        fix_ru="сохраните его текстом для Mermaid: -o схема.mmd; чем рисуем, скажет resheno doctor",
        fix_en="save it as text for Mermaid: -o picture.mmd; resheno doctor says what we draw with",
        number="E-293",
    ),
}
