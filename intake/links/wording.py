"""Dependencies stated in words: «На основе полученных результатов», «по итогам изучения направленных материалов»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.protocol import Dependency, Item
from intake.sense.lemmas import Word, is_participle, words_of
from intake.terms.words import plain

RESULTS = frozenset({"collection", "monitoring", "analysis"})
_CUE = re.compile(
    r"(?<![а-я])(?:на\s+осно(?:ве|вании)|по\s+(?:итогам|результатам|завершении|окончании)|с\s+уч[её]том|исходя\s+из|по(?=\s+(?:полученн|собранн|представленн))|после"
    r"|(?:согласно|в\s+соответствии\s+с)(?=\s+(?:утвержд|разработанн|согласованн|сформированн)))\s+(?P<what>[^,;:.]{3,160})"
)
_DONE: dict[str, tuple[str, ...]] = {
    "полученн": ("получить", "провести", "проводить", "собрать", "запросить", "проведение", "сбор"),
    "проведенн": ("провести", "проводить", "проведение", "организовать", "осуществить"),
    "собранн": ("собрать", "сбор", "запросить"),
    "направленн": ("направить", "направление", "разослать"),
    "представленн": ("представить", "представление", "предоставить", "предоставление", "направить"),
    "предоставленн": ("представить", "предоставить", "предоставление", "направить"),
    "поступивш": ("представить", "предоставить", "направить"),
    "подготовленн": ("подготовить", "подготовка"),
    "разработанн": ("разработать", "разработка"),
    "утвержденн": ("утвердить", "утверждение"),
    "согласованн": ("согласовать", "согласование"),
    "сформированн": ("сформировать", "формирование"),
    "составленн": ("составить", "составление"),
    "указанн": (),
}
_DEED: dict[str, tuple[str, ...]] = {
    "утверждение": ("утвердить", "утверждение"),
    "согласование": ("согласовать", "согласование"),
    "разработка": ("разработать", "разработка"),
    "подготовка": ("подготовить", "подготовка"),
    "проведение": ("провести", "проводить", "проведение", "организовать"),
    "получение": ("направить", "представить", "предоставить", "запросить", "получить"),
    "рассмотрение": ("рассмотреть", "рассмотрение"),
    "создание": ("создать", "создание"),
    "формирование": ("сформировать", "формирование"),
    "заключение": ("заключить", "заключение"),
    "представление": ("представить", "представление", "предоставить"),
    "предоставление": ("представить", "предоставить", "предоставление"),
    "изучение": ("изучить", "направить"),
    "завершение": (),
    "окончание": (),
}
_RESULT = frozenset(
    {
        "анализ", "анкетирование", "данные", "диагностика", "исследование", "мониторинг", "обследование",
        "опрос", "оценка", "результат", "самообследование", "тестирование",
    }
)  # fmt: skip
_VAGUE = frozenset(("данные", "информация", "итог", "материал", "работа", "результат"))
_DO = (
    frozenset(_DONE["проведенн"])
    | {"подготовить", "подготовка", "разработать", "разработка", "издать", "составить"}
    | {"сформировать", "создать", "собрать", "сбор", "проверить", "изучить", "обеспечить"}
)
_LEADING = frozenset(("обеспечить", "организовать", "осуществить"))
_OPENING = 14
_REACH = 7
_DATED = re.compile(
    r"(?:19|20)\d\d|(?<![а-я])(?:прошл|предыдущ|прошедш|минувш|полугоди|квартал|месяц|год[а-я]?(?![а-я])|недел|четверт)"
)
_DATED_BEHIND = re.compile(
    r"^,?\s*(?:котор\w{2,3}\s+)?(?:был\w?\s+)?(?:провед|проход|состоя)\w+[^,;]{0,40}(?:19|20)\d\d"
)
_INFINITIVE = re.compile(r"[а-я]+(?:ть|ти|чь)(?:ся)?(?![а-я])")
_BEHIND = re.compile(r"(?<=[а-я])\s+(?:по|в|во|для|при|на|о|об|с)\s+(?!итогам|результатам|основе)")
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Said:
    """What an item's cue says: the participle or deed, the nouns behind it, as written."""

    verbs: tuple[str, ...] | None
    nouns: tuple[Word, ...]
    written: str
    what: str  # without the preposition, plain


def by_wording(item: Item, before: Sequence[Item]) -> Dependency | None:
    """The earlier item whose result this one's own words name, if there is one in this document."""
    for hit in _CUE.finditer(plain(item.text)):
        said = _said(item.text, hit)
        if said is None:
            continue
        found = _named(said, before[-_LOOK_BACK:])
        if found is not None:
            return Dependency(found.path, explicit=True, confidence="high", why=said.written)
    return None


def _said(text: str, hit: re.Match[str]) -> Said | None:
    what = hit["what"]
    verb = next((v for v in _INFINITIVE.finditer(what) if "INFN" in _part(v.group())), None)
    if verb is not None:
        what = what[: verb.start()]
    if _DATED.search(what) or _DATED_BEHIND.match(plain(text[hit.end() :])):
        return None
    participle = next((verbs for stem, verbs in _DONE.items() if re.search(rf"(?<![а-я]){stem}", what)), None)
    words = words_of(what)
    deed = next((verbs for word in words[:1] for name, verbs in _DEED.items() if name in word.lemmas), None)
    nouns = tuple(word for word in words if _is_noun(word))
    if not nouns:
        return None
    verbs = participle if participle is not None else deed
    return Said(verbs, nouns, text[hit.start() : hit.start("what") + len(what)].strip(), what)


def _part(form: str) -> str:
    from engine.morphology import parse

    return parse(form)[0].part


def _is_noun(word: Word) -> bool:
    return word.form[0].isalpha() and _part(word.form) in ("NOUN", "ADJF")


def _named(said: Said, before: Sequence[Item]) -> Item | None:
    """The nearest earlier item that does what the cue says was done, to the thing that it names."""
    things = [word for word in said.nouns if not word.lemmas & (_VAGUE | set(_DEED)) and not _is_participle_of(word)]
    if said.verbs is None:
        return _of_result(said, things, before)
    for item in reversed(before):
        words = words_of(item.text)
        opening = frozenset().union(*(word.lemmas for word in words[:6])) if words else frozenset()
        shared = _shared(things, words)
        if said.verbs and things and opening & set(said.verbs) and len(shared) >= min(2, len(things)):
            return item
        if not said.verbs and things and len(shared) >= min(2, len(things)):
            return item
    if _speaks_of_results(said):
        return next((item for item in reversed(before[-4:]) if RESULTS & set(item.stages)), None)
    return None


def _of_result(said: Said, things: list[Word], before: Sequence[Item]) -> Item | None:
    """«По результатам мониторинга» alone: the nearest item that does one; with a thing: the one of that thing."""
    head = next((word for word in said.nouns if not word.lemmas & _VAGUE), None)
    if head is None or any(not word.lemmas & _VAGUE for word in said.nouns[: said.nouns.index(head)]):
        return None
    rest = [word for word in things if word is not head]
    for item in reversed(before):
        words = words_of(item.text)
        if _does(head, words) and (not rest or len(_shared(rest, words)) >= min(2, len(rest))):
            return item
    return None


def _does(head: Word, words: Sequence[Word]) -> bool:
    """Does an item carry out or make what the noun says: «провести семинар», «издать сборник», at its own verb?"""
    verbs = [n for n, word in enumerate(words[:_OPENING]) if word.lemmas & _DO and not is_participle(word.form)]
    infinitive = next((n for n, word in enumerate(words[:_OPENING]) if "INFN" in _part(word.form)), None)
    if infinitive is not None and infinitive not in verbs and not words[infinitive].lemmas & _LEADING:
        verbs = [n for n in verbs if "INFN" in _part(words[n].form)]
    return any(head.lemmas & word.lemmas for n in verbs for word in words[n + 1 : n + _REACH])


def _shared(things: Sequence[Word], words: Sequence[Word]) -> set[str]:
    return {thing.form for thing in things if any(thing.lemmas & word.lemmas for word in words)}


def _is_participle_of(word: Word) -> bool:
    return any(word.form.startswith(stem) for stem in _DONE)


def _speaks_of_results(said: Said) -> bool:
    """«Полученных результатов», «проведенного анализа по направлениям»: a result, and of nothing that is named."""
    direct = _BEHIND.split(said.what, maxsplit=1)[0]
    nouns = [word for word in words_of(direct) if _is_noun(word) and not _is_participle_of(word)]
    return bool(nouns) and all(word.lemmas & (_RESULT | _VAGUE) for word in nouns)
