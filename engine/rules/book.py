"""All names of a lexicon in all their forms: generated once, then matched exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Literal

from engine.messages import Lang
from engine.morphology import CASES, NUMBERS, Case, Number, counted, decline, head
from engine.problems import Problem, Where
from engine.rules.folding import fold
from engine.rules.lexicon import Lexicon, Name

LANGS: tuple[Lang, ...] = ("ru", "en")
KEPT = 8  # books: of the few definitions that are read at one time, in two languages
FEW = "few"  # the form behind 2, 3 and 4
UNCOUNTED = frozenset({"evidence", "attendance", "membership"})
_BEHIND_THE_HEAD = frozenset({"of", "for", "on", "in", "at", "by", "with", "from", "to", "as", "taken", "off"})
Sort = Literal["kind", "attribute", "trigger", "role", "stage"]


@dataclass(frozen=True, slots=True)
class Form:
    """One name in one form. `case` is '' where a name has none (English, triggers), 'few' behind 2, 3 and 4."""

    words: tuple[str, ...]
    sort: Sort
    owner: str  # the kind that an attribute belongs to
    code: str
    case: str = ""
    number: str = ""
    gender: str = ""

    @property
    def agreement(self) -> str:
        """What words around it agree with: m, f, n or pl."""
        return "pl" if self.number == "pl" else self.gender


@dataclass(frozen=True, slots=True)
class Book:
    """The forms by their first word."""

    forms: dict[str, tuple[Form, ...]]

    def at(self, words: tuple[str, ...], place: int, *sorts: Sort) -> Iterator[Form]:
        """Every form of these sorts that begins at that place."""
        if place < len(words):
            for form in self.forms.get(words[place], ()):
                if form.sort in sorts and words[place : place + len(form.words)] == form.words:
                    yield form


_OPENED: dict[tuple[int, Lang], tuple[Lexicon, Book]] = {}
_OPENING = Lock()  # a program may read definitions in several threads


def book(lexicon: Lexicon, lang: Lang) -> Book:
    """The book of a lexicon. The last few are kept: one definition has its hundred sentences read in a row."""
    kept = _OPENED.get((id(lexicon), lang))
    if kept is None:
        # The lexicon is kept beside its book, so that its id cannot pass to another one.
        kept = (lexicon, _bound(_all_forms(lexicon, lang)))
        with _OPENING:
            while len(_OPENED) >= KEPT:
                del _OPENED[next(iter(_OPENED))]
            _OPENED[id(lexicon), lang] = kept
    return kept[1]


def _bound(forms: Iterable[Form]) -> Book:
    by_word: dict[str, dict[Form, None]] = {}
    for form in forms:
        if form.words:
            by_word.setdefault(form.words[0], {})[form] = None
    return Book({word: tuple(found) for word, found in by_word.items()})


def names(lexicon: Lexicon) -> Iterator[tuple[Sort, str, Name]]:
    """Every name with its sort and, for an attribute, the kind that it belongs to."""
    for name in lexicon.kinds.values():
        yield "kind", "", name
    for kind, attributes in lexicon.attributes.items():
        for attribute in attributes.values():
            yield "attribute", kind, attribute.name
    sorts: tuple[tuple[Sort, Iterable[Name]], ...] = (
        ("trigger", lexicon.triggers.values()),
        ("role", lexicon.roles.values()),
        ("stage", lexicon.stages.values()),
    )
    for sort, found in sorts:
        for name in found:
            yield sort, "", name


def _all_forms(lexicon: Lexicon, lang: Lang) -> Iterator[Form]:
    for sort, owner, name in names(lexicon):
        for title in (name.ru, *name.also_ru) if lang == "ru" else (name.en, *name.also_en):
            for text, case, number, gender in forms_of(name, title, lang, sort):
                yield Form(fold(text, lang), sort, owner, name.code, case, number, gender)


def forms_of(name: Name, title: str, lang: Lang, sort: Sort) -> Iterator[tuple[str, str, str, str]]:
    """The forms of a title: text, case, number, gender."""
    if sort == "trigger":
        yield title, "", "", ""
    elif lang == "en":
        yield title, "", "sg", "n"
        yield plural_en(title), "", "pl", "n"
    else:
        for case in CASES:
            for number in NUMBERS:
                yield written(name, title, case, number), case, _number(title, number), _gender(title)
        few = name.forms.get(FEW) if title == name.ru else None
        yield few or counted(title, 2), FEW, "sg", _gender(title)


def written(name: Name, title: str, case: Case, number: Number) -> str:
    """A Russian title in a case and number, by the forms that the definition gives, else as generated."""
    key = case if number == "sg" else f"{case}.pl"
    given = name.forms.get(key) if title == name.ru else None
    return given or decline(title, case, number)


def _number(title: str, wanted: Number) -> Number:
    found = head(title)
    return "pl" if found is not None and found.number == "pl" else wanted


def _gender(title: str) -> str:
    found = head(title)
    return "m" if found is None else found.gender


def agreement(title: str) -> str:
    """What the words around a Russian title agree with: m, f, n or pl."""
    return "pl" if _number(title, "sg") == "pl" else _gender(title)


@lru_cache(maxsize=1_000)
def plural_en(title: str) -> str:
    """The English plural of a title: its head is the last word, or the one before «of», «taken», «in» and the like."""
    if title in UNCOUNTED or is_plural_en(title):
        return title
    name, rest = _head_en(title)
    stem, _, last = name.rpartition(" ")
    return f"{stem} {_many(last)}".strip() + rest


def is_plural_en(title: str) -> bool:
    """Whether an English title is plural as it stands: targets, people present."""
    words = _head_en(title)[0].lower().split()
    return "people" in words or (words[-1].endswith("s") and not words[-1].endswith(("ss", "is", "us")))


def _head_en(title: str) -> tuple[str, str]:
    """An English title up to the word that is counted, and what follows."""
    words = title.split(" ")
    end = next((n for n, word in enumerate(words) if n and word.lower() in _BEHIND_THE_HEAD), len(words))
    return " ".join(words[:end]), "".join(f" {word}" for word in words[end:])


def _many(word: str) -> str:
    known = {"person": "people", "analysis": "analyses"}
    if word in known:
        return known[word]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def check_names(lexicon: Lexicon, where: Where) -> tuple[Problem, ...]:
    """Names that sentences cannot use: words nobody knows how to decline, and two names of one sort with one form."""
    problems = [
        Problem(where, "name-not-declined", facts={"name": name.ru})
        for sort, _, name in names(lexicon)
        if sort != "trigger" and head(name.ru) is None and not name.forms
    ]
    return (*problems, *_twice(lexicon, where))


def _twice(lexicon: Lexicon, where: Where) -> list[Problem]:
    """Names that have a form in common, so that a sentence with it could mean either; each pair once."""
    problems: dict[tuple[str, str, str], Problem] = {}
    named = {(sort, owner, name.code): name for sort, owner, name in names(lexicon)}
    for lang in LANGS:
        seen: dict[tuple[Sort, str, tuple[str, ...]], Form] = {}
        for form in _all_forms(lexicon, lang):
            first = seen.setdefault((form.sort, form.owner, form.words), form)
            if first.code != form.code:
                title = _title_of(named[form.sort, form.owner, form.code], form.words)
                facts = {"name": title, "one": first.code, "other": form.code}
                problems.setdefault((form.owner, first.code, form.code), Problem(where, "name-twice", facts=facts))
    return list(problems.values())


def _title_of(name: Name, words: tuple[str, ...]) -> str:
    """The title that was written so, else the first one."""
    return next((title for title in (*name.also_ru, *name.also_en) if words in _folds(title)), name.ru)


def _folds(title: str) -> tuple[tuple[str, ...], ...]:
    return tuple(fold(title, lang) for lang in LANGS)
