"""A rule is said as a sentence, in either language, by the same rows that read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.messages import Lang
from engine.rules.lexicon import Lexicon
from engine.rules.rule import Rule
from engine.rules.template import Agreeing, Maybe, Part, Slot, Word, agreed, compiled
from engine.rules.vocabulary import FORMS, PARTS
from engine.rules.wording import WORDINGS, Telling

_MARKS = ",.;"


@dataclass(frozen=True, slots=True)
class Said:
    """What has been said so far, which arguments it has used up, and what its slots agree with."""

    pieces: tuple[str | Agreeing, ...] = ()
    used: frozenset[str] = frozenset()
    agreements: Mapping[str, str] = field(default_factory=dict)

    def adding(self, *pieces: str | Agreeing) -> Said:
        """The same with more pieces."""
        return Said((*self.pieces, *pieces), self.used, self.agreements)


def tell(rule: Rule, lexicon: Lexicon, lang: Lang) -> str:
    """The sentence of a rule; what it was written as, if its names are not in this lexicon."""
    wanted = {name for name, _ in rule.arguments if name not in ("type", "other type", "value type")}
    telling = Telling(rule, lexicon, lang)
    for form in FORMS:
        if form.name == rule.form and _gives(form.sets, rule):
            template = form.ru if lang == "ru" else form.en
            used = frozenset(name for name, _ in form.sets)
            for said in _say(compiled(template), telling, Said(used=used), ""):
                if wanted <= said.used and ("S" in said.agreements or not rule.subject):
                    return _joined(said)
    return rule.sentence.text


def _gives(sets: tuple[tuple[str, str], ...], rule: Rule) -> bool:
    return all(rule[name] == value for name, value in sets)


def _say(parts: tuple[Part, ...], telling: Telling, said: Said, case: str) -> Iterator[Said]:
    if not parts:
        yield said
        return
    for more in _part(parts[0], telling, said, case):
        yield from _say(parts[1:], telling, more, case)


def _part(part: Part, telling: Telling, said: Said, case: str) -> Iterator[Said]:
    match part:
        case Word():
            yield said.adding(part.spellings[0])
        case Agreeing():
            yield said.adding(part)
        case Maybe():
            yield from _say(part.parts, telling, said, case)
            yield said
        case Slot():
            wanted = case if part.case == "*" else part.case
            yield from _slot(part.name, telling, said, wanted)


def _slot(name: str, telling: Telling, said: Said, case: str) -> Iterator[Said]:
    if name not in PARTS:
        wording = WORDINGS[name](telling, case, said.pieces[-1:] == ("has",))
        if wording is not None:
            agreements = {**said.agreements, name: wording.agreement}
            pieces = (*said.pieces, wording.text) if wording.text else said.pieces
            yield Said(pieces, said.used | wording.used, agreements)
        return
    for row in PARTS[name]:
        if _gives(row.sets, telling.rule):
            template = row.ru if telling.lang == "ru" else row.en
            start = Said(said.pieces, said.used | {given for given, _ in row.sets}, said.agreements)
            yield from _say(compiled(template), telling, start, case)


def _joined(said: Said) -> str:
    words = [
        agreed(piece.family, said.agreements.get(piece.slot, "")) if isinstance(piece, Agreeing) else piece
        for piece in said.pieces
    ]
    text = ""
    for word in words:
        text += word if not text or word in _MARKS else f" {word}"
    return text
