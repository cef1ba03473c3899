"""Does a phrase ask for something to be done? Told by its infinitives, without a dictionary."""

from __future__ import annotations

import re

_WORD = re.compile(r"[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?:[аеиоуыюяё]ть|[ое]ть|сть|ться|тись|чь|чься|ести|йти|езти|расти|спасти)$")
_NOUN = re.compile(r"(?:ость|овесть)$")
# Nouns and numerals that end like infinitives; adverbs that may stand before one.
_NOT_VERBS = frozenset(
    [
        "область",
        "часть",
        "власть",
        "сеть",
        "мать",
        "печать",
        "память",
        "кровать",
        "путь",
        "суть",
        "треть",
        "четверть",
        "пять",
        "шесть",
        "девять",
        "десять",
        "смерть",
        "нефть",
        "честь",
        "весть",
        "помощь",
        "речь",
        "ночь",
        "дочь",
        "мощь",
        "вещь",
        "ключ",
        "чести",
        "шести",
        "жести",
        "совести",
        "повести",
        "есть",
        "опять",
        "хоть",
        "вспять",
        "пусть",
        "чуть",
        "лишь",
        "снасть",
        "пасть",
        "масть",
        "страсть",
        "сласть",
        "напасть",
        "тетрадь",
        "степь",
        "участь",
        "рать",
        "стать",
        "пяти",
        "грусть",
    ]
)
_BEFORE = frozenset(
    [
        "не",
        "также",
        "дополнительно",
        "ежемесячно",
        "ежеквартально",
        "ежегодно",
        "еженедельно",
        "ежедневно",
        "систематически",
        "регулярно",
        "постоянно",
        "своевременно",
        "совместно",
        "повторно",
        "незамедлительно",
        "немедленно",
        "срочно",
        "оперативно",
        "обязательно",
        "строго",
        "усиленно",
        "лично",
        "впредь",
        "далее",
        "и",
    ]
)


def is_infinitive(word: str) -> bool:
    """«Провести», «обеспечить»; not «область» or «деятельность»."""
    word = word.lower()
    return len(word) > 3 and bool(_INFINITIVE.search(word)) and not _NOUN.search(word) and word not in _NOT_VERBS


def starts_with_action(text: str) -> bool:
    """Is the first word an infinitive, adverbs apart?"""
    for word in _WORD.findall(text[:120].lower())[:4]:
        if is_infinitive(word):
            return True
        if word not in _BEFORE:
            return False
    return False


def has_action(text: str) -> bool:
    """Is there an infinitive anywhere in it?"""
    return any(is_infinitive(word) for word in _WORD.findall(text))


def ends_with_action(text: str) -> bool:
    """Does it break off at the verb, «… обеспечить:», so that what follows says what is to be done?"""
    words = _WORD.findall(text[-80:])
    return bool(words) and is_infinitive(words[-1])
