"""Templates are laid over the words of a sentence: every way in which one fits is given, none is chosen here."""

from __future__ import annotations

from dataclasses import replace

from engine.rules.folding import fold
from engine.rules.phrases import TERMINALS
from engine.rules.sheet import Fits, Found, Sheet
from engine.rules.template import FAMILIES, Agreeing, Maybe, Part, Slot, Word, compiled
from engine.rules.vocabulary import PARTS


def match(parts: tuple[Part, ...], sheet: Sheet, place: int, found: Found, case: str = "") -> Fits:
    """Every way to read these parts from that place on: the place behind them and what was found."""
    if not parts:
        yield place, found
        return
    for behind, more in _step(parts[0], sheet, place, found, case):
        yield from match(parts[1:], sheet, behind, more, case)


def _step(part: Part, sheet: Sheet, place: int, found: Found, case: str) -> Fits:
    match part:
        case Word():
            yield from _word(part, sheet, place, found)
        case Agreeing():
            yield from _agreeing(part, sheet, place, found)
        case Maybe():
            yield from match(part.parts, sheet, place, found, case)
            yield place, found
        case Slot():
            yield from _slot(part, sheet, place, found, case)


def _word(part: Word, sheet: Sheet, place: int, found: Found) -> Fits:
    for spelling in part.spellings:
        words = fold(spelling, sheet.lang)
        if sheet.words[place : place + len(words)] == words:
            yield place + len(words), found
            return


def _agreeing(part: Agreeing, sheet: Sheet, place: int, found: Found) -> Fits:
    forms = {word for form in FAMILIES[part.family].values() for word in fold(form, sheet.lang)}
    if sheet.word(place) in forms:
        owed = ((part.family, sheet.word(place), part.slot),) if sheet.lang == "ru" else ()
        yield place + 1, replace(found, owed=(*found.owed, *owed))


def _slot(part: Slot, sheet: Sheet, place: int, found: Found, case: str) -> Fits:
    wanted = case if part.case == "*" else part.case
    if part.name in PARTS:
        for row in PARTS[part.name]:
            template = row.ru if sheet.lang == "ru" else row.en
            yield from match(compiled(template), sheet, place, found.told(*row.sets), wanted)
    else:
        yield from TERMINALS[part.name](sheet, place, found, part.name, wanted)
