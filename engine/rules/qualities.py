"""The forms that a slot takes, and the qualifications of a thing: «со сроком», «без срока», «вида «итоговый»»."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.book import Form
from engine.rules.folding import same_text
from engine.rules.literals import literal
from engine.rules.sheet import Fits, Found, Sheet


def fits(form: Form, case: str, sheet: Sheet, number: int = 1) -> bool:
    """Whether a form has the case that the sentence asks for: English has none, a lenient reading asks for none."""
    if not sheet.strict or sheet.lang == "en" or not form.case:
        return True
    if case == "counted":
        few = number % 10 in (2, 3, 4) and number // 10 % 10 != 1
        one = number % 10 == 1 and number // 10 % 10 != 1
        wanted = ("few",) if few else ("nom",) if one else ("gen",)
        return form.case in wanted and (few or (form.number == "sg") == one or form.agreement == "pl")
    if case == "gen" and number > 1:
        one = number % 10 == 1 and number // 10 % 10 != 1
        return form.case == "gen" and (form.number == "sg") == one
    return form.case == case


def qualified(sheet: Sheet, place: int, found: Found, kind: str, slot: str, nth: int) -> Fits:
    """Up to two qualifications of a thing: «со сроком», «без срока», «вида «итоговый»», «механизма 1.2», «Анализ»."""
    yield place, found
    if nth > 2:
        return
    for behind, text in _qualification(sheet, place, kind):
        yield from qualified(sheet, behind, found.told((f"{slot}.{nth}", text)), kind, slot, nth + 1)


def _qualification(sheet: Sheet, place: int, kind: str) -> Iterator[tuple[int, str]]:
    signs = {"с": ("with", "ins"), "со": ("with", "ins"), "без": ("without", "gen")}
    if sheet.lang == "en":
        signs = {"with": ("with", ""), "without": ("without", "")}
    word, following = sheet.word(place), sheet.word(place + 1)
    if word in signs and (not sheet.strict or word in ("без", "with", "without") or word == with_or_so(following)):
        sign, case = signs[word]
        for form in sheet.book.at(sheet.words, place + 1, "attribute", "kind"):
            if fits(form, case, sheet) and (form.sort == "kind" or form.owner == kind):
                linked = " linked" if form.sort == "kind" else ""
                yield place + 1 + len(form.words), f"{sign}{linked} {form.code}"
    if word.startswith("«"):
        for name in sheet.lexicon.stages.values() if kind == "stage" else ():
            if _is_named(word, name.ru, name.en, *name.also_ru, *name.also_en):
                yield place + 1, f"named {name.code}"
    start = place + 1 if sheet.lang == "en" and word == "of" else place
    if sheet.lang == "ru" or word == "of":
        yield from _of_value(sheet, start, kind)


def _of_value(sheet: Sheet, place: int, kind: str) -> Iterator[tuple[int, str]]:
    for form in sheet.book.at(sheet.words, place, "attribute"):
        if form.owner == kind and fits(form, "gen", sheet):
            behind = place + len(form.words)
            attribute = sheet.lexicon.attributes[kind][form.code]
            for after, text, _ in literal(sheet, behind, attribute):
                yield after, f"is {form.code} {text}"


def with_or_so(following: str) -> str:
    """«с» or «со», by the word that follows: «с датой», «со сроком»."""
    hard = following[:1] == "щ" or (following[:1] in "сзшжв" and following[1:2] not in "аеиоуыэюяь")
    return "со" if following and hard else "с"


def _is_named(quoted: str, *titles: str) -> bool:
    return any(same_text(quoted.strip("«»"), title) for title in titles)
