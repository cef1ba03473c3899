"""What an item is about: its kind, the mechanisms it moves, the stages it delivers, with the words that led there."""

from __future__ import annotations

import re
from functools import lru_cache

from engine.morphology import parse
from engine.protocol import ItemKind
from intake.sense.kinds import kind_of
from intake.sense.lemmas import Match, Word, words_of, written
from intake.sense.meaning_words import mechanism_words, stage_words
from intake.terms.words import plain
from intake.who.addressing import find_addressee

__all__ = ["kind_of", "mechanisms_of", "stages_of"]

Found = tuple[tuple[str, ...], tuple[str, ...]]
ORDER = ("goals", "indicators", "collection", "monitoring", "analysis", "recommendations", "decisions", "effectiveness")
_CLAUSE_END = re.compile(r"[,;:.)]")
_SENTENCE_END = re.compile(r"[;:]|(?<!п)\.\s")
_INFINITIVE = re.compile(r"(?<![а-я])[а-я]+(?:ть|ти|чь)(?:ся)?(?![а-я])")
_TO_DO = "провести"
_AFTER = "после"
_ENOUGH = 12  # an addressee that is nearly all of the text is none
_DELIVERING = frozenset({ItemKind.ASSIGNMENT, ItemKind.RECOMMENDATION, ItemKind.APPROVE})


def mechanisms_of(text: str, lead_in: str = "", group: str = "") -> Found:
    """The codes of the mechanisms, and the words that name them.

    A heading that gives the full name of one direction («Система …») settles it. Otherwise the item's own words count,
    and only where they name nothing the purpose in its lead-in: unless that is to improve the whole system, which is
    what all such papers are for and says nothing of this item.
    """
    titled = sorted({code for code, _ in mechanism_words().titles.matches(words_of(group))}) if group else []
    if len(titled) == 1:
        return tuple(titled), (group.strip(),)
    surroundings = f"{text} {lead_in} {group}"
    own, because = _named(_without_addressee(text), surroundings)
    if own:
        return own, because
    purpose, because = _named(lead_in, surroundings)
    return (purpose, because) if purpose != mechanism_words().codes else ((), ())


def _without_addressee(text: str) -> str:
    """What is told, without who is told it: «Заведующим детскими садами …» says nothing of the direction."""
    found = find_addressee(text)
    rest = text[found.rest_start :] if found else text
    return rest if len(rest) > _ENOUGH else text


def _named(text: str, surroundings: str) -> Found:
    words = words_of(text)
    whole = [match for _, match in stage_words().whole.matches(words)]
    if whole:
        return mechanism_words().codes, (written(text, words, whole[0]),)
    found = _outstanding(list(mechanism_words().words.matches(words)))
    if any(match.mark == "~" for _, match in found) and not _of_education(surroundings):
        found = [(code, match) for code, match in found if match.mark != "~"]
    if any(match.mark != "?" for _, match in found):
        found = [(code, match) for code, match in found if match.mark != "?"]
    codes = tuple(sorted({code for code, _ in found}))
    because = tuple(dict.fromkeys(written(text, words, match) for _, match in found))
    return codes, because


def _outstanding(found: list[tuple[str, Match]]) -> list[tuple[str, Match]]:
    """Without those that are a part of a longer name: «качество знаний» in «независимая оценка качества знаний»."""
    return [
        (code, match) for code, match in found if not any(_hides(other, match) for key, other in found if key != code)
    ]


def _hides(other: Match, match: Match) -> bool:
    mine, its = set(match.places), set(other.places)
    if mine < its:
        return True
    gaps = set(range(match.places[0], match.places[-1] + 1)) - mine
    return bool(gaps & its) and bool(mine & its) and other.gapless


def _of_education(text: str) -> bool:
    education = stage_words().education
    return any(not word.lemmas.isdisjoint(education) for word in words_of(text))


def stages_of(text: str, lead_in: str = "") -> Found:
    """The stages that an item delivers, in the order of the cycle, and the words that say so.

    What an item uses («по итогам мониторинга …») is no output. An item that delivers nothing else is a measure.
    """
    kind = kind_of(text, lead_in)
    if kind in (ItemKind.CONTROL, ItemKind.DEREGISTER, ItemKind.ASSESS):
        return (), ()
    tail = _verb_of(lead_in)
    said = f"{tail or _done(text)} {text}".strip()
    words = words_of(said)
    hidden = () if kind is ItemKind.TAKE_NOTE else _inputs(said)
    found = _delivered(words, hidden)
    for stage, swallowed in stage_words().swallows.items():
        if stage in found:
            found = {name: match for name, match in found.items() if name not in swallowed}
    if not found:
        idle = bool(words) and not words[0].lemmas.isdisjoint(stage_words().idle)
        return (("decisions",), ()) if kind in _DELIVERING and not idle else ((), ())
    stages = tuple(stage for stage in ORDER if stage in found)
    return stages, tuple(dict.fromkeys(written(said, words, found[stage]) for stage in stages))


def _done(text: str) -> str:
    """The verb that an item without one implies, where the deed itself opens it, or that ends it: «Цели … уточнить»."""
    words = words_of(text[:60])
    if words and not words[0].lemmas.isdisjoint(stage_words().alone):
        return _TO_DO
    smooth = plain(text)
    verb = next((hit.group() for hit in _INFINITIVE.finditer(smooth) if _is_verb(hit.group())), "")
    return verb if verb and _object_first(text) else ""


def _object_first(text: str) -> bool:
    opening = {reading.case for reading in parse(text.split()[0]) if reading.part in ("NOUN", "ADJF")}
    return bool(opening & {"nom", "acc"}) and find_addressee(text) is None


def _delivered(words: tuple[Word, ...], hidden: tuple[tuple[int, int], ...]) -> dict[str, Match]:
    """The first match of each stage whose object is neither an input nor in a phrase that means something else."""
    barred = {(stage, place) for stage, match in stage_words().unless.matches(words) for place in match.places}
    found: dict[str, Match] = {}
    for stage, match in stage_words().stages.matches(words):
        target = match.places[-1]
        start = words[target].start
        if any((stage, place) in barred for place in match.places):
            continue
        if not any(first <= start < last for first, last in hidden):
            found.setdefault(stage, match)
    return found


@lru_cache(maxsize=1)
def _input_pattern() -> re.Pattern[str]:
    said = "|".join(re.escape(plain(words)).replace(r"\ ", r"\s+") for words in stage_words().inputs)
    return re.compile(rf"(?<![а-я])(?:{said})(?![а-я])")


def _inputs(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches that name what an item uses: up to the next comma, or to the verb that says what to do with it."""
    smooth = plain(text)
    found = []
    for hit in _input_pattern().finditer(smooth):
        after = hit.group() == _AFTER
        end = (_SENTENCE_END if after else _CLAUSE_END).search(smooth, hit.end())
        last = end.start() if end else len(smooth)
        verb = next((v for v in _INFINITIVE.finditer(smooth, hit.end(), last) if _is_verb(v.group())), None)
        if verb or not after:  # «провести после сверки списков опрос»: nothing shows where what comes before ends
            found.append((hit.start(), verb.start() if verb else last))
    return tuple(found)


@lru_cache(maxsize=4_000)
def _is_verb(word: str) -> bool:
    return any(found.part == "INFN" for found in parse(word)[:1])


def _verb_of(lead_in: str) -> str:
    """The verb that ends a lead-in («… обеспечить:») and that its items complete."""
    hit = re.search(r"((?<![А-Яа-яё])[А-Яа-яё]{1,40}(?:ть|ти|чь)(?:ся)?)\s*:?\s*$", lead_in)
    return hit[1] if hit else ""
