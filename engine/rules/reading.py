"""A sentence is read into a rule, or a problem says why not and what the nearest known sentence is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine.problems import Problem, Where
from engine.rules.book import book
from engine.rules.checking import doubts_of
from engine.rules.folding import LONGEST, fold, language
from engine.rules.lexicon import Lexicon
from engine.rules.matching import match
from engine.rules.nearest import nearest
from engine.rules.rule import Rule, Sentence
from engine.rules.sheet import Found, Sheet
from engine.rules.telling import tell
from engine.rules.template import FAMILIES, compiled
from engine.rules.vocabulary import ARGUMENTS, FORMS

_JOINING = frozenset({"и", "или", "если", "либо", "and", "or", "if"})


def read(text: str, lexicon: Lexicon, where: Where, prefix: str = "") -> Rule | Problem:
    """The meaning of a sentence; `prefix` is the «у каждого …» that a mapping puts in front of its lines."""
    whole = f"{prefix} {text}".strip() if prefix else text.strip()
    if len(whole) > LONGEST:
        return Problem(where, "rule-too-long", facts={"length": str(len(whole)), "most": str(LONGEST)})
    sentence = Sentence(whole, where)
    lang = language(whole)
    sheet = Sheet(fold(whole, lang), lang, lexicon, book(lexicon, lang))
    readings = _readings(sheet, sentence)
    sound = [rule for rule, found in readings if not doubts_of(found)]
    if len(sound) == 1:
        return sound[0]
    if sound:
        return _ambiguous(sound, where, whole)
    if readings:
        doubt = doubts_of(readings[0][1])[0]
        return Problem(where, doubt.code, facts={"sentence": whole, **dict(doubt.facts)})
    return _unread(sheet, sentence)


def _readings(sheet: Sheet, sentence: Sentence) -> list[tuple[Rule, Found]]:
    """Every different rule that the words can be read as, those without doubts first."""
    readings: dict[Rule, Found] = {}
    for form, found in _fitting(sheet):
        rule = Rule(form, found.subject, _in_order(found), sentence)
        if rule not in readings or not doubts_of(found):
            readings[rule] = found
    return sorted(readings.items(), key=lambda pair: len(doubts_of(pair[1])))


def _fitting(sheet: Sheet) -> Iterator[tuple[str, Found]]:
    for form in FORMS:
        template = form.ru if sheet.lang == "ru" else form.en
        for place, found in match(compiled(template), sheet, 0, Found().told(*form.sets)):
            if place == len(sheet.words) and (found.agrees or not sheet.strict):
                yield form.name, found


def _in_order(found: Found) -> tuple[tuple[str, str], ...]:
    return tuple((name, found.arguments[name]) for name in ARGUMENTS if name in found.arguments)


def _ambiguous(rules: list[Rule], where: Where, whole: str) -> Problem:
    one, other = _difference(rules[0], rules[1]), _difference(rules[1], rules[0])
    return Problem(where, "rule-ambiguous", facts={"sentence": whole, "one": one, "other": other})


def _difference(rule: Rule, other: Rule) -> str:
    """What this reading says otherwise than the other, in the codes of the definition, which is to be changed."""
    return ", ".join(value for name, value in rule.arguments if other[name] != value) or rule.form


def _unread(sheet: Sheet, sentence: Sentence) -> Problem:
    lenient = replace(sheet, strict=False)
    readings = [rule for rule, found in _readings(lenient, sentence) if not doubts_of(found)]
    if readings:
        right = tell(readings[0], sheet.lexicon, sheet.lang)
        return Problem(sentence.where, "rule-wrong-ending", facts={"sentence": sentence.text, "right": right})
    facts = {"sentence": sentence.text, "nearest": _each_instead(sheet, sentence) or nearest(sheet)}
    if _JOINING & set(sheet.words):
        return Problem(sentence.where, "rule-joined", facts=facts)
    return Problem(sentence.where, "rule-unknown" if facts["nearest"] else "rule-strange", facts=facts)


def _each_instead(sheet: Sheet, sentence: Sentence) -> str:
    """«Ни у одного …» with a negation says the opposite of what is meant; «у каждого …» is offered."""
    if sheet.words[:2] != ("ни", "у"):
        return ""
    for each in dict.fromkeys(FAMILIES["каждого"].values()):
        words = ("у", each, *sheet.words[3:])
        if _readings(replace(sheet, words=words), sentence):
            return " ".join(words)
    return ""
