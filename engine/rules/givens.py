"""«Дано поручение»: the thing that a rule judges, and the «у каждого поручения» that its sentences then begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from engine.problems import Problem, Where
from engine.rules.book import book
from engine.rules.folding import LONGEST, fold, language
from engine.rules.lexicon import Lexicon
from engine.rules.matching import match
from engine.rules.nouns import agreement_of, named
from engine.rules.reading import read
from engine.rules.rule import Rule, Sentence
from engine.rules.sheet import Found, Sheet
from engine.rules.template import agreed, compiled

# A sentence that names whom it is about needs no «у каждого …» from its «Дано».
_NAMES_ITS_OWN = re.compile(r"(у|до|после)\s+кажд|((for|after|before)\s+)?each\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """Each thing of this kind; `prefix` is '' where the thing is the case itself, without qualifications."""

    kind: str
    prefix: str


def read_given(text: str, lexicon: Lexicon, where: Where) -> Given | Problem:
    """The thing that a rule judges, nominative, with its qualifications: «пункт вида «оценить»»."""
    lang = language(text)
    words = fold(text[:LONGEST], lang)
    forms = book(lexicon, lang)
    for form in forms.at(words, 0, "kind"):
        if form.case in ("nom", "") and form.number != "pl":
            name, rest = lexicon.kinds[form.code], words[len(form.words) :]
            if form.code == lexicon.case and not rest:
                return Given(form.code, "")
            each = f"у {agreed('каждого', agreement_of(name, lang))}" if lang == "ru" else "for each"
            prefix = " ".join([each, named(name, lang, "gen"), *rest])
            sheet = Sheet(fold(prefix, lang), lang, lexicon, forms)
            for place, found in match(compiled("{G}"), sheet, 0, Found()):
                if place == len(sheet.words) and found.agrees and not found.doubts:
                    return Given(form.code, prefix)
    known = [name.ru if lang == "ru" else name.en for name in lexicon.kinds.values()]
    near = get_close_matches(" ".join(words), known, n=1, cutoff=0.6) or sorted(known)
    return Problem(where, "pack-unknown-thing", facts={"found": text[:LONGEST], "known": ", ".join(near)})


def read_about(text: str, given: Given, lexicon: Lexicon, where: Where) -> Rule | Problem:
    """A sentence about the given thing; it keeps the words that were written."""
    prefix = "" if _NAMES_ITS_OWN.match(text) else given.prefix
    found = read(text, lexicon, where, prefix)
    if isinstance(found, Rule):
        return Rule(found.form, found.subject, found.arguments, Sentence(text, where))
    spoken = {name: said.removeprefix(prefix).strip() for name, said in found.facts.items()}
    return Problem(where, found.code, found.severity, spoken)
