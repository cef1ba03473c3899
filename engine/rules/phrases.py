"""What may stand in a slot: a thing with its qualifications, an attribute, a number, a period, a value, a role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.rules.book import Form
from engine.rules.lexicon import Attribute
from engine.rules.literals import counted_units, literal, no_count, number_at, share
from engine.rules.qualities import fits, qualified
from engine.rules.reach import reaches
from engine.rules.sheet import Fits, Found, Sheet

Terminal = Callable[[Sheet, int, Found, str, str], Fits]


def subject(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """«показателя», «цели с прошлым циклом»: whom the sentence is about, one at a time."""
    for form in sheet.book.at(sheet.words, place, "kind"):
        if fits(form, case, sheet) and (form.number != "pl" or not sheet.strict or not form.case):
            kind = "" if form.code == sheet.lexicon.case else form.code
            start = replace(found, subject=kind, each=True).agreeing(slot, form.agreement)
            yield from qualified(sheet, place + len(form.words), start, form.code, "subject", 1)


def thing(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """A linked thing to be counted, or a field of the subject: «подтверждение вида «отчёт»», «исполнитель»."""
    number = int(found.arguments.get("number", "1"))
    for form in sheet.book.at(sheet.words, place, "kind"):
        if fits(form, case, sheet, number):
            start = found.told(("thing", form.code)).agreeing(slot, form.agreement)
            # What has to come before a thing may be anything of the case.
            before = sheet.word(0) in ("до", "before") or found.arguments.get("when") == "earlier"
            if not before and not reaches(sheet.lexicon, found.subject, form.code):
                start = start.doubting("rule-no-link", **_titles(sheet, found.subject, form.code))
            yield from qualified(sheet, place + len(form.words), start, form.code, "thing", 1)
    yield from _own(sheet, place, found, slot, case, number)


def stated(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """A field of the subject that has to be filled."""
    yield from _own(sheet, place, found, slot, case, 1)


def _own(sheet: Sheet, place: int, found: Found, slot: str, case: str, number: int) -> Fits:
    kind = found.subject or sheet.lexicon.case
    elsewhere: list[tuple[int, Found]] = []
    own = False
    for form in sheet.book.at(sheet.words, place, "attribute"):
        if fits(form, case, sheet, number):
            behind = place + len(form.words)
            told = found.told(("field", form.code)).agreeing(slot, form.agreement)
            if form.owner == kind:
                own = True
                yield behind, told
            else:
                facts = {"field": " ".join(form.words), **_titles(sheet, found.subject, form.owner)}
                elsewhere.append((behind, told.doubting("rule-no-field", **facts)))
    if not own:
        yield from elsewhere[:1]


def attribute(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """«срок» of the subject, or «дата протокола»: of a thing that it is linked with."""
    key, kind = ("other", "other type") if slot == "B" else ("what", "type"), found.subject or sheet.lexicon.case
    if slot == "D":
        key = ("day", "")
    foreign: list[tuple[int, Found]] = []
    own = False
    for form in sheet.book.at(sheet.words, place, "attribute"):
        if not fits(form, case, sheet):
            continue
        behind = place + len(form.words)
        named = sheet.lexicon.attributes[form.owner][form.code]
        agreed = found.agreeing(slot, form.agreement)
        if form.owner == kind:
            own = True
            yield behind, _told(agreed, key, form.code, named)
        else:
            facts = {"field": " ".join(form.words), **_titles(sheet, found.subject, form.owner)}
            foreign.append((behind, _told(agreed, key, form.code, named).doubting("rule-no-field", **facts)))
        yield from _of_thing(sheet, behind, agreed, key, form, named)
    if not own:
        yield from foreign[:1]


def _of_thing(sheet: Sheet, place: int, found: Found, key: tuple[str, str], form: Form, named: Attribute) -> Fits:
    start = place + 1 if sheet.lang == "en" else place
    if sheet.lang == "en" and sheet.word(place) != "of":
        return
    for owner in sheet.book.at(sheet.words, start, "kind"):
        if owner.code == form.owner and fits(owner, "gen", sheet):
            told = _told(found, key, f"{owner.code}.{form.code}", named)
            if not reaches(sheet.lexicon, found.subject, owner.code):
                told = told.doubting("rule-no-link", **_titles(sheet, found.subject, owner.code))
            yield start + len(owner.words), told


def _told(found: Found, key: tuple[str, str], path: str, named: Attribute) -> Found:
    pairs = [(key[0], path), (key[1], named.type)] if key[1] else [(key[0], path)]
    told = found.told(*pairs)
    return replace(told, attribute=named) if key[0] == "what" else told


def _titles(sheet: Sheet, subject_kind: str, other: str) -> dict[str, str]:
    return {"one": _title(sheet, subject_kind or sheet.lexicon.case), "other": _title(sheet, other)}


def _title(sheet: Sheet, kind: str) -> str:
    name = sheet.lexicon.kinds.get(kind)
    return kind if name is None else name.ru if sheet.lang == "ru" else name.en


def number(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """A number in digits, or one to ten in words."""
    for behind, amount, family in number_at(sheet, place, case):
        told = _doubted(sheet, place, found.told(("number", str(amount))))
        yield behind, replace(told, owed=(*told.owed, (family, sheet.word(place), "X"))) if family else told


def period(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """«90 дней», «5 рабочих дней»."""
    for behind, text in counted_units(sheet, place, case):
        yield behind, _doubted(sheet, place, found.told(("period", text)))


def _doubted(sheet: Sheet, place: int, found: Found) -> Found:
    word = sheet.word(place)
    return found.doubting("rule-no-count", found=word) if no_count(word) else found


def value(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """A number, a day or a text in quotes; an enumerated value becomes its code."""
    for behind, text, sort in literal(sheet, place, found.attribute):
        told = found.told(("value", text), ("value type", sort))
        if sort == "unknown":
            values = found.attribute.values if found.attribute else ()
            names = ", ".join(f"«{name.ru if sheet.lang == 'ru' else name.en}»" for name in values)
            told = told.doubting("rule-no-value", value=text, known=names)
        yield behind, told


def part_of(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """A share: 1/2, 50 %."""
    for behind, text in share(sheet, place):
        yield behind, found.told(("share", text))


def there_is(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """«there is» begins a count, unless «each goal has» did."""
    if sheet.word(place) == "there" and sheet.word(place + 1) in ("is", "are"):
        yield place + 2, found
    elif sheet.word(place - 1) == "has":
        yield place, found


def trigger(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """What is done, as the arrows of the definition call it; «действует» is any of them."""
    if sheet.word(place) in ("действует", "acts"):
        yield place + 1, found.told(("act", "*"))
    for form in sheet.book.at(sheet.words, place, "trigger"):
        yield place + len(form.words), found.told(("act", form.code))


def role(sheet: Sheet, place: int, found: Found, slot: str, case: str) -> Fits:
    """Who does it: a role of the case, or of a record: «автор заключения»."""
    for form in sheet.book.at(sheet.words, place, "role"):
        if not fits(form, case, sheet):
            continue
        behind = place + len(form.words)
        told = found.told(("role", form.code)).agreeing(slot, form.agreement)
        yield behind, told
        start = behind + 1 if sheet.word(behind) == "of" else behind
        for owner in sheet.book.at(sheet.words, start, "kind"):
            if fits(owner, "gen", sheet) and (sheet.lang == "ru" or start > behind):
                yield start + len(owner.words), told.told(("role of", owner.code))


TERMINALS: dict[str, Terminal] = {
    **{"S": subject, "X": thing, "F": stated, "A": attribute, "B": attribute, "D": attribute, "N": number},
    **{"P": period, "L": value, "C": part_of, "E": there_is, "T": trigger, "R": role},
}
