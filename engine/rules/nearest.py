"""The known sentence that an unknown one comes nearest to, with the writer's own names in it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches
from itertools import islice, permutations

from engine.problems import Where
from engine.rules.book import Form
from engine.rules.folding import fold
from engine.rules.natures import ACTS, AFTER, AMONG, APART, BEFORE, COMPARE, COUNT, TREND, UNIQUE
from engine.rules.reach import reaches
from engine.rules.rule import Rule, Sentence
from engine.rules.sheet import Sheet
from engine.rules.telling import tell

_LIKE_ENOUGH = 0.6
_MOST_CANDIDATES = 600
_NOBODY = Sentence("", Where())
_NOT = frozenset({"не", "нет", "нету", "без", "not", "no", "without", "ни"})
# «нераньше» means «не раньше»: the opposite must not be offered because it happens to be spelt more alike.
_GLUED = frozenset({"раньше", "позже", "менее", "более", "равен", "равна", "равно", "равны", "убывает", "повторяется"})
_OPS = (
    *("equals", "differs", "at least", "at most", "more", "less", "not earlier", "earlier", "not later", "later"),
    *("within", "starts", "contains"),
)

Arguments = tuple[tuple[str, str], ...]


def nearest(sheet: Sheet) -> str:
    """The nearest sentence, or '' where none is near. The one with the other sign (не) comes last."""
    written = " ".join(sheet.words)
    best, most = "", (False, _LIKE_ENOUGH)
    for rule in islice(_candidates(sheet), _MOST_CANDIDATES):
        sentence = tell(rule, sheet.lexicon, sheet.lang)
        words = fold(sentence, sheet.lang)
        like = SequenceMatcher(None, written, " ".join(words), autojunk=False).ratio()
        far = (_signs(words) == _signs(sheet.words), like)
        if sentence and like > _LIKE_ENOUGH and far > most:
            best, most = sentence, far
    return best


def _signs(words: tuple[str, ...]) -> int:
    return sum(word in _NOT or (word[:2] == "не" and word[2:] in _GLUED) for word in words)


def _candidates(sheet: Sheet) -> Iterator[Rule]:
    forms = list(_names(sheet))
    kinds = list(dict.fromkeys(form.code for form in forms if form.sort == "kind"))
    for subject in ("", *(kind for kind in kinds if kind != sheet.lexicon.case)):
        things = [kind for kind in kinds if kind != subject and reaches(sheet.lexicon, subject, kind)]
        fields = _paths(sheet, forms, subject, kinds)
        for form, arguments in _meanings(sheet, things, fields):
            yield Rule(form, subject, arguments, _NOBODY)
    for trigger in (form.code for form in forms if form.sort == "trigger"):
        for role in (form.code for form in forms if form.sort == "role"):
            for who in ("only", "not", "not the only"):
                yield Rule(ACTS.name, "", (("act", trigger), ("who", who), ("role", role)), _NOBODY)


def _names(sheet: Sheet) -> Iterator[Form]:
    """The names in the sentence; a misspelt word stands for the one that it is most like."""
    place = 0
    while place < len(sheet.words):
        found = list(sheet.book.at(sheet.words, place, "kind", "attribute", "trigger", "role"))
        longest = max((len(form.words) for form in found), default=0)
        yield from (form for form in found if len(form.words) == longest)
        if not found and len(sheet.words[place]) > 4:
            alike = get_close_matches(sheet.words[place], sheet.book.forms, n=1, cutoff=0.8)
            yield from (form for word in alike for form in sheet.book.forms[word] if len(form.words) == 1)
        place += longest or 1


def _paths(sheet: Sheet, forms: list[Form], subject: str, kinds: list[str]) -> list[str]:
    own = subject or sheet.lexicon.case
    found = [form for form in forms if form.sort == "attribute"]
    paths = [form.code for form in found if form.owner == own]
    paths += [f"{form.owner}.{form.code}" for form in found if form.owner != own and form.owner in kinds]
    return list(dict.fromkeys(paths))[:6]


def _meanings(sheet: Sheet, things: list[str], fields: list[str]) -> Iterator[tuple[str, Arguments]]:
    number = next((word for word in sheet.words if word.isdecimal() and len(word) < 4), "2")
    for thing in things:
        for form in (COUNT.name, AFTER.name, BEFORE.name):
            yield form, (("quantity", "at least"), ("number", "1"), ("thing", thing))
        yield COUNT.name, (("quantity", "no"), ("number", "0"), ("thing", thing))
        for quantity in ("at least", "at most", "exactly"):
            yield COUNT.name, (("quantity", quantity), ("number", number), ("thing", thing))
    for field in fields:
        yield COUNT.name, (("quantity", "at least"), ("number", "1"), ("field", field))
        yield COUNT.name, (("quantity", "no"), ("number", "0"), ("field", field))
        yield UNIQUE.name, (("what", field),)
        for op in ("grows", "does not fall", "falls"):
            yield TREND.name, (("what", field), ("op", op))
    for one, other in permutations(fields, 2):
        for op in _OPS:
            yield COMPARE.name, (("what", one), ("op", op), ("other", other))
        yield APART.name, (("what", one), ("other", other))
        yield AMONG.name, (("what", one), ("other", other))
