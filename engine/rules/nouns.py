"""Names and values as a sentence needs them: in a case, behind a number, with an article, in quotes."""

from __future__ import annotations

from engine.messages import Lang
from engine.morphology import Case, Number, counted
from engine.rules.book import FEW, UNCOUNTED, agreement, is_plural_en, plural_en, written
from engine.rules.lexicon import Attribute, Name

_CASES: dict[str, Case] = {"nom": "nom", "gen": "gen", "dat": "dat", "acc": "acc", "ins": "ins"}


def named(name: Name, lang: Lang, case: str, number: Number = "sg") -> str:
    """A name in a form."""
    if lang == "en":
        return plural_en(name.en) if number == "pl" else name.en
    return written(name, name.ru, _CASES.get(case, "nom"), number)


def agreement_of(name: Name, lang: Lang) -> str:
    """What the words around a name agree with."""
    if lang == "en":
        return "pl" if is_plural_en(name.en) else "n"
    return name.agrees or agreement(name.ru)


def counted_as(name: Name, lang: Lang, case: str, number: int, quantity: str) -> str:
    """A name behind a quantity: «2 соисполнителя», «не менее 3 целей», «an indicator», «at least 3 goals»."""
    if lang == "en":
        if case == "one":
            return with_article(name.en)
        return name.en if quantity == "no" or number == 1 else plural_en(name.en)
    one = number % 10 == 1 and number // 10 % 10 != 1
    if case == "counted":
        return _behind(name, number)
    if case == "gen" and quantity != "no":
        return named(name, lang, "gen", "sg" if one else "pl")
    return named(name, lang, case)


def _behind(name: Name, number: int) -> str:
    """A Russian name behind a number, by the forms that are kept with it, else as generated."""
    if FEW not in name.forms:
        return counted(name.ru, number)
    tens, ones = number // 10 % 10, number % 10
    if tens == 1 or ones == 0 or ones > 4:
        return written(name, name.ru, "gen", "pl")
    return written(name, name.ru, "nom", "sg") if ones == 1 else name.forms[FEW]


def with_article(title: str) -> str:
    """An English title with «a» or «an», if it takes one."""
    if is_plural_en(title) or title in UNCOUNTED:
        return title
    vowel = title[:1].lower() in "aeiou" and not title.lower().startswith(("uni", "use", "eu", "one"))
    return f"{'an' if vowel else 'a'} {title}"


def valued(value: str, attribute: Attribute | None, lang: Lang) -> str:
    """A value as a sentence writes it: a number bare, a code by its title, a text in quotes."""
    if value.removeprefix("-").replace(".", "").isdecimal():
        return value.replace(".", ",") if lang == "ru" and value.count(".") == 1 and attribute is None else value
    for name in attribute.values if attribute else ():
        if name.code == value:
            value = name.ru if lang == "ru" else name.en
    return f"«{value}»" if lang == "ru" else f'"{value}"'
