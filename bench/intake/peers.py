"""What dateparser and natasha make of the phrases: run by the interpreter of out/bench-env, JSON in, JSON out.

Each is asked in the way that serves it best. dateparser reads a term whole, and searches where that gives nothing;
it is asked twice, for the first and for the last day of a month, so that it can say a whole month. natasha finds spans,
puts them into the nominative and takes a name apart.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import Any


def terms(phrases: list[dict[str, str]]) -> list[dict[str, list[str]]]:
    """The days that dateparser finds."""
    return [_term(phrase) for phrase in phrases]


def _term(phrase: dict[str, str]) -> dict[str, list[str]]:
    first, last = (_days(phrase, which) for which in ("first", "last"))
    if not last:
        return {"start": [], "due": []}
    start, due = first[0], last[-1]
    return {"start": [start] if start != due else [], "due": [due]}


def _days(phrase: dict[str, str], which: str) -> list[str]:
    import dateparser  # type: ignore[import-untyped]
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    settings: dict[str, Any] = {
        "DATE_ORDER": "DMY",
        "PREFER_DATES_FROM": "future",
        "PREFER_DAY_OF_MONTH": which,
        "PREFER_MONTH_OF_YEAR": which,
        "RELATIVE_BASE": datetime.fromisoformat(phrase["decided"]),
    }
    if phrase["how"] == "term":
        whole = dateparser.parse(phrase["text"], languages=["ru"], settings=settings)
        if whole:
            return [whole.date().isoformat()]
    found = search_dates(phrase["text"], languages=["ru"], settings=settings) or []
    return [when.date().isoformat() for _, when in found]


class Natasha:
    """Its models, loaded once."""

    def __init__(self) -> None:
        import natasha  # type: ignore[import-not-found]

        vectors = natasha.NewsEmbedding()
        self.document = natasha.Doc
        self.vocabulary = natasha.MorphVocab()
        self.segmenter = natasha.Segmenter()
        self.morphology = natasha.NewsMorphTagger(vectors)
        self.syntax = natasha.NewsSyntaxParser(vectors)
        self.spans = natasha.NewsNERTagger(vectors)
        self.names = natasha.NamesExtractor(self.vocabulary)

    def read(self, phrase: dict[str, str]) -> dict[str, list[str]]:
        """People, bodies as written, bodies in the nominative."""
        document = self.document(phrase["text"])
        document.segment(self.segmenter)
        document.tag_morph(self.morphology)
        document.parse_syntax(self.syntax)
        document.tag_ner(self.spans)
        people, written, nominative = [], [], []
        for span in document.spans:
            span.normalize(self.vocabulary)
            if span.type == "PER":
                span.extract_fact(self.names)
                people.append(_name(span.fact.as_dict if span.fact else {}, span.normal))
            elif span.type == "ORG":
                written.append(span.text)
                nominative.append(span.normal)
        if not people and phrase["how"] == "label":
            facts = [vars(match.fact) for match in self.names(phrase["text"])]
            people = [_name(fact, "") for fact in facts if fact.get("last")]
        return {"people": people, "as written": written, "nominative": nominative}


def _name(parts: dict[str, str], otherwise: str) -> str:
    """«Фамилия И.О.» where natasha has told the parts."""
    initials = "".join(f"{parts[part][0].upper()}." for part in ("first", "middle") if parts.get(part))
    return f"{parts['last']} {initials}".strip() if parts.get("last") else otherwise


def main() -> None:
    """Read the phrases from standard input, write what was found."""
    asked = json.load(sys.stdin)
    natasha = Natasha()
    told: dict[str, list[dict[str, list[str]]]] = {"deadlines": terms(asked["deadlines"])}
    for what in ("people", "bodies"):
        told[what] = [natasha.read(phrase) for phrase in asked[what]]
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
