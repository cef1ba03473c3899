"""Words for the pictures: states, marks of the legend, notes."""

from __future__ import annotations

from engine.messages import Words

PICTURES: dict[str, Words] = {
    "picture-absent": Words(ru="нет", en="absent"),
    "picture-planned": Words(ru="запланировано", en="planned"),
    "picture-recorded": Words(ru="есть материал", en="recorded"),
    "picture-proven": Words(ru="подтверждено", en="proven"),
    "picture-absent-means": Words(ru="этапа нет", en="the stage is absent"),
    "picture-planned-means": Words(ru="этап только запланирован поручением", en="only planned by an assignment"),
    "picture-recorded-means": Words(ru="материал есть, документа нет", en="recorded, not proven by a document"),
    "picture-proven-means": Words(ru="всё подтверждено документами", en="all of it proven by documents"),
    "picture-tasks": Words(ru="{n} {n:поручение|поручения|поручений}", en="{n} {n:assignment|assignments}"),
    "picture-records": Words(ru="{n} {n:материал|материала|материалов}", en="{n} {n:record|records}"),
    "picture-gaps": Words(ru="{n} {n:разрыв|разрыва|разрывов}", en="{n} {n:gap|gaps}"),
    "picture-on-trust": Words(ru="на веру", en="on trust"),
    "picture-here": Words(ru="► сейчас здесь", en="► now here"),
    "picture-here-means": Words(ru="где дело стоит сейчас", en="where the case stands now"),
    "picture-next-cycle": Words(ru="следующий цикл", en="next cycle"),
    "picture-passed-means": Words(ru="пройдено", en="gone through"),
    "picture-ahead-means": Words(ru="ещё впереди", en="still ahead"),
    "picture-stage-means": Words(ru="этап", en="stage"),
    "picture-loops": Words(ru="на месте: {acts}", en="stays here: {acts}"),
    "picture-sweep": Words(
        ru="{role} {act}: из «{sources}» в «{targets}»", en="{role} {act}: from {sources} to {targets}"
    ),
    "picture-any": Words(ru="любого этапа", en="any stage"),
    "picture-due": Words(ru="срок {due}", en="due {due}"),
    "picture-no-due": Words(ru="срок не указан", en="no deadline"),
}
