"""Dependencies stated in words: «На основе полученных результатов», «по итогам изучения направленных материалов»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.protocol import Dependency, Item
from intake.links.deeds import DEED, DO, DONE, SEND, USED, is_deed_of
from intake.sense.lemmas import Word, is_object, is_participle, lemmas_of, words_of
from intake.terms.words import plain

RESULTS = frozenset({"collection", "monitoring", "analysis"})
_CUE = re.compile(
    r"(?<![а-я])(?:на\s+осно(?:ве|вании)|по\s+(?:итогам|результатам|завершении|окончании)|с\s+(?:уч[её]том|опорой\s+на)|исходя\s+из|учитывая|опираясь\s+на|по(?=\s+(?:полученн|собранн|представленн))|после"
    r"|(?:согласно|в\s+соответствии\s+с)(?=\s+(?:утвержд|разработанн|согласованн|сформированн)))\s+(?P<what>[^,;:.]{3,160})"
)
# A result that is used, with no word of time or ground before it: «рассмотреть итоги опроса», «собранные анкеты».
_MENTIONS = (
    _CUE,
    re.compile(r"(?:ть|ти|чь)\s+(?:итоги|результаты|выводы)\s+(?P<what>[^,;:.]{3,80})"),
    re.compile(r"(?<![а-я])в\s+ходе\s+(?P<what>[а-я]+)"),
    re.compile(rf"(?<![а-я])(?P<what>(?:{'|'.join(USED)})[а-я]{{2,3}}\s+[^,;:.]{{3,100}})"),
)
_ITS_OWN = re.compile(r"(?<![а-я])после\s+(?:его|ее|их)\s+(?P<deed>[а-я]+)")
_ADVERBIAL = re.compile(r"(?<![а-я])(?:на|в|во|о|об|для|по|при|к)\s+(?:[а-я]+(?:ых|их|ой|ую|ый|ом|ем)\s+)?$")
_RESULT = frozenset(
    {
        "анализ", "анкетирование", "данные", "диагностика", "исследование", "мониторинг", "обследование",
        "опрос", "оценка", "результат", "самообследование", "тестирование",
    }
)  # fmt: skip
_VAGUE = frozenset(("данные", "информация", "итог", "материал", "работа", "результат"))
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
    deed: str = ""  # a deed that no list names: «после их открытия»


def by_wording(item: Item, before: Sequence[Item]) -> Dependency | None:
    """The earlier item whose result this one's own words name, if there is one in this document."""
    text = plain(item.text)
    said = [_said(item.text, hit) for mention in _MENTIONS for hit in mention.finditer(text)]
    said += [_said_of_its_own(item.text, hit) for hit in _ITS_OWN.finditer(text)]
    for each in said:
        found = _named(each, before[-_LOOK_BACK:]) if each else None
        if each and found:
            return Dependency(found.path, explicit=True, confidence="high", why=each.written)
    return None


def _said(text: str, hit: re.Match[str]) -> Said | None:
    what = hit["what"]
    verb = next((v for v in _INFINITIVE.finditer(what) if "INFN" in _part(v.group())), None)
    if verb is not None:
        what = what[: verb.start()]
    if _DATED.search(what) or _DATED_BEHIND.match(plain(text[hit.end() :])):
        return None
    participle = next((verbs for stem, verbs in DONE.items() if re.search(rf"(?<![а-я]){stem}", what)), None)
    words = words_of(what)
    deed = next((verbs for word in words[:1] for name, verbs in DEED.items() if name in word.lemmas), None)
    nouns = tuple(word for word in words if _is_noun(word))
    if not nouns:
        return None
    verbs = participle if participle is not None else deed
    return Said(verbs, nouns, text[hit.start() : hit.start("what") + len(what)].strip(), what)


def _said_of_its_own(text: str, hit: re.Match[str]) -> Said | None:
    """«Разослать план школам после его утверждения»: what was named before the pronoun, its last two nouns at most."""
    nouns = tuple(word for word in words_of(text[: hit.start()]) if _is_noun(word))[-2:]
    verbs = next((verbs for name, verbs in DEED.items() if name in lemmas_of(hit["deed"])), None)
    deed = "" if verbs else hit["deed"]
    return Said(verbs or (), nouns, text[hit.start() : hit.end()], "", deed) if nouns else None


def _part(form: str) -> str:
    from engine.morphology import parse

    return parse(form)[0].part


def _is_noun(word: Word) -> bool:
    return word.form[0].isalpha() and _part(word.form) in ("NOUN", "ADJF")


def _named(said: Said, before: Sequence[Item]) -> Item | None:
    """The nearest earlier item that does what the cue says was done, to the thing that it names."""
    things = [word for word in said.nouns if not word.lemmas & (_VAGUE | set(DEED)) and not _is_participle_of(word)]
    if said.verbs is None:
        return _of_result(said, things, before)
    for item in reversed(before):
        words = words_of(item.text)
        opening = frozenset().union(*(word.lemmas for word in words[:6])) if words else frozenset()
        shared = _shared(things, words)
        if said.verbs and things and opening & set(said.verbs) and len(shared) >= min(2, len(things)):
            return item
        if said.deed and not _opens_with(said.deed, words):
            continue
        if not said.verbs and things and len(shared) >= min(2, len(things)):
            return item
    if _speaks_of_results(said):
        return next((item for item in reversed(before[-4:]) if RESULTS & set(item.stages)), None)
    return None


def _of_result(said: Said, things: list[Word], before: Sequence[Item]) -> Item | None:
    """«По результатам мониторинга» alone: the nearest item that does one; with a thing: the one of that thing."""
    direct = len(_BEHIND.split(said.what, maxsplit=1)[0])
    nouns = [word for word in said.nouns if word.end <= direct]
    things = [word for word in things if word.end <= direct]
    head = next((word for word in nouns if not word.lemmas & _VAGUE), None)
    if head is None or any(not word.lemmas & _VAGUE for word in nouns[: nouns.index(head)]):
        return None
    rest = [word for word in things if word is not head]
    for item in reversed(before):
        words = words_of(item.text)
        if (_does(head, words) or _hands_in(head, item.text) or (rest and _opens_with(head.form, words))) and (
            not rest or len(_shared(rest, words)) >= min(2, len(rest))
        ):
            return item
    return None


def _does(head: Word, words: Sequence[Word]) -> bool:
    """Does an item carry out or make what the noun says: «провести семинар», «издать сборник», at its own verb?"""
    verbs = [n for n, word in enumerate(words[:_OPENING]) if word.lemmas & DO and not is_participle(word.form)]
    infinitive = next((n for n, word in enumerate(words[:_OPENING]) if "INFN" in _part(word.form)), None)
    if infinitive is not None and infinitive not in verbs and not words[infinitive].lemmas & _LEADING:
        verbs = [n for n in verbs if "INFN" in _part(words[n].form)]
    return any(head.lemmas & word.lemmas for n in verbs for word in words[n + 1 : n + _REACH])


def _opens_with(deed: str, words: Sequence[Word]) -> bool:
    """«После обучения персонала» speaks of the item that says «обучить персонал»."""
    verb = next((word for word in words[:_OPENING] if "INFN" in _part(word.form)), None)
    nouns = lemmas_of(deed)
    return verb is not None and any(is_deed_of(noun, lemma) for noun in nouns for lemma in verb.lemmas)


def _hands_in(head: Word, text: str) -> bool:
    """Does an item bring what the noun names: «представить списки в отдел», but not «направить на семинар»?"""
    words = words_of(text)[:_OPENING]
    verbs = [n for n, word in enumerate(words) if word.lemmas & set(SEND) and not is_participle(word.form)]
    brought = [word for n in verbs for word in words[n + 1 : n + _REACH] if head.lemmas & word.lemmas]
    return any(is_object(word.form) and not _ADVERBIAL.search(plain(text[: word.start])) for word in brought)


def _shared(things: Sequence[Word], words: Sequence[Word]) -> set[str]:
    return {thing.form for thing in things if any(thing.lemmas & word.lemmas for word in words)}


def _is_participle_of(word: Word) -> bool:
    return any(word.form.startswith(stem) for stem in DONE)


def _speaks_of_results(said: Said) -> bool:
    """«Полученных результатов», «проведенного анализа по направлениям»: a result, and of nothing that is named."""
    direct = _BEHIND.split(said.what, maxsplit=1)[0]
    nouns = [word for word in words_of(direct) if _is_noun(word) and not _is_participle_of(word)]
    return bool(nouns) and all(word.lemmas & (_RESULT | _VAGUE) for word in nouns)
