"""How the slots of a sentence are worded when a rule is told: names in the right form, values as one writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.messages import Lang
from engine.rules.lexicon import Attribute, Lexicon
from engine.rules.literals import unit_words
from engine.rules.nouns import agreement_of, counted_as, named, valued, with_article
from engine.rules.qualities import with_or_so
from engine.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told, of whom, in which language."""

    rule: Rule
    lexicon: Lexicon
    lang: Lang

    @property
    def kind(self) -> str:
        """The kind of thing that the sentence is about."""
        return self.rule.subject or self.lexicon.case

    def attribute(self, path: str) -> Attribute | None:
        """The attribute that a path means: «deadline» of the subject, «protocol.date» of another thing."""
        kind, _, code = path.rpartition(".")
        return self.lexicon.attributes.get(kind or self.kind, {}).get(code)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a slot, what others agree with, and the arguments that they use up."""

    text: str
    agreement: str = ""
    used: frozenset[str] = frozenset()


def _subject(telling: Telling, case: str, has: bool) -> Wording | None:
    qualities = [argument for argument, _ in telling.rule.arguments if argument.startswith("subject.")]
    if not telling.rule.subject and not qualities:
        return None
    name = telling.lexicon.kinds.get(telling.kind)
    if name is None:
        return None
    text = " ".join([named(name, telling.lang, case), *(_quality(telling, q, telling.kind) for q in qualities)])
    return Wording(text, agreement_of(name, telling.lang), frozenset(qualities))


def _thing(telling: Telling, case: str, has: bool) -> Wording | None:
    rule, number = telling.rule, int(telling.rule["number"] or 1)
    if rule["thing"]:
        name = telling.lexicon.kinds.get(rule["thing"])
    else:
        attribute = telling.attribute(rule["field"])
        name = attribute.name if attribute else None
    if name is None:
        return None
    qualities = [argument for argument, _ in rule.arguments if argument.startswith("thing.")]
    words = [counted_as(name, telling.lang, case, number, rule["quantity"])]
    words += [_quality(telling, quality, rule["thing"]) for quality in qualities]
    return Wording(" ".join(words), agreement_of(name, telling.lang), frozenset({"thing", "field", *qualities}))


def _quality(telling: Telling, argument: str, kind: str) -> str:
    sign, _, rest = telling.rule[argument].partition(" ")
    attributes, lang = telling.lexicon.attributes.get(kind, {}), telling.lang
    if sign == "named":
        stage = telling.lexicon.stages[rest]
        return f"«{stage.ru}»" if lang == "ru" else f'"{stage.en}"'
    if sign == "is":
        code, _, value = rest.partition(" ")
        attribute = attributes[code]
        of = named(attribute.name, lang, "gen") if lang == "ru" else f"of {attribute.name.en}"
        return f"{of} {valued(value, attribute, lang)}"
    name = telling.lexicon.kinds[rest[7:]] if rest.startswith("linked ") else attributes[rest].name
    if lang == "en":
        return f"{sign} {with_article(name.en)}"
    if sign == "without":
        return f"без {named(name, lang, 'gen')}"
    text = named(name, lang, "ins")
    return f"{with_or_so(text.lower().replace('ё', 'е'))} {text}"


def _field(telling: Telling, case: str, has: bool) -> Wording | None:
    attribute = telling.attribute(telling.rule["field"])
    if attribute is None:
        return None
    the = "the " if telling.lang == "en" else ""
    text = the + named(attribute.name, telling.lang, case)
    return Wording(text, agreement_of(attribute.name, telling.lang), frozenset({"field"}))


def _path(argument: str) -> Callable[[Telling, str, bool], Wording | None]:
    def wording(telling: Telling, case: str, has: bool) -> Wording | None:
        path = telling.rule[argument]
        attribute = telling.attribute(path) if path else None
        if attribute is None:
            return None
        kind = path.rpartition(".")[0]
        text = named(attribute.name, telling.lang, case)
        if telling.lang == "en":
            text = f"the {text}" + (f" of the {telling.lexicon.kinds[kind].en}" if kind else "")
        elif kind:
            text += " " + named(telling.lexicon.kinds[kind], "ru", "gen")
        return Wording(text, agreement_of(attribute.name, telling.lang), frozenset({argument}))

    return wording


def _number(telling: Telling, case: str, has: bool) -> Wording | None:
    return Wording(telling.rule["number"], "", frozenset({"number"}))


def _period(telling: Telling, case: str, has: bool) -> Wording | None:
    amount, _, unit = telling.rule["period"].partition(" ")
    if not unit:
        return None
    return Wording(f"{amount} {unit_words(int(amount), unit, case, telling.lang)}", "", frozenset({"period"}))


def _value(telling: Telling, case: str, has: bool) -> Wording | None:
    value, sort = telling.rule["value"], telling.rule["value type"]
    if not sort:
        return None
    used = frozenset({"value", "value type"})
    if sort == "date":
        return Wording(".".join(reversed(value.split("-"))), "", used)
    attribute = telling.attribute(telling.rule["what"]) if sort == "code" else None
    return Wording(valued(value, attribute, telling.lang), "", used)


def _share(telling: Telling, case: str, has: bool) -> Wording | None:
    text = telling.rule["share"]
    return Wording(text, "", frozenset({"share"})) if text else None


def _there_is(telling: Telling, case: str, has: bool) -> Wording | None:
    if has:
        return Wording("")
    many = int(telling.rule["number"] or 1) > 1
    return Wording("there are" if many else "there is")


def _act(telling: Telling, case: str, has: bool) -> Wording | None:
    if telling.rule["act"] == "*":
        return Wording("действует" if telling.lang == "ru" else "acts", "", frozenset({"act"}))
    name = telling.lexicon.triggers.get(telling.rule["act"])
    return Wording(name.ru if telling.lang == "ru" else name.en, "", frozenset({"act"})) if name else None


def _role(telling: Telling, case: str, has: bool) -> Wording | None:
    name, of = telling.lexicon.roles.get(telling.rule["role"]), telling.rule["role of"]
    if name is None:
        return None
    the = "" if case == "bare" else "the "
    text = named(name, telling.lang, case) if telling.lang == "ru" else the + name.en
    if of:
        kind = telling.lexicon.kinds[of]
        text += " " + named(kind, "ru", "gen") if telling.lang == "ru" else f" of the {kind.en}"
    return Wording(text, agreement_of(name, telling.lang), frozenset({"role", "role of"}))


WORDINGS: dict[str, Callable[[Telling, str, bool], Wording | None]] = {
    **{"S": _subject, "X": _thing, "F": _field, "N": _number, "P": _period, "L": _value, "C": _share},
    **{"A": _path("what"), "B": _path("other"), "D": _path("day"), "E": _there_is, "T": _act, "R": _role},
}
